"""The fund's books: opening + income - spending = closing, for every slice that the month's sheets show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fund.money_rows import DISBURSEMENTS, DONATIONS, money_rows
from pipeline.registers import PROGRAMMES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

UNRESTRICTED = ""
CHART_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and went out of a slice of the fund over some time, in 分."""

    opening: int
    income: int
    spending: int

    @property
    def closing(self) -> int:
        """What is left at the end, in 分."""
        return self.opening + self.income - self.spending


@dataclass(frozen=True)
class Books:
    """All figures of the fund at the end of a month, in 分. A 冲正 row counts in all of them with its sign.

    month, year, total: the whole fund in the month; in the calendar year up to the end of the month; since 期初日期.
    by_source_*, by_programme_*: income by 类别, spending by 项目, in the order of the registers' words, without zeros.
    restricted*: the same three by purpose; "" = the unrestricted rest, always there and last.
    bank_book, cash: the balances of the bank book and the cash box at the end of the month.
    monthly: up to twelve months, the last is the month itself: columns month ("2026-10"), income, spending, closing.
    """

    month: Flow
    year: Flow
    total: Flow
    by_source_month: Mapping[str, int]
    by_source_year: Mapping[str, int]
    by_source_total: Mapping[str, int]
    by_programme_month: Mapping[str, int]
    by_programme_year: Mapping[str, int]
    by_programme_total: Mapping[str, int]
    restricted: Mapping[str, Flow]
    restricted_year: Mapping[str, Flow]
    restricted_total: Mapping[str, Flow]
    bank_book: int
    cash: int
    monthly: pd.DataFrame


def compute_books(tables: Mapping[str, Table], settings: Settings, period: Period) -> Books:
    """The books at the end of the month, from the usable rows that count."""
    rows = money_rows(tables, settings, period)
    month, year, ever = (pd.Timestamp(day) for day in (period.first, period.year_start, settings.opening_date))
    opening = settings.opening_bank + settings.opening_cash
    return Books(
        month=flow(rows, opening, month),
        year=flow(rows, opening, year),
        total=flow(rows, opening, ever),
        by_source_month=by_source(rows, month),
        by_source_year=by_source(rows, year),
        by_source_total=by_source(rows, ever),
        by_programme_month=by_programme(rows, month),
        by_programme_year=by_programme(rows, year),
        by_programme_total=by_programme(rows, ever),
        restricted=by_purpose(rows, settings, month),
        restricted_year=by_purpose(rows, settings, year),
        restricted_total=by_purpose(rows, settings, ever),
        bank_book=settings.opening_bank + int(rows["bank"].sum()),
        cash=settings.opening_cash + int(rows["cash"].sum()),
        monthly=_monthly(rows, settings, period),
    )


def flow(rows: pd.DataFrame, balance: int, since: pd.Timestamp) -> Flow:
    """The flow of rows of money from a day on; balance: what the slice held at 期初日期.

    Rule: the opening is the balance at the end of the day before, or of 期初日期, whichever is later; rows of money
    all lie after 期初日期, so both are the same sum.
    """
    before, within = rows["date"] < since, rows["date"] >= since
    income = rows.loc[within & (rows["register"] == DONATIONS), "fund"].sum()
    spending = -rows.loc[within & (rows["register"] == DISBURSEMENTS), "fund"].sum()
    return Flow(balance + int(rows.loc[before, "fund"].sum()), int(income), int(spending))


def by_source(rows: pd.DataFrame, since: pd.Timestamp) -> Mapping[str, int]:
    """Income from a day on by 类别, in 分."""
    return _by_word(rows[(rows["date"] >= since) & (rows["register"] == DONATIONS)], SOURCES, 1)


def by_programme(rows: pd.DataFrame, since: pd.Timestamp) -> Mapping[str, int]:
    """Spending from a day on by 项目, in 分."""
    return _by_word(rows[(rows["date"] >= since) & (rows["register"] == DISBURSEMENTS)], PROGRAMMES, -1)


def _by_word(rows: pd.DataFrame, words: Iterable[str], sign: int) -> Mapping[str, int]:
    sums = rows.groupby("category")["fund"].sum()
    return {word: sign * int(sums[word]) for word in words if word in sums.index and sums[word] != 0}


def purse_openings(rows: pd.DataFrame, settings: Settings) -> Mapping[str, int]:
    """What each purpose held at 期初日期, in 分: those set, then those that rows name; the rest is last.

    Rule: 期初限定·<用途> is the part of the opening balance that is restricted; what is not set is unrestricted.
    """
    named = sorted(set(rows["purpose"]) - settings.opening_restricted.keys() - {UNRESTRICTED})
    rest = settings.opening_bank + settings.opening_cash - sum(settings.opening_restricted.values())
    return {**settings.opening_restricted, **dict.fromkeys(named, 0), UNRESTRICTED: rest}


def by_purpose(rows: pd.DataFrame, settings: Settings, since: pd.Timestamp) -> Mapping[str, Flow]:
    """The flow of each purpose and of the unrestricted rest from a day on."""
    openings = purse_openings(rows, settings)
    return {purpose: flow(rows[rows["purpose"] == purpose], held, since) for purpose, held in openings.items()}


def _monthly(rows: pd.DataFrame, settings: Settings, period: Period) -> pd.DataFrame:
    """Income, spending and closing balance of each of the last months that lie after 期初日期."""
    last = pd.Period(period.key, "M")
    first = max(last - (CHART_MONTHS - 1), pd.Period(pd.Timestamp(settings.opening_date) + pd.Timedelta(days=1), "M"))
    months = pd.period_range(first, last, freq="M")
    of_month = rows["date"].dt.to_period("M")
    gifts, payments = rows["register"] == DONATIONS, rows["register"] == DISBURSEMENTS
    income = rows["fund"].where(gifts, 0).groupby(of_month).sum().reindex(months, fill_value=0)
    spending = -rows["fund"].where(payments, 0).groupby(of_month).sum().reindex(months, fill_value=0)
    opening = settings.opening_bank + settings.opening_cash + int(rows.loc[of_month < first, "fund"].sum())
    closing = opening + (income - spending).cumsum()
    return pd.DataFrame(
        {"month": months.astype(str), "income": income, "spending": spending, "closing": closing}
    ).reset_index(drop=True)
