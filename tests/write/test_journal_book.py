"""账簿: what its sheets say of a small school, where its pages end, and that no text becomes a formula."""

from __future__ import annotations

import datetime as dt
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from pipeline.cli import main
from pipeline.closing.adjust import Adjustments
from pipeline.closing.compare import Change
from pipeline.closing.record import Effect
from pipeline.closing.rows import Row
from pipeline.findings import Finding
from pipeline.fund.books import compute_books
from pipeline.write.journal_book import put_journals, sheet_names, write_journals
from tests.ledgers import SCHOOL, make_tables
from tests.outcomes import OCTOBER, outcome_of
from tests.small_school import write_school

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.tables import Tables

GIFTS = """
    日期       | 收据号 | 捐款人 | 类别     | 金额   | 方式     | 用途   | 缴存单号 | 备注
    2026-09-07 | 0001   | 顾明川 | 校级领导 | 120.00 | 银行转账 |        |          |
    2026-10-08 | 0002   | 景小满 | 教师     | 40.00  | 现金     |        | JC1      |
    2026-10-09 | 0003   | 沙明远 | 社会人士 | 60.00  | 微信     | 助学金 |          |
    2026-10-13 | 0005   | 沙明远 | 社会人士 | -10.00 | 微信     | 助学金 |          | 冲正
"""
PAYMENTS = """
    日期       | 凭证号 | 受助对象 | 对象类别   | 班级        | 项目     | 金额  | 方式     | 资金   | 经办人
    2026-10-12 | PZ1    | 韦小北   | 学生       | 七年级(1)班 | 生活补助 | 30.00 | 银行转账 | 助学金 | 舒文清
    2026-10-15 | PZ2    | 荀守田   | 退休教职工 |             | 走访慰问 | 20.00 | 现金     |        | 舒文清
"""
DAYS = {day: dt.datetime(2026, 10, day) for day in (8, 9, 12, 13, 15)}  # noqa: DTZ001 - a cell knows no time zone
SIGNATURE = ("会计主管", "出纳", "制表")


def outcome(tables: Tables, *findings: Finding) -> Outcome:
    """October 2026 of the school of tests.ledgers."""
    books = compute_books(tables, SCHOOL, OCTOBER)
    return replace(outcome_of(findings), tables=tables, settings=SCHOOL, books=books)


def written(folder: Path, tables: Tables, *findings: Finding) -> Any:  # noqa: ANN401 - openpyxl has no types
    """The workbook as openpyxl reads it."""
    write_journals(outcome(tables, *findings), folder / "账簿.xlsx")
    return load_workbook(folder / "账簿.xlsx")


def lines(sheet: Any) -> list[list[object]]:  # noqa: ANN401
    """The rows below the header, without the signature."""
    return [[cell if cell != "" else None for cell in row] for row in sheet.iter_rows(min_row=4, values_only=True)][:-1]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401
    return written(tmp_path_factory.mktemp("book"), make_tables(捐款=GIFTS, 支出=PAYMENTS))


def test_the_sheets(book: Any) -> None:  # noqa: ANN401
    assert book.sheetnames == [
        *("现金日记账", "银行存款日记账", "明细账·助学金", "明细账·非限定用途", "凭证汇总", "签收表"),
    ]
    for sheet in book:
        assert sheet["A1"].value.startswith("云岭示例中学 ")
        assert sheet["A2"].value == "2026年10月（截至2026年10月31日）　单位：元"
        assert all(word in sheet.cell(sheet.max_row, 1).value for word in SIGNATURE)
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "portrait")
        assert sheet.print_title_rows == "$1:$3"
        assert "&P" in str(sheet.oddFooter.center.text)
        assert not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage


