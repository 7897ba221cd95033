"""The year of contacts: matrix, rates, runs of missed months, slips, counts of departments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.care.contacts import contact_status
from pipeline.care.departments import department_counts
from pipeline.care.matrix import contact_matrix
from pipeline.care.reminders import by_department, slips
from pipeline.registers import CONTACTS, PAIRINGS
from pipeline.settings import Settings
from tests.care.school import PLAIN, STAFF, people_of, period, school, table_of, typed_table

if TYPE_CHECKING:
    from pipeline.care.matrix import ContactMatrix
    from pipeline.tables import Tables

PAIRING_HEAD = ("帮扶人", "学生", "类型", "开始日期", "结束日期")
CONTACT_HEAD = ("日期", "帮扶人", "学生", "方式", "思想动态", "学习状况", "生活状况")
SIGNS = {"met": "+", "incomplete": "o", "missing": "-", "not_due": ".", "": " "}


def year_of(*days: str, pairing: str = "2025-09-01 |") -> Tables:
    """One pair, met in full on these days."""
    return school(
        pairings=" | ".join(PAIRING_HEAD) + f"\n贺文洁 | 李明 | 党员帮扶 | {pairing}",
        contacts=" | ".join(CONTACT_HEAD) + "".join(f"\n{day} | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可" for day in days),
    )


def matrix_of(
    tables: Tables, month: str = "2026-10", settings: Settings = PLAIN, *, school_year: bool = False
) -> ContactMatrix:
    return contact_matrix(tables, people_of(tables), settings, period(month), school_year=school_year)


def signs(matrix: ContactMatrix) -> list[str]:
    return ["".join(SIGNS[status] for status in row) for row in matrix.cells[list(matrix.months)].to_numpy()]


def test_the_calendar_year_up_to_the_month() -> None:
    matrix = matrix_of(year_of("2026-01-31", "2026-02-28", "2026-09-01", "2026-10-31", "2026-11-01", "2025-12-31"))
    assert matrix.months == tuple(f"2026-{month:02}" for month in range(1, 11))
    assert signs(matrix) == ["++------++"]


@pytest.mark.parametrize(
    ("month", "months"),
    [
        ("2026-10", ("2026-09", "2026-10")),
        ("2026-09", ("2026-09",)),
        ("2026-08", ("2025-09", "2025-10", "2025-11", "2025-12", *(f"2026-{month:02}" for month in range(1, 9)))),
    ],
)
def test_the_school_year_up_to_the_month(month: str, months: tuple[str, ...]) -> None:
    assert matrix_of(year_of(), month, school_year=True).months == months


def test_months_not_in_force_are_blank_and_months_not_due_are_not_counted() -> None:
    holidays = Settings(exempt_months=("07", "08"))
    matrix = matrix_of(year_of("2026-05-10", pairing="2026-04-20 | 2026-09-15"), settings=holidays)
    assert signs(matrix) == ["   .+-... "]
    [helper] = matrix.helpers.to_dict("records")
    assert (helper["due"], helper["met"], helper["incomplete"], helper["missing"], helper["rate"]) == (2, 1, 0, 1, 0.5)


# One line a case: days met | runs of missed months as first, last, months, current.
RUNS = """
    2026-03-10 2026-04-10 2026-05-10 2026-06-10 2026-09-10 2026-10-10 | 2026-01 2026-02 2 False
    2026-01-10 2026-03-10 2026-05-10 2026-09-10                       |
    2026-01-10 2026-02-10 2026-03-10 2026-04-10 2026-05-10            | 2026-06 2026-10 3 True
    2026-01-10 2026-04-10 2026-05-10                                  | 2026-02 2026-03 2 False; 2026-06 2026-10 3 True
