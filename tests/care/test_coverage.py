"""Who has a helper at the end of the month, and which pairings broke off, ran out or lack their measures."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.care.contacts import contact_status
from pipeline.care.coverage import Coverage, coverage
from pipeline.care.coverage_findings import coverage_findings
from pipeline.care.pairs import doubled_pairs, pairs_of
from pipeline.registers import PAIRINGS
from tests.care.school import PLAIN, facts_of, people_of, period, school, typed_table

PAIRING_HEAD = ("帮扶人", "学生", "类型", "开始日期", "结束日期", "结束原因", "帮扶措施", "重点任务", "目标")
PLAN = "谈心 | 补习 | 稳步提高"


def pairings(*rows: str) -> str:
    return "\n".join([" | ".join(PAIRING_HEAD), *rows])


def cover(month: str = "2026-10", **texts: str) -> Coverage:
    tables = school(**texts)
    return coverage(tables, people_of(tables), period(month))


def found(month: str = "2026-10", **texts: str) -> list[tuple[str, str]]:
    return facts_of(coverage_findings(cover(month, **texts)))


# One line a case: pairing from | to | pupil's state | since | helper's state | last day | open at the end of October?
OPEN = """
    2026-10-31 |            | 在读 |            |      |            | open   | begun on the last day
    2026-11-01 |            | 在读 |            |      |            | closed | begins tomorrow
    2025-09-01 | 2026-10-31 | 在读 |            |      |            | closed | ends on the last day
    2025-09-01 | 2026-11-01 | 在读 |            |      |            | open   | ends tomorrow
    2025-09-01 |            | 转学 | 2026-10-31 |      |            | closed | away from the last day
    2025-09-01 |            | 转学 | 2026-11-01 |      |            | open   | away from tomorrow
    2025-09-01 |            | 在读 | 2026-09-01 |      |            | open   | back since September
    2025-09-01 |            | 在读 |            | 退休 | 2026-10-31 | open   | in service on the last day
    2025-09-01 |            | 在读 |            | 退休 | 2026-10-30 | closed | left the day before
    2025-09-01 |            | 在读 |            | 调离 |            | closed | gone, nobody knows since when
    2025-09-01 |            | 在读 |            |      | 2026-12-31 | open   | a leave to come
