"""上期调整 as it is told everywhere: one line a row of a closed month that has changed, one an effect on a figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.closing.rows import place_of
from pipeline.messages import closing as words
from pipeline.money import format_yuan

if TYPE_CHECKING:
    from pipeline.closing.compare import Change
    from pipeline.closing.record import Effect
    from pipeline.outcome import Outcome
    from pipeline.tables import Tables


@dataclass(frozen=True, slots=True)
class CellLine:
    """A cell that differs: its title, what stood, what stands ("" is blank) and where it stands today."""

    title: str
    old: str
    new: str
    where: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A row that differs. kind: 新增, 删去 or 改动. where: today's row, or where the removed one stood.

    cells: those that differ; all that were filled, for a row added or removed.
    """

    month: str
    register: str
    kind: str
    where: str
    cells: tuple[CellLine, ...]

    @property
    def text(self) -> str:
        """The cells in words."""
        return words.CELL_JOIN.join(map(self._cell, self.cells))

    def _cell(self, cell: CellLine) -> str:
        if self.kind == words.KINDS["changed"]:
            old, new = cell.old or words.BLANK, cell.new or words.BLANK
            return words.CELL_CHANGE.format(title=cell.title, old=old, new=new)
        return words.CELL_ONLY.format(title=cell.title, text=cell.new or cell.old)


def change_lines(outcome: Outcome) -> list[ChangeLine]:
    """A line for each row of closed months that has changed."""
    return [line_of(change, outcome.tables) for change in outcome.adjustments.changes]


def line_of(change: Change, tables: Tables) -> ChangeLine:
    """The line of a row that has changed."""
    row = change.after or change.row
    cells = []
    for title, old, new in change.cells:
        place = place_of(row, title, tables)
        cells.append(CellLine(title, old, new, place.address if place else row.where))
    return ChangeLine(change.month, row.register, words.KINDS[change.kind], row.where, tuple(cells))


def summary_line(outcome: Outcome) -> str:
    """How many rows have changed and by how much the opening differs, in one sentence."""
    changes = outcome.adjustments.changes
    kinds = Counter(change.kind for change in changes)
    told = "、".join(f"{words.KINDS[kind]}{kinds[kind]}" for kind in words.KINDS if kinds[kind])
    return words.SUMMARY.format(count=len(changes), kinds=told, amount=format_yuan(outcome.adjustments.amount))


def shown(effect: Effect) -> tuple[str, str]:
    """The figure before and after, as text."""
    before, after = effect.before or 0, effect.after or 0
    return (format_yuan(before), format_yuan(after)) if effect.is_money else (str(before), str(after))
