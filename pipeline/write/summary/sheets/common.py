"""What all builders of sheets share: texts filled in, tables with their headers, and where a row came from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.messages.summary import MONTH
from pipeline.messages.summary_sheets import SHEETS, TABLES
from pipeline.tables import BLOCK, ROW
from pipeline.write.summary.parts import Sheet, TablePart

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pipeline.findings import Place
    from pipeline.outcome import Outcome
    from pipeline.tables import Table
    from pipeline.write.summary.parts import Column, Part

_LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the input folder lies from the workbook, "" where that is not known: then nothing can be clicked."""

    folder: str = ""

    def link(self, place: Place | None) -> str:
        """A link that opens the workbook of a place at its cell; "" for none."""
        if place is None or not place.row:
            return ""
        cell = place.cell if place.column >= 0 else f"A{place.row}"
        return self._link(place.file, place.sheet, cell)

    def row_links(self, table: Table, rows: Iterable[int]) -> list[str]:
        """A link for each row of a register, by its index."""
        stems = [self._link(block.file, block.sheet, "A") for block in table.blocks]
        return [stem and stem + number for stem, number in _rows_of(table, stems, rows)]

    def _link(self, file: str, sheet: str, cell: str) -> str:
        # "#" parts a link's file from its cell, so a name that holds one cannot be told.
        if not self.folder or "#" in file + sheet or not file.lower().endswith((".xlsx", ".xlsm", ".xls")):
            return ""
        quoted = sheet.replace("'", "''")
        link = f"external:{self.folder}/{file}#'{quoted}'!{cell}"
        return link if len(link) < _LONGEST_LINK else ""


def sources_from(workbook: Path, inputs: Path | None) -> Sources:
    """The sources as seen from the workbook's folder; no links where they lie on another drive."""
    if inputs is None:
        return Sources()
    try:
        return Sources(os.path.relpath(inputs, workbook.parent).replace(os.sep, "/"))
    except ValueError:
        return Sources()


def addresses(table: Table, rows: Iterable[int]) -> list[str]:
    """The address of each row of a register (file!sheet!12), by its index."""
    stems = [f"{block.file}!{block.sheet}!" for block in table.blocks]
    return [stem + number for stem, number in _rows_of(table, stems, rows)]


def _rows_of(table: Table, stems: list[str], rows: Iterable[int]) -> list[tuple[str, str]]:
    blocks, numbers = table.frame[BLOCK].tolist(), table.frame[ROW].tolist()
    return [(stems[blocks[row]], str(numbers[row])) for row in rows]


def facts_of(outcome: Outcome) -> dict[str, Any]:
    """What titles and leads are filled in with."""
    period, settings = outcome.period, outcome.settings
    return {
        "school": settings.school,
        "fund": settings.fund,
        "year": period.year,
        "month": MONTH.format(year=period.year, month=period.month),
        "last": chinese_day(period.last),
        "opening": chinese_day(settings.opening_date),
    }


def chinese_day(day: Any) -> str:  # noqa: ANN401 - a date or a timestamp
    """A day in words, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def table(key: str, *columns: Column, more: tuple[str, ...] = (), month: str = "", together: bool = False) -> TablePart:
    """The table of that key with its columns in the order of its headers; more: headers that depend on the month."""
    text = TABLES[key]
    return TablePart(text.name, text.caption.format(month=month), text.headers + more, columns, together)


def make_sheet(key: str, outcome: Outcome, *parts: Part, **options: bool) -> Sheet:
    """The sheet of that key."""
    text, facts = SHEETS[key], facts_of(outcome)
    return Sheet(text.name, text.title.format(**facts), text.lead.format(**facts), parts, **options)
