"""The fund's account row by row, and the balances that it ends with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.fund.books import compute_books
from pipeline.fund.running import running_account
from tests.ledgers import OCTOBER, SCHOOL, make_tables

if TYPE_CHECKING:
    from pipeline.tables import Tables

SETTINGS = replace(SCHOOL, opening_restricted={"助学金": 30_000})  # 期初: 1000.00 at the bank, 100.00 in cash


def school() -> Tables:
    return make_tables(
        捐款="""
            日期       | 捐款人 | 类别     | 金额   | 方式     | 用途   | 备注
            2026-09-01 | 甲     | 社会人士 | 50.00  | 现金     |        |
            2026-10-01 | 乙     | 社会人士 | 200.00 | 银行转账 | 助学金 |
            2026-10-03 | 乙     | 社会人士 | -20.00 | 银行转账 | 助学金 | 冲正
            2026-11-01 | 丙     | 社会人士 | 9.00   | 现金     |        |
        """,
        支出="""
            日期       | 受助对象 | 对象类别 | 项目     | 金额  | 方式     | 资金   | 经办人
            2026-10-02 | 李漾     | 学生     | 生活补助 | 75.50 | 银行转账 | 助学金 | 丁
        """,
        现金存取="""
            日期       | 类型 | 金额
            2026-10-02 | 缴存 | 40.00
        """,
    )


def test_rows_stand_in_order_of_date_with_what_came_in_and_went_out() -> None:
    rows = running_account(school(), SETTINGS, OCTOBER)
    assert rows[["register", "income", "spending"]].to_numpy().tolist() == [
        ["donations", 5_000, 0],
        ["donations", 20_000, 0],
        ["cash_moves", 0, 0],
        ["disbursements", 0, 7_550],
        ["donations", -2_000, 0],
    ]


def test_balances_run_on_from_the_opening() -> None:
    rows = running_account(school(), SETTINGS, OCTOBER)
    assert rows["fund_balance"].tolist() == [115_000, 135_000, 135_000, 127_450, 125_450]
    assert rows["bank_balance"].tolist() == [100_000, 120_000, 124_000, 116_450, 114_450]
    assert rows["cash_balance"].tolist() == [15_000, 15_000, 11_000, 11_000, 11_000]


def test_a_day_first_receives_then_moves_cash_then_spends() -> None:
    tables = make_tables(
        捐款="""
            日期       | 捐款人 | 类别     | 金额   | 方式
            2026-10-02 | 乙     | 社会人士 | 20.00  | 银行转账
            2026-10-02 | 甲     | 社会人士 | 50.00  | 现金
        """,
        支出="""
            日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式 | 经办人
            2026-10-02 | 李漾     | 学生     | 生活补助 | 300.00 | 现金 | 丁
        """,
        现金存取="""
            日期       | 类型 | 金额
            2026-10-02 | 缴存 | 350.00
            2026-10-02 | 提取 | 500.00
        """,
    )
    rows = running_account(tables, SETTINGS, OCTOBER)
    assert rows["bank"].tolist() == [2_000, 0, -50_000, 35_000, 0]
    assert rows["cash_balance"].tolist() == [10_000, 15_000, 65_000, 30_000, 0]
    assert rows["fund_balance"].tolist() == [112_000, 117_000, 117_000, 117_000, 87_000]


def test_each_purpose_has_a_balance_of_its_own() -> None:
    rows = running_account(school(), SETTINGS, OCTOBER)
    assert rows.loc[rows["purpose"] == "助学金", "purpose_balance"].tolist() == [50_000, 42_450, 40_450]
    assert rows.loc[rows["purpose"] == "", "purpose_balance"].tolist() == [85_000, 85_000]


def test_it_ends_with_the_figures_of_the_books() -> None:
    rows, books = running_account(school(), SETTINGS, OCTOBER), compute_books(school(), SETTINGS, OCTOBER)
    assert rows["fund_balance"].iloc[-1] == books.month.closing
    assert rows["bank_balance"].iloc[-1] == books.bank_book
    assert rows["cash_balance"].iloc[-1] == books.cash
    last = rows.groupby("purpose")["purpose_balance"].last().to_dict()
    assert last == {purpose: flow.closing for purpose, flow in books.restricted.items()}


def test_without_any_row_there_is_nothing() -> None:
    assert running_account(make_tables(), SETTINGS, OCTOBER).empty
