"""A table that was not read, and an opening balance that is not known, are one error each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from pipeline.handbook.school import OCTOBER, SCHOOL
from pipeline.progress import Progress
from pipeline.run import examine
from pipeline.write.result import result_of
from pipeline.write.summary.parts import TablePart
from pipeline.write.summary.sheets.controls import controls_sheet
from tests.sheets import write_book

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome

WITHOUT_BALANCE = """
    日期       | 摘要 | 收入 | 支出 | 对方户名 | 流水号
    2026-10-01 | 捐款 | 50   |      | 张三     | LS1
"""
WITHOUT_DAYS = """
    摘要 | 收入 | 支出 | 余额 | 对方户名 | 流水号
    捐款 | 50   |      | 50   | 张三     | LS1
"""
WITHOUT_CHANNEL = """
    日期       | 收据号 | 捐款人 | 类别 | 部门   | 金额
    2026-10-01 | 1      | 张三   | 教师 | 语文组 | 50
"""
WITHOUT_BANK_OPENING = """
    项目         | 内容
    学校名称     | 云岭示例中学
    期初日期     | 2026-08-31
    期初现金余额 | 300
"""
UNREADABLE_CASH_OPENING = """
    项目         | 内容
    学校名称     | 云岭示例中学
    期初日期     | 2026-08-31
    期初银行余额 | 10000
    期初现金余额 | 待定
