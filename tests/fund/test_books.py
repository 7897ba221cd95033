"""The books: opening + income - spending = closing, in every slice."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from pipeline.fund.books import Books, Flow, compute_books
from pipeline.period import Period
from pipeline.registers import CASH, CHANNELS
from tests.fund.examples import GIFTS, MOVES, PAYMENTS, SETTINGS, Rows, ledger
from tests.ledgers import OCTOBER, SCHOOL, make_tables, yuan

if TYPE_CHECKING:
    from pipeline.settings import Settings

GIFT_ROWS = """
    日期       | 捐款人     | 类别       | 金额     | 方式     | 用途   | 缴存单号 | 备注
    2026-08-31 | 旧捐款     | 其他       | 9999.00  | 银行转账 |        |          | 期初未达
    2026-09-01 | 顾明川     | 校级领导   | 120.00   | 银行转账 |        |          |
    2026-09-08 | 禾沐公司   | 企事业单位 | 6000.00  | 银行转账 | 助学金 |          |
    2026-10-01 | 景小满     | 教师       | 40.00    | 现金     |        | JC1      |
    2026-10-02 | 骆星河     | 学生       | 5.50     | 现金     |        | JC1      |
    2026-10-12 | 邬长庚     | 社会人士   | 200.00   | 微信     |        |          |
    2026-10-13 | 邬长庚     | 社会人士   | -200.00  | 微信     |        |          | 冲正
    2026-10-31 | 沙明远     | 社会人士   | 80.01    | 支付宝   |        |          |
    2026-11-01 | 沙明远     | 社会人士   | 500.00   | 银行转账 |        |          |
"""
PAYMENT_ROWS = """
    日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式     | 资金   | 经办人
    2026-09-16 | 韦小北   | 学生     | 生活补助 | 600.00 | 银行转账 | 助学金 | 舒文清
    2026-10-15 | 田静怡   | 学生     | 奖学金   | 500.25 | 银行转账 | 助学金 | 舒文清
    2026-10-16 | 柳溪社区 | 社区     | 社区资助 | 30.00  | 现金     |        | 舒文清
    2026-10-17 | 支付宝   | 其他     | 手续费   | 0.48   | 支付宝   |        | 舒文清
"""
MOVE_ROWS = """
    日期       | 类型 | 单号 | 金额
    2026-10-20 | 提取 |      | 300.00
    2026-10-30 | 缴存 |      | 100.00