def test_the_journals_say_what_moved_and_what_is_left(book: Any) -> None:  # noqa: ANN401
    assert [cell.value for cell in book["现金日记账"][3]] == [
        *("日期", "凭证号", "摘要", "收入(元)", "支出(元)", "余额(元)"),
    ]
    assert lines(book["现金日记账"]) == [
        [None, None, "上期结转", None, None, 100],
        [DAYS[8], "0002", "景小满 教师", 40, None, 140],
        [DAYS[8], "JC1", "缴存", None, 40, 100],
        [DAYS[15], "PZ2", "荀守田 走访慰问", None, 20, 80],
        [None, None, "本月合计", 40, 60, 80],
        [None, None, "本年累计", 40, 60, 80],
    ]
    assert lines(book["明细账·助学金"]) == [
        [None, None, "上期结转", None, None, 0],
        [DAYS[9], "0003", "沙明远 社会人士", 60, None, 60],
        [DAYS[12], "PZ1", "韦小北 生活补助", None, 30, 30],
        [DAYS[13], "0005", "冲正 沙明远 社会人士", -10, None, 20],
        [None, None, "本月合计", 50, 30, 20],
        [None, None, "本年累计", 50, 30, 20],
    ]


def test_the_last_balances_are_those_of_the_books(book: Any) -> None:  # noqa: ANN401
    books = compute_books(make_tables(捐款=GIFTS, 支出=PAYMENTS), SCHOOL, OCTOBER)
    assert round(lines(book["现金日记账"])[-1][-1] * 100) == books.cash  # type: ignore[operator]
    assert round(lines(book["银行存款日记账"])[-1][-1] * 100) == books.bank_book  # type: ignore[operator]
    rest = round(lines(book["明细账·非限定用途"])[-1][-1] * 100)  # type: ignore[operator]
    assert rest == books.restricted[""].closing


def test_a_correction_is_red_and_says_so(book: Any) -> None:  # noqa: ANN401
    red = [
        (row[2].value, row[2].font.color is not None and row[2].font.color.rgb == "FFC00000")
        for row in book["明细账·助学金"].iter_rows(min_row=4, max_row=9)
    ]
    assert [text for text, is_red in red if is_red] == ["冲正 沙明远 社会人士"]
    bold = [row[2].font.b for row in book["明细账·助学金"].iter_rows(min_row=4, max_row=9)]
    assert bold == [True, False, False, False, True, True]


def test_vouchers_and_the_list_to_sign(book: Any) -> None:  # noqa: ANN401
    assert lines(book["凭证汇总"]) == [
        ["收入", "教师", 1, 40],
        ["收入", "社会人士", 2, 50],
        ["收入", "合计", 3, 90],
        ["支出", "生活补助", 1, 30],
        ["支出", "走访慰问", 1, 20],
        ["支出", "合计", 2, 50],
    ]
    assert lines(book["签收表"]) == [
        [DAYS[12], "PZ1", "韦小北", "七年级(1)班", "生活补助", 30, None, None],
        [DAYS[15], "PZ2", "荀守田", "退休教职工", "走访慰问", 20, None, None],
        [None, None, "合计", None, None, 50, None, None],
    ]


def test_nothing_to_sign_is_said(tmp_path: Path) -> None:
    book = written(tmp_path, make_tables())
    assert lines(book["签收表"])[0][0] == "本月没有待签收的资助"
    assert lines(book["凭证汇总"])[0][0] == "本月没有收支"


def test_vouchers_stand_in_the_order_of_the_posted_page(tmp_path: Path) -> None:
    gifts = """
        日期       | 捐款人       | 类别       | 金额 | 方式
        2026-10-08 | 校友会       | 其他       | 1.00 | 微信
        2026-10-09 | 云岭示例书店 | 企事业单位 | 1.00 | 微信
        2026-10-10 | 景小满       | 教师       | 1.00 | 微信
    """
    found = lines(written(tmp_path, make_tables(捐款=gifts))["凭证汇总"])
    assert [line[1] for line in found] == ["教师", "企事业单位", "其他", "合计"]


