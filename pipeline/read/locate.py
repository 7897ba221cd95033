"""Find the tables on a sheet by their header rows, wherever they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from pipeline.read.headers import KNOWN, LONGEST_HEADER, known
from pipeline.read.recognise import Recognised, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.faults import CellValue
    from pipeline.read.raw import Row, Sheet

_TOP = 60
_BELOW_BLANK = 3
_TWO = 2
_LEAST_INSIDE = 3  # inside a table a row needs so many headers to begin another one …
_SHARE_INSIDE = 0.6  # … and this share of its filled cells
_LONGEST_GROUP = 12


@dataclass(frozen=True)
class Header:
    """A header of one row, or two, or three, found on a sheet; rows and columns are counted from 0.

    headers: the text of each column of the sheet, "" outside left … right.
    """

    top: int
    bottom: int
    left: int
    right: int
    headers: tuple[str, ...]
    found: Recognised


def find_headers(sheet: Sheet) -> list[Header]:
    """Every header on the sheet that means a register, from top to bottom, side by side from left to right."""
    found: list[Header] = []
    taken = -1
    for row in _candidates(sheet):
        if row > taken:
            headers = [each for each in _headers_at(sheet, row, taken) if _begins_a_table(sheet, each, found)]
            found += headers
            taken = max((each.bottom for each in headers), default=taken)
    return [_beside(header, found) for header in found]


def _beside(header: Header, others: Sequence[Header]) -> Header:
    """The header with its right edge drawn in where another table stands beside it, however far up or down."""
    last = max(column for column, text in enumerate(header.headers) if text)
    edges = [other.left - 1 for other in others if other.left > last]
    return replace(header, right=min([header.right, *edges]))


def _candidates(sheet: Sheet) -> list[int]:
    """The rows that may be a header: they hold two or more known headers.

    Headers stand near the top or below a blank row, where every cell is looked at; anywhere else only those are
    found that are spelt exactly like a header, or like one found at the top (the repeated header of a printed page).
    """
    rows = sheet.rows
    near = {*range(min(_TOP, len(rows))), *_below_blanks(sheet)}
    words: set[CellValue] = set(KNOWN)
    hits: Counter[int] = Counter()
    for row in near:
        found = [value for value in rows[row] if isinstance(value, str) and _may_be_header(value)]
        words.update(found)
        hits[row] = len(found)
    below = rows[_TOP:]
    if not words.isdisjoint(chain.from_iterable(below)):
        for row, cells in enumerate(below, _TOP):
            if not words.isdisjoint(cells) and row not in near:
                hits[row] = sum(value in words for value in cells)
    return sorted(row for row, count in hits.items() if count > 1)


def _below_blanks(sheet: Sheet) -> Iterator[int]:
    """The rows, beyond the top ones, that stand up to three rows below a blank one."""
    for row in sheet.blank_rows:
        if row >= _TOP:
            yield from range(row + 1, min(row + _BELOW_BLANK + 1, len(sheet.rows)))


def _may_be_header(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST_HEADER and known(text)


def _headers_at(sheet: Sheet, row: int, taken: int) -> list[Header]:
    """The header or, side by side, the headers of which that row is a part."""
    best = _header(row, row, _texts([sheet.rows[row]]), sheet.name)
    for top, bottom in ((row, row + 1), (row - 1, row), (row - 1, row + 1), (row, row + 2)):
        if top > taken and bottom < len(sheet.rows) and _stack(sheet.rows[top : bottom + 1]):
            deeper = _header(top, bottom, _texts(sheet.rows[top : bottom + 1]), sheet.name)
            # A row below that only says more of what stands above it (借方 over 发生额) belongs to the header, too.
            better = deeper.found.score > best.found.score - (top == best.top and bottom == best.bottom + 1)
            best = deeper if better else best
    return _side_by_side(best, sheet.name) or [best]


def _header(top: int, bottom: int, texts: tuple[str, ...], sheet: str) -> Header:
    filled = [column for column, text in enumerate(texts) if text]
    return Header(top, bottom, filled[0], len(texts) - 1, texts, recognise(texts, sheet))


def _texts(rows: Sequence[Row]) -> tuple[str, ...]:
    """The header of each column of rows that lie one below the other."""
    texts = tuple(_text(value) for value in rows[0])
    for row in rows[1:]:
        texts = tuple(text for text, _ in _joined(texts, [_text(value) for value in row]))
    return texts


def _text(value: CellValue) -> str:
    return value.strip() if isinstance(value, str) else ""


def _joined(upper: Sequence[str], lower: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """For each column the header that two cells make, and whether the lower cell can be a part of a header."""
    group = ""
    for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
        spans = column + 1 < len(upper) and not upper[column + 1] and bool(lower[column + 1])
        group = above or (group if below else "")
        if not below:
            yield above, True
        elif known(group + below):
            yield group + below, True
        elif known(above) and not spans:
            yield above, below.startswith(("(", "（"))
        elif known(below):
            yield below, True
        else:
            yield group + below if group else below, len(below) <= _LONGEST_GROUP


def _stack(rows: Sequence[Row]) -> bool:
    """Whether the rows can be one header: texts only, each row naming something below a group or a blank."""
    if any(value and not isinstance(value, str) for row in rows for value in row):
        return False
    texts = tuple(_text(value) for value in rows[0])
    below: list[str] = []
    for row in rows[1:]:
        below = [_text(value) for value in row]
        pairs = list(_joined(texts, below))
        if not any(below) or not all(fits for _, fits in pairs):
            return False
        texts = tuple(text for text, _ in pairs)
    return any(known(text) for text in below if text)


def _side_by_side(header: Header, sheet: str) -> list[Header]:
    """The headers of tables that stand side by side in one row, without the cells of others; [] where it is one."""
    width = len(header.headers)
    parts = []
    for left, right in _segments(header.headers):
        texts = tuple(text if left <= column <= right else "" for column, text in enumerate(header.headers))
        parts.append(replace(header, left=left, headers=texts, found=recognise(texts, sheet)))
    whole = [part for part in parts if part.found.complete]
    if len(parts) < _TWO or not whole or sum(part.found.score for part in whole) < header.found.score:
        return []
    edges = [part.left - 1 for part in parts[1:]] + [width - 1]
    return [replace(part, right=edge) for part, edge in zip(parts, edges, strict=True) if part in whole]


def _segments(texts: Sequence[str]) -> list[tuple[int, int]]:
    """First and last column of each run of filled headers; a run that says everything twice is two."""
    runs: list[list[int]] = []
    for column, text in enumerate(texts):
        if text and column and texts[column - 1]:
            runs[-1].append(column)
        elif text:
            runs.append([column])
    return [(part[0], part[-1]) for run in runs for part in _halves(run, texts)]


def _halves(run: list[int], texts: Sequence[str]) -> list[list[int]]:
    middle, odd = divmod(len(run), 2)
    first, second = run[:middle], run[middle:]
    twice = not odd and middle > 1 and [texts[c] for c in first] == [texts[c] for c in second]
    return [first, second] if twice else [run]


def _begins_a_table(sheet: Sheet, header: Header, found: Sequence[Header]) -> bool:
    """Whether a row is a header, and no record whose cells happen to be words that headers use."""
    if header.found.register is None:
        return False
    cells = [value for value in sheet.rows[header.bottom][header.left : header.right + 1] if value]
    cells += [value for value in sheet.rows[header.top][header.left : header.right + 1] if value]
    texts = [value for value in cells if isinstance(value, str)]
    if sum(text.rstrip().endswith((":", "：")) for text in texts) * _TWO > header.found.score:
        return False  # a form for one person, or a line of signatures
    if not any(each.left <= header.right and header.left <= each.right for each in found):
        return len(texts) * 2 > len(cells)
    share = sum(map(known, texts)) / len(cells)
    return share >= _SHARE_INSIDE and (header.found.score >= _LEAST_INSIDE or header.found.complete)
