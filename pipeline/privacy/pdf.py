"""A PDF taken apart: its texts by the paragraph or cell they belong to, and everything it tells about itself.

A browser writes down which text is of which cell (a tagged PDF), so that its print can be looked at as its page is.
Text of no paragraph, such as page numbers, is taken run by run.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from pipeline.privacy.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PageObject, PdfReader

# Parts inside a paragraph or cell, by the names that PDF has for them.
_INSIDE = frozenset(("/NonStruct", "/Span", "/Link", "/Em", "/Strong"))
_CELLS = frozenset(("/TD", "/TH"))
_DRAWING = "/Figure"  # the figures of a chart stand each by itself
# What may stand beside a part, to be read aloud in its place.
_TOLD = ("/Alt", "/E", "/ActualText", "/T")

# (page, number of the marked text) -> (number, kind) of the paragraph or cell.
_Blocks = dict[tuple[int, int], tuple[int, str]]


def pdf_pieces(path: Path) -> list[Piece]:
    """All pieces of a PDF: its texts, its attachments' names, and what is told about it."""
    from pypdf import PdfReader  # noqa: PLC0415 - only prints need it

    reader = PdfReader(path)
    about = [*(reader.metadata or {}).items(), *reader.attachments.items()]
    pieces = [Piece("attribute", str(part)) for pair in about for part in pair]
    if reader.xmp_metadata is not None:
        pieces.append(Piece("attribute", reader.xmp_metadata.stream.get_data().decode("utf-8", "replace")))
    blocks: _Blocks = {}
    tree = reader.root_object.get("/StructTreeRoot")
    if tree is not None:
        pieces += [Piece("attribute", told) for told in _walk(tree.get_object(), ("", 0), count(1), blocks)]
    return [*pieces, *_texts(reader, blocks)]


def _walk(element: Any, block: tuple[str, int], numbers: Iterator[int], blocks: _Blocks) -> Iterator[str]:  # noqa: ANN401 - any object of a PDF
    """Fill in the blocks below an element of the tree; gives the words that are told beside parts.

    block: kind and number of the paragraph or cell that the element lies in. numbers: of those to come.
    """
    kind = str(element.get("/S", ""))
    if kind not in _INSIDE:
        block = kind, next(numbers)
    yield from (str(element[name]) for name in _TOLD if name in element)
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object()
        if isinstance(found, int):
            blocks[element.raw_get("/Pg").idnum, found] = (block[1], block[0])
        elif "/MCID" in found:
            page = found if "/Pg" in found else element
            blocks[page.raw_get("/Pg").idnum, int(found["/MCID"])] = (block[1], block[0])
        else:
            yield from _walk(found, block, numbers, blocks)


def _texts(reader: PdfReader, blocks: _Blocks) -> Iterator[Piece]:
    for page in reader.pages:
        number = page.indirect_reference.idnum if page.indirect_reference is not None else 0
        of_block: dict[tuple[int, str], list[str]] = {}
        for mark, run in _runs(page):
            block = blocks.get((number, mark))
            if block is None or block[1] == _DRAWING:
                yield Piece("text", run, cell=True)
            else:
                of_block.setdefault(block, []).append(run)
        yield from (Piece("text", "".join(runs), cell=kind in _CELLS) for (_, kind), runs in of_block.items())


def _runs(page: PageObject) -> list[tuple[int, str]]:
    """(mark, text) of each run of a page; the mark is -1 outside every marked part."""
    marks: list[int] = []
    runs: list[tuple[int, str]] = []

    def operator(name: bytes, operands: Any, _matrix: Any, _text_matrix: Any) -> None:  # noqa: ANN401 - given by pypdf
        if name in {b"BDC", b"BMC"}:
            told = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            marks.append(int(told.get("/MCID", marks[-1] if marks else -1)))
        elif name == b"EMC" and marks:
            marks.pop()

    def text(run: str, _matrix: Any, _text_matrix: Any, _font: Any, _size: Any) -> None:  # noqa: ANN401 - given by pypdf
        if run.strip():
            runs.append((marks[-1] if marks else -1, "".join(run.split())))

    page.extract_text(visitor_operand_before=operator, visitor_text=text)
    return runs
