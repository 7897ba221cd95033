"""Equal findings made one: a list for people has a line for each cause, not one for each cell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.findings import Place, column_letters, in_order
from pipeline.messages import problems as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.findings import Finding

_RUN = 3  # so many cells below each other are written as a range


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one file that say the same. places: where, in the order of the sheets and cells."""

    finding: Finding  # the first of them: it speaks for all
    places: tuple[Place, ...]
    also: tuple[Place, ...] = ()

    @property
    def file(self) -> str:
        """The workbook that must be mended; "" where none is to blame."""
        return self.places[0].file if self.places else ""

    @property
    def count(self) -> int:
        """In how many places it was found."""
        return max(1, len(self.places))

    @property
    def spots(self) -> tuple[tuple[str, str], ...]:
        """Each sheet with the text of its cells: (捐款, C5、C7:C9)."""
        by_sheet = groupby(self.places, key=lambda place: place.sheet)
        return tuple((sheet, cells_text(list(places))) for sheet, places in by_sheet)


def group_findings(findings: Iterable[Finding]) -> list[Group]:
    """The findings with equal ones merged: errors first, then by file, sheet and cell of the first.

    Equal are findings of one file with the same title, sentence and remedy, on whichever sheet they stand: a name
    that is missing in a register is one thing to mend, however many rows name it.
    """
    merged: dict[tuple[str, ...], list[Finding]] = {}
    for finding in in_order(findings):
        file = finding.where.file if finding.where else ""
        key = (finding.code, file, finding.title, finding.sentence, finding.remedy)
        merged.setdefault(key, []).append(finding)
    return [_group(equal) for equal in merged.values()]


def _group(equal: Sequence[Finding]) -> Group:
    places = dict.fromkeys(finding.where for finding in equal if finding.where is not None)
    also = dict.fromkeys(place for finding in equal for place in finding.also)
    return Group(equal[0], tuple(places), tuple(place for place in also if place not in places))


def cells_text(places: Sequence[Place]) -> str:
    """The cells of one sheet, by column and row: "C5、C7:C9"; three and more below each other as a range."""
    rows_of: dict[int, list[int]] = {}
    for place in sorted(set(places), key=lambda each: (each.column, each.row)):
        rows_of.setdefault(place.column, []).append(place.row)
    texts = [text for column, rows in rows_of.items() for text in _column_texts(column, rows)]
    return words.LIST_JOIN.join(texts)


def _column_texts(column: int, rows: Sequence[int]) -> list[str]:
    texts: list[str] = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        stretch = [row for _, row in run]
        if len(stretch) >= _RUN:
            texts.append(f"{_cell(column, stretch[0])}:{_cell(column, stretch[-1])}")
        else:
            texts += [_cell(column, row) for row in stretch]
    return texts


def _cell(column: int, row: int) -> str:
    if not row:
        return words.WHOLE_SHEET
    return words.ROW.format(row=row) if column < 0 else f"{column_letters(column)}{row}"


def place_text(place: Place) -> str:
    """An address for people: 捐款登记.xlsx 捐款 F12."""
    if not place.sheet:
        return place.file
    return f"{place.file} {place.sheet} {_cell(place.column, place.row)}"
