"""The check code in the foot of a posted page: a short mark of everything else that stands on the page.

Whoever holds a page, on paper or as a file, can ask `make verify` for the code of the page that was closed.
"""

from __future__ import annotations

import base64
import hashlib
import re

# 50 bits of SHA-256: enough that nobody makes another page of the same code by chance.
_LENGTH, _GROUP = 10, 5
_CODE = re.compile(r'(<span class="check-code">)([^<]*)(</span>)')


def with_code(page: str) -> str:
    """The page with its code in the place that the template has for it; a page without such a place as it is."""
    return _CODE.sub(lambda found: found[1] + _code(page) + found[3], page)


def code_of(page: str) -> str:
    """The code that stands on a page, "" where there is none."""
    found = _CODE.search(page)
    return found[2] if found else ""


def is_true(page: str) -> bool:
    """Whether the code of a page is that of what stands on it."""
    return len(_CODE.findall(page)) == 1 and code_of(page) == _code(page)


def _code(page: str) -> str:
    bare = _CODE.sub(r"\1\3", page)
    letters = base64.b32encode(hashlib.sha256(bare.encode()).digest()).decode()[:_LENGTH]
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))
