"""The signed amounts of the lines of exports of one form, their times and their order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.chain import batch_texts
from pipeline.findings import Finding, Place
from pipeline.read.statement.flags import Flags, flag_column, read_flags, sign_flagged, sign_pair
from pipeline.read.statement.readings import Lines, settle
from pipeline.tables import BLOCK, OK, ROW
from pipeline.text import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from pipeline.chain import Flags as Truths
    from pipeline.chain import Whole
    from pipeline.faults import CellValue
    from pipeline.read.raw import Row
    from pipeline.read.statement.accepted import Export
    from pipeline.read.statement.anchor import Anchor


_SAME_LINE = ["serial", "date", "amount", "money_in", "money_out", "balance"]


@dataclass
class Signed:
    """The lines of exports of one form.

    index: their rows in the frame. amounts: in 分, money out negative. known: lines that may be used. order: their
    positions, oldest first in each export; empty where the exports cannot be read. proven: they can.
    """

    index: pd.Index
    amounts: Whole
    known: Truths
    counterparties: list[str]
    order: Whole = field(default_factory=lambda: np.array([], dtype="int64"))
    findings: list[Finding] = field(default_factory=list)
    proven: bool = False


def sign_lines(exports: Sequence[Export], group: Sequence[int], frame: pd.DataFrame, anchor: Anchor) -> Signed:
    """Sign and order the lines of some exports of one form; their rows in the frame are as the cells state them."""
    return _Signer(exports, group, frame).sign(anchor)


class _Signer:
    """The lines of exports of one form, as columns."""

    def __init__(self, exports: Sequence[Export], group: Sequence[int], frame: pd.DataFrame) -> None:
        self.exports, self.group = exports, group
        self.columns = exports[group[0]].columns
        self.rows = frame[frame[BLOCK].isin(group)]
        self.cells = self._cells()
        self.balances = _cents(self.rows["balance"])
        self.flags = self._flags()
        self.findings: list[Finding] = []
        self.known = self._known()

    def sign(self, anchor: Anchor) -> Signed:
        """The signed lines, or none and a finding at the header of each export."""
        lines = self._lines()
        reading = settle(lines, anchor.opening)
        nobody = [""] * len(self.rows)
        if isinstance(reading, str):
            amounts = np.zeros(len(self.rows), dtype="int64")
            refused = [Finding(reading, self.exports[each].header, self._facts()) for each in self.group]
            return Signed(self.rows.index, amounts, self.known, nobody, findings=[*self.findings, *refused])
        signed = Signed(self.rows.index, reading.amounts.copy(), self.known.copy(), nobody, reading.order, proven=True)
        self._by_balance(signed)
        signed.counterparties = self._counterparties(signed.amounts)
        signed.findings = self.findings
        return signed

    def _cells(self) -> list[Row]:
        """The tidied cells of each line."""
        rows = {
            (number, at): row
            for number in self.group
            for at, row in zip(self.exports[number].block.row_numbers, self.exports[number].block.rows, strict=True)
        }
        return [rows[key] for key in zip(self.rows[BLOCK].tolist(), self.rows[ROW].tolist(), strict=True)]

    def _texts(self, column: int) -> list[str]:
        return [as_text(row[column]) for row in self.cells]

    def _flags(self) -> Flags | None:
        self.flag = -1
        if not self.columns.in_pair:
            self.flag = flag_column(self.columns, {each: self._texts(each) for each in self.columns.flags})
        return read_flags(self._texts(self.flag)) if self.flag >= 0 else None

    def _known(self) -> Truths:
        """Which lines state one amount and a balance; a finding for each other that no cell was reported for."""
        ok = self.rows[OK].to_numpy(dtype=bool)
        bad = np.zeros(len(self.rows), dtype=bool)
        checks = [("cell_blank", "balance", self.rows["balance"].isna().to_numpy(dtype=bool))]
        if self.columns.in_pair:
            coming, going = self.rows["money_in"], self.rows["money_out"]
            checks += [
                ("statement_both_sides", "money_out", (coming.notna() & going.notna()).to_numpy(dtype=bool)),
                ("statement_no_amount", "", (coming.isna() & going.isna()).to_numpy(dtype=bool)),
                ("statement_zero", "", (coming.fillna(1) * going.fillna(1) == 0).to_numpy(dtype=bool)),
            ]
        else:
            checks += [
                ("statement_no_amount", "amount", self.rows["amount"].isna().to_numpy(dtype=bool)),
                ("statement_zero", "amount", (self.rows["amount"].fillna(1) == 0).to_numpy(dtype=bool)),
            ]
        for code, name, wrong in checks:
            fresh = wrong & ok & ~bad
            self.findings += [self._finding(code, int(position), name) for position in np.flatnonzero(fresh)]
            bad |= wrong
        return ok & ~bad

    def _lines(self) -> Lines:
        days = self.rows["date"].ffill().bfill().fillna(np.datetime64("2000-01-01"))
        twice = self.rows.duplicated(_SAME_LINE).to_numpy(dtype=bool) & (self.rows["serial"] != "").to_numpy(dtype=bool)
        silent = np.zeros(len(self.rows), dtype=bool)
        if self.flags is not None:
            silent = (self.flags.sides == 0) & np.array([not each for each in self.flags.digits], dtype=bool)
        return Lines(
            block=self.rows[BLOCK].to_numpy(dtype="int64"),
            days=days.to_numpy().astype("datetime64[D]").astype("int64") + _EPOCH,
            moments=np.array([moment_of(self._times(row)) for row in self.cells], dtype="int64"),
            balances=self.balances,
            known=self.known & ~twice & ~silent,
            stated=self.rows["balance"].notna().to_numpy(dtype=bool) & ~twice,
            batch=batch_texts(self.rows["summary"].tolist()),
            signs=self._signs(),
            settled=self.flags is None or self.flags.by_words,
        )

    def _times(self, row: Row) -> list[Any]:
        return [row[column] for column in self.columns.dates]

    def _signs(self) -> dict[str, Whole]:
        if self.columns.in_pair:
            coming, going = _cents(self.rows["money_in"]), _cents(self.rows["money_out"])
            return sign_pair(coming, going, ledger_only=self.columns.ledger_only)
        amounts = _cents(self.rows["amount"])
        return {"": amounts} if self.flags is None else sign_flagged(amounts, self.flags)

    def _by_balance(self, signed: Signed) -> None:
        """Sign each line whose flag says neither in nor out by its balance; one that moves nothing is no line."""
        if self.flags is None:
            return
        amounts = np.abs(_cents(self.rows["amount"]))
        still: list[int] = []
        stated = self.rows["balance"].notna().to_numpy(dtype=bool)
        blocks = self.rows[BLOCK].to_numpy(dtype="int64")
        for before, position in zip([-1, *signed.order], signed.order, strict=False):
            if signed.amounts[position] or not self.known[position]:
                continue
            linked = before >= 0 and blocks[before] == blocks[position] and stated[before]
            moved = int(self.balances[position] - self.balances[before]) if linked else None
            if moved == 0:
                still.append(position)
            elif moved is not None and abs(moved) == amounts[position]:
                signed.amounts[position] = moved
            else:
                signed.known[position] = False
                self.findings.append(self._finding("statement_flag_unclear", int(position), "", self.flag))
        signed.order = signed.order[~np.isin(signed.order, still)]

    def _counterparties(self, amounts: Whole) -> list[str]:
        """对方户名, where payer and payee stand in columns of their own the one who is not the school."""
        names: list[str] = self.rows["counterparty"].tolist()
        if self.columns.payer < 0 or self.columns.payee < 0:
            return names
        others = np.where(amounts > 0, self._texts(self.columns.payer), self._texts(self.columns.payee))
        return [name or str(other) for name, other in zip(names, others, strict=True)]

    def _facts(self) -> dict[str, str]:
        return {"register": self.exports[self.group[0]].block.register.title, "hint": "", "found": "", "allowed": ""}

    def _finding(self, code: str, position: int, name: str, column: int = -1) -> Finding:
        """A finding at a field of a line, or at a column of the sheet, or at the line."""
        block = self.exports[int(self.rows[BLOCK].iloc[position])].block
        column = block.columns.get(name, column)
        where = Place(block.file, block.sheet, int(self.rows[ROW].iloc[position]), column)
        title = block.register.field(name).title if name else ""
        found = as_text(self.cells[position][column]) if column >= 0 else ""
        return Finding(code, where, self._facts() | {"field": title, "found": found})


_EPOCH = 719_163  # the day number (date.toordinal) of 1970-01-01


def _cents(values: pd.Series) -> Whole:
    """A column of amounts in 分, 0 where it is blank."""
    return values.fillna(0).to_numpy(dtype="int64")


_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:时点](\d{2})(?:[:分](\d{2}))?")
_COMPACT = re.compile(r"(?:\d{8} ?)?([01]\d|2[0-3])([0-5]\d)([0-5]\d)")
_LONGEST_COMPACT = 240_000
NOT_STATED = -1


def moment_of(cells: Iterable[CellValue]) -> int:
    """Seconds since midnight that the first cell with a time states, NOT_STATED where none does."""
    return next((moment for moment in map(_moment, cells) if moment != NOT_STATED), NOT_STATED)


def _moment(cell: CellValue) -> int:
    if isinstance(cell, (dt.datetime, dt.time)):
        time = cell if isinstance(cell, dt.time) else cell.time()
        return time.hour * 3600 + time.minute * 60 + time.second
    if isinstance(cell, dt.timedelta):
        return int(cell.total_seconds())
    if isinstance(cell, float) and cell < _LONGEST_COMPACT and cell.is_integer():
        cell = f"{cell:06.0f}"
    found = (_CLOCK.search(cell) or _COMPACT.fullmatch(cell.strip())) if isinstance(cell, str) else None
    if not found:
        return NOT_STATED
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
