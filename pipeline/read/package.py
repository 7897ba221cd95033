"""The parts of a packed workbook: read within bounds whatever they claim, and whether a sheet is small for certain."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from pipeline.read.engine import ENDLESS, TOO_LARGE, UnreadableError
from pipeline.read.traps import column_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="\w{1,10}:([A-Z]{1,3})(\d+)"')
_CELL = re.compile(rb' r="([A-Z]{1,3})(\d+)"')
_WIDE_CELL = re.compile(rb' r="([A-Z]{3})(\d+)"')
# How the tags between <sheetData> and </sheetData> begin in every workbook of Excel, WPS, LibreOffice and openpyxl.
_USUAL = (b"c ", b"ro", b"v>", b"v ", b"v/", b"f>", b"f ", b"f/", b"is", b"t>", b"t ", b"t/", b"r>", b"rP")
_QUOTE, _LETTER = ord('"'), ord("A")
_HEAD = 4096
TEXTS = "xl/sharedStrings.xml"
_LARGE_TEXTS = 256 * 2**20
_LARGEST_AREA = 20_000_000
_ROWS_AT_ANY_WIDTH = 1000
_LOOKED_AHEAD = 13  # bytes of a cell's tag, to the end of where it stands; no more than </sheetData> and one
_LARGE_PACKED = 64 * 2**10  # deflate packs no more than a thousandfold


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part; BadZipFile where it unpacks to more than it claims."""
    claimed = archive.getinfo(name).file_size
    with archive.open(name) as part:
        data = part.read(claimed + 1)
    if len(data) > claimed:
        raise zipfile.BadZipFile(name)
    return data


def unpacked_size(data: bytes) -> int:
    """The size of all parts as they claim it, 0 where the bytes are no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile:
        return 0


def check_claims(archive: zipfile.ZipFile, but: Iterable[str]) -> None:
    """Unpack every part that could be a bomb, but those that are read anyway; BadZipFile where one is."""
    known = set(but)
    for info in archive.infolist():
        if info.compress_size > _LARGE_PACKED and info.filename.endswith(".xml") and info.filename not in known:
            read_part(archive, info.filename)


def longest_text(archive: zipfile.ZipFile) -> int:
    """The length of the longest of the texts that cells share, in bytes with its marks."""
    if TEXTS not in archive.namelist():
        return 0
    xml = np.frombuffer(read_part(archive, TEXTS) + b"  ", np.uint8)
    tags = _tags(xml)
    items = tags[_kinds(xml, tags) == _kind(b"si")]
    return int(np.diff(np.append(items, len(xml))).max(initial=0))


def is_small(xml: bytes, longest: int) -> bool:
    """Whether a sheet's cells, by what is written at each of them, lie close enough together to list them all.

    longest: of the texts that cells share; each cell holds it anew.
    False also where that is not plain to see: it costs no more than to read the sheet in a process of its own.
    """
    begin, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    if begin == end:
        return xml[begin - 1 : end + 11] == b"<sheetData/>"
    only = xml.rfind(b"sheetData", 0, end) == begin
    if not only or xml[begin - 1 : begin + 10] != b"<sheetData>" or xml[end - 2 : end + 10] != b"</sheetData>":
        return False
    data = np.frombuffer(xml, np.uint8)
    tags = _tags(data[begin : end - 2]) + begin
    kinds = _kinds(data, tags)
    if not _usual_kinds()[kinds].all():
        return False
    cells = tags[kinds == _kind(b"c ")]
    return len(cells) * longest <= _LARGE_TEXTS and _are_near(data, cells)


def _are_near(data: NDArray[np.uint8], cells: NDArray[np.intp]) -> bool:
    """Whether each cell, where its tag begins, says first of all where it stands, and none stands far out.

    Near is up to column ZZ and row 9999, or up to column Z and row 99999: '<c r="ZZ9999"', '<c r="Z99999"'.
    """
    r, equals, quote, _, second, third, *others, last = (data[cells + place] for place in range(3, _LOOKED_AHEAD))
    if not ((r == ord("r")) & (equals == ord("=")) & (quote == _QUOTE)).all():
        return False
    wide, too_wide = second >= _LETTER, third >= _LETTER
    short = np.logical_or.reduce([each == _QUOTE for each in (third, *others)])  # up to five letters and digits
    ends = short | (last == _QUOTE)
    return bool(not too_wide.any() and ends.all() and (not wide.any() or (short | wide).all()))


def _tags(data: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where a tag begins, but for those that close an element."""
    return np.flatnonzero((data[:-1] == ord("<")) & (data[1:] != ord("/")))


def _kinds(data: NDArray[np.uint8], tags: NDArray[np.intp]) -> NDArray[np.integer]:
    """The two bytes that follow each < as one number."""
    return data[tags + 1].astype(np.uint16) << 8 | data[tags + 2]


def _kind(beginning: bytes) -> int:
    return beginning[0] << 8 | beginning[1]


@cache
def _usual_kinds() -> NDArray[np.bool_]:
    """For every two bytes that may follow a <, as one number, whether a usual tag begins so."""
    usual = np.zeros(2**16, dtype=bool)
    usual[[_kind(each) for each in _USUAL]] = True
    return usual


def refuse_endless(xml: bytes) -> None:
    """Refuse a sheet whose used range is so large that listing its cells would take all memory.

    The range is that from the first to the last cell that holds a value, however few are between.
    """
    value = max(xml.rfind(b"<v"), 0)
    value = max(xml.rfind(b"<is", value), value)
    last = _CELL.match(xml, xml.rfind(b' r="', 0, value))
    rows = int(last[2]) if last else 0
    if rows <= _ROWS_AT_ANY_WIDTH:
        return
    stated = _DIMENSION.search(xml, 0, _HEAD)
    width = column_number(stated[1]) + 1 if stated else _width(xml)
    if rows * width > _LARGEST_AREA:
        raise UnreadableError(ENDLESS)


def _width(xml: bytes) -> int:
    """The number of columns, where it is large enough to matter."""
    return max((column_number(letters[1]) for letters in _WIDE_CELL.finditer(xml)), default=-1) + 1


def refuse_large(unpacked: int, largest: int) -> None:
    """Refuse what unpacks to more bytes than the largest that makes sense."""
    if unpacked > largest:
        raise UnreadableError(TOO_LARGE)
