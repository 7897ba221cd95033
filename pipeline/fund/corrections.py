"""冲正 rows, and the rows that they cancel."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from pipeline.registers import CORRECTION

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_SAME = ["channel", "purpose"]


class Entry(NamedTuple):
    """A row that may be a 冲正 or be cancelled by one.

    key: what a 冲正 and the row it cancels have in common, of a 冲正 with the amount that it takes back. day: its date,
    as anything that can be ordered. at: what names the row. correction: whether it is a 冲正.
    """

    key: Hashable
    day: int
    at: int
    correction: bool


def pair_off(entries: Sequence[Entry]) -> dict[int, int]:
    """The row that each 冲正 cancels, by the 冲正; entries are in order of date, then of register.

    Rule: the latest row of its key that is not later than itself, of several of that day the first in register order;
    each row is cancelled once. A 冲正 without such a row (money given back in part) is absent.
    """
    open_rows: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.correction:
            open_rows[entry.key].append(entry)
    pairs: dict[int, int] = {}
    for mark in entries:
        earlier = [each.day for each in open_rows[mark.key] if each.day <= mark.day] if mark.correction else []
        if earlier:
            pairs[mark.at] = open_rows[mark.key].pop(earlier.index(earlier[-1])).at
    return pairs


def is_correction(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of a money register (with note and amount in 分) are 冲正 rows.

    Rule: a correction is a row of its own, negative, with 冲正 in 备注.
    """
    return rows["note"].str.contains(CORRECTION, regex=False) & (rows["amount"] < 0)


def cancelled_by(rows: pd.DataFrame, name: str) -> pd.Series[int]:
    """Index of the row that each 冲正 row cancels, by the index of the 冲正 row; as pair_off says.

    rows: usable donations or disbursements; name: the column of the donor or recipient, which a 冲正 has in common
    with the row it cancels, as it has channel and restriction, the amount being opposite.
    """
    marks = is_correction(rows)
    if not marks.any():
        return pd.Series(dtype="int64")
    keys = pd.MultiIndex.from_frame(rows[[name, *_SAME]].assign(size=rows["amount"].where(~marks, -rows["amount"])))
    # Only rows that could belong to a 冲正 row matter: a handful, which may be walked one by one.
    near = pd.DataFrame({"key": keys, "day": rows["date"], "at": rows.index, "correction": marks}, index=rows.index)
    near = near[keys.isin(keys[marks])].sort_values(["day", "at"])
    pairs = pair_off([Entry(*row) for row in near.itertuples(index=False)])
    return pd.Series(pairs, dtype="int64")
