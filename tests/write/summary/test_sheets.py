"""What each sheet says of the example school, as parts: the figures of the outcome, arranged."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.closing.adjust import CLOSING_FIGURE, Adjustments
from pipeline.closing.compare import Change
from pipeline.closing.record import Effect
from pipeline.findings import Place
from pipeline.fund import controls, purses
from pipeline.fund.reconciliation import OpenItem, Reconciliation
from pipeline.messages import CATALOGUE
from pipeline.messages.summary import CONTROLS, NOTES, TASKS
from pipeline.messages.summary_sheets import SHEETS, TABLES
from pipeline.write.summary import sheets_of
from pipeline.write.summary.parts import FormPart, Sheet, TablePart
from pipeline.write.summary.sheets.bank import bank_sheet
from pipeline.write.summary.sheets.books import books_sheet
from pipeline.write.summary.sheets.common import Sources, addresses, sources_from
from tests.write.summary.example import HOSTILE, REGISTERS, SETTINGS, empty, examine, example

if TYPE_CHECKING:
    from pipeline.outcome import Outcome

NAMES = {sheet.name for sheet in SHEETS.values()}


@cache
def sheets() -> dict[str, Sheet]:
    return {each.name: each for each in sheets_of(example(), Sources("../../../input"))}


def sheet(name: str) -> Sheet:
    return sheets()[name]


def table(of: Sheet, key: str) -> list[dict[str, object]]:
    """The rows of a table of a sheet, by header."""
    part = next(each for each in of.parts if isinstance(each, TablePart) and each.name == TABLES[key].name)
    columns = [column.cells for column in part.columns]
    return [dict(zip(part.headers, row, strict=True)) for row in zip(*columns, strict=True)]


def totals(of: Sheet, key: str) -> dict[str, object]:
    part = next(each for each in of.parts if isinstance(each, TablePart) and each.name == TABLES[key].name)
    pairs = zip(part.headers, part.columns, strict=True)
    return {header: column.total for header, column in pairs if column.total is not None}


def form(of: Sheet, number: int = 0) -> list[list[object]]:
    part = [each for each in of.parts if isinstance(each, FormPart)][number]
    return [[cell.value for cell in row] for row in part.grid]


class TestBooks:
    def test_opening_income_and_spending_make_closing(self) -> None:
        assert form(sheet("收支"))[1:] == [
            ["期初结余", 2_566_000, 2_010_000, 2_010_000],
            ["加：收入", 23_340, 639_340, 639_340],
            ["减：支出", 5_050, 65_050, 65_050],
            ["期末结余", 2_584_290, 2_584_290, 2_584_290],
        ]

    def test_income_stands_by_source_with_what_the_books_say_in_total(self) -> None:
        found = table(sheet("收支"), "by_source")
        assert [row["类别"] for row in found] == ["校级领导", "教师", "企事业单位", "社会人士"]
        assert [row["本月(元)"] for row in found] == [None, None, None, 233_40]
        assert totals(sheet("收支"), "by_source")["本月(元)"] == example().books.month.income

    def test_restricted_money_stands_by_purpose_the_rest_last(self) -> None:
        found = table(sheet("收支"), "restricted")
        assert [row["用途"] for row in found] == ["助学金", "非限定用途"]
        assert found[0]["月末结余(元)"] == 50_000 + 600_000 - 60_000

    def test_nothing_closed_nothing_adjusted(self) -> None:
        assert "上期调整" not in str(sheet("收支"))

    def test_a_change_of_a_closed_month_is_a_line_of_its_own(self) -> None:
        effect = Effect("2026-09", CLOSING_FIGURE, 2_560_000, 2_566_000, is_money=True)
        changed = Adjustments("2026-09", (Change("2026-09", None, None),), (effect,))
        books = books_sheet(replace(example(), adjustments=changed))
        assert form(books, 1) == [
            ["上期结余（定稿时）", 2_560_000],
            ["上期调整", 6_000],
            ["期初结余（按现在的登记）", 2_566_000],
        ]


class TestLedger:
    def test_it_begins_with_what_was_there(self) -> None:
        first = table(sheet("收支明细账"), "ledger")[0]
        assert (first["对方"], first["基金结余(元)"]) == ("期初结余", 2_010_000)

    def test_each_row_moves_the_balances(self) -> None:
        found = {row["单号"]: row for row in table(sheet("收支明细账"), "ledger")}
        assert found["002"]["现金余额(元)"] == 14_000
        assert found["JC01"]["银行余额(元)"] == 2_016_000
        assert found["JC01"]["现金余额(元)"] == 10_000
        assert found["Z1"]["用途结余(元)"] == 590_000
        assert found["006"]["收入(元)"] == -8_888

    def test_it_ends_with_the_books(self) -> None:
        last = table(sheet("收支明细账"), "ledger")[-1]
        books = example().books
        assert (last["基金结余(元)"], last["银行余额(元)"], last["现金余额(元)"]) == (
            books.month.closing,
            books.bank_book,
            books.cash,
        )

    def test_a_row_says_where_it_came_from_and_leads_there(self) -> None:
        part = sheet("收支明细账").parts[0]
        assert isinstance(part, TablePart)
        column = part.columns[-1]
        assert column.cells[1] == "登记.xlsx!捐款!2"
        assert column.links[1] == "external:../../../input/登记.xlsx#'捐款'!A2"

    def test_a_deposit_told_by_its_gifts_alone_stands_at_the_last_of_them(self) -> None:
        outcome = examine(SETTINGS, **{**REGISTERS, "现金存取": "日期 | 类型 | 金额"})
        ledger = next(each for each in sheets_of(outcome, Sources()) if each.name == "收支明细账")
        row = next(row for row in table(ledger, "ledger") if row["对方"] == "缴存")
        assert (row["单号"], row["银行收付(元)"], row["来源"]) == ("JC01", 4_000, "登记.xlsx!捐款!3")


class TestBank:
    def test_both_halves_are_equally_high_and_meet(self) -> None:
        rows = form(sheet("银行对账"))
        assert rows[1][0::4] == ["单位银行存款日记账余额", "银行对账单余额"]
        assert [rows[-1][0], rows[-1][3], rows[-1][7]] == ["调节后余额", 2_579_074, 2_579_074]

    def test_items_stand_under_their_heading(self) -> None:
        rows = form(sheet("银行对账"))
        assert rows[2] == ["加：银行已收、单位未收", None, None, 1_234, "加：单位已收、银行未收", None, None, 3_330]
        assert rows[3][1:4] == [dt.date(2026, 10, 21), "结息", 1_234]
        assert rows[3][5:] == [dt.date(2026, 10, 30), "007 邬长庚", 3_330]

    def test_items_stand_once_more_in_a_table(self) -> None:
        found = table(sheet("银行对账"), "open_items")
        assert [(row["类别"], row["金额(元)"]) for row in found] == [
            ("银行已收、单位未收", 1_234),
            ("银行已付、单位未付", 1_500),
            ("单位已收、银行未收", 3_330),
        ]

    def test_rows_to_add_are_written_out(self) -> None:
        found = table(sheet("银行对账"), "to_add")
        assert [(row["登记表"], row["类别或对象类别"], row["项目"], row["金额(元)"]) for row in found] == [
            ("捐款", "利息", "", 1_234),
            ("支出", "其他", "手续费", 1_500),
        ]

    def test_matches_say_by_what_rule(self) -> None:
        found = table(sheet("银行对账"), "matches")
        assert {row["依据"] for row in found} <= {"单号", "金额和日期"}
        assert len(found) == 5

    def test_old_items_are_marked_in_form_and_table(self) -> None:
        item = OpenItem(Place("登记.xlsx", "捐款", 2), dt.date(2026, 7, 1), 500, "捐款", "甲", "1", old=True)
        found = Reconciliation(500, 1_000, 1_000, 1_000, booked_received_not_at_bank=(item,))
        bank = bank_sheet(outcome_with(found))
        assert form(bank)[3][4] == "▲"
        assert table(bank, "open_items")[0]["两个月以上"] == "是"

    def test_without_a_statement_there_is_no_form(self) -> None:
        bank = bank_sheet(outcome_with(Reconciliation(None, 1_000, None, None)))
        assert not [part for part in bank.parts if isinstance(part, FormPart)]


def outcome_with(reconciliation: Reconciliation) -> Outcome:
    return replace(example(), reconciliation=reconciliation)


class TestPledges:
    def test_everybody_stands_with_what_is_due_paid_and_short(self) -> None:
        found = {row["姓名"]: row for row in table(sheet("倡议额"), "pledges")}
        assert (found["顾明川"]["倡议额(元)"], found["顾明川"]["情况"]) == (12_000, "已达到")
        assert (found["傅青松"]["未达(元)"], found["傅青松"]["情况"]) == (2_000, "未达倡议额")

    def test_nobody_is_called_a_debtor(self) -> None:
        assert "欠" not in str(sheet("倡议额"))

    def test_departments_sum_to_the_school(self) -> None:
        everybody, departments = totals(sheet("倡议额"), "pledges"), totals(sheet("倡议额"), "pledge_departments")
        assert all(departments[header] == everybody[header] for header in ("倡议额(元)", "已捐(元)", "未达(元)"))


class TestContacts:
    def test_a_helper_of_several_shows_the_worst_with_its_number(self) -> None:
        found = {row["帮扶人"]: row for row in table(sheet("联系"), "contact_year")}
        assert (found["傅青松"]["9月"], found["傅青松"]["10月"]) == ("记录不全(1/2)", "未联系(1/2)")
        assert found["贺文洁"]["9月"] == "未联系"

    def test_a_pairing_that_asks_for_nothing_says_so(self) -> None:
        found = {row["帮扶人"]: row for row in table(sheet("联系"), "contact_year")}
        assert found["顾明川"]["10月"] == "本月不要求"

    def test_departments_sum_to_the_school(self) -> None:
        year, departments = totals(sheet("联系"), "contact_year"), totals(sheet("联系"), "contact_departments")
        assert departments["本年应联系(次)"] == year["应联系(次)"]


class TestPairings:
    def test_what_needs_somebody_stands_first(self) -> None:
        found = [row["事项"] for row in table(sheet("结对"), "pairings")]
        assert found[-1] == "有效"
        assert {"党员没有结对", "贫困生没有帮扶人", "未满三年结束", "已满三年未办结", "缺措施、任务或目标"} <= set(
            found
        )

    def test_each_pairing_stands_once_with_all_that_is_to_be_said(self) -> None:
        found = [row for row in table(sheet("结对"), "pairings") if row["学生"] == "韦小北"]
        (row,) = found
        assert (row["事项"], row["本月联系"], row["来源"]) == ("已满三年未办结", "未联系", "登记.xlsx!结对!4")

    def test_what_is_missing_is_named(self) -> None:
        found = [row["说明"] for row in table(sheet("结对"), "pairings") if row["事项"] == "缺措施、任务或目标"]
        assert found == ["缺目标"]


class TestTheRest:
    def test_pupils_show_both_terms(self) -> None:
        row = next(row for row in table(sheet("学生"), "pupils") if row["学生"] == "李漾")
        assert (row["变化"], row["年级名次"], row["上次名次"], row["来源"]) == ("进步", 15, 20, "登记.xlsx!学业!3")

    def test_visits_stand_beside_the_plan(self) -> None:
        (row,) = table(sheet("走访与摸底"), "plan")
        assert (row["计划(人)"], row["实际(人)"], row["剩余(元)"], row["情况"]) == (2, 1, 30_000, "未完成")

    def test_missing_surveys_are_named(self) -> None:
        found = {row["班级或部门"]: row["情况"] for row in table(sheet("走访与摸底"), "surveys")}
        assert (found["七年级(1)班"], found["七年级(2)班"]) == ("已摸底", "未摸底")

    def test_hardship_shows_the_reporting_and_no_cause(self) -> None:
        (row,) = table(sheet("走访与摸底"), "hardship")
        assert row["情况"] == "逾期上报"
        assert "住院" not in str(sheet("走访与摸底"))

    def test_goods_show_stock(self) -> None:
        (row,) = table(sheet("物资"), "goods")
        assert (row["上期结存"], row["本月发出"], row["月末结存"]) == (10, 2.5, 7.5)

    def test_controls_count_their_breaches(self) -> None:
        found = {str(row["要求"]): (row["情况"], row["问题(处)"]) for row in table(sheet("管控"), "controls")}
        assert found["支出审批"] == ("有问题", 1)
        assert found["现金限额"] == ("符合", None)
        assert totals(sheet("管控"), "controls")["问题(处)"] == len(table(sheet("管控"), "breaches"))

    def test_members_have_points_and_blank_columns_for_people(self) -> None:
        found = {row["姓名"]: row for row in table(sheet("考核"), "appraisal")}
        assert set(found) == {"顾明川", "傅青松", "贺文洁"}
        assert found["傅青松"]["联系完成(次)"] == "3/4"
        assert (found["顾明川"]["倡议额已达到"], found["傅青松"]["倡议额已达到"]) == ("是", "尚未")
        assert found["顾明川"]["负责人评定(分)"] == ""

    def test_problems_lead_to_their_cells(self) -> None:
        found = table(sheet("问题"), "problems")
        assert [row["序号"] for row in found] == list(range(1, len(example().findings) + 1))
        part = sheet("问题").parts[0]
        assert isinstance(part, TablePart)
        assert "external:../../../input/登记.xlsx#'支出'!J3" in part.columns[-1].links


class TestCover:
    def test_it_says_draft_while_there_are_errors(self) -> None:
        assert "草稿" in str(form(sheet("总览"))[0])

    def test_it_counts_what_needs_a_person_and_leads_there(self) -> None:
        found = {row["事项"]: (row["数量"], row["详见"]) for row in table(sheet("总览"), "tasks")}
        assert found[TASKS["open_items"]] == (3, "银行对账")
        assert found[TASKS["missing"]] == (1, "联系")
        assert TASKS["candidates"] not in found

    def test_a_school_without_anything_has_no_tasks_but_all_sheets(self) -> None:
        found = sheets_of(empty(), Sources())
        assert {each.name for each in found} == NAMES
        assert not table(found[0], "tasks")

    def test_contents_name_every_other_sheet(self) -> None:
        parts = [part for part in sheet("总览").parts if isinstance(part, FormPart)]
        cells = [cell for part in parts for row in part.grid for cell in row if cell.link]
        assert {cell.value for cell in cells} == NAMES - {"总览"}


class TestWords:
    def test_notes_that_are_named_exist(self) -> None:
        marks = {mark for mark, _, _ in NOTES}
        named = {f"注{part[0]}" for each in SHEETS.values() for part in each.lead.split("[注")[1:] if part[0].isdigit()}
        assert named <= marks

    def test_every_table_has_a_name_of_its_own(self) -> None:
        names = [each.name for each in TABLES.values()]
        assert len(set(names)) == len(names)

    def test_a_code_breaches_one_control(self) -> None:
        codes = [code for control in CONTROLS for code in control.codes]
        assert len(set(codes)) == len(codes)
        assert set(codes) <= set(CATALOGUE)

    def test_every_code_that_the_controls_report_breaches_one(self) -> None:
        sources = [path.read_text(encoding="utf-8") for path in Path(controls.__file__).parent.glob("*.py")]
        sources.append(Path(purses.__file__).read_text(encoding="utf-8"))
        words = {word for source in sources for word in re.findall(r'"([a-z]+(?:_[a-z]+)*)"', source)}
        words |= {f"{word}_{end}" for word in words for end in ("late", "missing")}  # as deadlines spell their codes
        words.remove("register_missing")  # only spelt like one
        assert words & set(CATALOGUE) <= {code for control in CONTROLS for code in control.codes}


class TestSources:
    def test_rows_have_addresses(self) -> None:
        assert addresses(example().tables["donations"], [0, 3]) == ["登记.xlsx!捐款!2", "登记.xlsx!捐款!5"]

    @pytest.mark.parametrize(
        ("place", "link"),
        [
            (Place("甲.xlsx", "表", 3, 5), "external:../in/甲.xlsx#'表'!F3"),
            (Place("甲.xlsx", "表", 3), "external:../in/甲.xlsx#'表'!A3"),
            (Place("班/甲.xlsx", "老师's", 3), "external:../in/班/甲.xlsx#'老师''s'!A3"),
            (Place("甲.csv", "甲", 3), ""),
            (Place("甲#1.xlsx", "表", 3), ""),
            (Place("甲.xlsx"), ""),
            (None, ""),
        ],
    )
    def test_links_lead_where_something_can_be_opened(self, place: Place | None, link: str) -> None:
        assert Sources("../in").link(place) == link

    def test_without_an_input_folder_nothing_leads_anywhere(self, tmp_path: Path) -> None:
        assert sources_from(tmp_path / "月度汇总.xlsx", None) == Sources()
        assert Sources().link(Place("甲.xlsx", "表", 3)) == ""

    def test_the_folder_is_told_from_where_the_workbook_lies(self, tmp_path: Path) -> None:
        workbook = tmp_path / "output" / "2026-10" / "内部" / "月度汇总.xlsx"
        assert sources_from(workbook, tmp_path / "input") == Sources("../../../input")


def test_hostile_names_stand_in_the_ledger_as_they_are() -> None:
    assert HOSTILE in {row["对方"] for row in table(sheet("收支明细账"), "ledger")}
