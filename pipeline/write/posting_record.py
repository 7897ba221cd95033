"""公示情况记录: where each page hangs, who put it up and took it down, what was objected. People fill it in by hand.

What a hand has written in it is never written over: a later run leaves such a workbook as it is.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from pipeline.messages import printing as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from pipeline.period import Period
    from pipeline.posting import Posting

# Rows below those of the pages, for a second place and for objections.
_MORE_ROWS = 9
_WIDTHS = (16, 13, 13, 16, 10, 13, 10, 13, 22, 22, 12)
_HEADER_ROW = 2
_DAYS = (words.FIRST_DAY, words.LAST_DAY, words.HUNG_ON, words.DOWN_ON)


def write_posting_record(path: Path, school: str, period: Period, posting: Posting, pages: Iterable[str]) -> None:
    """Write the record of a month's pages with their period, the rest blank. The same month gives the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - not needed to read a record

    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"in_memory": True, "strings_to_formulas": False}) as book:
        title = words.RECORD_TITLE.format(school=school, year=period.year, month=period.month)
        book.set_properties({"title": title, "author": school, "created": dt.datetime.combine(period.today, dt.time())})
        sheet = book.add_worksheet(words.RECORD_SHEET)
        _fill(book, sheet, title, posting, list(pages))


def _fill(book: Workbook, sheet: Worksheet, title: str, posting: Posting, pages: list[str]) -> None:
    cell = {"font_name": "微软雅黑", "font_size": 10, "border": 1, "valign": "vcenter", "text_wrap": True}
    plain, head = (
        book.add_format(cell),
        book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#E7EEF7"}),
    )
    day = book.add_format({**cell, "num_format": 'yyyy"年"m"月"d"日"', "align": "center"})
    sheet.write_string(0, 0, title, book.add_format({"font_name": "微软雅黑", "font_size": 14, "bold": True}))
    sheet.write_string(1, 0, words.RECORD_NOTE, book.add_format({"font_name": "微软雅黑", "font_size": 9}))
    for column, (header, width) in enumerate(zip(words.RECORD_HEADERS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADER_ROW, column, header, head)
    for number, page in enumerate([*pages, *[""] * _MORE_ROWS]):
        row = _HEADER_ROW + 1 + number
        sheet.set_row(row, 30)
        for column, header in enumerate(words.RECORD_HEADERS):
            sheet.write_blank(row, column, None, day if header in _DAYS else plain)
        if page:
            sheet.write_string(row, 0, page, plain)
            sheet.write_datetime(row, 1, posting.first, day)
            sheet.write_datetime(row, 2, posting.last, day)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def is_filled(path: Path) -> bool:
    """Whether a hand has written anything in a record; one that cannot be read counts as filled in."""
    try:
        return any(row.get(header) for row in _rows(path) for header in words.BY_HAND)
    except (CalamineError, OSError):
        return path.exists()


def taken_down(path: Path) -> set[str]:
    """The pages that a record notes as taken down, from every place where they hang."""
    try:
        rows = [row for row in _rows(path) if row.get(words.PAGE)]
    except (CalamineError, OSError):
        return set()
    hanging = {row[words.PAGE] for row in rows if not row.get(words.DOWN_ON) and any(map(row.get, words.BY_HAND))}
    return {row[words.PAGE] for row in rows if row.get(words.DOWN_ON)} - hanging


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a record by header, as text."""
    cells = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    texts = [[str(cell).strip() for cell in row] for row in cells]
    at = next((number for number, row in enumerate(texts) if words.PAGE in row), len(texts))
    for row in texts[at + 1 :]:
        yield dict(zip(texts[at], row, strict=False))
