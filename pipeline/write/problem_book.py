"""问题清单.xlsx: each cause once, then each cell once with a link that opens its workbook there."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from pipeline.dates import chinese_date, chinese_month
from pipeline.grouping import place_text
from pipeline.messages import problems as words
from pipeline.write.row_heights import row_height
from pipeline.write.staging import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pipeline.findings import Place
    from pipeline.grouping import Group
    from pipeline.outcome import Outcome
    from pipeline.write.marked import Copy

_LIST_WIDTHS = (6, 8, 20, 26, 7, 22, 46, 46)
_CELL_WIDTHS = (6, 8, 20, 14, 10, 22, 46, 46, 24)
_COPY_WIDTHS = (28, 32, 60)
_HEADER_ROW = 2  # from 0: below the title and the lead
_MOST_LINKS = 65_000  # Excel allows 65,530 links on a sheet
_LONGEST_LINK = 2000
_PAPER_A4 = 9

Book = Any  # xlsxwriter has no types
Page = Any
Row = tuple[tuple[str | int, str], ...]  # of each cell the value and the link ("" for none)


def write_problem_book(
    outcome: Outcome, groups: Sequence[Group], copies: Sequence[Copy], path: Path, inputs: str
) -> None:
    """Write the workbook; inputs: the way from its folder to the input folder, with forward slashes."""
    data = io.BytesIO()  # on a full disk xlsxwriter would leave its half-written file open
    book = xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    period, today = outcome.period, outcome.period.today
    month = chinese_month((period.year, period.month))
    title = words.LIST_TITLE.format(school=outcome.settings.school, month=month)
    book.set_properties(
        {
            "title": title,
            "author": outcome.settings.school,
            "created": dt.datetime(today.year, today.month, today.day),  # noqa: DTZ001 - a workbook knows no time zone
        },
    )
    formats = _formats(book)
    lead = words.LIST_LEAD.format(today=chinese_date(today), **_counts(groups))
    rows = [_list_row(number, group, inputs) for number, group in enumerate(groups, 1)]
    _write_sheet(book, formats, words.LIST_SHEET, (title, lead), words.LIST_HEADERS, _LIST_WIDTHS, rows)
    _write_sheet(
        *(book, formats, words.CELL_SHEET, (title, words.CELL_LEAD), words.CELL_HEADERS, _CELL_WIDTHS),
        list(_cell_rows(groups, inputs)),
    )
    if copies:
        kept: list[Row] = [((copy.file, ""), (copy.name, _local(copy.name)), (copy.note, "")) for copy in copies]
        head = (words.COPIES_TITLE, words.COPIES_LEAD)
        _write_sheet(book, formats, words.COPIES_SHEET, head, words.KEPT_HEADERS, _COPY_WIDTHS, kept)
    book.close()
    write_bytes(path, data.getvalue())


def _counts(groups: Iterable[Group]) -> dict[str, int]:
    counts = {"errors": 0, "warnings": 0}
    for group in groups:
        counts[f"{group.finding.severity}s"] += group.count
    return counts


def _list_row(number: int, group: Group, inputs: str) -> Row:
    finding = group.finding
    first = cell_link(inputs, group.places[0]) if group.places else ""
    spots = words.SHEET_JOIN.join(f"{sheet} {cells}".strip() for sheet, cells in group.spots if sheet)
    where = spots or (words.WHOLE_FILE if group.file else "")
    return (
        *((number, ""), (words.SEVERITIES[finding.severity], ""), (group.file or words.NO_FILE, "")),
        *((where, first), (group.count, ""), (finding.title, ""), (finding.sentence, ""), (finding.remedy, "")),
    )


def _cell_rows(groups: Iterable[Group], inputs: str) -> Iterable[Row]:
    """A row for each place of each group; those without a place stand once."""
    number = 0
    for group in groups:
        finding = group.finding
        also = words.LIST_JOIN.join(place_text(place) for place in group.also)
        told = ((finding.title, ""), (finding.sentence, ""), (finding.remedy, ""), (also, ""))
        for place in group.places or (None,):
            number += 1
            link = cell_link(inputs, place) if place else ""
            file, sheet, cell = (place.file, place.sheet, place.cell) if place else (words.NO_FILE, "", "")
            where = ((file, "" if cell else link), (sheet, ""), (cell, link if cell else ""))
            yield ((number, ""), (words.SEVERITIES[finding.severity], ""), *where, *told)


def cell_link(inputs: str, place: Place) -> str:
    """The link that opens the workbook at the cell, or at the row's first; "" where it would be too long.

    A csv has no sheets to jump to. % and # in names are written so that they are no signs of the link itself.
    """
    file = f"{inputs}/{place.file}".replace("%", "%25").replace("#", "%23")
    sheet = place.sheet.replace("'", "''")
    row = place.row or 1
    cell = place.cell if place.column >= 0 and place.row else f"A{row}"
    inside = f"#'{sheet}'!{cell}" if place.sheet and not place.file.lower().endswith((".csv", ".tsv")) else ""
    link = f"external:{file}{inside}"
    return link if len(link) < _LONGEST_LINK else ""


def _local(name: str) -> str:
    return f"external:{name}".replace("%", "%25").replace("#", "%23") if name else ""


def _formats(book: Book) -> dict[str, Any]:
    face: dict[str, Any] = {"font_name": "微软雅黑", "font_size": 10, "valign": "top"}
    box = face | {"border": 1, "border_color": "#BFBFBF", "text_wrap": True}
    return {
        "title": book.add_format(face | {"bold": True, "font_size": 15}),
        "lead": book.add_format(face | {"font_color": "#595959"}),
        "header": book.add_format(box | {"bold": True, "bg_color": "#E7E6E6", "valign": "vcenter"}),
        "text": book.add_format(box),
        "link": book.add_format(box | {"font_color": "#0B57A4", "underline": 1}),
        words.SEVERITIES["error"]: book.add_format(box | {"bg_color": "#FBE3E1", "font_color": "#9C1C1C"}),
        words.SEVERITIES["warning"]: book.add_format(box | {"bg_color": "#FFF2CC", "font_color": "#7A4B00"}),
    }


def _write_sheet(  # noqa: PLR0913, PLR0917 - a sheet is its name, head, columns and rows
    book: Book,
    formats: dict[str, Any],
    name: str,
    head: tuple[str, str],
    headers: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Row],
) -> None:
    page = book.add_worksheet(name)
    page.write_string(0, 0, head[0], formats["title"])
    page.write_string(1, 0, head[1], formats["lead"])
    page.set_row(0, 26)
    page.set_row(1, 20)
    for column, (header, width) in enumerate(zip(headers, widths, strict=True)):
        page.write_string(_HEADER_ROW, column, header, formats["header"])
        page.set_column(column, column, width)
    links = 0
    for number, row in enumerate(rows, _HEADER_ROW + 1):
        page.set_row(number, row_height((str(value) for value, _ in row), widths))
        for column, (value, link) in enumerate(row):
            links += bool(link)
            _write_cell(page, number, column, value, link if links < _MOST_LINKS else "", formats)
    _set_page(page, len(headers), _HEADER_ROW + len(rows), head[0])


def _write_cell(  # noqa: PLR0913, PLR0917
    page: Page, row: int, column: int, value: str | int, link: str, formats: dict[str, Any]
) -> None:
    if isinstance(value, int):
        page.write_number(row, column, value, formats["text"])
    elif not value:
        page.write_blank(row, column, None, formats["text"])
    elif link:
        page.write_url(row, column, link, formats["link"], value)
    else:
        page.write_string(row, column, value, formats.get(value, formats["text"]))


def _set_page(page: Page, columns: int, last: int, title: str) -> None:
    page.freeze_panes(_HEADER_ROW + 1, 0)
    page.autofilter(_HEADER_ROW, 0, max(last, _HEADER_ROW), columns - 1)
    page.set_paper(_PAPER_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADER_ROW)
    page.set_header(f"&L{title.replace('&', '&&')}")
    page.set_footer(f"&C{words.PAGE_FOOT}")
    page.print_area(0, 0, max(last, _HEADER_ROW), columns - 1)
