"""The bank's statement: its chain, overlapping exports, where it ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from pipeline.fund.reconciliation import reconcile
from pipeline.fund.statement import read_statement
from pipeline.period import Period
from tests.fund.bank import SCHOOL, bank_month, gifts, lines
from tests.ledgers import OCTOBER, make_tables

if TYPE_CHECKING:
    from pipeline.settings import Settings

HEADER = "日期 | 摘要 | 金额 | 余额 | 流水号"


def statement_text(*rows: str) -> str:
    return "\n".join([HEADER, *(f"2026-{row}" for row in rows)])


def checked(*rows: str, settings: Settings = SCHOOL) -> tuple[list[str], list[int], int | None]:
    """Codes with cells, the rows that take part in the matching, the balance in 元."""
    table = make_tables(银行流水=statement_text(*rows))["statement"]
    statement, findings = read_statement(table, settings, OCTOBER)
    told = [f"{each.code} {each.where.cell if each.where else ''}" for each in findings]
    balance = None if statement.balance is None else statement.balance // 100
    return told, [table.place(line.index).row for line in statement.lines], balance


def test_a_chain_that_holds() -> None:
    assert checked("09-02 | | 50 | 1050 |", "10-08 | | -30 | 1020 |") == ([], [2, 3], 1020)


def test_every_line_that_disagrees_is_an_error_at_its_balance_and_leaves_the_matching() -> None:
    told, matched, balance = checked(
        "09-02 | | 50 | 1050 |", "10-08 | | -30 | 1030 |", "10-09 | | 10 | 1040 |", "10-10 | | 10 | 1040 |"
    )
    assert told == ["statement_chain_broken D3", "statement_chain_broken D5"]
    assert matched == [2, 4]
    assert balance == 1040


def test_the_error_says_what_the_balance_should_be() -> None:
    table = make_tables(银行流水=statement_text("09-02 | | 50 | 1150.50 |"))["statement"]
    _, findings = read_statement(table, SCHOOL, OCTOBER)
    assert findings[0].facts == {"expected": "1,050.00", "stated": "1,150.50", "difference": "100.50"}
    assert findings[0].severity == "error"


def test_the_chain_starts_from_the_opening_balance_of_the_statement() -> None:
    assert checked("09-02 | | 50 | 1050 |")[0] == []
    other = replace(SCHOOL, opening_statement=120_000)
    assert checked("09-02 | | 50 | 1050 |", settings=other)[0] == ["statement_chain_broken D2"]
    assert checked("09-02 | | 50 | 1250 |", settings=other)[0] == []


def test_lines_up_to_the_opening_date_are_passed_over() -> None:
    assert checked("08-30 | | 7 | 99 |", "08-31 | | 1 | 1000 |", "09-01 | | 50 | 1050 |") == ([], [4], 1050)


def test_lines_after_the_month_take_no_part() -> None:
    assert checked("10-31 | | 50 | 1050 |", "11-01 | | 50 | 9999 |") == ([], [2], 1050)


def test_several_sheets_are_one_chain_by_date_then_by_row() -> None:
    told, matched, balance = checked("10-08 | | 50 | 1040 |", "09-08 | | -10 | 990 |", "10-08 | | 1 | 1041 |")
    assert (told, matched, balance) == ([], [3, 2, 4], 1041)


def two_exports(*rows: str, second_from: int) -> tuple[list[str], list[int]]:
    table = make_tables(银行流水=statement_text(*rows))["statement"]
    frame = table.frame.assign(_block=[int(row >= second_from) for row in table.frame["_row"]])
    statement, findings = read_statement(replace(table, frame=frame, blocks=table.blocks * 2), SCHOOL, OCTOBER)
    told = [f"{each.code} {each.where.cell if each.where else ''}" for each in findings]
    return told, [table.place(line.index).row for line in statement.lines]


def test_equal_lines_of_overlapping_exports_count_once_with_a_warning_at_each_later_one() -> None:
    told, matched = two_exports(
        "10-08 | | 50 | 1050 | A1",
        "10-09 | | 30 | 1080 | A2",
        "10-08 | | 50 | 1050 | A1",
        "10-09 | | 30 | 1080 | A2",
        "10-10 | | 20 | 1100 | A3",
        second_from=4,
    )
    assert told == ["statement_line_repeated A4", "statement_line_repeated A5"]
    assert matched == [2, 3, 6]


def test_an_overlap_is_told_wherever_the_exports_overlap() -> None:
    told, matched = two_exports(
        "10-08 | | 50 | 1050 | A1", "11-02 | | 30 | 1080 | A2", "11-02 | | 30 | 1080 | A2", second_from=4
    )
    assert (told, matched) == (["statement_line_repeated A4"], [2])


def test_lines_without_number_that_are_equal_within_one_export_are_two_movements() -> None:
    rows = ("10-08 | | 50 | 1050 |", "10-08 | | -50 | 1000 |", "10-08 | | 50 | 1050 |")
    assert checked(*rows) == ([], [2, 3, 4], 1050)
    told, matched = two_exports(*rows, *rows, second_from=5)
    assert len(told) == 3
    assert matched == [2, 3, 4]


def test_an_equal_line_with_the_same_number_is_the_same_line_wherever_it_stands() -> None:
    told, matched, _ = checked("10-08 | | 50 | 1050 | A1", "10-08 | | 50 | 1050 | A1")
    assert (told, matched) == (["statement_line_repeated A3"], [2])


def test_a_batch_that_shows_one_balance_is_checked_once() -> None:
    batch = ("10-08 | 批量代发 | -50 | 880 |", "10-08 | 批量代发 | -70 | 880 |", "10-09 | | 20 | 900 |")
    assert checked(*batch) == ([], [2, 3, 4], 900)
    told, matched, _ = checked(
        "10-08 | 批量代发 | -50 | 870 |", "10-08 | 批量代发 | -70 | 870 |", "10-09 | | 20 | 890 |"
    )
    assert (told, matched) == (["statement_chain_broken D3"], [4])


def test_other_lines_with_one_balance_are_no_batch() -> None:
    told, _, _ = checked("10-08 | 转账 | -50 | 880 |", "10-08 | 转账 | -70 | 880 |")
    assert told == ["statement_chain_broken D2", "statement_chain_broken D3"]


def test_an_unreadable_line_is_no_line() -> None:
    table = make_tables(银行流水=statement_text("10-08 | | 50 | 1050 |", "10-09 | | 30 | 1080 |"))["statement"]
    statement, _ = read_statement(table.without(pd.Index([1])), SCHOOL, OCTOBER)
    assert [line.index for line in statement.lines] == [0]
    assert not statement.sound


def test_an_unreadable_line_still_tells_the_balance_before_the_next() -> None:
    rows = ("10-08 | | 50 | 1050 |", "10-09 | | 1 | 1080 |", "10-10 | | 20 | 1100 |", "10-11 | | 20 | 1130 |")
    table = make_tables(银行流水=statement_text(*rows))["statement"].without(pd.Index([1]))
    statement, findings = read_statement(table, SCHOOL, OCTOBER)
    assert [line.index for line in statement.lines] == [0, 2]
    assert [finding.where and finding.where.cell for finding in findings] == ["D5"]


def test_after_a_line_without_a_balance_nothing_is_said_of_the_next() -> None:
    rows = ("10-08 | | 50 | 1050 |", "10-09 | | 30 | |", "10-10 | | 20 | 1100 |", "10-11 | | 20 | 1120 |")
    table = make_tables(银行流水=statement_text(*rows))["statement"]
    statement, findings = read_statement(table, SCHOOL, OCTOBER)
    assert ([line.index for line in statement.lines], findings) == ([0, 2, 3], [])


def test_a_statement_of_unreadable_lines_has_its_errors_already() -> None:
    tables = make_tables(捐款=gifts("10-08 | 甲 | 30 | 银行转账"), 银行流水=statement_text("10-08 | | 50 | 1050 |"))
    broken = {**tables, "statement": tables["statement"].without(pd.Index([0]))}
    assert reconcile(broken, SCHOOL, OCTOBER)[1] == []


EARLY = [
    ("10-23", "10-28", None, True),  # eight days before the end, and the books go on
    ("10-24", "10-28", None, False),  # seven days
    ("10-23", "10-23", None, False),  # nothing later in the books
    ("10-23", "11-01", None, False),  # later, but not in the month
    ("10-23", "10-28", dt.date(2026, 10, 31), False),  # 对账单截止日 settles it
    ("10-23", "10-28", dt.date(2026, 9, 30), True),  # that was for another month
]


@pytest.mark.parametrize(("ends", "moves", "settled", "warned"), EARLY)
def test_a_statement_that_ends_early_is_a_warning_at_its_last_line(
    ends: str,
    moves: str,
    settled: dt.date | None,
    warned: bool,  # noqa: FBT001
) -> None:
    month = bank_month(
        replace(SCHOOL, statement_end=settled),
        捐款=gifts(f"{moves} | 甲 | 30 | 银行转账"),
        银行流水=lines("10-01 | 5", f"{ends} | 30"),
    )
    assert month.told == (["statement_ends_early 银行流水!A3"] if warned else [])


def test_no_statement_and_a_book_of_nothing_is_reconciled() -> None:
    month = bank_month(replace(SCHOOL, opening_bank=0), 捐款=gifts("10-08 | 甲 | 30 | 现金"))
    assert month.told == []
    assert (month.found.statement_balance, month.found.adjusted_book) == (0, 0)


def test_a_book_that_moves_without_statement_is_an_error() -> None:
    month = bank_month(捐款=gifts("10-08 | 甲 | 30 | 银行转账"))
    assert month.told == ["statement_missing -"]
    assert month.findings[0].severity == "error"
    assert (month.found.statement_balance, month.found.book_balance) == (None, 103_000)


def test_a_book_that_stands_still_needs_no_statement() -> None:
    month = bank_month(捐款=gifts("11-01 | 甲 | 30 | 银行转账"))
    assert month.told == []
    assert month.found.statement_balance is None


def test_a_statement_that_begins_after_the_month_proves_the_balance_or_is_none() -> None:
    assert bank_month(银行流水=lines("11-02 | 30")).found.statement_balance == 100_000
    text = statement_text("11-02 | | 30 | 2000 |")
    assert bank_month(捐款=gifts("10-08 | 甲 | 30 | 银行转账"), 银行流水=text).told == ["statement_missing -"]


def test_a_statement_without_lines_since_the_opening_stands_at_the_opening() -> None:
    text = statement_text("08-31 | | 30 | 1000 |")
    month = bank_month(捐款=gifts("10-08 | 甲 | 30 | 银行转账"), 银行流水=text)
    assert month.told == ["statement_ends_early 银行流水!A2"]
    assert month.open == {"账收": ["捐款!2 30.00"]}


def test_a_month_before_the_last_line_is_reconciled_at_its_own_end() -> None:
    september = Period(2026, 9, dt.date(2026, 11, 3))
    month = bank_month(
        period=september,
        捐款=gifts("09-30 | 甲 | 30 | 银行转账", "10-20 | 乙 | 5 | 银行转账"),
        银行流水=lines("10-01 | 30", "10-20 | 5"),
    )
    assert month.found.statement_balance == 100_000
    assert month.open == {"账收": ["捐款!2 30.00"]}
    assert month.found.difference == 0
