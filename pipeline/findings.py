"""What is wrong, and where: facts apart from wording (the wording stands in pipeline/messages)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.messages import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterable


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file, a sheet, a row (from 1) or a cell (column from 0); what is not known is "", 0 or -1."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = -1

    @property
    def cell(self) -> str:
        """F12 for a cell, 12 for a row, "" for a sheet or a file."""
        return f"{column_letters(self.column) if self.column >= 0 else ''}{self.row or ''}"

    @property
    def address(self) -> str:
        """The address as result.json has it: file!sheet!F12, file!sheet!12, file!sheet or file."""
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: its code (a key of the catalogue), its place and the facts of its sentence.

    also: further places that a person must see together with the first (the other of two equal names).
    """

    code: str
    where: Place | None = None
    facts: dict[str, str] = field(default_factory=dict)
    also: tuple[Place, ...] = ()

    @property
    def severity(self) -> str:
        """Either "error" or "warning"."""
        return CATALOGUE[self.code].severity

    @property
    def title(self) -> str:
        """A few words that name the problem."""
        return CATALOGUE[self.code].title

    @property
    def sentence(self) -> str:
        """What was found, with its facts filled in."""
        return CATALOGUE[self.code].sentence.format(**self.facts)

    @property
    def remedy(self) -> str:
        """What to do about it, with its facts filled in."""
        return CATALOGUE[self.code].mend(self.facts)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is of severity error."""
    return any(finding.severity == "error" for finding in findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then by file, sheet, row and column, then by code."""
    nowhere = Place("")
    return sorted(findings, key=lambda each: (each.severity != "error", each.where or nowhere, each.code))
