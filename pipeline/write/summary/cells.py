"""Put one part of a sheet into cells: each function takes the row to begin at and gives the first row below."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from pipeline.messages import summary as words
from pipeline.write.summary.parts import Kind
from pipeline.write.summary.widths import Widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from pipeline.write.summary.formats import Formats
    from pipeline.write.summary.parts import Cell, Column, FormPart, TablePart, TextPart, Value

_DAY_ZERO = dt.date(1899, 12, 30).toordinal()  # from which workbooks count their days
_CENTS = 100
_CAPTION_HEIGHT = 24


@dataclass
class Canvas:
    """The sheet being written, with the formats of its workbook and the widths that its columns ask for."""

    sheet: Worksheet
    formats: Formats
    widths: Widths = field(default_factory=Widths)


def put_table(canvas: Canvas, part: TablePart, top: int) -> int:
    """Caption, header, rows and the line 合计; the rows are a marked table with filters."""
    if part.caption:
        top = _put_caption(canvas, part.caption, top)
    _put_header(canvas, part, top)
    first, below = top + 1, top + 1 + part.height
    for number, column in enumerate(part.columns):
        canvas.widths.ask(number, part.headers[number], column, top)
        _put_column(canvas, column, first, number)
        _colour(canvas, column, first, number)
    if not part.height:
        return _put_nothing(canvas, part, first)
    headers = [{"header": header, "header_format": canvas.formats.role("header")} for header in part.headers]
    options = {"name": part.name, "style": None, "columns": headers}
    canvas.sheet.add_table(top, 0, below - 1, len(part.columns) - 1, options)
    return _put_total(canvas, part, first, below) if part.has_total else below


def put_form(canvas: Canvas, part: FormPart, top: int) -> int:
    """A form: its title, lines of the head, the grid, lines of the foot."""
    if part.official:
        canvas.widths.ask_height(top, _CAPTION_HEIGHT)
        put_across(canvas, part.caption, top, len(part.grid[0]), "form_title")
        top += 1
    elif part.caption:
        top = _put_caption(canvas, part.caption, top)
    top = _put_lines(canvas, part.head, top)
    for row, cells in enumerate(part.grid):
        for column, cell in enumerate(cells):
            _put_cell(canvas, cell, top, row, column)
    return _put_lines(canvas, part.foot, top + len(part.grid))


def put_text(canvas: Canvas, part: TextPart, top: int) -> int:
    """Plain lines."""
    return _put_lines(canvas, part.lines, top)


def put_across(canvas: Canvas, text: str, row: int, width: int, role: str) -> None:
    """A text centred over so many columns without merging them."""
    form = canvas.formats.role(role)
    canvas.sheet.write_string(row, 0, text, form)
    for column in range(1, width):
        canvas.sheet.write_blank(row, column, None, form)


def _put_lines(canvas: Canvas, lines: tuple[str, ...], top: int) -> int:
    for row, line in enumerate(lines, top):
        canvas.sheet.write_string(row, 0, line, canvas.formats.role("plain"))
        canvas.widths.ask_line(line)
    return top + len(lines)


def _put_caption(canvas: Canvas, caption: str, row: int) -> int:
    canvas.widths.ask_height(row, _CAPTION_HEIGHT)
    canvas.sheet.write_string(row, 0, caption, canvas.formats.role("caption"))
    return row + 1


def _put_header(canvas: Canvas, part: TablePart, row: int) -> None:
    for column, header in enumerate(part.headers):
        canvas.sheet.write_string(row, column, header, canvas.formats.role("header"))


def _put_nothing(canvas: Canvas, part: TablePart, row: int) -> int:
    """One row that says that there is nothing."""
    form = canvas.formats.cell(Kind.TEXT)
    canvas.sheet.write_string(row, 0, words.NOTHING, form)
    for column in range(1, len(part.columns)):
        canvas.sheet.write_blank(row, column, None, form)
    return row + 1


def _put_column(canvas: Canvas, column: Column, top: int, at: int) -> None:
    form = canvas.formats.cell(column.kind)
    if column.plus:
        for row, value in enumerate(column.cells, top):
            plus, minus = ([(row, other) for other in others] for others in (column.plus, column.minus))
            canvas.sheet.write_formula(row, at, _formula(plus, minus), form, _stored(column.kind, value))
    elif column.links:
        _put_links(canvas, column, top, at)
    else:
        _put_values(canvas.sheet, column.kind, column.cells, (top, at), form)


def _put_values(sheet: Worksheet, kind: Kind, values: Sequence[Value], place: tuple[int, int], form: Format) -> None:
    """Plain cells from a place down. They are most of what writing costs, so that each takes one typed call."""
    top, at = place
    number, string, blank = sheet.write_number, sheet.write_string, sheet.write_blank
    for row, value in enumerate(values, top):
        if value is None or value == "":
            blank(row, at, None, form)
        elif isinstance(value, str):
            string(row, at, value, form)
        elif isinstance(value, dt.date):
            number(row, at, value.toordinal() - _DAY_ZERO, form)
        else:
            number(row, at, value / _CENTS if kind is Kind.MONEY else value, form)


def _put_links(canvas: Canvas, column: Column, top: int, at: int) -> None:
    plain, blue = canvas.formats.cell(column.kind), canvas.formats.cell(column.kind, link=True)
    for row, (value, link) in enumerate(zip(column.cells, column.links, strict=True), top):
        text = str(value)
        if link and text:
            canvas.sheet.write_url(row, at, link, blue, text)
        else:
            canvas.sheet.write_string(row, at, text, plain)


def _colour(canvas: Canvas, column: Column, top: int, at: int) -> None:
    if not column.cells:
        return
    for word, look in column.looks:
        rule = {"type": "text", "criteria": "begins with", "value": word, "format": canvas.formats.look(look)}
        canvas.sheet.conditional_format(top, at, top + len(column.cells) - 1, at, rule)


def _put_total(canvas: Canvas, part: TablePart, first: int, row: int) -> int:
    """The line 合计: a SUM over each column that has a total, with the program's own figure as its value."""
    for at, column in enumerate(part.columns):
        form = canvas.formats.cell(column.kind, strong=True)
        if column.total is not None:
            formula = f"=SUM({xl_range(first, at, row - 1, at)})"
            canvas.sheet.write_formula(row, at, formula, form, _stored(column.kind, column.total))
        elif at == 0:
            canvas.sheet.write_string(row, at, words.TOTAL, canvas.formats.cell(Kind.TEXT, strong=True))
        else:
            canvas.sheet.write_blank(row, at, None, form)
    return row + 1


