"""A small school from text tables, as the reader would hand it on, so that the data of a test stands in the test.

A register is a text: a line a row, cells between "|", the first line holds the headers of the register. A row of the
table stands on the same row of its sheet (the header on row 1).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from textwrap import dedent
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Field, Kind
from pipeline.period import Period
from pipeline.registers import BY_NAME, REGISTERS, Register
from pipeline.rules.people import NOBODY, People
from pipeline.settings import Settings
from pipeline.tables import BLOCK, OK, ROW, Block, Table, dtype_of, empty_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.findings import Finding
    from pipeline.tables import Tables

OCTOBER = Period(2026, 10, dt.date(2026, 11, 3))
PLAIN = Settings(school="云岭示例中学")

STAFF = """
    姓名   | 部门   | 职务级别 | 党员 | 状态 | 入职日期 | 离岗日期
    贺文洁 | 政教处 | 教师     | 是   |      |          |
    史一鸣 | 语文组 | 教师     | 是   |      |          |
"""
STUDENTS = """
    姓名   | 班级        | 类别   | 状态 | 状态日期
    李明   | 七年级(1)班 | 贫困生 | 在读 |
    罗小满 | 八年级(1)班 | 贫困生 | 在读 |
"""


def period(month: str, today: str = "2030-01-01") -> Period:
    """The month written 2026-10, looked at on that day."""
    year, number = month.split("-")
    return Period(int(year), int(number), dt.date.fromisoformat(today))


def table_of(name: str, text: str) -> Table:
    """The table of a register from its text."""
    register = BY_NAME[name]
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in dedent(text).strip().splitlines()]
    return typed_table(register, head, rows)


def typed_table(register: Register, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """The table of a register from the texts of its cells; head holds the headers."""
    columns = {title: number for number, title in enumerate(head)}
    frame = pd.DataFrame(
        {
            field.name: _column(field, [_cell(row, columns.get(field.title)) for row in rows])
            for field in register.fields
        }
    )
    frame[BLOCK], frame[ROW], frame[OK] = 0, range(2, len(rows) + 2), True
    places = {field.name: columns[field.title] for field in register.fields if field.title in columns}
    assert len(places) == len(head), f"{register.title} has other headers than {head}"
    return Table(register, frame, (Block(f"{register.title}.xlsx", register.title, 1, places),))


def _cell(row: Sequence[str], column: int | None) -> str:
    return "" if column is None or column >= len(row) else row[column]


def _column(field: Field, texts: list[str]) -> pd.Series:
    values: list[object] = list(texts)
    if field.kind is Kind.DATE:
        values = [pd.Timestamp(text) if text else pd.NaT for text in texts]
    elif field.kind is Kind.AMOUNT:
        values = [int(Decimal(text) * 100) if text else pd.NA for text in texts]
    elif field.kind in {Kind.COUNT, Kind.YEAR}:
        values = [int(text) if text else pd.NA for text in texts]
    elif field.kind is Kind.DECIMAL:
        values = [float(text) if text else float("nan") for text in texts]
    elif field.kind is Kind.YES_NO:
        values = [text == "是" if text else pd.NA for text in texts]
    return pd.Series(values, dtype=dtype_of(field.kind))


def school(**texts: str) -> Tables:
    """All registers: those given as text tables, two teachers and two pupils by default, all others empty."""
    given = {"staff": STAFF, "students": STUDENTS, **texts}
    found = {name: table_of(name, text) for name, text in given.items()}
    return {register.name: found.get(register.name) or empty_table(register) for register in REGISTERS}


def people_of(tables: Tables) -> People:
    """The people named, found by name (and class, where there is one) alone."""
    staff, students = tables["staff"].usable, tables["students"].usable
    none = pd.Series(dtype="int64")
    return People(
        staff=staff,
        students=students,
        pairings=_pairings(tables, staff, students),
        contacts=_contacts(tables, staff, students),
        progress=_progress(tables, students),
        donors=_by_name(tables["donations"].usable["donor"], staff),
        pupil_donors=none,
        recipients=pd.DataFrame({"staff": none, "student": none}),
        visited=pd.DataFrame({"staff": none, "student": none}),
        hardship=_by_name(tables["staff_hardship"].usable["name"], staff),
    )


def _find(frame: pd.DataFrame, name: str, class_name: str = "") -> int:
    rows = frame[frame["name"] == name]
    if class_name:
        rows = rows[rows["class_name"] == class_name]
    return int(rows.index[0]) if len(rows) == 1 else NOBODY


def _by_name(names: pd.Series[str], frame: pd.DataFrame) -> pd.Series[int]:
    return pd.Series([_find(frame, name) for name in names], names.index, dtype="int64")


def _links(rows: pd.DataFrame, staff: pd.DataFrame, students: pd.DataFrame) -> Iterable[tuple[int, int, int]]:
    for index, helpers, pupils, class_name in rows[["helper", "student", "class_name"]].itertuples(name=None):
        for helper in helpers.split("、"):
            for pupil in pupils.split("、"):
                link = index, _find(staff, helper), _find(students, pupil, class_name)
                if NOBODY not in link[1:]:
                    yield link


def _pairings(tables: Tables, staff: pd.DataFrame, students: pd.DataFrame) -> pd.DataFrame:
    links = list(_links(tables["pairings"].usable, staff, students))
    index = pd.Index([link[0] for link in links], dtype="int64")
    return pd.DataFrame(
        {"helper": [link[1] for link in links], "student": [link[2] for link in links]}, index, dtype="int64"
    )


def _contacts(tables: Tables, staff: pd.DataFrame, students: pd.DataFrame) -> pd.DataFrame:
    links = list(_links(tables["contacts"].usable, staff, students))
    return pd.DataFrame(links, columns=["contact", "helper", "student"], dtype="int64")


def _progress(tables: Tables, students: pd.DataFrame) -> pd.DataFrame:
    names = tables["progress"].usable["student"]
    found = _by_name(names, students)
    return pd.DataFrame({"row": names.index, "student": found}).query("student >= 0").reset_index(drop=True)


def facts_of(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Code and address of each finding; its sentence and remedy are filled in once, so that no fact is missing."""
    found = []
    for finding in findings:
        assert finding.where is not None
        assert "{" not in finding.sentence + finding.remedy
        found.append((finding.code, finding.where.cell))
    return found
