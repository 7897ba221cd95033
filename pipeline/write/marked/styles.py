"""The styles of a workbook: for each style of a bad cell one like it, with a coloured ground."""

from __future__ import annotations

import re

from pipeline.write.marked.xml import UnmarkableError, attributes, insert_before_end, prefix_of, with_attribute

# The ground of a cell with an error, and with a warning only; the comment says the same in words.
COLOURS = {"error": "FFF4AFA8", "warning": "FFFFE699"}


class StyleBook:
    """The cell styles of one workbook. `marked` hands out the numbers of coloured ones, `xml` is the part with them."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._prefix = prefix_of(xml)
        self._fills = self._count(self._block("fills"), "fill")
        self._styles = self._elements(self._block("cellXfs"), "xf")
        self._new: dict[tuple[int, str], int] = {}

    def marked(self, style: int, severity: str) -> int:
        """The number of the style that is like the given one, but coloured."""
        if style >= len(self._styles):
            raise UnmarkableError
        return self._new.setdefault((style, severity), len(self._styles) + len(self._new))

    @property
    def xml(self) -> str:
        """The part with the colours and the styles handed out so far."""
        grounds = "".join(self._fill(colour) for colour in COLOURS.values())
        styles = "".join(self._coloured(style, severity) for style, severity in self._new)
        xml = self._with(self._xml, "fills", grounds, self._fills + len(COLOURS))
        return self._with(xml, "cellXfs", styles, len(self._styles) + len(self._new))

    def _block(self, name: str) -> str:
        found = re.search(rf"<{self._prefix}{name}\b[^>]*>.*?</{self._prefix}{name}>", self._xml, re.DOTALL)
        if not found:
            raise UnmarkableError
        return found[0]

    def _count(self, block: str, name: str) -> int:
        return len(re.findall(rf"<{self._prefix}{name}[\s/>]", block))

    def _elements(self, block: str, name: str) -> list[str]:
        full = f"{self._prefix}{name}"
        return re.findall(rf"<{full}\b[^>]*?/>|<{full}\b[^>]*>.*?</{full}>", block, re.DOTALL)

    def _fill(self, colour: str) -> str:
        p = self._prefix
        ground = f'<{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
        return f'<{p}fill><{p}patternFill patternType="solid">{ground}</{p}patternFill></{p}fill>'

    def _coloured(self, style: int, severity: str) -> str:
        fill = self._fills + list(COLOURS).index(severity)
        tag, end, rest = self._styles[style].partition(">")
        return with_attribute(with_attribute(tag + end, "fillId", str(fill)), "applyFill", "1") + rest

    def _with(self, xml: str, name: str, addition: str, count: int) -> str:
        full = f"{self._prefix}{name}"
        xml = insert_before_end(xml, full, addition)
        return re.sub(rf"<{full}\b[^>]*>", lambda found: with_attribute(found[0], "count", str(count)), xml, count=1)


def style_number(tag: str) -> int:
    """The style that a cell's or a row's tag names."""
    return int(attributes(tag).get("s", "0"))
