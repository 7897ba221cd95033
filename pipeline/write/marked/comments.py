"""The comments of one sheet: their texts, and the boxes in which Excel shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.findings import column_letters
from pipeline.messages.problems import MARK_AUTHOR, MARK_END
from pipeline.write.marked.xml import HEAD, MAIN, attributes, insert_before_end, prefix_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.write.marked.cells import Cell

_NO_COMMENTS = f'{HEAD}<comments xmlns="{MAIN}"><authors></authors><commentList></commentList></comments>'
_NO_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    f'<v:shapetype {_NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_FIRST_SHAPE = 900_001  # far from the numbers that Excel gives to shapes of its own
_SIGNS_A_LINE, _LINE_HEIGHT, _WIDE = 20, 15, 5  # signs; points and rows; columns


def with_comments(existing: str | None, texts: Mapping[Cell, str]) -> str:
    """The comments part with ours: a cell that has a comment already gets our text above it, others a new one.

    Comments that this program wrote earlier are taken out.
    """
    xml = existing or _NO_COMMENTS
    p = prefix_of(xml)
    xml = _without_ours(xml, p)
    author = len(re.findall(rf"<{p}author[\s/>]", xml))
    xml = insert_before_end(xml, f"{p}authors", f"<{p}author>{text_of(MARK_AUTHOR)}</{p}author>")
    fresh: list[str] = []
    for cell, text in texts.items():
        reference = _reference(cell)
        found = re.search(rf"<{p}comment\b[^>]*\sref=[\"']{reference}[\"'][^>]*>.*?</{p}comment>", xml, re.DOTALL)
        if found:
            xml = xml[: found.start()] + _above(found[0], p, text) + xml[found.end() :]
        else:
            body = f'<{p}t xml:space="preserve">{text_of(text)}</{p}t>'
            fresh.append(f'<{p}comment ref="{reference}" authorId="{author}"><{p}text>{body}</{p}text></{p}comment>')
    return insert_before_end(xml, f"{p}commentList", "".join(fresh))


def cells_with_comments(xml: str | None) -> set[str]:
    """The references of the cells that have a comment of somebody else."""
    if xml is None:
        return set()
    p = prefix_of(xml)
    tags = re.findall(rf"<{p}comment\b[^>]*>", _without_ours(xml, p))
    return {attributes(tag).get("ref", "") for tag in tags}


def _without_ours(xml: str, p: str) -> str:
    authors = re.findall(rf"<{p}author\b[^>]*?(?:/>|>(.*?)</{p}author>)", xml, re.DOTALL)
    ours = {str(number) for number, name in enumerate(authors) if name == MARK_AUTHOR}

    def keep(found: re.Match[str]) -> str:
        return "" if attributes(found[1]).get("authorId") in ours else found[0]

    return re.sub(rf"(<{p}comment\b[^>]*>).*?</{p}comment>", keep, xml, flags=re.DOTALL) if ours else xml


def _above(comment: str, p: str, text: str) -> str:
    """A comment with our text before its own, which keeps its formats."""
    ours = text_of(f"{text}\n{MARK_END}\n")
    run = f'<{p}r><{p}t xml:space="preserve">{ours}</{p}t></{p}r>'

    def inside(found: re.Match[str]) -> str:
        plain = re.sub(rf"^\s*(<{p}t\b.*?</{p}t>)", rf"<{p}r>\1</{p}r>", found[2], count=1, flags=re.DOTALL)
        return found[1] + run + plain + found[3]

    return re.sub(rf"(<{p}text\b[^>]*>)(.*?)(</{p}text>)", inside, comment, count=1, flags=re.DOTALL)


def with_shapes(existing: str | None, texts: Mapping[Cell, str], taken: set[str]) -> str:
    """The drawing part with a box for each of our comments; taken: cells whose comment has a box already."""

    def keep(found: re.Match[str]) -> str:
        return found[0] if 'ObjectType="Note"' not in found[0] or _cell_of_box(found[0]) in taken else ""

    xml = re.sub(r"<v:shape\s.*?</v:shape>", keep, existing or _NO_SHAPES, flags=re.DOTALL)
    kind = "" if 'id="_x0000_t202"' in xml else _SHAPE_TYPE
    fresh = [(cell, text) for cell, text in texts.items() if _reference(cell) not in taken]
    boxes = "".join(_box(_FIRST_SHAPE + number, cell, text) for number, (cell, text) in enumerate(fresh))
    return insert_before_end(xml, "xml", kind + boxes)


def _cell_of_box(box: str) -> str:
    row, column = (re.search(rf"<x:{name}>\s*(\d+)\s*</x:{name}>", box) for name in ("Row", "Column"))
    return _reference((int(row[1]) + 1, int(column[1]))) if row and column else ""


def _box(number: int, cell: Cell, text: str) -> str:
    row, column = cell
    lines = sum(1 + len(line) // _SIGNS_A_LINE for line in text.split("\n")) + 1
    top = max(row - 2, 0)
    anchor = f"{column + 1}, 15, {top}, 4, {column + 1 + _WIDE}, 15, {top + lines}, 4"
    return (
        f'<v:shape {_NAMESPACES} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        f'width:260pt;height:{lines * _LINE_HEIGHT}pt;z-index:1;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _reference(cell: Cell) -> str:
    return f"{column_letters(cell[1])}{cell[0]}"
