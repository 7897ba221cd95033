"""The fund's whole account in date order, with the balances after each row (收支明细账)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pipeline.fund.books import purse_openings
from pipeline.fund.money_rows import DISBURSEMENTS, DONATIONS, money_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table


def incoming_first(rows: pd.DataFrame, comes: pd.Series[int]) -> pd.DataFrame:
    """The rows by date, those of a day by what they bring: what comes in stands before what goes out, else as it was.

    comes: of each of the rows; the higher, the earlier in its day. Registers are kept apart and say no hour: without
    this a box could seem to pay what it draws from the bank on the same day.
    """
    ranked = rows.assign(_rank=-comes)
    return ranked.sort_values(["date", "_rank"], kind="stable", ignore_index=True).drop(columns="_rank")


def running_account(tables: Mapping[str, Table], settings: Settings, period: Period) -> pd.DataFrame:
    """Every row of money that counts up to the end of the month, from 期初日期 on.

    The rows of a day: what the fund receives, 提取 and 缴存, what it spends. So neither fund nor box seems overdrawn.
    Columns: those of money_rows; income and spending (a 冲正 is negative on its own side, cash moves are 0);
    fund_balance, bank_balance, cash_balance; purpose_balance (of the row's own purpose). All in 分.
    """
    rows = money_rows(tables, settings, period)
    # What moves between box and bank stands between the two, 提取 before 缴存.
    comes = 2 * np.sign(rows["fund"]) + np.sign(rows["cash"].where(rows["fund"] == 0, 0))
    rows = incoming_first(rows, comes)
    purses = purse_openings(rows, settings)
    opening = settings.opening_bank + settings.opening_cash
    return rows.assign(
        income=rows["fund"].where(rows["register"] == DONATIONS, 0),
        spending=(-rows["fund"]).where(rows["register"] == DISBURSEMENTS, 0),
        fund_balance=opening + rows["fund"].cumsum(),
        bank_balance=settings.opening_bank + rows["bank"].cumsum(),
        cash_balance=settings.opening_cash + rows["cash"].cumsum(),
        purpose_balance=rows["purpose"].map(purses).astype("int64") + rows.groupby("purpose")["fund"].cumsum(),
    )
