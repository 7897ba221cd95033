"""Dates and months of cells: what is read, and what is a problem and never a guess."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import (
    add_years,
    chinese_date,
    chinese_month,
    month_end,
    month_of,
    month_start,
    month_text,
    parse_date,
    parse_month,
    school_year,
    shift_month,
)
from pipeline.faults import Fault

if TYPE_CHECKING:
    from pipeline.dates import Month
    from pipeline.faults import CellValue

FIFTH = date(2026, 3, 5)
SCHOOL_DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 3, 5),  # noqa: DTZ001  cells have no time zone
        datetime(2026, 3, 5, 14, 6, 51),  # noqa: DTZ001
        FIFTH,
        20260305.0,
        "2026.3.5",
        "2026/3/5",
        "2026-03-05",
        "2026年3月5日",
        "2026年3月5",
        "2026 年 3 月 5 日",
        "20260305",
        "2026.3.5 ",
        "2026. 3. 5",
        " 2026.03.05\u3000",
        "\u00a02026/03/05\t",
        "２０２６．３．５",
        "2026年０３月０５日",
        "2026-03-05 14:06:51",
        "2026-03-05T14:06:51",
        "2026-03-05 14:06:51.0",
        "2026/03/05  14:06:51",
        "2026-03-05\u300014:06",
        "20260305 15:24:03",
        "20260305140651",
        "2026年3月5日 14:06",
        "2026年3月5日14:06",
        "2026年3月5日 星期四",
        "2026年3月5日（周四）",
        "2026-03-05 周四 14:06",
        '="20260305"',
        "`2026-03-05",
    ],
)
def test_each_writing_of_a_day_is_read(value: CellValue) -> None:
    assert parse_date(value) == FIFTH
    assert type(parse_date(value)) is date


@pytest.mark.parametrize("value", ["", " ", "\u3000", "\u200b"])
def test_a_blank_is_none(value: str) -> None:
    assert parse_date(value) is None
    assert parse_month(value) is None


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        ("3月5日", "date_without_year", ""),
        ("3月5日 14:06", "date_without_year", ""),
        ("3.5", "date_without_year", ""),
        ("12/29", "date_without_year", ""),
        ("2026.2.30", "date_impossible", ""),
        ("2026年13月1日", "date_impossible", ""),
        ("20260230", "date_impossible", ""),
        (20260230.0, "date_impossible", ""),
        ("2027-02-29", "date_impossible", ""),
        ("2026-08", "date_month_only", ""),
        ("2026年8月", "date_month_only", ""),
        ("2026年8月份", "date_month_only", ""),
        ("202608", "date_month_only", ""),
        (202608.0, "date_month_only", ""),
        (3.1, "date_number", ""),
        (46000.0, "date_number", "2025-12-09"),
        (46000.5, "date_number", "2025-12-09"),
        ("46000", "date_number", "2025-12-09"),
        (36525.0, "date_number", ""),
        (36526.0, "date_number", "2000-01-01"),
        (73050.0, "date_number", "2099-12-31"),
        (73051.0, "date_number", ""),
        (0.0, "date_number", ""),
        (float("nan"), "date_number", ""),
        (float("inf"), "date_number", ""),
        ("9" * 400, "date_number", ""),
        ("26.3.5", "date_unreadable", "2026-03-05"),
        ("26年3月5日", "date_unreadable", "2026-03-05"),
        ("26.2.30", "date_unreadable", ""),
        ("5/3/2026", "date_unreadable", ""),
        ("2026.3-5", "date_unreadable", ""),
        ("2026.3.5-3.7", "date_unreadable", ""),
        ("2026-3-514:06", "date_unreadable", ""),
        ("待定", "date_unreadable", ""),
        ("同上", "cell_ditto", ""),
        (True, "date_unreadable", ""),
        (time(0, 0), "date_is_time", ""),
        (timedelta(hours=30), "date_is_time", ""),
        ("14:06", "date_is_time", ""),
        (datetime(1900, 1, 3, 2, 24), "date_strange", ""),  # noqa: DTZ001  cells have no time zone
        (date(1985, 8, 20), "date_strange", ""),
        ("1985.8.20", "date_strange", ""),
        ("2206.3.5", "date_strange", ""),
    ],
)
def test_what_is_no_certain_day_is_a_problem(value: CellValue, code: str, hint: str) -> None:
    assert parse_date(value) == Fault(code, hint)


@pytest.mark.parametrize("value", ["1985.8.20", 19850820.0, date(1985, 8, 20)])
def test_a_field_may_allow_earlier_years(value: CellValue) -> None:
    assert parse_date(value, first_year=1950) == date(1985, 8, 20)


@given(SCHOOL_DAYS)
def test_every_writing_of_a_day_is_read_back(day: date) -> None:
    assert parse_date(chinese_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.year}.{day.month}.{day.day} ") == day
    assert parse_date(float(f"{day:%Y%m%d}")) == day


@given(st.text(max_size=20) | st.text("0123456789.-/年月日: ", max_size=12) | st.floats())
def test_no_value_raises(value: str | float) -> None:
    assert isinstance(parse_date(value), (date, Fault, type(None)))
    assert isinstance(parse_month(value), (tuple, Fault, type(None)))


@pytest.mark.parametrize(
    "value",
    [
        "2026-10",
        "2026年10月",
        "2026年10月份",
        "2026.10",
        "2026/10",
        "202610",
        202610.0,
        "2026-10-01",
        date(2026, 10, 31),
        "2026年 10 月",
        "２０２６－１０",
    ],
)
def test_each_writing_of_a_month_is_read(value: CellValue) -> None:
    assert parse_month(value) == (2026, 10)


@pytest.mark.parametrize("value", [2026.1, "2026-13", "2026-00", "十月", "10月", "26-10", True, time(0, 0), 46000.0])
def test_what_is_no_certain_month_is_a_problem(value: CellValue) -> None:
    assert parse_month(value) == Fault("month_unreadable")


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 31), 2026), (date(2027, 8, 31), 2026)],
)
def test_september_starts_the_school_year(day: date, year: int) -> None:
    assert school_year(day) == year


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2023, 10, 31), 3, date(2026, 10, 31)),
        (date(2024, 2, 29), 3, date(2027, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2027, 2, 28), -3, date(2024, 2, 28)),
    ],
)
def test_years_are_added_to_the_same_day(day: date, years: int, expected: date) -> None:
    assert add_years(day, years) == expected


@pytest.mark.parametrize(
    ("month", "first", "last", "text", "chinese"),
    [
        ((2026, 10), date(2026, 10, 1), date(2026, 10, 31), "2026-10", "2026年10月"),
        ((2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02", "2024年2月"),
        ((2026, 12), date(2026, 12, 1), date(2026, 12, 31), "2026-12", "2026年12月"),
    ],
)
def test_a_month_has_bounds_and_names(month: Month, first: date, last: date, text: str, chinese: str) -> None:
    assert (month_start(month), month_end(month)) == (first, last)
    assert (month_text(month), chinese_month(month)) == (text, chinese)
    assert month_of(first) == month_of(last) == month


@given(SCHOOL_DAYS, st.integers(-100, 100))
def test_months_shift_there_and_back(day: date, months: int) -> None:
    month = month_of(day)
    assert shift_month(shift_month(month, months), -months) == month
    assert month_of(month_end(month) + timedelta(days=1)) == shift_month(month, 1)


def test_a_date_for_people_has_no_leading_zeros() -> None:
    assert chinese_date(date(2026, 11, 4)) == "2026年11月4日"
