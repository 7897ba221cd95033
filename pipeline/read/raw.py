"""What was found in a file before its cells are read: sheets, and the tables on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from pipeline.findings import Place
from pipeline.read.engine import ENDLESS, UnreadableError

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


MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 250_000, 16_384, 3_000_000
HIDDEN_SHEET, HIDDEN_ROWS = "sheet", "rows"


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet, every row as wide as the widest, "" where nothing stands.

    merges: top, left, bottom, right of each merged area, counted from 0.
    errors: (row from 1, column from 0) -> "#N/A" and the like, or raw.FORMULA; such a cell is "" in `rows`.
    far: the row (from 1) of what stands so far below everything else that it was not read, else 0.
    hidden: what of it a person does not see although it is read: HIDDEN_SHEET, HIDDEN_ROWS or "".
    """

    name: str
    rows: list[Row]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    far: int = 0
    hidden: str = ""

    @cached_property
    def blank_rows(self) -> list[int]:
        """The rows, from 0, on which nothing stands."""
        blank = [""] * len(self.rows[0]) if self.rows else []
        return [number for number, row in enumerate(self.rows) if row[:1] == [""] and row == blank]


def padded(rows: list[Row]) -> list[Row]:
    """The rows, every one as wide as the widest; UnreadableError where they are more than any register holds."""
    width = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or len(rows) * width > MOST_CELLS:
        raise UnreadableError(ENDLESS)
    return [[*row, *[""] * (width - len(row))] for row in rows]
