"""The time of day of a statement's line."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.faults import CellValue

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:时点](\d{2})(?:[:分](\d{2}))?")
_COMPACT = re.compile(r"(?:\d{8} ?)?([01]\d|2[0-3])([0-5]\d)([0-5]\d)")
_LONGEST_COMPACT = 240_000
NOT_STATED = -1


def moment_of(cells: Iterable[CellValue]) -> int:
    """Seconds since midnight that the first cell with a time states, NOT_STATED where none does."""
    return next((moment for moment in map(_moment, cells) if moment != NOT_STATED), NOT_STATED)


def _moment(cell: CellValue) -> int:
    if isinstance(cell, (dt.datetime, dt.time)):
        time = cell if isinstance(cell, dt.time) else cell.time()
        return time.hour * 3600 + time.minute * 60 + time.second
    if isinstance(cell, dt.timedelta):
        return int(cell.total_seconds())
    if isinstance(cell, float) and cell < _LONGEST_COMPACT and cell.is_integer():
        cell = f"{cell:06.0f}"
    found = (_CLOCK.search(cell) or _COMPACT.fullmatch(cell.strip())) if isinstance(cell, str) else None
    if not found:
        return NOT_STATED
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
