"""The chain of balances of an account: each balance is the one before plus the movement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Whole: TypeAlias = "NDArray[np.int64]"
Flags: TypeAlias = "NDArray[np.bool_]"

# A batch of payments (wages) may show the balance after the whole batch on each of its lines.
_BATCH = re.compile("批量|代发")


def batch_texts(texts: Sequence[str]) -> Flags:
    """Which lines are parts of a batch, by their text."""
    return np.array([bool(_BATCH.search(text)) for text in texts], dtype=bool)


def joined_lines(batch: Flags, moments: Whole, balances: Whole) -> Flags:
    """Which lines belong to one batch with the line before: both of a batch, of equal time and balance."""
    joined = np.zeros(len(balances), dtype=bool)
    equal = (moments[1:] == moments[:-1]) & (balances[1:] == balances[:-1])
    joined[1:] = batch[1:] & batch[:-1] & equal
    return joined


def broken_at(
    amounts: Whole,
    balances: Whole,
    joined: Flags,
    known: Flags | None = None,
    start: int | None = None,
) -> list[int]:
    """Positions of the lines whose balance is not the one before ± their amount, in 分; the oldest line comes first.

    joined: lines of one batch with the line before; a batch is checked once, at its last line. known: lines whose
    amount and balance could be read; nothing is said of the others, nor of the line after such a one. start: the
    balance before the first line, None where it is not known.
    """
    if not len(amounts):
        return []
    known = np.ones(len(amounts), dtype=bool) if known is None else known
    first = np.flatnonzero(~joined)
    last: Any = np.append(first[1:], len(amounts)) - 1
    sums = np.add.reduceat(amounts, first)
    sure = np.logical_and.reduceat(known, first)
    before = np.concatenate([[0 if start is None else start], balances[last][:-1]])
    told = np.concatenate([[start is not None], sure[:-1]])
    wrong = sure & told & (before + sums != balances[last])
    return [int(position) for position in last[wrong]]
