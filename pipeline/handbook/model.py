"""An example: a small school in which all is well, and the change that makes one finding."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | float | int | dt.datetime | None
Grid = list[list[Value]]

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Example:
    """One finding and what makes it.

    at: the cell or row of the finding as sheet!F3, sheet!3 or a file's name; "" where it has no place.
    put: new contents of cells, by sheet!F3. add: rows below a sheet, cells between "|", a line a row. sheets: whole
    sheets, new or in place of those of the school. without: sheets left out. files: further files, by name; copies:
    further files with the bytes of another. others: codes of findings that may come with this one.
    told: facts for a finding that cannot be made in a folder of files (a disk that fails); it is told, not run.
    whole: whether it takes the whole school to find it; else the changed sheets are looked at by themselves.
    show: a further sheet that the example is about. today: the run date, where it is a later one than that of the
    other examples.
    """

    code: str
    at: str = ""
    put: Mapping[str, str] = field(default_factory=dict)
    add: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    told: Mapping[str, str] | None = None
    whole: bool = True
    show: str = ""
    today: dt.date | None = None


def value_of(cell: str) -> Value:
    """What a cell of a text table stands for.

    12.5 is a number, 2026-10-01 a date, =A1+1 a formula without a stored value, #N/A an error; all else is text. A
    leading ' keeps the rest as text.
    """
    text = cell.strip()
    if text.startswith("'"):
        return text[1:]
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    date = _DATE.fullmatch(text)
    if date:
        return dt.datetime(int(date[1]), int(date[2]), int(date[3]))  # noqa: DTZ001 - cells know no time zone
    return text or None


def grid_of(table: str) -> Grid:
    """The rows of a text table."""
    lines = dedent(table).strip("\n").split("\n")
    return [[value_of(cell) for cell in line.split("|")] if line.strip() else [] for line in lines]
