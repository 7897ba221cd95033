from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.closing.adjust import Adjustments
from pipeline.closing.compare import Change
from pipeline.closing.figures import Figures
from pipeline.closing.record import Effect
from pipeline.closing.rows import Row
from pipeline.disclose.accounts import accounts_page
from tests.publication.school import month_of

if TYPE_CHECKING:
    from pipeline.disclose.model import AccountsPage

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


def test_what_stands_on_one_side_only_ties_the_bank_s_balance_to_the_books() -> None:
    lines = """
    日期       | 摘要   | 金额   | 余额
    2026-09-05 | 存入   | 300.00 | 1300.00
    2026-10-09 | 支取   | -100.00 | 1200.00
    2026-10-30 | 账户费 | -2.50  | 1197.50
    """
    tie = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS, 银行流水=lines)).tie
    assert (tie.bank_received, tie.bank_paid) == (0, 250)
    assert (tie.booked_received, tie.booked_paid) == (20_000, 0)


def test_the_chart_ends_with_the_month() -> None:
    months = accounts_page(month_of(捐款=GIFTS, 支出=PAYMENTS)).months
    assert [(each.month, each.income, each.spending, each.closing) for each in months] == [
        ("2026-09", 30_000, 0, 140_000),
        ("2026-10", 29_000, 14_000, 155_000),
    ]


def changed(last: str, figures: dict[str, int], closed: dict[str, Figures] | None = None) -> Adjustments:
    """A change of rows in closed months, the last of them that one, which adds so much to its figures."""
    row = Row("捐款", f"{last}-05", (("捐款人", "卓远航"),))
    effects = (Effect(last, name, 50_000, 50_000 + more, is_money=True) for name, more in figures.items())
    return Adjustments(last, (Change(last, None, row),), tuple(effects), closed or {})


def page_with(adjustments: Adjustments) -> AccountsPage:
    return accounts_page(replace(month_of(捐款=GIFTS, 支出=PAYMENTS), adjustments=adjustments))


def test_what_changed_in_a_closed_month_of_the_year_stands_in_a_line_of_its_own() -> None:
    page = page_with(changed("2026-09", {"本月·期末结余": 10_000, "本年收入·社会人士": 10_000}))
    assert [(row.name, row.month, row.year, row.total) for row in page.receipts] == [
        ("上期结余", 130_000, 110_000, True),
        ("上期调整", 10_000, 10_000, True),
        ("中层领导", 9000, 9000, False),
        ("社会人士", 20_000, 40_000, False),
        ("收入合计", 29_000, 49_000, True),
    ]
    assert [(row.name, row.total) for row in page.payments] == [
        ("奖学金", False),
        ("社区资助", False),
        ("支出合计", True),
        ("期末结余", True),
    ]
    assert (page.balance.name, page.balance.month, page.balance.year) == ("总计", 169_000, 169_000)
    assert page.balance.total is True
    assert page.adjusted == 10_000


def test_what_changed_in_the_year_before_is_of_the_year_s_opening() -> None:
    page = page_with(changed("2025-12", {"本月·期末结余": 10_000, "本年收入·社会人士": 10_000}))
    assert [(row.month, row.year) for row in page.receipts] == [
        (130_000, 100_000),
        (10_000, 10_000),
        (9000, 9000),
        (20_000, 50_000),
        (29_000, 59_000),
    ]
    assert (page.balance.month, page.balance.year) == (169_000, 169_000)


def test_the_year_s_spending_is_that_of_the_closed_months_and_of_the_months_since() -> None:
    page = page_with(changed("2026-09", {"本月·期末结余": -10_000, "本年支出·奖学金": 10_000}))
    assert [(row.name, row.month, row.year) for row in page.payments] == [
        ("奖学金", 10_000, 0),
        ("社区资助", 4000, 4000),
        ("支出合计", 14_000, 4000),
        ("期末结余", 155_000, 155_000),
    ]


def test_a_change_that_moves_no_balance_is_told_all_the_same() -> None:
    assert page_with(changed("2026-09", {})).adjusted == 0
    assert page_with(Adjustments()).adjusted is None


def test_what_has_no_sum_in_the_month_or_in_the_year_stands_with_nothing() -> None:
    gifts = "日期 | 捐款人 | 类别 | 金额 | 方式\n2026-09-05 | 卓远航 | 社会人士 | 30.00 | 现金"
    page = accounts_page(month_of(捐款=gifts))
    assert [(row.name, row.month, row.year) for row in page.receipts[1:]] == [
        ("社会人士", 0, 3000),
        ("收入合计", 0, 3000),
    ]


def test_the_part_of_a_purpose_in_what_changed_stands_in_its_row() -> None:
    page = page_with(changed("2026-09", {"限定用途结余·禾沐助学金": 4000, "限定用途结余·非限定用途": 6000}))
    assert [(row.purpose, row.opening, row.adjusted, row.closing) for row in page.purposes] == [
        ("禾沐助学金", 26_000, 4000, 20_000),
        ("", 104_000, 6000, 135_000),
    ]


def test_a_purpose_without_money_is_listed_where_what_changed_is_its_own() -> None:
    gift = "日期 | 捐款人 | 类别 | 金额 | 方式 | 用途\n2026-09-05 | 卓远航 | 社会人士 | 30.00 | 现金 | 禾沐助学金"
    payment = "日期 | 受助对象 | 项目 | 金额 | 方式 | 资金\n2026-09-06 | 李漾 | 奖学金 | 30.00 | 现金 | 禾沐助学金"
    month = replace(
        month_of(捐款=gift, 支出=payment), adjustments=changed("2026-09", {"限定用途结余·禾沐助学金": -500})
    )
    assert [(row.purpose, row.opening, row.adjusted) for row in accounts_page(month).purposes] == [
        ("禾沐助学金", 500, -500),
        ("", 110_000, 0),
    ]


@pytest.mark.parametrize(
    ("received", "paid", "purposes"),
    [
        ("2026-09-05", "", ["禾沐助学金", ""]),
        ("2026-10-05", "", ["禾沐助学金", ""]),
        ("2026-09-05", "2026-10-06", ["禾沐助学金", ""]),
        ("2026-09-05", "2026-09-06", [""]),
    ],
    ids=["only an opening", "only income", "spent in the month", "spent before it"],
)
def test_a_purpose_is_listed_while_it_has_money(received: str, paid: str, purposes: list[str]) -> None:
    gift = f"日期 | 捐款人 | 类别 | 金额 | 方式 | 用途\n{received} | 卓远航 | 社会人士 | 30.00 | 现金 | 禾沐助学金"
    header = "日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 资金 | 经办人"
    payment = f"\n{paid} | 李漾 | 学生 | 奖学金 | 30.00 | 现金 | 禾沐助学金 | 贺文洁" if paid else ""
    page = accounts_page(month_of(捐款=gift, 支出=header + payment))
    assert [row.purpose for row in page.purposes] == purposes


def test_the_chart_shows_closed_months_as_they_were_closed() -> None:
    flow = {"本月·收入": 20_000, "本月·支出": 1000, "本月·期末结余": 129_000}
    closed = {"2026-09": Figures(flow), "2026-10": Figures(dict.fromkeys(flow, 1))}
    assert [
        (each.month, each.income, each.spending, each.closing)
        for each in page_with(changed("2026-09", {}, closed)).months
    ] == [("2026-09", 20_000, 1000, 129_000), ("2026-10", 29_000, 14_000, 155_000)]


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