def test_what_changed_in_closed_months_stands_below_the_opening(tmp_path: Path) -> None:
    changes = (Change("2026-09", None, Row("捐款", "2026-09-07", (("金额", "120.00"),))),)
    effects = tuple(
        Effect("2026-09", name, before, before + 12000, is_money=True)
        for name, before in (("银行存款日记账余额", 0), ("限定用途结余·非限定用途", 0), ("库存现金", -12000))
    )
    given = replace(outcome(make_tables(捐款=GIFTS)), adjustments=Adjustments("2026-09", changes, effects))
    write_journals(given, tmp_path / "账簿.xlsx")
    book = load_workbook(tmp_path / "账簿.xlsx")
    for name in ("银行存款日记账", "明细账·非限定用途", "现金日记账"):
        opening, adjusted = lines(book[name])[:2]
        assert [opening[2], adjusted[2:5]] == ["上期结转", ["上期调整 120.00", None, None]]
        assert [adjusted[5]] == [opening[5] + 120]  # type: ignore[operator]
    assert lines(book["明细账·助学金"])[1][0] is not None
    assert book["现金日记账"]["A2"].value.endswith("　本年累计含上期调整")


@pytest.mark.parametrize(("gifts", "breaks"), [(22, []), (23, [28]), (45, [28]), (46, [28, 53])])
def test_a_page_ends_after_each_carried_sum(tmp_path: Path, gifts: int, breaks: list[int]) -> None:
    rows = [f"2026-10-08 | {number:04} | 景小满 | 教师 | 1.10 | 现金" for number in range(gifts)]
    tables = make_tables(捐款="\n".join(["日期 | 收据号 | 捐款人 | 类别 | 金额 | 方式", *rows]))
    sheet = written(tmp_path, tables)["现金日记账"]
    assert [each.id for each in sheet.row_breaks.brk] == breaks  # the last row of each page: 3 rows of head, 25 lines
    for row in breaks:
        assert (sheet.cell(row, 3).value, sheet.cell(row + 1, 3).value) == ("过次页", "承前页")
        assert [cell.value for cell in sheet[row]][3:] == [cell.value for cell in sheet[row + 1]][3:]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    gifts = """
        日期       | 收据号 | 捐款人                | 类别     | 金额 | 方式 | 用途
        2026-10-08 | =1+1   | =HYPERLINK("http://x") | 社会人士 | 1.00 | 现金 | =[a]:*?/'b
        2026-10-08 | +2     | https://x.example      | 社会人士 | 1.00 | 现金 | @c
    """
    book = written(tmp_path, make_tables(捐款=gifts))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert {'=HYPERLINK("http://x") 社会人士', "=1+1", "+2"} <= {cell.value for cell in cells}
    assert "明细账·=－a－－－－－－b" in book.sheetnames


def test_sheet_names_are_such_as_excel_takes() -> None:
    long = "助" * 40
    names = sheet_names(["签收表"], [long, long, "A/B", "a?b", "签收表", "𠮷" * 16])
    assert names == ["助" * 31, "助" * 29 + "～2", "A－B", "a－b～2", "签收表～2", "𠮷" * 15]


def test_errors_that_kept_rows_out_are_said(tmp_path: Path) -> None:
    book = written(tmp_path, make_tables(), Finding("register_missing"))
    assert book["签收表"]["A2"].value.endswith("单位：元　有1处错误，出错的行未记入")


def test_the_same_month_gives_the_same_bytes_for_its_owner_alone(tmp_path: Path) -> None:
    month = outcome(make_tables(捐款=GIFTS, 支出=PAYMENTS))
    first, second = (put_journals(month, tmp_path / name) for name in ("a", "b"))
    assert first.relative_to(tmp_path).as_posix() == "a/账簿/2026-10 账簿.xlsx"
    assert first.read_bytes() == second.read_bytes()
    assert load_workbook(first).properties.created == dt.datetime(2026, 11, 3)  # noqa: DTZ001
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert [each.name for each in first.parent.iterdir()] == [first.name]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_school(tmp_path / "input")
    folders = ("--input", str(tmp_path / "input"), "--output", str(tmp_path / "output"))
    assert main(["journals", *folders, "--today", "2026-11-03"]) == 0
    path = tmp_path / "output" / "账簿" / "2026-10 账簿.xlsx"
    assert str(path) in capsys.readouterr().out
    assert lines(load_workbook(path)["现金日记账"])[-1][-1] == 440
    assert "账簿" in (tmp_path / "output" / "index.html").read_text("utf-8")