"""
OPEN_CASES = [[cell.strip() for cell in line.split("|")] for line in OPEN.strip().splitlines()]


@pytest.mark.parametrize("case", OPEN_CASES, ids=[case[7] for case in OPEN_CASES])
def test_what_is_open(case: list[str]) -> None:
    start, end, state, since, service, last_day, answer, _ = case
    gaps = cover(
        students=f"姓名 | 班级 | 类别 | 状态 | 状态日期\n李明 | 七年级(1)班 | 贫困生 | {state} | {since}",
        staff=f"姓名 | 部门 | 职务级别 | 党员 | 状态 | 离岗日期\n贺文洁 | 政教处 | 教师 | 是 | {service} | {last_day}",
        pairings=pairings(f"贺文洁 | 李明 | 党员帮扶 | {start} | {end} | | | |"),
    )
    assert bool(gaps.without_measures) is (answer == "open")


def test_a_member_needs_a_pairing_of_either_kind_and_only_while_in_service() -> None:
    staff = """
        姓名   | 部门   | 职务级别 | 党员 | 状态 | 入职日期   | 离岗日期
        贺文洁 | 政教处 | 教师     | 是   |      |            |
        史一鸣 | 语文组 | 校级领导 | 是   |      |            |
        方予圆 | 体育组 | 教师     | 否   |      |            |
        荀守田 | 语文组 | 教师     | 是   | 退休 | 2015-08-20 | 2026-10-30
        温知夏 | 综合组 | 教师     | 是   | 退休 | 2015-08-20 | 2026-10-31
        裴书航 | 综合组 | 教师     | 是   |      | 2026-11-01 |
        柏青川 | 综合组 | 教师     | 是   |      | 2026-10-31 |
        欧阳映 | 英语组 | 教师     |      |      |            |
    """
    gaps = cover(staff=staff, pairings=pairings(f"史一鸣 | 李明 | 领导包扶 | 2025-09-01 | | | {PLAN}"))
    assert [gap.name for gap in gaps.members_without_pairing] == ["贺文洁", "温知夏", "柏青川"]
    assert [gap.place.cell for gap in gaps.members_without_pairing] == ["A2", "A6", "A8"]


@pytest.mark.parametrize(
    ("student", "rows", "last", "told"),
    [
        ("在读 |", [], ("", None), "没有结对的学生。"),
        (
            "在读 |",
            ["2025-09-01 | 2026-09-30 | 毕业"],
            ("李明", "2026-09-30"),
            "原结对学生李明的结对已于2026-09-30中止",
        ),
        ("转学 | 2026-10-09", ["2025-09-01 | |"], ("李明", "2026-10-09"), "原结对学生李明的结对已于2026-10-09中止"),
        ("转学 | 2026-10-09", ["2025-09-01 | 2026-10-20 | 转学"], ("李明", "2026-10-09"), "已于2026-10-09中止"),
        ("转学 |", ["2025-09-01 | |"], ("李明", None), "原结对学生李明已离校"),
        ("在读 |", ["2026-11-01 | |"], ("", None), "没有结对的学生。"),
    ],
    ids=["never one", "ended", "the pupil left", "left before the end", "left, nobody knows when", "not begun yet"],
)
def test_a_member_without_a_pairing_is_told_with_the_last_pupil(
    student: str, rows: list[str], last: tuple[str, str | None], told: str
) -> None:
    gaps = cover(
        staff="姓名 | 部门 | 职务级别 | 党员\n贺文洁 | 政教处 | 教师 | 是",
        students=f"姓名 | 班级 | 类别 | 状态 | 状态日期\n李明 | 七年级(1)班 | 问题生 | {student}",
        pairings=pairings(*(f"贺文洁 | 李明 | 党员帮扶 | {row} | {PLAN}" for row in rows)),
    )
    (gap,) = gaps.members_without_pairing
    assert (gap.last_student, gap.until and gap.until.isoformat()) == last
    assert told in coverage_findings(gaps)[0].sentence


@pytest.mark.parametrize(("joined", "without"), [("2026-11-01", ["李明"]), ("2026-10-31", [])])
def test_a_helper_who_has_not_come_yet_helps_nobody(joined: str, without: list[str]) -> None:
    gaps = cover(
        staff=f"姓名 | 部门 | 职务级别 | 党员 | 入职日期\n贺文洁 | 政教处 | 教师 | 否 | {joined}",
        students="姓名 | 班级 | 类别 | 状态\n李明 | 七年级(1)班 | 贫困生 | 在读",
        pairings=pairings(f"贺文洁 | 李明 | 党员帮扶 | 2026-10-15 | | | {PLAN}"),
    )
    assert [gap.student for gap in gaps.students_without_helper] == without


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [
        ("", [("leader_without_pairing", "A2")]),
        ("党", [("leader_without_pairing", "A2")]),
        ("领", []),
        ("领领领", []),
        ("领领领党", []),
        ("领领领领", [("leader_with_too_many", "A2")]),
    ],
)
def test_a_leader_takes_one_to_three(kinds: str, answer: list[tuple[str, str]]) -> None:
    names = ["甲", "乙", "丙", "丁"]
    words = {"党": "党员帮扶", "领": "领导包扶"}
    rows = [
        f"陆承宇 | {name} | {words[kind]} | 2025-09-01 | | | {PLAN}" for name, kind in zip(names, kinds, strict=False)
    ]
    assert answer == found(
        staff="姓名 | 部门 | 职务级别 | 党员\n陆承宇 | 校长室 | 校级领导 | 否",
        students="姓名 | 班级 | 类别 | 状态\n" + "\n".join(f"{name} | 七年级(1)班 | 问题生 | 在读" for name in names),
        pairings=pairings(*rows),
    )


def test_pupils_in_need_and_how_they_lost_their_helper() -> None:
    students = """
        姓名   | 班级        | 类别          | 状态 | 状态日期
        甲     | 七年级(1)班 | 贫困生        | 在读 |
        乙     | 七年级(1)班 | 贫困生+问题生 | 在读 |
        丙     | 七年级(1)班 | 问题生        | 在读 |
        丁     | 七年级(1)班 | 贫困生        | 转学 | 2026-10-31
        戊     | 七年级(1)班 | 贫困生        | 转学 | 2026-11-01
        己     | 七年级(1)班 | 贫困生        | 在读 |
        庚     | 七年级(1)班 | 贫困生        | 在读 |
    """
    staff = """
        姓名   | 部门   | 职务级别 | 党员 | 状态 | 离岗日期
        贺文洁 | 政教处 | 教师     | 否   |      |
        荀守田 | 语文组 | 教师     | 否   | 退休 | 2026-09-30
    """
    rows = pairings(
        f"贺文洁 | 乙 | 党员帮扶 | 2022-09-01 | 2026-05-31 | 毕业 | {PLAN}",
        f"荀守田 | 乙 | 党员帮扶 | 2022-09-01 | 2026-10-20 | 期满 | {PLAN}",
        f"荀守田 | 己 | 党员帮扶 | 2025-09-01 | 2026-11-30 | 退休 | {PLAN}",
        f"贺文洁 | 己 | 党员帮扶 | 2022-09-01 | 2026-10-25 | 期满 | {PLAN}",
        f"贺文洁 | 庚 | 党员帮扶 | 2025-09-01 |            |      | {PLAN}",
    )
    gaps = cover(students=students, staff=staff, pairings=rows)
    assert [(gap.student, gap.last_helper, gap.ended, gap.helper_left) for gap in gaps.students_without_helper] == [
        ("甲", "", None, False),
        ("乙", "荀守田", dt.date(2026, 10, 20), False),
        ("戊", "", None, False),
        ("己", "荀守田", None, True),
    ]
    assert facts_of(coverage_findings(gaps)) == [
        ("student_without_helper", "A2"),
        ("student_lost_helper", "A3"),
        ("student_without_helper", "A6"),
        ("student_helper_left", "A7"),
    ]


# One line a case: from | to | reason | broken? | finding.
BROKEN = """
    2023-10-31 | 2026-10-30 | 毕业         | broken |                           | natural, a day short
    2023-10-31 | 2026-10-31 | 期满         |        |                           | three years to the day
    2023-10-30 | 2026-10-31 | 家长申请更换 |        |                           | three years and a day
    2023-10-31 | 2026-10-30 | 期满         | broken | pairing_broken H2         | called full, a day short
    2025-09-01 | 2026-10-31 | 家长申请更换 | broken | pairing_broken H2         | ended on the last day
    2025-09-01 | 2026-11-01 | 家长申请更换 |        |                           | not yet ended
    2025-09-01 | 2026-11-01 |              |        |                           | not yet ended, reason to come
    2025-09-01 | 2026-10-16 |              | broken | pairing_without_reason H2 | no reason
    2020-09-01 | 2026-10-16 |              |        | pairing_without_reason H2 | no reason after six years
    2025-09-01 | 2026-10-16 | 学生转学     | broken |                           | natural in other words
    2025-09-01 | 2026-10-16 | 调离         | broken |                           | natural
    2025-09-01 | 2026-10-16 | 退休         | broken |                           | natural
    2024-02-29 | 2026-10-16 | 换人         | broken | pairing_broken H2         | begun on a leap day
