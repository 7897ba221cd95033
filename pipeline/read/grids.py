"""From a file's bytes to the cells of its sheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.read.engine import ENDLESS, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.read.raw import Row

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
