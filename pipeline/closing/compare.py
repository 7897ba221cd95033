"""What has become of the rows of closed months: added, removed, changed. Compared by content, never by position."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from pipeline.closing.rows import Row

# The column that names a row, where a register has one: a row of the same number is the same row, changed.
KEYS = {
    "捐款": "收据号",
    "支出": "凭证号",
    "银行流水": "流水号",
    "现金存取": "单号",
    "基本信息": "项目",
}
Pair: TypeAlias = "tuple[Row, Row]"
KeysOf: TypeAlias = "Callable[[Row], list[Hashable]]"


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is no longer what it was. month: the closed month it belongs to ("2026-09").

    before: the row as it was closed, None for one that was added. after: the row of today, None for one removed.
    """

    month: str
    before: Row | None
    after: Row | None

    @property
    def kind(self) -> str:
        """Either "added", "removed" or "changed"."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def row(self) -> Row:
        """The row it is about, as it was closed if it was."""
        found = self.before or self.after
        if found is None:
            raise ValueError(self)
        return found

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """Title, old and new text of each cell that differs, in the order of the register."""
        old = dict(self.before.values if self.before else ())
        new = dict(self.after.values if self.after else ())
        titles = dict.fromkeys((*old, *new))
        return [(each, old.get(each, ""), new.get(each, "")) for each in titles if old.get(each) != new.get(each)]


def compare(closed: Sequence[Row], today: Sequence[Row], others: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """The rows that differ, as pairs of what was and what is; None where there is no such row.

    closed: rows as they were frozen. today: rows of the same days as they stand now. others: today's rows of other
    days, in which a row is found again whose date was changed. Rows of equal content are the same, in any order.
    """
    gone, new = _left_over(closed, today), _left_over(today, closed)
    if not gone and not new:
        return []
    pairs: list[Pair] = []
    for keys_of in (_number, *_almost_equal(gone, new)):
        gone, new, found = _paired(gone, new, keys_of)
        pairs += found
    gone, _, found = _paired(gone, others, _number)
    pairs += found
    return [*pairs, *((row, None) for row in gone), *((None, row) for row in new)]


def _left_over(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """The rows that have no equal among the others, each equal used once."""
    there = Counter(row.content for row in others)
    left = []
    for row in rows:
        if there[row.content]:
            there[row.content] -= 1
        else:
            left.append(row)
    return left


def _paired(gone: list[Row], new: Sequence[Row], keys_of: KeysOf) -> tuple[list[Row], list[Row], list[Pair]]:
    """Rows of both sides that share a key, and what is left of each side. Rows of one key are taken in turn."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    if gone:
        for number, row in enumerate(new):
            for key in keys_of(row):
                waiting[key].append(number)
    taken: set[int] = set()
    left: list[Row] = []
    pairs: list[Pair] = []
    for row in gone:
        partner = next((each for key in keys_of(row) for each in waiting.get(key, ()) if each not in taken), None)
        if partner is None:
            left.append(row)
        else:
            taken.add(partner)
            pairs.append((row, new[partner]))
    return left, [row for number, row in enumerate(new) if number not in taken], pairs


def _number(row: Row) -> list[Hashable]:
    number = row.value(KEYS.get(row.register, ""))
    return [(row.register, number)] if number else []


def _almost_equal(gone: Iterable[Row], new: Iterable[Row]) -> Iterator[KeysOf]:
    """What rows are paired by that differ in one cell, then in two and agree in more than twice as many."""
    titles: dict[str, set[str]] = defaultdict(set)
    for row in (*gone, *new):
        titles[row.register].update(title for title, _ in row.values)
    yield partial(_without, titles=titles, cells=1)
    yield partial(_without, titles=titles, cells=2)


def _without(row: Row, *, titles: Mapping[str, set[str]], cells: int) -> list[Hashable]:
    """What a row says without any one, or any two, of its cells."""
    several = cells > 1
    named = sorted(titles[row.register] - ({KEYS.get(row.register, "")} if several else set()))
    rests = (
        (left_out, tuple(pair for pair in row.values if pair[0] not in left_out))
        for left_out in combinations(named, cells)
    )
    return [(row.register, *rest) for rest in rests if len(rest[1]) > (2 * cells if several else 0)]
