"""The table on which lines and items lie while they are matched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.fund.items import register_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.fund.items import Item, RowRef
    from pipeline.fund.statement import Line

# Rule: bank and books are at most 7 days apart where nothing but the amount joins them.
DAYS_APART = 7


@dataclass(frozen=True, slots=True)
class Match:
    """Lines and rows that are one movement.

    bank: indexes in the statement's table. book: register rows. rule: decided, reference, exact, group, subset or
    returned.
    """

    bank: tuple[int, ...]
    book: tuple[RowRef, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that several sets of rows explain, so that a person must choose.

    bank: indexes in the statement's table. solutions: the sets of rows. capped: there are too many to list.
    """

    bank: tuple[int, ...]
    solutions: tuple[tuple[RowRef, ...], ...]
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to report at a row: the code of the finding, the register, the row's index, the field, the facts."""

    code: str
    register: str
    index: int
    field: str
    facts: dict[str, str]


@dataclass(slots=True)
class Taken:
    """A match while matching goes on: positions of its lines and items."""

    lines: tuple[int, ...]
    items: tuple[int, ...]
    rule: str


@dataclass
class Board:
    """What is still open, and what has been found so far.

    all_lines and all_items are in order of date, then of row; a line or an item is named by its position there.
    lines and items: the open ones, in that order. matches: by position of the (first) line. settled: positions of
    items that settle each other. candidates: by position of the line the sets of items, None where too many.
    """

    all_lines: Sequence[Line]
    all_items: Sequence[Item]
    lines: dict[int, Line] = field(init=False)
    items: dict[int, Item] = field(init=False)
    matches: dict[int, Taken] = field(default_factory=dict)
    settled: list[tuple[int, int]] = field(default_factory=list)
    candidates: dict[int, tuple[tuple[int, ...], ...] | None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = dict(enumerate(self.all_lines))
        self.items = dict(enumerate(self.all_items))

    def take(self, line: int, items: Iterable[int], rule: str) -> None:
        """Match a line with items; none of them is open any longer."""
        taken = Taken((line,), tuple(items), rule)
        self.matches[line] = taken
        self.hold_lines(taken.lines)
        self.hold_items(taken.items)

    def settle(self, first: int, second: int) -> None:
        """Let two items cancel each other."""
        self.settled.append((first, second))
        self.hold_items((first, second))

    def hold_lines(self, lines: Iterable[int]) -> None:
        """Keep lines out of the stages that follow."""
        for line in lines:
            self.lines.pop(line, None)

    def hold_items(self, items: Iterable[int]) -> None:
        """Keep items out of the stages that follow."""
        for item in items:
            self.items.pop(item, None)

    def total(self, items: Iterable[int]) -> int:
        """The sum of items in 分."""
        return sum(self.all_items[item].amount for item in items)

    def rows(self, items: Iterable[int]) -> tuple[RowRef, ...]:
        """The register rows of items, in register order."""
        found = [self.all_items[item] for item in items]
        if len(found) == 1:
            return found[0].rows
        found.sort(key=register_order)
        return tuple(row for item in found for row in item.rows)
