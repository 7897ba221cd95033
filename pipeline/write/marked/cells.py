"""The cells of one sheet's XML: each bad one gets a coloured style, and one that is not there yet is put in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pipeline.findings import column_letters
from pipeline.write.marked.styles import style_number
from pipeline.write.marked.xml import (
    UnmarkableError,
    attributes,
    column_number,
    prefix_of,
    with_attribute,
    without_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.write.marked.styles import StyleBook

Cell = tuple[int, int]  # row from 1, column from 0; column -1 stands for the first filled cell of the row
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")


class SheetText:
    """The XML of a sheet, taken apart at its rows."""

    def __init__(self, xml: str) -> None:
        self.prefix = prefix_of(xml)
        p = self.prefix
        found = re.search(rf"<{p}sheetData\b[^>]*>", xml)
        end = xml.rfind(f"</{p}sheetData>")
        if not found or end < 0:
            raise UnmarkableError
        self._before, self._data, self._after = xml[: found.end()], xml[found.end() : end], xml[end:]
        self._row = re.compile(rf"(<{p}row\b[^>]*?)(?:/>|>(.*?)</{p}row>)", re.DOTALL)
        self._cell = re.compile(rf"(<{p}c\b[^>]*?)(/>|>.*?</{p}c>)", re.DOTALL)

    def anchors(self, cells: set[Cell]) -> dict[Cell, Cell]:
        """Where each cell is to be marked: in a merged area at its first cell, for a whole row at its first filled."""
        merged = dict(self._merged(cells))
        rows = {row for row, column in cells if column < 0}
        first = dict(self._first_filled(rows)) if rows else {}
        placed = {cell: (cell[0], first.get(cell[0], 0)) if cell[1] < 0 else cell for cell in cells}
        return {cell: merged.get(place, place) for cell, place in placed.items()}

    def marked(self, severities: Mapping[Cell, str], styles: StyleBook) -> str:
        """The sheet's XML with those cells in the coloured styles of their severity."""
        wanted: dict[int, dict[int, str]] = {}
        for (row, column), severity in sorted(severities.items()):
            wanted.setdefault(row, {})[column] = severity
        pieces: list[str] = []
        end = 0
        for number, found in self._rows():
            pieces.append(self._data[end : found.start()])
            pieces += [self._new_row(row, wanted.pop(row), styles) for row in list(wanted) if row < number]
            bad = wanted.pop(number, None)
            pieces.append(self._mark_row(number, found, bad, styles) if bad else found[0])
            end = found.end()
        pieces.append(self._data[end:])
        pieces += [self._new_row(row, bad, styles) for row, bad in wanted.items()]
        return "".join((self._before, *pieces, self._after))

    def _rows(self) -> Iterator[tuple[int, re.Match[str]]]:
        number = 0
        for found in self._row.finditer(self._data):
            number = int(attributes(found[1]).get("r", number + 1))
            yield number, found

    def _cells(self, inner: str) -> Iterator[tuple[int, re.Match[str]]]:
        column = -1
        for found in self._cell.finditer(inner):
            reference = _REFERENCE.fullmatch(attributes(found[1]).get("r", ""))
            column = column_number(reference[1]) if reference else column + 1
            yield column, found

    def _first_filled(self, rows: set[int]) -> Iterator[tuple[int, int]]:
        for number, found in self._rows():
            if number in rows:
                filled = (column for column, cell in self._cells(found[2] or "") if cell[2] != "/>")
                yield number, next(filled, 0)

    def _merged(self, cells: set[Cell]) -> Iterator[tuple[Cell, Cell]]:
        ordered = sorted(cells)
        for tag in dict.fromkeys(re.findall(rf"<{self.prefix}mergeCell\s[^>]*>", self._after)):
            corners = _REFERENCE.findall(attributes(tag).get("ref", ""))
            if len(corners) != 2:  # noqa: PLR2004 - of one cell alone: nothing is merged
                continue
            (left, top), (right, bottom) = ((column_number(letters), int(row)) for letters, row in corners)
            for row, column in ordered[bisect_left(ordered, (top, left)) : bisect_right(ordered, (bottom, right))]:
                if left <= column <= right:
                    yield (row, column), (top, left)

    def _mark_row(self, number: int, found: re.Match[str], bad: dict[int, str], styles: StyleBook) -> str:
        inner = found[2] or ""
        pieces: list[str] = []
        end = 0
        missing = dict(bad)
        row_style = style_number(found[1])
        for column, cell in self._cells(inner):
            pieces.append(inner[end : cell.start()])
            pieces += [
                self._new_cell(number, each, styles.marked(row_style, missing.pop(each)))
                for each in list(missing)
                if each < column
            ]
            severity = missing.pop(column, None)
            if severity:
                tag = with_attribute(f"{cell[1]}>", "s", str(styles.marked(style_number(cell[1]), severity)))
                pieces.append(tag[:-1] + cell[2])
            else:
                pieces.append(cell[0])
            end = cell.end()
        pieces.append(inner[end:])
        pieces += [self._new_cell(number, each, styles.marked(row_style, missing[each])) for each in missing]
        return f"{without_attribute(found[1], 'spans')}>{''.join(pieces)}</{self.prefix}row>"

    def _new_row(self, number: int, bad: dict[int, str], styles: StyleBook) -> str:
        cells = "".join(self._new_cell(number, column, styles.marked(0, bad[column])) for column in bad)
        return f'<{self.prefix}row r="{number}">{cells}</{self.prefix}row>'

    def _new_cell(self, row: int, column: int, style: int) -> str:
        return f'<{self.prefix}c r="{column_letters(column)}{row}" s="{style}"/>'
