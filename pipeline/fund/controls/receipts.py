"""Receipt numbers: each used once, none missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.fund.corrections import cancelled_by
from pipeline.tables import BLOCK, ROW
from pipeline.text import spell

if TYPE_CHECKING:
    from pipeline.fund.controls.audit import Audit
    from pipeline.tables import Table

# A number is the digits at the end, at most so many that they fit an integer; all before them is the prefix.
_NUMBER = r"^(?P<prefix>.*?)(?P<digits>\d{1,15})$"
SERIES = ["prefix", "length", "year"]


def repeated(audit: Audit) -> list[Finding]:
    """A receipt number used again within one calendar year: an error at the later row.

    A 冲正 may carry the number of the very row that it cancels: it names that receipt, it is not a second one.
    """
    rows = audit.tables["donations"].usable
    rows = rows[(rows["receipt"] != "") & (rows["date"] <= audit.end)]
    rows = rows.assign(receipt=rows["receipt"].map(spell).astype("str"))
    cancelled = cancelled_by(rows, "donor")
    same = rows["receipt"].reindex(cancelled.to_numpy()).to_numpy() == rows["receipt"].reindex(cancelled.index)
    ordered = rows.drop(index=cancelled.index[same]).rename_axis("at").reset_index().sort_values(["date", "at"])
    ordered = ordered.assign(year=ordered["date"].dt.year)
    first = ordered.groupby(["receipt", "year"])["at"].transform("first")
    later = ordered[(first != ordered["at"]) & ordered["at"].isin(audit.donations.index)]
    return [
        Finding(
            "receipt_repeated",
            audit.place("donations", at, "receipt"),
            {"receipt": receipt, "first": audit.place("donations", of, "receipt").address},
            (audit.place("donations", of, "receipt"),),
        )
        for at, receipt, of in zip(later["at"], later["receipt"], first[later.index], strict=True)
    ]


def missing(audit: Audit) -> list[Finding]:
    """Receipt numbers left out, at the row after the gap.

    Rule: numbers of one prefix, length and calendar year follow each other without gap. Voided rows explain a gap;
    so do rows with an error and rows from before 期初日期, whose numbers were used too.
    """
    numbers = _numbers(audit.tables["donations"], audit)
    if numbers.empty:
        return []
    numbers = numbers.assign(dead=~numbers["live"]).sort_values([*SERIES, "number", "dead", "date", "at"])
    numbers = numbers.drop_duplicates([*SERIES, "number"])  # of a number used twice the first row is after the gap
    # A number less its rank among those used grows by one with each number left out before it.
    left_out = numbers["number"] - numbers.groupby(SERIES).cumcount()
    live = numbers[numbers["live"]].assign(left_out=left_out)
    series = live.groupby(SERIES)
    live = live.assign(before=series["number"].shift(), gap=series["left_out"].diff())
    gaps = live[live["gap"] > 0].sort_values("at")
    return [
        Finding("receipt_gap", audit.place("donations", int(row["at"]), "receipt"), _facts(row))
        for _, row in gaps.iterrows()
    ]


def _facts(row: pd.Series) -> dict[str, str]:
    width = int(row["length"]) - len(row["prefix"])
    low, high = (f"{row['prefix']}{int(number):0{width}d}" for number in (row["before"] + 1, row["number"] - 1))
    span = low if low == high else f"{low}至{high}"
    return {"receipt": row["receipt"], "span": span, "count": str(int(row["gap"]))}


def _numbers(table: Table, audit: Audit) -> pd.DataFrame:
    """Every receipt number used: prefix, length, year, number; live (under control) and its row `at` in the frame.

    Rule: a voided row without a date is of the year of the row before it.
    """
    frame = table.frame.assign(at=table.frame.index, live=table.frame.index.isin(audit.donations.index))
    frame = frame[~(frame["date"] > audit.end)]
    voided = table.voided if len(table.voided) else table.frame.head(0)
    columns = ["date", "receipt", "at", "live", BLOCK, ROW]
    rows = pd.concat([frame[columns], voided.assign(at=-1, live=False)[columns]], ignore_index=True)
    rows = rows.assign(receipt=rows["receipt"].map(spell).astype("str")).sort_values([BLOCK, ROW], ignore_index=True)
    dates = rows["date"].groupby(rows[BLOCK]).ffill()
    rows = rows.assign(year=dates.groupby(rows[BLOCK]).bfill().dt.year, length=rows["receipt"].str.len())
    rows = rows.join(rows["receipt"].str.extract(_NUMBER)).dropna(subset=["digits", "year"])
    return rows.assign(number=rows["digits"].astype("int64"))
