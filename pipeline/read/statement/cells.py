"""The cells of a statement's export tidied, so that the common reader can type them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from pipeline.dates import parse_date
from pipeline.money import parse_amount
from pipeline.text import as_text, fold, unwrap_export

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.faults import CellValue
    from pipeline.read.raw import RawBlock, Row
    from pipeline.read.statement.columns import StatementColumns

Change: TypeAlias = "Callable[[CellValue], CellValue]"

# Rule: what exports write where there is nothing to say.
_NOTHING = re.compile(r"[-\u2014\u2013_]+|/|\(空\)|N/A|无", re.IGNORECASE)
_ACCOUNT_IN_NAME = re.compile(r"[\d*]{4,}")
_AROUND_NAME = " /|,，;；:：-_()（）[]"
_DATES_ENOUGH = 0.5


def tidy_block(block: RawBlock, columns: StatementColumns) -> RawBlock:
    """The block with cells that mean nothing blank, all texts of a line in one cell, and its columns by field."""
    rows = [list(row) for row in block.rows]
    for column in (*columns.amounts, columns.balance, *columns.flags, columns.serial, *columns.dates):
        _change(rows, column, _tidy_value)
    for column in (*columns.summaries, columns.payer, columns.payee, columns.account, columns.currency):
        _change(rows, column, _tidy_value)
    _change(rows, columns.counterparty, _name_alone if columns.with_account else _tidy_value)
    fields = _fields(columns, _date_column(rows, columns.dates))
    for row in rows:
        _blank_the_unused(row, columns)
        if len(columns.summaries) > 1:
            row[fields["summary"]] = _joined(row, columns.summaries)
    if columns.in_pair:
        _turn_totals(rows, fields["date"], columns.money_out)
    return replace(block, rows=rows, columns=fields, extra={})


def is_dated(value: CellValue) -> bool:
    """Whether a cell states a day."""
    return isinstance(parse_date(value), dt.date)


def cents(value: CellValue) -> int | None:
    """The amount of a cell in 分, None where it states none."""
    amount = parse_amount(value)
    return amount if isinstance(amount, int) else None


def _fields(columns: StatementColumns, date: int) -> dict[str, int]:
    """Field -> column, as the register has it."""
    found = {
        "date": date,
        "summary": min(columns.summaries, default=-1),
        "money_in": columns.money_in,
        "money_out": columns.money_out,
        "amount": columns.amount,
        "balance": columns.balance,
        "counterparty": columns.counterparty,
        "serial": columns.serial,
    }
    return {name: column for name, column in found.items() if column >= 0}


def _date_column(rows: Sequence[Row], candidates: Sequence[int]) -> int:
    """The first candidate that holds dates; a column of bare times is never the date."""
    if len(candidates) == 1:
        return candidates[0]
    counts = {column: sum(is_dated(row[column]) for row in rows) for column in candidates}
    most = max(counts.values())
    return next(column for column, count in counts.items() if count >= most * _DATES_ENOUGH)


def _change(rows: Sequence[Row], column: int, change: Change) -> None:
    """Change the texts of a column; each distinct one once."""
    if column < 0:
        return
    changed: dict[CellValue, CellValue] = {}
    for value in {row[column] for row in rows}:
        changed[value] = change(value) if isinstance(value, str) else value
    for row in rows:
        row[column] = changed[row[column]]


def _tidy_value(value: CellValue) -> CellValue:
    text = unwrap_export(as_text(value))
    return "" if _NOTHING.fullmatch(fold(text)) else text


def _name_alone(value: CellValue) -> CellValue:
    """The name in a cell that holds name and account."""
    text = as_text(_tidy_value(value))
    return _ACCOUNT_IN_NAME.sub("", text).strip(_AROUND_NAME) or text


def _joined(row: Row, columns: Sequence[int]) -> str:
    """All texts of a line, each once, in the order of their columns."""
    return " ".join(dict.fromkeys(text for text in (as_text(row[column]) for column in columns) if text))


def _blank_the_unused(row: Row, columns: StatementColumns) -> None:
    """Rule: 0 in the unused one of two columns is a blank."""
    if not columns.in_pair:
        return
    for here, there in ((columns.money_in, columns.money_out), (columns.money_out, columns.money_in)):
        if row[here] != "" and row[there] != "" and cents(row[here]) == 0:
            row[here] = ""


def _turn_totals(rows: Sequence[Row], date: int, column: int) -> None:
    """Where every amount of 支出 carries a minus, a total without one means the same."""
    stated = [cents(row[column]) or 0 for row in rows]
    if min(stated, default=0) >= 0:
        return
    totals = [not is_dated(row[date]) for row in rows]
    if all(amount <= 0 for amount, total in zip(stated, totals, strict=True) if not total):
        for row, amount, total in zip(rows, stated, totals, strict=True):
            if total and amount > 0:
                row[column] = -amount / 100
