"""What python-calamine leaves out of an .ods: merged areas, error cells, formulas without a stored value."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pipeline.read.raw import FORMULA

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


@dataclass
class OdsSheet:
    """merges: top, left, bottom, right from 0. errors: as in grids.Sheet."""

    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def ods_details(content: bytes) -> Mapping[str, OdsSheet]:
    """The details of each sheet by its name, from content.xml; ET.ParseError where that is damaged."""
    root = ET.parse(io.BytesIO(content)).getroot()  # noqa: S314 - expat itself stops entities that multiply
    return {table.get(f"{_TABLE}name", ""): _sheet(table) for table in root.iter(f"{_TABLE}table")}


def _sheet(table: ET.Element) -> OdsSheet:
    sheet = OdsSheet()
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        _read_row(row, number, sheet)
        number += int(row.get(f"{_TABLE}number-rows-repeated", "1"))
    return sheet


def _read_row(row: ET.Element, number: int, sheet: OdsSheet) -> None:
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        rows, columns = (int(cell.get(f"{_TABLE}number-{each}-spanned", "1")) for each in ("rows", "columns"))
        if rows > 1 or columns > 1:
            sheet.merges.append((number, column, number + rows - 1, column + columns - 1))
        kind = cell.get(f"{_OFFICE}value-type")
        if cell.get(f"{_CALC}value-type") == "error":
            sheet.errors[number + 1, column] = "".join(cell.itertext()) or "#N/A"
        elif cell.get(f"{_TABLE}formula") and kind is None:
            sheet.errors[number + 1, column] = FORMULA
        column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
