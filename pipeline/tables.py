"""A register as read from its workbooks: typed rows, and the cell that each value came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Kind
from pipeline.findings import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from pandas.api.extensions import ExtensionArray

    from pipeline.registers import Register

BLOCK, ROW, OK = "_block", "_row", "_ok"

# The type of a column by the kind of its field. Text is "" where blank; everything else is missing (NA, NaT).
DTYPES: Mapping[Kind, str] = {
    Kind.DATE: "datetime64[us]",
    Kind.AMOUNT: "Int64",
    Kind.COUNT: "Int64",
    Kind.YEAR: "Int64",
    Kind.DECIMAL: "float64",
    Kind.YES_NO: "boolean",
}
TEXT_DTYPE = "str"


def dtype_of(kind: Kind) -> str:
    """The dtype of a column of that kind."""
    return DTYPES.get(kind, TEXT_DTYPE)


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a register on one sheet: where it stands, and the column (from 0) of each field found."""

    file: str
    sheet: str
    header_row: int
    columns: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Table:
    """All rows of a register, in register order (file name, sheet order, row). A table equals itself alone.

    frame: one row a record, a column for every field of the register (missing columns are blank), and
    _block (index into blocks), _row (row on the sheet, from 1), _ok (False: an error in the row, keep it out of
    the figures). Its index is 0, 1, 2 … and names a row everywhere in the program.
    voided: the rows marked 作废, in the same shape; they are no records, but explain a gap in numbers.
    """

    register: Register
    frame: pd.DataFrame
    blocks: tuple[Block, ...] = ()
    voided: pd.DataFrame = field(default_factory=pd.DataFrame)

    @cached_property
    def usable(self) -> pd.DataFrame:
        """The rows that may enter a figure; a required amount in it is a plain int64. Not to be changed."""
        frame = self.frame[self.frame[OK]]
        required = [each.name for each in self.register.fields if each.required and each.kind is Kind.AMOUNT]
        return frame.assign(**{name: frame[name].astype("int64") for name in required}) if required else frame

    def place(self, index: int, name: str = "") -> Place:
        """Where row index of the frame stands; with a field's name the cell, or the row if it has no column."""
        return self._place(self._stands, index, name)

    def voided_place(self, index: int) -> Place:
        """Where row index of the voided rows stands."""
        return self._place(_blocks_and_rows(self.voided), index, "")

    def without(self, bad: pd.Index) -> Table:
        """The same table with the rows of those indexes kept out of the figures."""
        if bad.empty:
            return self
        return replace(self, frame=self.frame.assign(**{OK: self.frame[OK] & ~self.frame.index.isin(bad)}))

    @cached_property
    def _stands(self) -> tuple[list[int], list[int]]:
        return _blocks_and_rows(self.frame)

    def _place(self, stands: tuple[list[int], list[int]], index: int, name: str) -> Place:
        blocks, rows = stands
        block = self.blocks[blocks[index]]
        return Place(block.file, block.sheet, rows[index], block.columns.get(name, -1))


def _blocks_and_rows(frame: pd.DataFrame) -> tuple[list[int], list[int]]:
    """The block and the row on its sheet of each row, as lists: thousands of places are asked for, one by one."""
    return frame[BLOCK].tolist(), frame[ROW].tolist()


def empty_frame(register: Register) -> pd.DataFrame:
    """A frame of the register's shape without rows."""
    dtypes = {each.name: dtype_of(each.kind) for each in register.fields} | {BLOCK: "int64", ROW: "int64", OK: "bool"}
    return pd.DataFrame({name: _no_values(dtype) for name, dtype in dtypes.items()})


@cache
def _no_values(dtype: str) -> ExtensionArray:
    values: ExtensionArray = pd.Series(dtype=dtype).array
    return values


def empty_table(register: Register) -> Table:
    """The table of a register that was not found."""
    return Table(register, empty_frame(register), (), empty_frame(register))


if TYPE_CHECKING:
    Tables: TypeAlias = Mapping[str, Table]  # every register by its name; those not found are empty
