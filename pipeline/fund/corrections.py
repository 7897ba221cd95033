"""冲正 rows, and the rows that they cancel."""

from __future__ import annotations

import pandas as pd

from pipeline.registers import CORRECTION


def is_correction(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of a money register (with note and amount in 分) are 冲正 rows.

    Rule: a correction is a row of its own, negative, with 冲正 in 备注.
    """
    return rows["note"].str.contains(CORRECTION, regex=False) & (rows["amount"] < 0)


def cancelled_by(rows: pd.DataFrame, name: str) -> pd.Series[int]:
    """Index of the row that each 冲正 row cancels, by the index of the 冲正 row.

    rows: usable donations or disbursements; name: the column of the donor or recipient. A 冲正 row takes the latest
    row not later than itself of the same name, channel and restriction and of the opposite amount, of equal ones of one
    day the first in register order; each row is cancelled once. A 冲正 row without such a row (money given back in
    part) is absent.
    """
    marks = is_correction(rows)
    if not marks.any():
        return pd.Series(dtype="int64")
    named = rows.assign(name=rows[name], size=rows["amount"].abs(), mark=marks, at=rows.index)
    # The row to take next is the last one seen: of one day the first in register order.
    named = named.assign(turn=named["at"].where(named["mark"], -named["at"]))
    named = named.set_index(["name", "channel", "purpose", "size"])
    # Only rows that could belong to a 冲正 row matter: a handful, which may be walked one by one.
    near = named[named.index.isin(named.index[named["mark"]])].sort_values(["date", "mark", "turn"])
    open_rows: dict[object, list[int]] = {}
    pairs: dict[int, int] = {}
    for key, mark, amount, at in zip(near.index, near["mark"], near["amount"], near["at"], strict=True):
        if mark and open_rows.get(key):
            pairs[at] = open_rows[key].pop()
        elif amount > 0:
            open_rows.setdefault(key, []).append(at)
    return pd.Series(pairs, dtype="int64")
