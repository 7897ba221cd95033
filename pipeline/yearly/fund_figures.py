"""The fund over a year or a term: what came in, what went out, whom it helped. Amounts in 分."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fund.books import UNRESTRICTED, Flow, by_purpose, flow
from pipeline.fund.money_rows import DISBURSEMENTS, DONATIONS, money_rows
from pipeline.registers import PROGRAMMES, SOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.outcome import Outcome
    from pipeline.yearly.span import Span


@dataclass(frozen=True)
class FundFigures:
    """The fund from the first day of a span to the end of its period.

    sources, programmes: columns word, count, amount, in the order of the registers' words. A 冲正 row takes one from
    the count and its sum from the amount. purposes: by 用途, "" = the unrestricted rest, last; those that neither hold
    nor moved anything are left out. pupils, staff: how many of each the fund paid to, each counted once.
    pledged, reached: members of staff with a pledge of the calendar year, and those who reached it.
    """

    flow: Flow
    gifts: int
    payments: int
    sources: pd.DataFrame
    programmes: pd.DataFrame
    purposes: Mapping[str, Flow]
    pupils: int
    staff: int
    pledged: int
    reached: int


def fund_figures(outcome: Outcome, span: Span) -> FundFigures:
    """The figures of the fund; outcome: of the span's period."""
    settings = outcome.settings
    rows = money_rows(outcome.tables, settings, span.period)
    first = pd.Timestamp(span.first)
    within = rows[rows["date"] >= first]
    gifts, payments = within[within["register"] == DONATIONS], within[within["register"] == DISBURSEMENTS]
    held = by_purpose(rows, settings, first)
    recipients = outcome.people.recipients.reindex(payments.loc[payments["fund"] < 0, "row"], fill_value=-1)
    pledges = outcome.pledges.dropna(subset=["due"])
    return FundFigures(
        flow=flow(rows, settings.opening_bank + settings.opening_cash, first),
        gifts=_number(gifts["fund"]),
        payments=_number(-payments["fund"]),
        sources=_by_word(gifts.assign(amount=gifts["fund"]), SOURCES),
        programmes=_by_word(payments.assign(amount=-payments["fund"]), PROGRAMMES),
        purposes={
            name: each
            for name, each in held.items()
            if name == UNRESTRICTED or each.opening or each.income or each.spending
        },
        pupils=_people(recipients["student"]),
        staff=_people(recipients["staff"]),
        pledged=len(pledges),
        reached=int((pledges["short"] <= 0).sum()),
    )


def _number(amounts: pd.Series[int]) -> int:
    """How many rows, a 冲正 row taking back one."""
    return int((amounts > 0).sum() - (amounts < 0).sum())


def _by_word(rows: pd.DataFrame, words: tuple[str, ...]) -> pd.DataFrame:
    groups = rows.groupby("category")["amount"]
    table = pd.DataFrame({"count": groups.agg(_number), "amount": groups.sum()}).reindex(list(words)).dropna()
    return table.astype("int64").rename_axis("word").reset_index()


def _people(indexes: pd.Series[int]) -> int:
    return int(indexes[indexes >= 0].nunique())
