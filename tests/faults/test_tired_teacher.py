"""Five workbooks kept badly at once: each fault is told at its cell, none hides another, none is told twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.handbook.school import OCTOBER, SCHOOL
from pipeline.progress import Progress
from pipeline.run import examine
from tests.sheets import write_book

if TYPE_CHECKING:
    from pathlib import Path

# sheet, what stands there, what a tired teacher writes, and what is told: code and cell.
FAULTS = (
    ("捐款", "| 孙丽 | 教师 |", "| 同上 | 老师 |", ("cell_ditto C2", "word_unknown D2")),
    (
        "捐款",
        "| 5000 | 银行转账 | 奖学金",
        "| 约5000 | 银行转帐 | #N/A",
        ("amount_approximate F3", "word_unknown G3", "error_value H3"),
    ),
    ("捐款", "2026-10-12 | '0003", "10月12日 | '0003", ("date_without_year A4",)),
    ("捐款", "| 20 | 现金", "| =10*2 | 现金", ("formula_without_value F4",)),
    ("支出", "| 项目 |", "| 项木 |", ("header_missing 1",)),
    ("银行流水", "收据0001", "收据0001 支票作废", ()),
    ("银行流水", "15060", "15600", ("statement_chain_broken E4", "statement_chain_broken E5")),
    ("现金存取", "| 缴存 |", "| 〃 |", ("cell_ditto B2",)),
    (
        "教职工",
        "冯德 | 语文组 | 教师 | 否 | 退休 | |",
        "冯德 | 语文组 | 教师 | 否 | 退休 | 2021-09-01 |",
        ("dates_reversed H7",),
    ),
    ("学生", "| 困难 | 在读", "| 很困难 | 在校", ("word_unknown E2", "word_unknown F2")),
    ("结对", "| 2026-09-01 | | | 定期", "| 2026-09-01 | 2025-10-20 | 转学 | 定期", ("dates_reversed F4",)),
    ("结对", "周启明 | 王小花", "周起明 | 王小花", ("person_unknown A2", "near_registered A2")),
    ("联系", "2026-10-13", "2026.10.32", ("date_impossible A3",)),
    ("联系", "| 谈心 | 有上进心", "| QQ | 有上进心", ("word_unknown E4",)),
    ("慰问", "冯德 | 退休教职工", "冯德 | 退休老师", ("word_unknown D2",)),
    ("基本信息", "项目 | 内容", "名目 | 填写", ("header_missing 1",)),
    ("倡议标准", "| 教师 |", "| 普通教师 |", ("word_unknown B5",)),
    ("公示安排", "2026-11-10", "2026-11-01", ("dates_reversed C2",)),
)
EXTRA = {
    "核对": "银行流水号 | 单据\nB001 | '0001",
    "现金日记账": "日期 | 摘要 | 收入 | 支出 | 余额\n2026-10-12 | 收捐款 | 20 | | 520",
}
OF_EXTRA = {"header_missing 核对 1", "statement_cash_book 现金日记账 1"}


def spoilt(name: str, table: str) -> str:
    for sheet, right, wrong, _ in FAULTS:
        if sheet == name:
            assert right in table
            table = table.replace(right, wrong)
    return table


def test_each_fault_is_told_at_its_cell_and_nothing_else(tmp_path: Path) -> None:
    for file, sheets in SCHOOL.items():
        more = EXTRA if file == "设置.xlsx" else {}
        write_book(tmp_path / file, {name: spoilt(name, table) for name, table in sheets.items()} | more)
    outcome = examine(tmp_path, OCTOBER, dt.date(2026, 11, 3), Progress())
    told = [f"{each.code} {each.where.sheet} {each.where.cell}" for each in outcome.findings if each.where]
    planted = {f"{code} {sheet} {cell}" for sheet, _, _, all_told in FAULTS for code, cell in map(str.split, all_told)}
    assert len(told) == len(outcome.findings)
    assert sorted(told) == sorted(planted | OF_EXTRA)
