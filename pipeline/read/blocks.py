"""From a sheet to its tables: one block for each register table that stands on it, and what is wrong with headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.read.headers import states_wan
from pipeline.read.locate import Header, find_headers
from pipeline.read.near import near_titles, of_named_sheet, suspicious
from pipeline.read.raw import RawBlock
from pipeline.read.recognise import amount_columns
from pipeline.read.records import is_blank
from pipeline.registers import STATEMENT
from pipeline.registers.words import SET_APART
from pipeline.text import as_text

if TYPE_CHECKING:
    from pipeline.read.raw import Row, Sheet

_MOST_ABOVE = 40
_MOST_TITLE_LINES = 4
_UNITS_BELOW = ("元", "(元)", "（元）", "人民币元", "人", "个")
_SHOWN_CELLS = 8
_FEW_ROWS = 2
_MANY_ROWS = 5


@dataclass(frozen=True)
class SheetRead:
    """The tables of a sheet. reason: a code of why the sheet was passed over, "" where it was not."""

    blocks: tuple[RawBlock, ...]
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def read_sheet(file: str, sheet: Sheet) -> SheetRead:
    """The blocks of a sheet, and findings about its headers."""
    if _is_set_apart(sheet):
        return SheetRead((), (), "sheet_set_apart")
    headers = find_headers(sheet)
    findings = _far(file, sheet)
    if not headers:
        unknown = _unknown(file, sheet)
        reason = "header_broken" if unknown and unknown[0].severity == "error" else "sheet_unknown"
        return SheetRead((), (*findings, *unknown), reason if unknown else "sheet_empty")
    blocks: list[RawBlock] = []
    broken: set[tuple[str, ...]] = set()
    for position, header in enumerate(headers):
        if header.found.complete or _is_statement(header):
            _add_block(file, sheet, headers, position, blocks)
            continue
        if header.headers not in broken:
            broken.add(header.headers)
            findings.append(_header_finding(file, sheet, header))
    for block in blocks:
        findings += suspicious(block)
    return SheetRead(tuple(blocks), tuple(findings), "" if blocks else "header_broken")


def _is_set_apart(sheet: Sheet) -> bool:
    """Whether the first cell says that the sheet holds no register, as those of notes and lists do."""
    return bool(sheet.rows) and SET_APART in as_text(sheet.rows[0][0])


def _is_statement(header: Header) -> bool:
    """Whether the header is that of a statement, whose own reader says what is missing."""
    return header.found.register is STATEMENT and not header.found.tied


def _add_block(file: str, sheet: Sheet, headers: list[Header], position: int, blocks: list[RawBlock]) -> None:
    """Add the rows below a header: to the block above where it only repeats its header, else as a new block."""
    header = headers[position]
    others = [each for each in headers if each.left <= header.right and header.left <= each.right]
    end = min((each.top for each in others if each.top > header.bottom), default=len(sheet.rows))
    start = max((each.bottom + 1 for each in others if each.bottom < header.top), default=0)
    rows, numbers = _rows_below(sheet, header, end)
    wan = _wan_cell(sheet, header, start)
    for block in reversed(blocks):
        if block.headers == header.headers and not wan:
            block.breaks.append(len(block.rows))
            block.rows.extend(rows)
            block.row_numbers.extend(numbers)
            return
    register = header.found.register
    assert register is not None  # noqa: S101 - find_headers keeps only such headers
    above = sheet.rows[max(start, header.top - _MOST_ABOVE) : header.top]
    block = RawBlock(
        register,
        file,
        sheet.name,
        header.top + 1,
        header.headers,
        rows,
        numbers,
        dict(header.found.columns),
        above,
        sheet.errors,
        [],
        dict(header.found.extra),
        wan,
    )
    blocks.append(block)


def _rows_below(sheet: Sheet, header: Header, end: int) -> tuple[list[Row], list[int]]:
    start = _first_row(sheet, header)
    rows = sheet.rows[start:end]
    _fill_merged(sheet, header, rows, start, end)
    width = len(header.headers)
    if header.left > 0 or header.right < width - 1:
        left, right = header.left, header.right + 1
        rows = [[""] * left + row[left:right] + [""] * (width - right) for row in rows]
    blank = [""] * width
    kept = [position for position, row in enumerate(rows) if row != blank] if blank in rows else list(range(len(rows)))
    if end < len(sheet.rows):
        kept = _without_title(rows, kept)
    return [rows[position] for position in kept], [start + position + 1 for position in kept]


def _without_title(rows: list[Row], kept: list[int]) -> list[int]:
    """The rows above another header without its title: lines of one filled cell."""
    for _ in range(_MOST_TITLE_LINES):
        if kept and sum(not is_blank(value) for value in rows[kept[-1]]) == 1:
            kept = kept[:-1]
    return kept


def _first_row(sheet: Sheet, header: Header) -> int:
    """The row below the header, past a row that holds only units or the numbers of the columns."""
    start = header.bottom + 1
    if start >= len(sheet.rows):
        return start
    filled = [value for value in sheet.rows[start][header.left : header.right + 1] if not is_blank(value)]
    units = bool(filled) and all(isinstance(value, str) and value.strip() in _UNITS_BELOW for value in filled)
    counted = len(filled) > _FEW_ROWS and filled == [float(number) for number in range(1, len(filled) + 1)]
    return start + 1 if units or counted else start


def _fill_merged(sheet: Sheet, header: Header, rows: list[Row], start: int, end: int) -> None:
    """Fill vertically merged cells down, but never amounts: one sum for several rows is no sum of each."""
    sums = set(amount_columns(header.found))
    for top, left, bottom, _ in dict.fromkeys(sheet.merges):
        if bottom > top and start <= top < end and header.left <= left <= header.right and left not in sums:
            value = rows[top - start][left]
            for row in rows[top - start + 1 : bottom - start + 1]:
                row[left] = value


def _wan_cell(sheet: Sheet, header: Header, start: int) -> tuple[int, int] | None:
    """The cell (row from 1, column from 0) in or above the header that says 万元, None where there is none."""
    sums = amount_columns(header.found)
    if not sums:
        return None
    for column in header.found.wan:
        if column in sums:
            return header.top + 1, column
    for row in range(max(start, header.top - _MOST_ABOVE), header.top):
        for column, value in enumerate(sheet.rows[row][header.left : header.right + 1], header.left):
            if isinstance(value, str) and states_wan(value):
                return row + 1, column
    return None


def _header_finding(file: str, sheet: Sheet, header: Header) -> Finding:
    found = header.found
    place = Place(file, sheet.name, header.top + 1)
    title = found.register.title if found.register else ""
    if found.tied:
        return Finding("header_ambiguous", place, {"registers": "、".join(found.tied)})
    return Finding(
        "header_missing",
        place,
        {"register": title, "missing": "、".join(f"「{name}」" for name in found.missing), "hint": near_titles(header)},
    )


def _unknown(file: str, sheet: Sheet) -> list[Finding]:
    filled = [(number, [value for value in row if not is_blank(value)]) for number, row in enumerate(sheet.rows, 1)]
    filled = [(number, cells) for number, cells in filled if cells]
    wide = sum(len(cells) >= _FEW_ROWS for _, cells in filled)
    if wide < _FEW_ROWS and len(filled) < _MANY_ROWS:
        return []
    number, cells = filled[0]
    row, head = next((each for each in filled if len(each[1]) >= _FEW_ROWS), filled[0])
    meant = of_named_sheet(Place(file, sheet.name, row), sheet.name, [as_text(cell) for cell in head])
    if meant:
        return [meant]
    shown = "、".join(map(as_text, cells[:_SHOWN_CELLS]))
    return [Finding("sheet_unknown", Place(file, sheet.name, number), {"found": shown, "rows": str(len(filled))})]


def _far(file: str, sheet: Sheet) -> list[Finding]:
    return [Finding("cells_far_away", Place(file, sheet.name, sheet.far), {"row": str(sheet.far)})] if sheet.far else []
