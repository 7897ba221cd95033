"""Visits against the plan, goods in stock, grave hardship of staff."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.care.goods import stock, stock_findings
from pipeline.care.surveys import hardship_cases
from pipeline.care.visits import visits_against_plan, visits_and_payments
from pipeline.registers import GOODS
from tests.care.school import OCTOBER, PLAIN, facts_of, people_of, period, school, typed_table

PLAN = """
    年度 | 活动     | 对象类别   | 人数 | 预算
    2026 | 国庆走访 | 在职教师   | 1    | 500
    2026 | 国庆走访 | 学生       | 2    | 420
    2026 | 春节走访 | 退休教职工 | 2    | 600
    2025 | 国庆走访 | 学生       | 9    | 900
"""
VISITS = """
    日期       | 活动     | 对象   | 对象类别   | 慰问金 | 慰问品 | 走访人 | 凭证号
    2026-09-29 | 国庆走访 | 方予圆 | 在职教师   | 500    | 油     | 陆承宇 | ZC1
    2026-09-29 | 国庆走访 | 李明   | 学生       | 200.50 |        | 陆承宇 | ZC2
    2026-09-30 | 国庆走访 | 李明   | 学生       | 10     |        | 陆承宇 | ZC2
    2026-10-16 | 重阳走访 | 荀守田 | 退休教职工 |        | 油     | 陆承宇 |
    2026-10-17 | 重阳走访 | 荀守业 | 退休教职工 | 300    |        | 陆承宇 |
    2025-10-01 | 国庆走访 | 王芳   | 学生       | 200    |        | 陆承宇 | ZC2
    2026-11-01 | 国庆走访 | 王芳   | 学生       | 200    |        | 陆承宇 | ZC9
"""
PAID = """
    日期       | 凭证号 | 受助对象 | 对象类别   | 项目     | 金额   | 方式 | 经办人
    2026-09-28 | ZC1    | 方予圆   | 在职教师   | 走访慰问 | 500    | 现金 | 苗青禾
    2026-09-28 | ZC2    | 李明     | 学生       | 走访慰问 | 200.50 | 现金 | 苗青禾
    2025-10-01 | ZC2    | 王芳     | 学生       | 走访慰问 | 200    | 现金 | 苗青禾
    2026-10-05 | ZC3    | 王芳     | 学生       | 走访慰问 | 90     | 现金 | 苗青禾
    2026-10-05 | ZC4    | 王芳     | 学生       | 生活补助 | 70     | 现金 | 苗青禾
