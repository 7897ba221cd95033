"""Stage 6: two or more rows that add up to a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from pipeline.fund.matching.board import DAYS_APART
from pipeline.fund.matching.groups import is_fee
from pipeline.fund.matching.subset_sums import BITS, Effort, ways_to_sum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Board

# More different solutions than this are not listed: nobody would read them.
MOST_LISTED = 20
# What all lines of a month may cost together; what is left over then becomes candidates without solutions.
BITS_IN_ALL = 8 * BITS

# Rows of equal date, amount, channel and restriction are interchangeable: (day, amount, channel, purpose, fee).
_Kind: TypeAlias = "tuple[int, int, str, str, bool]"
_Solution: TypeAlias = "dict[_Kind, int]"  # how many rows of each kind
_Dated: TypeAlias = "list[tuple[int, int]]"  # day and position, in that order


def match_subsets(board: Board) -> None:
    """Match lines with the one set of open rows that has their sum.

    Rule: two or more open rows of one direction within 7 days on either side, a wallet's 手续费 only with gifts of
    that wallet. All lines are judged against the same rows; a unique solution is taken unless two lines need the same
    row, then both are candidates; and again, until nothing changes. Several solutions, or too many to search, are
    candidates too.
    """
    search = _Search(board)
    found = {line: search.solutions(line) for line in board.lines}
    while taken := _take_unique(board, found, search):
        days = sorted({board.all_items[item].day for item in taken})
        for line, solutions in found.items():
            # Fewer rows never give a line a new solution, so only those with several are judged again.
            if line in board.lines and (solutions is None or len(solutions) > 1):
                day = board.all_lines[line].day
                if bisect_left(days, day - DAYS_APART) < bisect_right(days, day + DAYS_APART):
                    found[line] = search.solutions(line)
    for line, solutions in found.items():
        if line in board.lines and solutions != []:
            sets = None if solutions is None else tuple(search.rows_of(solution) for solution in solutions)
            board.candidates[line] = sets


def _take_unique(board: Board, found: dict[int, list[_Solution] | None], search: _Search) -> list[int]:
    """Match the lines with one solution whose rows suffice for all that need them; the items taken."""
    unique = {
        line: solutions[0]
        for line, solutions in found.items()
        if line in board.lines and solutions is not None and len(solutions) == 1
    }
    needed: Counter[_Kind] = Counter()
    for solution in unique.values():
        needed.update(solution)
    sufficient = {kind for kind, count in needed.items() if count <= search.stock(kind)}
    taken: list[int] = []
    for line, solution in unique.items():
        if sufficient.issuperset(solution):
            items = search.rows_of(solution)
            taken.extend(items)
            board.take(line, items, "subset")
            search.forget(items)
    return taken


class _Search:
    """The open rows, found by date and by kind."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._effort = Effort(BITS_IN_ALL)
        self._of_kind: dict[_Kind, list[int]] = defaultdict(list)
        self._dated: dict[tuple[bool, bool], _Dated] = defaultdict(list)  # by (money in, wallet's fee)
        for position, item in board.items.items():
            self._of_kind[_kind(item)].append(position)
            self._dated[item.amount > 0, is_fee(item)].append((item.day, position))

    def stock(self, kind: _Kind) -> int:
        """How many open rows there are of a kind."""
        return len(self._of_kind[kind])

    def rows_of(self, solution: _Solution) -> tuple[int, ...]:
        """The rows of a solution, of each kind the first in register order."""
        return tuple(sorted(row for kind, count in solution.items() for row in self._of_kind[kind][:count]))

    def forget(self, items: Iterable[int]) -> None:
        """Take out items that are open no longer."""
        gone = set(items)
        for kind in {_kind(self._board.all_items[item]) for item in gone}:
            self._of_kind[kind] = [item for item in self._of_kind[kind] if item not in gone]

    def solutions(self, position: int) -> list[_Solution] | None:
        """The different sets of rows that have the sum of a line; None if there are too many to list or to search."""
        line = self._board.all_lines[position]
        incoming = line.amount > 0
        rows = self._kinds(line.day, incoming=incoming, fees=False)
        found = self._ways(abs(line.amount), rows, ())
        if incoming and found is not None:
            fees = self._kinds(line.day, incoming=False, fees=True)
            for wallet in sorted({channel for _, _, channel, _, _ in fees}):
                gifts = [kind for kind in rows if kind[2] == wallet]
                kept = [kind for kind in fees if kind[2] == wallet]
                found = _joined(found, self._ways(line.amount, gifts, kept))
        return found if found is None or len(found) <= MOST_LISTED else None

    def _kinds(self, day: int, *, incoming: bool, fees: bool) -> list[_Kind]:
        """The kinds of open rows within 7 days of a day."""
        dated = self._dated[incoming, fees]
        near = dated[bisect_left(dated, (day - DAYS_APART, -1)) : bisect_left(dated, (day + DAYS_APART + 1, -1))]
        kinds = dict.fromkeys(_kind(self._board.all_items[position]) for _, position in near)
        return [kind for kind in kinds if self._of_kind[kind]]

    def _ways(self, target: int, rows: list[_Kind], fees: Iterable[_Kind]) -> list[_Solution] | None:
        """The solutions; with fees only those that hold at least one of them.

        All have two or more rows: a row of the line's own amount would have matched in stage 4.
        Gifts less fees make the target: so the gifts and the fees left out make the target and all fees.
        """
        fees = list(fees)
        kinds = [*rows, *fees]
        stock = [(abs(kind[1]), self.stock(kind)) for kind in kinds]
        raised = target + sum(-kind[1] * self.stock(kind) for kind in fees)
        ways = ways_to_sum(raised, stock, MOST_LISTED, self._effort)
        if ways is None:
            return None
        solutions = [self._solution(kinds, way) for way in ways]
        return [solution for solution in solutions if not fees or any(kind in solution for kind in fees)]

    def _solution(self, kinds: list[_Kind], way: tuple[int, ...]) -> _Solution:
        counts = {kind: self.stock(kind) - count if kind[-1] else count for kind, count in zip(kinds, way, strict=True)}
        return {kind: count for kind, count in counts.items() if count}


def _joined(first: list[_Solution] | None, second: list[_Solution] | None) -> list[_Solution] | None:
    return None if first is None or second is None else first + second


def _kind(item: Item) -> _Kind:
    return item.day, item.amount, item.channel, item.purpose, is_fee(item)
