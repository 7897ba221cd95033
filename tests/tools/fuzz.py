"""Fuzzes the reader and all that follows it for some minutes: ``python -m tests.tools.fuzz 10``.

Two kinds of inputs take turns: registers whose cells hold anything, and workbooks whose bytes were changed. Whatever
they hold, reading them ends in tables and findings; an exception is a fault of the program. The first that is found is
shown with the smallest input that Hypothesis can make of it, and the exit status is 1; it becomes a test.
"""

from __future__ import annotations

import datetime as dt
import io
import secrets
import sys
import tempfile
import time
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.run import examine
from pipeline.stop import CannotRunError
from tests.sheets import rows_of
from tests.small_school import SHEETS, write_school

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.sheets import Value

TODAY = dt.date(2026, 11, 3)
OCTOBER = Period(2026, 10, TODAY)
_ROUND = 10  # examples of each kind before the other takes its turn
_ODD = (
    *("", "合计", "小计", "承前页", "作废", "冲正", "#N/A", "=1+1", "-", "0", "万元", "1.5万元", "50×3", "伍拾元整"),
    *("2026.2.30", "3月5日", "2026-10", "7.10", "七年级（1）班", "李 明", "甲、乙", "夏依代•买买提", "期初未达"),
    *("٥٠", "\u200b", "\u202e", "\x00", "\ud7ff", "<b>", "{0}", "1e999", "NaN", "9" * 30, "、", "!", "'", "%s"),
)
CELLS = st.one_of(
    st.none(),
    st.sampled_from(_ODD),
    st.text(max_size=12),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)).map(lambda day: dt.datetime.combine(day, dt.time())),
    st.booleans(),
)


def look_at(folder: Path) -> None:
    """Read and compute all; a folder that cannot be run at all says so in a sentence."""
    with suppress(CannotRunError), Progress() as progress:
        examine(folder, OCTOBER, TODAY, progress)


@st.composite
def odd_sheets(draw: st.DrawFn) -> dict[str, list[list[Value]]]:
    """The small school with some cells, rows and headers of some sheets exchanged for anything."""
    sheets = {name: rows_of(text) for name, text in SHEETS.items()}
    for name in draw(st.lists(st.sampled_from(sorted(sheets)), min_size=1, max_size=3, unique=True)):
        rows = sheets[name]
        for _ in range(draw(st.integers(1, 6))):
            row = draw(st.integers(0, len(rows) - 1))
            what = draw(st.sampled_from(("cell", "cell", "cell", "row", "again", "gone")))
            if what == "cell" and rows[row]:
                rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(CELLS)
            elif what == "row":
                rows.insert(row, draw(st.lists(CELLS, max_size=8)))
            elif what == "again":
                rows.insert(row, list(rows[row]))
            elif len(rows) > 1:
                del rows[row]
    return sheets


def book_of(sheets: dict[str, list[list[Value]]]) -> Workbook:
    """The sheets as a workbook; what openpyxl refuses to write is left blank."""
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                try:
                    sheet.cell(number, column, value)
                except (ValueError, IllegalCharacterError):
                    continue
    return book


@settings(max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(odd_sheets())
def odd_cells(sheets: dict[str, list[list[Value]]]) -> None:
    """Registers whose cells hold anything."""
    with tempfile.TemporaryDirectory() as folder:
        book_of(sheets).save(Path(folder) / "登记.xlsx")
        look_at(Path(folder))


@settings(max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def odd_bytes(data: st.DataObject) -> None:
    """A workbook with some bytes of a part of it exchanged, cut out or put in; or of the whole file."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "登记.xlsx"
        parts = parts_of(school_book())
        part = data.draw(st.sampled_from(["", *sorted(parts)]))
        if part:
            parts[part] = changed(parts[part], data)
            path.write_bytes(package_of(parts))
        else:
            path.write_bytes(changed(school_book(), data))
        look_at(path.parent)


@cache
def school_book() -> bytes:
    """The small school's workbook, the same for all examples: it holds the time at which it was written."""
    with tempfile.TemporaryDirectory() as name:
        write_school(Path(name))
        return (Path(name) / "登记.xlsx").read_bytes()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package_of(parts: dict[str, bytes]) -> bytes:
    """A workbook of those parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def changed(data: bytes, draws: st.DataObject) -> bytes:
    """The bytes with up to four stretches of them exchanged."""
    for _ in range(draws.draw(st.integers(1, 4))):
        at = draws.draw(st.integers(0, len(data)))
        length = draws.draw(st.integers(0, 12))
        data = data[:at] + draws.draw(st.binary(max_size=12)) + data[at + length :]
    return data


def main(words: Sequence[str]) -> int:
    """Fuzz for so many minutes, from a first seed that may follow them; 0 where nothing was found."""
    until = time.monotonic() + float(words[0]) * 60
    first = int(words[1]) if len(words) > 1 else secrets.randbelow(2**32)
    print(f"first seed: {first}")
    kinds: tuple[Callable[[], None], ...] = (odd_cells, odd_bytes)
    rounds = 0
    while time.monotonic() < until:
        kind = kinds[rounds % len(kinds)]
        seed(first + rounds)(kind)()  # a found input is shown by Hypothesis as it raises
        rounds += 1
    print(f"{rounds * _ROUND} inputs, none raised")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
