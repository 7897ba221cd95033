"""基金收支公示: what came in, what went out, what is left, and how it ties to the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.disclose.model import AccountRow, AccountsPage, BankTie, ChartMonth, PurposeRow
from pipeline.messages import publish as words
from pipeline.registers import PROGRAMMES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.fund.books import Books, Flow
    from pipeline.fund.reconciliation import OpenItem
    from pipeline.outcome import Outcome


def accounts_page(outcome: Outcome) -> AccountsPage:
    """The page of the fund's income and spending; sums of the books only, nobody's name."""
    books = outcome.books
    month, year = books.month, books.year
    receipts = (
        AccountRow(words.OPENING, month.opening, year.opening, total=True),
        *_rows(SOURCES, books.by_source_month, books.by_source_year),
        AccountRow(words.INCOME_TOTAL, month.income, year.income, total=True),
    )
    payments = (
        *_rows(PROGRAMMES, books.by_programme_month, books.by_programme_year),
        AccountRow(words.SPENDING_TOTAL, month.spending, year.spending, total=True),
        AccountRow(words.CLOSING, month.closing, year.closing, total=True),
    )
    balance = AccountRow(words.GRAND_TOTAL, month.opening + month.income, year.opening + year.income, total=True)
    return AccountsPage(receipts, payments, balance, month.closing, _purposes(books), _tie(outcome), _months(books))


def _rows(order: Iterable[str], month: Mapping[str, int], year: Mapping[str, int]) -> list[AccountRow]:
    return [AccountRow(name, month.get(name, 0), year.get(name, 0)) for name in order if name in month or name in year]


def _purposes(books: Books) -> tuple[PurposeRow, ...]:
    return tuple(
        PurposeRow(purpose, flow.opening, flow.income, flow.spending, flow.closing)
        for purpose, flow in books.restricted.items()
        if _moves(flow) or not purpose
    )


def _moves(flow: Flow) -> bool:
    return bool(flow.opening or flow.income or flow.spending)


def _tie(outcome: Outcome) -> BankTie:
    found, books = outcome.reconciliation, outcome.books
    return BankTie(
        closing=books.month.closing,
        bank_book=books.bank_book,
        cash=books.cash,
        statement=found.statement_balance,
        bank_received=_sum(found.bank_received_not_booked),
        bank_paid=_sum(found.bank_paid_not_booked),
        booked_received=_sum(found.booked_received_not_at_bank),
        booked_paid=_sum(found.booked_paid_not_at_bank),
    )


def _sum(items: Iterable[OpenItem]) -> int:
    return sum(item.amount for item in items)


def _months(books: Books) -> tuple[ChartMonth, ...]:
    rows = books.monthly
    return tuple(
        ChartMonth(month, int(income), int(spending), int(closing))
        for month, income, spending, closing in zip(
            rows["month"], rows["income"], rows["spending"], rows["closing"], strict=True
        )
    )
