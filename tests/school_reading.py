"""Reads the invented school's workbooks without the program's help: tables as lists of dicts, money in cents."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path

Record = dict[str, Any]
Tables = dict[str, list[Record]]

FIRST_HEADERS = {"日期", "序号", "学期", "项目", "年度", "小组", "月份"}
MONEY = {"金额", "收入", "支出", "余额", "折价", "盘点金额", "慰问金", "预算", "全年", "每日"}
ONE_TABLE = {"七年级", "八年级", "九年级", "2026届"}  # sheets that hold talks begin with one of these


def read_school(folder: Path) -> Tables:
    """All tables of the folder's workbooks by sheet; the sheets with talks together as 联系."""
    tables: Tables = {}
    for path in sorted(folder.glob("*.xlsx")):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            table = "联系" if any(name.startswith(start) for start in ONE_TABLE) else name
            tables.setdefault(table, []).extend(records(rows))
    return tables


def records(rows: list[list[Any]]) -> list[Record]:
    """The rows between the header and the total, signatures or a blank row."""
    start = next(i for i, row in enumerate(rows) if row[0] in FIRST_HEADERS)
    header, below = list(rows[start]), rows[start + 1]
    if below[0] == "":  # headings over a group of columns
        header = [low or high for high, low in zip(header, below, strict=True)]
        start += 1
    found = []
    for row in rows[start + 1 :]:
        if row[0] in {"", "合计"} or str(row[0]).startswith(("制表人", "注：")):
            break
        found.append({name: value(name, cell) for name, cell in zip(header, row, strict=True) if name})
    return found


def value(name: str, cell: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """A cell's value: cents, a date from either spelling, or the text."""
    if name in MONEY:
        return None if cell == "" else round(cell * 100)
    if isinstance(cell, str) and re.fullmatch(r"\d{4}\.\d{1,2}\.\d{1,2}", cell):
        year, month, day = (int(part) for part in cell.split("."))
        return dt.date(year, month, day)
    return cell
