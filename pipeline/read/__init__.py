"""Read the workbooks of a folder: files, grids of cells, located tables, typed frames that know their cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.read.blocks import read_sheet
from pipeline.read.files import find_files, sheets_of
from pipeline.read.frames import build_table
from pipeline.read.statement.anchor import anchor_of
from pipeline.read.statement.table import build_statement
from pipeline.registers import REGISTERS, SETTINGS, STATEMENT
from pipeline.tables import BLOCK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pipeline.findings import Finding
    from pipeline.read.files import InputFile
    from pipeline.read.raw import RawBlock
    from pipeline.tables import Table


@dataclass(frozen=True)
class SourceSheet:
    """A sheet of a file: the titles of the registers found on it, their rows, or a code of why it was passed over.

    hidden: what of it a person does not see although it was read (grids.HIDDEN_SHEET, HIDDEN_ROWS), else "".
    """

    name: str
    registers: tuple[str, ...] = ()
    rows: int = 0
    reason: str = ""
    hidden: str = ""


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
    found_in: dict[str, list[tuple[str, str, str]]] = {}
    blocks: dict[str, list[RawBlock]] = {register.name: [] for register in REGISTERS}
    for file in files:
        sheets, unreadable = sheets_of(file)
        findings += unreadable
        seen: list[tuple[str, str, str]] = []
        for sheet in sheets:
            read = read_sheet(file.path, sheet)
            findings += read.findings
            seen.append((sheet.name, read.reason, sheet.hidden))
            for block in read.blocks:
                blocks[block.register.name].append(block)
        found_in[file.path] = seen
    tables, found = _tables(blocks)
    findings += found
    counts = _records(tables)
    sources = (_source(file, found_in[file.path], counts) for file in files)
    return Reading(tables, tuple(findings), tuple(sources))


def _tables(blocks: Mapping[str, list[RawBlock]]) -> tuple[dict[str, Table], list[Finding]]:
    """The typed table of every register; the statement last, for the settings say which account it should be of."""
    findings: list[Finding] = []
    tables: dict[str, Table] = {}
    for register in sorted(REGISTERS, key=lambda each: each is STATEMENT):
        rows = blocks[register.name]
        if register is STATEMENT:
            tables[register.name], found = build_statement(register, rows, anchor_of(tables[SETTINGS.name]))
        else:
            tables[register.name], found = build_table(register, rows)
        findings += found
    return {register.name: tables[register.name] for register in REGISTERS}, findings


def _records(tables: Mapping[str, Table]) -> dict[tuple[str, str], dict[str, int]]:
    """File and sheet -> title of each register found there -> number of its records."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for table in tables.values():
        rows = np.bincount(table.frame[BLOCK], minlength=len(table.blocks)).tolist()
        for number, block in enumerate(table.blocks):
            titles = counts.setdefault((block.file, block.sheet), {})
            titles[table.register.title] = titles.get(table.register.title, 0) + rows[number]
    return counts


def _source(
    file: InputFile,
    sheets: Sequence[tuple[str, str, str]],
    counts: Mapping[tuple[str, str], Mapping[str, int]],
) -> SourceFile:
    seen = []
    for name, reason, hidden in sheets:
        found = counts.get((file.path, name), {})
        seen.append(SourceSheet(name, tuple(found), sum(found.values()), reason, hidden))
    return SourceFile(file.path, file.sha256, len(file.data), tuple(seen))
