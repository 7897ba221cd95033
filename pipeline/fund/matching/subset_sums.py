"""Which amounts of a stock add up to a sum: all ways, or none, or too many to tell.

How, and why so: the sums that can be reached are the bits of one Python integer, one bit a cent, and each kind of
amount shifts it once for every doubling of its number. That costs (kinds of amounts) × (cents of the sum) bits,
whatever the number of ways, where trying subsets doubles with each row and meeting in the middle needs 2^20 entries
for 40 rows. A common divisor is taken out first (whole 元 make it a hundred times smaller), and of a sum and what it
leaves of the stock the smaller is searched. Walking the layers backwards then meets real ways only, so listing a few
of them costs next to nothing. Beyond BITS the search is not begun and the answer is "too many to tell".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

# The most bits that one search may write: 40 kinds of amounts up to 60,000.00 to the cent, in some 30 MiB and 50 ms.
BITS = 2**28

Stock: TypeAlias = "Sequence[tuple[int, int]]"  # positive amount in 分 and how many rows have it
Ways: TypeAlias = "list[tuple[int, ...]]"  # how many rows of each entry of the stock


@dataclass(frozen=True, slots=True)
class _Search:
    """A search made as small as it can be.

    positions: the entries of the stock that can be part. stock: those entries, without the common divisor. target:
    the sum to look for, -1 where there cannot be any way. inverted: it is the sum of what is left out.
    """

    positions: tuple[int, ...]
    stock: Stock
    target: int
    inverted: bool

    @property
    def bits(self) -> int:
        """How many bits it writes."""
        return max(self.target, 0) * sum(count.bit_length() for _, count in self.stock)


_IMPOSSIBLE = _Search((), (), -1, inverted=False)


def bits_needed(target: int, stock: Stock) -> int:
    """How many bits a search would write: what it costs."""
    return _reduce(target, stock).bits


def ways_to_sum(target: int, stock: Stock, most: int) -> Ways | None:
    """All ways to make a target (分, positive) from a stock; None if there are more than most, or the bound is reached.

    A way says how many rows of each entry of the stock are in it; equal rows are not told apart.
    """
    search = _reduce(target, stock)
    if search.target < 0:
        return []
    if search.bits > BITS:
        return None
    found = _walk_back(search.target, search.stock, _layers(search.target, search.stock), most)
    if len(found) > most:
        return None
    return [_whole_way(search, counts, len(stock)) for counts in found]


def _reduce(target: int, stock: Stock) -> _Search:
    positions = tuple(at for at, (amount, _) in enumerate(stock) if amount <= target)
    usable = [stock[at] for at in positions]
    divisor = gcd(*(amount for amount, _ in usable))
    total = sum(amount * count for amount, count in usable)
    if not usable or target % divisor or target > total:
        return _IMPOSSIBLE
    searched = min(target, total - target) // divisor
    smaller = tuple((amount // divisor, count) for amount, count in usable)
    return _Search(positions, smaller, searched, inverted=total - target < target)


def _whole_way(search: _Search, counts: tuple[int, ...], entries: int) -> tuple[int, ...]:
    """How many rows of each entry of the whole stock are in a way that the search found."""
    way = [0] * entries
    for position, (_, held), count in zip(search.positions, search.stock, counts, strict=True):
        way[position] = held - count if search.inverted else count
    return tuple(way)


def _layers(target: int, stock: Stock) -> list[int]:
    """For each number of entries taken into account, the sums up to the target that can be reached, as bits."""
    mask = (1 << target + 1) - 1
    reached = 1
    layers = [reached]
    for amount, count in stock:
        done = 0
        while done < count and (done + 1) * amount <= target:
            step = min(done + 1, count - done)
            reached |= (reached << step * amount) & mask
            done += step
        layers.append(reached)
    return layers


def _walk_back(target: int, stock: Stock, layers: list[int], most: int) -> Ways:
    """The ways, at most one more than asked for: only steps to sums that can be reached are taken."""
    if not layers[-1] >> target & 1:
        return []
    bits = [layer.to_bytes(layer.bit_length() // 8 + 1, "little") for layer in layers]
    found: Ways = []
    paths: list[tuple[int, int, tuple[int, ...]]] = [(len(stock), target, ())]
    while paths and len(found) <= most:
        depth, left, counts = paths.pop()
        if not depth:
            found.append(counts)
            continue
        amount, held = stock[depth - 1]
        below = bits[depth - 1]
        for count in range(min(held, left // amount), -1, -1):
            rest = left - count * amount
            if rest >> 3 < len(below) and below[rest >> 3] >> (rest & 7) & 1:
                paths.append((depth - 1, rest, (count, *counts)))
    return found
