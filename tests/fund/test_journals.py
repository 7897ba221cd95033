"""Journals of cash and bank, ledgers of purposes, their pages, the summary of vouchers and the list to sign."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.fund.books import compute_books
from pipeline.fund.controls.cash import compare_counts
from pipeline.fund.journals import (
    LINE_COLUMNS,
    aid_to_sign,
    bank_journal,
    cash_journal,
    paged,
    purpose_ledgers,
    voucher_summary,
)
from pipeline.fund.money_rows import money_rows
from pipeline.period import Period
from tests.ledgers import OCTOBER, SCHOOL, make_tables

TABLES = make_tables(
    捐款="""
        日期       | 收据号 | 捐款人 | 类别     | 金额   | 方式     | 用途   | 缴存单号 | 备注
        2026-09-07 | 0001   | 顾明川 | 校级领导 | 120.00 | 银行转账 |        |          |
        2026-10-08 | 0002   | 景小满 | 教师     | 40.00  | 现金     |        | JC1      |
        2026-10-09 | 0003   | 沙明远 | 社会人士 | 60.00  | 微信     | 助学金 |          |
        2026-10-09 | 0004   | 骆星河 | 学生     | 5.50   | 现金     |        | JC1      |
        2026-10-13 | 0005   | 沙明远 | 社会人士 | -10.00 | 微信     | 助学金 |          | 冲正
    """,
    支出="""
        日期       | 凭证号 | 受助对象 | 对象类别 | 项目     | 金额  | 方式     | 资金   | 经办人
        2026-10-12 | PZ1    | 韦小北   | 学生     | 生活补助 | 30.00 | 银行转账 | 助学金 | 舒文清
        2026-10-15 | PZ2    | 柳溪社区 | 社区     | 社区资助 | 20.00 | 现金     |        | 舒文清
    """,
    现金存取="日期 | 类型 | 单号 | 金额\n2026-10-14 | 提取 | TQ1 | 50.00",
)


def printed(lines: pd.DataFrame) -> list[list[object]]:
    """Kind, day, number, text, in, out and balance of each line, as a reader of the journal sees them."""
    days = lines["date"].dt.strftime("%m-%d").fillna("")
    return lines.assign(date=days)[LINE_COLUMNS[:7]].to_numpy().tolist()


def test_the_cash_journal_has_every_movement_of_cash_with_a_running_balance() -> None:
    assert printed(cash_journal(TABLES, SCHOOL, OCTOBER)) == [
        ["opening", "", "", "", 0, 0, 10000],
        ["entry", "10-08", "0002", "景小满 教师", 4000, 0, 14000],
        ["entry", "10-09", "0004", "骆星河 学生", 550, 0, 14550],
        ["entry", "10-09", "JC1", "缴存", 0, 4550, 10000],
        ["entry", "10-14", "TQ1", "提取", 5000, 0, 15000],
        ["entry", "10-15", "PZ2", "柳溪社区 社区资助", 0, 2000, 13000],
        ["month", "", "", "", 9550, 6550, 13000],
        ["year", "", "", "", 9550, 6550, 13000],
    ]


def test_the_bank_journal_mirrors_deposits_and_marks_corrections() -> None:
    lines = bank_journal(TABLES, SCHOOL, OCTOBER)
    assert printed(lines) == [
        ["opening", "", "", "", 0, 0, 112000],
        ["entry", "10-09", "0003", "沙明远 社会人士", 6000, 0, 118000],
        ["entry", "10-09", "JC1", "缴存", 4550, 0, 122550],
        ["entry", "10-12", "PZ1", "韦小北 生活补助", 0, 3000, 119550],
        ["entry", "10-13", "0005", "沙明远 社会人士", -1000, 0, 118550],
        ["entry", "10-14", "TQ1", "提取", 0, 5000, 113550],
        ["month", "", "", "", 9550, 8000, 113550],
        ["year", "", "", "", 21550, 8000, 113550],
    ]
    assert lines["correction"].tolist() == [False] * 4 + [True] + [False] * 3
    assert (lines["register"][4], lines["row"][4]) == ("donations", 4)


def test_each_purpose_has_a_ledger() -> None:
    ledgers = purpose_ledgers(TABLES, SCHOOL, OCTOBER)
    assert list(ledgers) == ["助学金", ""]
    assert [line[4:] for line in printed(ledgers["助学金"])] == [
        [0, 0, 0],
        [6000, 0, 6000],
        [0, 3000, 3000],
        [-1000, 0, 2000],
        [5000, 3000, 2000],
        [5000, 3000, 2000],
    ]
    assert ledgers[""]["balance"].tolist()[-1] == 124_550


def test_within_a_day_what_comes_in_stands_before_what_goes_out() -> None:
    tables = make_tables(
        捐款="""
            日期       | 收据号 | 捐款人 | 类别     | 金额   | 方式 | 备注
            2026-10-08 | 0001   | 顾明川 | 社会人士 | 60.00  | 现金 |
            2026-10-09 | 0002   | 顾明川 | 社会人士 | -60.00 | 现金 | 冲正
            2026-10-09 | 0003   | 景小满 | 教师     | 6.00   | 现金 |
        """,
        支出="""
            日期       | 凭证号 | 受助对象 | 对象类别 | 项目     | 金额   | 方式 | 经办人
            2026-10-09 | PZ1    | 韦小北   | 学生     | 生活补助 | 160.00 | 现金 | 舒文清
            2026-10-09 | PZ2    | 柳溪社区 | 社区     | 社区资助 | 240.00 | 现金 | 舒文清
        """,
        现金存取="日期 | 类型 | 单号 | 金额\n2026-10-09 | 提取 | TQ1 | 400.00",
    )
    assert [line[1:] for line in printed(cash_journal(tables, SCHOOL, OCTOBER))[1:-2]] == [
        ["10-08", "0001", "顾明川 社会人士", 6000, 0, 16000],
        ["10-09", "0003", "景小满 教师", 600, 0, 16600],
        ["10-09", "TQ1", "提取", 40000, 0, 56600],
        ["10-09", "0002", "顾明川 社会人士", -6000, 0, 50600],
        ["10-09", "PZ1", "韦小北 生活补助", 0, 16000, 34600],
        ["10-09", "PZ2", "柳溪社区 社区资助", 0, 24000, 10600],
    ]


def test_the_year_runs_on_over_the_months_and_begins_anew() -> None:
    november = cash_journal(TABLES, SCHOOL, Period(2026, 11, dt.date(2026, 12, 3)))
    assert [line[4:] for line in printed(november)] == [[0, 0, 13000], [0, 0, 13000], [9550, 6550, 13000]]
    january = cash_journal(TABLES, SCHOOL, Period(2027, 1, dt.date(2027, 2, 3)))
    assert [line[4:] for line in printed(january)] == [[0, 0, 13000]] * 3


def test_the_journals_end_where_the_books_do() -> None:
    books = compute_books(TABLES, SCHOOL, OCTOBER)
    assert cash_journal(TABLES, SCHOOL, OCTOBER)["balance"].iloc[-1] == books.cash
    assert bank_journal(TABLES, SCHOOL, OCTOBER)["balance"].iloc[-1] == books.bank_book
    for purpose, lines in purpose_ledgers(TABLES, SCHOOL, OCTOBER).items():
        assert lines["balance"].iloc[0] == books.restricted[purpose].opening
        assert lines["balance"].iloc[-1] == books.restricted[purpose].closing


def test_without_rows_a_journal_is_three_lines() -> None:
    lines = cash_journal(make_tables(), SCHOOL, OCTOBER)
    assert lines["kind"].tolist() == ["opening", "month", "year"]
    assert lines["balance"].tolist() == [10000] * 3
    assert paged(lines)["page"].tolist() == [1, 1, 1]


def long_journal(records: int) -> pd.DataFrame:
    rows = [f"2026-10-08 | {number} | 沙明远 | 社会人士 | 0.01 | 现金" for number in range(records)]
    tables = make_tables(捐款="日期 | 收据号 | 捐款人 | 类别 | 金额 | 方式\n" + "\n".join(rows))
    return cash_journal(tables, SCHOOL, OCTOBER)


@pytest.mark.parametrize(("records", "sizes"), [(22, [25]), (23, [25, 3]), (45, [25, 25]), (46, [25, 25, 3])])
def test_a_full_page_ends_with_what_the_next_begins_with(records: int, sizes: list[int]) -> None:
    pages = paged(long_journal(records))
    assert pages.groupby("page").size().tolist() == sizes
    kinds = pages.groupby("page")["kind"].agg(list).tolist()
    for page, following in pairwise(kinds):
        assert (page[-1], following[0]) == ("carried", "brought")
    assert kinds[-1][-1] == "year"


def test_what_is_carried_are_the_sums_and_the_balance_so_far() -> None:
    pages = paged(long_journal(60))
    turned = pages[pages["kind"].isin(["carried", "brought"])]
    # 23 records on the first page, under the opening line; 23 more between the two lines of the second.
    assert turned["income"].tolist() == [23, 23, 46, 46]
    assert turned["balance"].tolist() == [10023, 10023, 10046, 10046]


@hypothesis_settings(max_examples=10)
@given(st.integers(0, 40), st.integers(3, 9))
def test_pages_lose_and_repeat_nothing(records: int, size: int) -> None:
    lines = long_journal(records)
    pages = paged(lines, size)
    assert (pages.groupby("page").size() <= size).all()
    kept = pages[~pages["kind"].isin(["carried", "brought"])].drop(columns="page").reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, lines)


def test_vouchers_are_counted_and_summed_by_source_and_programme() -> None:
    assert voucher_summary(TABLES, SCHOOL, OCTOBER).to_numpy().tolist() == [
        ["donations", "教师", 1, 4000],
        ["donations", "社会人士", 2, 5000],
        ["donations", "学生", 1, 550],
        ["disbursements", "生活补助", 1, 3000],
        ["disbursements", "社区资助", 1, 2000],
    ]


def test_counted_cash_stands_beside_the_cash_book_of_its_day() -> None:
    counts = make_tables(
        现金盘点="""
            日期       | 盘点金额 | 盘点人 | 监盘人
            2026-08-30 | 1.00     | 舒文清 | 姚知远
            2026-08-31 | 100.00   | 舒文清 | 姚知远
            2026-10-10 | 100.00   | 舒文清 | 姚知远
            2026-10-31 | 131.50   | 舒文清 | 姚知远
        """,
    )["cash_counts"].usable
    compared = compare_counts(counts, money_rows(TABLES, SCHOOL, OCTOBER), SCHOOL, OCTOBER)
    assert compared[["row", "counted", "book", "difference"]].to_numpy().tolist() == [
        [1, 10000, 10000, 0],
        [2, 10000, 10000, 0],
        [3, 13150, 13000, 150],
    ]


def test_the_list_to_sign_has_the_aid_to_persons_of_the_month_that_nobody_signed_for() -> None:
    tables = make_tables(
        支出="""
        日期       | 受助对象 | 对象类别   | 项目     | 金额   | 方式 | 经办人 | 审批日期   | 签收人 | 签收日期   | 备注
        2026-10-08 | 荀守田   | 退休教职工 | 走访慰问 | 50.00  | 现金 | 舒文清 |            |        |            |
        2026-10-08 | 韦小北   | 学生       | 生活补助 | 51.00  | 现金 | 舒文清 |            |        |            |
        2026-10-08 | 田静怡   | 学生       | 生活补助 | 52.00  | 现金 | 舒文清 |            | 田家长 | 2026-10-09 |
        2026-10-08 | 田静怡   | 学生       | 生活补助 | 53.00  | 现金 | 舒文清 |            | 田家长 |            |
        2026-11-04 | 骆星河   | 学生       | 生活补助 | 54.00  | 现金 | 舒文清 | 2026-10-30 |        |            |
        2026-11-04 | 骆星河   | 学生       | 生活补助 | 55.00  | 现金 | 舒文清 | 2026-11-01 |        |            |
        2026-10-08 | 柳溪社区 | 社区       | 社区资助 | 56.00  | 现金 | 舒文清 |            |        |            |
        2026-10-09 | 李明     | 学生       | 生活补助 | 57.00  | 现金 | 舒文清 |            |        |            |
        2026-10-10 | 李明     | 学生       | 生活补助 | -57.00 | 现金 | 舒文清 |            |        |            | 冲正
        """,
    )
    assert aid_to_sign(tables, OCTOBER)["amount"].tolist() == [5100, 5300, 5400, 5000]
