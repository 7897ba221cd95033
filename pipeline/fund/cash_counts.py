"""Cash counts beside the cash book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.settings import Settings


def compare_counts(
    counts: pd.DataFrame,
    movements: pd.DataFrame,
    settings: Settings,
    period: Period,
) -> pd.DataFrame:
    """Each cash count from 期初日期 to the end of the month beside the cash book at the end of its day.

    counts: the usable rows of 现金盘点; movements: money_rows. Gives columns row (index in cash_counts), date,
    counter, witness, counted, book and difference (counted - book), in 分.
    """
    rows = counts.rename_axis("row").reset_index()
    rows = rows[rows["date"].between(pd.Timestamp(settings.opening_date), pd.Timestamp(period.last))]
    days = movements.groupby("date")["cash"].sum().cumsum()
    # How many days with movements lie up to the count's: the balance after the last of them stands.
    balances = pd.Series([0, *days], dtype="int64") + settings.opening_cash
    book = balances.iloc[days.index.searchsorted(rows["date"], side="right")].set_axis(rows.index)
    result = rows.assign(book=book, difference=rows["counted"] - book)
    columns = ["row", "date", "counter", "witness", "counted", "book", "difference"]
    return result[columns].reset_index(drop=True)
