"""A year of the shipped school closed month by month; then one old row changed, one added, one removed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

from pipeline.write import month as month_module
from tests.keeping.steps import Office
from tests.sheets import write_book

if TYPE_CHECKING:
    import pytest

INPUT = Path(__file__).parent.parent.parent / "input"
MONTHS = (*(f"2025-{month}" for month in (10, 11, 12)), *(f"2026-0{month}" for month in range(1, 10)))
ADDED = """
    日期       | 捐款人 | 类别     | 金额 | 方式
    2026-05-20 | 屈南乔 | 社会人士 | 100  | 现金
"""


def change_three_rows(folder: Path) -> None:
    """60.00 of a teacher in March become 80.00, aid of 312.80 in March goes, 100.00 in May is new."""
    book = openpyxl.load_workbook(folder / "捐款登记.xlsx")
    gifts, payments = book["捐款"], book["支出"]
    gift = next(row for row in gifts.iter_rows() if row[1].value == "202600020")
    assert gift[5].value == 60
    gift[5].value = 80
    number = next(number for number, cell in enumerate(payments["B"], 1) if cell.value == "ZC00039")
    assert payments.cell(number, 6).value == 312.8
    payments.delete_rows(number)
    book.save(folder / "捐款登记.xlsx")
    write_book(folder / "补登.xlsx", {"五月": ADDED})


def test_a_year_closed_and_three_old_rows_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path)
    shutil.copytree(INPUT, office.input)
    with monkeypatch.context() as quick:  # the summaries of twelve months take most of the time and are not looked at
        quick.setattr(month_module, "write_summary", lambda _outcome, path, _inputs: path.write_bytes(b""))
        assert [office.run("close", month)[0] for month in MONTHS] == [0] * 12
    assert office.run("verify")[1].count("完好") == 12

    change_three_rows(office.input)
    status, said = office.run("report", "2026-10")
    found = office.result("2026-10")["adjustments"]
    assert status == 0
    assert "有 3 行变动（新增1、删去1、改动1），上期结余因此增减 432.80 元" in said
    assert [(each["month"], each["register"], each["kind"], each["where"]) for each in found["changes"]] == [
        ("2026-03", "捐款", "改动", "捐款登记.xlsx!捐款!104"),
        ("2026-03", "支出", "删去", "捐款登记.xlsx!支出!42"),
        ("2026-05", "捐款", "新增", "补登.xlsx!五月!2"),
    ]
    effects = {(each["month"], each["figure"]): (each["before"], each["after"]) for each in found["effects"]}
    assert {month for month, _ in effects} == set(MONTHS[5:])
    differences = {key: cents(after) - cents(before) for key, (before, after) in effects.items() if "." in str(before)}
    assert differences["2026-03", "本月·收入"] == 20_00
    assert differences["2026-03", "本月·支出"] == -312_80
    assert differences["2026-03", "本月·期末结余"] == 332_80
    assert differences["2026-05", "本月·收入"] == 100_00
    assert differences["2026-05", "本月·期初结余"] == 332_80
    assert differences["2026-09", "本月·期末结余"] == differences["2026-09", "本年·期末结余"] == 432_80
    assert ("2026-09", "本月·收入") not in effects
    assert (found["amount"], found["opening_as_closed"]) == ("432.80", "75442.55")
    assert office.result("2026-10")["fund"]["month"]["income"] == "15656.50"
    assert office.run("verify")[0] == 0

    page = office.output / "2026-04" / "公示" / "捐款公示.html"
    page.write_text(page.read_text("utf-8").replace("元", "圆", 1), "utf-8")
    status, said = office.run("verify")
    assert (status, said.count("完好")) == (1, 11)
    assert "2026-04/公示/捐款公示.html 被改动过" in said


def cents(text: str | None) -> int:
    return round(float(text or "0") * 100)
