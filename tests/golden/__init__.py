"""What papers say, as text that two versions of can be laid beside each other: a line a paragraph, a line a row."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from pathlib import Path

_LINES = frozenset(("title", "h1", "h2", "h3", "p", "caption", "tr", "li", "figcaption", "div", "desc"))
_CELLS = frozenset(("td", "th"))
_PASSED_OVER = frozenset(("style", "script"))


def content_of_page(text: str) -> str:
    """What an HTML page says, without its looks."""
    taker = _Taker()
    taker.feed(text)
    taker.end_line()
    return "".join(f"{line}\n" for line in taker.lines)


def content_of_book(path: Path) -> str:
    """Every filled cell of a workbook: a heading a sheet, a line a row; of a formula its value too."""
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    lines: list[str] = []
    for sheet, cached in zip(formulas.worksheets, values.worksheets, strict=True):
        lines += ["", f"# {sheet.title}"]
        for row, cached_row in zip(sheet.iter_rows(values_only=True), cached.iter_rows(values_only=True), strict=True):
            cells = [_cell(cell, value) for cell, value in zip(row, cached_row, strict=True)]
            if any(cells):
                lines.append(" | ".join(cells).rstrip(" |"))
    return "".join(f"{line}\n" for line in lines[1:])


def _cell(cell: object, value: object) -> str:
    if isinstance(cell, str) and cell.startswith("=") and cell != value:
        return f"{cell} → {value}"
    return "" if cell is None else str(cell).replace("\n", "⏎")


class _Taker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._line: list[str] = []
        self._passed_over = False

    def end_line(self) -> None:
        line = " ".join("".join(self._line).split())
        if line.strip("| "):
            self.lines.append(line)
        self._line = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._passed_over = tag in _PASSED_OVER
        if tag in _LINES:
            self.end_line()
        if tag in _CELLS:
            self._line.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        self._passed_over = False
        if tag in _LINES:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._passed_over:
            self._line.append(data)
