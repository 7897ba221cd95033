"""Which days, months and terms a year's or a term's papers cover."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.stop import CannotRunError
from pipeline.yearly.span import current_term, current_year, term_span, year_span

# Asked for | run date | month judged | figures until | complete | terms
YEARS = """
    2026     | 2027-01-01 | 2026-12 | 2026-12-31 | yes | 2025-2026学年第二学期 2026-2027学年第一学期
    2026     | 2026-12-31 | 2026-11 | 2026-11-30 | no  | 2025-2026学年第二学期 2026-2027学年第一学期
    2026年度 | 2026-08-31 | 2026-07 | 2026-07-31 | no  | 2025-2026学年第二学期
    2026年   | 2026-09-01 | 2026-08 | 2026-08-31 | no  | 2025-2026学年第二学期
    2026     | 2026-02-01 | 2026-01 | 2026-01-31 | no  | 2025-2026学年第一学期
    2026     | 2026-01-20 | 2026-01 | 2026-01-20 | no  | 2025-2026学年第一学期
"""
TERMS = """
    2026-2027-1           | 2027-02-01 | 2027-01 | 2027-01-31 | yes
    2026-2027学年第一学期 | 2027-01-31 | 2026-12 | 2026-12-31 | no
    2025-2026-2           | 2026-11-24 | 2026-08 | 2026-08-31 | yes
    2025-2026学年下学期   | 2026-03-15 | 2026-02 | 2026-02-28 | no
    2026年秋季学期        | 2026-09-10 | 2026-09 | 2026-09-10 | no
"""


def cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize("case", cells(YEARS), ids=" ".join)
def test_years(case: list[str]) -> None:
    asked, today, month, until, complete, terms = case
    span = year_span(asked, dt.date.fromisoformat(today))
    assert (span.period.key, span.until.isoformat()) == (month, until)
    assert (span.complete, span.terms) == (complete == "yes", tuple(terms.split()))
    assert (span.name, span.first, span.last) == ("2026年度", dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize("case", cells(TERMS), ids=" ".join)
def test_terms(case: list[str]) -> None:
    asked, today, month, until, complete = case
    span = term_span(asked, dt.date.fromisoformat(today))
    assert (span.period.key, span.until.isoformat(), span.complete) == (month, until, complete == "yes")
    assert span.terms == (span.name,)


@pytest.mark.parametrize("text", ["", "26", "二〇二六", "2026-10", "1926", "２０２６"])
def test_what_is_no_year(text: str) -> None:
    with pytest.raises(CannotRunError) as stop:
        year_span(text, dt.date(2026, 11, 24))
    assert "2026 这样" in stop.value.sentence


@pytest.mark.parametrize("text", ["", "2026", "2026-2028-1", "xterm-256color"])
def test_what_is_no_term(text: str) -> None:
    with pytest.raises(CannotRunError) as stop:
        term_span(text, dt.date(2026, 11, 24))
    assert "2026-2027-1" in stop.value.sentence


def test_what_has_not_begun_has_no_papers() -> None:
    with pytest.raises(CannotRunError):
        year_span("2027", dt.date(2026, 12, 31))
    with pytest.raises(CannotRunError):
        term_span("2026-2027-2", dt.date(2027, 1, 31))
    assert term_span("2026-2027-2", dt.date(2027, 2, 1)).period.key == "2027-02"


def test_left_out_it_is_that_of_the_last_month_over() -> None:
    assert current_year(dt.date(2027, 1, 31)) == "2026"
    assert current_year(dt.date(2027, 2, 1)) == "2027"
    assert current_term(dt.date(2026, 9, 30)) == "2025-2026学年第二学期"
    assert current_term(dt.date(2026, 10, 1)) == "2026-2027学年第一学期"