"""
BROKEN_CASES = [[cell.strip() for cell in line.split("|")] for line in BROKEN.strip().splitlines()]
PUPIL_TO_GUIDE = "姓名 | 班级 | 类别 | 状态\n李明 | 七年级(1)班 | 问题生 | 在读"
NO_MEMBER = "姓名 | 部门 | 职务级别 | 党员\n贺文洁 | 政教处 | 教师 | 否"


@pytest.mark.parametrize("case", BROKEN_CASES, ids=[case[5] for case in BROKEN_CASES])
def test_pairings_that_ended(case: list[str]) -> None:
    start, end, reason, broken, finding, _ = case
    headed = (*PAIRING_HEAD[:5], "产生方式", "帮扶措施", *PAIRING_HEAD[5:6], *PAIRING_HEAD[7:])
    rows = " | ".join(headed) + f"\n贺文洁 | 李明 | 党员帮扶 | {start} | {end} | | 谈心 | {reason} | 补习 | 稳步提高"
    gaps = cover(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows)
    assert bool(gaps.broken_pairings) is bool(broken)
    assert [" ".join(each) for each in facts_of(coverage_findings(gaps))] == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("month", "start", "expired", "expiring"),
    [
        ("2026-10", "2023-10-31", False, True),
        ("2026-11", "2023-10-31", True, False),
        ("2026-10", "2023-10-30", True, False),
        ("2026-10", "2023-12-30", False, True),
        ("2026-10", "2023-12-31", False, False),
        ("2027-02", "2024-02-29", False, True),
        ("2027-03", "2024-02-29", True, False),
        ("2027-02", "2024-02-28", False, True),
    ],
)
def test_three_years(month: str, start: str, expired: bool, expiring: bool) -> None:  # noqa: FBT001
    rows = pairings(f"贺文洁 | 李明 | 党员帮扶 | {start} | | | {PLAN}")
    gaps = cover(month, students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows)
    assert (bool(gaps.expired_pairings), bool(gaps.expiring)) == (expired, expiring)
    assert facts_of(coverage_findings(gaps)) == ([("pairing_expired", "D2")] if expired else [])


def test_an_ended_pairing_does_not_expire() -> None:
    rows = pairings(f"贺文洁 | 李明 | 党员帮扶 | 2020-09-01 | 2026-10-31 | 期满 | {PLAN}")
    assert found(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows) == []


@pytest.mark.parametrize(
    ("plan", "cell"), [("谈心 | 补习 |", "I2"), ("谈心 | | 提高", "H2"), ("| 补习 | 提高", "G2"), ("| |", "G2")]
)
def test_the_first_blank_of_measures_tasks_and_goals_is_shown(plan: str, cell: str) -> None:
    rows = pairings(f"贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | | | {plan}")
    assert found(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows) == [("pairing_without_measures", cell)]


def test_a_register_without_these_columns_shows_the_row() -> None:
    rows = "帮扶人 | 学生 | 类型 | 开始日期 | 结束日期\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | 2026-10-02"
    assert found(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows) == [("pairing_without_reason", "2")]


def test_a_row_of_several_people_gives_one_finding_and_two_entries() -> None:
    students = PUPIL_TO_GUIDE + "\n罗小满 | 七年级(1)班 | 问题生 | 在读"
    tables = school(
        students=students,
        staff=NO_MEMBER,
        pairings=pairings("贺文洁 | 李明、罗小满 | 党员帮扶 | 2025-09-01 | | | | |"),
    )
    gaps = coverage(tables, people_of(tables), period("2026-10"))
    assert [gap.student for gap in gaps.without_measures] == ["李明", "罗小满"]
    [finding] = coverage_findings(gaps)
    assert "李明、罗小满" in finding.sentence


# One line a case: the second row of a pairing from 2025-09-01 | what is told | open pairings, each begun on
TWICE = """
    党员帮扶 | 2025-09-01 |            |      | pairing_twice B3 | 2025-09-01            | the same row again
    党员帮扶 | 2025-10-08 |            |      | pairing_twice B3 | 2025-09-01            | begun later
    党员帮扶 | 2025-08-20 |            |      | pairing_twice B3 | 2025-08-20            | begun earlier
    党员帮扶 | 2025-09-01 | 2026-10-31 | 毕业 | pairing_twice B3 | 2025-09-01            | ended in a row of its own
    党员帮扶 | 2025-09-01 | 2026-12-31 | 毕业 | pairing_twice B3 | 2025-09-01 2025-09-01 | ends later
    党员帮扶 | 2024-09-01 | 2025-09-01 | 毕业 | pairing_twice B3 | 2025-09-01            | one day together
    党员帮扶 | 2024-09-01 | 2025-08-31 | 毕业 |                  | 2025-09-01            | one after the other
    领导包扶 | 2025-09-01 |            |      |                  | 2025-09-01 2025-09-01 | of both kinds
    党员帮扶 | 2026-11-01 |            |      |                  | 2025-09-01            | not yet begun
