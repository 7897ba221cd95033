"""Typed tables from text, for the tests of rules and figures: what the reader would have made of the same rows."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Field, Kind
from pipeline.registers import BY_NAME, REGISTERS, Register
from pipeline.tables import BLOCK, OK, ROW, Block, Table, dtype_of, empty_table

if TYPE_CHECKING:
    from collections.abc import Mapping


def table_of(name: str, text: str) -> Table:
    """The register's table of a text: a line a row, cells between "|", the first line the fields' names.

    Row n of the frame stands on row n + 2 of sheet 表 of 簿.xlsx. Amounts are in 分; a blank cell is missing.
    """
    register = BY_NAME[name]
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in dedent(text).strip().splitlines()]
    cells = {column: [row[number] for row in rows] for number, column in enumerate(header)}
    frame = pd.DataFrame({each.name: _column(each, cells.get(each.name, [""] * len(rows))) for each in register.fields})
    frame[BLOCK], frame[ROW], frame[OK] = 0, range(2, len(rows) + 2), True
    block = Block("簿.xlsx", "表", 1, {column: number for number, column in enumerate(header)})
    return Table(register, frame, (block,), empty_table(register).frame)


def tables_of(**texts: str) -> Mapping[str, Table]:
    """Every register: those given as text, the others empty."""
    return {each.name: _table(each, texts) for each in REGISTERS}


def _table(register: Register, texts: Mapping[str, str]) -> Table:
    return table_of(register.name, texts[register.name]) if register.name in texts else empty_table(register)


def _column(field: Field, cells: list[str]) -> pd.Series:
    values = [_value(field.kind, cell) for cell in cells]
    return pd.Series(values, dtype=dtype_of(field.kind))


def _value(kind: Kind, cell: str) -> object:
    if dtype_of(kind) == "str":
        return cell
    if not cell:
        return None
    if kind is Kind.DATE:
        return dt.datetime.fromisoformat(cell)
    return cell == "是" if kind is Kind.YES_NO else float(cell) if kind is Kind.DECIMAL else int(cell)
