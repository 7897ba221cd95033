"""Amounts of cells: what is read, and what is a problem and never a guess."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.capitals import to_capitals, with_currency
from pipeline.faults import Fault
from pipeline.money import format_yuan, parse_amount, plain_yuan

if TYPE_CHECKING:
    from pipeline.faults import CellValue


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        (50, 5000),
        (50.0, 5000),
        (0.1, 10),
        (0.1 + 0.2, 30),
        (1234.56, 123456),
        (-610.0, -61000),
        (0.0, 0),
        (9_999_999_999.99, 999_999_999_999),
        ("50", 5000),
        ("50元", 5000),
        ("50元整", 5000),
        ("50.5", 5050),
        ("50.", 5000),
        (".5", 50),
        ("人民币50元", 5000),
        ("￥50", 5000),
        ("¥1,234.50", 123450),
        ("１，２３４．５０", 123450),
        ("５０", 5000),
        ("\u00a050\u3000", 5000),
        ("¥ 50", 5000),
        ("50 元", 5000),
        ("20,000.00 ", 2_000_000),
        ("50000元整", 5_000_000),
        ("1,234,567.89", 123_456_789),
        ("CNY 1.00", 100),
        ("rmb50", 5000),
        ("50 RMB", 5000),
        ("+10,000.00", 1_000_000),
        ("-610.00 ", -61000),
        ("\u2212610", -61000),
        ("-¥610", -61000),
        ("¥-610", -61000),
        ("0", 0),
        ("0.20元", 20),
        ("5角", 50),
        ("50元5角", 5050),
        ("3元5角2分", 352),
        ("`28.16\t", 2816),
        ('="28.16"', 2816),
        ("伍拾元整", 5000),
        ("壹仟贰佰元", 120_000),
        ("陆佰圆", 60000),
        ("人民币玖拾元正", 9000),
        ("负伍拾元整", -5000),
        ("伍角", 50),
    ],
)
def test_amounts_are_read_to_the_cent(value: CellValue, cents: int) -> None:
    assert parse_amount(value) == cents


@pytest.mark.parametrize("value", ["", "  ", "\u3000", "\u00a0", "\u200b\ufeff", '=""'])
def test_a_blank_is_none_and_no_zero(value: str) -> None:
    assert parse_amount(value) is None


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("50元（伍拾元整）", 5000),
        ("伍拾元整（¥50.00）", 5000),
        ("大写：伍拾元整 小写：50", 5000),
        ("¥1,234.50 壹仟贰佰叁拾肆元伍角", 123450),
        ("50元（陆拾元整）", Fault("amount_capitals_differ", "50.00")),
        ("伍拾元整（5.00）", Fault("amount_capitals_differ", "5.00")),
        ("50.123（伍拾元整）", Fault("amount_decimals")),
        ("50元（伍伍元整）", Fault("amount_unreadable")),
    ],
)
def test_figures_and_capitals_in_one_cell_must_agree(text: str, cents: int | Fault) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        (33.333, "amount_decimals", ""),
        (50.000001, "amount_decimals", ""),
        ("50.123", "amount_decimals", ""),
        ("50.000", "amount_decimals", ""),
        ("1.5万元", "amount_wan", "15000.00"),
        ("2万", "amount_wan", "20000.00"),
        ("-２万元整", "amount_wan", "-20000.00"),
        ("3千元", "amount_wan", "3000.00"),
        ("1万5", "amount_wan", ""),
        ("50×3", "amount_expression", "150.00"),
        ("50*3", "amount_expression", "150.00"),
        ("50元x3人", "amount_expression", "150.00"),
        ("100/人", "amount_expression", ""),
        ("每人100元", "amount_expression", ""),
        ("50+30", "amount_expression", ""),
        ("=50*3", "amount_expression", ""),
        ("约300元", "amount_approximate", ""),
        ("300左右", "amount_approximate", ""),
        ("300多", "amount_approximate", ""),
        ("300余元", "amount_approximate", ""),
        ("300-500元", "amount_approximate", ""),
        ("待确认", "amount_unreadable", ""),
        ("同上", "cell_ditto", ""),
        ("〃", "cell_ditto", ""),
        ("1,23", "amount_unreadable", ""),
        ("1,2345", "amount_unreadable", ""),
        ("50 60", "amount_unreadable", ""),
        ("50²", "amount_unreadable", ""),
        ("⑤", "amount_unreadable", ""),
        ("1e3", "amount_unreadable", ""),
        ("--50", "amount_unreadable", ""),
        ("$50", "amount_unreadable", ""),
        ("50美元", "amount_unreadable", ""),
        ("（50.00）", "amount_unreadable", "-50.00"),
        ("五十元", "amount_unreadable", "50.00"),
        ("三万元", "amount_unreadable", "30000.00"),
        ("壹仟玖元", "amount_unreadable", ""),
        ("9" * 20, "amount_unreadable", ""),
        ("9" * 5000, "amount_unreadable", ""),
        (1e13, "number_lost_digits", ""),
        (float("nan"), "amount_unreadable", ""),
        (float("inf"), "amount_unreadable", ""),
        (True, "amount_unreadable", ""),
        ("2026-03-05", "amount_is_date", ""),
        ("2026/3/5 14:06", "amount_is_date", ""),
        ("3月5日", "amount_is_date", ""),
        (datetime(1900, 1, 3, 2, 24), "amount_is_date", ""),  # noqa: DTZ001  cells have no time zone
        (date(2026, 3, 5), "amount_is_date", ""),
        (time(0, 0), "amount_is_date", ""),
        (timedelta(hours=30), "amount_is_date", ""),
    ],
)
def test_what_is_no_certain_amount_is_a_problem(value: CellValue, code: str, hint: str) -> None:
    assert parse_amount(value) == Fault(code, hint)


@pytest.mark.parametrize(
    ("cents", "people", "machine"),
    [
        (0, "0.00", "0.00"),
        (5, "0.05", "0.05"),
        (123450, "1,234.50", "1234.50"),
        (-1200, "-12.00", "-12.00"),
        (-5, "-0.05", "-0.05"),
        (123_456_789, "1,234,567.89", "1234567.89"),
    ],
)
def test_amounts_are_written_with_two_decimals(cents: int, people: str, machine: str) -> None:
    assert format_yuan(cents) == people
    assert plain_yuan(cents) == machine


@given(st.integers(-(10**12), 10**12))
def test_every_writing_of_an_amount_is_read_back(cents: int) -> None:
    assert parse_amount(cents / 100) == cents
    assert parse_amount(plain_yuan(cents)) == cents
    assert parse_amount(f"￥{format_yuan(cents)}元") == cents
    assert parse_amount(with_currency(cents)) == cents
    assert parse_amount(f"{format_yuan(cents)}元（{to_capitals(cents)}）") == cents


@given(st.text(max_size=30) | st.text("0123456789.,¥元万角分整-+×/()（）约壹拾 ", max_size=12) | st.floats())
def test_no_value_raises(value: str | float) -> None:
    assert isinstance(parse_amount(value), (int, Fault, type(None)))


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0" * 79 + "5", 500),  # as long as a text may be
        ("9999999999999.99", 999_999_999_999_999),  # as much as may be
        ("3元5分", 305),
        ("5分", 5),
        ("-3角", -30),
        ("-3元5角", -350),
    ],
)
def test_the_last_that_is_still_an_amount(text: str, cents: int) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("0" * 80 + "5", "amount_unreadable", ""),
        ("10000000000000", "amount_unreadable", ""),
        ("10000000000000.50", "amount_unreadable", ""),
        ("1,234万", "amount_wan", "12340000.00"),
        ("1.23456789万", "amount_wan", ""),
        ("(1.234)", "amount_unreadable", ""),
        ("(12.5)", "amount_unreadable", "-12.50"),
        ("٥٠", "amount_unreadable", ""),
    ],
)
def test_the_first_that_is_none_any_more(text: str, code: str, hint: str) -> None:
    assert parse_amount(text) == Fault(code, hint)
