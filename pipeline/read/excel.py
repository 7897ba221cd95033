"""Workbooks of Excel, WPS and LibreOffice: their sheets with merged areas and with what a fast reader overlooks."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.read.biff import error_cells
from pipeline.read.engine import DAMAGED, PASSWORD, UnreadableError, read_apart, read_here
from pipeline.read.grids import HIDDEN_ROWS, HIDDEN_SHEET, Sheet
from pipeline.read.ods import ods_details
from pipeline.read.traps import column_number, find_traps, has_hidden_rows, hidden_sheets, sheet_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.read.engine import RawSheet

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s+ref="\w+:([A-Z]+)(\d+)"')
_CELL = re.compile(rb' r="([A-Z]{1,3})(\d+)"')
_WIDE_CELL = re.compile(rb' r="([A-Z]{3})(\d+)"')
_HEAD = 4096
_ODS_CONTENT = "content.xml"
_LARGEST_UNPACKED = 400 * 2**20
_LARGE_UNPACKED = 64 * 2**20
_LARGEST_AREA = 40_000_000
_ROWS_AT_ANY_WIDTH = 1000


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, hidden ones too; UnreadableError where it cannot be read."""
    if not data.startswith(b"PK"):
        return _from_old_file(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _from_archive(data, archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        ET.ParseError,
    ) as error:
        raise UnreadableError(DAMAGED) from error


def _from_old_file(data: bytes) -> list[Sheet]:
    """The sheets of an .xls or .et."""
    sheets = read_apart(data)
    errors = error_cells(data)
    if len(errors) != len(sheets):
        errors = [{} for _ in sheets]
    return [_sheet(raw, found) for raw, found in zip(sheets, errors, strict=True)]


def _from_archive(data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > _LARGEST_UNPACKED:
        raise UnreadableError("file_too_large")
    names = archive.namelist()
    if not any(name in names for name in (_ODS_CONTENT, "xl/workbook.xml", "xl/workbook.bin")):
        raise UnreadableError("file_no_workbook")
    if _ODS_CONTENT in names:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableError(PASSWORD)
        details = ods_details(archive.read(_ODS_CONTENT))
        return [_sheet(raw, details[raw[0]].errors, details[raw[0]].merges) for raw in read_apart(data)]
    traps, hidden = {}, {}
    for name, part in sheet_parts(archive).items():
        xml = archive.read(part)
        _refuse_endless(xml)
        traps[name] = find_traps(xml)
        hidden[name] = HIDDEN_ROWS if has_hidden_rows(xml) else ""
    if traps:
        hidden |= dict.fromkeys(hidden_sheets(archive), HIDDEN_SHEET)
    usual = bool(traps) and unpacked < _LARGE_UNPACKED
    sheets = read_here(data) if usual else read_apart(data)
    return [replace(_sheet(raw, traps.get(raw[0], {})), hidden=hidden.get(raw[0], "")) for raw in sheets]


def _sheet(
    raw: RawSheet,
    errors: Mapping[tuple[int, int], str],
    merges: Iterable[tuple[int, int, int, int]] = (),
) -> Sheet:
    name, rows, found, far = raw
    return Sheet(name, rows, found or tuple(merges), errors, far)


def _refuse_endless(xml: bytes) -> None:
    """Refuse a sheet whose used range is so large that listing its cells would take all memory.

    The range is that from the first to the last cell that holds a value, however few are between.
    """
    last = _CELL.match(xml, xml.rfind(b' r="', 0, max(xml.rfind(b"<v"), xml.rfind(b"<is"), 0)))
    rows = int(last[2]) if last else 0
    if rows <= _ROWS_AT_ANY_WIDTH:
        return
    stated = _DIMENSION.search(xml, 0, _HEAD)
    wide = [column_number(letters) for letters, _ in _WIDE_CELL.findall(xml)] if stated is None else []
    width = column_number(stated[1]) + 1 if stated else max(wide, default=0)
    if rows * width > _LARGEST_AREA:
        raise UnreadableError("file_endless")
