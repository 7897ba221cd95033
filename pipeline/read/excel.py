"""Workbooks of Excel, WPS and LibreOffice: their sheets with merged areas and with what a fast reader overlooks."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.read.biff import error_cells, has_password
from pipeline.read.engine import DAMAGED, PASSWORD, UnreadableError, read_apart, read_here
from pipeline.read.ods import ods_details
from pipeline.read.package import TEXTS, check_claims, is_small, longest_text, read_part, refuse_endless, refuse_large
from pipeline.read.raw import HIDDEN_ROWS, HIDDEN_SHEET, Sheet
from pipeline.read.traps import find_traps, has_hidden_rows, hidden_sheets, sheet_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.read.engine import RawSheet

_ODS_CONTENT = "content.xml"
_LARGEST_UNPACKED = 200 * 2**20
_LARGE_UNPACKED = 16 * 2**20
_LARGEST_CONTENT = 32 * 2**20  # of an .ods, which is read as a tree


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
    if has_password(data):
        raise UnreadableError(PASSWORD)
    sheets = read_apart(data)
    errors = error_cells(data)
    if len(errors) != len(sheets):
        errors = [{} for _ in sheets]
    return [_sheet(raw, found) for raw, found in zip(sheets, errors, strict=True)]


def _from_archive(data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    unpacked = sum(info.file_size for info in archive.infolist())
    refuse_large(unpacked, _LARGEST_UNPACKED)
    names = archive.namelist()
    if not any(name in names for name in (_ODS_CONTENT, "xl/workbook.xml", "xl/workbook.bin")):
        raise UnreadableError("file_no_workbook")
    if _ODS_CONTENT in names:
        if b"encryption-data" in read_part(archive, "META-INF/manifest.xml"):
            raise UnreadableError(PASSWORD)
        refuse_large(archive.getinfo(_ODS_CONTENT).file_size, _LARGEST_CONTENT)
        details = ods_details(read_part(archive, _ODS_CONTENT))
        return [_sheet(raw, details[raw[0]].errors, details[raw[0]].merges) for raw in read_apart(data)]
    traps, hidden = {}, {}
    parts = sheet_parts(archive)
    check_claims(archive, {TEXTS, *parts.values()})
    usual = bool(parts) and unpacked < _LARGE_UNPACKED
    longest = longest_text(archive)
    for name, part in parts.items():
        xml = read_part(archive, part)
        refuse_endless(xml)
        usual = usual and is_small(xml, longest)
        traps[name] = find_traps(xml)
        hidden[name] = HIDDEN_ROWS if has_hidden_rows(xml) else ""
    if parts:
        hidden |= dict.fromkeys(hidden_sheets(archive), HIDDEN_SHEET)
    sheets = read_here(data) if usual else read_apart(data)
    return [replace(_sheet(raw, traps.get(raw[0], {})), hidden=hidden.get(raw[0], "")) for raw in sheets]


def _sheet(
    raw: RawSheet,
    errors: Mapping[tuple[int, int], str],
    merges: Iterable[tuple[int, int, int, int]] = (),
) -> Sheet:
    name, rows, found, far = raw
    return Sheet(name, rows, found or tuple(merges), errors, far)
