"""Names of sheets that Excel takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.messages.journals import NEXT_NAME, NO_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

# Rule: at most 31 signs, none of []:*?/\, no control sign, no apostrophe at an end, none twice (case is the same).
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f\ufffe\uffff]")


def sheet_names(taken: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """A name for each that is wanted, as near to it as may be; taken: the names of other sheets."""
    used = {name.casefold() for name in taken}
    names = []
    for name in wanted:
        found = _free(_FORBIDDEN.sub(NO_SIGN, name), used)
        used.add(found.casefold())
        names.append(found)
    return names


def _free(name: str, used: set[str]) -> str:
    number, found = 1, _cut(name, _LONGEST)
    while found.casefold() in used:
        number += 1
        mark = NEXT_NAME.format(number=number)
        found = _cut(name, _LONGEST - len(mark)) + mark
    return found


def _cut(name: str, units: int) -> str:
    """Excel counts a sign beyond the first plane twice, and never halves one here."""
    return name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
