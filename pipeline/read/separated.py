"""Sheets that are text: .csv and exports that only carry the name of a workbook."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from pipeline.read.engine import UnreadableError
from pipeline.read.raw import Sheet, padded

if TYPE_CHECKING:
    from pipeline.read.raw import Row

_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE_LINES = 60
_LAST = "\x03"  # put below the last line: where it is not read as a row of its own, a quotation was left open
_PADDING = re.compile(r'(?<![ \t])[ \t]++(?=[ \t"]*+(?:,|$))')  # exports of banks end a cell with blanks and a tab
_ERRORS = frozenset(("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"))


def decode(data: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or GB 18030, None where it is none of them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codings = ["utf-16"]
    elif b"\x00" in data[:200]:
        codings = ["utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"]
    else:
        codings = ["utf-8-sig", "gb18030"]
    for coding in codings:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def read_separated(text: str, name: str) -> Sheet:
    """The cells of a text; a row's number is that of the line on which it begins."""
    lines = csv.reader(io.StringIO(f"{text}\n{_LAST}", newline=""), delimiter=_delimiter(text))
    rows: list[Row] = []
    begin = 0
    try:
        for cells in lines:
            rows.extend([] for _ in range(begin - len(rows)))
            rows.append([*cells])
            begin = lines.line_num
    except csv.Error as error:  # a field beyond any sense
        raise UnreadableError("file_open_quote") from error
    if rows.pop() != [_LAST]:
        raise UnreadableError("file_open_quote")
    errors = {
        (number, column): cell.strip().upper()
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and cell.startswith("#") and cell.strip().upper() in _ERRORS
    }
    for number, column in errors:
        rows[number - 1][column] = ""
    return Sheet(name, padded(rows), errors=errors)


def _delimiter(text: str) -> str:
    """The sign that splits the most lines, and splits them into the most cells."""
    lines = [_PADDING.sub("", line) for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    return max(
        _DELIMITERS, key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines))
    )
