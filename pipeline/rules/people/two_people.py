"""One cell that names two people where one alone may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.names import split_people

if TYPE_CHECKING:
    from collections.abc import Collection

    from pipeline.tables import Table

# Two to four signs, or a dotted name; what ends in one of these is an office or a class and no person.
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)+")
_OFFICES = ("班", "组", "部", "处", "室", "科", "会", "校", "队")


def holds_two(table: Table, field: str, of_people: pd.Series[bool], known: Collection[str]) -> pd.Series[bool]:
    """Which cells of a field hold two people.

    of_people: the rows whose 类别 says that a person stands there. known: all names of staff and students.
    Rule: two staff or pupils in one 捐款人 or 受助对象 cell are an error; a firm's name may hold 、.
    """
    cells = table.frame[field]
    parted = cells[cells.str.contains(r"[、,，;；/]", regex=True)]
    two = [
        _are_people(split_people(text), known, sure=sure)
        for text, sure in zip(parted.tolist(), of_people[parted.index].tolist(), strict=True)
    ]
    return pd.Series(cells.index.isin(parted.index[two]), cells.index)


def _are_people(parts: tuple[str, ...], known: Collection[str], *, sure: bool) -> bool:
    """Whether the parts of a cell are people; sure: the row's 类别 is one of people."""
    if sure and len(parts) > 1:
        return all(part in known or (_PERSON.fullmatch(part) and not part.endswith(_OFFICES)) for part in parts)
    return sum(part in known for part in parts) > 1


def findings(table: Table, field: str, two: pd.Series[bool]) -> list[Finding]:
    """A finding at each cell that holds two people."""
    title = table.register.field(field).title
    cells = table.frame[field][two]
    return [
        Finding("two_people", table.place(row, field), {"field": title, "name": text})
        for row, text in zip(cells.index.tolist(), cells.tolist(), strict=True)
    ]