"""


def test_people_and_money_against_the_plan() -> None:
    tables = school(plan=PLAN, visits=VISITS)
    table = visits_against_plan(tables, people_of(tables), OCTOBER)
    assert table.drop(columns="in_plan").to_numpy().tolist() == [
        ["国庆走访", "在职教师", 1, 50000, 1, 50000, 0, 0],
        ["国庆走访", "学生", 2, 42000, 1, 21050, 1, 20950],
        ["春节走访", "退休教职工", 2, 60000, 0, 0, 2, 60000],
        ["重阳走访", "退休教职工", 0, 0, 2, 30000, -2, -30000],
    ]
    assert table["in_plan"].tolist() == [True, True, True, False]


def test_namesakes_in_the_register_are_two_people() -> None:
    tables = school(visits=VISITS)
    people = people_of(tables)
    same = pd.DataFrame({"staff": [-1] * 7, "student": [-1, 0, 0, -1, -1, -1, -1]})
    two = same.assign(student=[-1, 0, 1, -1, -1, -1, -1])
    counts = [
        visits_against_plan(tables, replace(people, visited=visited), OCTOBER)["people"].tolist()
        for visited in (same, two)
    ]
    assert counts == [[1, 1, 2], [1, 2, 2]]


def test_neither_plan_nor_visits() -> None:
    tables = school()
    assert len(visits_against_plan(tables, people_of(tables), OCTOBER)) == 0
    assert len(visits_and_payments(tables, people_of(tables), OCTOBER)) == 0


def test_visits_beside_the_payments_of_their_vouchers() -> None:
    tables = school(visits=VISITS, disbursements=PAID)
    table = visits_and_payments(tables, people_of(tables), OCTOBER)
    assert [list(row) for row in table.itertuples(index=False)] == [
        ["ZC1", (0,), (0,), 50000, 50000, 0],
        ["ZC2", (1, 2), (1,), 21050, 20050, 1000],
        ["", (4,), (), 30000, 0, 30000],
        ["ZC3", (), (3,), 0, 9000, -9000],
    ]


GOODS_HEAD = ("日期", "方向", "对方", "物品", "数量", "单位")


def goods(*rows: str) -> str:
    return "\n".join([" | ".join(GOODS_HEAD), *rows])


# One line a case: rows | cells of findings | why.
STOCKS = [
    (["2026-09-12 | 收 | 店 | 书包 | 20 | 个", "2026-09-22 | 发 | 李明 | 书包 | 20 | 个"], [], "down to nothing"),
    (["2026-09-12 | 收 | 店 | 书包 | 20 | 个", "2026-09-22 | 发 | 李明 | 书包 | 21 | 个"], ["E3"], "one too many"),
    (["2026-09-12 | 发 | 李明 | 书包 | 1 | 个", "2026-09-12 | 收 | 店 | 书包 | 1 | 个"], [], "the day's end decides"),
    (["2026-09-13 | 收 | 店 | 书包 | 9 | 个", "2026-09-12 | 发 | 李明 | 书包 | 1 | 个"], ["E3"], "dates, not rows"),
    (["2026-09-12 | 收 | 店 | 书包 | 5 | 个", "2026-09-13 | 发 | 李明 | 本子 | 1 | 本"], ["E3"], "another thing"),
    (["2026-09-12 | 收 | 店 | 笔 | 5 | 盒", "2026-09-13 | 发 | 李明 | 笔 | 1 | 支"], ["E3"], "another unit"),
    (["2026-09-12 | 收 | 店 | 笔 | 5 | 盒", "2026-09-13 | 发 | 李明 | 笔 | 1 |"], [], "no unit: the only one there is"),
    (["2026-09-12 | 收 | 店 | 米 | 0.3 | 斤"] + ["2026-09-13 | 发 | 李明 | 米 | 0.1 | 斤"] * 3, [], "tenths"),
    (["2026-10-31 | 发 | 李明 | 书包 | 1 | 个"], ["E2"], "the month's last day"),
    (["2026-11-01 | 发 | 李明 | 书包 | 1 | 个"], [], "not yet this month's business"),
    (
        [
            f"2026-09-{day} | {way} | 某 | 书包 | 1 | 个"
            for day, way in ((11, "发"), (11, "发"), (12, "发"), (13, "收"))
        ],
        ["E3"],
        "one run of days: the last row of its first day",
    ),
    (
        [f"2026-09-{day} | {way} | 某 | 书包 | 1 | 个" for day, way in ((11, "发"), (12, "收"), (13, "发"))],
        ["E2", "E4"],
        "two runs",
    ),
]


@pytest.mark.parametrize(("rows", "cells", "why"), STOCKS, ids=[case[2] for case in STOCKS])
def test_stock_is_never_below_nothing_at_a_days_end(rows: list[str], cells: list[str], why: str) -> None:
    found = facts_of(stock_findings(school(goods=goods(*rows)), OCTOBER))
    assert found == [("stock_negative", cell) for cell in cells], why


def test_the_months_stock() -> None:
    rows = ["2026-09-12 | 收 | 店 | 书包 | 20 | 个", "2026-09-22 | 发 | 甲 | 书包 | 1 | 个"]
    rows += ["2026-10-14 | 发 | 乙 | 书包 | 2.5 | 个", "2026-10-15 | 收 | 店 | 书包 | 4 | 个"]
    rows += ["2026-11-01 | 发 | 乙 | 书包 | 9 | 个"]
    table = stock(school(goods=goods(*rows)), OCTOBER)
    assert table.to_numpy().tolist() == [["书包", "个", 19.0, 4.0, 2.5, 20.5]]


NOTHING = school()
MOVES = st.lists(
    st.tuples(
        st.dates(pd.Timestamp("2026-09-01").date(), pd.Timestamp("2026-11-05").date()).map(str),
        st.sampled_from(["收", "发"]),
        st.just("某"),
        st.sampled_from(["书包", "本子"]),
        st.integers(1, 40).map(lambda tenths: f"{tenths / 10:.1f}"),
        st.just("个"),
    ),
    max_size=12,
)


@given(MOVES)
@settings(max_examples=20)
def test_stock_is_opening_and_received_less_issued(rows: list[tuple[str, ...]]) -> None:
    tables = {**NOTHING, "goods": typed_table(GOODS, GOODS_HEAD, rows)}
    table = stock(tables, OCTOBER)
    assert (
        (table["opening"] + table["received"] - table["issued"]) - table["closing"]
    ).abs().max() < 1e-6 or table.empty
    below = set(table.loc[table["closing"] < 0, "item"])
    assert below <= {finding.facts["item"] for finding in stock_findings(tables, OCTOBER)}


# One line a case: date | severity | reported | state at the end of October (limit: 7 days).
CASES = """
    2026-10-10 | 严重 | 2026-10-17 | in_time | on the last day
    2026-10-10 | 严重 | 2026-10-18 | late    | a day late
    2026-10-10 | 严重 |            | overdue | never
    2026-10-24 | 严重 |            | waiting | the limit is the month's last day
    2026-10-23 | 严重 |            | overdue | the limit was the day before
    2026-10-10 | 严重 | 2026-11-02 | overdue | judged at the end of the month
    2026-10-10 | 一般 |            |         | not grave
    2026-10-10 |      |            |         | not said
"""
CASE_LINES = [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("date", "severity", "reported", "state", "why"), CASE_LINES, ids=[c[4] for c in CASE_LINES])
def test_grave_cases_are_reported_in_time(date: str, severity: str, reported: str, state: str, why: str) -> None:
    head = "日期 | 姓名 | 类型 | 程度 | 上报日期"
    tables = school(staff_hardship=f"{head}\n{date} | 贺文洁 | 本人重病 | {severity} | {reported}")
    assert hardship_cases(tables, PLAIN, OCTOBER)["state"].tolist() == [state], why
    assert len(hardship_cases(tables, PLAIN, period("2026-09"))) == 0
