"""A table as it was found on a sheet, before its cells are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from pipeline.findings import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.faults import CellValue
    from pipeline.registers import Register

Row: TypeAlias = "list[CellValue]"

FORMULA = "formula"  # the kind of an error that is a formula without a stored value; any other kind is "#N/A" and so on


@dataclass(frozen=True)
class RawBlock:
    """One table of one register: where it stands, its headers and the rows below them, cell by cell.

    header_row: the (first) row of its header, from 1. headers: the header of each column from 0 as written (of a
    header of two rows the lower cell, or both joined where only that says something), "" where there is none.
    columns: the column of each field that the register's own headers and aliases tell; for 银行流水 it may tell too
    little, its reader looks at `headers` itself. rows: every row below the header that holds anything, totals and
    notes included, up to the end of the table; each as wide as the sheet, vertically merged cells filled down, the
    repeated headers of printed pages left out. row_numbers: the row on the sheet of each of `rows`, from 1.
    above: the rows above the header, from the end of the table before it (titles, 账号, 单位).
    errors: (row on the sheet from 1, column from 0) -> "#N/A", "#REF!" … or FORMULA, for the whole sheet; such a
    cell is "" in `rows`. breaks: positions in `rows` before which a repeated header stood. extra: field -> further
    columns with a header of that field. wan: the cell (row from 1, column from 0) in or above the header that says
    万元, None where none does.
    """

    register: Register
    file: str
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    rows: list[Row]
    row_numbers: list[int]
    columns: dict[str, int]
    above: list[Row] = field(default_factory=list)
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    extra: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    wan: tuple[int, int] | None = None

    @cached_property
    def cells(self) -> list[tuple[CellValue, ...]]:
        """The same column by column; to be asked for when all rows are there."""
        return list(zip(*self.rows, strict=True))

    @cached_property
    def distinct(self) -> list[dict[CellValue, None]]:
        """The different values of each column, in the order of the rows. Not to be changed."""
        return list(map(dict.fromkeys, self.cells))

    def place(self, position: int, column: int = -1) -> Place:
        """Where rows[position] stands on the sheet, or its cell in a column counted from 0."""
        return Place(self.file, self.sheet, self.row_numbers[position], column)

    def place_of(self, cell: tuple[int, int]) -> Place:
        """The cell in a row counted from 1 and a column counted from 0."""
        return Place(self.file, self.sheet, *cell)
