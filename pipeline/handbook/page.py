"""The handbook's page: every register with its columns, every finding with the example that gives it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.findings import column_letters
from pipeline.handbook.examples import SECTIONS
from pipeline.handbook.together import batches, try_batch
from pipeline.handbook.trial import books_of, position, touched
from pipeline.messages import handbook as words
from pipeline.messages import problems
from pipeline.messages.forms import SETTINGS as SETTINGS_TOLD
from pipeline.registers import REGISTERS
from pipeline.write.blank_rules import form_of, need_of
from pipeline.write.template import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.findings import Finding
    from pipeline.handbook.model import Example, Grid, Value


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an extract: its number, and each cell's text with whether it is the bad one."""

    number: int
    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """A part of a sheet: its name, the letters of the columns shown, and the rows."""

    sheet: str
    letters: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the handbook tells it."""

    code: str
    severity: str
    label: str
    title: str
    sentence: str
    remedy: str
    extract: Extract | None


def handbook_page() -> str:
    """The text of 使用手册.html; runs every example."""
    found: dict[str, Sequence[Finding]] = {}
    for batch in batches(example for examples in SECTIONS.values() for example in examples):
        found.update(try_batch(batch))
    sections = [
        (words.SECTIONS[key], key, [entry_of(each, found[each.code]) for each in examples])
        for key, examples in SECTIONS.items()
    ]
    registers = [
        (
            register,
            [
                (field.title, need_of(field), form_of(register, field), "、".join(field.aliases))
                for field in register.fields
            ],
        )
        for register in REGISTERS
    ]
    return render("handbook.html.j2", registers=registers, settings=SETTINGS_TOLD, sections=sections)


def entry_of(example: Example, findings: Iterable[Finding]) -> Entry:
    """The entry of one example, from what a run found in it."""
    finding = next(each for each in findings if each.code == example.code)
    label = problems.SEVERITIES[finding.severity]
    extract = extract_of(example, finding)
    return Entry(
        example.code, finding.severity, label, finding.title, finding.sentence.strip(), finding.remedy.strip(), extract
    )


def extract_of(example: Example, finding: Finding) -> Extract | None:
    """The rows around the finding, or the sheet that the example changes; None for a file."""
    if example.told is not None:
        return None
    sheets = {name: grid for of_file in books_of(example).values() for name, grid in of_file.items()}
    where = finding.where
    if where is not None and where.sheet:
        return _cut(where.sheet, sheets[where.sheet], *(position(where.cell) if where.cell else (0, -1)))
    changed = sorted(touched(example) & set(sheets))
    return _cut(changed[0], sheets[changed[0]], 0, -1) if changed else None


def _cut(name: str, grid: Grid, row: int, column: int) -> Extract:
    """The header, the row with its neighbours (the first rows where there is none), without columns that are blank."""
    wanted = {1, *range(max(row - 1, 1), row + 2)} if row > 1 else set(range(1, 4))
    shown = [number for number in sorted(wanted) if number <= len(grid)]
    width = max(len(grid[number - 1]) for number in shown)
    below = [number for number in shown if number > 1] or shown
    kept = [each for each in range(width) if each == column or any(_text(grid, number, each) for number in below)]
    rows = [
        Row(number, tuple((_text(grid, number, each), _is_bad(number, each, row, column)) for each in kept))
        for number in shown
    ]
    return Extract(name, tuple(column_letters(each) for each in kept), tuple(rows))


def _is_bad(number: int, at: int, row: int, column: int) -> bool:
    return number == row and column in {at, -1}


def _text(grid: Grid, number: int, column: int) -> str:
    row: Sequence[Value] = grid[number - 1]
    value = row[column] if column < len(row) else None
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else str(value)
