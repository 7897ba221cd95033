"""One spelling for comparison: what a reader of a page, or of its source, would take for the same."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from pipeline.names import DOTS
from pipeline.text import fold

# Parts values that are spelt together; it survives folding, unlike any blank or control character.
PART = "\ue000"

# Radicals that look like a character of their own; NFKC knows most of the others. A print may hold them in its place.
_RADICALS = (
    "\u2e84\u2e87\u2e88\u2e8a\u2e8c\u2e8d\u2e92\u2e97\u2e9d\u2ea0\u2ea7\u2ea9\u2eab\u2eac\u2eae\u2eb6"
    "\u2ebb\u2ebc\u2ebd\u2ec1\u2ec4\u2ec5\u2ec6\u2ec7\u2ec9\u2eca\u2ecb\u2ed1\u2ed3\u2ed4\u2ed7\u2ed8"
    "\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ee1\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eec\u2eee"
    "\u2ef0"
)
_OF_RADICALS = "乙几刀卜小小巳心月民牛王目示竹羊聿肉臼虎西见角角贝足车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄齐齿龙"
_SIGNS = {
    **str.maketrans("", "", DOTS + "-_'\"\u2010\u2011\u2012\u2013\u2014\u2015\u00ad"),
    **str.maketrans(_RADICALS, _OF_RADICALS),
}
_DASHES = str.maketrans("", "", "-_\u2010\u2011\u2012\u2013\u2014\u2015")
# Most names and remarks hold nothing that any rule below would change: one look spares them.
_IS_SPELT = re.compile("[0-9a-z\u4e00-\u9fff]*").fullmatch
_IS_SETTLED = re.compile("[0-9\u4e00-\u9fff]*").fullmatch
_ESCAPE = re.compile(r"\\u?\{?0*([0-9a-fA-F]{2,6})\}?[ \t]?")
_MOST_ROUNDS = 3


def decoded(text: str) -> str:
    """The text with HTML, CSS, script and address escapes resolved, however often they are wrapped."""
    if _IS_SPELT(text):
        return text
    for _ in range(_MOST_ROUNDS):
        plain = unquote(_ESCAPE.sub(_sign, html.unescape(text)))
        if plain == text:
            break
        text = plain
    return text


def words(text: str) -> str:
    """Words and names: NFKC, no blanks or invisible characters, no dots or dashes, small letters."""
    return text if _IS_SPELT(text) else fold(text).translate(_SIGNS).casefold()


def digits(text: str) -> str:
    """Numbers: as words, but with dots and commas kept, so that 202,300.01 is not 20230001."""
    return text if _IS_SPELT(text) else fold(text).translate(_DASHES).casefold()


def is_settled(text: str) -> bool:
    """Whether a text is spelt as it stands whatever comes after it: a letter may take an accent that follows."""
    return _IS_SETTLED(text) is not None


def _sign(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]  # noqa: PLR2004 - Unicode
