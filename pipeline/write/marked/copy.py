"""One marked copy: the bad cells of each sheet coloured, and a comment at each that says what to mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from pipeline.messages import problems as words
from pipeline.write.marked.cells import SheetText
from pipeline.write.marked.comments import cells_with_comments, with_comments, with_shapes
from pipeline.write.marked.package import OFFICE, Package
from pipeline.write.marked.styles import StyleBook
from pipeline.write.marked.xml import UnmarkableError, prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pipeline.findings import Finding
    from pipeline.write.marked.cells import Cell

_MOST_TOLD = 6  # so many findings are told in one comment
# What stands after the boxes of the comments in a sheet, in the order that the format asks for.
_AFTER_BOXES = frozenset(
    (
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "AlternateContent", "controls"),
        *("webPublishItems", "tableParts", "extLst"),
    ),
)


def write_copy(data: bytes, findings: Iterable[Finding], path: Path) -> None:
    """Write the workbook with its bad cells marked. UnmarkableError where its parts are not built as expected."""
    package = Package(data)
    style_part = package.related("xl/workbook.xml", "styles")
    if style_part is None:
        raise UnmarkableError
    styles = StyleBook(package.text(style_part))
    for name, of_sheet in _by_sheet(findings).items():
        if name in package.sheets:
            _mark_sheet(package, package.sheets[name], of_sheet, styles)
    package.put(style_part, styles.xml)
    package.set_mark()
    package.save(path)


def _by_sheet(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings that stand in a row of a sheet, by sheet."""
    sheets: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.where is not None and finding.where.row:
            sheets.setdefault(finding.where.sheet, []).append(finding)
    return sheets


def _mark_sheet(package: Package, part: str, findings: Sequence[Finding], styles: StyleBook) -> None:
    sheet = SheetText(package.text(part))
    by_cell: dict[Cell, list[Finding]] = {}
    cells = {_cell_of(finding) for finding in findings}
    anchors = sheet.anchors(cells)
    for finding in findings:
        by_cell.setdefault(anchors[_cell_of(finding)], []).append(finding)
    marks = dict(sorted(by_cell.items()))
    package.put(part, sheet.marked({cell: _severity(found) for cell, found in marks.items()}, styles))
    _comment(package, part, {cell: _text(found) for cell, found in marks.items()})


def _cell_of(finding: Finding) -> Cell:
    where = finding.where
    return (where.row, where.column) if where else (0, 0)


def _severity(findings: Iterable[Finding]) -> str:
    return "error" if any(finding.severity == "error" for finding in findings) else "warning"


def _text(findings: Sequence[Finding]) -> str:
    told = [
        words.MARK.format(
            severity=words.SEVERITIES[finding.severity],
            title=finding.title,
            sentence=finding.sentence,
            remedy=finding.remedy,
        )
        for finding in findings[:_MOST_TOLD]
    ]
    rest = len(findings) - len(told)
    return "\n\n".join([*told, words.MORE_MARKS.format(count=rest)] if rest else told)


def _comment(package: Package, part: str, texts: Mapping[Cell, str]) -> None:
    """Put the comments and their boxes into the parts that the sheet has for them, or into new ones."""
    comments, shapes = (package.related(part, kind) for kind in ("comments", "vmlDrawing"))
    old = package.text(comments) if comments else None
    taken = cells_with_comments(old)
    if comments is None:
        comments = package.free_name("xl/markedComments", ".xml")
        package.relate(part, comments, "comments")
    package.put(comments, with_comments(old, texts))
    old = package.text(shapes) if shapes else None
    if shapes is None:
        shapes = package.free_name("xl/drawings/markedShapes", ".vml")
        relation = package.relate(part, shapes, "vmlDrawing")
        package.put(part, with_legacy_drawing(package.text(part), relation))
    package.put(shapes, with_shapes(old, texts, taken))


def with_legacy_drawing(xml: str, relation: str) -> str:
    """The sheet's XML with the element that names the boxes of its comments, at the place the format asks for."""
    p = prefix_of(xml)
    start = xml.rfind(f"</{p}sheetData>") + len(f"</{p}sheetData>")
    element = f'<{p}legacyDrawing xmlns:r="{OFFICE}" r:id="{relation}"/>'
    tail = xml[start:].encode()
    place = _place_for_boxes(f"<{p}worksheet>".encode(), tail)
    return xml[:start] + tail[:place].decode() + element + tail[place:].decode()


def _place_for_boxes(opening: bytes, tail: bytes) -> int:
    """How many bytes into the tail of a sheet the element belongs."""
    places: list[int] = []
    depth = 0
    parser = expat.ParserCreate()

    def start(name: str, _: object) -> None:
        nonlocal depth
        if depth == 1 and name.rpartition(":")[2] in _AFTER_BOXES:
            places.append(parser.CurrentByteIndex - len(opening))
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(opening + tail, True)  # noqa: FBT003 - the parser takes it by position only
    return places[0] if places else len(re.sub(rb"</[\w.:-]+>\s*$", b"", tail))
