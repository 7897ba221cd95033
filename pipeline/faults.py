"""What may stand in a cell, and what a parser answers when it cannot be read.

A parser of this package takes a cell's value and returns the value read, None for a blank, or a Fault. None of
them raises on bad data and none of them guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

# The values python-calamine hands out; every number is a float, a blank cell is "".
CellValue: TypeAlias = float | str | bool | datetime | date | time | timedelta


# What a cell holds that only says that it is as the one above; ″ and ” are the same mark typed otherwise.
DITTO = frozenset(("同上", "同 上", "同前", "同左", "〃", "〞", "″", "′′", "”", "“", '"', "''"))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be read.

    code: a key of the catalogue of messages. hint: the nearest right value, "" where there is none.
    """

    code: str
    hint: str = ""


def unreadable(text: str, code: str, hint: str = "") -> Fault:
    """The fault of a text that cannot be read, or that of a mere 同上, which no parser follows to the row above."""
    return Fault("cell_ditto") if text in DITTO else Fault(code, hint)
