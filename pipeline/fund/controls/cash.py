"""The cash box: its limit, what was paid in, what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.fund.controls.audit import day_text
from pipeline.fund.deposits import NONE
from pipeline.fund.purses import CASH_OPENING, amount_place, run_starts, setting_place
from pipeline.money import format_yuan

if TYPE_CHECKING:
    from pipeline.fund.controls.audit import Audit
    from pipeline.period import Period
    from pipeline.settings import Settings


def over_limit(audit: Audit) -> list[Finding]:
    """Cash over 库存现金限额 at the end of a day: once for each run of such days, at the last row of its first day."""
    limit, opening = audit.settings.cash_limit, audit.settings.opening_cash
    if limit is None:
        return []
    findings = []
    if opening > limit:
        facts = _facts(opening, limit) | {"day": day_text(pd.Timestamp(audit.settings.opening_date))}
        findings.append(Finding("cash_over_limit", setting_place(audit.tables, CASH_OPENING), facts))
    for _, row in run_starts(audit.movements, "cash", opening, lambda balance: balance > limit).iterrows():
        facts = _facts(int(row["balance"]), limit) | {"day": day_text(row["date"])}
        findings.append(Finding("cash_over_limit", amount_place(audit.tables, row), facts))
    return findings


def deposit_differs(audit: Audit) -> list[Finding]:
    """A 缴存 that differs from the sum of its number's gifts, at the number's last 缴存."""
    items = audit.deposits.items
    moves = items[(items["move"] != NONE) & (items["number"] != "")]
    paid = moves.groupby("number")["amount"].transform("sum")
    last = moves.assign(paid=paid).sort_values(["date", "move"]).drop_duplicates("number", keep="last")
    wrong = last[(last["paid"] != last["gifts_sum"]) & last["move"].isin(audit.cash_moves.index)].sort_values("move")
    return [
        Finding(
            "deposit_differs",
            audit.place("cash_moves", row["move"], "amount"),
            {"number": row["number"], **_facts(row["paid"], row["gifts_sum"])},
        )
        for _, row in wrong.iterrows()
    ]


def count_differs(audit: Audit) -> list[Finding]:
    """A cash count that differs from the cash book at the end of its day."""
    counted = audit.tables["cash_counts"].usable
    if counted.empty:
        return []
    counts = compare_counts(counted, audit.movements, audit.settings, audit.period)
    return [
        Finding(
            "cash_count_differs",
            audit.place("cash_counts", row["row"], "counted"),
            {"day": day_text(row["date"]), **_facts(row["counted"], row["book"])},
        )
        for _, row in counts[counts["difference"] != 0].iterrows()
    ]


def _facts(found: int, right: int) -> dict[str, str]:
    """What was found, what it should be (or may be at most) and how far apart they are, in 元."""
    return {"found": format_yuan(found), "right": format_yuan(right), "difference": format_yuan(abs(found - right))}


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
