"""What stood on the posted pages of a month that is not closed yet, so that a later run can say what it corrects.

Kept as a text file, a row a line, like the record of a closed month, but of the money of that month alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.closing.compare import Change, compare
from pipeline.closing.figures import fund_figures
from pipeline.closing.record import (
    DamagedError,
    Effect,
    cents_of,
    json_lines,
    json_text,
    row_from_json,
    row_to_json,
)
from pipeline.closing.rows import dated_rows
from pipeline.messages import closing as words
from pipeline.money import plain_yuan
from pipeline.period import ONE_DAY
from pipeline.registers import CASH_MOVES, DISBURSEMENTS, DONATIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from pipeline.closing.rows import Row
    from pipeline.fund.books import Books
    from pipeline.fund.reconciliation import Reconciliation
    from pipeline.period import Period
    from pipeline.tables import Tables

FORM = 1  # of the file; a later program reads the earlier ones
_MONEY = (DONATIONS, DISBURSEMENTS, CASH_MOVES)
# Figures that the pages show. Those of the year follow from the months', and the bank's own are not the school's.
_SLICES = {words.MONTH, words.SOURCE_MONTH, words.PROGRAMME_MONTH, words.PURPOSE, words.BANK_BOOK, words.CASH}
_BETWEEN = words.JOIN.format(slice="", name="")


@dataclass(frozen=True)
class Posted:
    """The figures of a posted month by their Chinese names in 分, and the rows of money of that month.

    first: the ISO date of the first day that the pages hang.
    """

    month: str
    first: str
    figures: Mapping[str, int]
    rows: tuple[Row, ...]

    def hangs_on(self, day: dt.date) -> bool:
        """Whether the period of posting has begun by that day."""
        return self.first <= day.isoformat()


def is_posted(figure: str) -> bool:
    """Whether a figure of that name stands on a posted page."""
    return figure.partition(_BETWEEN)[0] in _SLICES


def posted_now(tables: Tables, books: Books, found: Reconciliation, period: Period, first: dt.date) -> Posted:
    """What the pages of this run show. first: the first day that they are to hang."""
    money = fund_figures(books, found).money
    return Posted(
        period.key,
        first.isoformat(),
        {name: cents for name, cents in money.items() if is_posted(name)},
        tuple(dated_rows(tables, period.last, period.first - ONE_DAY, _MONEY)),
    )


def differences(before: Posted, now: Posted) -> tuple[list[Effect], list[Change]]:
    """The figures that are not what was posted, and the rows of the month that have changed since."""
    effects = [
        Effect(now.month, name, before.figures.get(name), now.figures.get(name), is_money=True)
        for name in dict.fromkeys((*now.figures, *before.figures))
        if before.figures.get(name) != now.figures.get(name)
    ]
    return effects, [Change(now.month, old, new) for old, new in compare(before.rows, now.rows, ())]


def to_text(posted: Posted) -> str:
    """The file's text; the same month gives the same text."""
    parts = {
        "格式": json_text(FORM),
        "月份": json_text(posted.month),
        "公示起": json_text(posted.first),
        "金额": json_lines([name, plain_yuan(cents)] for name, cents in posted.figures.items()),
        "记录": json_lines(row_to_json(row) for row in posted.rows),
    }
    return "{\n" + ",\n".join(f"{json_text(name)}: {text}" for name, text in parts.items()) + "\n}\n"


def from_text(text: str) -> Posted:
    """The posted month of a file's text; DamagedError where it cannot be read."""
    try:
        data = json.loads(text)
        posted = Posted(
            data["月份"],
            data["公示起"],
            {name: cents_of(cents) for name, cents in data["金额"]},
            tuple(map(row_from_json, data["记录"])),
        )
        if to_text(posted) != text:
            raise DamagedError
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError from error
    return posted
