"""Which amounts of a stock add up to a sum: all ways, or none, or too many to tell.

How, and why so: the sums that can be reached are collected layer by layer, one layer for each kind of amount, the
largest first. As long as they are few they are a set of numbers; when they become many they are the bits of one Python
integer, one bit a cent, and each kind of amount shifts it once for every doubling of its number. So a layer never
costs more than (cents of the sum) bits, whatever the number of ways, where trying subsets doubles with each row and
meeting in the middle needs 2^20 entries for 40 rows. A common divisor is taken out first (whole 元 make it a hundred
times smaller), and of a sum and what it leaves of the stock the smaller is searched. Walking the layers backwards then
meets real ways only, so listing a few of them costs next to nothing. The effort is counted, and a search that reaches
its bound answers "too many to tell".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The most bits that one search may write: 40 kinds of amounts up to 60,000.00 to the cent, in some 30 MiB and 30 ms.
BITS = 2**28
# What one number in a set costs, in bits of an integer.
_NUMBER = 2**10

Stock: TypeAlias = "Sequence[tuple[int, int]]"  # positive amount in 分 and how many rows have it
Ways: TypeAlias = "list[tuple[int, ...]]"  # how many rows of each entry of the stock
_Layer: TypeAlias = "set[int] | int"  # sums that can be reached: numbers, or the bits of one integer
_Path: TypeAlias = "tuple[int, _Path] | None"  # how many rows of an entry, and of those after it


@dataclass
class Effort:
    """How many bits may still be written; searches that share one stop together."""

    left: int

    def spend(self, bits: int) -> bool:
        """Use some of it; whether there was enough."""
        self.left -= bits
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class _Search:
    """A search made as small as it can be.

    positions: the entries of the whole stock that can be part, the largest amount first. stock: those entries,
    without the common divisor. target: the sum to look for, -1 where there cannot be any way. inverted: it is the sum
    of what is left out.
    """

    positions: tuple[int, ...]
    stock: Stock
    target: int
    inverted: bool


_IMPOSSIBLE = _Search((), (), -1, inverted=False)


def ways_to_sum(target: int, stock: Stock, most: int, effort: Effort) -> Ways | None:
    """All ways to make a target (分, positive) from a stock; None if there are more than most, or a bound is reached.

    A way says how many rows of each entry of the stock are in it; equal rows are not told apart.
    """
    search = _reduce(target, stock)
    if search.target < 0:
        return []
    own = Effort(min(BITS, effort.left))
    before = own.left
    layers = _layers(search, own)
    effort.spend(before - max(own.left, 0))
    if layers is None:
        return None
    found = _walk_back(search, layers, most)
    return None if len(found) > most else [_whole_way(search, counts, len(stock)) for counts in found]


def _reduce(target: int, stock: Stock) -> _Search:
    positions = [at for at, (amount, _) in enumerate(stock) if amount <= target]
    positions.sort(key=lambda at: -stock[at][0])
    usable = [stock[at] for at in positions]
    divisor = gcd(*(amount for amount, _ in usable))
    total = sum(amount * count for amount, count in usable)
    if not usable or target % divisor or target > total:
        return _IMPOSSIBLE
    searched = min(target, total - target) // divisor
    smaller = tuple((amount // divisor, count) for amount, count in usable)
    return _Search(tuple(positions), smaller, searched, inverted=total - target < target)


def _whole_way(search: _Search, counts: tuple[int, ...], entries: int) -> tuple[int, ...]:
    """How many rows of each entry of the whole stock are in a way that the search found."""
    way = [0] * entries
    for position, (_, held), count in zip(search.positions, search.stock, counts, strict=True):
        way[position] = held - count if search.inverted else count
    return tuple(way)


def _layers(search: _Search, effort: Effort) -> list[_Layer] | None:
    """For each number of entries taken into account, the sums up to the target that can be reached; None: too many."""
    reached: _Layer = {0}
    layers = [reached]
    to_come = sum(amount * count for amount, count in search.stock)
    for amount, count in search.stock:
        to_come -= amount * count
        if isinstance(reached, set) and len(reached) * (count + 1) * _NUMBER > search.target:
            reached = _as_bits(reached)
        if isinstance(reached, set):
            reached = _grow_set(reached, amount, count, range(search.target - to_come, search.target + 1))
            enough = effort.spend(len(reached) * _NUMBER)
        else:
            enough = effort.spend(search.target * count.bit_length())
            reached = _grow_bits(reached, amount, count, search.target) if enough else reached
        if not enough:
            return None
        layers.append(reached)
    return layers


def _grow_set(reached: set[int], amount: int, count: int, wanted: range) -> set[int]:
    """The sums with up to count rows more, of those from which the target can still be reached."""
    last = wanted.stop - 1
    return {
        total
        for start in reached
        for total in range(start, min(start + amount * count, last) + 1, amount)
        if total >= wanted.start
    }


def _grow_bits(reached: int, amount: int, count: int, target: int) -> int:
    """The same for bits; one shift for every doubling of the count."""
    mask = (1 << target + 1) - 1
    done = 0
    while done < count and (done + 1) * amount <= target:
        step = min(done + 1, count - done)
        reached |= (reached << step * amount) & mask
        done += step
    return reached


def _as_bits(numbers: set[int]) -> int:
    cells = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        cells[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(cells, "little")


def _walk_back(search: _Search, layers: list[_Layer], most: int) -> Ways:
    """The ways, at most one more than asked for: only steps to sums that can be reached are taken."""
    last = layers[-1]
    reachable = search.target in last if isinstance(last, set) else last >> search.target & 1
    if not reachable:
        return []
    known = [each if isinstance(each, set) else _Bits(each) for each in layers]
    found: Ways = []
    paths: list[tuple[int, int, _Path]] = [(len(search.stock), search.target, None)]
    while paths and len(found) <= most:
        depth, left, path = paths.pop()
        if not depth:
            found.append(tuple(_counts(path)))
            continue
        amount, held = search.stock[depth - 1]
        paths.extend(
            (depth - 1, left - count * amount, (count, path))
            for count in range(min(held, left // amount), -1, -1)
            if left - count * amount in known[depth - 1]
        )
    return found


def _counts(path: _Path) -> Iterator[int]:
    while path:
        count, path = path
        yield count


class _Bits:
    """The bits of an integer, to be asked for one by one without shifting the whole."""

    def __init__(self, bits: int) -> None:
        self._bytes = bits.to_bytes(bits.bit_length() // 8 + 1, "little")

    def __contains__(self, number: int) -> bool:
        return number >> 3 < len(self._bytes) and bool(self._bytes[number >> 3] >> (number & 7) & 1)
