"""The blank workbooks: our own reader knows them, what is filled in is read, and nothing filled in is lost."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

import openpyxl
import pytest

from pipeline import cli
from pipeline.fields import Field, Kind
from pipeline.messages import forms
from pipeline.messages.blank import FOLDER, GUIDE_SHEET, LISTS_SHEET
from pipeline.read import read_folder
from pipeline.registers import BY_NAME, REGISTERS, Register
from pipeline.rules.schema import validate
from pipeline.settings import Settings
from pipeline.write.blank import blank_workbooks, columns_of, setting_titles, write_blank_workbooks

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

NAMES = ["捐款登记.xlsx", "学生帮扶.xlsx", "走访记录.xlsx", "设置.xlsx"]
TODAY = dt.date(2026, 11, 3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("blank")
    write_blank_workbooks(path)
    return path


@cache
def book_of(path: Path) -> openpyxl.Workbook:
    """A workbook that is only looked at, opened once."""
    return openpyxl.load_workbook(path)


def sheet_of(register: Register, folder: Path) -> Worksheet:
    sheet: Worksheet = book_of(folder / register.workbook)[register.title]
    return sheet


def rules_of(sheet: Worksheet) -> dict[int, DataValidation]:
    """The rule of each column, from 1."""
    return {area.min_col: rule for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}


def test_the_four_workbooks_are_written(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_our_reader_finds_every_register_and_misses_only_the_settings(folder: Path) -> None:
    reading = read_folder(folder)
    _, found = validate(reading.tables, TODAY, set())
    assert [name for name, table in reading.tables.items() if not table.blocks] == []
    assert not reading.findings
    assert {(each.code, each.where.sheet if each.where else "") for each in found} <= {("cell_blank", "基本信息")}


@pytest.mark.parametrize("register", REGISTERS, ids=lambda each: each.name)
def test_every_column_is_there_and_explained(register: Register, folder: Path) -> None:
    sheet = sheet_of(register, folder)
    columns = columns_of(register)
    assert [cell.value for cell in sheet[1]] == [field.title for field in columns]
    rules = rules_of(sheet)
    for number, field in enumerate(columns, 1):
        note = sheet.cell(1, number).comment
        assert note is not None
        assert note.text.startswith(forms.REQUIRED if field.required else forms.OPTIONAL)
        assert all(alias in note.text for alias in field.aliases)
        assert rules[number].promptTitle == f"{field.title}（{forms.REQUIRED if field.required else forms.OPTIONAL}）"
        assert rules[number].prompt


@pytest.mark.parametrize("register", REGISTERS, ids=lambda each: each.name)
def test_the_sheets_are_ready_to_print(register: Register, folder: Path) -> None:
    sheet = sheet_of(register, folder)
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_state == "visible"
    assert not sheet.merged_cells.ranges


def words_behind(rule: DataValidation, book: openpyxl.Workbook) -> list[object]:
    """The words of a drop-down, from the sheet it refers to."""
    name, _, area = str(rule.formula1).partition("!")
    return [row[0].value for row in book[name][area.replace("$", "")]]


@pytest.mark.parametrize(
    ("register", "field"),
    [(register, field) for register in REGISTERS for field in columns_of(register) if field.words],
    ids=lambda each: each.name,
)
def test_a_drop_down_offers_the_words_of_its_column(register: Register, field: Field, folder: Path) -> None:
    book = book_of(folder / register.workbook)
    rule = rules_of(book[register.title])[columns_of(register).index(field) + 1]
    assert rule.type == "list"
    assert words_behind(rule, book) == list(field.words)
    assert book[LISTS_SHEET].sheet_state == "visible"


@pytest.mark.parametrize(
    ("place", "kind", "first"),
    [
        (("donations", "date"), "date", "36526"),
        (("donations", "amount"), "custom", "AND(ISNUMBER(F2),F2<>0,ROUND(F2,2)=F2)"),
        (("statement", "balance"), "decimal", "-10000000000"),
        (("staff", "party_member"), "list", '"是,否"'),
        (("progress", "absences"), "whole", "0"),
        (("pledge_rates", "year"), "whole", "2000"),
    ],
)
def test_limits(place: tuple[str, str], kind: str, first: str, folder: Path) -> None:
    register = BY_NAME[place[0]]
    number = [field.name for field in columns_of(register)].index(place[1]) + 1
    rule = rules_of(sheet_of(register, folder))[number]
    assert (rule.type, rule.formula1) == (kind, first)
    assert rule.error


def test_the_items_of_the_settings_can_be_chosen(folder: Path) -> None:
    book = book_of(folder / "设置.xlsx")
    sheet = book["基本信息"]
    assert words_behind(rules_of(sheet)[1], book) == list(setting_titles())
    assert [row[0].value for row in sheet["A2:A5"]] == ["学校名称", "期初日期", "期初银行余额", "期初现金余额"]


VALUES: dict[Kind, str | float | dt.datetime] = {
    Kind.TEXT: "文字",
    Kind.CODE: "0012",
    Kind.YES_NO: "是",
    Kind.DATE: dt.datetime(2026, 10, 9),  # noqa: DTZ001 - cells know no time zone
    Kind.MONTH: "2026-10",
    Kind.YEAR: 2026,
    Kind.TERM: "2026-2027学年第一学期",
    Kind.CLASS: "七年级(1)班",
    Kind.UNIT: "七年级(1)班",
    Kind.AMOUNT: 12.5,
    Kind.COUNT: 3,
    Kind.DECIMAL: 86.5,
    Kind.PERSON: "李明",
    Kind.PEOPLE: "李明、王芳",
    Kind.ID_NUMBER: "11010519491231002X",
}


@pytest.mark.parametrize(
    "register", [each for each in REGISTERS if each.name != "settings"], ids=lambda each: each.name
)
def test_what_is_filled_in_is_read(register: Register, folder: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(folder / register.workbook)
    columns = columns_of(register)
    for number, field in enumerate(columns, 1):
        book[register.title].cell(2, number, field.words[0] if field.words else VALUES[field.kind])
    if register.name == "statement":
        book[register.title]["D2"] = None  # money comes in or goes out
    book.save(tmp_path / "filled.xlsx")
    reading = read_folder(tmp_path)
    tables, found = validate(reading.tables, TODAY, set())
    assert not [each for each in (*reading.findings, *found) if each.where and each.where.sheet == register.title]
    assert len(tables[register.name].usable) == 1


def test_the_guide_lists_every_column(folder: Path) -> None:
    for name in NAMES:
        sheet = book_of(folder / name)[GUIDE_SHEET]
        told = {(row[0].value, row[1].value) for row in sheet.iter_rows(max_col=2)}
        registers = [register for register in REGISTERS if register.workbook == name]
        assert {(register.title, field.title) for register in registers for field in columns_of(register)} <= told


def test_every_setting_and_kind_is_worded_and_no_hint_is_stale() -> None:
    assert set(forms.KINDS) == {kind.value for kind in Kind}
    assert set(forms.SETTINGS) == set(setting_titles())
    assert {each.metadata["title"] for each in fields(Settings) if each.metadata} <= set(forms.SETTINGS)
    known = {f"{register.name}.{field.name}" for register in REGISTERS for field in register.fields}
    assert set(forms.HINTS) <= known


def test_the_workbooks_have_the_same_bytes_each_time() -> None:
    assert blank_workbooks() == blank_workbooks()


def test_a_month_can_be_run_on_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_blank_workbooks(tmp_path / "input")
    words = ["--input", str(tmp_path / "input"), "--output", str(tmp_path / "output"), "--today", "2026-11-03"]
    assert cli.main(["report", "--month", "2026-10", *words]) == 1
    out = capsys.readouterr().out
    assert "没有采用的工作表" not in out
    assert "必填项空白" in out


def test_what_somebody_filled_in_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["workbooks", "--output", str(tmp_path)]) == 0
    assert "没有覆盖" not in capsys.readouterr().out
    path = tmp_path / FOLDER / "设置.xlsx"
    book = openpyxl.load_workbook(path)
    book["基本信息"]["B2"] = "云岭示例中学"
    book.save(path)
    filled = path.read_bytes()
    assert cli.main(["workbooks", "--output", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "《设置.xlsx》已经存在并有改动，没有覆盖" in out
    assert out.count("没有覆盖") == 1
    assert path.read_bytes() == filled


def test_an_output_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "output").write_text("", "utf-8")
    assert cli.main(["workbooks", "--output", str(tmp_path / "output")]) == 2
    assert "不能写入" in capsys.readouterr().err


def test_libreoffice_opens_them_with_their_rules(folder: Path, tmp_path: Path, soffice: str) -> None:
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to", "xlsx"]
    paths = [str(folder / name) for name in NAMES]
    subprocess.run([*command, "--outdir", str(tmp_path), *paths], check=True, capture_output=True, timeout=180)
    for name, data in blank_workbooks().items():
        before, after = openpyxl.load_workbook(io.BytesIO(data)), openpyxl.load_workbook(tmp_path / name)
        assert after.sheetnames == before.sheetnames
        for sheet in before:
            lists = [number for number, rule in rules_of(sheet).items() if rule.type == "list"]
            kept = rules_of(after[sheet.title])
            assert all(kept[number].type == "list" for number in lists)
