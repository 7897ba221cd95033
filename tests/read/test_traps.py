"""Cells that a fast reader shows as blanks: errors, formulas without a stored value; and dates that are none."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipeline.read import read_folder
from pipeline.read.traps import find_traps
from tests.read.folder import column, problems, read_sheets, rows

if TYPE_CHECKING:
    from pathlib import Path

GIFTS = "日期 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 备注 | 折合"
DAY = dt.datetime(2026, 10, 1)  # noqa: DTZ001 - cells know no time zone


@pytest.mark.parametrize(
    ("xml", "traps"),
    [
        (b'<c r="B2" t="e"><v>#N/A</v></c>', {(2, 1): "#N/A"}),
        (b'<c r="AA10" s="3" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#REF!</v></c>', {(10, 26): "#REF!"}),
        (b"<c r='B2' t='e'><v>#DIV/0!</v></c>", {(2, 1): "#DIV/0!"}),
        (b'<c r="C3"><f>A1+1</f></c>', {(3, 2): "formula"}),
        (b'<c r="C3"><f>A1+1</f><v></v></c>', {(3, 2): "formula"}),
        (b'<c r="C3"><f>A1+1</f><v/></c>', {(3, 2): "formula"}),
        (b'<c r="C3"><f t="shared" si="0"/></c>', {(3, 2): "formula"}),
        (b'<x:c r="C3"><x:f>A1</x:f></x:c>', {(3, 2): "formula"}),
        (b'<c r="C3"><f>A1+1</f><v>5</v></c>', {}),
        (b'<c r="C3" t="str"><f>IF(A1="","",A1)</f><v></v></c>', {}),
        (b'<c r="C3" s="1"/><c r="D3"><v>1</v></c>', {}),
        (b'<c r="A1"/><c r="B1"><f>A1</f></c><c r="C1"><v>1</v></c>', {(1, 1): "formula"}),
        (b'<c r="A1"><f>A2</f><v>3</v></c><c r="B1" t="e"><v>#N/A</v></c>', {(1, 1): "#N/A"}),
    ],
)
def test_traps_are_found_in_the_xml(xml: bytes, traps: dict[tuple[int, int], str]) -> None:
    root = b"<x:worksheet>" if b"<x:" in xml else b"<worksheet>"
    assert find_traps(root + b"<sheetData><row>" + xml + b"</row></sheetData>") == traps


def test_an_error_cell_in_a_known_column_of_a_record_is_an_error_and_no_blank(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n2026-10-01 | 李明 | 教师 | 50 | 现金 | #N/A | |")
    assert problems(reading) == [("error_value", "F2")]
    assert reading.findings[0].facts["found"] == "#N/A"
    assert reading.findings[0].severity == "error"
    assert reading.tables["donations"].usable.empty


def test_a_formula_without_a_stored_value_is_an_error_in_a_record_and_a_blank_elsewhere(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS}
        2026-10-01 | 李明 | 教师 | =D9*2 | 现金 | | |
        2026-10-02 | 王芳 | 教师 | 50 | 现金 | | =A1 | =D3*2
        """,
    )
    assert problems(reading) == [("formula_without_value", "D2")]
    assert column(reading, "donations", "note") == ["", ""]
    assert reading.tables["donations"].frame["_ok"].tolist() == [False, True]


def test_an_error_in_the_note_is_an_error_too(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n2026-10-01 | 李明 | 教师 | 50 | 现金 | | #N/A |")
    assert problems(reading) == [("error_value", "G2")]


def test_an_error_in_an_unknown_column_or_far_below_the_data_is_nothing(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path, f"{GIFTS}\n2026-10-01 | 李明 | 教师 | 50 | 现金 | | | #REF!\n\n\n | | | #REF! | | #N/A | |"
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]


def test_traps_are_told_apart_by_sheet(tmp_path: Path) -> None:
    record = "2026-10-01 | 李明 | 教师 | 50 | 现金 | {} | |"
    reading = read_sheets(
        tmp_path, {"甲&乙": f"{GIFTS}\n{record.format('')}", "丙": f"{GIFTS}\n{record.format('#N/A')}"}
    )
    assert [each.where.address for each in reading.findings if each.where] == ["登记.xlsx!丙!F2"]


RECORD: dict[str, Any] = {"A2": DAY, "B2": "李明", "C2": "教师", "D2": 50, "E2": "现金"}


def write_cells(path: Path, cells: dict[str, Any], formats: dict[str, str], *, mac: bool = False) -> None:
    book = Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    for number, header in enumerate(("日期", "捐款人", "类别", "金额", "方式"), 1):
        sheet.cell(1, number, header)
    for cell, value in (RECORD | cells).items():
        sheet[cell] = value
        if cell in formats:
            sheet[cell].number_format = formats[cell]
    book.save(path)


@pytest.mark.parametrize(
    ("cells", "formats", "codes"),
    [
        ({"A2": 46296}, {"A2": "yyyy-mm-dd"}, []),
        ({"A2": 3.1}, {"A2": 'm"月"d"日"'}, ["date_strange"]),
        ({"A2": 0}, {"A2": "yyyy-mm-dd"}, ["date_is_time"]),
        ({"A2": 1.5}, {"A2": "[h]:mm"}, ["date_is_time"]),
        ({"A2": 46296}, {"A2": "aaaa"}, ["date_number"]),
        ({"A2": 3.1}, {}, ["date_number"]),
        ({"D2": 46296}, {"D2": "yyyy-mm-dd"}, ["amount_is_date"]),
        ({"D2": True}, {}, ["amount_unreadable"]),
    ],
)
def test_numbers_shown_as_dates_are_problems_and_never_guesses(
    tmp_path: Path, cells: dict[str, Any], formats: dict[str, str], codes: list[str]
) -> None:
    write_cells(tmp_path / "a.xlsx", cells, formats)
    assert [code for code, _ in problems(read_folder(tmp_path))] == codes


def test_the_chinese_formats_of_wps_are_dates(tmp_path: Path) -> None:
    for number, day in enumerate((27, 31, 57)):
        write_cells(tmp_path / f"{number}.xlsx", {"A2": 46296 + number}, {"A2": "General"})
        _set_format(tmp_path / f"{number}.xlsx", day)
    days = column(read_folder(tmp_path), "donations", "date")
    assert [str(day)[:10] for day in days] == ["2026-10-01", "2026-10-02", "2026-10-03"]


def _set_format(path: Path, number: int) -> None:
    """Give A2 a built-in number format that openpyxl does not know."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"]
    at = styles.index(b"<cellXfs")
    end = styles.index(b"</cellXfs>")
    extra = f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'.encode()
    parts["xl/styles.xml"] = styles[:at] + styles[at:end] + extra + styles[end:]
    index = styles[at:end].count(b"<xf ")
    sheet = parts["xl/worksheets/sheet1.xml"]
    start = sheet.index(b'<c r="A2"')
    stop = sheet.index(b"</c>", start)
    parts["xl/worksheets/sheet1.xml"] = (
        sheet[:start] + f'<c r="A2" s="{index}">'.encode() + sheet[sheet.index(b">", start) + 1 : stop] + sheet[stop:]
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    write_cells(tmp_path / "a.xlsx", {}, {}, mac=True)
    assert str(column(read_folder(tmp_path), "donations", "date")[0])[:10] == "2026-10-01"
