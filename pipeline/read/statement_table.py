"""The table of 银行流水: signed amounts, oldest line first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding, Place
from pipeline.read.frames import build_table
from pipeline.read.recognise import missing_titles
from pipeline.tables import BLOCK, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.read.raw import RawBlock
    from pipeline.registers import Register


def build_statement(register: Register, blocks: Sequence[RawBlock]) -> tuple[Table, list[Finding]]:
    """The lines of all statements, each block oldest line first; `amount` in 分, money out negative."""
    findings: list[Finding] = []
    whole: list[RawBlock] = []
    for block in blocks:
        missing = missing_titles(register, block.columns)
        if missing:
            findings.append(_missing(block, missing))
        else:
            whole.append(block)
    table, found = build_table(register, whole)
    frame = table.frame.assign(amount=_signed(table.frame))
    return Table(register, _oldest_first(frame), table.blocks, table.voided), findings + found


def _missing(block: RawBlock, missing: Sequence[str]) -> Finding:
    facts = {"register": block.register.title, "missing": "、".join(f"「{name}」" for name in missing), "hint": ""}
    return Finding("header_missing", Place(block.file, block.sheet, block.header_row), facts)


def _signed(frame: pd.DataFrame) -> pd.Series[int]:
    """The signed amount in 分: as stated, or what came in less what went out."""
    two = frame["money_in"].fillna(0) - frame["money_out"].fillna(0)
    return frame["amount"].fillna(two)


def _oldest_first(frame: pd.DataFrame) -> pd.DataFrame:
    """Blocks that begin with their newest line turned round."""
    parts = []
    for _, part in frame.groupby(BLOCK, sort=True):
        days = part["date"].dropna()
        newest_first = not days.empty and days.iloc[0] > days.iloc[-1]
        parts.append(part.iloc[::-1] if newest_first else part)
    return pd.concat(parts, ignore_index=True) if parts else frame
