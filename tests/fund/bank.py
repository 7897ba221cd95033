"""Reconciliations written as text, for tests of the bank.

    month = bank_month(捐款=GIFTS, 银行流水=LINES)

LINES needs no 余额: the running balance is filled in from 期初银行余额. Rows are named as on their sheet, 捐款!2.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from textwrap import dedent
from typing import TYPE_CHECKING

from pipeline.fund.reconciliation import reconcile
from pipeline.money import plain_yuan
from pipeline.settings import Settings
from tests.ledgers import FILE, OCTOBER, make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.findings import Finding
    from pipeline.fund.reconciliation import OpenItem, Reconciliation
    from pipeline.period import Period
    from pipeline.tables import Tables

SCHOOL = Settings(school="云岭示例中学", bank="示例银行", opening_date=dt.date(2026, 8, 31), opening_bank=100_000)


@dataclass(frozen=True)
class BankMonth:
    """A reconciliation with its findings, to be read in words."""

    tables: Tables
    found: Reconciliation
    findings: list[Finding]

    @property
    def matches(self) -> list[str]:
        """Each match: the lines, the rows and the rule, "2 = 捐款!3 支出!4 (group)"."""
        return [f"{self._lines(each.bank)} = {self._rows(each.book)} ({each.rule})" for each in self.found.matches]

    @property
    def candidates(self) -> dict[str, list[str]]:
        """The solutions of each candidate, by its line."""
        return {self._lines(each.bank): [self._rows(rows) for rows in each.solutions] for each in self.found.candidates}

    @property
    def settled(self) -> list[str]:
        """Each 冲正 with the row it cancels."""
        return [self._rows(rows) for rows in self.found.settled]

    @property
    def open(self) -> dict[str, list[str]]:
        """What is outstanding in each of the four lists, "捐款!3 50.00"; lists without items are left out."""
        lists = {
            "银收": self.found.bank_received_not_booked,
            "银付": self.found.bank_paid_not_booked,
            "账收": self.found.booked_received_not_at_bank,
            "账付": self.found.booked_paid_not_at_bank,
        }
        return {name: [_item(each) for each in items] for name, items in lists.items() if items}

    @property
    def told(self) -> list[str]:
        """Code and cell of each finding, "bank_candidates 银行流水!C3"."""
        return [f"{each.code} {_short(each.where.address) if each.where else '-'}" for each in self.findings]

    def _lines(self, lines: Iterable[int]) -> str:
        return " ".join(str(self.tables["statement"].place(line).row) for line in lines)

    def _rows(self, rows: Iterable[tuple[str, int]]) -> str:
        return " ".join(_short(self.tables[register].place(index).address) for register, index in rows)


def bank_month(settings: Settings = SCHOOL, period: Period = OCTOBER, **texts: str) -> BankMonth:
    """The reconciliation of October 2026 for registers written as text tables."""
    if "银行流水" in texts and "余额" not in texts["银行流水"]:
        texts["银行流水"] = with_balances(texts["银行流水"], settings.statement_start)
    tables = make_tables(**texts)
    return BankMonth(tables, *reconcile(tables, settings, period))


def with_balances(text: str, start: int) -> str:
    """The text of a statement with a running balance as its last column; start in 分."""
    header, *lines = [line for line in dedent(text).strip().split("\n") if line.strip()]
    column = [title.strip() for title in header.split("|")].index("金额")
    balance = Decimal(start) / 100
    filled = [f"{header} | 余额"]
    for line in lines:
        balance += Decimal(line.split("|")[column].strip())
        filled.append(f"{line} | {balance:.2f}")
    return "\n".join(filled)


def gifts(*rows: str) -> str:
    """捐款 from rows of 日期 | 捐款人 | 金额 | 方式, with further columns if a row has them (收据号, 用途, 备注)."""
    return _table("日期 | 捐款人 | 金额 | 方式 | 收据号 | 用途 | 备注 | 缴存单号", rows)


def payments(*rows: str) -> str:
    """支出 from rows of 日期 | 受助对象 | 金额 | 方式, with further columns if a row has them."""
    return _table("日期 | 受助对象 | 金额 | 方式 | 凭证号 | 项目 | 资金 | 备注", rows)


def lines(*rows: str) -> str:
    """银行流水 from rows of 日期 | 金额, with further columns if a row has them."""
    return _table("日期 | 金额 | 摘要 | 对方户名 | 流水号", rows)


def _table(header: str, rows: tuple[str, ...]) -> str:
    """A text table in which a date may be month and day only (of 2026) and last columns may be missing."""
    width = header.count("|")
    return "\n".join([header, *(f"2026-{row}{'|' * (width - row.count('|'))}" for row in rows)])


def _short(address: str) -> str:
    return address.removeprefix(f"{FILE}!")


def _item(item: OpenItem) -> str:
    return f"{_short(item.place.address)} {plain_yuan(item.amount)}"
