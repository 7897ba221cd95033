"""A folder of small workbooks read, and what came out of it in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.read import Reading, read_folder
from tests.sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def read_sheets(
    folder: Path,
    sheets: Mapping[str, str] | str,
    merges: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> Reading:
    """One workbook 登记.xlsx of text tables (a lone text is the sheet 表), read as a folder of its own."""
    tables = {"表": sheets} if isinstance(sheets, str) else sheets
    write_book(folder / "登记.xlsx", tables, merges, hidden)
    return read_folder(folder)


def problems(reading: Reading) -> list[tuple[str, str]]:
    """Code and cell (or row) of every finding, in the order found; each can be told with its facts."""
    assert all(each.title and each.sentence and each.remedy for each in reading.findings)
    return [(each.code, each.where.cell if each.where else "") for each in reading.findings]


def column(reading: Reading, register: str, field: str) -> list[Any]:
    """The values of a field, None where missing."""
    values = reading.tables[register].frame[field]
    return [None if gone else value for gone, value in zip(values.isna(), values.tolist(), strict=True)]


def rows(reading: Reading, register: str) -> list[int]:
    """The row on the sheet of every record."""
    return [int(row) for row in reading.tables[register].frame["_row"]]
