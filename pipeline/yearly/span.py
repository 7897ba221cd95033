"""The year or term that a paper is about, and the month at whose end its state is judged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.period import ONE_DAY, Period
from pipeline.stop import CannotRunError
from pipeline.terms import parse_term, term_bounds, term_of

_YEAR_LENGTH, _FIRST_TERM_MONTH, _SECOND_TERM_MONTH = 4, 9, 2


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar year or a term, up to the last of its months that is over on the run date.

    name: as people say it (2026年度, 2026-2027学年第一学期). first, last: its days, all of them. period: the month
    at whose end everything is judged. terms: those that its pupils' figures are of, in their one spelling.
    """

    name: str
    first: dt.date
    last: dt.date
    period: Period
    terms: tuple[str, ...]

    @property
    def until(self) -> dt.date:
        """The last day that its figures cover."""
        return min(self.period.last, self.period.today)

    @property
    def complete(self) -> bool:
        """Whether all of it is over on the run date."""
        return self.last < self.period.today


def year_span(text: str, today: dt.date) -> Span:
    """The calendar year written 2026. CannotRunError if it is no year, or one that has not begun.

    The terms are those that begin in the year, up to the month (in January the running one).
    """
    plain = text.strip().removesuffix("度").removesuffix("年")
    if not (plain.isascii() and plain.isdigit() and len(plain) == _YEAR_LENGTH and plain.startswith("20")):
        raise CannotRunError("bad_year", year=text)
    year = int(plain)
    if year > today.year:
        raise CannotRunError("future_span", span=f"{year}年")
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    period = _period(first, last, today)
    begun = (dt.date(year, month, 1) for month in (_SECOND_TERM_MONTH, _FIRST_TERM_MONTH))
    terms = tuple(term_of(day) for day in begun if day <= period.last) or (term_of(period.last),)
    return Span(f"{year}年度", first, last, period, terms)


def term_span(text: str, today: dt.date) -> Span:
    """The term written 2026-2027-1, or as people write it; CannotRunError if it is no term, or has not begun."""
    term = parse_term(text)
    if not isinstance(term, str):
        raise CannotRunError("bad_term", term=text)
    first, last = term_bounds(term)
    if first > today:
        raise CannotRunError("future_span", span=term)
    return Span(term, first, last, _period(first, last, today), (term,))


def current_year(today: dt.date) -> str:
    """The year of the last month that is over on the run date."""
    return str((today.replace(day=1) - ONE_DAY).year)


def current_term(today: dt.date) -> str:
    """The term of the last month that is over on the run date."""
    return term_of(today.replace(day=1) - ONE_DAY)


def _period(first: dt.date, last: dt.date, today: dt.date) -> Period:
    """The last month of the span that is over on the run date; its first month where none is."""
    over = max(first, min(last, today.replace(day=1) - ONE_DAY))
    return Period(over.year, over.month, today)
