"""How high a row must be so that wrapped texts show whole: not every program finds that out when it opens a file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE = 15  # points, of a type of 10 points
_HIGHEST = 409  # what Excel allows


def row_height(texts: Iterable[str], widths: Iterable[int]) -> float:
    """The height in points of a row of wrapped texts in columns of those widths (in signs)."""
    lines = max((_lines(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    return min(_LINE * lines + 3, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-_shown_width(line) // max(width - 1, 1))) for line in text.split("\n"))


def _shown_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