"""
RUN_CASES = [line.split("|") for line in RUNS.strip().splitlines()]


@pytest.mark.parametrize(("days", "runs"), RUN_CASES)
def test_runs_of_missed_months_pass_over_months_not_due(days: str, runs: str) -> None:
    matrix = matrix_of(year_of(*days.split()), settings=Settings(exempt_months=("07", "08")))
    found = [f"{row.first} {row.last} {row.months} {row.current}" for row in matrix.runs.itertuples()]
    assert found == [run.strip() for run in runs.split(";") if run.strip()]


@pytest.mark.parametrize(
    ("opening", "days", "months"),
    [
        ("2026-08-31", ("2026-10-10",), ("2026-09", "2026-10")),
        ("2026-08-31", ("2026-07-31", "2026-10-10"), ("2026-07", "2026-08", "2026-09", "2026-10")),
        ("2026-08-30", (), ("2026-08", "2026-09", "2026-10")),
    ],
    ids=["after the opening", "contacts before it", "the last day of August is a day of records"],
)
def test_months_before_any_records_are_left_out(opening: str, days: tuple[str, ...], months: tuple[str, ...]) -> None:
    settings = Settings(opening_date=dt.date.fromisoformat(opening))
    assert matrix_of(year_of(*days), settings=settings).months == months


def test_an_empty_school_has_an_empty_matrix() -> None:
    matrix = matrix_of(school())
    assert (len(matrix.cells), len(matrix.helpers), len(matrix.runs)) == (0, 0, 0)
    assert matrix.school["due"].tolist() == [0]
    assert matrix.school["rate"].isna().all()


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 10, 31)).map(str)
PEOPLE = (st.sampled_from(["贺文洁", "史一鸣", "贺文洁、史一鸣"]), st.sampled_from(["李明", "罗小满"]))
PAIRS = st.lists(st.tuples(*PEOPLE, st.just("党员帮扶"), DAYS, st.one_of(st.just(""), DAYS)), max_size=5)
TALKS = st.lists(
    st.tuples(DAYS, *PEOPLE, st.just("谈心"), st.just("稳"), st.just("好"), st.sampled_from(["", "可"])), max_size=9
)
TWO_AND_TWO = school()


@given(PAIRS, TALKS)
@hypothesis_settings(max_examples=10)
def test_helpers_and_departments_sum_to_the_school(pairs: list[tuple[str, ...]], talks: list[tuple[str, ...]]) -> None:
    tables = {
        **TWO_AND_TWO,
        "pairings": typed_table(PAIRINGS, PAIRING_HEAD, pairs),
        "contacts": typed_table(CONTACTS, CONTACT_HEAD, talks),
    }
    people = people_of(tables)
    matrix = contact_matrix(tables, people, PLAIN, period("2026-10"))
    total = matrix.school[["due", "met", "incomplete", "missing"]].sum()
    for part in (matrix.helpers, matrix.departments, matrix.by_month):
        assert (part[["due", "met", "incomplete", "missing"]].sum() == total).all()
    assert total["due"] == total["met"] + total["incomplete"] + total["missing"]
    status = contact_status(tables, people, PLAIN, period("2026-10"))
    of_month = matrix.long[matrix.long["month"] == "2026-10"]
    assert of_month["status"].tolist() == status["status"].tolist()
    counts = department_counts(tables, people, status, period("2026-10"))
    assert counts["contacts"].sum() == status["contacts"].sum()
    assert counts["due"].sum() == (status["status"] != "not_due").sum()


SLIP_SCHOOL = school(
    students="""
        姓名   | 班级        | 类别   | 状态
        李明   | 七年级(1)班 | 贫困生 | 在读
        罗小满 | 八年级(1)班 | 贫困生 | 在读
        田小野 | 九年级(1)班 | 贫困生 | 在读
    """,
    pairings=" | ".join(PAIRING_HEAD)
    + """
        史一鸣 | 李明   | 党员帮扶 | 2025-09-01 |
        贺文洁 | 罗小满 | 党员帮扶 | 2025-09-01 |
        史一鸣 | 田小野 | 党员帮扶 | 2025-09-01 |
        史一鸣 | 罗小满 | 党员帮扶 | 2026-10-20 |
    """,
    contacts=" | ".join(CONTACT_HEAD)
    + """
        2026-09-10 | 史一鸣 | 李明   | 谈心 | 稳 | 好 | 可
        2026-10-10 | 史一鸣 | 田小野 | 谈心 |    | 好 |
        2026-10-11 | 贺文洁 | 罗小满 | 谈心 | 稳 | 好 | 可
    """,
)


def test_a_slip_names_what_is_missing_and_the_last_contact() -> None:
    month = period("2026-10", "2026-10-25")
    [slip] = slips(contact_status(SLIP_SCHOOL, people_of(SLIP_SCHOOL), PLAIN, month), month)
    assert (slip.helper, slip.department) == ("史一鸣", "语文组")
    first, second = slip.reminders
    assert (first.student, first.class_name, first.month) == ("李明", "七年级(1)班", "2026-10")
    assert (first.last_contact, first.contacted) == (dt.date(2026, 9, 10), False)
    assert first.parts == ("thoughts", "study", "life")
    assert (second.student, second.contacted, second.parts) == ("田小野", True, ("thoughts", "life"))


def test_before_the_months_end_a_slip_stands_until_the_contact_is_entered() -> None:
    before = period("2026-10", "2026-10-10")
    status = contact_status(SLIP_SCHOOL, people_of(SLIP_SCHOOL), PLAIN, before)
    lists = by_department(slips(status, before))
    assert {name: [slip.helper for slip in each] for name, each in lists.items()} == {
        "语文组": ["史一鸣"],
        "政教处": ["贺文洁"],
    }
    assert lists["政教处"][0].reminders[0].last_contact is None


def test_what_a_department_did_in_the_month() -> None:
    tables = {
        **SLIP_SCHOOL,
        "staff": table_of("staff", f"{STAFF.rstrip()}\n    贺文博 | 政教处 | 教师 | 否"),
        **{
            name: table
            for name, table in school(
                visits="""
                    日期       | 活动     | 对象   | 对象类别   | 走访人
                    2026-10-16 | 重阳走访 | 荀守田 | 退休教职工 | 贺文洁、史一鸣、贺文博
                    2026-09-29 | 国庆走访 | 荀守田 | 退休教职工 | 贺文洁
                    2026-10-17 | 重阳走访 | 李守诚 | 退休教职工 | 外来客
                """,
                surveys="""
                    学期                 | 单位        | 对象 | 摸底日期   | 应摸底人数 | 困难人数 | 责任人
                    2026-2027学年第一学期 | 七年级(1)班 | 学生 | 2026-10-07 | 45         | 1        | 史一鸣
                """,
                donations="""
                    日期       | 捐款人 | 类别 | 金额 | 方式
                    2026-10-12 | 贺文洁 | 教师 | 40   | 现金
                    2026-09-12 | 贺文洁 | 教师 | 40   | 现金
                """,
            ).items()
            if name in {"visits", "surveys", "donations"}
        },
    }
    people, month = people_of(tables), period("2026-10")
    status = contact_status(tables, people, PLAIN, month)
    counts = department_counts(tables, people, status, month).set_index("department")
    assert counts.loc["政教处"].to_dict() == {
        "staff": 2,
        "pairings": 1,
        "contacts": 1,
        "due": 1,
        "met": 1,
        "incomplete": 0,
        "missing": 0,
        "visits": 1,
        "surveys": 0,
        "gifts": 1,
    }
    assert counts.loc["语文组"].to_dict() == {
        "staff": 1,
        "pairings": 3,
        "contacts": 1,
        "due": 2,
        "met": 0,
        "incomplete": 1,
        "missing": 1,
        "visits": 1,
        "surveys": 1,
        "gifts": 0,
    }
