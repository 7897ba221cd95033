"""What an export states about itself, checked against its lines: balances, sums and numbers of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.money import format_yuan
from pipeline.read.statement.columns import side_of
from pipeline.read.statement.labels import Stated, stated_in
from pipeline.tables import BLOCK, OK, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from pipeline.read.statement.accepted import Export

_CODES = {"count": "statement_count_stated", "sum": "statement_sum_stated"}
_PAGE_WORDS = ("承前页", "过次页", "上页")


def check_stated(export: Export, frame: pd.DataFrame, number: int) -> Iterator[Finding]:
    """A finding at the cell of each balance, sum or count that the lines contradict.

    frame: signed lines, oldest first, also of other exports; number: this export's. An export with a line that could
    not be read is not judged.
    """
    lines = frame[frame[BLOCK] == number]
    if lines.empty or not lines[OK].all():
        return
    checked = _Checked(export, lines)
    for row, stated in _figures(export, set(lines[ROW])):
        wanted = checked.wanted(stated, row)
        if wanted is not None and wanted != stated.value:
            spell = str if stated.kind == "count" else format_yuan
            facts = {
                "word": stated.word,
                "found": spell(stated.value),
                "expected": spell(wanted),
                "difference": spell(stated.value - wanted),
            }
            where = Place(export.block.file, export.block.sheet, row, stated.column)
            yield Finding(_CODES.get(stated.kind, "statement_balance_stated"), where, facts)


def _figures(export: Export, lines: set[int]) -> Iterator[tuple[int, Stated]]:
    """Row on the sheet and figure of everything stated above the header and between and below the lines."""
    block = export.block
    totals = {block.row_numbers[total.position] for total in export.records.totals}
    above = list(enumerate(block.above, block.header_row - len(block.above)))
    other = [(number, row) for number, row in zip(block.row_numbers, block.rows, strict=True) if number not in lines]
    for numbered in (above, other):
        for position, stated in stated_in([row for _, row in numbered]):
            number = numbered[position][0]
            if number not in totals or stated.column not in export.columns.amounts:  # those are checked as totals
                yield number, stated


class _Checked:
    """The figures of an export's lines."""

    def __init__(self, export: Export, lines: pd.DataFrame) -> None:
        self.columns = export.columns
        self.lines = lines
        rows = lines[ROW].tolist()
        self.balances = dict(zip(rows, lines["balance"].tolist(), strict=True))
        self.oldest_first = rows == sorted(rows)
        self.opening = int(lines["balance"].iloc[0]) - int(lines["amount"].iloc[0])
        self.closing = int(lines["balance"].iloc[-1])

    def wanted(self, stated: Stated, row: int) -> int | None:
        """What the figure should be; None where the lines do not tell."""
        if stated.word.startswith(_PAGE_WORDS):
            return self._carried(row)
        if stated.kind == "opening":
            return self.opening
        if stated.kind == "closing":
            return self.closing
        side = self._side(stated.side)
        lines = self._lines_of(side)
        return len(lines) if stated.kind == "count" else abs(int(lines.sum()))

    def _carried(self, row: int) -> int | None:
        """The balance carried from one page to the next."""
        if not self.oldest_first:
            return None
        above = [number for number in self.balances if number < row]
        return int(self.balances[above[-1]]) if above else self.opening

    def _side(self, words: str) -> int:
        """1 for in, -1 for out, 0 for both; 借 and 贷 mean what they mean in the headers."""
        if words[:1] in {"借", "贷"} and self.columns.in_pair:
            if words[0] in self.columns.names[self.columns.money_in]:
                return 1
            if words[0] in self.columns.names[self.columns.money_out]:
                return -1
        return side_of(words) if words else 0

    def _lines_of(self, side: int) -> pd.Series[int]:
        """The amounts of a side, as the columns have them."""
        if side and self.columns.in_pair:
            return self.lines["money_in" if side > 0 else "money_out"].dropna()
        amounts = self.lines["amount"]
        return amounts if not side else amounts[amounts > 0] if side > 0 else amounts[amounts < 0]
