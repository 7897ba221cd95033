"""The parts of a packed workbook: read within bounds whatever they claim, and whether a sheet is small for certain."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from pipeline.read.engine import ENDLESS, TOO_LARGE, UnreadableError
from pipeline.read.traps import column_number

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="\w{1,10}:([A-Z]{1,3})(\d+)"')
_CELL = re.compile(rb' r="([A-Z]{1,3})(\d+)"')
_WIDE_CELL = re.compile(rb' r="([A-Z]{3})(\d+)"')
_FAR_CELL = re.compile(rb'<c r="(?:[A-Z]{3}|[A-Z]{2}\d{5}|[A-Z]\d{6})')  # beyond ZZ9999 and Z99999
# Ways of writing a cell or a row that hide where it stands. The letter that each needs is looked for first: it is
# found, or missed, many times faster than the mark itself.
_UNUSUAL = {
    b"!": (b"<!",),
    b">": (b"<c>", b"<c/", b"<row>", b"<row/", b":row"),
    b"\t": (b"<c\t", b"<row\t"),
    b"\n": (b"<c\n", b"<row\n"),
    b"\r": (b"<c\r", b"<row\r"),
}
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>\s*")  # it may end its line
_HEAD = 4096
_TEXTS = "xl/sharedStrings.xml"
_LARGE_TEXTS = 256 * 2**20
_LARGEST_AREA = 20_000_000
_ROWS_AT_ANY_WIDTH = 1000
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
    if _TEXTS not in archive.namelist():
        return 0
    return max(map(len, read_part(archive, _TEXTS).split(b"</")), default=0)


def is_small(xml: bytes, longest: int) -> bool:
    """Whether a sheet's cells, by what is written at each of them, lie close enough together to list them all.

    longest: of the texts that cells share; each cell holds it anew.
    False also where that is not plain to see: it costs no more than to read the sheet in a process of its own.
    """
    declared = _DECLARATION.match(xml)
    start = declared.end() if declared else 0
    for letter, marks in _UNUSUAL.items():
        if xml.find(letter, start) >= 0 and any(mark in xml for mark in marks):
            return False
    cells = xml.count(b"<c ")
    if cells * longest > _LARGE_TEXTS or cells != xml.count(b'<c r="') or xml.count(b"<row ") != xml.count(b'<row r="'):
        return False
    return _FAR_CELL.search(xml) is None


def refuse_endless(xml: bytes) -> None:
    """Refuse a sheet whose used range is so large that listing its cells would take all memory.

    The range is that from the first to the last cell that holds a value, however few are between.
    """
    last = _CELL.match(xml, xml.rfind(b' r="', 0, max(xml.rfind(b"<v"), xml.rfind(b"<is"), 0)))
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
