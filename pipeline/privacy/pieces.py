"""A page taken apart: its texts, attributes, comments and styles, each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

# Tags inside a text, across which it is read on: 李<b>明</b> is 李明.
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr", "br"),
    ),
)
RAW = frozenset(("style", "script"))
CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: "text", "attribute", "comment", "style", "tag" or "file_name"; cell: a whole cell's text."""

    part: str
    text: str
    cell: bool = False


def pieces_of(page: str) -> list[Piece]:
    """All pieces of an HTML page, in its order."""
    taker = _Taker()
    taker.feed(page)
    taker.close()
    taker.flush()
    return taker.pieces


class _Taker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._tag = ""

    def flush(self) -> None:
        text = "".join(self._text)
        if text.strip():
            self.pieces.append(Piece("style" if self._tag in RAW else "text", text, self._tag in CELLS))
        self._text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.flush()
            self._tag = tag
        self.pieces.append(Piece("tag", tag))
        for name, value in attrs:
            self.pieces += [Piece("tag", name), *([Piece("attribute", value)] if value else [])]

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Piece("tag", tag))
        if tag not in INLINE:
            self.flush()
            self._tag = ""

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Piece("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(Piece("tag", decl))

    def handle_pi(self, data: str) -> None:
        self.pieces.append(Piece("comment", data))

    def unknown_decl(self, data: str) -> None:
        self.pieces.append(Piece("comment", data))
