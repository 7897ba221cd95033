"""Make the files of an example and look at them as a month's run does."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.handbook.model import grid_of, value_of
from pipeline.handbook.school import OCTOBER, SCHOOL
from pipeline.progress import Progress
from pipeline.read import read_folder
from pipeline.rules.schema import validate
from pipeline.run import examine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.handbook.model import Example, Grid

_CELL = re.compile(r"([A-Z]*)(\d+)")
_NEW_SHEETS = "捐款登记.xlsx"  # sheets that the school does not have are put into this workbook

Books = dict[str, dict[str, "Grid"]]


def books_of(example: Example) -> Books:
    """The sheets of the school's workbooks with the example's changes."""
    books: Books = {
        file: {name: grid_of(example.sheets.get(name, text)) for name, text in sheets.items()}
        for file, sheets in SCHOOL.items()
    }
    sheets = {name: grid for of_file in books.values() for name, grid in of_file.items()}
    for name, text in example.sheets.items():
        if name not in sheets:
            books[_NEW_SHEETS][name] = grid_of(text)
    for name, text in example.add.items():
        sheets[name] += grid_of(text)
    for address, content in example.put.items():
        name, _, cell = address.partition("!")
        _put(sheets[name], cell, content)
    wanted = set(sheets) | set(example.sheets) if example.whole else touched(example)
    return {
        file: {name: grid for name, grid in of_file.items() if name in wanted - set(example.without)}
        for file, of_file in books.items()
    }


def touched(example: Example) -> set[str]:
    """The sheets that the example changes or shows."""
    return {name.partition("!")[0] for name in (*example.put, *example.add, *example.sheets, example.show) if name}


def _put(grid: Grid, cell: str, content: str) -> None:
    row, column = position(cell)
    grid.extend([] for _ in range(row - len(grid)))
    grid[row - 1].extend([None] * (column + 1 - len(grid[row - 1])))
    grid[row - 1][column] = value_of(content)


def position(cell: str) -> tuple[int, int]:
    """The row from 1 and the column from 0 of F12; the column is -1 for 12."""
    found = _CELL.fullmatch(cell)
    assert found, cell  # noqa: S101 - a slip in the examples, which their test shows
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return int(found[2]), number - 1


def findings_of(example: Example) -> Sequence[Finding]:
    """What a run of October 2026 finds in the example's files; for one that is only told, that finding."""
    if example.told is not None:
        return [Finding(example.code, Place(example.at) if example.at else None, dict(example.told))]
    with tempfile.TemporaryDirectory() as folder:
        _write(example, Path(folder))
        if example.whole:
            period = replace(OCTOBER, today=example.today or OCTOBER.today)
            return examine(Path(folder), period, period.today, Progress()).findings
        reading = read_folder(Path(folder))
        found = {name: table for name, table in reading.tables.items() if table.blocks}
        reported = {finding.where for finding in reading.findings if finding.where is not None}
        return [*reading.findings, *validate(found, OCTOBER.today, reported)[1]]


def _write(example: Example, folder: Path) -> None:
    for file, sheets in books_of(example).items():
        if sheets:
            _write_book(folder / file, sheets)
    for name, data in example.files.items():
        (folder / name).write_bytes(data)
    for name, other in example.copies.items():
        (folder / name).write_bytes((folder / other).read_bytes())


def _write_book(path: Path, sheets: Mapping[str, Grid]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - needed for the handbook only

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, grid in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(grid, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    book.save(path)


def place_of(finding: Finding) -> str:
    """Where a finding stands, as an example says it: sheet!F3, sheet!3, a file's name or ""."""
    where = finding.where
    if where is None:
        return ""
    return f"{where.sheet}!{where.cell}" if where.cell else where.sheet or where.file
