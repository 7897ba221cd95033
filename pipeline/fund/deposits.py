"""Cash gifts on their way to the bank: what counts as a 缴存, of which gifts it consists.

Books, matching, reconciliation and controls all take deposits from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.registers import CASH, DEPOSIT
from pipeline.text import spell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.tables import Table

# Rule: a 缴存 without 单号 takes the deposit number whose gifts have its sum within 7 days.
NUMBER_DAYS = 7
NONE = -1
_REMEMBERED = 4  # pairs of registers: a month looks at one, and at another where months are closed


@dataclass(frozen=True)
class Deposits:
    """All deposits of the registers, whatever their date: the caller says which days count.

    items: one row a deposit, moves first, index 0, 1, 2 …; columns date; amount (分); number ("" if unknown);
      move (index in cash_moves, -1 where only the gifts tell of it); first_gift, last_gift (index in donations of the
      number's first and last gift by date, -1 without gifts); gifts_sum (分, of all gifts of the number).
    of_gift: for each cash gift with a 缴存单号 (index in donations) the deposit that holds it (index in items).
    """

    items: pd.DataFrame
    of_gift: pd.Series[int]


def find_deposits(tables: Mapping[str, Table]) -> Deposits:
    """The deposits that the registers tell of.

    Rule: a 缴存 is a row of 现金存取, or, for cash gifts that carry a 缴存单号 with no such row, the group of that
    number, dated as its last gift. Whether there is such a row does not depend on the month: a gift whose 缴存 stands
    in a later month is cash on hand until then.
    """
    return _find(tables["donations"], tables["cash_moves"])


@lru_cache(_REMEMBERED)
def _find(donations: Table, cash_moves: Table) -> Deposits:
    """Whoever asks for the deposits of the same registers again gets the same ones."""
    gifts = _numbered_gifts(donations.usable)
    groups = _groups(gifts)
    moves = _number_moves(_deposit_moves(cash_moves.usable), groups)
    alone = groups[~groups.index.isin(moves["number"]) & (groups["gifts_sum"] != 0)]
    items = pd.concat([_with_gifts(moves, groups), _without_move(alone)], ignore_index=True)
    return Deposits(items, _hold(gifts, items))


def _numbered_gifts(donations: pd.DataFrame) -> pd.DataFrame:
    """Cash gifts with a 缴存单号, by date, then in register order."""
    gifts = donations.loc[(donations["channel"] == CASH) & (donations["deposit"] != ""), ["date", "amount", "deposit"]]
    return _spelt(gifts).rename_axis("gift").sort_values("date", kind="stable")


def _groups(gifts: pd.DataFrame) -> pd.DataFrame:
    """The gifts of each deposit number: date of the last, sum in 分, first and last gift; index = number."""
    return (
        gifts.reset_index()
        .groupby("number", sort=False)
        .agg(
            date=("date", "last"),
            gifts_sum=("amount", "sum"),
            first_gift=("gift", "first"),
            last_gift=("gift", "last"),
        )
    )


def _deposit_moves(cash_moves: pd.DataFrame) -> pd.DataFrame:
    moves = cash_moves.loc[cash_moves["move"] == DEPOSIT, ["date", "amount", "deposit"]]
    return _spelt(moves).rename_axis("move").reset_index()


def _spelt(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the column number, in which jc 0901 and JC0901 are one."""
    return rows.assign(number=rows["deposit"].map(spell).astype("str")).drop(columns="deposit")


def _number_moves(moves: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The moves, those without a number with the number that their gifts carry; the nearest in date goes first."""
    bare = moves[moves["number"] == ""]
    if bare.empty:
        return moves
    free = groups[~groups.index.isin(moves["number"])].reset_index()
    pairs = bare[["move", "date", "amount"]].merge(free, left_on="amount", right_on="gifts_sum", suffixes=("", "_of"))
    pairs = pairs.assign(apart=(pairs["date"] - pairs["date_of"]).abs().dt.days)
    pairs = pairs[pairs["apart"] <= NUMBER_DAYS].sort_values(["apart", "move", "first_gift"])
    taken: dict[int, str] = {}
    for move, number in zip(pairs["move"], pairs["number"], strict=True):
        if move not in taken and number not in taken.values():
            taken[move] = number
    return moves.assign(number=moves["number"].where(~moves["move"].isin(list(taken)), moves["move"].map(taken)))


def _with_gifts(moves: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    known = moves.merge(groups.drop(columns="date"), how="left", left_on="number", right_index=True)
    filled = known.fillna({"gifts_sum": 0, "first_gift": NONE, "last_gift": NONE})
    return filled.astype({"gifts_sum": "int64", "first_gift": "int64", "last_gift": "int64", "move": "int64"})


def _without_move(groups: pd.DataFrame) -> pd.DataFrame:
    return groups.reset_index().assign(move=NONE, amount=groups["gifts_sum"].to_numpy())


def _hold(gifts: pd.DataFrame, items: pd.DataFrame) -> pd.Series[int]:
    """The deposit of each numbered gift; where a number was paid in by several rows, the one nearest in date."""
    named = items.loc[items["number"] != "", ["number", "date"]].rename_axis("item").reset_index()
    pairs = gifts.reset_index().merge(named, on="number", suffixes=("", "_of"))
    pairs = pairs.assign(apart=(pairs["date"] - pairs["date_of"]).abs()).sort_values(["apart", "item"])
    nearest = pairs.drop_duplicates("gift").set_index("gift")["item"]
    return nearest.sort_index().astype("int64")
