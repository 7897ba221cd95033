"""Goods received and given out: the stock of each thing, which is never below nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.findings import Finding
from pipeline.registers import GOODS_IN

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.period import Period
    from pipeline.tables import Tables

KEYS = ["item", "unit"]
_PLACES = 6  # quantities are decimals such as 2.5 kg; smaller differences are noise of the arithmetic


def stock(tables: Tables, period: Period) -> pd.DataFrame:
    """Each thing with its stock in the month: item, unit, opening, received, issued, closing (quantities)."""
    return stock_since(tables, period, period.first)


def stock_since(tables: Tables, period: Period, first: dt.date) -> pd.DataFrame:
    """Each thing from a day to the month's end: columns as stock, opening at the end of the day before."""
    rows = _moves(tables, period)
    within = rows["date"] >= pd.Timestamp(first)
    table = rows[KEYS].assign(
        opening=rows["change"].where(~within, 0.0),
        received=rows["change"].where(within & (rows["change"] > 0), 0.0),
        issued=-rows["change"].where(within & (rows["change"] < 0), 0.0),
        closing=rows["change"],
    )
    return table.groupby(KEYS, sort=False).sum().round(_PLACES).reset_index()


def stock_findings(tables: Tables, period: Period) -> list[Finding]:
    """An error for each run of days at whose end a stock is below zero, at the last row of its first day."""
    rows = _moves(tables, period).sort_values([*KEYS, "date"], kind="stable")
    rows["stock"] = rows.groupby(KEYS)["change"].cumsum().round(_PLACES)
    days = rows.drop_duplicates([*KEYS, "date"], keep="last")
    below = days["stock"] < 0
    first = below & ~below.groupby([days["item"], days["unit"]]).shift(fill_value=False)
    table = tables["goods"]
    return [
        Finding(
            "stock_negative",
            table.place(index, "quantity"),
            {"date": f"{date:%Y-%m-%d}", "item": item, "unit": unit, "stock": f"{left:g}"},
        )
        for index, date, item, unit, left in days.loc[first, ["date", *KEYS, "stock"]]
        .sort_index()
        .itertuples(name=None)
    ]


def _moves(tables: Tables, period: Period) -> pd.DataFrame:
    """Rows up to the end of the month: date, item, unit, change (given out is negative).

    A row without 单位 takes that of the other rows of the thing, if they have but one.
    """
    frame = tables["goods"].usable
    rows = frame.loc[frame["date"] <= pd.Timestamp(period.last), ["date", "direction", "quantity", *KEYS]]
    filled = rows[rows["unit"] != ""].groupby("item")["unit"].agg(["nunique", "first"])
    only = filled.loc[filled["nunique"] == 1, "first"].reindex(rows["item"], fill_value="")
    sign = np.where(rows["direction"] == GOODS_IN, 1.0, -1.0)
    return rows[["date", "item"]].assign(
        unit=rows["unit"].where(rows["unit"] != "", only.to_numpy()),
        change=rows["quantity"] * sign,
    )
