"""A register as it stands on a sheet, and the two ways to write it: as staff format theirs, or tidy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

CREATED = datetime(2026, 11, 3, 9, 0, 0)  # noqa: DTZ001 - xlsxwriter takes plain datetimes
Row = tuple[Any, ...]
Styles = dict[str, Any]
Value = Any
Book = Any
Page = Any  # a worksheet; xlsxwriter has no types
TEXT, DAY, MONEY, COUNT, SCORE = "text", "day", "money", "count", "score"
FORMATS: dict[str, dict[str, object]] = {
    TEXT: {"align": "left"},
    DAY: {"num_format": "yyyy-mm-dd", "align": "center"},
    MONEY: {"num_format": "#,##0.00"},
    COUNT: {"num_format": "0"},
    SCORE: {"num_format": "0.0"},
}
LONG_DAY = 'yyyy"年"m"月"d"日"'
BOX: dict[str, object] = {"border": 1, "valign": "vcenter", "font_name": "宋体", "font_size": 10}
LINE_HEIGHT = 15
WIDE = 90  # characters beyond which the page is turned


@dataclass(frozen=True)
class Column:
    """A column: its header, kind of value and width; ``total`` asks for a sum below, ``group`` for a heading above."""

    header: str
    kind: str = TEXT
    width: int = 12
    total: bool = False
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """A register on one sheet. Money is in cents, a blank is None or an empty text.

    ``spoken`` chooses rows whose date is typed as text (2026.3.5); ``long_days`` shows dates with 年月日.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    unit: str = "单位：元"
    office: str = "党政办公室"
    signed: tuple[str, str, str] = ("", "", "")
    spoken: Callable[[int], bool] = lambda _row: False
    long_days: bool = False


def _new_workbook(path: Path, author: str) -> Book:
    """A workbook whose bytes depend on its content alone."""
    workbook = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
    workbook.set_properties({"author": author, "created": CREATED})
    return workbook


def write_tidy(path: Path, author: str, sheets: list[Sheet]) -> None:
    """Header on row 1, records below, nothing else."""
    workbook = _new_workbook(path, author)
    formats = {kind: workbook.add_format(properties) for kind, properties in FORMATS.items()}
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        page.write_row(0, 0, [column.header for column in sheet.columns])
        for number, row in enumerate(sheet.rows, 1):
            for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                if value is not None and value != "":
                    _write(page, number, index, value, column.kind, formats[_shown(column, value)])
    workbook.close()


def write_formatted(path: Path, author: str, sheets: list[Sheet]) -> None:
    """Title, lead line, styled header, borders, totals, signatures and print set-up."""
    workbook = _new_workbook(path, author)
    styles = _styles(workbook)
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        first = _write_head(page, sheet, styles, author)
        for number, row in enumerate(sheet.rows):
            _write_record(page, first + number, sheet, row, styles, spoken=sheet.spoken(number))
        last = _write_total(page, sheet, first, styles)
        _write_foot(page, sheet, last + 1, styles)
        _set_page(page, sheet, first)
    workbook.close()


