"""The pandera schema of each register, derived from its description, and its failures as findings.

The reader has already typed the cells and reported what it could not read. What is checked here: every required
cell is filled, every word is of its field's vocabulary, no amount is zero, only a 冲正 is negative, nothing has
happened after the run date, no 同上 stands for a value and no last day lies before its first. The name of each check
is the code of its finding; no text of pandera reaches a user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from pipeline.faults import DITTO, Fault
from pipeline.fields import Field, Kind, Publicity
from pipeline.findings import Finding, Place
from pipeline.messages import CATALOGUE
from pipeline.money import plain_yuan
from pipeline.registers import CORRECTION, STATEMENT, Register
from pipeline.tables import BLOCK, TEXT_DTYPE, Table, dtype_of
from pipeline.words import match_word

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterator, Mapping

# Registers in which an amount of 0 is a mistake and a negative one needs the word 冲正 in 备注.
_MONEY_REGISTERS = frozenset({"donations", "disbursements", "cash_moves"})
# Registers whose 日期 is that of a happening, which cannot lie after the run date.
_HAPPENINGS = frozenset(
    {
        "donations",
        "disbursements",
        "statement",
        "cash_moves",
        "goods",
        "contacts",
        "visits",
        "staff_hardship",
        "cash_counts",
    },
)
# The first and the last day of what a register's row lasts.
_SPANS = {
    "staff": ("joined_on", "left_on"),
    "pairings": ("started_on", "ended_on"),
    "postings": ("posted_from", "posted_to"),
}
# Fields of free text that decide a figure or are posted; in a note, and in what was talked about, 同上 is an answer.
_TELLING = frozenset({"department", "purpose", "campaign", "item"})
_NOT_NULLABLE = "not_nullable"  # pandera's own name of the check that a typed cell is filled


def validate(
    tables: Mapping[str, Table],
    today: dt.date,
    reported: Collection[Place],
) -> tuple[dict[str, Table], list[Finding]]:
    """Check every register against its schema.

    reported: cells the reader has reported already; a cell is reported once. Returns the tables, with the failing
    rows kept out of the figures, and the findings.
    """
    checked: dict[str, Table] = {}
    findings: list[Finding] = []
    for name, table in tables.items():
        failures = [*ditto_cells(table), *reversed_spans(table), *failing_cells(table, today)]
        found = [_finding(table, *failure) for failure in _first_of_each_cell(failures)]
        findings += [each for each in found if each.where not in reported]
        errors = [index for (index, _, code) in failures if CATALOGUE[code].severity == "error"]
        checked[name] = table.without(pd.Index(errors))
    return checked, findings


def ditto_cells(table: Table) -> list[tuple[int, str, str]]:
    """Every cell that says 同上 where a row must say itself what it is about."""
    asked = [each.name for each in table.register.fields if each.name in _TELLING or _is_name(each)]
    if table.register is STATEMENT or table.frame.empty:
        return []
    return [
        (int(index), name, "cell_ditto")
        for name in asked
        for index in table.frame.index[table.frame[name].isin(DITTO)].tolist()
    ]


def _is_name(field: Field) -> bool:
    return field.kind not in {Kind.TEXT, Kind.ID_NUMBER} and dtype_of(field.kind) == TEXT_DTYPE


def reversed_spans(table: Table) -> list[tuple[int, str, str]]:
    """Every last day that lies before the first day of its row."""
    if table.register.name not in _SPANS:
        return []
    first, last = _SPANS[table.register.name]
    reverse = table.frame[last] < table.frame[first]
    return [(int(index), last, "dates_reversed") for index in table.frame.index[reverse].tolist()]


def _first_of_each_cell(failures: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    codes = {(index, column): code for index, column, code in reversed(failures)}
    return [(index, column, code) for (index, column), code in reversed(codes.items())]


def failing_cells(table: Table, today: dt.date) -> list[tuple[int, str, str]]:
    """Every cell that fails: its row index, its field and the code; of several codes of a cell the first."""
    if table.frame.empty:
        return []
    try:
        schema_of(table.register, today).validate(table.frame, lazy=True, inplace=True)
    except SchemaErrors as errors:
        return list(_cells_of(errors))
    return []


def schema_of(register: Register, today: dt.date) -> pa.DataFrameSchema:
    """The schema of the register's typed frame; a field of which anything is right is no part of it."""
    columns = {field.name: _column(register, field, today) for field in register.fields}
    asked = {name: column for name, column in columns.items() if column.checks or not column.nullable}
    return pa.DataFrameSchema(asked, checks=_row_checks(register))


