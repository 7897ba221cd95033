"""How wide columns must be for what stands in them; a Chinese character is two Latin ones wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.money import format_yuan
from pipeline.write.summary.parts import Kind

if TYPE_CHECKING:
    from pipeline.write.summary.parts import Column, Value

_WIDEST = {Kind.TEXT: 40, Kind.LONG: 60, Kind.WORD: 24, Kind.MONEY: 22, Kind.COUNT: 20, Kind.DECIMAL: 20, Kind.DATE: 12}
_NARROWEST, _DATE_WIDTH, _FILTER_BUTTON = 7, 12, 2
_ROOM, _LONG_ROOM = 2, 4  # beside a text; beside one that wraps, so that it does not wrap for want of a hair
_LEAST_HEADER = 16  # a longer header wraps
_LINE_HEIGHT = 15.0  # points


def shown_width(text: str) -> int:
    """The width of a text in characters of Latin width."""
    return len(text.encode("gb18030", "replace"))


class Widths:
    """The widths that the parts of a sheet ask for, by column; the widest wins. And the texts that will wrap."""

    def __init__(self) -> None:
        self._columns: dict[int, float] = {}
        self._line = 0
        self._wrapping: list[tuple[int, int, str, int]] = []  # row, column, text, width that it cannot use

    def ask(self, at: int, header: str, column: Column, top: int) -> None:
        """Room for a column of a table and its header, which stands on row top."""
        self._widen(at, min(shown_width(header), _LEAST_HEADER) + _FILTER_BUTTON, column.kind)
        self._wrapping.append((top, at, header, 1))
        if column.kind is Kind.MONEY:
            numbers = [abs(value) for value in (*column.cells, column.total) if isinstance(value, int)]
            self.ask_value(at, column.kind, -max(numbers, default=0))
        elif column.kind is Kind.DATE:
            self._widen(at, _DATE_WIDTH, column.kind)
        else:
            texts = {str(value) for value in column.cells if value is not None}
            longest = max((shown_width(line) for text in texts for line in text.split("\n")), default=0)
            self._widen(at, longest + (_LONG_ROOM if column.kind is Kind.LONG else _ROOM), column.kind)
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

    def widths(self, columns: int) -> list[float]:
        """The width of each column; together at least as wide as the longest line."""
        wanted = [max(_NARROWEST, self._columns.get(at, 0)) for at in range(columns)]
        factor = max(1.0, self._line / sum(wanted))
        return [round(width * factor, 1) for width in wanted]

    def heights(self, widths: list[float]) -> dict[int, float]:
        """The height in points of each row in which a text wraps; programs other than Excel do not find it out."""
        lines: dict[int, int] = {}
        for row, at, text, unused in self._wrapping:
            room = max(1, int(widths[at]) - unused)
            needed = sum(max(1, -(-shown_width(line) // room)) for line in text.split("\n"))
            lines[row] = max(lines.get(row, 1), needed)
        return {row: number * _LINE_HEIGHT + 2 for row, number in lines.items() if number > 1}

    def _widen(self, at: int, width: float, kind: Kind) -> None:
        self._columns[at] = max(self._columns.get(at, 0), min(width, _WIDEST[kind]))
