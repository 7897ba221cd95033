"""School terms: one spelling, 2026-2027学年第一学期, and their place in the calendar.

The first term runs from September to January, the second from February to August.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pipeline.dates import month_end, school_year
from pipeline.faults import Fault
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from pipeline.faults import CellValue

_DASHES = re.compile(r"[\u2010-\u2015\u2212~\u223c\uff5e/至到]+|-{2,}")
_FIRST = r"(?P<first>第[一1]学?期?|[上秋]季?学?期?|\(1\)|-1|1)"
_SECOND = r"(?P<second>第[二2]学?期?|[下春]季?学?期?|\(2\)|-2|2)"
_YEARS = re.compile(rf"(?P<start>\d{{4}})-(?P<end>\d{{4}})(?:学年度?)?(?:{_FIRST}|{_SECOND})", re.ASCII)
_ONE_YEAR = re.compile(rf"(?P<start>\d{{4}})学年度?(?:{_FIRST}|{_SECOND})", re.ASCII)
_SEASON = re.compile(r"(?P<year>\d{4})年?(?P<season>[春秋])季?(?:学期)?", re.ASCII)
_CANONICAL = re.compile(r"(?P<start>\d{4})-\d{4}学年第(?P<number>[一二])学期", re.ASCII)
_SECOND_TERM_MONTHS = range(2, 9)


def parse_term(value: CellValue) -> str | Fault | None:
    """A term in its one spelling; None where the cell is blank.

    上学期, 秋季学期 and 第一学期 are one, and so are 2026年秋季学期, 2026学年第一学期 and 2026-2027-1. A 上学期 of a
    single calendar year is a Fault: some places call the spring term so.
    """
    text = _DASHES.sub("-", fold(as_text(value)))
    if not text:
        return None
    if not isinstance(value, str):
        return Fault("term_unreadable")
    if found := _YEARS.fullmatch(text):
        start = int(found["start"])
        term = _spell(start, first=bool(found["first"]))
        return term if int(found["end"]) == start + 1 else Fault("term_unreadable", term)
    if found := _ONE_YEAR.fullmatch(text):
        return _spell(int(found["start"]), first=bool(found["first"]))
    if found := _SEASON.fullmatch(text):
        autumn = found["season"] == "秋"
        return _spell(int(found["year"]) - (not autumn), first=autumn)
    return Fault("term_unreadable")


def term_of(day: date) -> str:
    """The term in which a day lies."""
    return _spell(school_year(day), first=day.month not in _SECOND_TERM_MONTHS)


def term_bounds(term: str) -> tuple[date, date]:
    """The first and the last day of a term in its one spelling; ValueError for any other text."""
    start, first = _parts(term)
    if first:
        return date(start, 9, 1), month_end((start + 1, 1))
    return date(start + 1, 2, 1), month_end((start + 1, 8))


def previous_term(term: str) -> str:
    """The term before a term in its one spelling; ValueError for any other text."""
    start, first = _parts(term)
    return _spell(start - first, first=not first)


def _parts(term: str) -> tuple[int, bool]:
    found = _CANONICAL.fullmatch(term)
    if not found:
        message = f"not the spelling of a term: {term!r}"
        raise ValueError(message)
    return int(found["start"]), found["number"] == "一"


def _spell(start: int, *, first: bool) -> str:
    return f"{start}-{start + 1}学年第{'一' if first else '二'}学期"
