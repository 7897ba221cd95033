"""The table of 银行流水: signed amounts, oldest line first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.read.frames import build_table
from pipeline.tables import BLOCK, OK, ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.findings import Finding
    from pipeline.read.raw import RawBlock
    from pipeline.registers import Register
    from pipeline.tables import Table


def build_statement(register: Register, blocks: Sequence[RawBlock]) -> tuple[Table, list[Finding]]:
    """The lines of all statements; `amount` in 分, money in positive, money out negative."""
    table, findings = build_table(register, blocks)
    frame = table.frame
    frame["amount"] = frame["amount"].fillna(frame["money_in"].fillna(0) - frame["money_out"].fillna(0))
    return table, findings


__all__ = ["BLOCK", "OK", "ROW", "build_statement"]
