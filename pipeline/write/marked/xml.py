"""Small tools on the XML text of a workbook's parts, changed in place so that everything else stays as it was."""

from __future__ import annotations

import re
from html import unescape
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ROOT = re.compile(r"<(?:([\w.-]+):)?([A-Za-z]\w*)[\s>/]")
# What XML 1.0 cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnmarkableError(Exception):
    """A part that is not built as expected, so that no copy can be marked."""


def prefix_of(xml: str) -> str:
    """The prefix of the root element's name with its colon, "" where it has none."""
    found = _ROOT.search(xml)
    if not found:
        raise UnmarkableError
    return f"{found[1]}:" if found[1] else ""


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, unescaped."""
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}


def with_attribute(tag: str, name: str, value: str) -> str:
    """The tag with the attribute set."""
    text = f' {name}="{value}"'
    changed, count = re.subn(rf"\s{name}\s*=\s*(?:\"[^\"]*\"|'[^']*')", text, tag, count=1)
    return changed if count else re.sub(r"(\s*/?>)$", rf"{text}\1", tag, count=1)


def without_attribute(tag: str, name: str) -> str:
    """The tag without the attribute."""
    return re.sub(rf"\s{name}\s*=\s*(?:\"[^\"]*\"|'[^']*')", "", tag, count=1)


def text_of(text: str) -> str:
    """Any text as it may stand in an element."""
    return escape(_ILLEGAL.sub("", text))


def insert_before_end(xml: str, name: str, addition: str) -> str:
    """The XML with the addition as the last child of the (last) element of that name, which may be empty."""
    end = xml.rfind(f"</{name}>")
    if end >= 0:
        return xml[:end] + addition + xml[end:]
    changed, count = re.subn(
        rf"<{name}\b([^>]*?)\s*/>", lambda found: f"<{name}{found[1]}>{addition}</{name}>", xml, count=1
    )
    if not count:
        raise UnmarkableError
    return changed


def column_number(letters: str) -> int:
    """The number of a column from 0: A is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
