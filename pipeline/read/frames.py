"""From the blocks of one register to its typed table, with 大写 beside the figures compared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from pipeline.fields import Kind
from pipeline.findings import Finding
from pipeline.money import parse_amount, plain_yuan
from pipeline.read.headers import plain_header
from pipeline.read.near import of_another_month
from pipeline.read.part import Part, parts_of
from pipeline.read.raw import FORMULA
from pipeline.read.records import sort_out
from pipeline.read.totals import check_totals
from pipeline.read.typed import typed
from pipeline.registers import STATEMENT
from pipeline.tables import BLOCK, OK, ROW, Block, Table, empty_frame
from pipeline.text import as_text, strip_cell
from pipeline.words import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandas.api.typing import NAType

    from pipeline.faults import CellValue
    from pipeline.fields import Field
    from pipeline.read.raw import RawBlock
    from pipeline.read.records import Records
    from pipeline.read.typed import Array
    from pipeline.registers import Register


# Cells at fault: (index of the frame, column of the sheet) -> the same index and the finding.
Faults: TypeAlias = "dict[tuple[int, int], tuple[int, Finding]]"

_NOTE_FIELDS = ("note",)


def build_table(
    register: Register,
    blocks: Sequence[RawBlock],
    records: Sequence[Records] | None = None,
) -> tuple[Table, list[Finding]]:
    """The typed table of a register, and a finding for each cell that cannot be read and each wrong total.

    records: what of each block are records, totals and voided rows, where the caller has sorted them out.
    """
    if not blocks:
        return Table(register, _empty(register), (), _empty(register)), []
    sorted_out = [sort_out(block) for block in blocks] if records is None else records
    parts = parts_of(blocks, [each.records for each in sorted_out])
    frame, faults = _frame(register, parts)
    voided, _ = _frame(register, parts_of(blocks, [each.voided for each in sorted_out]))
    shown = tuple(Block(each.file, each.sheet, each.header_row, each.columns) for each in blocks)
    findings = [finding for _, finding in faults.values()]
    findings += check_totals(register, parts, sorted_out, frame, faults)
    findings += [
        Finding("header_wan", block.place_of(block.wan), {"register": register.title}) for block in blocks if block.wan
    ]
    return Table(register, frame, shown, voided), [*findings, *_of_another_month(register, blocks, frame)]


def _of_another_month(register: Register, blocks: Sequence[RawBlock], frame: pd.DataFrame) -> Iterator[Finding]:
    """Warnings at the titles of tables none of whose dates lies in the month that the title names."""
    titled = [(number, block) for number, block in enumerate(blocks) if block.above]
    if register is STATEMENT or "date" not in frame:  # an export's lines say when it was printed
        return
    for number, block in titled:
        finding = of_another_month(block, frame.loc[frame[BLOCK] == number, "date"])
        if finding:
            yield finding


@cache
def _empty(register: Register) -> pd.DataFrame:
    return empty_frame(register)


def _frame(register: Register, parts: Sequence[Part]) -> tuple[pd.DataFrame, Faults]:
    """The rows of all parts in one typed frame; a row with an error in a cell, or under 万元, is not ok."""
    size = sum(len(part.positions) for part in parts)
    if not size:
        return _empty(register), {}
    filled = [part for part in parts if part.positions]
    columns: dict[str, Any] = {}
    findings: Faults = {}
    for field in register.fields:
        columns[field.name] = _column(register, field, filled, findings)
    findings |= dict(_trapped(register, filled))
    findings |= dict(_capitals(register, filled, columns, findings))
    ok = np.ones(size, dtype=bool)
    ok[[index for index, finding in findings.values() if finding.severity == "error"]] = False
    for part in filled:
        if part.block.wan:
            ok[part.first : part.first + len(part.positions)] = False
    columns[BLOCK] = np.repeat(np.arange(len(parts)), [len(part.positions) for part in parts])
    columns[ROW] = np.concatenate([np.array(part.numbers, dtype="int64") for part in filled])
    columns[OK] = ok
    return pd.DataFrame(columns, copy=False), findings


def _column(
    register: Register,
    field: Field,
    parts: Sequence[Part],
    findings: Faults,
) -> Array:
    """The typed column of a field; adds a finding for each cell at fault, by row of the frame and column."""
    values: list[CellValue] = []
    for part in parts:
        values.extend(part.values(field))
    column = typed(field, values, parts[0].different(field) if len(parts) == 1 else None)
    for index, fault in column.faults.items():
        part = _owner(parts, index)
        where = part.block.place(part.positions[index - part.first], part.block.columns[field.name])
        findings[index, where.column] = (
            index,
            Finding(fault.code, where, _facts(register, field, values[index], fault.hint)),
        )
    return column.column


def _owner(parts: Sequence[Part], index: int) -> Part:
    return next(part for part in reversed(parts) if part.first <= index)


def _facts(register: Register, field: Field, found: CellValue, hint: str = "") -> dict[str, str]:
    words = (YES, NO) if field.kind is Kind.YES_NO else field.words
    return {
        "register": register.title,
        "field": field.title,
        "found": as_text(found),
        "hint": hint,
        "allowed": "、".join(words),
    }


def _trapped(register: Register, parts: Sequence[Part]) -> Iterator[tuple[tuple[int, int], tuple[int, Finding]]]:
    """Error cells and formulas without a stored value that stand in a known column of a record."""
    for part in parts:
        if not part.block.errors:
            continue
        fields = {part.block.columns[each.name]: each for each in register.fields if each.name in part.block.columns}
        rows = {number: part.first + offset for offset, number in enumerate(part.numbers)}
        for (number, column), kind in part.block.errors.items():
            field = fields.get(column)
            if number not in rows or field is None or (kind == FORMULA and field.name in _NOTE_FIELDS):
                continue
            code = "formula_without_value" if kind == FORMULA else "error_value"
            where = part.block.place_of((number, column))
            index = rows[number]
            yield (
                (index, column),
                (index, Finding(code, where, _facts(register, field, "" if kind == FORMULA else kind))),
            )


def _capitals(
    register: Register,
    parts: Sequence[Part],
    columns: dict[str, Any],
    findings: Faults,
) -> Iterator[tuple[tuple[int, int], tuple[int, Finding]]]:
    """Amounts in 大写 that differ from the figures beside them."""
    if "amount" not in columns:
        return
    field = register.field("amount")
    for part in parts:
        amounts = list(columns["amount"][part.first : part.first + len(part.positions)])
        for offset, column, found in differing_capitals(part.block.headers, part.columns, amounts):
            index = part.first + offset
            if (index, part.block.columns.get("amount", -1)) not in findings:
                where = part.block.place(part.positions[offset], column)
                facts = _facts(register, field, found, plain_yuan(amounts[offset]))
                yield (index, column), (index, Finding("amount_capitals_differ", where, facts))


def differing_capitals(
    headers: Sequence[str],
    columns: Sequence[Sequence[CellValue]],
    amounts: Sequence[int | NAType],
) -> Iterator[tuple[int, int, str]]:
    """Row offset, column and text of each 大写 that is not the amount (in 分) of its row.

    A blank one says nothing, nor does one beside an amount that cannot be read.
    """
    for column, header in enumerate(headers):
        if "大写" in plain_header(header):
            for offset, (value, amount) in enumerate(zip(columns[column], amounts, strict=True)):
                text = strip_cell(value) if isinstance(value, str) else str(value)
                if text and amount is not pd.NA and parse_amount(value) != amount:
                    yield offset, column, text
