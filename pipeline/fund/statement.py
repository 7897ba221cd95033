"""The bank's statement: its lines in order, its chain of balances, its balance at the end of the month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.chain import Chain, batch_texts, joined_lines
from pipeline.findings import Finding
from pipeline.fund.items import day_numbers
from pipeline.money import format_yuan
from pipeline.tables import BLOCK, OK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.fund.items import Item
    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

# Rule: a statement that ends more than 7 days before the end of the month may be incomplete.
EARLY_DAYS = 7
_SAME_LINE = ["serial", "date", "amount", "balance"]
_STATED = "_stated"
_RETURN_WORD = "退汇"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the statement.

    index: its row in the table. day: its date as a day number (date.toordinal). amount and balance: 分, money in
    positive. text: 摘要. name: 对方户名. number: 流水号.
    """

    index: int
    day: int
    amount: int
    balance: int
    text: str = ""
    name: str = ""
    number: str = ""

    @property
    def date(self) -> dt.date:
        """Its date."""
        return dt.date.fromordinal(self.day)

    @property
    def gives_back(self) -> bool:
        """Whether it is a 退汇: a payment that the other bank sent back."""
        return _RETURN_WORD in self.text


@dataclass(frozen=True)
class Statement:
    """The statement up to the end of a month.

    lines: those that take part in the matching, by date, then by row. others: all other lines (outside the time, or
    in disagreement with the chain). balance: at the end of the month in 分, None where no statement tells it.
    sound: every line was readable and the chain held, so that a difference has another cause.
    """

    lines: tuple[Line, ...]
    others: tuple[Line, ...]
    balance: int | None
    sound: bool


def read_statement(table: Table, settings: Settings, period: Period) -> tuple[Statement, list[Finding]]:
    """The statement of a month, and what is wrong with it.

    Rules: lines on or before 期初日期 are passed over; equal lines of overlapping exports count once; each line's
    balance is the one before ± the line, and a line that disagrees is kept out of the matching.
    """
    rows = _by_date(table)
    days = pd.Series(day_numbers(rows["date"]), index=rows.index, dtype="int64")
    in_time = days.between(settings.opening_date.toordinal(), period.last.toordinal(), inclusive="right")
    good = rows[OK]
    twice = _repeated(rows[good]).reindex(rows.index, fill_value=False)
    wrong, broken = _check_chain(table, rows[in_time & ~twice], settings.statement_start)
    chain = rows[in_time & ~twice & good]
    later = rows[good & (days > period.last.toordinal())]
    statement = Statement(
        lines=_lines(chain[~chain.index.isin(wrong)]),
        others=_lines(rows[good & (~in_time | rows.index.isin(wrong))]),
        balance=_balance(chain, later, int(good.sum()), settings.statement_start),
        sound=not broken and int(good.sum()) == len(table.frame),
    )
    return statement, [*broken, *_overlaps(table, rows[twice])]


def _by_date(table: Table) -> pd.DataFrame:
    """All lines by date, then as they stand; amounts and balances as int64, 0 where they could not be read.

    A line without a date stands with the one before it: its balance is still the one before the next. _ok is False
    for lines that cannot be used, _stated for those without a balance.
    """
    rows = table.frame
    days = rows.groupby(BLOCK)["date"]
    readable = rows["amount"].notna() & rows["balance"].notna()
    rows = rows.assign(
        date=days.ffill().fillna(days.bfill()),
        amount=rows["amount"].fillna(0).astype("int64"),
        balance=rows["balance"].fillna(0).astype("int64"),
        **{OK: rows[OK] & readable, _STATED: rows["balance"].notna()},
    )
    return rows.dropna(subset="date").sort_values("date", kind="stable")


