"""Cells that look blank to a fast reader and are not: errors such as #N/A, and formulas without a stored value.

The sheets' XML is searched as bytes, only around the places where such a cell begins.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

from pipeline.read.engine import TOO_LARGE, UnreadableError
from pipeline.read.raw import FORMULA

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ERROR_CELL = re.compile(rb"""\st=["']e["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>([^<]+)<|<(?:\w+:)?is[\s>]")
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_MARKS, _RARE_MARKS = (b' t="e"', b"<f"), (b" t='e'", b":f")
_HEAD = 4096
_MOST_MARKS = 500_000
_TEXT_RESULT = re.compile(rb"""\st=["']str["']""")
_A = ord("A") - 1
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*\shidden=["'](?:1|true)["']""")


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name; {} where the archive does not tell."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        found.get(b"Id", b""): found.get(b"Target", b"").decode()
        for found in map(_attributes, _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")))
    }
    parts = {}
    for found in map(_attributes, _SHEET.findall(archive.read("xl/workbook.xml"))):
        relation = next((value for key, value in found.items() if key.endswith(b":id")), b"")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/")
        if part in names:
            parts[html.unescape(found.get(b"name", b"").decode())] = part
    return parts


def hidden_sheets(archive: zipfile.ZipFile) -> set[str]:
    """The names of the sheets that a workbook hides."""
    found = map(_attributes, _SHEET.findall(archive.read("xl/workbook.xml")))
    return {html.unescape(each.get(b"name", b"").decode()) for each in found if b"idden" in each.get(b"state", b"")}


def has_hidden_rows(xml: bytes) -> bool:
    """Whether a sheet's XML hides rows, by hand or by a filter."""
    return xml.rfind(b"hidden=") >= 0 and _HIDDEN_ROW.search(xml) is not None


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def find_traps(xml: bytes) -> dict[tuple[int, int], str]:
    """(row from 1, column from 0) -> the error shown, such as "#N/A", or FORMULA, of one sheet's XML."""
    traps: dict[tuple[int, int], str] = {}
    rare = b"='" in xml[:_HEAD] or b":worksheet" in xml[:_HEAD]
    # Most sheets hold none: a quick look, from the end, which takes less than half the time.
    if not any(xml.rfind(mark) >= 0 for mark in (*_MARKS, *_RARE_MARKS[: 2 * rare])):
        return traps
    if sum(map(xml.count, _MARKS)) > _MOST_MARKS:
        raise UnreadableError(TOO_LARGE)
    for place, cell in _cells_around(xml, _ERROR_CELL):
        value = _VALUE.search(cell)
        traps[place] = value[1].decode() if value and value[1] else "#N/A"
    for place, cell in _cells_around(xml, _FORMULA):
        if place not in traps and not _VALUE.search(cell) and not _TEXT_RESULT.search(cell.partition(b">")[0]):
            traps[place] = FORMULA
    return traps


def _cells_around(xml: bytes, mark: re.Pattern[bytes]) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Place and XML of every cell that has the mark in it."""
    end = 0
    for found in mark.finditer(xml):
        if found.start() < end:
            continue
        first = max(end, found.start() - _HEAD)
        start = max(xml.rfind(b"<c ", first, found.start()), xml.rfind(b":c ", first, found.start()))
        if start < 0:
            continue
        end = _end_of_cell(xml, start)
        reference = _REFERENCE.search(xml, start, xml.find(b">", start))
        if reference and end > found.start():
            yield (int(reference[2]), column_number(reference[1])), xml[start:end]


def _end_of_cell(xml: bytes, start: int) -> int:
    opened = xml.find(b">", start)
    if xml[opened - 1 : opened] == b"/":
        return opened + 1
    closed = re.compile(rb"</(?:\w+:)?c>").search(xml, start)
    return closed.end() if closed else len(xml)


def column_number(letters: bytes) -> int:
    """The number, from 0, of a column by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - _A
    return number - 1
