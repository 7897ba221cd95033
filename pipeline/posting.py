"""How long a sheet hangs: working days of China, without weekends and public holidays.

Rule: days are working days by the State Council's yearly arrangement (国务院办公厅节假日安排), in which some Saturdays
and Sundays are worked. A year whose arrangement is not known yet counts Monday to Friday, and says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Posting:
    """From which to which day a sheet hangs, both included, and how many working days these are.

    holidays_known: False where the holidays of a year are not known, so that only weekends were left out.
    """

    first: dt.date
    last: dt.date
    days: int
    holidays_known: bool = True


def posting_period(
    run_day: dt.date,
    days: int,
    planned_from: dt.date | None = None,
    planned_to: dt.date | None = None,
) -> Posting:
    """The period of posting.

    What 公示安排 says goes first. Without it a sheet hangs from the first working day after the run: on the day it is
    made it still has to be checked, signed and sealed. It hangs for `days` working days (公示工作日, at least one).
    """
    first = planned_from or next_working_day(run_day)
    last = planned_to if planned_to is not None and planned_to >= first else last_of(first, max(days, 1))
    span = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    worked = [is_working_day(day) for day in span]
    return Posting(first, last, sum(works for works, _ in worked), all(known for _, known in worked))


def last_of(first: dt.date, days: int) -> dt.date:
    """The last of so many working days, counted from a day that itself counts only if it is one."""
    day, left = first, days
    while True:
        left -= is_working_day(day)[0]
        if left <= 0:
            return day
        day += ONE_DAY


def next_working_day(day: dt.date) -> dt.date:
    """The first working day after a day."""
    day += ONE_DAY
    while not is_working_day(day)[0]:
        day += ONE_DAY
    return day


def is_working_day(day: dt.date) -> tuple[bool, bool]:
    """Whether people work on that day, and whether the year's holidays are known."""
    from chinese_calendar import is_workday  # noqa: PLC0415 - only pages that are posted need it

    try:
        return bool(is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < SATURDAY, False
