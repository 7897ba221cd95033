"""The example school that ships in input/ keeps every rule, apart from the blemishes that are meant."""

from __future__ import annotations

import copy
import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests import school_checks as checks
from tests.school_reading import Tables, read_school
from tests.tools.bench_school import write_bench
from tests.tools.make_school import write_school

if TYPE_CHECKING:
    from collections.abc import Callable

INPUT = Path(__file__).parent.parent / "input"
FIRST, LAST = dt.date(2025, 10, 1), dt.date(2026, 10, 31)
TODAY = dt.date(2026, 11, 3)
BOOKS = ("学生帮扶.xlsx", "捐款登记.xlsx", "设置.xlsx", "走访记录.xlsx")


@pytest.fixture(scope="module")
def school() -> Tables:
    return read_school(INPUT)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("bench")
    write_bench(folder, 0.2)
    return read_school(folder)


def test_written_anew_the_bytes_are_the_same(tmp_path: Path) -> None:
    write_school(tmp_path)
    for name in BOOKS:
        assert (tmp_path / name).read_bytes() == (INPUT / name).read_bytes(), name


def test_counts_of_rows(school: Tables) -> None:
    assert {name: len(rows) for name, rows in school.items()} == {
        "教职工": 40,
        "学生": 60,
        "结对": 67,
        "学业": 89,
        "摸底": 57,
        "困难教职工": 4,
        "捐款": 304,
        "支出": 80,
        "银行流水": 84,
        "现金存取": 12,
        "物资": 61,
        "现金盘点": 5,
        "基本信息": 25,
        "倡议标准": 8,
        "管理小组": 9,
        "年度计划": 8,
        "公示安排": 4,
        "联系": 959,
        "慰问": 26,
    }


def test_nothing_is_dated_after_the_example_day_but_the_postings(school: Tables) -> None:
    dates = [
        cell
        for name, rows in school.items()
        if name != "公示安排"
        for row in rows
        for cell in row.values()
        if isinstance(cell, dt.date)
    ]
    assert max(dates) == TODAY


RULES = (
    checks.below_zero,
    checks.broken_chain,
    checks.numbering,
    checks.deposits,
    checks.approvals,
    checks.doubles,
    checks.stray_talks,
    checks.identities,
    checks.near_names,
)


@pytest.mark.parametrize("rule", RULES)
def test_the_school_keeps_each_rule(school: Tables, rule: Callable[[Tables], list[str]]) -> None:
    assert rule(school) == []


@pytest.mark.parametrize("rule", RULES[:7])
def test_the_large_school_keeps_each_rule(bench: Tables, rule: Callable[[Tables], list[str]]) -> None:
    assert rule(bench) == []


def _set(tables: Tables, table: str, column: str, value: object, row: int = 40) -> None:
    tables[table][row][column] = value


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (checks.below_zero, ("支出", "金额", 9_999_999_00)),
        (checks.broken_chain, ("银行流水", "余额", 1)),
        (checks.numbering, ("捐款", "收据号", "202500001")),
        (checks.deposits, ("捐款", "缴存单号", "JC2510")),
        (checks.approvals, ("支出", "审批日期", TODAY)),
        (checks.doubles, ("捐款", "捐款人", "澜谷示例建材有限公司")),
        (checks.stray_talks, ("联系", "日期", dt.date(2022, 1, 4))),
        (checks.identities, ("学生", "身份证号", "330190201101170010")),
        (checks.near_names, ("学生", "姓名", "雍修霖")),
    ],
)
def test_each_check_sees_what_it_is_for(
    school: Tables, rule: Callable[[Tables], list[str]], change: tuple[str, str, object]
) -> None:
    broken = copy.deepcopy(school)
    _set(broken, *change)
    if rule is checks.doubles:
        first = broken["捐款"][40]
        broken["捐款"].insert(41, first)
    assert rule(broken)


def test_every_line_of_the_bank_finds_its_rows_but_the_fee_nobody_booked(school: Tables) -> None:
    books = checks.Books(school, LAST)
    assert books.unsure == []
    assert [(line["row"]["摘要"], line["cents"]) for line in books.lines] == [("账户管理费", -10_00)]
    assert [(item["day"], item["cents"]) for item in books.items] == [
        (dt.date(2026, 10, 30), 520_00),
        (dt.date(2026, 10, 30), -680_00),
    ]
    open_items, open_lines = sum(i["cents"] for i in books.items), sum(line["cents"] for line in books.lines)
    assert books.book + open_lines == books.statement + open_items


