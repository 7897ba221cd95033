"""The rows that made a month's figures, as plain text: told apart by what they say, never by where they stand.

A sheet that is sorted, or split over two files, has the same rows. What pupils and staff told of themselves is kept
as a fingerprint only: a change of it shows, its words do not.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Kind, Publicity
from pipeline.money import parse_amount, plain_yuan
from pipeline.registers import (
    CASH_COUNTS,
    CASH_MOVES,
    CONTACTS,
    DISBURSEMENTS,
    DONATIONS,
    GOODS,
    PAIRINGS,
    SETTINGS,
    STAFF_HARDSHIP,
    STATEMENT,
    VISITS,
)
from pipeline.settings import RESTRICTED_PREFIX
from pipeline.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from pipeline.fields import Field
    from pipeline.findings import Place
    from pipeline.registers import Register
    from pipeline.tables import Table, Tables

# Registers of happenings: a row belongs to the month of its date.
DATED = (DONATIONS, DISBURSEMENTS, STATEMENT, CASH_MOVES, GOODS, CASH_COUNTS, CONTACTS, VISITS, STAFF_HARDSHIP)
# What the reader of statements makes the signed amount of; the amount itself is kept.
_LEFT_OUT = {"money_in", "money_out", "flag"}
# Registers of money, whose 备注 says 冲正 or 期初未达: all of it is kept in words.
_IN_WORDS = {"donations", "disbursements", "statement", "cash_moves", "goods"}
# Of a pairing that which its contacts are due by. Its class moves up each September, its plan is written over time.
_OF_PAIRINGS = ("helper", "student", "kind", "started_on", "ended_on", "staff_no", "student_no")
# Settings that the fund's balances start from.
_OF_SETTINGS = ("期初日期", "期初银行余额", "期初现金余额", "期初对账单余额")
_FINGERPRINT_SIZE = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a register. values: title and text of each cell that is filled, in the order of the register.

    day: the ISO date of the happening, "" for a row of a list. where: its address when it was read.
    index: its row in the register's table of this run, -1 for a row out of a closed month's record.
    """

    register: str
    day: str
    values: tuple[tuple[str, str], ...]
    where: str = ""
    index: int = -1

    @property
    def content(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What the row says, wherever it stands."""
        return self.register, self.values

    def value(self, title: str) -> str:
        """The text under a title, "" where it is blank."""
        return dict(self.values).get(title, "")


def dated_rows(
    tables: Tables, until: dt.date, after: dt.date | None = None, registers: Iterable[Register] = DATED
) -> list[Row]:
    """The rows of happenings after one day and up to another, in register order."""
    rows: list[Row] = []
    for register in registers:
        table = tables[register.name]
        dates = table.frame["date"]
        chosen = dates <= pd.Timestamp(until)
        if after is not None:
            chosen &= dates > pd.Timestamp(after)
        rows += _rows(table, table.frame[chosen], _kept_fields(register))
    return rows


def other_rows(tables: Tables, until: dt.date) -> list[Row]:
    """The rows of happenings later than a day, or without a date that can be read."""
    rows: list[Row] = []
    for register in DATED:
        table = tables[register.name]
        rows += _rows(table, table.frame[~(table.frame["date"] <= pd.Timestamp(until))], _kept_fields(register))
    return rows


def list_rows(tables: Tables, until: dt.date) -> list[Row]:
    """The rows of lists that a month's figures rest on, as they stood at the end of a day: pairings and settings."""
    pairings = tables[PAIRINGS.name]
    last = pd.Timestamp(until)
    frame = pairings.frame[pairings.frame["started_on"] <= last]
    frame = frame.assign(ended_on=frame["ended_on"].where(frame["ended_on"] <= last))
    fields = [PAIRINGS.field(name) for name in _OF_PAIRINGS]
    return [*_rows(pairings, frame, fields), *_settings(tables[SETTINGS.name])]


def _settings(table: Table) -> list[Row]:
    wanted = {fold(title) for title in _OF_SETTINGS}
    rows = []
    for index, item, content in zip(table.frame.index, table.frame["item"], table.frame["content"], strict=True):
        if fold(item) in wanted or fold(item).startswith(fold(RESTRICTED_PREFIX)):
            amount = parse_amount(content)
            text = plain_yuan(amount) if isinstance(amount, int) else content.strip()
            values = (("项目", fold(item)), ("内容", text))
            rows.append(Row(SETTINGS.title, "", values, table.place(int(index)).address, int(index)))
    return rows


def place_of(row: Row, title: str, tables: Tables) -> Place | None:
    """The cell of a row of this run that has that title; the row where it has no such column; None for an old row."""
    if row.index < 0:
        return None
    table = next(each for each in tables.values() if each.register.title == row.register)
    names = {field.title: field.name for field in table.register.fields}
    return table.place(row.index, names.get(title, ""))


def _kept_fields(register: Register) -> list[Field]:
    return [field for field in register.fields if field.name not in _LEFT_OUT]


def _rows(table: Table, frame: pd.DataFrame, fields: Iterable[Field]) -> list[Row]:
    register = table.register
    columns = {field.title: _texts(register, field, frame[field.name]) for field in fields}
    days = _texts(register, register.field("date"), frame["date"]) if "date" in frame else [""] * len(frame)
    titles = tuple(columns)
    return [
        Row(
            register.title,
            day,
            tuple(pair for pair in zip(titles, cells, strict=True) if pair[1]),
            table.place(index).address,
            index,
        )
        for day, index, *cells in zip(days, frame.index.tolist(), *columns.values(), strict=True)
    ]


def _texts(register: Register, field: Field, column: pd.Series) -> list[str]:
    """The cells of a column as text, each value looked at once."""
    hidden = field.publicity is Publicity.SECRET and register.name not in _IN_WORDS
    if field.kind is Kind.DATE:
        days: list[str] = column.dt.strftime("%Y-%m-%d").fillna("").tolist()
        return days
    values = column.tolist()
    texts: Mapping[object, str] = {value: _text(field.kind, value) for value in set(values) if not pd.isna(value)}
    if hidden:
        texts = {value: _fingerprint(text) for value, text in texts.items()}
    return [texts.get(value, "") for value in values]


def _text(kind: Kind, value: object) -> str:
    if kind is Kind.AMOUNT:
        return plain_yuan(int(str(value)))
    if kind is Kind.DECIMAL:
        return repr(float(str(value))).removesuffix(".0")
    if kind is Kind.YES_NO:
        return "是" if value else "否"
    return str(value)


def _fingerprint(text: str) -> str:
    """A mark of a text that is not to be kept in words, "" of a blank one."""
    if not text:
        return ""
    return "#" + base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:_FINGERPRINT_SIZE]
