"""How wide columns must be for what stands in them; a Chinese character is two Latin ones wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.money import format_yuan
from pipeline.write.summary.parts import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.write.summary.parts import Column, Value

_WIDEST = {Kind.TEXT: 40, Kind.LONG: 60, Kind.WORD: 24, Kind.MONEY: 22, Kind.COUNT: 20, Kind.DECIMAL: 20, Kind.DATE: 12}
_NARROWEST, _DATE_WIDTH, _FILTER_BUTTON = 7, 12, 2
_ROOM, _LONG_ROOM = 2, 4  # beside a text; beside one that wraps, so that it does not wrap for want of a hair
_LEAST_HEADER, _LEAST_WRAPPED = 8, 9  # a longer header wraps: 联系完成(次) before its unit, no hair wider
_LINE_HEIGHT = 15.0  # points
ROW_HEIGHT = 16.0  # of a row in which nothing wraps


def shown_width(text: str) -> int:
    """The width of a text in characters of Latin width."""
    return len(text.encode("gb18030", "replace"))


class Widths:
    """The widths that the parts of a sheet ask for, by column; the widest wins. And the texts that will wrap."""

    def __init__(self) -> None:
        self._columns: dict[int, float] = {}
        self._line = 0
        self._wrapping: list[tuple[int, int, str, int]] = []  # row, column, text, width that it cannot use
        self._heights: dict[int, float] = {}

    def ask(self, at: int, header: str, column: Column, top: int) -> None:
        """Room for a column of a table and its header, which stands on row top."""
        title = shown_width(header)
        self._widen(at, title + _FILTER_BUTTON if title <= _LEAST_HEADER else _LEAST_WRAPPED, column.kind)
        self._wrapping.append((top, at, header, 1))
        if column.kind is Kind.MONEY:
            numbers = [abs(value) for value in (*column.cells, column.total) if isinstance(value, int)]
            self.ask_value(at, column.kind, -max(numbers, default=0))
        elif column.kind is Kind.DATE:
            self._widen(at, _DATE_WIDTH, column.kind)
        else:
            texts = {str(value) for value in column.cells if value is not None}
            longest = max((shown_width(line) for text in texts for line in text.split("\n")), default=0)
            wanted = longest + (_LONG_ROOM if column.kind is Kind.LONG else _ROOM)
            self._widen(at, min(wanted, column.widest or wanted), column.kind)
        if column.kind is Kind.LONG:
            cells = enumerate(column.cells, top + 1)
            self._wrapping += [(row, at, str(text), _LONG_ROOM - 1) for row, text in cells if text]

    def ask_value(self, at: int, kind: Kind, value: Value, row: int = -1) -> None:
        """Room for one value; row: where it stands, if it may wrap."""
        if kind is Kind.DATE:
            self._widen(at, _DATE_WIDTH, kind)
        elif value is not None:
            shown = format_yuan(value) if kind is Kind.MONEY and isinstance(value, int) else str(value)
            self._widen(at, shown_width(shown) + (_LONG_ROOM if kind is Kind.LONG else _ROOM), kind)
            if kind is Kind.LONG:
                self._wrapping.append((row, at, shown, _LONG_ROOM - 1))

    def ask_line(self, line: str) -> None:
        """Room for a line of text that runs over all columns."""
        self._line = max(self._line, shown_width(line))

    def ask_height(self, row: int, height: float) -> None:
        """The height in points of a row in which nothing wraps."""
        self._heights[row] = height

    def widths(self, columns: int, *, even: bool = False) -> list[float]:
        """The width of each column; together at least as wide as the longest line. even: all but the first alike."""
        wanted = [max(_NARROWEST, self._columns.get(at, 0)) for at in range(columns)]
        if even:
            wanted[1:] = [sum(wanted[1:]) / (columns - 1)] * (columns - 1)
        factor = max(1.0, self._line / sum(wanted))
        return [round(width * factor, 1) for width in wanted]

    def heights(self, widths: list[float]) -> dict[int, float]:
        """The height in points of each row that was asked for or in which a text wraps.

        Programs other than Excel do not find out the latter.
        """
        lines: dict[int, int] = {}
        for row, at, text, unused in self._wrapping:
            room = max(1, int(widths[at]) - unused)
            needed = sum(max(1, -(-shown_width(line) // room)) for line in text.split("\n"))
            lines[row] = max(lines.get(row, 1), needed)
        return self._heights | {row: number * _LINE_HEIGHT + 2 for row, number in lines.items() if number > 1}

    def _widen(self, at: int, width: float, kind: Kind) -> None:
        self._columns[at] = max(self._columns.get(at, 0), min(width, _WIDEST[kind]))


def page_breaks(
    heights: Sequence[float], head: int, room: float, keep: Sequence[tuple[int, int]], known: set[int]
) -> set[int]:
    """The rows before which a page must end so that rows that belong together are not parted.

    heights: of all rows. head: how many of them each page repeats. room: points on a page. keep: first and last rows of
    what belongs together. known: rows before which a page ends anyway.
    """
    first, used, row = 0, 0.0, 0
    found: set[int] = set()
    while row < len(heights):
        full = used + heights[row] > room and row > first
        if full or (row in known and row > first):
            begin = min((start for start, last in keep if full and first < start < row <= last), default=row)
            found |= {begin} - {row}
            first, row, used = begin, begin, sum(heights[:head])
        used += heights[row]
        row += 1
    return found
