"""What kind of file the first bytes tell, whatever its name says, and its sheets."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.findings import Finding, Place
from pipeline.read.engine import TOO_LARGE, UnreadableError
from pipeline.read.excel import read_workbook
from pipeline.read.markup import read_markup
from pipeline.read.separated import decode, read_separated

if TYPE_CHECKING:
    from pipeline.read.files import InputFile
    from pipeline.read.grids import Sheet

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_LARGEST_TEXT = 16 * 2**20
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = ("<html", "<!doctype", "<table", "<?xml", "<workbook", "<head")
_PICTURES_AND_PAPERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")


def sheets_of(file: InputFile) -> tuple[list[Sheet], list[Finding]]:
    """The sheets of a file, and a finding where it cannot be read."""
    try:
        sheets, code = _sheets(file), "file_empty"
    except UnreadableError as error:
        sheets, code = [], error.code
    return sheets, [] if sheets else [Finding(code, Place(file.path), {"file": file.path})]


def _sheets(file: InputFile) -> list[Sheet]:
    data = file.data
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise UnreadableError("file_password")
    if data.startswith((_ZIP, _OLE)):
        return read_workbook(data)
    if data.startswith(_OLD_BIFF):
        raise UnreadableError("file_too_old")
    if data.startswith(_PICTURES_AND_PAPERS):
        raise UnreadableError("file_no_workbook")
    if len(data) > _LARGEST_TEXT:
        raise UnreadableError(TOO_LARGE)
    text = decode(data)
    if text is None:
        raise UnreadableError("file_damaged" if b"\x00" in data else "file_no_workbook")
    if text.lstrip().lower().startswith(_MARKUP):
        return _marked_up(text, PurePosixPath(file.path).stem)
    if not text.strip():
        raise UnreadableError("file_empty")
    return [read_separated(text, PurePosixPath(file.path).stem)]


def _marked_up(text: str, name: str) -> list[Sheet]:
    """The sheets of a web page or of XML, which many banks call .xls."""
    try:
        sheets = read_markup(text, name)
    except (ET.ParseError, ValueError, AssertionError) as error:
        raise UnreadableError("file_web_page") from error
    if not sheets:
        raise UnreadableError("file_web_page")
    return sheets
