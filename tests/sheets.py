"""Small real workbooks from text tables, so that the data of a test stands in the test.

A sheet is a text: a line a row, cells between "|". A cell that is a number is written as a number, one like
2026-10-01 as a date, =A1+1 as a formula without a stored value, #N/A and its like as an error; everything else is
text. A leading ' keeps the rest of the cell as text, blanks included. An empty line is an empty row.

    write_book(tmp_path / "捐款.xlsx", {"捐款": '''
        日期       | 捐款人 | 金额
        2026-10-01 | 李明   | 50
        2026.10.2  | 王芳   | '５０元
    '''})
"""

from __future__ import annotations

import datetime as dt
import re
from textwrap import dedent
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Value = str | float | int | dt.datetime | None

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def value_of(cell: str) -> Value:
    """What a cell of a text table stands for."""
    text = cell.strip()
    if text.startswith("'"):
        return cell.lstrip()[1:].removesuffix(" ")
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    date = _DATE.fullmatch(text)
    if date:
        return dt.datetime(int(date[1]), int(date[2]), int(date[3]))  # noqa: DTZ001 - cells know no time zone
    return text or None


def rows_of(table: str) -> list[list[Value]]:
    """The rows of a text table; the line break after the opening quotes and before the closing ones do not count."""
    lines = dedent(table).removeprefix("\n").rstrip(" ").removesuffix("\n").split("\n")
    return [[value_of(cell) for cell in line.split("|")] if line.strip() else [] for line in lines]


def write_book(
    path: Path,
    sheets: Mapping[str, str],
    merges: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> Path:
    """Write an .xlsx of text tables; merges: the ranges to merge on each sheet; hidden: sheets to hide."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows_of(table), 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
        for area in (merges or {}).get(name, ()):
            sheet.merge_cells(area)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path
