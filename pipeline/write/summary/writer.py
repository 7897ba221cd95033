"""Write a workbook from its sheets: the only module that opens a file; it knows nothing of funds and pupils."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import xlsxwriter

from pipeline.messages import summary as words
from pipeline.write.staging import write_bytes
from pipeline.write.summary.cells import Canvas, put_across, put_form, put_table, put_text
from pipeline.write.summary.formats import FACE, Formats
from pipeline.write.summary.parts import ChartPart, FormPart, TablePart, TextPart
from pipeline.write.summary.widths import ROW_HEIGHT, page_breaks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from pipeline.write.summary.parts import Part, Sheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4, _TITLE_HEIGHT, _LEAD_HEIGHT = 9, 30, 18
_CHART_ROWS, _CHART_HEIGHT = 15, 290
_PIXELS = 7  # of a Latin character's width
# The same in LibreOffice with the font and without it. Excel ends no page by hand on a sheet fitted to the width.
_PRINTED_PIXELS = (8, 9)
_POINTS = 72 / 96  # of a pixel
_PAPER = (595.0, 842.0)  # points, upright
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.6}  # inches
_BAR_COLOURS, _LINE_COLOUR = ("#4F81BD", "#D99694"), "#404040"


@dataclass(frozen=True, slots=True)
class About:
    """What every sheet's head and the document's properties say. month: as people write it."""

    title: str
    school: str
    month: str
    day: dt.datetime


class _Book:
    """The workbook being written: its formats, where its tables stand, and the charts still to be put in.

    tables: sheet, row of the header and last row by the table's name.
    """

    def __init__(self, data: io.BytesIO, about: About) -> None:
        # xlsxwriter adds to the properties that it is given, so that each workbook needs its own.
        self.book = xlsxwriter.Workbook(data, {**_OPTIONS, "default_format_properties": dict(FACE)})
        self.book.set_properties({"title": about.title, "author": about.school, "created": about.day})
        self.formats = Formats(self.book)
        self.about = about
        self.tables: dict[str, tuple[str, int, int]] = {}
        self.charts: list[tuple[Worksheet, ChartPart, int, int]] = []

    def note(self, worksheet: Worksheet, part: Part, row: int) -> None:
        """Remember where a table stands."""
        if isinstance(part, TablePart):
            header = row + bool(part.caption)
            self.tables[part.name] = (worksheet.get_name(), header, header + part.height)

    def put_charts(self) -> None:
        """All charts, now that every table has its place."""
        for worksheet, part, row, width in self.charts:
            chart = _chart(self.book, part, self.tables[part.table])
            chart.set_size({"width": width, "height": _CHART_HEIGHT})
            worksheet.insert_chart(row, 0, chart, {"description": part.caption})


def write_book(path: Path, sheets: Sequence[Sheet], about: About) -> None:
    """Write the sheets to an .xlsx; the same sheets give the same bytes. OSError if the file cannot be written."""
    data = io.BytesIO()  # on a full disk xlsxwriter would leave its half-written file open
    book = _Book(data, about)
    for sheet in sheets:
        _write_sheet(book, sheet)
    book.put_charts()
    book.book.close()
    write_bytes(path, data.getvalue())


def _write_sheet(book: _Book, sheet: Sheet) -> None:
    worksheet = book.book.add_worksheet(sheet.name)
    canvas = Canvas(worksheet, book.formats)
    columns = max(map(_columns_of, sheet.parts), default=1)
    put_across(canvas, sheet.title, 0, columns, "title")
    worksheet.set_default_row(ROW_HEIGHT)
    canvas.widths.ask_height(0, _TITLE_HEIGHT)
    canvas.widths.ask_height(1, _LEAD_HEIGHT)
    worksheet.write_string(1, 0, sheet.lead, book.formats.role("lead"))
    canvas.widths.ask_line(sheet.lead)
    row, charts, keep = 2, [], []
    for part in sheet.parts:
        if isinstance(part, ChartPart):
            charts.append((part, row))
        book.note(worksheet, part, row)
        below = _put(canvas, part, row)
        keep += _belonging_together(part, row, below - 1)
        row = below + 1
    widths = canvas.widths.widths(columns, even=sheet.even)
    heights = canvas.widths.heights(widths)
    for at, width in enumerate(widths):
        worksheet.set_column(at, at, width)
    for at, height in heights.items():
        worksheet.set_row(at, height)
    book.charts += [(worksheet, part, at, round(sum(widths) * _PIXELS)) for part, at in charts]
    _set_up(worksheet, sheet, book.about, (max(row - 2, 1), columns - 1))
    if not sheet.one_page:
        pages = _Pages(sum(widths), [heights.get(at, ROW_HEIGHT) for at in range(row - 1)], keep)
        worksheet.set_h_pagebreaks(sorted(pages.breaks(_frozen(sheet), upright=sheet.upright)))


def _columns_of(part: Part) -> int:
    if isinstance(part, TablePart):
        return len(part.columns)
    return len(part.grid[0]) if isinstance(part, FormPart) else 1


def _put(canvas: Canvas, part: Part, top: int) -> int:
    """The part's cells; the first row below it."""
    if isinstance(part, TablePart):
        return put_table(canvas, part, top)
    if isinstance(part, FormPart):
        return put_form(canvas, part, top)
    if isinstance(part, TextPart):
        return put_text(canvas, part, top)
    return top + _CHART_ROWS


