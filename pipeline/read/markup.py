"""Web pages and XML that carry the name of a workbook: how many banks write their .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.read.engine import ENDLESS, UnreadableError
from pipeline.read.raw import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.read.raw import Row

_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CELLS = ("td", "th")
_WIDEST = 1000  # columns that one cell may span


def read_markup(text: str, name: str) -> list[Sheet]:
    """The sheets of a text of HTML or of Excel's XML, [] where it holds no table. name: of a page's one sheet."""
    if _SPREADSHEET.strip("{}") in text:
        return list(_spreadsheet(text))
    page = _Page()
    page.feed(text)
    page.close()
    page.end_row()
    return [Sheet(name, padded(page.rows))] if page.has_table else []


class _Page(HTMLParser):
    """The rows of all tables of a page, one below the other, and the lines of text between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self.row: Row = []
        self.cell: list[str] | None = None
        self.span = 1
        self.total = 0
        self.has_table = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a page may leave out the end of the one before."""
        if tag in {"tr", "table"}:
            self.has_table = True
            self.end_row()
        elif tag in _CELLS:
            self._end_cell()
            self.cell = []
            span = dict(attrs).get("colspan") or "1"
            self.span = min(int(span), _WIDEST) if span.isascii() and span.isdigit() else 1
        elif tag == "br" and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a row or a cell."""
        if tag in _CELLS:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self.end_row()

    def handle_data(self, data: str) -> None:
        """Text counts inside a cell only."""
        if self.cell is not None:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is not None:
            _refuse_more(len(self.row), MOST_COLUMNS)
            self.row += [" ".join("".join(self.cell).split(" ")).strip(), *[""] * (self.span - 1)]
            self.cell = None

    def end_row(self) -> None:
        """Add the row that was begun, if it has a cell."""
        self._end_cell()
        if self.row:
            self.total += len(self.row)
            _refuse_more(self.total, MOST_CELLS)
            self.rows.append(self.row)
            self.row = []


def _spreadsheet(text: str) -> Iterator[Sheet]:
    """The sheets of an XML spreadsheet of Excel 2003."""
    for sheet in ET.fromstring(_DECLARATION.sub("", text)).iter(f"{_SPREADSHEET}Worksheet"):  # noqa: S314 - expat limits what entities may grow to
        rows: list[Row] = []
        total = 0
        for row in sheet.iter(f"{_SPREADSHEET}Row"):
            rows += [[] for _ in range(_index(row, MOST_ROWS) - len(rows) - 1)]
            rows.append(_cells(row))
            total += len(rows[-1])
            _refuse_more(total, MOST_CELLS)
        yield Sheet(sheet.get(f"{_SPREADSHEET}Name", ""), padded(rows))


def _cells(row: ET.Element) -> Row:
    cells: Row = []
    for cell in row.iter(f"{_SPREADSHEET}Cell"):
        cells += [""] * (_index(cell, MOST_COLUMNS) - len(cells) - 1)
        data = cell.find(f"{_SPREADSHEET}Data")
        cells.append(_value(data))
        cells += [""] * min(int(cell.get(f"{_SPREADSHEET}MergeAcross", "0")), _WIDEST)
    return cells


def _index(element: ET.Element, most: int) -> int:
    """The place, from 1, that a row or cell states, 0 where it follows the one before."""
    index = int(element.get(f"{_SPREADSHEET}Index", "0"))
    _refuse_more(index, most)
    return index


def _refuse_more(count: int, most: int) -> None:
    if count > most:
        raise UnreadableError(ENDLESS)


def _value(data: ET.Element | None) -> str | float:
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = data.get(f"{_SPREADSHEET}Type", "String")
    if kind == "Number":
        return float(text)
    return text.partition("T")[0] if kind == "DateTime" else text
