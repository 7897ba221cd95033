"""The parts of a month measured each by itself in one process: ``python -m tests.tools.bench_parts SCHOOL``.

Prints one line a part, its name and the processor seconds it took, for bench.py to set against each other. Each is
the least of a few runs, for a part does not get faster by chance.
"""

from __future__ import annotations

import datetime as dt
import gc
import re
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

from pipeline.care.contacts import PARTS, contact_status
from pipeline.care.coverage import coverage
from pipeline.fund.reconciliation import reconcile
from pipeline.names import clean_name
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.read import read_folder
from pipeline.rules.schema import validate
from pipeline.run import examine
from pipeline.text import fold, spell
from pipeline.write.pages import write_pages
from pipeline.write.summary import write_summary
from pipeline.write.summary.formats import DATE_FORMAT, MONEY_FORMAT
from pipeline.write.summary.parts import Column, Kind, Sheet, TablePart
from pipeline.write.summary.writer import About, write_book

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from xlsxwriter.format import Format

    from pipeline.outcome import Outcome
    from pipeline.rules.people import People
    from pipeline.tables import Tables

TODAY = dt.date(2026, 11, 3)
OCTOBER = Period(2026, 10, TODAY)
TIMES, ROWS = 100, 13_000  # how many times the rows; rows of the detail workbook
_RUNS = 3
# What matching reads, and the columns whose numbers name a row.
_NUMBERS: dict[str, tuple[str, ...]] = {
    "donations": ("receipt", "deposit"),
    "disbursements": ("voucher",),
    "cash_moves": ("deposit",),
    "statement": ("serial",),
}
_TOKEN = re.compile("[0-9A-Za-z-]+")


@dataclass(frozen=True)
class Part:
    """A part, and how often it is run."""

    name: str
    run: Callable[[], object]
    runs: int = _RUNS


def main(school: Path) -> None:
    """Measure every part on the school's workbooks."""
    gc.disable()  # as a month does
    outcome = examine(school, OCTOBER, TODAY, Progress())
    with tempfile.TemporaryDirectory() as scratch:
        for part in _parts(school, outcome, Path(scratch)):
            print(part.name, min(_seconds(part.run) for _ in range(part.runs)))


def _parts(school: Path, outcome: Outcome, scratch: Path) -> list[Part]:
    tables, people = outcome.tables, outcome.people
    many_years, last_month = _fund_times(tables, TIMES)
    many_tables, many_people = _care_times(tables, people, TIMES)
    columns = _detail_columns()
    return [
        Part("calamine", lambda: _to_python(school)),
        Part("read", lambda: read_folder(school)),
        Part("read and validate", lambda: validate(read_folder(school).tables, TODAY, ())),
        Part("match", lambda: _reconcile(tables, outcome, OCTOBER)),
        Part("match many", lambda: _reconcile(many_years, outcome, last_month), 1),
        Part("care", lambda: _care(tables, people, outcome)),
        Part("care many", lambda: _care(many_tables, many_people, outcome), 1),
        Part("pages", lambda: write_pages(outcome, scratch / "pages")),
        Part("workbook", lambda: write_summary(outcome, scratch / "month.xlsx", school)),
        Part("detail", lambda: _detail(scratch / "detail.xlsx", columns)),
        Part("bare detail", lambda: _bare(scratch / "bare.xlsx", columns)),
    ]


def _seconds(run: Callable[[], object]) -> float:
    clean_name.cache_clear()
    fold.cache_clear()  # a month begins without remembered texts, and so does every run of a part
    started = time.process_time()
    run()
    return time.process_time() - started


def _to_python(school: Path) -> None:
    for path in sorted(school.glob("*.xlsx")):
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _reconcile(tables: Tables, outcome: Outcome, period: Period) -> None:
    fresh = {name: replace(table) for name, table in tables.items()}  # what is remembered is remembered by the table
    reconcile(fresh, outcome.settings, period)


def _fund_times(tables: Tables, times: int) -> tuple[Tables, Period]:
    """The registers of money as if the school had kept its books for so many times as long, and their last month."""
    dates = pd.concat([tables[name].frame["date"] for name in _NUMBERS])
    span = dates.max() - dates.min() + pd.Timedelta(days=60)
    numbers = {spell(number) for name in _NUMBERS for column in _NUMBERS[name] for number in tables[name].frame[column]}
    longer = {}
    for name, columns in _NUMBERS.items():
        turns = [_turn(tables[name].frame, columns, numbers, turn, span * turn) for turn in range(times)]
        longer[name] = replace(tables[name], frame=pd.concat(turns, ignore_index=True))
    last = dates.max() + span * (times - 1)
    return {**tables, **longer}, Period(last.year, last.month, last.date())