@dataclass(frozen=True, slots=True)
class _Pages:
    """What a sheet's pages depend on: the width of its columns in characters, its rows, what belongs together."""

    width: float
    heights: Sequence[float]
    keep: Sequence[tuple[int, int]]

    def breaks(self, head: int, *, upright: bool) -> set[int]:
        """The rows before which a page is ended by hand."""
        across, down = _PAPER if upright else reversed(_PAPER)
        across -= 72 * (_MARGINS["left"] + _MARGINS["right"])
        down -= 72 * (_MARGINS["top"] + _MARGINS["bottom"])
        found: set[int] = set()
        for pixels in _PRINTED_PIXELS:
            scale = min(1.0, across / (self.width * pixels * _POINTS))
            found |= page_breaks(self.heights, head, down / scale, self.keep, found)
        return found


def _belonging_together(part: Part, first: int, last: int) -> list[tuple[int, int]]:
    """First and last of the rows that no page's end may part: head and first rows, last rows and total, a form."""
    if isinstance(part, TablePart) and not part.together:
        return [(first, min(first + 3, last)), (max(last - 2, first), last)]
    return [(first, last)]


def _frozen(sheet: Sheet) -> int:
    """How many rows stay in sight and are repeated on every page."""
    if sheet.freeze_header and sheet.parts and isinstance(sheet.parts[0], TablePart):
        return 3 + bool(sheet.parts[0].caption)
    return 2


def _set_up(worksheet: Worksheet, sheet: Sheet, about: About, last: tuple[int, int]) -> None:
    """Frozen rows, and how the sheet is printed."""
    frozen = _frozen(sheet)
    worksheet.freeze_panes(frozen, 0)
    worksheet.hide_gridlines(1)
    worksheet.set_paper(_A4)
    if not sheet.upright:
        worksheet.set_landscape()
    worksheet.fit_to_pages(1, 1 if sheet.one_page else 0)
    worksheet.repeat_rows(0, frozen - 1)
    worksheet.print_area(0, 0, *last)
    worksheet.set_margins(**_MARGINS)
    worksheet.center_horizontally()
    head = words.PAGE_HEAD.format(school=about.school.replace("&", "&&")[:100], month=about.month)
    worksheet.set_header(head)
    worksheet.set_footer(words.PAGE_FOOT)


def _chart(book: Workbook, part: ChartPart, place: tuple[str, int, int]) -> Any:  # noqa: ANN401 - has no types
    """Columns beside each other and a line over them."""
    bars, line = book.add_chart({"type": "column"}), book.add_chart({"type": "line"})
    for number, colour in zip(part.bars, _BAR_COLOURS, strict=True):
        bars.add_series({**_series(part, number, place), "fill": {"color": colour}, "gap": 80})
    marks = {"line": {"color": _LINE_COLOUR, "width": 2}, "marker": {"type": "circle", "size": 5}}
    line.add_series({**_series(part, part.line, place), **marks})
    bars.combine(line)
    bars.set_title({"name": part.caption, "name_font": {"size": 12}})
    bars.set_legend({"position": "bottom"})
    bars.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    return bars


def _series(part: ChartPart, number: int, place: tuple[str, int, int]) -> dict[str, Any]:
    sheet, header, last = place
    return {
        "name": [sheet, header, number],
        "categories": [sheet, header + 1, part.categories, last, part.categories],
        "values": [sheet, header + 1, number, last, number],
    }
