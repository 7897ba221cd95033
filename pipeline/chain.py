"""The chain of balances of an account: each balance is the one before plus the movement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

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


def joined_lines(batch: Flags, days: Whole, balances: Whole) -> Flags:
    """Which lines belong to one batch with the line before: both of a batch, of equal day and balance."""
    joined = np.zeros(len(balances), dtype=bool)
    equal = (days[1:] == days[:-1]) & (balances[1:] == balances[:-1])
    joined[1:] = batch[1:] & batch[:-1] & equal
    return joined


class Break(NamedTuple):
    """A line, or a batch of lines, whose balance is not the one before plus what moved.

    first and last: the positions of its lines. expected: what its balance in 分 should be.
    """

    first: int
    last: int
    expected: int


@dataclass(frozen=True)
class Chain:
    """The lines of an account, oldest first; amounts (money out negative) and balances in 分.

    joined: lines of one batch with the line before; a batch is checked once, at its last line. known: lines whose
    amount could be read; stated: lines whose balance could be read.
    """

    amounts: Whole
    balances: Whole
    joined: Flags
    known: Flags
    stated: Flags

    def breaks(self, start: int | None = None) -> list[Break]:
        """Every break. start: the balance before the first line, None where it is not known.

        Nothing is said of a line that could not be read, nor of one after a balance that could not be read.
        """
        if not len(self.amounts):
            return []
        first = np.flatnonzero(~self.joined)
        last: Any = np.append(first[1:], len(self.amounts)) - 1
        before = np.concatenate([[0 if start is None else start], self.balances[last][:-1]])
        told = np.concatenate([[start is not None], self.stated[last][:-1]])
        sure = told & self.stated[last] & np.logical_and.reduceat(self.known, first)
        expected = before + np.add.reduceat(self.amounts, first)
        wrong = np.flatnonzero(sure & (expected != self.balances[last]))
        return [Break(int(first[each]), int(last[each]), int(expected[each])) for each in wrong]