def _column(register: Register, field: Field, today: dt.date) -> pa.Column:
    # The money columns of a statement are settled by the reader, which knows the export's form.
    must = field.required and not (register is STATEMENT and field.kind is Kind.AMOUNT)
    dtype = dtype_of(field.kind)
    # Of a text pandera would list cell by cell that it is one, which costs as much as all the checks.
    asked = None if dtype == TEXT_DTYPE else dtype
    return pa.Column(asked, nullable=not must, checks=list(_checks(register, field, today, must=must)))


def _checks(register: Register, field: Field, today: dt.date, *, must: bool) -> Iterator[pa.Check]:
    if must and dtype_of(field.kind) == TEXT_DTYPE:
        yield _check("cell_blank", lambda cells: cells != "")
    if field.kind is Kind.WORD:
        yield pa.Check.isin([*field.words, ""], name="word_unknown", error="word_unknown")
    if field.name == "amount" and register.name in _MONEY_REGISTERS:
        yield _check("amount_zero", lambda cells: cells != 0)
    if field.name == "date" and register.name in _HAPPENINGS:
        yield _check("date_in_future", lambda cells: cells <= pd.Timestamp(today))


def _row_checks(register: Register) -> list[pa.Check]:
    if register.name not in _MONEY_REGISTERS:
        return []
    return [_check("amount_negative", _positive_or_correction)]


def _positive_or_correction(rows: pd.DataFrame) -> pd.Series[bool]:
    positive = (rows["amount"] >= 0).fillna(value=True)
    if positive.all() or "note" not in rows:  # a negative amount is rare, and thousands of notes need not be read
        return positive
    return positive | rows["note"].str.contains(CORRECTION)


def _check(code: str, holds: Callable[..., pd.Series[bool]]) -> pa.Check:
    return pa.Check(holds, name=code, error=code)


def _cells_of(errors: SchemaErrors) -> Iterator[tuple[int, str, str]]:
    seen: set[tuple[int, str]] = set()
    for error in errors.schema_errors:
        column, code = _named(error)
        for index in _rows_of(error):
            if (index, column) not in seen:  # the first check of a cell names its cause: a blank is no unknown word
                seen.add((index, column))
                yield index, column, code


def _named(error: pa.errors.SchemaError) -> tuple[str, str]:
    code = error.check if isinstance(error.check, str) else error.check.name
    if code == _NOT_NULLABLE:
        code = "cell_blank"
    # A row check concerns the amount of its row.
    column = "amount" if error.schema.name is None else error.schema.name
    return str(column), str(code)


def _rows_of(error: pa.errors.SchemaError) -> list[int]:
    return sorted({int(index) for index in error.failure_cases["index"]})


def _finding(table: Table, index: int, column: str, code: str) -> Finding:
    field = table.register.field(column)
    facts = {
        "register": table.register.title,
        "field": field.title,
        "found": _shown(table.frame[column].iloc[index], field.kind),
        "allowed": "、".join(field.words),
        "hint": _hint(table, index, field, code),
    }
    if code == "dates_reversed":
        first = _SPANS[table.register.name][0]
        facts["from_field"] = table.register.field(first).title
        facts["from"] = _shown(table.frame[first].iloc[index], Kind.DATE)
    return Finding(code, table.place(index, column), facts)


def _hint(table: Table, index: int, field: Field, code: str) -> str:
    """The nearest right value: the closest word, or what stands above a 同上 or a blank date."""
    if code == "word_unknown":
        nearest = match_word(str(table.frame[field.name].iloc[index]), field.words)
        return nearest.hint if isinstance(nearest, Fault) else ""
    if index > 0 and (code == "cell_ditto" or (code == "cell_blank" and field.kind is Kind.DATE)):
        above = _shown(table.frame[field.name].iloc[index - 1], field.kind)
        same_block = table.frame[BLOCK].iloc[index] == table.frame[BLOCK].iloc[index - 1]
        return above if same_block and above not in DITTO and field.publicity is not Publicity.SECRET else ""
    return ""


def _shown(value: object, kind: Kind) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if kind is Kind.AMOUNT:
        return plain_yuan(int(str(value)))
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)
