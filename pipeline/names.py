"""Names of people and firms: one spelling for comparison, several in a cell, and the masked form for notices."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text import REMEMBERED, fold

MIDDLE_DOT = "\u00b7"

# Every dot that stands between the parts of a minority or foreign name.
DOTS = (
    "\u00b7"  # middle dot, the right one
    "."  # full stop, and full-width ． after NFKC
    "\u0387"  # Greek ano teleia
    "\u2022"  # bullet •
    "\u2024"  # one dot leader
    "\u2027"  # hyphenation point ‧
    "\u2219"  # bullet operator ∙
    "\u22c5"  # dot operator ⋅
    "\u25cf"  # black circle ●
    "\u2e31"  # word separator middle dot
    "\u3002"  # ideographic full stop 。, also half-width ｡
    "\u30fb"  # katakana middle dot ・, also half-width
    "\ufe52"  # small full stop ﹒
)

_BETWEEN = re.compile(rf"(?<=[^\W\d_])[{re.escape(DOTS)}]+(?=[^\W\d_])")
_SEPARATORS = re.compile(r"[、，,；;／/\n\r]+")
_BRACKET = re.compile(r"(?<=.)[(\[〔【].*")
_LATIN = re.compile(r"[A-Za-z]")
_SHORT, _LONG = 2, 3


@lru_cache(REMEMBERED)
def clean_name(text: str) -> str:
    """A name as it is compared and shown: NFKC, no blanks inside, one middle dot (U+00B7) between its parts.

    李 明 is 李明; 库尔班江•热合曼 is 库尔班江·热合曼; a dot at either end goes, one beside a digit stays.
    """
    return _BETWEEN.sub(MIDDLE_DOT, fold(text)).strip(DOTS)


def split_people(text: str) -> tuple[str, ...]:
    """The cleaned names of a cell that may hold several, in its order; a name written twice comes twice.

    They are parted by 、 ， ； / or a new line. A blank is inside a name (李 明) and parts nothing, nor do 和 or 及,
    which occur in names.
    """
    parts = (clean_name(part) for part in _SEPARATORS.split(text))
    return tuple(part for part in parts if part)


def mask_name(name: str) -> str:
    """The form of a person's name for notices: 李*, 王*明, 欧**华; a dotted name keeps its first character, 夏**.

    What stands in brackets behind the name is dropped. Equal masked names of one class are numbered elsewhere.
    """
    name = clean_name(_BRACKET.sub("", fold(name)))
    if not name:
        return ""
    if MIDDLE_DOT in name or _LATIN.match(name):
        return f"{name[0]}**"
    if len(name) <= _SHORT:
        return f"{name[0]}*"
    return f"{name[0]}{'*' if len(name) == _LONG else '**'}{name[-1]}"