def _styles(workbook: xlsxwriter.Workbook) -> Styles:
    """All cell formats of a workbook by name."""
    styles = {
        kind: workbook.add_format(BOX | {"text_wrap": kind == TEXT} | properties)
        for kind, properties in FORMATS.items()
    }
    styles["long"] = workbook.add_format(BOX | {"num_format": LONG_DAY, "align": "center"})
    styles["title"] = workbook.add_format(
        {"bold": True, "font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}
    )
    styles["lead"] = workbook.add_format({"font_name": "宋体", "font_size": 10, "valign": "vcenter"})
    styles["header"] = workbook.add_format(
        BOX | {"bold": True, "align": "center", "bg_color": "#DDEBF7", "text_wrap": True}
    )
    styles["total"] = workbook.add_format(BOX | {"bold": True, "align": "center"})
    styles["sum"] = workbook.add_format(BOX | {"bold": True, "num_format": "#,##0.00"})
    return styles


def _write_head(page: Page, sheet: Sheet, styles: Styles, author: str) -> int:
    """Title, lead line and header, of two rows where columns are grouped; returns the first record's row."""
    last = len(sheet.columns) - 1
    page.merge_range(0, 0, 0, last, f"{author}{sheet.title}", styles["title"])
    page.merge_range(
        1,
        0,
        1,
        last,
        f"填报单位：{sheet.office}　　填报日期：2026年11月3日　　{sheet.unit}".rstrip("　"),
        styles["lead"],
    )
    page.set_row(0, 30)
    grouped = [i for i, column in enumerate(sheet.columns) if column.group]
    if not grouped:
        for index, column in enumerate(sheet.columns):
            page.write_string(2, index, column.header, styles["header"])
        return 3
    page.merge_range(2, grouped[0], 2, grouped[-1], sheet.columns[grouped[0]].group, styles["header"])
    for index, column in enumerate(sheet.columns):
        if column.group:
            page.write_string(3, index, column.header, styles["header"])
        else:
            page.merge_range(2, index, 3, index, column.header, styles["header"])
    return 4


def _write_record(  # noqa: PLR0913 - a record needs its place, columns and styles
    page: Page, number: int, sheet: Sheet, row: Row, styles: Styles, *, spoken: bool
) -> None:
    """One record with borders; the first date of a spoken row is typed as text."""
    for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
        style = styles["long" if column.kind == DAY and sheet.long_days else _shown(column, value)]
        typed = value
        if spoken and index == 0 and isinstance(value, date):
            typed = f"{value.year}.{value.month}.{value.day}"
        _write(page, number, index, typed, column.kind, style)
    page.set_row(number, LINE_HEIGHT * max(map(_lines, sheet.columns, row)))


def _lines(column: Column, value: Value) -> int:
    """How many lines a text takes in its column; a Chinese character is two wide."""
    if not isinstance(value, str):
        return 1
    wide = sum(2 if letter > "\u00ff" else 1 for letter in value)
    return max(1, -(-wide // (column.width + 1)))


def _shown(column: Column, value: Value) -> str:
    """The format of a cell: the column's, but a date in a column of texts is shown as a date."""
    return DAY if isinstance(value, date) else column.kind


def _write(page: Page, number: int, index: int, value: Value, kind: str, style: object) -> None:  # noqa: PLR0913, PLR0917
    """One value in its kind; a blank keeps the border."""
    if value is None or value == "":
        page.write_blank(number, index, None, style)
    elif isinstance(value, str):
        page.write_string(number, index, value, style)
    elif isinstance(value, date):
        page.write_datetime(number, index, datetime(value.year, value.month, value.day), style)  # noqa: DTZ001
    else:
        page.write_number(number, index, value / 100 if kind == MONEY else value, style)


def _write_total(page: Page, sheet: Sheet, first: int, styles: Styles) -> int:
    """The row 合计 with live sums, where a column asks for it; returns the row after the table."""
    last = first + len(sheet.rows)
    if not sheet.rows or not any(column.total for column in sheet.columns):
        return last
    page.write_string(last, 0, "合计", styles["total"])
    for index, column in enumerate(sheet.columns[1:], 1):
        if not column.total:
            page.write_blank(last, index, None, styles["total"])
            continue
        cents = sum(row[index] or 0 for row in sheet.rows)
        letter = xlsxwriter.utility.xl_col_to_name(index)
        page.write_formula(last, index, f"=SUM({letter}{first + 1}:{letter}{last})", styles["sum"], cents / 100)
    return last + 1


def _write_foot(page: Page, sheet: Sheet, number: int, styles: Styles) -> None:
    """The line of signatures and the note."""
    roles = [f"{role}：{name}" for role, name in zip(("制表人", "审核人", "负责人"), sheet.signed, strict=True)]
    step = len(sheet.columns) // len(roles)
    if step:
        for place, text in enumerate(roles):
            page.write_string(number, place * step, text, styles["lead"])
    else:
        page.write_string(number, 0, "　　".join(roles), styles["lead"])
    number += 1
    if sheet.note:
        page.write_string(number, 0, f"注：{sheet.note}", styles["lead"])


def _set_page(page: Page, sheet: Sheet, first: int) -> None:
    """Widths, frozen header and print set-up: A4, turned where wide, header on every page."""
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
    page.freeze_panes(first, 0)
    page.set_paper(9)
    if sum(column.width for column in sheet.columns) > WIDE:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(first - 1 if first == 3 else first - 2, first - 1)
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.set_footer("&C第 &P 页 共 &N 页")
    page.center_horizontally()
