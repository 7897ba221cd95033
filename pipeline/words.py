"""Words of a vocabulary, and 是 or 否 in all their signs."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.faults import Fault
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.faults import CellValue

YES, NO = "是", "否"
_YES = frozenset(("是", "对", "有", "√", "✓", "✔", "☑", "✅", "y", "yes", "true", "1"))
_NO = frozenset(("否", "不是", "错", "无", "没有", "×", "x", "✗", "✘", "☒", "❌", "n", "no", "false", "0"))
_ALIKE = 0.5  # of two words of two characters, one is the same
_ALIKE_SURELY = 0.6
_DENIALS = ("不", "没", "非", "未")


def parse_yes_no(value: CellValue) -> bool | Fault | None:
    """Whether a cell says yes: 是 √ 有 Y 1 and the like, or 否 × 无 N 0; None where the cell is blank.

    Anything else is a Fault whose hint is the nearer of 是 and 否, if either is near.
    """
    if isinstance(value, bool):
        return value
    word = _key(as_text(value))
    if not word:
        return None
    if word in _YES:
        return True
    return False if word in _NO else Fault("word_unknown", _near_answer(word))


def _near_answer(word: str) -> str:
    """是 or 否 where a word is like the signs of that one alone; a number is like neither."""
    if word.isdecimal():
        return ""
    signs = {NO: _NO} if word.startswith(_DENIALS) else {YES: _YES, NO: _NO}
    near = [answer for answer, known in signs.items() if get_close_matches(word, known, n=1, cutoff=_ALIKE_SURELY)]
    return near[0] if len(near) == 1 else ""


def match_word(value: CellValue, words: Iterable[str]) -> str | Fault | None:
    """The word of a vocabulary that a cell holds, as the vocabulary spells it; None where the cell is blank.

    Blanks, full-width forms and case do not count. An unknown word is a Fault whose hint is the nearest word, if
    any is near.
    """
    text = _key(as_text(value))
    if not text:
        return None
    spelt = {_key(word): word for word in words}
    if text in spelt:
        return spelt[text]
    near = get_close_matches(text.replace("帐", "账"), spelt, n=1, cutoff=_ALIKE)
    return Fault("word_unknown", spelt[near[0]] if near else "")


def _key(text: str) -> str:
    return fold(text).casefold()
