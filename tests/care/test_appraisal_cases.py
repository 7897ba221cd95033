"""The cases behind each number of the appraisal: as many as the number says, each with its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.care.appraisal import COUNTABLE, appraisal_cases, appraise
from pipeline.registers import CONTACTS, PAIRINGS
from tests.care.school import PLAIN, people_of, period, school, typed_table
from tests.care.test_appraisal import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables import Tables

MARCH = period("2026-03")


def cases_of(tables: Tables, part: str) -> list[list[object]]:
    cases = appraisal_cases(tables, people_of(tables), PLAIN, MARCH)
    return [list(row) for row in cases.loc[cases["part"] == part, SHOWN].itertuples(index=False)]


SHOWN = ["student", "month", "good", "state", "register", "rows"]


def test_each_month_due_stands_with_its_contacts() -> None:
    assert cases_of(TABLES, "联系完成") == [
        ["李明", "2026-01", True, "met", "contacts", (1,)],
        ["李明", "2026-02", True, "incomplete", "contacts", (2,)],
        ["李明", "2026-03", True, "met", "contacts", (3,)],
        ["罗小满", "2026-01", False, "missing", "contacts", ()],
        ["田小野", "2026-02", True, "met", "contacts", (4,)],
        ["田小野", "2026-03", False, "missing", "contacts", ()],
    ]
    assert [(each[1], each[2]) for each in cases_of(TABLES, "记录完整")] == [
        ("2026-01", True),
        ("2026-02", False),
        ("2026-03", True),
        ("2026-02", True),
    ]


def test_pairings_and_pupils_stand_with_what_was_found() -> None:
    assert cases_of(TABLES, "结对稳定") == [
        ["李明", "", True, "kept", "pairings", (0,)],
        ["罗小满", "", False, "broken", "pairings", (1,)],
        ["田小野", "", True, "kept", "pairings", (2,)],
    ]
    assert [each[3] for each in cases_of(TABLES, "措施完备")] == ["written", "unwritten", "written"]
    assert cases_of(TABLES, "学生进步") == [
        ["李明", "", True, "improved", "progress", (0, 1)],
        ["罗小满", "", False, "slipped", "progress", (2, 3)],
    ]


def test_no_pairings_no_cases() -> None:
    empty = school()
    assert len(appraisal_cases(empty, people_of(empty), PLAIN, MARCH)) == 0


DATES = st.sampled_from(["2026-01-10", "2026-02-28", "2026-03-16"])
PAIRS = st.lists(
    st.tuples(
        st.sampled_from(["贺文洁", "史一鸣"]),
        st.sampled_from(["李明", "罗小满"]),
        st.just("党员帮扶"),
        DATES,
        st.sampled_from(["", "2026-03-20"]),
    ),
    max_size=4,
)
TALKS = st.lists(
    st.tuples(
        DATES, st.sampled_from(["贺文洁", "史一鸣"]), st.just("李明"), st.just("谈心"), st.sampled_from(["", "稳"])
    ),
    max_size=5,
)
TWO_AND_TWO = school()


@given(PAIRS, TALKS)
@settings(max_examples=10)
def test_the_cases_are_as_many_as_the_numbers(pairs: list[tuple[str, ...]], talks: list[tuple[str, ...]]) -> None:
    tables = {
        **TWO_AND_TWO,
        "pairings": typed_table(PAIRINGS, ("帮扶人", "学生", "类型", "开始日期", "结束日期"), pairs),
        "contacts": typed_table(CONTACTS, ("日期", "帮扶人", "学生", "方式", "思想动态"), talks),
    }
    people = people_of(tables)
    cases = appraisal_cases(tables, people, PLAIN, MARCH)
    for each in appraise(tables, people, PLAIN, MARCH):
        for part in each.parts:
            own: pd.DataFrame = cases[(cases["helper_id"] == each.member) & (cases["part"] == part.name)]
            assert (own["good"].sum(), len(own)) == (part.done, part.total)
    assert set(cases["part"]) <= set(COUNTABLE)
