"""Terms: every spelling of one term, and their place in the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.faults import Fault
from pipeline.terms import parse_term, previous_term, term_bounds, term_of

if TYPE_CHECKING:
    from pipeline.faults import CellValue

FIRST, SECOND = "2026-2027学年第一学期", "2026-2027学年第二学期"
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "2026-2027学年上学期",
        "2026-2027学年秋季学期",
        "2026—2027学年度第一学期",
        "2026~2027学年秋季学期",
        "2026～2027学年第1学期",
        "2026－2027 学年 上学期 ",
        "2026/2027学年第一学期",
        "2026至2027学年上学期",
        "2026-2027第一学期",
        "2026-2027(1)",
        "2026-2027（1）",
        "2026-2027-1",
        "2026秋",
        "2026年秋",
        "2026秋季",
        "2026年秋季学期",
        "2026学年第一学期",
        "2026学年度上学期",
    ],
)
def test_the_first_term_has_one_spelling(text: str) -> None:
    assert parse_term(text) == FIRST


@pytest.mark.parametrize(
    "text",
    [SECOND, "2026-2027学年下学期", "2026-2027学年春季学期", "2026-2027(2)", "2026-2027-2", "2027年春季学期", "2027春"],
)
def test_the_second_term_has_one_spelling(text: str) -> None:
    assert parse_term(text) == SECOND


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2026-2028学年第一学期", FIRST),
        ("2027-2026学年第二学期", "2027-2028学年第二学期"),
        ("2026-2027学年", ""),
        ("2026-2027学年第三学期", ""),
        ("第一学期", ""),
        ("上学期", ""),
        ("2026年上学期", ""),
        ("2026-1", ""),
        (2026.0, ""),
        (20261.0, ""),
        (datetime(2026, 9, 1), ""),  # noqa: DTZ001  cells have no time zone
        (True, ""),
    ],
)
def test_what_is_no_certain_term_is_a_problem(value: CellValue, hint: str) -> None:
    assert parse_term(value) == Fault("term_unreadable", hint)


@pytest.mark.parametrize("value", ["", " ", "\u3000"])
def test_a_blank_is_none(value: str) -> None:
    assert parse_term(value) is None


@given(st.text(max_size=12) | st.text("20267-—学年度第一二上下季春秋期()", max_size=16))
def test_no_text_raises_and_what_is_read_is_canonical(text: str) -> None:
    term = parse_term(text)
    if isinstance(term, str):
        assert parse_term(term) == term


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 8, 31), "2025-2026学年第二学期"),
        (date(2026, 9, 1), FIRST),
        (date(2027, 1, 31), FIRST),
        (date(2027, 2, 1), SECOND),
        (date(2027, 8, 31), SECOND),
    ],
)
def test_a_day_lies_in_a_term(day: date, term: str) -> None:
    assert term_of(day) == term


def test_a_term_has_bounds() -> None:
    assert term_bounds(FIRST) == (date(2026, 9, 1), date(2027, 1, 31))
    assert term_bounds(SECOND) == (date(2027, 2, 1), date(2027, 8, 31))


@given(DAYS)
def test_terms_cover_the_calendar_without_gap(day: date) -> None:
    first, last = term_bounds(term_of(day))
    assert first <= day <= last
    assert term_of(first - timedelta(days=1)) == previous_term(term_of(day))
    assert previous_term(term_of(last + timedelta(days=1))) == term_of(day)


@pytest.mark.parametrize("term", ["", "2026秋", "上学期"])
def test_only_the_one_spelling_has_bounds(term: str) -> None:
    with pytest.raises(ValueError, match="not the spelling"):
        term_bounds(term)
