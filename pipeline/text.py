"""Text of cells: blanks, invisible characters, full-width signs."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.faults import CellValue

# Blanks that people and exports put around and inside a value.
BLANKS = (
    "\t\n\v\f\r "
    "\x85"  # next line
    "\u00a0"  # no-break space (NBSP), as web pages and PDFs hold it
    "\u1680"  # Ogham space mark
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"  # en quad to hair space
    "\u2028\u2029"  # line and paragraph separator
    "\u202f"  # narrow no-break space
    "\u205f"  # medium mathematical space
    "\u3000"  # ideographic space, the blank of Chinese input methods
)

# Characters that show nothing and mean nothing in a cell; they are removed wherever they stand.
INVISIBLE = (
    "\u00ad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c"  # Arabic letter mark
    "\u180e"  # Mongolian vowel separator
    "\u200b\u200c\u200d"  # zero-width space, non-joiner, joiner
    "\u200e\u200f"  # left-to-right and right-to-left mark
    "\u202a\u202b\u202c\u202d\u202e"  # bidirectional embeddings and overrides
    "\u2060\u2061\u2062\u2063\u2064"  # word joiner, invisible operators
    "\u2066\u2067\u2068\u2069"  # bidirectional isolates
    "\ufeff"  # byte order mark, zero-width no-break space
    "\ufff9\ufffa\ufffb"  # interlinear annotation
)

_CONTROL = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in BLANKS)
# They choose one of several drawings of the character before them, which stays the same character.
_VARIATION_SELECTORS = "".join(chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_REMOVE = dict.fromkeys(map(ord, INVISIBLE + _CONTROL + _VARIATION_SELECTORS))
_REMOVE_BLANKS = _REMOVE | dict.fromkeys(map(ord, BLANKS))

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0
_HALF_WIDTH = {code: code - _TO_ASCII for code in _FULL_WIDTH} | {ord("￥"): "¥", ord("\u2212"): "-"}

# Most cells hold nothing but ideographs, letters, digits and signs, which all the rules below leave as they are: one
# look spares them.
IS_PLAIN = re.compile("[!-~\u4e00-\u9fff]*").fullmatch

REMEMBERED = 10_000  # texts folded: names, classes and words stand in a school's registers again and again

_WRAPPERS = ("`", "'", "=")
_EXPORT_FORMULA = re.compile(r'="(.*)"', re.DOTALL)


def strip_cell(text: str) -> str:
    """The text without invisible characters and without blanks at either end; "" for a blank cell."""
    return text if IS_PLAIN(text) else text.translate(_REMOVE).strip(BLANKS)


def unwrap_export(text: str) -> str:
    """The text of a cell of a bank's export: strip_cell, and without a leading ` or ' or a wrapping ="…"."""
    text = strip_cell(text)
    if not text.startswith(_WRAPPERS):
        return text
    wrapped = _EXPORT_FORMULA.fullmatch(text)
    if wrapped:
        text = wrapped[1]
    return strip_cell(text.lstrip("`'"))


def without_blanks(text: str) -> str:
    """The text without any blank or invisible character."""
    return text if IS_PLAIN(text) else text.translate(_REMOVE_BLANKS)


def half_width(text: str) -> str:
    """The text with full-width letters, digits and signs as ASCII, ￥ as ¥ and the minus sign as -.

    Narrower than NFKC on purpose: NFKC would read 50² as 502 and ⑤ as 5.
    """
    return text.translate(_HALF_WIDTH)


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """The text as headers and vocabulary are compared: NFKC, without blanks and invisible characters."""
    if IS_PLAIN(text):
        return text
    plain = without_blanks(unicodedata.normalize("NFKC", without_blanks(text)))
    return unicodedata.normalize("NFC", plain)  # an accent may have lost the blank that carried it


def spell(number: str) -> str:
    """A receipt's or a slip's number as it is compared: NFKC, capitals, no blanks."""
    # Numbers are many and each its own: those that fold leaves as they are need not be remembered by it, nor copied.
    if IS_PLAIN(number):
        return number if number.isdigit() else number.upper()
    return fold(number).upper()


def as_text(value: CellValue) -> str:
    """Any cell's value as text: 1001.0 is "1001", a date is ISO, True is 是; a text is stripped."""
    if isinstance(value, str):
        return strip_cell(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return _number_text(value)
    return _time_text(value)


def _number_text(value: float) -> str:
    if value != value:  # noqa: PLR0124  NaN, the only number that differs from itself, is a blank
        return ""
    return f"{value:.0f}" if float(value).is_integer() else repr(value)


def _time_text(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    return str(value) if isinstance(value, timedelta) else value.isoformat()
