"""The same movements give the same table in whatever form they are exported."""

from __future__ import annotations

import datetime as dt
import tempfile
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.statement.exports import found, moved, read_exports

if TYPE_CHECKING:
    from collections.abc import Callable

Line: TypeAlias = "tuple[dt.date, int, int]"  # date, signed amount and balance in 分

OPENING = 2_000_000
DAYS = st.dates(dt.date(2026, 10, 1), dt.date(2026, 10, 20))
AMOUNTS = st.integers(-50_000, 50_000).filter(bool)


def chained(movements: list[tuple[dt.date, int]]) -> list[Line]:
    """The movements by date, with the balance after each."""
    days = sorted(day for day, _ in movements)
    amounts = [amount for _, amount in movements]
    balances = list(accumulate(amounts, initial=OPENING))[1:]
    return list(zip(days, amounts, balances, strict=True))


STATEMENTS = st.lists(st.tuples(DAYS, AMOUNTS), min_size=1, max_size=8).map(chained)


def yuan(cents: int) -> str:
    return f"{cents / 100:.2f}"


def two_columns(line: Line) -> str:
    day, amount, balance = line
    return f"{day},{yuan(amount) if amount > 0 else ''},{yuan(-amount) if amount < 0 else '-'},{yuan(balance)}"


def ledger(line: Line) -> str:
    day, amount, balance = line
    return f"{day},{yuan(max(-amount, 0))},{yuan(max(amount, 0))},{yuan(balance)}"


def own_minus(line: Line) -> str:
    day, amount, balance = line
    return f"{day},{yuan(amount) if amount > 0 else ''},{yuan(amount) if amount < 0 else ''},{yuan(balance)}"


def signed(line: Line) -> str:
    day, amount, balance = line
    return f"{day:%Y%m%d},{amount / 100:+.2f},{yuan(balance)}"


def flagged(line: Line, coming: str, going: str) -> str:
    day, amount, balance = line
    return f"{day},{yuan(abs(amount))},{coming if amount > 0 else going},{yuan(balance)}"


FORMS: dict[str, tuple[str, Callable[[Line], str]]] = {
    "two_columns": ("日期,收入,支出,余额", two_columns),
    "ledger": ("日期,借方金额,贷方金额,余额", ledger),
    "with_words": ("日期,贷方金额（支）,借方金额（收）,余额", ledger),
    "own_minus": ("发生时间,收入金额（+元）,支出金额（-元）,账户余额（元）", own_minus),
    "signed": ("记账日期,金额,余额", signed),
    "flagged": ("日期,金额,借贷标志,余额", lambda line: flagged(line, "贷", "借")),
    "first_in": ("日期,金额,借贷标志,余额", lambda line: flagged(line, "1", "2")),
    "second_in": ("日期,金额,借贷标志,余额", lambda line: flagged(line, "2", "1")),
}


def read(texts: dict[str, str]) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        reading = read_exports(Path(folder), dict(texts))
    return moved(reading), found(reading)


@settings(max_examples=25)
@given(STATEMENTS, st.sampled_from(sorted(FORMS)), st.booleans())
def test_every_form_gives_the_same_table(lines: list[Line], form: str, newest_first: bool) -> None:  # noqa: FBT001
    header, spell = FORMS[form]
    rows = [spell(line) for line in lines]
    text = "\n".join([header, *(reversed(rows) if newest_first else rows)])
    wanted = [(str(day), yuan(amount), yuan(balance)) for day, amount, balance in lines]
    assert read({"a.csv": text}) == (wanted, [])


@settings(max_examples=15)
@given(STATEMENTS, st.integers(0, 8), st.booleans())
def test_a_statement_over_two_files_is_one(lines: list[Line], cut: int, newest_first: bool) -> None:  # noqa: FBT001
    header, spell = FORMS["two_columns"]
    parts = [part for part in (lines[:cut], lines[cut:]) if part]
    texts = {
        f"{number}.csv": "\n".join([header, *map(spell, reversed(part) if newest_first else part)])
        for number, part in enumerate(parts)
    }
    wanted = [(str(day), yuan(amount), yuan(balance)) for day, amount, balance in lines]
    found_lines, problems = read(texts)
    assert problems in ([], [("statement_direction_open", "1")])
    assert problems or found_lines == wanted


@settings(max_examples=15)
@given(STATEMENTS, st.data())
def test_one_wrong_balance_never_turns_a_line(lines: list[Line], data: st.DataObject) -> None:
    """Of what the headers settle nothing changes, whatever is wrong."""
    at = data.draw(st.integers(0, len(lines) - 1))
    day, amount, balance = lines[at]
    header, spell = FORMS["two_columns"]
    text = "\n".join([header, *map(spell, [*lines[:at], (day, amount, balance + 777_777_777), *lines[at + 1 :]])])
    found_lines, problems = read({"a.csv": text})
    if problems:
        assert problems == [("statement_direction_unproven", "1")]
    else:
        assert sorted(amount for _, amount, _ in found_lines) == sorted(yuan(amount) for _, amount, _ in lines)