def test_what_is_open_in_october_is_at_the_bank_in_november(school: Tables) -> None:
    books = checks.Books(school, TODAY)
    assert (books.items, [line["cents"] for line in books.lines]) == ([], [-10_00])


def test_the_large_school_is_matched_to_the_last_line(bench: Tables) -> None:
    books = checks.Books(bench, LAST)
    assert (books.unsure, books.lines, books.items) == ([], [], [])


def test_the_plain_matching_sees_a_changed_amount(school: Tables) -> None:
    broken = copy.deepcopy(school)
    broken["捐款"][0]["金额"] += 1
    books = checks.Books(broken, LAST)
    assert [line["cents"] for line in books.lines] == [5_000_00, -10_00]
    assert books.items[0]["cents"] == 5_000_01


def test_the_plain_rules_see_a_lost_talk_and_a_lost_pairing(school: Tables) -> None:
    pairing = next(r for r in school["结对"] if r["结束日期"] == "" and r["类型"] == "党员帮扶")
    pair = pairing["帮扶人"], pairing["学生"]
    broken = copy.deepcopy(school)
    broken["联系"] = [r for r in school["联系"] if pair != (r["帮扶人"], r["学生"]) or r["日期"].month != 5]
    assert ("2026-05", *pair) in checks.missing_talks(broken, FIRST, LAST)
    broken["结对"].remove(pairing)
    assert pair[1] in checks.coverage(broken, LAST)


def test_some_talks_are_shared(school: Tables) -> None:
    assert sum("、" in r["学生"] for r in school["联系"]) == 3
    assert sum("、" in r["帮扶人"] for r in school["联系"]) == 6


def test_talks_are_missing_twice_in_october_and_nowhere_else(school: Tables) -> None:
    missing = checks.missing_talks(school, FIRST, LAST)
    assert [month for month, _, _ in missing] == ["2026-10", "2026-10"]
    with_talk = {pair for pair, rows in checks.talks(school).items() if any(r["日期"].month == 10 for r in rows)}
    assert len({helper for _, helper, _ in missing}) == 2
    assert with_talk


def test_large_school_has_a_talk_in_every_month(bench: Tables) -> None:
    assert checks.missing_talks(bench, dt.date(2023, 10, 1), LAST) == []


def test_everybody_who_should_helps_and_is_helped(school: Tables, bench: Tables) -> None:
    assert checks.coverage(school, LAST) == []
    assert checks.coverage(bench, LAST) == []


def test_one_helper_wrote_no_measures(school: Tables) -> None:
    blank = [r for r in school["结对"] if not (r["帮扶措施"] and r["重点任务"] and r["目标"])]
    assert len(blank) == 1
    assert blank[0]["结束日期"] == ""


def test_pairings_end_for_every_natural_reason(school: Tables) -> None:
    reasons = Counter(r["结束原因"] for r in school["结对"] if r["结束日期"])
    assert set(reasons) == {"毕业", "转学", "退休", "调离"}


def test_one_class_gave_too_few_to_be_named_in_october(school: Tables) -> None:
    givers = defaultdict(set)
    for row in checks.gifts(school):
        if row["类别"] == "学生" and row["日期"] >= dt.date(2026, 10, 1):
            givers[row["部门"]].add(row["捐款人"])
    assert [name for name, people in givers.items() if len(people) < 3] == ["八年级(2)班"]
    assert len(givers) == 6


def test_pledges_of_the_year_are_met_by_some_and_missed_by_others(school: Tables) -> None:
    rates = {"校级领导": 120_00, "中层领导": 90_00, "党员": 60_00, "教师": 40_00}
    paid: Counter[tuple[str, str]] = Counter()
    for row in checks.gifts(school):
        if row["类别"] in rates and row["日期"].year == 2026 and not (row["用途"] or row["活动"]):
            paid[row["捐款人"], row["类别"]] += row["金额"]
    shares = [(cents > rates[tier]) - (cents < rates[tier]) for (_, tier), cents in paid.items()]
    assert {-1, 0, 1} == set(shares)


def test_givers_on_the_staff_stand_with_their_tier(school: Tables) -> None:
    tiers = {
        r["姓名"]: "党员" if r["党员"] == "是" and r["职务级别"] == "教师" else r["职务级别"] for r in school["教职工"]
    }
    of_staff = [r for r in school["捐款"] if r["类别"] in {"校级领导", "中层领导", "党员", "教师"}]
    assert [r["收据号"] for r in of_staff if tiers.get(r["捐款人"]) != r["类别"]] == []


