"""Read the workbooks of a folder: files, grids of cells, located tables, typed frames that know their cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.read.blocks import read_sheet
from pipeline.read.books import sheets_of
from pipeline.read.files import find_files
from pipeline.read.frames import build_table
from pipeline.read.statement_table import build_statement
from pipeline.registers import REGISTERS, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.findings import Finding
    from pipeline.read.raw import RawBlock
    from pipeline.tables import Table


@dataclass(frozen=True)
class SourceSheet:
    """A sheet of a file: the titles of the registers found on it, their rows, or a code of why it was passed over."""

    name: str
    registers: tuple[str, ...] = ()
    rows: int = 0
    reason: str = ""


@dataclass(frozen=True)
class SourceFile:
    """A file that was read. path: relative to the input folder; size in bytes."""

    path: str
    sha256: str
    size: int
    sheets: tuple[SourceSheet, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All that the input folder holds: every register's table (empty where not found), findings and files."""

    tables: Mapping[str, Table]
    findings: tuple[Finding, ...]
    files: tuple[SourceFile, ...]


def read_folder(folder: Path) -> Reading:
    """Read every workbook of the folder; nothing is raised for what they hold, all is said in findings."""
    files, findings = find_files(folder)
    sources: list[SourceFile] = []
    blocks: dict[str, list[RawBlock]] = {register.name: [] for register in REGISTERS}
    for file in files:
        sheets, unreadable = sheets_of(file)
        findings += unreadable
        seen: list[SourceSheet] = []
        for sheet in sheets:
            read = read_sheet(file.path, sheet)
            findings += read.findings
            seen.append(_seen(sheet.name, read.blocks, read.reason))
            for block in read.blocks:
                blocks[block.register.name].append(block)
        sources.append(SourceFile(file.path, file.sha256, len(file.data), tuple(seen)))
    tables: dict[str, Table] = {}
    for register in REGISTERS:
        build = build_statement if register is STATEMENT else build_table
        tables[register.name], found = build(register, blocks[register.name])
        findings += found
    return Reading(tables, tuple(findings), tuple(sources))


def _seen(name: str, blocks: tuple[RawBlock, ...], reason: str) -> SourceSheet:
    titles = tuple(dict.fromkeys(block.register.title for block in blocks))
    return SourceSheet(name, titles, sum(len(block.rows) for block in blocks), reason)