"""


def october(settings: Settings = SCHOOL, moves: str = MOVE_ROWS) -> Books:
    return compute_books(make_tables(捐款=GIFT_ROWS, 支出=PAYMENT_ROWS, 现金存取=moves), settings, OCTOBER)


def as_yuan(flow: Flow) -> list[str]:
    parts = {"opening": flow.opening, "income": flow.income, "spending": flow.spending, "closing": flow.closing}
    return list(yuan(parts).values())


def test_a_row_counts_after_the_opening_date_up_to_the_last_day_of_the_month() -> None:
    books = october()
    assert as_yuan(books.total) == ["1100.00", "6245.51", "1130.73", "6214.78"]
    assert as_yuan(books.month) == ["6620.00", "125.51", "530.73", "6214.78"]


def test_the_year_opens_at_the_end_of_december_or_at_the_opening_date() -> None:
    assert october().year == october().total
    january = compute_books(
        make_tables(捐款=GIFT_ROWS, 支出=PAYMENT_ROWS), SCHOOL, Period(2027, 1, dt.date(2027, 2, 3))
    )
    assert as_yuan(january.year) == ["6714.78", "0.00", "0.00", "6714.78"]


def test_an_opening_date_within_the_month_opens_the_month() -> None:
    books = october(replace(SCHOOL, opening_date=dt.date(2026, 10, 12)))
    assert as_yuan(books.month) == ["1100.00", "-119.99", "530.73", "449.28"]


def test_income_stands_by_source_and_spending_by_programme_without_zeros() -> None:
    books = october()
    assert yuan(books.by_source_month) == {"教师": "40.00", "学生": "5.50", "社会人士": "80.01"}
    assert list(books.by_source_year) == ["校级领导", "教师", "学生", "企事业单位", "社会人士"]
    assert yuan(books.by_programme_month) == {"奖学金": "500.25", "社区资助": "30.00", "手续费": "0.48"}
    assert yuan(books.by_programme_year)["生活补助"] == "600.00"


def test_a_purpose_has_a_flow_of_its_own_and_the_rest_is_unrestricted() -> None:
    books = october()
    assert {purpose: as_yuan(flow) for purpose, flow in books.restricted.items()} == {
        "助学金": ["5400.00", "0.00", "500.25", "4899.75"],
        "": ["1220.00", "125.51", "30.48", "1315.03"],
    }


def test_a_restricted_part_of_the_opening_balance_is_no_longer_free() -> None:
    books = october(replace(SCHOOL, opening_restricted={"图书": 30_000, "助学金": 10_000}))
    assert as_yuan(books.restricted_total["图书"]) == ["300.00", "0.00", "0.00", "300.00"]
    assert as_yuan(books.restricted_total["助学金"]) == ["100.00", "6000.00", "1100.25", "4999.75"]
    assert as_yuan(books.restricted_total[""])[0] == "700.00"


def test_bank_book_and_cash_box_follow_channels_deposits_and_withdrawals() -> None:
    books = october()
    # Bank 1000 + 120 + 6000 + 200 - 200 + 80.01 + deposits 45.50 + 100 - 600 - 500.25 - 0.48 - 300.
    assert yuan({"bank": books.bank_book, "cash": books.cash}) == {"bank": "5944.78", "cash": "270.00"}


def test_numbered_gifts_stay_in_the_cash_box_until_their_deposit() -> None:
    books = october(moves="日期 | 类型 | 单号 | 金额\n2026-11-02 | 缴存 | JC1 | 45.50")
    assert yuan({"cash": books.cash}) == {"cash": "115.50"}
    november = compute_books(
        make_tables(
            捐款=GIFT_ROWS, 支出=PAYMENT_ROWS, 现金存取="日期 | 类型 | 单号 | 金额\n2026-11-02 | 缴存 | JC1 | 45.50"
        ),
        SCHOOL,
        Period(2026, 11, dt.date(2026, 12, 3)),
    )
    assert yuan({"cash": november.cash}) == {"cash": "70.00"}


def test_a_row_with_an_error_is_in_no_figure() -> None:
    tables = make_tables(捐款=GIFT_ROWS, 支出=PAYMENT_ROWS)
    bad = {**tables, "donations": tables["donations"].without(pd.Index([2]))}
    assert compute_books(bad, SCHOOL, OCTOBER).total.income == october().total.income - 600_000


def test_the_chart_has_the_months_since_the_opening_date_at_most_twelve() -> None:
    monthly = october().monthly
    assert monthly["month"].tolist() == ["2026-09", "2026-10"]
    assert monthly[["income", "spending", "closing"]].to_numpy().tolist() == [
        [612_000, 60_000, 662_000],
        [12_551, 53_073, 621_478],
    ]
    later = compute_books(make_tables(捐款=GIFT_ROWS), SCHOOL, Period(2027, 12, dt.date(2028, 1, 3))).monthly
    assert later["month"].tolist() == [f"2027-{month:02d}" for month in range(1, 13)]
    assert set(later["closing"]) == {110_000 + 674_551 + 0}


def test_without_rows_the_opening_stands() -> None:
    books = compute_books(make_tables(), SCHOOL, OCTOBER)
    assert books.month == books.total == Flow(110_000, 0, 0)
    assert books.restricted == {"": Flow(110_000, 0, 0)}
    assert (books.bank_book, books.cash, dict(books.by_source_total)) == (100_000, 10_000, {})
    assert books.monthly["closing"].tolist() == [110_000, 110_000]


# What holds for whatever is entered.

FEW = hypothesis_settings(max_examples=10)


@FEW
@given(GIFTS, PAYMENTS, MOVES, SETTINGS)
def test_slices_add_up_to_the_whole(
    gifts: Rows,
    payments: Rows,
    moves: Rows,
    settings: Settings,
) -> None:
    books = compute_books(ledger(gifts, payments, moves), settings, OCTOBER)
    for whole, purposes, sources, programmes in (
        (books.month, books.restricted, books.by_source_month, books.by_programme_month),
        (books.year, books.restricted_year, books.by_source_year, books.by_programme_year),
        (books.total, books.restricted_total, books.by_source_total, books.by_programme_total),
    ):
        assert tuple(map(sum, zip(*map(astuple, purposes.values()), strict=True))) == astuple(whole)
        assert sum(sources.values()) == whole.income
        assert sum(programmes.values()) == whole.spending
        assert whole.closing == books.total.closing
    assert books.bank_book + books.cash == books.total.closing
    assert books.monthly.iloc[-1].tolist() == ["2026-10", books.month.income, books.month.spending, books.month.closing]


@FEW
@given(GIFTS, PAYMENTS, MOVES, SETTINGS)
def test_the_order_of_rows_changes_nothing(
    gifts: Rows,
    payments: Rows,
    moves: Rows,
    settings: Settings,
) -> None:
    there = compute_books(ledger(gifts, payments, moves), settings, OCTOBER)
    back = compute_books(ledger(gifts[::-1], payments[::-1], moves[::-1]), settings, OCTOBER)
    pd.testing.assert_frame_equal(there.monthly, back.monthly)
    assert replace(there, monthly=pd.DataFrame()).__dict__ | {"monthly": 0} == back.__dict__ | {"monthly": 0}


@FEW
@given(GIFTS, PAYMENTS, MOVES)
def test_a_month_closes_where_the_next_one_opens(
    gifts: Rows,
    payments: Rows,
    moves: Rows,
) -> None:
    tables = ledger(gifts, payments, moves)
    books = compute_books(tables, SCHOOL, OCTOBER)
    following = compute_books(tables, SCHOOL, Period(2026, 11, dt.date(2026, 12, 3)))
    assert following.month.opening == books.month.closing
    for purpose, flow in books.restricted.items():
        assert following.restricted[purpose].opening == flow.closing
    assert following.monthly["closing"].tolist()[-2] == books.month.closing


@pytest.mark.parametrize("channel", CHANNELS)
def test_only_cash_is_in_the_cash_box(channel: str) -> None:
    gifts = f"日期 | 捐款人 | 类别 | 金额 | 方式\n2026-10-08 | 沙明远 | 社会人士 | 10.00 | {channel}"
    books = compute_books(make_tables(捐款=gifts), SCHOOL, OCTOBER)
    assert (books.cash - 10_000, books.bank_book - 100_000) == ((1000, 0) if channel == CASH else (0, 1000))
