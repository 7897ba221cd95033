"""Stage 4: one line, one item, of equal amount and direction, at most 7 days apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeAlias

from pipeline.fund.matching.board import DAYS_APART
from pipeline.names import clean_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from pipeline.fund.matching.board import Board

# Positions of lines and of items, in order of date.
_Cluster: TypeAlias = "tuple[list[int], list[int]]"


def match_one_to_one(board: Board, lines: Iterable[int], items: Iterable[int]) -> None:
    """Match lines with items, among those given that are open.

    Rule: a row whose 捐款人 or 受助对象 equals 对方户名 goes first.
    """
    lines, items = sorted(lines), sorted(items)
    names = {position: clean_name(board.all_lines[position].name) for position in lines}
    _match_equal(
        board,
        [((board.all_lines[at].amount, names[at]), at) for at in lines if names[at]],
        [((board.all_items[at].amount, board.all_items[at].name), at) for at in items if board.all_items[at].name],
    )
    _match_equal(
        board,
        [(board.all_lines[at].amount, at) for at in lines],
        [(board.all_items[at].amount, at) for at in items],
    )


def _match_equal(board: Board, lines: list[tuple[Hashable, int]], items: list[tuple[Hashable, int]]) -> None:
    """Match what has the same key, cluster by cluster."""
    groups: dict[Hashable, _Cluster] = defaultdict(lambda: ([], []))
    for key, position in lines:
        if position in board.lines:
            groups[key][0].append(position)
    for key, position in items:
        if position in board.items and key in groups:
            groups[key][1].append(position)
    for group in groups.values():
        for cluster in _clusters(board, *group):
            _match_cluster(board, *cluster)


def _clusters(board: Board, lines: list[int], items: list[int]) -> Iterator[_Cluster]:
    """Lines and items that are linked, directly or through others, by being at most 7 days apart."""
    days = [board.all_items[item].day for item in items]
    linked: list[int] = []
    first = end = 0
    for line in lines:
        day = board.all_lines[line].day
        low, high = bisect_left(days, day - DAYS_APART), bisect_right(days, day + DAYS_APART)
        if low == high:
            continue
        if linked and low >= end:
            yield linked, items[first:end]
            linked = []
        if not linked:
            first = low
        linked.append(line)
        end = high
    if linked:
        yield linked, items[first:end]


def _match_cluster(board: Board, lines: list[int], items: list[int]) -> None:
    """Match a cluster.

    Rule: as many lines as rows and a pairing in date order within 7 days each: that; else by distance, then line,
    then row.
    """
    pairs = list(zip(lines, items, strict=False))
    if len(lines) != len(items) or any(_apart(board, *pair) > DAYS_APART for pair in pairs):
        pairs = list(_by_distance(board, lines, items))
    for line, item in pairs:
        board.take(line, (item,), "exact")


def _apart(board: Board, line: int, item: int) -> int:
    return abs(board.all_lines[line].day - board.all_items[item].day)


def _by_distance(board: Board, lines: list[int], items: list[int]) -> Iterator[tuple[int, int]]:
    """The nearest pairs first; one pass over the lines for each distance, so the time grows with their number only."""
    waiting: dict[int, deque[int]] = defaultdict(deque)
    for item in items:
        waiting[board.all_items[item].day].append(item)
    for apart in range(DAYS_APART + 1):
        left = []
        for line in lines:
            day = board.all_lines[line].day
            queue = waiting.get(day - apart) or waiting.get(day + apart)
            if queue:
                yield line, queue.popleft()
            else:
                left.append(line)
        lines = left
