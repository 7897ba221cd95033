"""Headers that are nearly right, repeated headers, values beside a table, and titles of another month."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.messages.reading import near_header, unclaimed_headers
from pipeline.read.headers import HEADERS, is_index, plain_header
from pipeline.read.recognise import missing_titles
from pipeline.read.records import is_blank
from pipeline.registers import REGISTERS, SETTINGS, STATEMENT
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from pipeline.read.locate import Header
    from pipeline.read.raw import RawBlock
    from pipeline.registers import Register

_ALIKE = 0.5  # of two headers of two characters one is the same
_ALIKE_SURELY = 0.75
_TITLE_LINES = 4
_TITLE_CELLS = 4  # a line above a header with more of them, or with figures, is a row of another table
_MONTH = re.compile(r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>1[0-2]|0?[1-9])月(?!\d+[日号])")
# A text that says when a form was made or filled in, or names a span of time, does not tell the month of the rows.
_NO_TITLE = re.compile("修订|日期|时间|[印制填版截起至和及、—~～-]")


def near_titles(header: Header) -> str:
    """For a header that lacks required columns: which of its other headers may be meant, in sentences."""
    register = header.found.register
    if register is None:
        return ""
    return _near_sentences(register, header.found.missing, _unused(header.headers, set(header.found.columns.values())))


def near_of_statement(headers: tuple[str, ...]) -> str:
    """For the header of a statement that lacks a column: the headers that name none."""
    known = HEADERS[STATEMENT.name]
    return unclaimed_headers([text for name, text in _unused(headers, set()).items() if name not in known])


def of_named_sheet(place: Place, name: str, headers: Sequence[str]) -> Finding | None:
    """For the first row of a sheet without a register that is called like one: what its header lacks.

    The settings are known by the sheet's name alone, other registers only where all headers but one stand there.
    """
    register = next((each for each in REGISTERS if each.title == name.strip().removesuffix("表")), None)
    if register is None:
        return None
    known = HEADERS[register.name]
    columns = {known[plain][0]: at for at, plain in enumerate(map(plain_header, headers)) if plain in known}
    missing = missing_titles(register, columns)
    if not missing or (register is not SETTINGS and len(missing) > 1):
        return None
    hint = _near_sentences(register, missing, _unused(tuple(headers), set(columns.values())))
    facts = {"register": register.title, "missing": "、".join(f"「{each}」" for each in missing), "hint": hint}
    return Finding("header_missing", place, facts)


def _near_sentences(register: Register, missing: Sequence[str], unused: dict[str, str]) -> str:
    near = {title: _near(register, title, unused) for title in missing}
    hints = [near_header(found, title) for title, found in near.items() if found]
    left = [text for text in unused.values() if text not in near.values()]
    return "".join(hints) + ("" if all(near.values()) else unclaimed_headers(left))


def _unused(headers: tuple[str, ...], used: set[int]) -> dict[str, str]:
    """As compared -> as written, of headers that name no field."""
    return {
        plain_header(text): text
        for column, text in enumerate(headers)
        if text and column not in used and not is_index(text)
    }


def _near(register: Register, title: str, unused: dict[str, str]) -> str:
    fields = [each for each in register.fields if each.title == title]
    for name in (name for each in fields for name in (each.title, *each.aliases)):
        near = get_close_matches(name, unused, n=1, cutoff=_ALIKE)
        near = near or [text for text in unused if name in text]
        if near:
            return unused[near[0]]
    return ""


def suspicious(block: RawBlock) -> Iterator[Finding]:
    """Warnings about a table that can be read: a column nearly named, a column twice, values without a header."""
    if block.register is STATEMENT:  # an export has columns of its own
        return
    yield from _nearly_named(block)
    yield from _twice(block)
    yield from _beside(block)


def _nearly_named(block: RawBlock) -> Iterator[Finding]:
    used = set(block.columns.values()) | {column for columns in block.extra.values() for column in columns}
    unused = _unused(block.headers, used)
    absent = {header: name for header, (name, _) in HEADERS[block.register.name].items() if name not in block.columns}
    for name, text in unused.items():
        near = get_close_matches(name, absent, n=1, cutoff=_ALIKE_SURELY)
        if near:
            facts = {
                "found": text,
                "hint": block.register.field(absent[near[0]]).title,
                "register": block.register.title,
            }
            yield Finding(
                "header_nearly", Place(block.file, block.sheet, block.header_row, block.headers.index(text)), facts
            )


def _twice(block: RawBlock) -> Iterator[Finding]:
    """A header that stands twice: the first column counts; said where a row differs."""
    for name, columns in block.extra.items():
        first = block.columns[name]
        for column in columns:
            if plain_header(block.headers[column]) != plain_header(block.headers[first]):
                continue
            if any(row[column] not in ("", row[first]) for row in block.rows):
                facts = {"found": block.headers[column], "register": block.register.title}
                yield Finding("header_twice", Place(block.file, block.sheet, block.header_row, column), facts)


def _beside(block: RawBlock) -> Iterator[Finding]:
    """The first value, beside a record, in a column without a header."""
    bare = [column for column, text in enumerate(block.headers) if not text]
    if not bare:
        return
    used = set(block.columns.values())
    for row, number in zip(block.rows, block.row_numbers, strict=True):
        for column in bare:
            if not is_blank(row[column]) and sum(row[each] != "" for each in used) > 1:
                place = Place(block.file, block.sheet, number, column)
                yield Finding("value_beside", place, {"found": as_text(row[column])})
                return


def of_another_month(block: RawBlock, dates: pd.Series[pd.Timestamp]) -> Finding | None:
    """A warning at the line above a table that names a month in which none of its dates lies.

    Silent where the lines name no month, or several.
    """
    titles = list(_titles(block))
    named = {found.groups() for _, text in titles for found in _MONTH.finditer(fold(text))}
    if len(named) != 1 or not dates.notna().any():
        return None
    ((year, month),) = named
    if ((dates.dt.month == int(month)) & (year is None or dates.dt.year == int(year))).any():
        return None
    place, text = next(each for each in titles if _MONTH.search(fold(each[1])))
    facts = {
        "register": block.register.title,
        "found": text,
        "count": str(dates.count()),
        "first": f"{dates.min():%Y-%m-%d}",
        "last": f"{dates.max():%Y-%m-%d}",
    }
    return Finding("title_other_month", place, facts)


def _titles(block: RawBlock) -> Iterator[tuple[Place, str]]:
    """The texts in the lines next above a table that may be its title, with their cells."""
    above = block.above[-_TITLE_LINES:]
    for number, row in enumerate(above, block.header_row - len(above)):
        texts = {column: as_text(value) for column, value in enumerate(row) if isinstance(value, str)}
        filled = sum(not is_blank(value) for value in row)
        if filled <= _TITLE_CELLS and filled == sum(map(bool, texts.values())):
            titles = {column: text for column, text in texts.items() if text and not _NO_TITLE.search(text)}
            yield from ((Place(block.file, block.sheet, number, column), text) for column, text in titles.items())
