"""One spelling for comparison: what a reader of a page, or of its source, would take for the same."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from pipeline.names import DOTS
from pipeline.text import fold

# Parts values that are spelt together; it survives folding, unlike any blank or control character.
PART = "\ue000"

_SIGNS = str.maketrans("", "", DOTS + "-_'\"\u2010\u2011\u2012\u2013\u2014\u2015\u00ad")
_DASHES = str.maketrans("", "", "-_\u2010\u2011\u2012\u2013\u2014\u2015")
_ESCAPE = re.compile(r"\\u?\{?0*([0-9a-fA-F]{2,6})\}?[ \t]?")
_MOST_ROUNDS = 3


def decoded(text: str) -> str:
    """The text with HTML, CSS, script and address escapes resolved, however often they are wrapped."""
    for _ in range(_MOST_ROUNDS):
        plain = unquote(_ESCAPE.sub(_sign, html.unescape(text)))
        if plain == text:
            break
        text = plain
    return text


def words(text: str) -> str:
    """Words and names: NFKC, no blanks or invisible characters, no dots or dashes, small letters."""
    return fold(text).translate(_SIGNS).casefold()


def digits(text: str) -> str:
    """Numbers: as words, but with dots and commas kept, so that 202,300.01 is not 20230001."""
    return fold(text).translate(_DASHES).casefold()


def _sign(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]  # noqa: PLR2004 - Unicode
