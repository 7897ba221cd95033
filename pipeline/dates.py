"""Dates and months of cells, and the calendar of a school."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeAlias

from pipeline.faults import Fault, unreadable
from pipeline.text import half_width, unwrap_export

if TYPE_CHECKING:
    from pipeline.faults import CellValue

# A calendar month: year and month.
Month: TypeAlias = tuple[int, int]

# An amount shown as a date falls into 1900 (3.1 is 3 January 1900), so what happened before 2000 is asked about.
FIRST_YEAR = 2000
LAST_YEAR = 2099
SCHOOL_YEAR_STARTS = 9

# Serial numbers of Excel that fall between 2000 and 2099: what a date becomes under a number's format.
_SERIALS = range(36526, 73051)
_SERIAL_ZERO = date(1899, 12, 30)
_CENTURY = 2000

_TIME = r"\d{1,2}[:时点](?:\d{1,2}分?)?(?::?\d{1,2}秒?)?(?:\.\d+)?"
_WEEKDAY = r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?"
_TAIL = rf"(?:\s*{_WEEKDAY})?(?:(?:\s+|T|(?<=[日号])){_TIME})?(?:\s*{_WEEKDAY})?"
_DAY = re.compile(
    r"(?:(?P<y1>\d{4}) ?(?P<sign>[-./]) ?(?P<m1>\d{1,2}) ?(?P=sign) ?(?P<d1>\d{1,2})"
    rf"|(?P<y2>\d{{4}}) ?年 ?(?P<m2>\d{{1,2}}) ?月 ?(?P<d2>\d{{1,2}}) ?[日号]?){_TAIL}",
    re.ASCII,
)
_COMPACT = re.compile(
    rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d)(?:\s*\d\d:?\d\d(?::?\d\d)?)?(?:\s*{_WEEKDAY})?",
    re.ASCII,
)
_SHORT_YEAR = re.compile(r"(?P<y>\d\d)(?P<sign>[-./年])(?P<m>\d{1,2})(?:(?P=sign)|月)(?P<d>\d{1,2})[日号]?", re.ASCII)
_MONTH = re.compile(r"(?P<y1>\d{4})(?:[-./]| ?年 ?)(?P<m1>\d{1,2})(?: ?月份?)?|(?P<y2>\d{4})(?P<m2>\d\d)", re.ASCII)
_NO_YEAR = re.compile(rf"\d{{1,2}}(?:月\s*\d{{1,2}}[日号]?|[-./]\d{{1,2}}){_TAIL}", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def parse_date(value: CellValue, first_year: int = FIRST_YEAR) -> date | Fault | None:
    """The day that a cell states (a time beside it is dropped); None where the cell is blank.

    first_year: earlier dates are asked about; give an earlier one where such dates are normal (入职日期).
    """
    if isinstance(value, str):
        return _from_text(_tidy(value), first_year)
    if isinstance(value, datetime):
        return _plausible(value.date(), first_year)
    if isinstance(value, date):
        return _plausible(value, first_year)
    if isinstance(value, (time, timedelta)):
        return Fault("date_is_time")
    return Fault("date_unreadable") if isinstance(value, bool) else _from_number(value, first_year)


def parse_month(value: CellValue) -> Month | Fault | None:
    """The calendar month that a cell states: 2026-10, 2026年10月, 202610 or any day of it; None where blank.

    A number such as 2026.1 is a Fault: 2026.10 looks the same.
    """
    if isinstance(value, float) and value.is_integer():
        value = f"{value:.0f}"
    if isinstance(value, str):
        text = _tidy(value)
        found = _MONTH.fullmatch(text)
        if not text or found:
            return _month_found(found) if found else None
    day = parse_date(value)
    return month_of(day) if isinstance(day, date) else Fault("month_unreadable")


def school_year(day: date) -> int:
    """The year in which the school year of that day began: 2026 from September 2026 to August 2027."""
    return day.year if day.month >= SCHOOL_YEAR_STARTS else day.year - 1


def month_of(day: date) -> Month:
    """The calendar month of a day."""
    return day.year, day.month


def month_start(month: Month) -> date:
    """The first day of a month."""
    return date(month[0], month[1], 1)


def month_end(month: Month) -> date:
    """The last day of a month."""
    return date(month[0], month[1], calendar.monthrange(*month)[1])


def shift_month(month: Month, months: int) -> Month:
    """The month so many months later (earlier where negative)."""
    year, index = divmod(month[0] * 12 + month[1] - 1 + months, 12)
    return year, index + 1


def month_text(month: Month) -> str:
    """A month for machines: 2026-10."""
    return f"{month[0]:04d}-{month[1]:02d}"


def add_years(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28 February where the year has none.

    So three years from 29 February 2024 are full at the end of 28 February 2027, the month's last day.
    """
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def chinese_date(day: date) -> str:
    """A date for people, without leading zeros: 2026年11月4日."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_month(month: Month) -> str:
    """A month for people: 2026年10月."""
    return f"{month[0]}年{month[1]}月"


def _tidy(text: str) -> str:
    """Half-width text with single blanks inside."""
    return " ".join(unwrap_export(half_width(text)).split())


def _plausible(day: date, first_year: int) -> date | Fault:
    return day if first_year <= day.year <= LAST_YEAR else Fault("date_strange")


def _build(year: str, month: str, day: str, first_year: int) -> date | Fault:
    try:
        return _plausible(date(int(year), int(month), int(day)), first_year)
    except ValueError:
        return Fault("date_impossible")


def _from_number(number: float, first_year: int) -> date | Fault:
    """20260305.0 is a date; any other number is a serial number or an amount, and which is not known."""
    whole = f"{number:.0f}"
    if float(number).is_integer() and (found := _COMPACT.fullmatch(whole)):
        return _build(found["y"], found["m"], found["d"], first_year)
    if float(number).is_integer() and _is_month(whole):
        return Fault("date_month_only")
    serial = number == number and number // 1 in _SERIALS  # noqa: PLR0124  NaN differs from itself
    return Fault("date_number", (_SERIAL_ZERO + timedelta(days=number // 1)).isoformat() if serial else "")


def _from_text(text: str, first_year: int) -> date | Fault | None:
    if not text:
        return None
    if found := _DAY.fullmatch(text):
        year, month, day = (found[f"{part}1"] or found[f"{part}2"] for part in "ymd")
        return _build(year, month, day, first_year)
    if found := _COMPACT.fullmatch(text):
        return _build(found["y"], found["m"], found["d"], first_year)
    return _explain(text)


def _explain(text: str) -> Fault:
    """Why a text is no date: the narrowest reason first."""
    if _is_month(text):
        return Fault("date_month_only")
    if found := _SHORT_YEAR.fullmatch(text):
        day = _build(str(_CENTURY + int(found["y"])), found["m"], found["d"], FIRST_YEAR)
        return Fault("date_unreadable", day.isoformat() if isinstance(day, date) else "")
    if _NO_YEAR.fullmatch(text):
        return Fault("date_without_year")
    if _NUMBER.fullmatch(text):
        fault = _from_number(float(text), FIRST_YEAR)
        return fault if isinstance(fault, Fault) else Fault("date_unreadable")
    return unreadable(text, "date_is_time" if re.fullmatch(_TIME, text) else "date_unreadable")


def _is_month(text: str) -> bool:
    found = _MONTH.fullmatch(text)
    return found is not None and not isinstance(_month_found(found), Fault)


def _month_found(found: re.Match[str]) -> Month | Fault:
    year, month = int(found["y1"] or found["y2"]), int(found["m1"] or found["m2"])
    plausible = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12  # noqa: PLR2004  a year has 12 months
    return (year, month) if plausible else Fault("month_unreadable")
