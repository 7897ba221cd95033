"""The scan of the pages as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Permit:
    """What a page may hold although a register hides it.

    names: those that stand in it by right, as the whole text of a cell (a donor who gives by name).
    blank: the same page without any row; a piece of it gives nobody away.
    phrases: what may stand anywhere in it (the school's name, its fund, its office and telephone).
    """

    names: frozenset[str]
    blank: str = ""
    phrases: tuple[str, ...] = ()


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


def scan(folder: Path, tables: Tables, account: str, permits: Mapping[str, Permit]) -> list[Leak]:
    """Every leak in every file of a folder, whatever its type; permits by file name.

    A name of two characters is looked for inside each piece of text, so it is found in 李明同学 too; it is passed
    over where it is the whole cell of somebody who stands there by right, where the piece belongs to the empty page,
    and inside the school's own name.
    """
    blanks = {name: permit.blank for name, permit in permits.items()}
    ordinary = spelling.PART.join([shown_words(tables), *(_text_of(blank) for blank in blanks.values())])
    secrets = secrets_of(tables, account, ordinary)
    leaks: dict[Leak, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        permit = permits.get(path.name, Permit(frozenset()))
        name = [] if path.name in permits else [Piece("file_name", path.relative_to(folder).as_posix())]
        pieces = _spelt([*name, *_pieces(path)], permit)
        for secret, part in _found(secrets, pieces):
            leaks[Leak(secret.kind, path.name, part, secret.place(tables))] = None
    return list(leaks)


def _pieces(path: Path) -> list[Piece]:
    text = path.read_bytes().decode("utf-8", "replace")
    return pieces_of(text) if path.suffix == ".html" else [Piece("text", text)]


def _text_of(page: str) -> str:
    return spelling.PART.join(piece.text for piece in pieces_of(page) if piece.part == "text")


def _spelt(pieces: Iterable[Piece], permit: Permit) -> list[_Spelt]:
    """The pieces that have to be searched, and all their text in one, without borders (part "" stands for it)."""
    fixed = {(piece.part, spelling.words(piece.text)) for piece in pieces_of(permit.blank)}
    by_right = {spelling.words(name) for name in permit.names}
    phrases = [spelling.words(phrase) for phrase in permit.phrases if phrase]
    numbers = [spelling.digits(phrase) for phrase in permit.phrases if phrase]
    kept = []
    for piece in pieces:
        text = spelling.decoded(piece.text)
        spelt = spelling.words(text)
        if (piece.part, spelt) in fixed or (piece.cell and spelt in by_right):
            continue
        kept.append(_Spelt(piece.part, _without(spelt, phrases), _without(spelling.digits(text), numbers)))
    return kept


def _without(text: str, phrases: Iterable[str]) -> str:
    for phrase in phrases:
        text = text.replace(phrase, spelling.PART)
    return text


def _found(secrets: Iterable[Secret], pieces: list[_Spelt]) -> Iterable[tuple[Secret, str]]:
    joined = "".join(piece.words for piece in pieces if piece.part == "text")
    numbers = spelling.PART.join(piece.digits for piece in pieces)
    everything = spelling.PART.join([joined, *(piece.words for piece in pieces), numbers])
    # Of two characters that stand side by side nowhere no secret can begin: this rules out nearly all of them.
    pairs = {everything[at : at + 2] for at in range(len(everything) - 1)}
    for secret in secrets:
        if secret.spelt[:2] in pairs:
            yield from ((secret, part) for part in _parts_with(secret, pieces, joined))


def _parts_with(secret: Secret, pieces: list[_Spelt], joined: str) -> Iterable[str]:
    if secret.kind == NUMBER:
        pattern = re.escape(secret.spelt)
        if len(secret.spelt) < LONG_NUMBER:
            pattern = rf"(?<![0-9a-z.,]){pattern}(?![0-9a-z]|[.,][0-9])"
        return dict.fromkeys(piece.part for piece in pieces if re.search(pattern, piece.digits))
    parts = dict.fromkeys(piece.part for piece in pieces if secret.spelt in piece.words)
    if not parts and len(secret.spelt) >= LONG_WORDS and secret.spelt in joined:
        return ("text",)
    return parts
