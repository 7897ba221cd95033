"""The figures of a month under their names, so that two states of a month can be laid beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.messages import closing as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from pipeline.care.coverage import Coverage
    from pipeline.fund.books import Books, Flow
    from pipeline.fund.reconciliation import OpenItem, Reconciliation

_STATES = ("met", "incomplete", "missing", "not_due")
_PARTS = ("opening", "income", "spending", "closing")
_OPEN = ("bank_received_not_booked", "bank_paid_not_booked", "booked_received_not_at_bank", "booked_paid_not_at_bank")
# What is written of a pairing's plan is completed over time, so that it is no figure of a closed month.
_GAPS = (
    *("members_without_pairing", "leaders_out_of_range", "students_without_helper"),
    *("broken_pairings", "expired_pairings"),
)


@dataclass(frozen=True)
class Figures:
    """The figures of a month by their Chinese names: money in 分, counts in whole numbers."""

    money: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


def fund_figures(books: Books, found: Reconciliation) -> Figures:
    """The figures of the fund and of its bank; a slice whose sum is 0.00 is left out."""
    money = {
        **_flow(words.MONTH, books.month),
        **_flow(words.YEAR, books.year),
        **_slices(words.SOURCE_MONTH, books.by_source_month),
        **_slices(words.PROGRAMME_MONTH, books.by_programme_month),
        **_slices(words.SOURCE_YEAR, books.by_source_year),
        **_slices(words.PROGRAMME_YEAR, books.by_programme_year),
        **_slices(words.PURPOSE, {purpose: flow.closing for purpose, flow in books.restricted.items()}),
        words.BANK_BOOK: books.bank_book,
        words.CASH: books.cash,
        **_balances(found),
    }
    return Figures(money, {words.OPEN_ITEMS[name]: len(getattr(found, name)) for name in _OPEN})


def care_figures(contacts: pd.DataFrame, coverage: Coverage) -> Figures:
    """How many pairings were met, and how many gaps of coverage there were."""
    states = contacts["status"].value_counts()
    counts = {words.CONTACT_STATES[state]: int(states.get(state, 0)) for state in _STATES}
    return Figures({}, {**counts, **{words.GAPS[name]: len(getattr(coverage, name)) for name in _GAPS}})


def together(parts: Iterable[Figures]) -> Figures:
    """Figures of several parts as one."""
    money: dict[str, int] = {}
    counts: dict[str, int] = {}
    for part in parts:
        money.update(part.money)
        counts.update(part.counts)
    return Figures(money, counts)


def _flow(name: str, flow: Flow) -> dict[str, int]:
    return {words.JOIN.format(slice=name, name=words.FLOW[part]): getattr(flow, part) for part in _PARTS}


def _slices(name: str, sums: Mapping[str, int]) -> dict[str, int]:
    return {slice_name(name, each): cents for each, cents in sums.items() if cents}


def slice_name(name: str, each: str) -> str:
    """The name of a slice's figure: 本年收入·党员; the unrestricted rest by its own word."""
    return words.JOIN.format(slice=name, name=each or words.UNRESTRICTED)


def _balances(found: Reconciliation) -> dict[str, int]:
    balances = {
        words.STATEMENT: found.statement_balance,
        words.ADJUSTED_STATEMENT: found.adjusted_statement,
        words.ADJUSTED_BOOK: found.adjusted_book,
    }
    open_sums = {words.OPEN_SUMS[name]: _sum(getattr(found, name)) for name in _OPEN}
    return {**{name: cents for name, cents in balances.items() if cents is not None}, **open_sums}


def _sum(items: Iterable[OpenItem]) -> int:
    return sum(item.amount for item in items)
