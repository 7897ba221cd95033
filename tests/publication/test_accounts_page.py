from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.disclose.accounts import accounts_page
from tests.publication.school import month_of

GIFTS = """
    日期       | 捐款人 | 类别     | 金额   | 方式     | 用途
    2026-09-05 | 卓远航 | 社会人士 | 300.00 | 银行转账 | 禾沐助学金
    2026-10-05 | 卓远航 | 社会人士 | 200.00 | 银行转账 |
    2026-10-06 | 贺文洁 | 中层领导 | 90.00  | 现金     |
"""
PAYMENTS = """
    日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式     | 资金       | 经办人
    2026-10-09 | 李漾     | 学生     | 奖学金   | 100.00 | 银行转账 | 禾沐助学金 | 贺文洁
    2026-10-10 | 柳溪社区 | 社区     | 社区资助 | 40.00  | 现金     |            | 贺文洁
"""
LINES = """
    日期       | 摘要 | 金额    | 余额
    2026-09-05 | 存入 | 300.00  | 1300.00
    2026-10-05 | 存入 | 200.00  | 1500.00
    2026-10-30 | 结息 | 1.50    | 1501.50
"""


def test_month_and_year_stand_beside_each_other() -> None:
    page = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS))
    assert [(row.name, row.month, row.year) for row in page.receipts] == [
        ("上期结余", 140_000, 110_000),
        ("中层领导", 9000, 9000),
        ("社会人士", 20_000, 50_000),
        ("收入合计", 29_000, 59_000),
    ]
    assert [(row.name, row.month, row.year) for row in page.payments] == [
        ("奖学金", 10_000, 10_000),
        ("社区资助", 4000, 4000),
        ("支出合计", 14_000, 14_000),
        ("期末结余", 155_000, 155_000),
    ]
    assert (page.balance.month, page.balance.year, page.closing) == (169_000, 169_000, 155_000)


def test_restricted_money_has_a_table_of_its_own() -> None:
    page = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS))
    assert [(row.purpose, row.opening, row.income, row.spending, row.closing) for row in page.purposes] == [
        ("禾沐助学金", 30_000, 0, 10_000, 20_000),
        ("", 110_000, 29_000, 4000, 135_000),
    ]


def test_the_closing_balance_ties_to_bank_and_cash() -> None:
    tie = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS, 银行流水=LINES)).tie
    assert tie.closing == tie.bank_book + tie.cash == 155_000
    assert tie.statement is not None
    assert tie.bank_book == (tie.statement + tie.booked_received - tie.booked_paid - tie.bank_received + tie.bank_paid)
    assert (tie.statement, tie.booked_paid, tie.bank_received) == (150_150, 10_000, 150)


def test_the_chart_ends_with_the_month() -> None:
    months = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS)).months
    assert [(each.month, each.income, each.spending, each.closing) for each in months] == [
        ("2026-09", 30_000, 0, 140_000),
        ("2026-10", 29_000, 14_000, 155_000),
    ]


AMOUNTS = st.lists(st.integers(1, 99_999), min_size=1, max_size=6)


@settings(max_examples=6)
@given(AMOUNTS, AMOUNTS)
def test_both_sides_have_the_same_sum(gifts: list[int], payments: list[int]) -> None:
    given_rows = "\n".join(f"2026-10-05 | 卓远航 | 社会人士 | {cents / 100:.2f} | 微信" for cents in gifts)
    paid_rows = "\n".join(
        f"2026-10-06 | 李漾 | 学生 | 奖学金 | {cents / 100:.2f} | 微信 | 贺文洁" for cents in payments
    )
    page = accounts_page(
        month_of(
            捐款=f"日期 | 捐款人 | 类别 | 金额 | 方式\n{given_rows}",
            支出=f"日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人\n{paid_rows}",
        )
    )
    for part in ("month", "year"):
        total = getattr(page.balance, part)
        assert sum(getattr(row, part) for row in page.receipts[:-1]) == total
        assert sum(getattr(row, part) for row in page.payments if row.name != "支出合计") == total
