from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.disclose.view import posting_of, public_view
from pipeline.posting import is_working_day, next_working_day, posting_period
from tests.publication.school import SETTINGS, month_of

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))


def test_a_sheet_hangs_five_working_days_from_the_day_after_the_run() -> None:
    # 3 November 2026 is a Tuesday.
    posting = posting_period(dt.date(2026, 11, 3), 5)
    assert (posting.first, posting.last) == (dt.date(2026, 11, 4), dt.date(2026, 11, 10))
    assert (posting.days, posting.holidays_known) == (5, True)


@pytest.mark.parametrize(
    ("run_day", "first", "last"),
    [
        ("2026-11-06", "2026-11-09", "2026-11-13"),  # made on a Friday: from Monday
        ("2026-09-30", "2026-10-08", "2026-10-13"),  # the holidays of October; Saturday 10 October is worked
        ("2026-02-13", "2026-02-14", "2026-02-27"),  # Saturday 14 February is worked; Spring Festival after it
    ],
)
def test_holidays_and_worked_saturdays_count_as_the_country_has_them(run_day: str, first: str, last: str) -> None:
    posting = posting_period(dt.date.fromisoformat(run_day), 5)
    assert (posting.first.isoformat(), posting.last.isoformat(), posting.days) == (first, last, 5)


def test_what_the_school_planned_goes_first() -> None:
    planned = posting_period(dt.date(2026, 11, 3), 5, dt.date(2026, 11, 9), dt.date(2026, 11, 20))
    assert (planned.first, planned.last, planned.days) == (dt.date(2026, 11, 9), dt.date(2026, 11, 20), 10)


def test_a_planned_start_without_an_end_hangs_the_usual_number_of_days() -> None:
    planned = posting_period(dt.date(2026, 11, 3), 3, dt.date(2026, 11, 6))
    assert (planned.last, planned.days) == (dt.date(2026, 11, 10), 3)


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ("2026-09 | 2026-12-01 | 2026-12-07", "2026-11-04", "2026-11-10"),
        ("2026-10 | 2026-11-09 | 2026-11-20", "2026-11-09", "2026-11-20"),
        ("2026-10 | 2026-11-09 |", "2026-11-09", "2026-11-13"),
        ("2026-10 | | 2026-11-20", "2026-11-04", "2026-11-20"),
        ("2026-10 | 2026-12-01 | 2026-12-07\n2026-10 | 2026-11-09 | 2026-11-20", "2026-11-09", "2026-11-20"),
    ],
    ids=["another month", "both days", "from a day", "to a day", "the last row goes"],
)
def test_a_month_hangs_as_the_row_of_its_plan_says(rows: str, first: str, last: str) -> None:
    posting = posting_of(month_of(公示安排=f"月份 | 公示起 | 公示止\n{rows}"))
    assert (posting.first.isoformat(), posting.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("fund", "shown"),
    [
        ("云岭示例中学爱心基金", "爱心基金"),
        ("翠屏助学基金", "翠屏助学基金"),
        ("云岭示例中学", "爱心基金"),
        ("", "爱心基金"),
    ],
)
def test_a_sheet_says_who_posts_and_whom_to_complain_to(fund: str, shown: str) -> None:
    sheet = public_view(month_of(replace(SETTINGS, fund=fund))).sheet
    assert (sheet.school, sheet.fund, sheet.year, sheet.month) == ("云岭示例中学", shown, 2026, 10)
    assert (sheet.telephone, sheet.office, sheet.extra_basis) == ("0571-00005566", "学校党政办公室", "")


def test_a_planned_end_before_the_start_is_not_followed() -> None:
    assert posting_period(dt.date(2026, 11, 3), 5, dt.date(2026, 11, 9), dt.date(2026, 11, 2)).last > dt.date(
        2026, 11, 9
    )


def test_a_year_whose_holidays_are_not_known_counts_weekdays_and_says_so() -> None:
    posting = posting_period(dt.date(2098, 10, 1), 5)
    assert not posting.holidays_known
    assert (posting.first, posting.last) == (dt.date(2098, 10, 2), dt.date(2098, 10, 8))


def test_no_number_of_days_is_taken_as_one() -> None:
    assert posting_period(dt.date(2026, 11, 3), 0).days == 1


@given(DAYS, st.integers(1, 30))
def test_a_posting_begins_and_ends_on_a_working_day_and_has_the_days_asked_for(run_day: dt.date, days: int) -> None:
    posting = posting_period(run_day, days)
    assert run_day < posting.first <= posting.last
    assert is_working_day(posting.first)[0]
    assert is_working_day(posting.last)[0]
    assert posting.days == days


@given(DAYS)
def test_no_working_day_is_passed_over(day: dt.date) -> None:
    after = next_working_day(day)
    between = [day + dt.timedelta(days=number) for number in range(1, (after - day).days)]
    assert not any(is_working_day(each)[0] for each in between)
