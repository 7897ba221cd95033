"""Error cells of an .xls or .et, which python-calamine shows as blanks.

The container is a compound file ([MS-CFB]): sectors chained by a table. Its stream Workbook is a sequence of records
([MS-XLS]): BOUNDSHEET names a sheet's place, BOOLERR and FORMULA may hold an error.
"""

from __future__ import annotations

import struct
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_FILEPASS, _BOUNDSHEET, _EOF, _BOOLERR, _FORMULA = 0x2F, 0x85, 0x0A, 0x205, 0x06
_LAST_SECTOR = 0xFFFFFFF0  # from here on a sector number means: no sector
_DIRECTORY_ENTRY, _ROOT = 128, 5
_NOT_A_NUMBER, _ERROR_RESULT = b"\xff\xff", 2


def error_cells(data: bytes) -> list[dict[tuple[int, int], str]]:
    """(row from 1, column from 0) -> error shown, for each worksheet in order; [] where the file does not tell."""
    try:
        stream = _workbook(data)
        return [dict(_errors(stream, start)) for start in _worksheets(stream)]
    except (struct.error, IndexError, ValueError):
        return []


def has_password(data: bytes) -> bool:
    """Whether the cells of an .xls or .et are encrypted, as an old Excel did it."""
    try:
        return any(kind == _FILEPASS for kind, _, _ in _records(_workbook(data), 0))
    except (struct.error, IndexError, ValueError):
        return False


def _worksheets(stream: bytes) -> list[int]:
    """Where the records of each worksheet begin."""
    found = []
    for kind, at, _ in _records(stream, 0):
        if kind == _BOUNDSHEET:
            start, _, sheet_type = unpack_from("<IBB", stream, at)
            found += [start] if sheet_type == 0 else []
    return found


def _errors(stream: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, at, _ in _records(stream, start):
        if kind == _BOOLERR:
            row, column, _, code, is_error = unpack_from("<HHHBB", stream, at)
            if is_error:
                yield (row + 1, column), ERRORS.get(code, "#N/A")
        elif kind == _FORMULA and stream[at + 12 : at + 14] == _NOT_A_NUMBER and stream[at + 6] == _ERROR_RESULT:
            row, column = unpack_from("<HH", stream, at)
            yield (row + 1, column), ERRORS.get(stream[at + 8], "#N/A")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of the records up to the end of a part of the stream."""
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        if kind == _EOF:
            return
        yield kind, at + 4, length
        at += 4 + length


def _workbook(data: bytes) -> bytes:
    """The stream Workbook (or Book) of a compound file."""
    size = 1 << unpack_from("<H", data, 30)[0]
    table = _sector_table(data, size)
    directory = _chain(data, size, table, unpack_from("<I", data, 48)[0], offset=size)
    small_limit, small_table_start = unpack_from("<II", data, 56)
    streams, root = {}, (0, 0)
    for at in range(0, len(directory), _DIRECTORY_ENTRY):
        length, kind = unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        place = unpack_from("<II", directory, at + 116)
        streams[name] = place
        root = place if kind == _ROOT else root
    start, length = streams.get("Workbook") or streams.get("Book") or (0, 0)
    if length >= small_limit:
        return _chain(data, size, table, start, offset=size)[:length]
    small = _chain(data, size, table, root[0], offset=size)
    entries = _chain(data, size, table, small_table_start, offset=size)
    small_table = unpack_from(f"<{len(entries) // 4}I", entries)
    return _chain(small, 1 << unpack_from("<H", data, 32)[0], small_table, start, offset=0)[:length]


def _sector_table(data: bytes, size: int) -> tuple[int, ...]:
    """The number of the sector that follows each sector."""
    sectors = list(unpack_from("<109I", data, 76))
    more, per_sector = unpack_from("<I", data, 68)[0], size // 4
    while more < _LAST_SECTOR and len(sectors) * size <= len(data) + 109 * size:
        block = unpack_from(f"<{per_sector}I", data, size + more * size)
        sectors += block[:-1]
        more = block[-1]
    parts = [data[size + each * size : 2 * size + each * size] for each in sectors if each < _LAST_SECTOR]
    joined = b"".join(parts)
    return unpack_from(f"<{len(joined) // 4}I", joined)


def _chain(data: bytes, size: int, table: tuple[int, ...], sector: int, *, offset: int) -> bytes:
    """The bytes of all sectors of a chain."""
    parts: list[bytes] = []
    while sector < _LAST_SECTOR and len(parts) <= len(table):
        begin = offset + sector * size
        parts.append(data[begin : begin + size])
        sector = table[sector]
    return b"".join(parts)
