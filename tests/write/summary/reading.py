"""Look at a written workbook: its values as stored, its formulas, and its XML."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

Row = tuple[object, ...]
OpenSheet: TypeAlias = Any  # openpyxl's Worksheet, whose stubs allow for None and merged cells everywhere
OpenTable: TypeAlias = Any  # openpyxl's Table


def stored(path: Path) -> dict[str, OpenSheet]:
    """Each sheet by its name, formulas as the values that stand beside them."""
    return {sheet.title: sheet for sheet in load_workbook(path, data_only=True).worksheets}


def formulas(path: Path) -> dict[str, OpenSheet]:
    """Each sheet by its name, with the formulas themselves."""
    return {sheet.title: sheet for sheet in load_workbook(path).worksheets}


def part(path: Path, name: str) -> str:
    """The text of a file inside the workbook."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def rows(sheet: OpenSheet) -> list[Row]:
    """The values of a sheet, row by row."""
    return list(sheet.iter_rows(values_only=True))


def table_rows(sheet: OpenSheet, name: str) -> list[Row]:
    """The rows of a marked table, header first."""
    area = sheet.tables[name].ref
    return [tuple(cell.value for cell in row) for row in sheet[area]]