"""
TWICE_CASES = [[cell.strip() for cell in line.split("|")] for line in TWICE.strip().splitlines()]


@pytest.mark.parametrize("case", TWICE_CASES, ids=[case[6] for case in TWICE_CASES])
def test_a_pairing_entered_twice_is_told_and_counts_once(case: list[str]) -> None:
    kind, start, end, reason, finding, begun, _ = case
    rows = pairings(
        "贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | | | |", f"贺文洁 | 李明 | {kind} | {start} | {end} | {reason} | |"
    )
    gaps = cover(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=rows)
    told = [each for each in coverage_findings(gaps) if each.code != "pairing_without_measures"]
    assert [" ".join(each) for each in facts_of(told)] == ([finding] if finding else [])
    assert all([place.cell for place in each.also] == ["B2"] and "!B2" in each.sentence for each in told)
    assert sorted(gap.started.isoformat() for gap in gaps.without_measures) == begun.split()


def test_a_row_of_several_people_entered_twice_is_told_once() -> None:
    tables = school(
        students=PUPIL_TO_GUIDE + "\n罗小满 | 七年级(1)班 | 问题生 | 在读",
        staff=NO_MEMBER,
        pairings=pairings(*[f"贺文洁 | 李明、罗小满 | 党员帮扶 | 2025-09-01 | | | {PLAN}"] * 3),
    )
    people = people_of(tables)
    told = coverage_findings(coverage(tables, people, period("2026-10")))
    assert facts_of(told) == [("pairing_twice", "B3"), ("pairing_twice", "B4")]
    assert all("李明、罗小满" in each.sentence for each in told)
    contacts = contact_status(tables, people, PLAIN, period("2026-10"))
    assert contacts["student"].tolist() == ["李明", "罗小满"]


def test_of_three_equal_rows_the_two_later_ones_are_doubled() -> None:
    tables = school(pairings=pairings(*["贺文洁 | 李明 | 党员帮扶 | 2025-09-01"] * 3))
    assert doubled_pairs(tables, people_of(tables))["pairing"].tolist() == [1, 2]


def test_of_equal_rows_the_first_counts_however_many_there_are() -> None:
    names = [f"甲{number}" for number in range(20)]
    tables = school(
        students="姓名 | 班级 | 类别 | 状态\n" + "\n".join(f"{name} | 七年级(1)班 | 问题生 | 在读" for name in names),
        staff=NO_MEMBER,
        pairings=pairings(*[f"贺文洁 | {name} | 党员帮扶 | 2025-09-01 | | | {PLAN}" for name in names * 2]),
    )
    pairs = pairs_of(tables, people_of(tables))
    assert (pairs["pairing"].tolist(), pairs.index.tolist()) == ([*range(20)], [*range(20)])
    assert not {"index", "level_0"} & set(pairs)


def test_a_pairing_that_ends_on_the_day_of_the_next_is_entered_twice() -> None:
    rows = (
        "贺文洁 | 李明 | 党员帮扶 | 2024-09-01 | 2025-09-01 | 毕业",
        "贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | | | | |",
    )
    told = found(students=PUPIL_TO_GUIDE, staff=NO_MEMBER, pairings=pairings(*rows))
    assert ("pairing_twice", "B3") in told


def test_the_pupils_of_a_row_entered_twice_are_told_in_the_order_of_the_row() -> None:
    names = [f"甲{number}" for number in range(20)]
    gaps = cover(
        students="姓名 | 班级 | 类别 | 状态\n" + "\n".join(f"{name} | 七年级(1)班 | 问题生 | 在读" for name in names),
        staff=NO_MEMBER,
        pairings=pairings(*[f"贺文洁 | {'、'.join(names)} | 党员帮扶 | 2025-09-01 | | | {PLAN}"] * 3),
    )
    assert ["、".join(names) in each.sentence for each in coverage_findings(gaps)] == [True, True]


def test_an_empty_school() -> None:
    none = cover(staff="姓名 | 部门 | 职务级别 | 党员", students="姓名 | 班级 | 类别 | 状态")
    assert none == Coverage([], [], [], [], [], [], [], [], [])


DAYS = st.dates(dt.date(2022, 1, 1), dt.date(2027, 6, 30)).map(str)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["贺文洁", "史一鸣"]),
        st.sampled_from(["李明", "罗小满"]),
        st.just("党员帮扶"),
        DAYS,
        st.one_of(st.just(""), DAYS),
        st.sampled_from(["", "毕业", "换人"]),
    ),
    max_size=6,
)
TWO_AND_TWO = school()


@given(ROWS)
@hypothesis_settings(max_examples=20)
def test_lists_agree_with_each_other(rows: list[tuple[str, ...]]) -> None:
    tables = {**TWO_AND_TWO, "pairings": typed_table(PAIRINGS, PAIRING_HEAD, rows)}
    gaps = coverage(tables, people_of(tables), period("2026-10"))
    opened = [row for row in rows if row[3] <= "2026-10-31" and (not row[4] or row[4] > "2026-10-31")]
    assert {gap.name for gap in gaps.members_without_pairing} == {"贺文洁", "史一鸣"} - {row[0] for row in opened}
    assert {gap.student for gap in gaps.students_without_helper} == {"李明", "罗小满"} - {row[1] for row in opened}
    # Rows with one end and one reason are one pairing; an end without a reason makes each row a case of its own.
    once = {(row[0], row[1], row[4], row[5] or (number if row[4] else "")) for number, row in enumerate(opened)}
    assert len(gaps.without_measures) == len(once)
    assert not {gap.pairing for gap in gaps.expired_pairings} & {gap.pairing for gap in gaps.expiring}
    assert not {gap.pairing for gap in gaps.broken_pairings} & {gap.pairing for gap in gaps.without_measures}
    warned = [each for each in coverage_findings(gaps) if each.severity == "error"]
    assert len(warned) == sum(1 for row in rows if row[4] and row[4] <= "2026-10-31" and not row[5])
