"""What holds whatever the registers hold: the order of rows changes nothing, and a slow plain version agrees."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.rules.people import resolve
from tests.ledgers import OCTOBER, make_tables
from tests.rules.people.school import STAFF, STUDENTS

HELPERS = ("贺文洁", "史一鸣", "陆承宇", "周不知")
PUPILS = ("李明", "王芳", "罗小满", "李鸣")
CLASSES = ("", "七年级(1)班", "八年级(2)班", "六年级(1)班")
people_of = {"helper": st.lists(st.sampled_from(HELPERS), min_size=1, max_size=2, unique=True)}
helper_cells = people_of["helper"].map("、".join)
pupil_cells = st.lists(st.sampled_from(PUPILS), min_size=1, max_size=2, unique=True).map("、".join)
days = st.sampled_from(("2026-03-02", "2026-10-08"))
pairings = st.lists(st.tuples(helper_cells, pupil_cells, st.sampled_from(CLASSES), st.just("2025-09-01")), max_size=5)
contacts = st.lists(st.tuples(days, helper_cells, pupil_cells, st.sampled_from(CLASSES)), max_size=6)
Rows = list[tuple[str, ...]]


def outcome(paired: Rows, met: Rows) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What each row of the registers resolved to, and what was said about it, without the row's place."""
    tables = make_tables(
        教职工=STAFF,
        学生=STUDENTS,
        结对="\n".join(["帮扶人|学生|班级|开始日期", *map("|".join, paired)]),
        联系="\n".join(["日期|帮扶人|学生|班级", *map("|".join, met)]),
    )
    people, found = resolve(tables, OCTOBER)
    rows: list[tuple[object, ...]] = [
        ("结对", *paired[row], helper, student) for row, helper, student in people.pairings.itertuples(name=None)
    ]
    rows += [("联系", *met[row], helper, student) for row, helper, student in people.contacts.itertuples(index=False)]
    content = {"结对": paired, "联系": met}
    told = [
        (each.code, *content[each.where.sheet][each.where.row - 2], tuple(sorted(each.facts.items())))
        for each in found
        if each.where
    ]
    return sorted(rows, key=repr), sorted(told, key=repr)


@settings(max_examples=20)
@given(pairings, contacts, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(paired: Rows, met: Rows, random: object) -> None:
    shuffle = random.shuffle  # type: ignore[attr-defined]  # a random.Random of Hypothesis
    other_paired, other_met = list(paired), list(met)
    shuffle(other_paired)
    shuffle(other_met)
    assert outcome(paired, met) == outcome(other_paired, other_met)


REGISTERED = {"李明": {0: "七年级(1)班"}, "王芳": {1: "七年级(1)班", 2: "八年级(2)班"}, "罗小满": {3: "八年级(1)班"}}
STAFF_INDEX = {name: index for index, name in enumerate(HELPERS[:3])}


def plain_pairs(paired: Rows) -> set[tuple[int, int, int]]:
    """Pairings by hand: a name that one bears, or the one of that class."""
    found = set()
    for row, (helpers, pupils, unit, _) in enumerate(paired):
        for pupil in pupils.split("、"):
            bearers = REGISTERED.get(pupil, {})
            meant = list(bearers) if len(bearers) == 1 else [each for each, own in bearers.items() if own == unit]
            for helper in helpers.split("、"):
                if len(meant) == 1 and helper in STAFF_INDEX:
                    found.add((row, STAFF_INDEX[helper], meant[0]))
    return found


@settings(max_examples=20)
@given(pairings)
def test_pairings_agree_with_a_plain_version(paired: Rows) -> None:
    tables = make_tables(
        教职工=STAFF, 学生=STUDENTS, 结对="\n".join(["帮扶人|学生|班级|开始日期", *map("|".join, paired)])
    )
    people, _ = resolve(tables, OCTOBER)
    assert set(people.pairings.itertuples(name=None)) == plain_pairs(paired)


@settings(max_examples=20)
@given(pairings, contacts)
def test_every_contact_that_is_not_resolved_was_told(paired: Rows, met: Rows) -> None:
    tables = make_tables(
        教职工=STAFF,
        学生=STUDENTS,
        结对="\n".join(["帮扶人|学生|班级|开始日期", *map("|".join, paired)]),
        联系="\n".join(["日期|帮扶人|学生|班级", *map("|".join, met)]),
    )
    people, found = resolve(tables, OCTOBER)
    told = {
        each.where.row - 2 for each in found if each.where and each.where.sheet == "联系" and each.severity == "error"
    }
    for row, (_, helpers, pupils, _) in enumerate(met):
        wanted = len(helpers.split("、")) * len(pupils.split("、"))
        got = len(people.contacts[people.contacts["contact"].eq(row)])
        assert (got == wanted) or row in told


def plain_student(helper: int, pupil: str, unit: str, day: str, own: set[tuple[int, int]]) -> int | None:
    """Who is meant by hand: the helper's only one of that name, else the one of that class; the days never differ."""
    bearers = list(REGISTERED.get(pupil, {}))
    theirs = [each for each in bearers if (helper, each) in own]
    now = {"七年级(1)班": 1, "八年级(2)班": 2}
    then = {"六年级(1)班": 1, "七年级(2)班": 2} if day < "2026-09-01" else now
    if len(bearers) == 1:
        return bearers[0]
    if len(theirs) == 1:
        return theirs[0]
    return then.get(unit, now.get(unit)) if bearers else None


@settings(max_examples=30)
@given(pairings, days, st.sampled_from(HELPERS[:3]), st.sampled_from(PUPILS), st.sampled_from(CLASSES))
def test_a_contact_agrees_with_a_plain_version(paired: Rows, day: str, helper: str, pupil: str, unit: str) -> None:
    tables = make_tables(
        教职工=STAFF,
        学生=STUDENTS,
        结对="\n".join(["帮扶人|学生|班级|开始日期", *map("|".join, paired)]),
        联系=f"日期|帮扶人|学生|班级\n{day}|{helper}|{pupil}|{unit}",
    )
    people, _ = resolve(tables, OCTOBER)
    own = {(one, other) for _, one, other in plain_pairs(paired)}
    meant = plain_student(STAFF_INDEX[helper], pupil, unit, day, own)
    expected = [] if meant is None else [(0, STAFF_INDEX[helper], meant)]
    assert list(people.contacts.itertuples(index=False, name=None)) == expected
