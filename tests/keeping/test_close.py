"""定稿, 重开 and 上期调整, as a user takes the steps: what is frozen, what is refused, what a later change shows."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.keeping.steps import Office, tree
from tests.small_school import SHEETS

if TYPE_CHECKING:
    from pathlib import Path

SEPTEMBER, OCTOBER = "2026-09", "2026-10"
MORE = ("捐款", "        2026-10-06 | 00003", "        2026-09-28 | 00009 | 补登的人 | 社会人士 | | 25 | 现金 | \n{}")


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school whose September is closed, to be copied."""
    office = Office(tmp_path_factory.mktemp("closed"))
    office.write()
    assert office.run("report", SEPTEMBER)[0] == 0
    assert office.run("close", SEPTEMBER)[0] == 0
    return office.folder


@pytest.fixture
def office(closed: Path, tmp_path: Path) -> Office:
    """A school of this test's own, whose September is closed."""
    return Office(shutil.copytree(closed, tmp_path / "school"))


@pytest.fixture(scope="module")
def adjusted(closed: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The same school with three old rows changed and October reported since; only looked at."""
    office = Office(shutil.copytree(closed, tmp_path_factory.mktemp("adjusted") / "school"))
    changed(office)
    status, said = office.run("report", OCTOBER)
    assert status == 0
    (office.folder / "said.txt").write_text(said, "utf-8")
    return office


def test_closing_leaves_what_was_posted_as_it_was(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write()
    office.run("report", SEPTEMBER)
    before = tree(office.output / SEPTEMBER)
    status, said = office.run("close", SEPTEMBER, "2026-11-20")
    after = tree(office.output / SEPTEMBER)
    assert status == 0
    assert "2026-09 已定稿" in said
    assert {name for name in before if before[name] != after[name]} == {"index.html"}
    assert set(after) - set(before) == {"定稿.json", "定稿记录.txt"}
    assert "2026-11-20 定稿" in office.page(SEPTEMBER, "index.html")
    assert "已定稿" in (office.output / "index.html").read_text("utf-8")


def test_a_month_never_reported_is_reported_and_closed(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write()
    assert office.run("close", SEPTEMBER)[0] == 0
    assert office.run("verify") == (0, office.run("verify", SEPTEMBER)[1])


def test_closing_twice_is_refused(office: Office) -> None:
    status, said = office.run("close", SEPTEMBER)
    assert (status, said.count("\n")) == (2, 1)
    assert "2026-09 已于 2026-11-03 定稿" in said


def test_out_of_order_is_refused_both_ways(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write()
    for month in (SEPTEMBER, OCTOBER):
        office.run("report", month)
    assert office.run("close", OCTOBER) == (
        2,
        "2026-09 出过报表但还没有定稿，请先运行 make close MONTH=2026-09，再定稿 2026-10。\n",
    )
    (office.output / SEPTEMBER).rename(office.folder / "aside")
    assert office.run("close", OCTOBER)[0] == 0
    (office.folder / "aside").rename(office.output / SEPTEMBER)
    status, said = office.run("close", SEPTEMBER)
    assert (status, "2026-10 已经定稿，更早的 2026-09 不能再定稿" in said) == (2, True)


def test_a_month_with_errors_or_not_over_is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write(("捐款", "| 2000 |", "| 待确认 |"))
    office.run("report", SEPTEMBER)
    assert "有错误，不能定稿" in office.run("close", SEPTEMBER)[1]
    office.write()
    assert office.run("close", OCTOBER, "2026-10-20")[0] == 2
    assert not list(office.output.rglob("定稿.json"))


def test_workbooks_that_no_longer_say_what_was_posted_are_refused(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write()
    office.run("report", SEPTEMBER)
    office.write(("捐款", "| 澜谷示例公司 |", "| 澜谷示例厂 |"))
    status, said = office.run("close", SEPTEMBER)
    assert status == 2
    assert "出报表以后改过" in said
    office.run("report", SEPTEMBER)
    assert office.run("close", SEPTEMBER)[0] == 0


def test_a_page_edited_before_closing_is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write()
    office.run("report", SEPTEMBER)
    page = office.output / SEPTEMBER / "公示" / "捐款公示.html"
    page.write_text(page.read_text("utf-8").replace("2,000.00", "2,100.00"), "utf-8")
    assert office.run("close", SEPTEMBER)[0] == 2


def test_a_closed_month_is_never_written_again(office: Office) -> None:
    before = tree(office.output)
    assert office.run("report", SEPTEMBER) == (0, "2026-09 已经定稿，报表不再改动；登记表与定稿时相同。\n")
    office.write(("捐款", "| 90 ", "| 95 "))
    status, said = office.run("report", SEPTEMBER)
    assert status == 1
    assert "2026-09 捐款 改动（登记.xlsx!捐款!2）：金额：90.00 → 95.00" in said
    assert "2026-09 本月·收入：2,090.00 → 2,095.00" in said
    assert tree(office.output) == before


def test_reopening_leaves_a_trace_and_the_month_can_be_closed_again(office: Office) -> None:
    assert office.run("reopen", SEPTEMBER, "2026-11-04", reason=" 漏记\n一笔 ")[0] == 0
    assert "2026-11-04 重开，原因：漏记 一笔" in office.page(SEPTEMBER, "定稿记录.txt")
    assert "漏记 一笔" in office.page(SEPTEMBER, "index.html")
    assert "漏记 一笔" in (office.output / "index.html").read_text("utf-8")
    office.write(("捐款", "| 2000 |", "| 2100 |"), ("银行流水", "| 2000 |", "| 2100 |"), *_later_balances(100))
    assert office.run("report", SEPTEMBER)[0] == 0
    assert office.run("close", SEPTEMBER, "2026-11-05")[0] == 0
    assert [line[:13] for line in office.page(SEPTEMBER, "定稿记录.txt").splitlines()] == [
        "2026-11-03 定稿",
        "2026-11-04 重开",
        "2026-11-05 定稿",
    ]
    assert (office.output / SEPTEMBER / "定稿_重开前_1.json").is_file()
    assert office.run("verify")[0] == 0


def _later_balances(more: int) -> list[tuple[str, str, str]]:
    return [("银行流水", f"| {balance} |", f"| {balance + more} |") for balance in (12090, 11590, 11890)]


def test_reopening_is_refused_without_reason_out_of_order_or_for_nothing(office: Office) -> None:
    assert office.run("close", OCTOBER)[0] == 0
    assert "请先重开 2026-10" in office.run("reopen", SEPTEMBER, reason="查账")[1]
    assert "要写明原因" in office.run("reopen", OCTOBER, reason=" ")[1]
    assert "没有定稿" in office.run("reopen", "2026-08", reason="查账")[1]
    assert office.run("verify")[0] == 0


def test_a_sheet_sorted_and_split_over_two_files_is_no_change(office: Office) -> None:
    sheet = openpyxl.load_workbook(office.input / "登记.xlsx")
    rows = [[cell.value for cell in row] for row in sheet["捐款"]]
    del sheet["捐款"]
    sheet.save(office.input / "登记.xlsx")
    book = openpyxl.Workbook()
    for name, part in (("甲", rows[:0:-2]), ("乙", rows[-2:0:-2])):
        page = book.create_sheet(name)
        for row in (rows[0], *part):
            page.append(row)
    book.save(office.input / "捐款 新.xlsx")
    assert office.run("report", SEPTEMBER)[0] == 0
    assert office.run("report", OCTOBER)[0] == 0
    assert office.result(OCTOBER)["adjustments"]["changes"] == []


def changed(office: Office) -> None:
    """One old gift is 10.00 more, one of 25.00 is new, the old payment of 500.00 has gone."""
    payment = next(line for line in SHEETS["支出"].splitlines(keepends=True) if "| F01 " in line)
    office.write(
        ("捐款", "| 90 ", "| 100 "),
        (MORE[0], MORE[1], MORE[2].format(MORE[1])),
        ("支出", payment, ""),
    )


def test_a_change_of_closed_rows_is_told_row_by_row_and_never_folded_in(adjusted: Office) -> None:
    office, said = adjusted, (adjusted.folder / "said.txt").read_text("utf-8")
    result = office.result(OCTOBER)
    found = result["adjustments"]
    assert (found["last_closed"], found["amount"], found["opening_as_closed"]) == ("2026-09", "535.00", "12090.00")
    assert [(each["kind"], each["register"], each["where"]) for each in found["changes"]] == [
        ("改动", "捐款", "登记.xlsx!捐款!2"),
        ("新增", "捐款", "登记.xlsx!捐款!4"),
        ("删去", "支出", "登记.xlsx!支出!2"),
    ]
    assert found["changes"][0]["cells"] == [
        {"title": "金额", "old": "90.00", "new": "100.00", "where": "登记.xlsx!捐款!F2"}
    ]
    effects = {each["figure"]: (each["before"], each["after"]) for each in found["effects"]}
    assert effects["本月·收入"] == ("2090.00", "2125.00")
    assert effects["本月·支出"] == ("500.00", "0.00")
    assert effects["本月·期末结余"] == ("12090.00", "12625.00")
    assert effects["本月支出·生活补助"] == ("500.00", None)
    assert effects["银行已付、单位未付"] == ("0.00", "500.00")
    assert result["fund"]["month"] == {
        "opening": "12625.00",
        "income": "360.00",
        "spending": "120.00",
        "closing": "12865.00",
    }
    assert "以前月份的登记有 3 行变动（新增1、删去1、改动1），上期结余因此增减 535.00 元" in said
    assert "535.00" in office.page(OCTOBER, "index.html")
    assert "金额：90.00 → 100.00" in office.page(OCTOBER, "index.html")


def rows_of(page: str) -> list[list[str]]:
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells]


def test_the_posted_accounts_show_it_as_a_line_of_its_own(adjusted: Office) -> None:
    page = adjusted.page(OCTOBER, "公示/基金收支公示.html")
    rows = rows_of(page)
    assert ["上期结余", "12,090.00", "10,500.00"] in rows
    assert ["上期调整", "535.00", "535.00"] in rows
    assert ["中层领导", "", "90.00"] in rows  # the year's sum as it was posted
    assert ["收入合计", "360.00", "2,450.00"] in rows
    assert ["生活补助", "", "500.00"] in rows
    assert rows.count(["总计", "12,985.00", "13,485.00"]) == 2
    assert ["非限定用途", "12,090.00", "535.00", "360.00", "120.00", "12,865.00"] in rows
    assert "2026年9月收入2,090.00元，支出500.00元，结余12,090.00元；" in page


def test_the_summary_has_a_sheet_of_it(adjusted: Office) -> None:
    book = openpyxl.load_workbook(adjusted.output / OCTOBER / "内部" / "月度汇总.xlsx", data_only=True)
    cells = [[cell.value for cell in row] for row in book["上期调整"]]
    assert any(row[:2] == ["上期调整", 535] for row in cells)
    assert any(row[:4] == ["2026-09", "捐款", "改动", "金额：90.00 → 100.00"] for row in cells)
    assert any(row[:5] == ["2026-09", "本月·收入", 2090, 2125, 35] for row in cells)


def test_an_adjustment_is_of_one_month_only(adjusted: Office, tmp_path: Path) -> None:
    office = Office(shutil.copytree(adjusted.folder, tmp_path / "school"))
    assert office.run("close", OCTOBER)[0] == 0
    office.run("report", "2026-11", "2026-12-02")
    assert office.result("2026-11")["adjustments"]["changes"] == []
    assert office.result("2026-11")["adjustments"]["amount"] == "0.00"
    assert office.result("2026-11")["fund"]["month"]["opening"] == "12865.00"
    office.write()  # back to what it was first
    office.run("report", "2026-11", "2026-12-02")
    found = office.result("2026-11")["adjustments"]
    assert [each["kind"] for each in found["changes"]] == ["改动", "删去", "新增"]
    assert found["amount"] == "-535.00"
    before = {(each["month"], each["figure"]): each["before"] for each in found["effects"]}
    assert before["2026-09", "本月·收入"] == "2125.00"


def test_a_late_contact_and_a_changed_opening_balance_are_told(office: Office) -> None:
    office.write(
        ("联系", "2026-10-12", "2026-09-22"),
        ("基本信息", "| 500\n", "| 600\n"),
    )
    office.run("report", OCTOBER)
    found = office.result(OCTOBER)["adjustments"]
    told = [(each["register"], each["kind"]) for each in found["changes"]]
    assert told == [("基本信息", "改动"), ("联系", "新增")]
    assert found["amount"] == "100.00"
    assert "思想动态" in str(found["changes"][1]["cells"])
    assert "比较开朗" not in str(found)


def test_a_record_that_was_edited_stops_every_run_with_a_sentence(office: Office) -> None:
    record = office.output / SEPTEMBER / "定稿.json"
    record.write_text(record.read_text("utf-8").replace("2000.00", "2001.00"), "utf-8")
    status, said = office.run("report", OCTOBER)
    assert (status, said.count("\n")) == (2, 1)
    assert "定稿文件" in said