def test_aid_goes_to_people_in_the_registers(school: Tables) -> None:
    known = {r["姓名"] for name in ("教职工", "学生") for r in school[name]}
    people = [r for r in school["支出"] if r["对象类别"] in {"学生", "在职教师", "退休教职工"}]
    assert [r["凭证号"] for r in people if r["受助对象"] not in known] == []


def test_goods_go_out_only_after_they_came_in(school: Tables) -> None:
    stock: Counter[tuple[str, str]] = Counter()
    for row in school["物资"]:
        stock[row["物品"], row["单位"]] += row["数量"] if row["方向"] == "收" else -row["数量"]
        assert stock[row["物品"], row["单位"]] >= 0


def test_visits_agree_with_their_vouchers_and_the_plan(school: Tables) -> None:
    vouchers = {r["凭证号"]: r for r in school["支出"] if r["项目"] == "走访慰问"}
    money: Counter[tuple[int, str, str]] = Counter()
    people: Counter[tuple[int, str, str]] = Counter()
    for row in school["慰问"]:
        voucher = vouchers.pop(row["凭证号"])
        assert (voucher["受助对象"], voucher["金额"], voucher["日期"]) == (row["对象"], row["慰问金"], row["日期"])
        key = row["日期"].year, row["活动"], row["对象类别"]
        money[key] += row["慰问金"]
        people[key] += 1
    assert not vouchers
    planned = {(int(r["年度"]), r["活动"], r["对象类别"]): (r["人数"], r["预算"]) for r in school["年度计划"]}
    assert planned == {key: (people[key], money[key]) for key in money}


def test_every_class_and_department_was_surveyed_each_term(school: Tables) -> None:
    terms = defaultdict(set)
    for row in school["摸底"]:
        terms[row["学期"]].add(row["单位"])
    departments = {r["部门"] for r in school["教职工"] if r["状态"] == "在职"}
    classes = {f"{grade}年级({number})班" for grade in "七八九" for number in (1, 2)}
    assert len(terms) == 3
    assert all(units == departments | classes for units in terms.values())


def test_cash_counts_agree_with_the_cash_book(school: Tables) -> None:
    for count in school["现金盘点"]:
        rows = [r for r in checks.gifts(school) + school["支出"] + school["现金存取"] if r["日期"] <= count["日期"]]
        balance = checks.opening(school, "期初现金余额")
        for row in rows:
            if "类型" in row:
                balance += row["金额"] if row["类型"] == "提取" else -row["金额"]
            elif row["方式"] == "现金":
                balance += row["金额"] if "收据号" in row else -row["金额"]
        assert balance == count["盘点金额"]


def test_grave_hardship_was_reported_within_a_week(school: Tables) -> None:
    grave = [r for r in school["困难教职工"] if r["程度"] == "严重"]
    assert len(grave) == 1
    assert (grave[0]["上报日期"] - grave[0]["日期"]).days <= 7


def test_the_marks_of_a_real_office_are_there(school: Tables) -> None:
    assert [r["备注"] for r in school["捐款"] if "作废" in r["备注"]] == ["作废，收据填写错误"]
    assert [r["金额"] for r in school["捐款"] if "冲正" in r["备注"]] == [-850_00]
    assert [r["金额"] for r in school["捐款"] if r["公开"] == "匿名"] == [3_000_00, 1_000_00]
    assert {r["用途"] for r in school["捐款"]} == {"", "启明星助学金"}
    assert {r["活动"] for r in school["捐款"]} == {"", "大境挚爱"}
    assert sum("·" in r["姓名"] for r in school["学生"]) == 6


@pytest.mark.parametrize("name", BOOKS)
def test_sheets_are_set_up_for_paper(name: str) -> None:
    for sheet in openpyxl.load_workbook(INPUT / name):
        assert sheet["A1"].value.startswith("澜谷示例中学"), sheet.title
        fitted = sheet.sheet_properties.pageSetUpPr
        assert fitted is not None
        assert (sheet.page_setup.paperSize, fitted.fitToPage) == (9, True)
        assert sheet.freeze_panes in {"A4", "A5"}
        assert sheet.print_title_rows


def test_totals_are_live_sums_with_their_value() -> None:
    live = openpyxl.load_workbook(INPUT / "捐款登记.xlsx")["捐款"]
    cached = openpyxl.load_workbook(INPUT / "捐款登记.xlsx", data_only=True)["捐款"]
    row = next(cell.row for cell in live["A"] if cell.value == "合计")
    cents = [round(float(str(cell.value)) * 100) for cell in cached["F"][3 : row - 1] if cell.value is not None]
    assert live.cell(row, 6).value == f"=SUM(F4:F{row - 1})"
    assert round(float(str(cached.cell(row, 6).value)) * 100) == sum(cents)