def _put_cell(canvas: Canvas, cell: Cell, top: int, row: int, at: int) -> None:
    form = canvas.formats.cell(cell.kind, strong=cell.strong, link=bool(cell.link))
    canvas.widths.ask_value(at, cell.kind, cell.value, top + row)
    if cell.spans and cell.value is not None:
        (first, left), (last, right) = cell.spans
        formula = f"=SUM({xl_range(top + first, left, top + last, right)})"
    elif cell.plus and cell.value is not None:
        plus, minus = ([(top + line, column) for line, column in each] for each in (cell.plus, cell.minus))
        formula = _formula(plus, minus)
    else:
        _put_plain(canvas, cell, top + row, at, form)
        return
    canvas.sheet.write_formula(top + row, at, formula, form, _stored(cell.kind, cell.value))


def _put_plain(canvas: Canvas, cell: Cell, row: int, at: int, form: Format) -> None:
    if cell.link:
        canvas.sheet.write_url(row, at, cell.link, form, str(cell.value))
    else:
        _put_values(canvas.sheet, cell.kind, [cell.value], (row, at), form)


def _formula(plus: list[tuple[int, int]], minus: list[tuple[int, int]]) -> str:
    added = "+".join(xl_rowcol_to_cell(*place) for place in plus)
    return "=" + added + "".join("-" + xl_rowcol_to_cell(*place) for place in minus)


def _stored(kind: Kind, value: Value) -> float | int | str:
    """The value that stands beside a formula."""
    if isinstance(value, int | float):
        return value / _CENTS if kind is Kind.MONEY else value
    return ""