"""


def errors(folder: Path, changed: dict[str, str], without: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    return [(code, where) for severity, code, where in told(folder, changed, without) if severity == "error"]


def told(folder: Path, changed: dict[str, str], without: tuple[str, ...] = ()) -> list[tuple[str, str, str | None]]:
    problems = result_of(found_out(folder, changed, without))["problems"]
    return [(each["severity"], each["code"], each["where"]) for each in problems]


def found_out(folder: Path, changed: dict[str, str], without: tuple[str, ...] = ()) -> Outcome:
    for file, sheets in SCHOOL.items():
        kept = {name: changed.get(name, text) for name, text in sheets.items() if name not in without}
        if kept:
            write_book(folder / file, kept)
    return examine(folder, OCTOBER, dt.date(2026, 11, 3), Progress())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("捐款", WITHOUT_CHANNEL, ("header_missing", "捐款登记.xlsx!捐款!1")),
        ("银行流水", WITHOUT_DAYS, ("header_missing", "捐款登记.xlsx!银行流水!1")),
        ("银行流水", WITHOUT_BALANCE, ("statement_without_balance", "捐款登记.xlsx!银行流水!1")),
        ("基本信息", WITHOUT_BANK_OPENING, ("setting_missing", "设置.xlsx!基本信息!1")),
        ("基本信息", UNREADABLE_CASH_OPENING, ("setting_unreadable", "设置.xlsx!基本信息!B5")),
    ],
)
def test_a_table_that_cannot_be_read_is_one_error(tmp_path: Path, name: str, text: str, told: tuple[str, str]) -> None:
    assert errors(tmp_path, {name: text}) == [told]


def test_without_the_opening_balance_a_break_further_down_is_still_told(tmp_path: Path) -> None:
    changed = {
        "基本信息": WITHOUT_BANK_OPENING,
        "银行流水": SCHOOL["捐款登记.xlsx"]["银行流水"].replace("14260", "14620"),
    }
    broken = ("statement_chain_broken", "捐款登记.xlsx!银行流水!E6")
    assert sorted(errors(tmp_path, changed)) == [("setting_missing", "设置.xlsx!基本信息!1"), broken]


@pytest.mark.parametrize("name", ["捐款", "支出", "基本信息", "管理小组"])
def test_a_register_that_is_not_there_is_one_error(tmp_path: Path, name: str) -> None:
    assert errors(tmp_path, {}, (name,)) == [("register_missing", None)]


def test_what_concerns_a_whole_file_stands_at_no_cell(tmp_path: Path) -> None:
    (tmp_path / "副本.xlsx").write_bytes(b"")
    assert errors(tmp_path, {}) == [("file_empty", None)]


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("结对", ("开始日期", "起始"), ("header_missing", "1")),
        ("结对", ("| 党员帮扶 | 2026-09-01 | | | 每周", "| 党员结对 | 2026-09-01 | | | 每周"), ("word_unknown", "D3")),
        (
            "结对",
            ("| 党员帮扶 | 2026-09-01 | | | 定期", "| 党员帮扶 | 2026-09-01 | 2026-08-01 | | 定期"),
            ("dates_reversed", "F4"),
        ),
        ("学生", ("| 特别困难 | 在读", "| 特困 | 在读"), ("word_unknown", "E4")),
        ("捐款", ("| 20 | 现金", "| 约20 | 现金"), ("amount_approximate", "F4")),
        ("捐款", ("| 捐款人 |", "| 来自何处 |"), ("header_missing", "1")),
        ("现金存取", ("| 缴存 |", "| 存行 |"), ("word_unknown", "B2")),
        ("倡议标准", ("| 教师 |", "| 职工 |"), ("word_unknown", "B5")),
    ],
)
def test_what_a_lost_row_or_table_would_have_proved_is_not_missed(
    tmp_path: Path, name: str, change: tuple[str, str], fault: tuple[str, str]
) -> None:
    sheet = next(sheets[name] for sheets in SCHOOL.values() if name in sheets)
    assert change[0] in sheet
    ((severity, code, where),) = told(tmp_path, {name: sheet.replace(*change)})
    assert (severity, code) == ("error", fault[0])
    assert str(where).endswith(f"!{fault[1]}")


OF_ALL_MONEY = {"专款专用", "现金不透支", "现金限额", "现金盘点", "银行对账"}


@pytest.mark.parametrize(
    ("name", "change", "unjudged"),
    [
        ("捐款", ("", ""), set()),
        (
            "捐款",
            ("| 方式 |", "| 何方 |"),
            {*OF_ALL_MONEY, "收据连号", "不重复登记", "按期缴存", "缴存相符", "用途不写姓名"},
        ),
        (
            "支出",
            ("| 经办人 |", "| 何人 |"),
            {*OF_ALL_MONEY, "支出审批", "先审批后付款", "按期签收", "不重复登记", "缴存相符", "用途不写姓名"},
        ),
        ("银行流水", ("| 余额 |", "| 其他 |"), {"银行对账"}),
        ("基本信息", ("| 10000", "| 一万左右"), {"专款专用", "银行对账"}),
        ("基本信息", ("| 500", "| 若干"), {"专款专用", "现金不透支", "现金盘点"}),
        ("捐款", ("| 20 | 现金", "| 约20 | 现金"), {"缴存相符", "现金盘点"}),
        ("捐款", ("| 40 | 银行", "| 约40 | 银行"), set()),
    ],
    ids=[
        "nothing",
        "gifts",
        "payments",
        "statement",
        "bank's opening",
        "cash's opening",
        "a cash gift",
        "another gift",
    ],
)
def test_a_control_is_not_called_kept_where_what_it_looks_at_was_lost(
    tmp_path: Path, name: str, change: tuple[str, str], unjudged: set[str]
) -> None:
    text = next(sheets[name] for sheets in SCHOOL.values() if name in sheets)
    assert change[0] in text
    states = controls_of(found_out(tmp_path, {name: text.replace(*change, 1)}))
    assert {control for control, state in states.items() if state == "未判断"} == unjudged
    assert {state for control, state in states.items() if control not in unjudged} == {"符合"}


def test_a_breach_is_told_though_not_everything_could_be_judged(tmp_path: Path) -> None:
    statement = SCHOOL["捐款登记.xlsx"]["银行流水"].replace("14260", "14620")
    outcome = found_out(tmp_path, {"基本信息": WITHOUT_BANK_OPENING, "银行流水": statement})
    assert controls_of(outcome)["银行对账"] == "有问题"


def controls_of(outcome: Outcome) -> dict[str, str]:
    part = controls_sheet(outcome).parts[0]
    assert isinstance(part, TablePart)
    controls, states, *_ = (map(str, column.cells) for column in part.columns)
    return dict(zip(controls, states, strict=True))
