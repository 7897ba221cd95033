"""Stage 1: what a person decided in 核对."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.fund.items import day_numbers
from pipeline.fund.matching.board import Remark
from pipeline.fund.matching.reference import Numbers, nearest
from pipeline.money import format_yuan
from pipeline.text import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Board
    from pipeline.fund.statement import Line
    from pipeline.tables import Table


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of 核对: a line, named by its 流水号 or by day number and amount (分), and the number of a row."""

    index: int
    serial: str
    day: int | None
    amount: int | None
    entry: str


@dataclass(frozen=True)
class Outside:
    """What exists but takes no part: lines and items of another time, and numbers of rows that cannot be read.

    A decision about them does not fit yet, and is no mistake.
    """

    lines: Sequence[Line] = ()
    items: Sequence[Item] = ()
    numbers: frozenset[str] = frozenset()


def read_decisions(table: Table) -> tuple[Decision, ...]:
    """The usable rows of 核对."""
    rows = table.usable
    dated = rows["date"].notna()
    days = dict(zip(rows.index[dated], day_numbers(rows.loc[dated, "date"]), strict=True))
    amounts = {index: int(amount) for index, amount in rows["amount"].dropna().items()}
    return tuple(
        Decision(index, spell(serial), days.get(index), amounts.get(index), spell(entry))
        for index, serial, entry in zip(rows.index.tolist(), rows["serial"], rows["entry"], strict=True)
    )


def apply_decisions(board: Board, decisions: Iterable[Decision], outside: Outside) -> None:
    """Match what a person has decided.

    Rule: a row that fits nothing is an error at that row, one that contradicts another at the later; where the rows
    of one line do not have its sum, each of them is an error and none is used. A line decided to belong to a row of
    another time (or the other way about) stays open, and the later stages leave it alone.
    """
    decisions = tuple(decisions)
    if not decisions:
        return
    lines, items = _Lines(board.lines), _items_by_number(board)
    later_lines = _Lines(dict(enumerate(outside.lines)))
    later_items = {spell(number) for item in outside.items for number in item.numbers} | outside.numbers
    decided: dict[int, dict[int, int]] = defaultdict(dict)  # line -> item -> decision
    of_item: dict[int, int] = {}
    held: set[int] = set()
    for decision in decisions:
        found = lines.named_by(decision, board, items.get(decision.entry, []))
        rows = _rows_named(board, items.get(decision.entry, []), found)
        line_elsewhere = not found and (later_lines.knows(decision) or decision.serial in outside.numbers)
        if len(found) != 1 and not line_elsewhere:
            board.remarks.append(_unfit("decision_line_unknown", decision))
        elif not rows and decision.entry not in later_items:
            board.remarks.append(_unfit("decision_entry_unknown", decision))
        elif not found or not rows:
            held.update(found)
            board.hold_items(rows)
        elif of_item.setdefault(rows[0], found[0]) != found[0]:
            board.remarks.append(_unfit("decision_contradicts", decision))
        else:
            decided[found[0]].setdefault(rows[0], decision.index)
    for line, rows_of_line in decided.items():
        _use(board, line, rows_of_line, held=line in held)
    board.hold_lines(held)


def _items_by_number(board: Board) -> dict[str, list[int]]:
    """The items that each number names; the 收据号 of a cash gift names the deposit that holds it."""
    named = dict(Numbers(board.items).named)
    for position, item in board.items.items():
        for number in map(spell, item.parts):
            named.setdefault(number, [position])
    return named


def _use(board: Board, line: int, rows: dict[int, int], *, held: bool) -> None:
    """Match a line with the items decided for it (each with the index of its decision), if the sum is right."""
    total, amount = board.total(rows), board.all_lines[line].amount
    if held:
        board.hold_items(rows)
    elif total == amount:
        board.take(line, rows, "decided")
    else:
        facts = {"booked": format_yuan(total), "paid": format_yuan(amount)}
        board.remarks.extend(
            Remark("decision_sum_differs", "decisions", decision, "entry", facts) for decision in rows.values()
        )


class _Lines:
    """Lines, found as a row of 核对 names them."""

    def __init__(self, lines: dict[int, Line]) -> None:
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._by_amount: dict[tuple[int, int], list[int]] = defaultdict(list)
        for position, line in lines.items():
            self._by_number[spell(line.number)].append(position)
            self._by_amount[line.day, abs(line.amount)].append(position)

    def named_by(self, decision: Decision, board: Board, items: list[int]) -> list[int]:
        """The lines that a decision may mean; where several do, those that go the way of its row."""
        found = self._named(decision)
        if len(found) > 1:
            ways = {board.all_items[item].amount > 0 for item in items}
            found = [line for line in found if (board.all_lines[line].amount > 0) in ways]
        return found

    def knows(self, decision: Decision) -> bool:
        """Whether there is such a line."""
        return bool(self._named(decision))

    def _named(self, decision: Decision) -> list[int]:
        exact = []
        if decision.day is not None and decision.amount is not None:
            exact = self._by_amount.get((decision.day, abs(decision.amount)), [])
        if not decision.serial:
            return exact
        found = self._by_number.get(decision.serial, [])
        return [line for line in found if line in exact] if len(found) > 1 and exact else found


def _rows_named(board: Board, items: list[int], lines: list[int]) -> list[int]:
    """The one item that a decision means: of several the one near its line, or else the one of its amount."""
    if len(lines) != 1 or len(items) == 1:
        return items[:1]
    line = board.all_lines[lines[0]]
    same_way = [item for item in items if (board.all_items[item].amount > 0) == (line.amount > 0)]
    near = same_way if len(same_way) == 1 else nearest(board, same_way, line)
    equal = [item for item in same_way if board.all_items[item].amount == line.amount]
    return near or (equal if len(equal) == 1 else [])


def _unfit(code: str, decision: Decision) -> Remark:
    field = "serial" if code == "decision_line_unknown" and decision.serial else "entry"
    facts = {"serial": decision.serial, "entry": decision.entry}
    return Remark(code, "decisions", decision.index, field, facts)
