"""The files of the input folder: which are workbooks, and the sheets of each by what its first bytes tell."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.findings import Finding, Place
from pipeline.marks import is_marked_copy
from pipeline.read.engine import TOO_LARGE, UnreadableError
from pipeline.read.excel import read_workbook
from pipeline.read.markup import read_markup
from pipeline.read.separated import decode, read_separated

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.read.raw import Sheet


WORKBOOKS = frozenset(
    (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".xlsb", ".xltx", ".xltm", ".xlt", ".ett", ".tsv")
)
_LOCK, _OFFICE_LOCK = "~$", ".~lock."
_OF_WINDOWS = frozenset(("Thumbs.db", "desktop.ini"))
_LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True)
class InputFile:
    """A workbook as it was read, once. path: relative to the input folder, with forward slashes."""

    path: str
    data: bytes
    sha256: str


def find_files(folder: Path) -> tuple[list[InputFile], list[Finding]]:
    """Every workbook in the folder and its subfolders, by name, and what was found about the files.

    A copy of a workbook is named and read once; the ~$ twin of an open one and other kinds of files are passed over.
    """
    files: list[InputFile] = []
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if _is_hidden(name) or (path.is_dir() and not path.is_symlink()):
            continue
        finding = _badly_named(name) or _passed_over(path, name)
        read = None if finding else _read(path, name)
        if isinstance(read, InputFile) and read.sha256 in first:
            other = first[read.sha256]
            finding = Finding("file_twice", Place(name), {"file": name, "other": other}, (Place(other),))
        elif isinstance(read, InputFile):
            first[read.sha256] = name
            files.append(read)
        findings += [each for each in (finding, read) if isinstance(each, Finding)]
    return files, findings


def _is_hidden(name: str) -> bool:
    if name.rpartition("/")[2] in _OF_WINDOWS:
        return True
    return any(part.startswith(".") and not part.startswith(_OFFICE_LOCK) for part in name.split("/"))


def _badly_named(name: str) -> Finding | None:
    """A name in another coding than the system's, as files from an old archive have it, stands in no report."""
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(name).decode("gb18030", "replace")
        return Finding("file_name_coding", Place(shown), {"file": shown})
    return None


def _passed_over(path: Path, name: str) -> Finding | None:
    base = path.name
    if base.startswith((_LOCK, _OFFICE_LOCK)):
        return Finding(
            "file_open", Place(name), {"file": base.removeprefix(_LOCK).removeprefix(_OFFICE_LOCK).rstrip("#")}
        )
    if path.suffix.lower() not in WORKBOOKS:
        return Finding("file_other", Place(name), {"file": name})
    return None


def _read(path: Path, name: str) -> InputFile | Finding:
    """The bytes of a file, read once; a finding where that is not possible."""
    try:
        if path.is_symlink() or not path.is_file():
            return Finding("file_link", Place(name), {"file": name})
        before = path.stat()
        if before.st_size > _LARGEST:
            return Finding("file_too_large", Place(name), {"file": name, "size": str(before.st_size // 2**20)})
        data = path.read_bytes()
        after = path.stat()
    except OSError:
        return Finding("file_unreadable", Place(name), {"file": name})
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(data) != after.st_size:
        return Finding("file_changing", Place(name), {"file": name})
    return _checked(name, data)


def _checked(name: str, data: bytes) -> InputFile | Finding:
    if not data:
        return Finding("file_empty", Place(name), {"file": name})
    if is_marked_copy(data):  # what people mend in it would be lost with the next run
        return Finding("file_marked_copy", Place(name), {"file": name})
    return InputFile(name, data, hashlib.sha256(data).hexdigest())


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
