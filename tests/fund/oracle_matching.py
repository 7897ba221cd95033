"""Stages 3 to 6 of the matching once more, slow and plain: every pair, every group and every subset is tried.

Written from the rules alone; it shares no code with the programme but the shapes of lines and items.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.fund.items import Item
    from pipeline.fund.statement import Line

# Whatever is found: the position of a line and the positions of its items.
Found: TypeAlias = "tuple[int, frozenset[int]]"
# Interchangeable rows are equal in this.
Kind: TypeAlias = "tuple[int, int, str, str, bool]"


@dataclass
class Oracle:
    """Lines and items in order of date; what is found stands in matches and candidates."""

    lines: Sequence[Line]
    items: Sequence[Item]
    matches: set[Found] = field(default_factory=set)
    candidates: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.open_lines = list(range(len(self.lines)))
        self.open_items = list(range(len(self.items)))

    def run(self) -> Oracle:
        """All four stages."""
        self.references()
        for named in (True, False):
            self.one_to_one(named=named)
        self.groups()
        self.subsets()
        return self

    def take(self, line: int, items: frozenset[int]) -> None:
        self.matches.add((line, items))
        self.open_lines.remove(line)
        for item in items:
            self.open_items.remove(item)

    # Stage 3

    def references(self) -> None:
        at_first = list(self.open_items)
        for line in list(self.open_lines):
            words = [*self.lines[line].text.split(), self.lines[line].number]
            rows = frozenset(row for word in words for row in self.meant(word, line, at_first))
            total = sum(self.items[row].amount for row in rows)
            if rows and total == self.lines[line].amount and rows <= set(self.open_items):
                self.take(line, rows)

    def meant(self, word: str, line: int, rows: list[int]) -> list[int]:
        named = [row for row in rows if word and word in self.items[row].numbers]
        if len(named) > 1:
            named = [row for row in named if self.apart(line, row) <= 31]
        return named if len(named) == 1 else []

    # Stage 4

    def one_to_one(self, *, named: bool) -> None:
        links = {
            (line, item)
            for line in self.open_lines
            for item in self.open_items
            if self.lines[line].amount == self.items[item].amount
            and self.apart(line, item) <= 7
            and (not named or (self.lines[line].name and self.lines[line].name == self.items[item].name))
        }
        for lines, items in clusters(links):
            in_order = list(zip(lines, items, strict=False))
            if len(lines) == len(items) and all(self.apart(*pair) <= 7 for pair in in_order):
                pairs = in_order
            else:
                pairs = sorted(
                    ((line, item) for line in lines for item in items if (line, item) in links),
                    key=lambda pair: (self.apart(*pair), pair),
                )
            for line, item in pairs:
                if line in self.open_lines and item in self.open_items:
                    self.take(line, frozenset({item}))

    # Stage 5

    def groups(self) -> None:
        fits = [(line, group) for line in self.open_lines for group in self.groups_for(line)]
        for line, group in fits:
            others = [other for other in fits if other != (line, group)]
            if all(other != line and not group & theirs for other, theirs in others):
                self.take(line, group)
            else:
                self.candidates.add(line)
        for line, group in fits:
            if line in self.candidates:
                self.open_items = [item for item in self.open_items if item not in group]
        self.open_lines = [line for line in self.open_lines if line not in self.candidates]

    def groups_for(self, line: int) -> Iterator[frozenset[int]]:
        wanted = self.lines[line]
        heaps: dict[tuple[int, str, bool], set[int]] = {}
        for row in self.open_items:
            item = self.items[row]
            if not (item.wallet_fee and item.amount < 0):
                heaps.setdefault((item.day, item.channel, item.amount > 0), set()).add(row)
        for (day, channel, _), heap in heaps.items():
            wallet = channel in {"微信", "支付宝"}
            total = sum(self.items[row].amount for row in heap)
            if not (1 <= wanted.day - day <= 3 if wallet else 0 <= wanted.day - day <= 7):
                continue
            if total == wanted.amount and len(heap) > 1:
                yield frozenset(heap)
            seen = set()
            for row in self.open_items:
                fee = self.items[row]
                fits = fee.wallet_fee and fee.amount < 0 and fee.channel == channel and day <= fee.day <= wanted.day
                if fits and total > 0 and total + fee.amount == wanted.amount and kind(fee) not in seen:
                    seen.add(kind(fee))
                    yield frozenset({*heap, row})

    # Stage 6

    def subsets(self) -> None:
        while True:
            stock = Counter(kind(self.items[row]) for row in self.open_items)
            solutions = {line: self.solutions(line) for line in self.open_lines}
            single = {line: dict(next(iter(found))) for line, found in solutions.items() if len(found) == 1}
            needed: Counter[Kind] = Counter()
            for solution in single.values():
                needed.update(solution)
            taken = [line for line, sol in single.items() if all(needed[each] <= stock[each] for each in sol)]
            for line in taken:
                rows = [
                    row
                    for each, count in single[line].items()
                    for row in [row for row in self.open_items if kind(self.items[row]) == each][:count]
                ]
                self.take(line, frozenset(rows))
            if not taken:
                self.candidates.update(line for line, found in solutions.items() if found)
                return

    def solutions(self, line: int) -> set[frozenset[tuple[Kind, int]]]:
        """The different solutions: how many rows of each kind."""
        wanted = self.lines[line]
        near = [row for row in self.open_items if self.apart(line, row) <= 7]
        found = set()
        for size in range(2, len(near) + 1):
            for rows in combinations(near, size):
                if sum(self.items[row].amount for row in rows) == wanted.amount and self.allowed(rows, wanted):
                    found.add(frozenset(Counter(kind(self.items[row]) for row in rows).items()))
        return found

    def allowed(self, rows: tuple[int, ...], line: Line) -> bool:
        fees = [self.items[row] for row in rows if self.items[row].wallet_fee and self.items[row].amount < 0]
        others = [self.items[row] for row in rows if not (self.items[row].wallet_fee and self.items[row].amount < 0)]
        if any((item.amount > 0) != (line.amount > 0) for item in others):
            return False
        return all(line.amount > 0 and all(item.channel == fee.channel for item in [*others, *fees]) for fee in fees)

    def apart(self, line: int, item: int) -> int:
        return abs(self.lines[line].day - self.items[item].day)


def kind(item: Item) -> Kind:
    return item.day, item.amount, item.channel, item.purpose, item.wallet_fee and item.amount < 0


def clusters(links: set[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """The connected parts of a graph of lines and items, by their first line."""
    left = set(links)
    found = []
    while left:
        part = {min(left)}
        while True:
            more = {link for link in left if any(link[0] == each[0] or link[1] == each[1] for each in part)}
            if more <= part:
                break
            part |= more
        left -= part
        found.append((sorted({line for line, _ in part}), sorted({item for _, item in part})))
    return found
