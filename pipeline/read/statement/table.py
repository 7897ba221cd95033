"""The table of 银行流水: signed amounts, each export oldest line first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.read.frames import build_table
from pipeline.read.statement.accepted import accept
from pipeline.read.statement.amounts import Signed, sign_lines
from pipeline.read.statement.anchor import Anchor
from pipeline.read.statement.stated import check_stated
from pipeline.tables import BLOCK, OK, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.findings import Finding
    from pipeline.read.raw import RawBlock
    from pipeline.read.statement.accepted import Export
    from pipeline.registers import Register

_NO_ANCHOR = Anchor()


def build_statement(
    register: Register, blocks: Sequence[RawBlock], anchor: Anchor = _NO_ANCHOR
) -> tuple[Table, list[Finding]]:
    """The lines of all statements of the school's account, each export oldest line first.

    `amount` is in 分, money out negative, and filled in every row that is ok. Findings: cells that cannot be read,
    totals and balances that disagree, exports that are not read and why.
    """
    exports, findings = accept(blocks, anchor)
    table, found = build_table(register, [each.block for each in exports], [each.records for each in exports])
    findings += found
    parts: list[pd.DataFrame] = []
    for group in _of_one_form(exports):
        signed = sign_lines(exports, group, table.frame, anchor)
        findings += signed.findings
        parts.append(_ordered(table.frame, signed))
        if signed.proven:
            findings += [each for number in group for each in check_stated(exports[number], parts[-1], number)]
    frame = pd.concat(parts).sort_values(BLOCK, kind="stable").reset_index(drop=True) if parts else table.frame
    return Table(register, frame, table.blocks, table.voided), findings


def _of_one_form(exports: Sequence[Export]) -> list[list[int]]:
    """The numbers of the exports of each form: what one of them leaves open another may settle."""
    numbers = sorted(range(len(exports)), key=lambda number: exports[number].block.headers)
    return [list(group) for _, group in groupby(numbers, key=lambda number: exports[number].block.headers)]


def _ordered(frame: pd.DataFrame, signed: Signed) -> pd.DataFrame:
    """The lines of some exports in the order found, with their signed amounts."""
    rows = frame.loc[signed.index].assign(amount=pd.array(signed.amounts, dtype="Int64"))
    rows["amount"] = rows["amount"].where(signed.known)
    rows["counterparty"] = pd.Series(signed.counterparties, index=rows.index, dtype=frame["counterparty"].dtype)
    rows[OK] &= signed.known
    ordered: pd.DataFrame = rows.iloc[signed.order.tolist()]
    return ordered
