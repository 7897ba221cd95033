"""The chosen rows of a block, such as its records, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.fields import Kind
from pipeline.read.typed import openly
from pipeline.registers import ANONYMOUS, NAMED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.faults import CellValue
    from pipeline.fields import Field
    from pipeline.read.raw import RawBlock

# Kinds of which a second column of the same meaning (部门 and 班级) fills the blanks of the first.
_COMPLETED = (Kind.TEXT, Kind.UNIT, Kind.CLASS)


@dataclass(frozen=True)
class Part:
    """The chosen rows of one block: positions in block.rows; first: the index of its first row in the frame."""

    block: RawBlock
    positions: list[int]
    first: int

    @cached_property
    def columns(self) -> list[tuple[CellValue, ...]]:
        """The cells of the chosen rows, column by column."""
        if len(self.positions) == len(self.block.rows):
            return self.block.cells
        return list(zip(*[self.block.rows[position] for position in self.positions], strict=True))

    def values(self, field: Field) -> Sequence[CellValue]:
        """The cells of a field; blank where the block has no such column."""
        if field.name not in self.block.columns:
            return [""] * len(self.positions)
        values = self.columns[self.block.columns[field.name]]
        if field.kind in _COMPLETED:
            for column in self.block.extra.get(field.name, ()):
                values = tuple(a if a != "" else b for a, b in zip(values, self.columns[column], strict=True))
        if field.words == (NAMED, ANONYMOUS):
            return openly(values, self.block.headers[self.block.columns[field.name]])
        return values

    def different(self, field: Field) -> Mapping[CellValue, None] | None:
        """The different ones of those values, where they are known."""
        if field.name not in self.block.columns:
            return {"": None}
        column = self.block.columns[field.name]
        whole = self.columns is self.block.cells and self.values(field) is self.columns[column]
        return self.block.distinct[column] if whole else None

    @property
    def numbers(self) -> list[int]:
        """The row on the sheet of each chosen row."""
        numbers = self.block.row_numbers
        return numbers if len(self.positions) == len(numbers) else [numbers[position] for position in self.positions]


def parts_of(blocks: Sequence[RawBlock], positions: Sequence[list[int]]) -> list[Part]:
    """The chosen rows of each block; their indexes in the frame follow one another."""
    parts: list[Part] = []
    first = 0
    for block, chosen in zip(blocks, positions, strict=True):
        parts.append(Part(block, chosen, first))
        first += len(chosen)
    return parts
