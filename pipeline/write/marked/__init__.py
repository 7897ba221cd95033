"""Copies of the workbooks that have problems, their bad cells coloured and commented; the inputs are only read.

A copy is made by changing the parts of the archive in place: all that is not marked, text boxes, buttons, pictures
and stored results of formulas too, stays as it was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from pipeline.messages import problems as words
from pipeline.read.package import unpacked_size
from pipeline.write.marked.copy import write_copy
from pipeline.write.marked.xml import UnmarkableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.findings import Finding
    from pipeline.outcome import Outcome

_LARGEST_UNPACKED = 32 * 2**20  # a copy is made in memory, at ten times the size of its parts
_LONGEST_NAME = 220  # bytes; systems allow 255, and a word and a number stand before it
_MARKABLE = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm"))


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of the marked copy of a workbook. name: "" where there is none; note: what to know about it."""

    file: str
    name: str
    note: str


def write_marked_copies(outcome: Outcome, folder: Path, inputs: Path) -> list[Copy]:
    """Write a marked copy of each workbook that has findings into the folder; says what became of each."""
    hashes = {file.path: file.sha256 for file in outcome.reading.files}
    by_file: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        if finding.where is not None and finding.where.file in hashes:
            by_file.setdefault(finding.where.file, []).append(finding)
    copies: list[Copy] = []
    for file in sorted(by_file):
        name = _copy_name(file, {copy.name for copy in copies})
        reason = _copy(inputs / file, hashes[file], by_file[file], folder / name)
        note = words.NO_COPY[reason].format(suffix=PurePosixPath(file).suffix) if reason else words.COPY_MADE
        copies.append(Copy(file, "" if reason else name, note))
    return copies


def _copy_name(file: str, taken: set[str]) -> str:
    """A file name for the copy: that of the workbook with a word before it, its folders joined to it, cut if need be.

    Systems that take A and a for one allow no two copies that differ in case alone.
    """
    flat = file.replace("/", "_")
    suffix = PurePosixPath(file).suffix
    stem = flat.removesuffix(suffix)
    while len((stem + suffix).encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    folded = {name.casefold() for name in taken}
    numbers = (f"{number}_" if number else "" for number in range(len(taken) + 1))
    names = (words.COPY_NAME.format(name=number + stem + suffix) for number in numbers)
    return next(name for name in names if name.casefold() not in folded)


def _copy(source: Path, sha256: str, findings: Sequence[Finding], target: Path) -> str:
    """Write one copy; returns "", or the key of the reason why there is none."""
    if source.suffix.lower() not in _MARKABLE:
        return "kind"
    try:
        data = source.read_bytes()
    except OSError:
        return "changed"
    if hashlib.sha256(data).hexdigest() != sha256:
        return "changed"
    if unpacked_size(data) > _LARGEST_UNPACKED:
        return "large"
    try:
        write_copy(data, findings, target)
    except (UnmarkableError, ExpatError, ValueError):
        return "unreadable"
    return ""
