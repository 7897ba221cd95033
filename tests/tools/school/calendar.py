"""School years, terms, classes and working days of the invented school."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
GRADES = ("七年级", "八年级", "九年级")
FIRST_GRADE = 7
HOLIDAYS = (  # first and last day off
    (date(2025, 10, 1), date(2025, 10, 8)),
    (date(2026, 1, 1), date(2026, 1, 3)),
    (date(2026, 2, 15), date(2026, 2, 23)),
    (date(2026, 4, 4), date(2026, 4, 6)),
    (date(2026, 5, 1), date(2026, 5, 5)),
    (date(2026, 6, 19), date(2026, 6, 21)),
    (date(2026, 9, 25), date(2026, 9, 27)),
    (date(2026, 10, 1), date(2026, 10, 7)),
)
SATURDAY = 5


def is_workday(day: date) -> bool:
    """True on Monday to Friday outside the public holidays listed here."""
    return day.weekday() < SATURDAY and not any(first <= day <= last for first, last in HOLIDAYS)


def workday(day: date) -> date:
    """The day itself or the next working day after it."""
    while not is_workday(day):
        day += ONE_DAY
    return day


def later(day: date, days: int) -> date:
    """The first working day that is at least ``days`` days later."""
    return workday(day + days * ONE_DAY)


def earlier(day: date, days: int) -> date:
    """The last working day that is at least ``days`` days earlier."""
    day -= days * ONE_DAY
    while not is_workday(day):
        day -= ONE_DAY
    return day


def school_year(day: date) -> int:
    """The year in which the school year of this day began; a school year begins on 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def class_name(cohort: int, number: int, day: date) -> str:
    """The class of those who entered in ``cohort``, on this day; a cohort that has left keeps its last name."""
    grade = min(school_year(day) - cohort, len(GRADES) - 1)
    return f"{GRADES[grade]}({number})班"


def months(first: date, last: date) -> list[date]:
    """The first days of all months from the month of ``first`` to the month of ``last``."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date((start + i) // 12, (start + i) % 12 + 1, 1) for i in range(count)]


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    return (day.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY
