"""Registers from text tables, without workbooks: for tests of what is computed from rows already read.

    make_tables(捐款='''
        日期       | 捐款人 | 类别     | 金额  | 方式
        2026-10-01 | 李明   | 社会人士 | 50.00 | 现金
    ''')

The first line names fields by their titles; a column that is left out is blank. Amounts are in 元 here and in 分 in
the tables. The register's sheet is its title in the file 登记.xlsx, the header on row 1, its columns in the order of
the text. A row with 作废 in 备注 is a voided row. Registers that are not named are empty.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from textwrap import dedent
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Kind
from pipeline.period import Period
from pipeline.registers import REGISTERS, VOID, Register
from pipeline.settings import Settings
from pipeline.tables import Block, Table, dtype_of, empty_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.findings import Finding
    from pipeline.tables import Tables

FILE = "登记.xlsx"
OCTOBER = Period(2026, 10, dt.date(2026, 11, 3))
SCHOOL = Settings(school="云岭示例中学", opening_date=dt.date(2026, 8, 31), opening_bank=100_000, opening_cash=10_000)

# Frames are never changed in place, so that all tests may share the empty ones.
EMPTY = {register.name: empty_table(register) for register in REGISTERS}

Cell = str | int | float | bool | pd.Timestamp | None


def make_tables(**texts: str) -> Tables:
    """Every register, those named (by title) with the rows of their text table."""
    given = {each.name: make_table(each, texts[each.title]) for each in REGISTERS if each.title in texts}
    return {**EMPTY, **given}


def make_table(register: Register, text: str) -> Table:
    """One register from its text table."""
    lines = [
        [cell.strip() for cell in line.split("|")] for line in dedent(text).strip("\n").split("\n") if line.strip()
    ]
    by_title = {field.title: field for field in register.fields}
    fields = [by_title[title] for title in lines[0]]
    cells = [[typed(cell, field.kind) for cell, field in zip(line, fields, strict=True)] for line in lines[1:]]
    frame = pd.DataFrame(cells, columns=[field.name for field in fields], dtype="object")
    rest = {each.name: blank(each.kind) for each in register.fields if each.name not in frame}
    dtypes = {each.name: dtype_of(each.kind) for each in register.fields}
    frame = frame.assign(**rest)[list(register.names)].astype(dtypes)
    frame = frame.assign(_block=0, _row=range(2, len(frame) + 2), _ok=True)
    void = frame["note"].str.contains(VOID) if "note" in frame else pd.Series(data=False, index=frame.index)
    block = Block(FILE, register.title, 1, {field.name: column for column, field in enumerate(fields)})
    return Table(register, frame[~void].reset_index(drop=True), (block,), frame[void].reset_index(drop=True))


def typed(cell: str, kind: Kind) -> Cell:
    """The value of a cell as a reader would hand it on."""
    if not cell:
        return blank(kind)
    if kind is Kind.DATE:
        return pd.Timestamp(cell)
    if kind is Kind.AMOUNT:
        return int(Decimal(cell) * 100)
    if kind in {Kind.COUNT, Kind.YEAR}:
        return int(cell)
    if kind is Kind.DECIMAL:
        return float(cell)
    return cell == "是" if kind is Kind.YES_NO else cell


def blank(kind: Kind) -> Cell:
    """What a blank cell of that kind is."""
    if kind is Kind.DATE:
        return pd.NaT  # type: ignore[return-value]  # NaT stands for a missing timestamp
    return "" if dtype_of(kind) == "str" else None


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """Code and cell of each finding, sheet and cell only: ("cash_below_zero", "支出!F3")."""
    return [(each.code, each.where.address.removeprefix(f"{FILE}!") if each.where else "") for each in findings]


def yuan(figures: Mapping[str, int]) -> Mapping[str, str]:
    """Amounts in 分 as 元 with two decimals, so that a test reads like a ledger."""
    return MappingProxyType({key: f"{Decimal(value) / 100:.2f}" for key, value in figures.items()})