def _turn(
    frame: pd.DataFrame, columns: Sequence[str], numbers: Container[str], turn: int, later: pd.Timedelta
) -> pd.DataFrame:
    """The rows of a register so much later, with numbers of their own and balances that go on."""
    own = {name: [_again(number, turn) for number in frame[name]] for name in columns}
    changed: dict[str, Any] = {"date": frame["date"] + later, **own}
    if "balance" in frame:
        changed["balance"] = frame["balance"] + turn * (frame["amount"].sum())
        changed["summary"] = [_named_again(text, numbers, turn) for text in frame["summary"]]
    return frame.assign(**changed)


def _named_again(text: str, numbers: Container[str], turn: int) -> str:
    """A line's text that names the rows of its own turn."""
    return _TOKEN.sub(lambda token: _again(token[0], turn) if spell(token[0]) in numbers else token[0], text)


def _again(number: str, turn: int) -> str:
    return f"{number}{turn:03}" if number else ""


def _care(tables: Tables, people: People, outcome: Outcome) -> None:
    contact_status(tables, people, outcome.settings, OCTOBER)
    coverage(tables, people, OCTOBER)


def _care_times(tables: Tables, people: People, times: int) -> tuple[Tables, People]:
    """A school of so many times the people, pairings and contacts, who have nothing to do with each other."""
    sizes = {name: len(tables[name].frame) for name in ("staff", "students", "pairings", "contacts")}
    contacts = tables["contacts"].frame[["date", *PARTS]]
    many = {
        "contacts": replace(tables["contacts"], frame=pd.concat([contacts] * times, ignore_index=True)),
        "pairings": replace(tables["pairings"], frame=pd.concat([tables["pairings"].frame] * times, ignore_index=True)),
    }
    ids = {"helper": sizes["staff"], "student": sizes["students"], "contact": sizes["contacts"]}
    more = replace(
        people,
        staff=_repeated(people.staff, times, sizes["staff"], {}),
        students=_repeated(people.students, times, sizes["students"], {}),
        pairings=_repeated(people.pairings, times, sizes["pairings"], ids),
        contacts=_repeated(people.contacts, times, 0, ids),
    )
    return {**tables, **many}, more


def _repeated(frame: pd.DataFrame, times: int, step: int, ids: dict[str, int]) -> pd.DataFrame:
    """The rows so many times; each time the index and the columns of ids name people and rows of their own."""
    copies = []
    for turn in range(times):
        own = {name: frame[name] + turn * size for name, size in ids.items() if name in frame}
        copies.append(frame.assign(**own).set_axis(frame.index + turn * step, axis=0))
    return pd.concat(copies)


def _detail_columns() -> dict[str, Column]:
    """A detail of the kinds of columns that the account of a year has."""
    numbers = range(ROWS)
    first = dt.date(2023, 10, 9)
    texts = {f"文字{column}": Column(Kind.TEXT, [f"第{number}行{column}" for number in numbers]) for column in range(4)}
    amounts = {
        f"金额{column}": Column(Kind.MONEY, [number * 100 + column for number in numbers]) for column in range(4)
    }
    dates = Column(Kind.DATE, [first + dt.timedelta(days=number // 12) for number in numbers])
    return {"日期": dates, **texts, **amounts}


def _detail(path: Path, columns: dict[str, Column]) -> None:
    part = TablePart("detail", "", tuple(columns), tuple(columns.values()))
    about = About("明细", "云栖示例学校", "2026年10月", dt.datetime.combine(TODAY, dt.time()))
    write_book(path, [Sheet("明细", "明细", "明细", (part,))], about)


def _bare(path: Path, columns: dict[str, Column]) -> None:
    """The same cells in the same formats, written with xlsxwriter and nothing else."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        formats = {Kind.MONEY: MONEY_FORMAT, Kind.DATE: DATE_FORMAT, Kind.TEXT: "General"}
        made: dict[Kind, Format] = {
            kind: book.add_format({"border": 1, "num_format": number}) for kind, number in formats.items()
        }
        for at, (header, column) in enumerate(columns.items()):
            sheet.write_string(0, at, header)
            for row, value in enumerate(column.cells, 1):
                if isinstance(value, str):
                    sheet.write_string(row, at, value, made[column.kind])
                elif isinstance(value, dt.date):
                    sheet.write_datetime(row, at, value, made[column.kind])
                elif isinstance(value, int):
                    sheet.write_number(row, at, value / 100, made[column.kind])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
