"""The files of the input folder: which are workbooks, which are passed over, and what each holds as bytes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.marks import is_marked_copy

if TYPE_CHECKING:
    from pathlib import Path

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
