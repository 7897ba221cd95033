"""Numbers that name a person or an account: identity cards, account and telephone numbers."""

from __future__ import annotations

import re
from datetime import date
from operator import mul
from typing import TYPE_CHECKING

from pipeline.faults import Fault
from pipeline.text import as_text, fold, unwrap_export

if TYPE_CHECKING:
    from pipeline.faults import CellValue

# A float holds 15 decimal digits; Excel has replaced the others by zeros.
_EXACT_BELOW = 1e15
_ID_NUMBER = re.compile(r"(?P<area>\d{6})(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\d{3}[\dX]", re.ASCII)
_BIRTH_YEARS = range(1900, 2100)
# GB 11643-1999, check character by ISO 7064 MOD 11-2: weights 2^(17-i) mod 11, and the character of each remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"


def check_character(digits: str) -> str:
    """The 18th character that belongs to the first 17 digits of an identity number (GB 11643)."""
    total = sum(map(mul, _WEIGHTS, map(int, digits)))
    return _CHECK_CHARACTERS[total % 11]


def check_id_number(value: CellValue) -> str | Fault | None:
    """An identity number of 18 characters, X in upper case; None where the cell is blank.

    A number in the cell is a Fault whatever it shows: it has lost digits. No hint ever repeats the number.
    """
    if not isinstance(value, str):
        numeric = isinstance(value, (int, float)) and not isinstance(value, bool)
        return Fault("id_numeric" if numeric else "id_format")
    text = fold(unwrap_export(value)).upper()
    if not text:
        return None
    found = _ID_NUMBER.fullmatch(text)
    if not found or not _is_birth_date(found):
        return Fault("id_format")
    return text if check_character(text[:17]) == text[17] else Fault("id_checksum")


def long_number(value: CellValue) -> str | Fault | None:
    """A number that is a name (account, telephone, receipt) as text: 1001.0 is "1001"; None where blank.

    A numeric cell of 16 digits or more is a Fault: it has lost digits.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= _EXACT_BELOW:
        return Fault("number_lost_digits")
    text = as_text(value)
    return (unwrap_export(text) if isinstance(value, str) else text) or None


def _is_birth_date(found: re.Match[str]) -> bool:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year in _BIRTH_YEARS
