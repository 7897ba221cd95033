"""Stage 5: all rows of one day that the bank shows as one line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pipeline.fund.matching.board import DAYS_APART
from pipeline.registers import WALLETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Board

# Rule: a wallet settles 1 to 3 days later, a bank on the day or up to 7 days later.
WALLET_DAYS = (1, 3)
BANK_DAYS = (0, DAYS_APART)

_Dated: TypeAlias = "list[tuple[int, int]]"  # day and position, in that order


class Fit(NamedTuple):
    """A line that a group of items has the sum of."""

    line: int
    items: tuple[int, ...]


def match_groups(board: Board) -> None:
    """Match natural groups.

    Rule: all rows still open of one day, channel and direction; a wallet's gifts may be net of at most one 手续费 of
    the wallet. A line that two groups fit, or a group that fits two lines (or two groups with a row in common), are
    candidates: nobody can tell which is meant.
    """
    fits = list(dict.fromkeys(_fits(board)))
    of_line = Counter(fit.line for fit in fits)
    of_item = Counter(item for fit in fits for item in fit.items)
    solutions: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for fit in fits:
        if of_line[fit.line] == 1 and all(of_item[item] == 1 for item in fit.items):
            board.take(fit.line, fit.items, "group")
        else:
            solutions[fit.line].append(fit.items)
    for line, sets in solutions.items():
        board.candidates[line] = tuple(sets)
        board.hold_lines((line,))
        board.hold_items(item for items in sets for item in items)


def _fits(board: Board) -> Iterator[Fit]:
    lines: dict[int, _Dated] = defaultdict(list)  # by amount
    for line, found in board.lines.items():
        lines[found.amount].append((found.day, line))
    fees = _fees(board)
    for group in _day_groups(board):
        first = board.all_items[group[0]]
        total = board.total(group)
        early, late = WALLET_DAYS if first.channel in WALLETS else BANK_DAYS
        if len(group) > 1:
            for _, line in _between(lines.get(total, []), first.day + early, first.day + late):
                yield Fit(line, tuple(group))
        if total < 0:
            continue
        for fee_day, fee in _between(fees.get(first.channel, []), first.day, first.day + late):
            net = total + board.all_items[fee].amount
            for _, line in _between(lines.get(net, []), max(first.day + early, fee_day), first.day + late):
                yield Fit(line, (*group, fee))


def _day_groups(board: Board) -> Iterator[list[int]]:
    """The open items of each day, channel and direction; a fee that a wallet kept back belongs to no such group."""
    groups: dict[tuple[int, str, bool], list[int]] = defaultdict(list)
    for position, item in board.items.items():
        if not is_fee(item):
            groups[item.day, item.channel, item.amount > 0].append(position)
    yield from groups.values()


def _fees(board: Board) -> dict[str, _Dated]:
    """The open 手续费 rows of each wallet; of interchangeable ones (same day, amount and restriction) the first."""
    fees: dict[str, _Dated] = defaultdict(list)
    seen = set()
    for position, item in board.items.items():
        key = (item.channel, item.day, item.amount, item.purpose)
        if is_fee(item) and key not in seen:
            seen.add(key)
            fees[item.channel].append((item.day, position))
    return fees


def is_fee(item: Item) -> bool:
    """Whether an item is a fee that a wallet kept back (and not the correction of one)."""
    return item.wallet_fee and item.amount < 0


def _between(dated: _Dated, first: int, last: int) -> _Dated:
    """Those from one day to another, both included."""
    return dated[bisect_left(dated, (first, -1)) : bisect_right(dated, (last + 1, -1))]