def ends_early(
    table: Table, statement: Statement, items: Sequence[Item], settings: Settings, period: Period
) -> list[Finding]:
    """A warning at the statement's last line where it ends too early for the month.

    Rule: more than 7 days before the end of the month, while the bank book moves later; 设置 对账单截止日 (the day up
    to which the statement is complete) settles it. items: those of the bank book up to the end of the month.
    """
    last_day = period.last.toordinal()
    seen = [line for line in (*statement.lines, *statement.others) if line.day <= last_day]
    if not seen:
        return []
    last = max(seen, key=lambda line: (line.day, line.index))
    complete_to = max(last.day, settings.statement_end.toordinal() if settings.statement_end else 0)
    if last_day - complete_to <= EARLY_DAYS or not any(item.day > complete_to for item in items):
        return []
    facts = {"date": last.date.isoformat(), "month_end": period.last.isoformat()}
    return [Finding("statement_ends_early", table.place(last.index, "date"), facts)]


def _repeated(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which lines stand in an earlier export already.

    Two equal lines of one export are two movements (50 in, 50 out, 50 in again), unless they share a 流水号: so the
    second of one export equals only the second of another.
    """
    turn = rows.groupby([*_SAME_LINE, BLOCK]).cumcount().where(rows["serial"] == "", 0)
    return rows.assign(_turn=turn).duplicated([*_SAME_LINE, "_turn"])


def _check_chain(table: Table, rows: pd.DataFrame, start: int) -> tuple[list[int], list[Finding]]:
    """Indexes of the lines that disagree with the balance before them, and an error for each.

    A batch whose lines all show the balance after the whole batch is checked once, at its last line. A line that
    cannot be used still tells the balance before the next.
    """
    balances = rows["balance"].to_numpy(dtype="int64")
    days = np.array(day_numbers(rows["date"]), dtype="int64")
    joined = joined_lines(batch_texts(rows["summary"].tolist()), days, balances)
    known, stated = rows[OK].to_numpy(dtype=bool), rows[_STATED].to_numpy(dtype=bool)
    breaks = Chain(rows["amount"].to_numpy(dtype="int64"), balances, joined, known, stated).breaks(start)
    wrong = [int(index) for each in breaks for index in rows.index[each.first : each.last + 1]]
    broken = [
        _broken(table, int(rows.index[each.last]), wanted=each.expected, stated=int(balances[each.last]))
        for each in breaks
    ]
    return wrong, broken


def _broken(table: Table, index: int, *, wanted: int, stated: int) -> Finding:
    facts = {
        "expected": format_yuan(wanted),
        "stated": format_yuan(stated),
        "difference": format_yuan(stated - wanted),
    }
    return Finding("statement_chain_broken", table.place(index, "balance"), facts)


def _overlaps(table: Table, rows: pd.DataFrame) -> list[Finding]:
    facts = zip(rows.index, rows["date"].dt.strftime("%Y-%m-%d") if len(rows) else [], rows["amount"], strict=True)
    return [
        Finding(
            "statement_line_repeated", table.place(int(index), "date"), {"date": day, "amount": format_yuan(amount)}
        )
        for index, day, amount in facts
    ]


def _balance(chain: pd.DataFrame, later: pd.DataFrame, lines: int, start: int) -> int | None:
    """The bank's balance at the end of the month; None where no line tells it.

    chain: the lines in the time; later: those after it; lines: how many there are in all.
    """
    if len(chain):
        return int(chain["balance"].iloc[-1])
    if len(later) < lines:
        return start
    # Only later lines: they prove the opening balance if the first of them starts from it.
    proven = lines and int(later["balance"].iloc[0]) - int(later["amount"].iloc[0]) == start
    return start if proven else None


def _lines(rows: pd.DataFrame) -> tuple[Line, ...]:
    texts = (rows[name].tolist() for name in ("summary", "counterparty", "serial"))
    numbers = (rows.index.tolist(), day_numbers(rows["date"]), rows["amount"].tolist(), rows["balance"].tolist())
    return tuple(Line(*cells) for cells in zip(*numbers, *texts, strict=True))
