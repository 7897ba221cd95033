"""The year's pledges: who is listed, what is due, what was paid."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from pipeline.fund.pledges import below, by_department, compute_pledges
from pipeline.period import Period
from tests.ledgers import OCTOBER, make_tables, told

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.findings import Finding

RATES = """
    年度 | 级别     | 全年
    2026 | 校级领导 | 120.00
    2026 | 中层领导 | 90.00
    2026 | 党员     | 60.00
    2026 | 教师     | 40.00
"""
STAFF_HEADER = "姓名 | 部门 | 职务级别 | 党员 | 状态 | 入职日期 | 离岗日期\n"
GIFT_HEADER = "日期 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 活动 | 备注\n"


def pledges(
    *staff: str,
    gifts: tuple[str, ...] = (),
    rates: str = RATES,
    period: Period = OCTOBER,
) -> tuple[pd.DataFrame, list[Finding]]:
    tables = make_tables(教职工=STAFF_HEADER + "\n".join(staff), 捐款=GIFT_HEADER + "\n".join(gifts), 倡议标准=rates)
    people = tables["staff"].usable
    donations = tables["donations"].usable
    index_of = dict(zip(people["name"], people.index, strict=True))
    donors = donations["donor"].map(lambda name: index_of.get(name, -1)).astype("int64")
    return compute_pledges(tables, people, donors, period)


def due(line: str, period: Period = OCTOBER) -> list[int]:
    frame, _ = pledges(line, period=period)
    return frame["due"].tolist()


@pytest.mark.parametrize(
    ("rank", "member", "tier", "amount"),
    [
        ("校级领导", "是", "校级领导", 12000),
        ("校级领导", "否", "校级领导", 12000),
        ("中层领导", "是", "中层领导", 9000),
        ("教师", "是", "党员", 6000),
        ("教师", "否", "教师", 4000),
    ],
)
def test_the_highest_tier_that_applies_counts(rank: str, member: str, tier: str, amount: int) -> None:
    frame, findings = pledges(f"景小满 | 英语组 | {rank} | {member} | | |")
    assert frame[["tier", "due"]].to_numpy().tolist() == [[tier, amount]]
    assert findings == []


@pytest.mark.parametrize(
    ("dates", "cents"),
    [
        (" | | ", [4000]),
        ("在职 | 2015-08-20 | ", [4000]),
        ("在职 | 2026-08-01 | ", [1667]),  # five months: 16.666...
        ("在职 | 2026-08-31 | ", [1667]),  # a month with any day in service counts
        ("在职 | 2026-10-31 | ", [1000]),
        ("在职 | 2026-11-01 | ", []),  # not yet in service at the end of the month
        ("调离 | | 2026-03-01", [1000]),
        ("退休 | | 2026-03-31", [1000]),
        ("退休 | | 2026-01-01", [333]),
        ("退休 | | 2025-12-31", []),
        ("退休 | 2015-08-20 | ", []),  # gone, nobody knows since when
        ("调离 | | ", []),
        ("在职 | | 2026-11-30", [3667]),  # a leaving date that lies ahead counts already
        ("在职 | | 2027-01-31", [4000]),
        ("在职 | 2026-02-10 | 2026-05-02", [1333]),
        ("在职 | 2026-03-01 | 2026-03-01", [333]),
    ],
)
def test_due_is_the_whole_year_in_twelfths_of_service(dates: str, cents: list[int]) -> None:
    assert due(f"景小满 | 英语组 | 教师 | 否 | {dates}") == cents


def test_half_a_fen_goes_up() -> None:
    rates = "年度 | 级别 | 全年\n2026 | 教师 | 0.30"  # three twelfths of 30 分: 7.5 分
    frame, _ = pledges("景小满 | 英语组 | 教师 | 否 | 在职 | 2026-10-01 |", rates=rates)
    assert frame["due"].tolist() == [8]


@pytest.mark.parametrize(
    ("gift", "cents"),
    [
        ("2026-10-31 | 景小满 | 教师 | 25.00 | 现金 | | |", 2500),
        ("2026-01-01 | 景小满 | 教师 | 25.00 | 现金 | | |", 2500),  # before 期初日期, but in the register
        ("2025-12-31 | 景小满 | 教师 | 25.00 | 现金 | | |", 0),
        ("2026-11-01 | 景小满 | 教师 | 25.00 | 现金 | | |", 0),
        ("2026-10-08 | 景小满 | 教师 | 25.00 | 现金 | 助学金 | |", 0),
        ("2026-10-08 | 景小满 | 教师 | 25.00 | 现金 | | 大境挚爱 |", 0),
        ("2026-10-08 | 沙明远 | 社会人士 | 25.00 | 现金 | | |", 0),
    ],
)
def test_paid_are_the_gifts_of_the_year_with_neither_purpose_nor_campaign(gift: str, cents: int) -> None:
    frame, _ = pledges("景小满 | 英语组 | 教师 | 否 | | |", gifts=(gift,))
    assert frame[["paid", "short"]].to_numpy().tolist() == [[cents, 4000 - cents]]


def test_a_correction_counts_with_its_sign() -> None:
    gifts = (
        "2026-09-14 | 景小满 | 教师 | 60.00 | 现金 | | |",
        "2026-10-12 | 景小满 | 教师 | -25.00 | 现金 | | | 冲正，多收退回",
    )
    frame, _ = pledges("景小满 | 英语组 | 教师 | 否 | | |", gifts=gifts)
    assert frame[["paid", "short"]].to_numpy().tolist() == [[3500, 500]]


def test_short_is_never_below_zero() -> None:
    frame, _ = pledges("景小满 | 英语组 | 教师 | 否 | | |", gifts=("2026-10-08 | 景小满 | 教师 | 99.00 | 现金 | | |",))
    assert frame["short"].tolist() == [0]
    assert below(frame).empty


def test_a_year_without_rates_takes_the_last_known_with_a_warning() -> None:
    rates = "年度 | 级别 | 全年\n2024 | 教师 | 30.00\n2025 | 教师 | 36.00\n2027 | 教师 | 50.00"
    frame, findings = pledges("景小满 | 英语组 | 教师 | 否 | | |", rates=rates)
    assert frame["due"].tolist() == [3600]
    assert told(findings) == [("pledge_rates_of_year", "")]
    assert findings[0].severity == "warning"
    assert findings[0].sentence.count("2025年度") == 1


def test_a_tier_without_any_rate_is_not_known() -> None:
    rates = "年度 | 级别 | 全年\n2026 | 教师 | 40.00"
    frame, findings = pledges("顾明川 | 校长室 | 校级领导 | 是 | | |", "景小满 | 英语组 | 教师 | 否 | | |", rates=rates)
    assert frame["due"].isna().tolist() == [True, False]
    assert frame["short"].isna().tolist() == [True, False]
    assert frame["paid"].tolist() == [0, 0]
    assert told(findings) == [("pledge_rates_unknown", "")]
    assert "校级领导" in findings[0].sentence


def test_of_a_new_year_only_its_own_gifts_count() -> None:
    january = Period(2027, 1, dt.date(2027, 2, 3))
    gifts = (
        "2026-12-31 | 景小满 | 教师 | 10.00 | 现金 | | |",
        "2027-01-01 | 景小满 | 教师 | 5.00 | 现金 | | |",
    )
    frame, findings = pledges("景小满 | 英语组 | 教师 | 否 | | |", gifts=gifts, period=january)
    assert frame["paid"].tolist() == [500]
    assert told(findings) == [("pledge_rates_of_year", "")]


def test_departments_are_summed_and_those_below_are_listed() -> None:
    frame, _ = pledges(
        "景小满 | 英语组 | 教师 | 否 | | |",
        "姚知远 | 政教处 | 中层领导 | 是 | | |",
        "雷佳禾 | 英语组 | 教师 | 否 | | |",
        gifts=("2026-10-08 | 景小满 | 教师 | 50.00 | 现金 | | |",),
    )
    assert below(frame)["name"].tolist() == ["姚知远", "雷佳禾"]
    assert by_department(frame).to_numpy().tolist() == [
        ["英语组", 2, 1, 8000, 5000, 4000],
        ["政教处", 1, 1, 9000, 0, 9000],
    ]


def test_words_never_speak_of_a_debt() -> None:
    _, findings = pledges("景小满 | 英语组 | 教师 | 否 | | |", rates="年度 | 级别 | 全年")
    assert findings
    assert all("欠" not in each.sentence + each.remedy for each in findings)
