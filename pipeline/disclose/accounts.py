"""基金收支公示: what came in, what went out, what is left, and how it ties to the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.disclose.model import AccountRow, AccountsPage, BankTie, ChartMonth, PurposeRow
from pipeline.messages import publish as words
from pipeline.messages.closing import PROGRAMME_YEAR, SOURCE_YEAR
from pipeline.registers import PROGRAMMES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.fund.books import Flow
    from pipeline.fund.reconciliation import OpenItem
    from pipeline.outcome import Outcome


def accounts_page(outcome: Outcome) -> AccountsPage:
    """The page of the fund's income and spending; sums of the books only, nobody's name.

    What has changed in closed months since they were posted stands in a line of its own, 上期调整, and nowhere else:
    the opening is the closing balance that was posted, and the year's sums are those posted and the months since.
    """
    books, changed = outcome.books, outcome.adjustments
    year_income = _year(outcome, SOURCE_YEAR, SOURCES, books.by_source_year)
    year_spending = _year(outcome, PROGRAMME_YEAR, PROGRAMMES, books.by_programme_year)
    opening = books.month.opening - changed.amount
    year_opening = books.year.opening - changed.year_opening(outcome.period.year)
    income, spending = sum(year_income.values()), sum(year_spending.values())
    adjusted = (AccountRow(words.ADJUSTED, changed.amount, changed.amount, total=True),) if changed.changes else ()
    receipts = (
        AccountRow(words.OPENING, opening, year_opening, total=True),
        *adjusted,
        *_rows(SOURCES, books.by_source_month, year_income),
        AccountRow(words.INCOME_TOTAL, books.month.income, income, total=True),
    )
    payments = (
        *_rows(PROGRAMMES, books.by_programme_month, year_spending),
        AccountRow(words.SPENDING_TOTAL, books.month.spending, spending, total=True),
        AccountRow(words.CLOSING, books.month.closing, books.year.closing, total=True),
    )
    sides = opening + changed.amount + books.month.income, year_opening + changed.amount + income
    return AccountsPage(
        receipts,
        payments,
        AccountRow(words.GRAND_TOTAL, *sides, total=True),
        books.month.closing,
        _purposes(outcome),
        _tie(outcome),
        _months(outcome),
        changed.amount if changed.changes else None,
    )


def _year(outcome: Outcome, kind: str, names: Iterable[str], sums: Mapping[str, int]) -> dict[str, int]:
    """The year's sums as posted for the closed months, and by today's rows for those since; zeros are left out."""
    posted = {name: sums.get(name, 0) - outcome.adjustments.of_year(outcome.period.year, kind, name) for name in names}
    return {name: cents for name, cents in posted.items() if cents}


def _rows(order: Iterable[str], month: Mapping[str, int], year: Mapping[str, int]) -> list[AccountRow]:
    return [AccountRow(name, month.get(name, 0), year.get(name, 0)) for name in order if name in month or name in year]


def _purposes(outcome: Outcome) -> tuple[PurposeRow, ...]:
    rows = []
    for purpose, flow in outcome.books.restricted.items():
        adjusted = outcome.adjustments.purpose(purpose)
        if _moves(flow) or adjusted or not purpose:
            opening = flow.opening - adjusted
            rows.append(PurposeRow(purpose, opening, flow.income, flow.spending, flow.closing, adjusted))
    return tuple(rows)


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


def _months(outcome: Outcome) -> tuple[ChartMonth, ...]:
    """The months of the chart, those that are closed as they were closed."""
    rows = outcome.books.monthly
    months = (
        ChartMonth(month, int(income), int(spending), int(closing))
        for month, income, spending, closing in zip(
            rows["month"], rows["income"], rows["spending"], rows["closing"], strict=True
        )
    )
    return tuple(_as_closed(each, outcome) for each in months)


def _as_closed(month: ChartMonth, outcome: Outcome) -> ChartMonth:
    if month.month not in outcome.adjustments.closed or month.month == outcome.period.key:
        return month
    return ChartMonth(month.month, *outcome.adjustments.closed_flow(month.month))
