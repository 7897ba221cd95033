"""The scan of the pages as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.disclose.persons import without_relation
from pipeline.findings import Finding
from pipeline.messages.publish import LEAK_KINDS, LEAK_PLACES
from pipeline.names import clean_name
from pipeline.png import SIGNATURE, other_chunks
from pipeline.privacy import spelling
from pipeline.privacy.pieces import Piece, pieces_of
from pipeline.privacy.secrets import NUMBER, Secret, secrets_of, shown_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pipeline.findings import Place
    from pipeline.tables import Tables


# A number this long is found anywhere; a shorter one only where it stands by itself.
LONG_NUMBER = 8
# Words this long are looked for across the borders of cells and paragraphs too; two characters meet there by chance.
LONG_WORDS = 4

_FIGURES = re.compile(r"[0-9,]+")
_CAPITALS = r"人民币[负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+"


@dataclass(frozen=True)
class Permit:
    """What a page may hold although a register hides it.

    names: those that stand in it by right, as the whole text of a cell (a donor who gives by name).
    blank: the same page without any row; a piece of it gives nobody away.
    phrases: what may stand anywhere in it (the school's name, its fund, its office and telephone).
    """

    names: frozenset[str]
    blank: str = ""
    phrases: tuple[str, ...] = ()

    @cached_property
    def ours(self) -> list[Piece]:
        """The blank page taken apart."""
        return pieces_of(self.blank)


@dataclass(frozen=True, slots=True)
class Leak:
    """A private value on a page: its kind, the page's file name, the part of the page, and the cell it comes from."""

    kind: str
    page: str
    part: str
    source: Place | None


@dataclass(frozen=True, slots=True)
class _Spelt:
    """A piece in both spellings."""

    part: str
    words: str
    digits: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A file taken apart: what has to be searched, its text without borders, and all of it in both spellings."""

    name: str
    pieces: tuple[_Spelt, ...]
    joined: str
    everything: str


def scan(folder: Path, tables: Tables, account: str, permits: Mapping[str, Permit]) -> list[Leak]:
    """Every leak in every file of a folder, whatever its type; permits by file name.

    A name of two characters is looked for inside each piece of text, so it is found in 李明同学 too; it is passed
    over where it is the whole cell of somebody who stands there by right, where the piece belongs to the empty page,
    and inside the school's own name.
    """
    ordinary = spelling.PART.join([shown_words(tables), *map(_blank_text, permits.values())])
    sheets = [_sheet(path, folder, permits) for path in sorted(folder.rglob("*")) if path.is_file()]
    everything = spelling.PART.join(sheet.everything for sheet in sheets)
    pairs = {everything[at : at + 2] for at in range(len(everything) - 1)}
    leaks: dict[Leak, None] = {}
    for secret in secrets_of(tables, account, ordinary, pairs):
        for sheet in sheets:
            if secret.spelt in sheet.everything:
                for part in _parts_with(secret, sheet):
                    leaks[Leak(secret.kind, sheet.name, part, secret.place(tables))] = None
    return list(leaks)


def _sheet(path: Path, folder: Path, permits: Mapping[str, Permit]) -> _Sheet:
    permit = permits.get(path.name, Permit(frozenset()))
    name = [] if path.name in permits else [Piece("file_name", path.relative_to(folder).as_posix())]
    pieces = _spelt([*name, *_pieces(path)], permit)
    joined = "".join(piece.words for piece in pieces if piece.part == "text")
    both = [text for piece in pieces for text in (piece.words, piece.digits)]
    return _Sheet(path.name, tuple(pieces), joined, spelling.PART.join([joined, *both]))


def _pieces(path: Path) -> list[Piece]:
    """A page, a print of one, or a picture: what of it is text; any other file is all text."""
    if path.suffix == ".pdf":
        from pipeline.privacy.pdf import pdf_pieces  # noqa: PLC0415 - only prints need it

        return pdf_pieces(path)
    data = path.read_bytes()
    if path.suffix == ".html":
        return pieces_of(data.decode("utf-8", "replace"))
    told = other_chunks(data) if data.startswith(SIGNATURE) else data
    return [Piece("text", told.decode("utf-8", "replace"))]


def _blank_text(permit: Permit) -> str:
    return spelling.PART.join(piece.text for piece in permit.ours if piece.part == "text")


def _spelt(pieces: Iterable[Piece], permit: Permit) -> list[_Spelt]:
    """The pieces that have to be searched, without what is ours in them."""
    fixed = {(piece.part, spelling.words(piece.text)) for piece in permit.ours}
    wording = _wording(text for part, text in fixed if part == "text")
    # 李明家长 stands for itself nowhere: it says whose parent gives.
    by_right = {spelling.words(name) for name in permit.names if without_relation(name) == clean_name(name)}
    phrases = [spelling.words(phrase) for phrase in permit.phrases if phrase]
    numbers = [spelling.digits(phrase) for phrase in permit.phrases if phrase]
    kept = []
    for piece in pieces:
        text = spelling.decoded(piece.text)
        spelt = spelling.words(text)
        if (piece.part, spelt) in fixed or (piece.cell and spelt in by_right):
            continue
        bare = wording.sub(spelling.PART, _without(spelt, phrases))
        kept.append(_Spelt(piece.part, bare, _without(spelling.digits(text), numbers)))
    return kept


def _wording(blank: Iterable[str]) -> re.Pattern[str]:
    """What finds our own words inside a text that also holds figures: 支付宝 in a sentence of ours names no 付宝.

    They are the stretches between the figures of the blank page, the longest first, and amounts in 大写.
    """
    stretches = {part for text in blank for part in _FIGURES.split(text) if len(part) >= LONG_WORDS}
    ours = sorted(stretches, key=lambda part: (-len(part), part))
    return re.compile("|".join([_CAPITALS, *map(re.escape, ours)]))


def _without(text: str, phrases: Iterable[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, spelling.PART)
    return text


def _parts_with(secret: Secret, sheet: _Sheet) -> Iterable[str]:
    if secret.kind == NUMBER:
        pattern = re.escape(secret.spelt)
        if len(secret.spelt) < LONG_NUMBER:
            pattern = rf"(?<![0-9a-z.,]){pattern}(?![0-9a-z]|[.,][0-9])"
        return dict.fromkeys(piece.part for piece in sheet.pieces if re.search(pattern, piece.digits))
    parts = dict.fromkeys(piece.part for piece in sheet.pieces if secret.spelt in piece.words)
    if not parts and len(secret.spelt) >= LONG_WORDS and secret.spelt in sheet.joined:
        return ("text",)
    return parts


def leak_findings(leaks: Iterable[Leak]) -> list[Finding]:
    """One error a leak. While there is one, no page may be placed under 公示/."""
    return [
        Finding(
            "privacy_leak",
            leak.source,
            {"page": leak.page, "part": LEAK_PLACES[leak.part], "kind": LEAK_KINDS[leak.kind]},
        )
        for leak in leaks
    ]
