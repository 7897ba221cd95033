"""The rows of money that count, each once, with what it does to the fund, the bank and the cash box.

Books, purses and journals are sums over slices of this one frame.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fund.deposits import NONE, find_deposits
from pipeline.registers import CASH, WITHDRAWAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

DONATIONS, DISBURSEMENTS, CASH_MOVES = "donations", "disbursements", "cash_moves"
_ORDER = {DONATIONS: 0, DISBURSEMENTS: 1, CASH_MOVES: 2}
_REMEMBERED = 4  # sets of registers: a month looks at one, and at another where months are closed
COLUMNS = ["date", "register", "row", "purpose", "category", "fund", "bank", "cash"]


def that_count(rows: pd.DataFrame, settings: Settings, period: Period) -> pd.DataFrame:
    """The rows of money that count. Rule: 期初日期 < date <= the last day of the month."""
    after, until = pd.Timestamp(settings.opening_date), pd.Timestamp(period.last)
    return rows[(rows["date"] > after) & (rows["date"] <= until)]


def money_rows(tables: Mapping[str, Table], settings: Settings, period: Period) -> pd.DataFrame:
    """Every movement of money that counts, by date, then donations, disbursements, cash moves, then row.

    Columns: date; register and row (index in its frame; a deposit that only its gifts tell of stands at the last
    gift); purpose ("" = unrestricted); category (类别 or 项目, "" for cash moves); fund, bank and cash: what the row
    adds to each, in signed 分. A 冲正 row is negative, so it counts with its sign like any other.
    """
    return that_count(_all_rows(*(tables[name] for name in _ORDER)), settings, period).reset_index(drop=True)


@lru_cache(_REMEMBERED)
def _all_rows(donations: Table, disbursements: Table, cash_moves: Table) -> pd.DataFrame:
    """The rows of all days. Books, purses, controls and journals ask for them: they are put together once."""
    parts = [
        _gifts(donations.usable),
        _payments(disbursements.usable),
        _deposits(find_deposits({DONATIONS: donations, CASH_MOVES: cash_moves}).items),
        _withdrawals(cash_moves.usable),
    ]
    rows = pd.concat([part[COLUMNS] for part in parts], ignore_index=True)
    ranked = rows.assign(_rank=rows["register"].map(_ORDER)).sort_values(["date", "_rank", "row"], kind="stable")
    return ranked[COLUMNS]


def _gifts(donations: pd.DataFrame) -> pd.DataFrame:
    rows = donations.assign(category=donations["source"], row=donations.index, register=DONATIONS)
    return _by_channel(rows, rows["amount"])


def _payments(disbursements: pd.DataFrame) -> pd.DataFrame:
    rows = disbursements.assign(category=disbursements["programme"], row=disbursements.index, register=DISBURSEMENTS)
    return _by_channel(rows, -rows["amount"])


def _by_channel(rows: pd.DataFrame, fund: pd.Series[int]) -> pd.DataFrame:
    """What a gift or a payment adds to the fund, all of it in cash or all of it at the bank."""
    in_cash = rows["channel"] == CASH
    return rows.assign(fund=fund, bank=fund.where(~in_cash, 0), cash=fund.where(in_cash, 0))


def _deposits(items: pd.DataFrame) -> pd.DataFrame:
    by_gifts = items["move"] == NONE
    register = by_gifts.map({True: DONATIONS, False: CASH_MOVES})
    rows = items.assign(register=register, row=items["move"].where(~by_gifts, items["last_gift"]))
    return rows.assign(purpose="", category="", fund=0, bank=rows["amount"], cash=-rows["amount"])


def _withdrawals(cash_moves: pd.DataFrame) -> pd.DataFrame:
    rows = cash_moves[cash_moves["move"] == WITHDRAWAL]
    rows = rows.assign(row=rows.index, register=CASH_MOVES, purpose="", category="")
    return rows.assign(fund=0, bank=-rows["amount"], cash=rows["amount"])
