"""The bank reconciliation: both sides, what is outstanding, the row to add."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fund.books import compute_books
from pipeline.fund.proposals import row_to_add
from pipeline.fund.reconciliation import reconcile
from pipeline.fund.statement import Line
from tests.fund.bank import SCHOOL, bank_month, gifts, lines, payments
from tests.ledgers import OCTOBER, make_tables

MONTH = bank_month(
    捐款=gifts("10-08 | 甲 | 40 | 银行转账 | R1", "10-30 | 乙 | 25 | 微信 | R2"),
    支出=payments("10-29 | 丁 | 15 | 银行转账 | PZ1 | 生活补助", "10-20 | 戊 | 9 | 现金 | PZ2"),
    银行流水=lines("10-09 | 40", "10-21 | 1.50 | 结息", "10-30 | -10 | 账户管理费 | | LS9"),
)


def test_the_form_of_the_textbook() -> None:
    found = MONTH.found
    assert MONTH.open == {
        "银收": ["银行流水!3 1.50"],
        "银付": ["银行流水!4 10.00"],
        "账收": ["捐款!3 25.00"],
        "账付": ["支出!2 15.00"],
    }
    assert (found.book_balance, found.adjusted_book) == (105_000, 105_000 + 150 - 1_000)
    assert (found.statement_balance, found.adjusted_statement) == (103_150, 103_150 + 2_500 - 1_500)
    assert found.difference == 0
    assert MONTH.told == []


def test_an_item_says_what_the_form_prints() -> None:
    paid = MONTH.found.booked_paid_not_at_bank[0]
    assert (paid.date, paid.text, paid.counterparty, paid.number) == (dt.date(2026, 10, 29), "生活补助", "丁", "PZ1")
    charged = MONTH.found.bank_paid_not_booked[0]
    assert (charged.date, charged.text, charged.number) == (dt.date(2026, 10, 30), "账户管理费", "LS9")


@pytest.mark.parametrize(("day", "old"), [("09-01", False), ("08-31", False), ("08-30", True)])
def test_items_older_than_two_months_are_marked(day: str, old: bool) -> None:  # noqa: FBT001
    month = bank_month(
        replace(SCHOOL, opening_date=dt.date(2026, 7, 31)),
        捐款=gifts(f"{day} | 甲 | 40 | 银行转账"),
        银行流水=lines(f"{day} | 7"),
    )
    assert [each.old for each in month.found.booked_received_not_at_bank] == [old]
    assert [each.old for each in month.found.bank_received_not_booked] == [old]


def test_two_months_before_the_end_of_april_is_the_end_of_february() -> None:
    april = replace(OCTOBER, year=2027, month=4, today=dt.date(2027, 5, 3))
    month = bank_month(
        period=april,
        捐款=gifts("12-31 | 甲 | 1 | 银行转账"),
        银行流水=lines("10-09 | 40").replace("2026-10", "2027-02"),
    )
    assert [each.old for each in month.found.bank_received_not_booked] == [True]


def test_a_deposit_without_a_row_stands_at_the_first_gift_of_its_number() -> None:
    month = bank_month(
        捐款=gifts("10-29 | 甲 | 8 | 现金 | | | | JC1", "10-30 | 乙 | 12 | 现金 | | | | JC1", "10-30 | 丙 | 5 | 现金"),
        银行流水=lines("10-28 | 1"),
    )
    assert month.open == {"银收": ["银行流水!2 1.00"], "账收": ["捐款!2 20.00"]}
    assert month.found.booked_received_not_at_bank[0].text == "缴存"


def test_what_was_outstanding_at_the_opening_takes_part_in_the_matching_only() -> None:
    settings_of_school = replace(SCHOOL, opening_statement=100_000 - 3_000 + 2_000)
    month = bank_month(
        settings_of_school,
        捐款=gifts("08-30 | 甲 | 30 | 银行转账 | | | 期初未达", "08-30 | 乙 | 99 | 银行转账"),
        支出=payments("08-31 | 丁 | 20 | 银行转账 | | | | 期初未达"),
        银行流水=lines("09-02 | 30"),
    )
    assert month.matches == ["2 = 捐款!2 (exact)"]
    assert month.found.book_balance == 100_000
    assert month.open == {"账付": ["支出!2 20.00"]}
    assert month.told == []


def test_opening_balances_that_differ_without_reason_are_an_error() -> None:
    month = bank_month(
        replace(SCHOOL, opening_statement=99_000),
        捐款=gifts("10-08 | 甲 | 40 | 银行转账"),
        银行流水=lines("10-09 | 40"),
    )
    assert month.told == ["reconciliation_differs -"]
    assert month.findings[0].severity == "error"
    assert month.findings[0].facts["difference"] == "-10.00"


def test_a_broken_chain_explains_the_difference_itself() -> None:
    text = "日期 | 金额 | 余额\n2026-10-09 | 40 | 2040"
    month = bank_month(捐款=gifts("10-08 | 甲 | 40 | 银行转账"), 银行流水=text)
    assert month.told == ["statement_chain_broken 银行流水!C2"]


TO_ADD = [
    (1_50, "结息", "", "donations", {"donor": "示例银行", "source": "利息", "amount": "1.50"}),
    (52_000, "捐款", "云泽公司", "donations", {"donor": "云泽公司", "amount": "520.00", "channel": "银行转账"}),
    (-1_000, "账户管理费", "", "disbursements", {"recipient": "示例银行", "programme": "手续费", "amount": "10.00"}),
    (-30_000, "转账支出", "丁", "disbursements", {"recipient": "丁", "amount": "300.00", "date": "2026-10-09"}),
    (35_000, "退汇", "丁", "disbursements", {"recipient": "丁", "amount": "-350.00", "note": "冲正 退汇"}),
]


@pytest.mark.parametrize(("amount", "text", "name", "register", "cells"), TO_ADD)
def test_the_row_that_the_books_lack_is_written_out(
    amount: int, text: str, name: str, register: str, cells: dict[str, str]
) -> None:
    line = Line(0, dt.date(2026, 10, 9).toordinal(), amount, 0, text, name)
    row = row_to_add(line, SCHOOL)
    assert row.register == register
    assert {key: row.cells[key] for key in cells} == cells
    assert "source" in row.cells or register != "donations" or text != "结息"


CHANNELS = st.sampled_from(["银行转账", "微信", "支付宝", "现金"])
ROWS = st.lists(
    st.tuples(st.integers(1, 30), st.integers(1, 9), CHANNELS, st.sampled_from(["", "JC1", "JC2"])), max_size=6
)
MOVES = st.lists(
    st.tuples(st.integers(1, 30), st.integers(1, 9), st.sampled_from(["缴存", "提取"]), st.sampled_from(["", "JC1"])),
    max_size=3,
)
LINES = st.lists(st.tuples(st.integers(1, 30), st.integers(-9, 9).filter(bool)), max_size=6)


@given(ROWS, ROWS, MOVES, LINES)
@settings(max_examples=25, deadline=None)
def test_both_sides_agree_and_the_book_is_that_of_the_books(
    given_rows: list[tuple[int, int, str, str]],
    paid_rows: list[tuple[int, int, str, str]],
    moved: list[tuple[int, int, str, str]],
    bank: list[tuple[int, int]],
) -> None:
    texts = {
        "捐款": gifts(*(f"10-{day:02} | 甲 | {cents} | {way} | | | | {no}" for day, cents, way, no in given_rows)),
        "支出": payments(*(f"10-{day:02} | 丁 | {cents} | {way}" for day, cents, way, _ in paid_rows)),
        "现金存取": "\n".join(
            [
                "日期 | 金额 | 类型 | 单号",
                *(f"2026-10-{day:02} | {cents} | {way} | {no}" for day, cents, way, no in moved),
            ]
        ),
        "银行流水": lines("09-01 | 1", *(f"10-{day:02} | {yuan}" for day, yuan in sorted(bank))),
    }
    month = bank_month(SCHOOL, OCTOBER, **texts)
    assert month.found.difference == 0
    assert not any(each.severity == "error" for each in month.findings)
    assert month.found.book_balance == compute_books(month.tables, SCHOOL, OCTOBER).bank_book


def test_nothing_at_all() -> None:
    found, findings = reconcile(make_tables(), replace(SCHOOL, opening_bank=0), OCTOBER)
    assert (found.statement_balance, found.adjusted_statement, found.matches, findings) == (0, 0, (), [])
