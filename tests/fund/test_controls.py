"""The controls, a rule a test: what breaks it is told at its cell, what keeps it is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from pipeline.fund.controls import check_controls
from pipeline.period import Period
from tests.ledgers import OCTOBER, SCHOOL, make_tables, told

if TYPE_CHECKING:
    from pipeline.settings import Settings

SETTINGS = replace(SCHOOL, opening_bank=10_000_000, opening_cash=1_000_000)
GROUP = "小组 | 姓名 | 职务\n领导小组 | 顾明川 | 组长\n管理小组 | 姚知远 | 成员\n管理办公室 | 舒文清 | 出纳"
GIFTS = "日期 | 收据号 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 缴存单号 | 备注\n"
PAYMENTS = (
    "日期 | 凭证号 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 资金 | "
    "经办人 | 审批人 | 审批日期 | 签收人 | 签收日期 | 备注\n"
)
MOVES = "日期 | 类型 | 单号 | 金额\n"

Told = list[tuple[str, str]]


def controls(period: Period = OCTOBER, settings: Settings = SETTINGS, **texts: str) -> Told:
    findings = check_controls(make_tables(管理小组=GROUP, **texts), settings, period)
    errors = {each.code for each in findings if each.severity == "error"}
    assert errors <= {"receipt_repeated", "purpose_names_person"}
    assert all(each.sentence and each.remedy for each in findings)
    return told(findings)


def gifts(*rows: str, moves: tuple[str, ...] = ()) -> Told:
    return controls(捐款=GIFTS + "\n".join(rows), 现金存取=MOVES + "\n".join(moves))


def payment(approval: str, programme: str = "生活补助", amount: str = "100.00", note: str = "") -> Told:
    row = f"2026-10-08 | | 柳溪社区 | 社区 | {programme} | {amount} | 银行转账 | | 舒文清 | {approval} | | | {note}"
    return controls(支出=PAYMENTS + row)


# Approval.


@pytest.mark.parametrize(
    ("approval", "codes"),
    [
        ("顾明川 | 2026-10-08", []),
        ("姚知远 | ", []),
        ("顾明川、路人甲 | ", []),  # one who fits is enough
        (" | ", ["approver_missing"]),
        ("路人甲 | ", ["approver_outside"]),
        ("舒文清 | ", ["approver_outside"]),  # the office does not approve
        ("顾明川 | 2026-10-09", ["approved_late"]),
        (" | 2026-10-09", ["approver_missing", "approved_late"]),
    ],
)
def test_a_payment_has_an_approver_of_the_groups_not_later_than_the_payment(approval: str, codes: list[str]) -> None:
    assert [code for code, _ in payment(approval)] == codes


@pytest.mark.parametrize(("approver", "hint"), [("顾鸣川", "「顾明川」"), ("姚知原", "「姚知远」"), ("路人甲", "")])
def test_an_approver_nearly_called_like_a_member_is_asked_about(approver: str, hint: str) -> None:
    row = f"2026-10-08 | | 柳溪社区 | 社区 | 其他 | 100.00 | 银行转账 | | 舒文清 | {approver} | | | |"
    (finding,) = check_controls(make_tables(管理小组=GROUP, 支出=PAYMENTS + row), SETTINGS, OCTOBER)
    assert (finding.code, finding.facts["hint"]) == ("approver_outside", hint)
    assert ("是否有一处写错" in finding.remedy) is bool(hint)


def test_nobody_approves_what_they_pay_out_or_receive() -> None:
    row = "2026-10-08 | | {} | 在职教师 | 突发救助 | 100.00 | 银行转账 | | {} | {} | | | |"
    assert controls(支出=PAYMENTS + row.format("傅青松", "姚知远", "姚知远")) == [("approver_is_handler", "支出!J2")]
    assert controls(支出=PAYMENTS + row.format("姚知远", "舒文清", "姚知远")) == [("approver_is_recipient", "支出!J2")]
    assert controls(支出=PAYMENTS + row.format("姚知远", "舒文清", "姚知远、顾明川")) == []


def test_fees_need_no_approval_but_a_correction_does() -> None:
    assert payment(" | ", programme="手续费") == []
    assert payment(" | ", amount="-100.00", note="冲正") == [("approver_missing", "支出!J2")]


def test_without_a_group_nobody_can_be_held_against_it() -> None:
    row = "2026-10-08 | | 柳溪社区 | 社区 | 其他 | 100.00 | 银行转账 | | 舒文清 | | | | |"
    assert check_controls(make_tables(支出=PAYMENTS + row), SETTINGS, OCTOBER) == []


def test_rows_up_to_the_opening_date_and_after_the_month_are_under_no_control() -> None:
    row = "{} | | 柳溪社区 | 社区 | 其他 | 100.00 | 银行转账 | | 舒文清 | | | | |"
    assert controls(支出=PAYMENTS + row.format("2026-08-31")) == []
    assert controls(支出=PAYMENTS + row.format("2026-11-01")) == []


# Receipt numbers.


def receipts(*numbers: str) -> Told:
    """Gifts of so many days from 2026-10-01 on, by number; "09-30 A1" sets the day, 作废 and other words go to 备注."""
    rows = []
    for day, text in enumerate(numbers, 1):
        at, _, rest = text.rpartition("@")
        number, _, note = rest.partition(" ")
        at = f"2026-10-{day:02d}" if not at else at.strip()
        rows.append(f"{at} | {number} | 捐款人{day} | 社会人士 | 10.00 | 银行转账 | | | {note}")
    return gifts(*rows)


def test_numbers_follow_each_other() -> None:
    assert receipts("20260001", "20260002", "20260003") == []
    assert receipts("20260001", "20260003") == [("receipt_gap", "捐款!B3")]
    assert receipts("0007", "0003", "0004") == [("receipt_gap", "捐款!B2")]  # the row after the gap, by number
    twice = receipts("0001", "0003", "0003")
    assert sorted(twice) == [("receipt_gap", "捐款!B3"), ("receipt_repeated", "捐款!B4")]  # the first of the two


def test_a_gap_is_told_once_with_what_is_missing() -> None:
    rows = [
        f"2026-10-0{day} | {number} | 甲乙 | 其他 | {day}.00 | 微信 | | |" for day, number in ((1, "A08"), (2, "A12"))
    ]
    finding = check_controls(make_tables(管理小组=GROUP, 捐款=GIFTS + "\n".join(rows)), SETTINGS, OCTOBER)[0]
    assert finding.facts == {"receipt": "A12", "span": "A09至A11", "count": "3"}


@pytest.mark.parametrize(
    "numbers",
    [
        ("A001", "B007"),  # another prefix
        ("9", "20"),  # another length
        ("2026-11-02@20260001", "20260003"),  # after the month
        ("2026-08-30@20260001", "20260009"),  # books begin between the two
        ("", "20260009"),
    ],
)
def test_series_are_apart(numbers: tuple[str, ...]) -> None:
    assert receipts(*numbers) == []


def test_series_begin_anew_each_year() -> None:
    rows = "2026-12-31 | 0007 | 甲 | 其他 | 1.00 | 微信 | | |", "2027-01-01 | 0001 | 乙 | 其他 | 1.00 | 微信 | | |"
    january = Period(2027, 1, dt.date(2027, 2, 3))
    assert controls(january, 捐款=GIFTS + "\n".join(rows)) == []
    same = rows[0], rows[1].replace("0001", "0007")
    assert controls(january, 捐款=GIFTS + "\n".join(same)) == []


def test_a_voided_row_explains_a_gap_in_the_year_of_its_date_or_of_the_row_before() -> None:
    assert receipts("20260001", "20260002 作废", "20260003") == []
    void = " | 20260002 | | | | | | | 作废"
    first, last = (f"2026-10-0{day} | 2026000{day} | 甲 | 其他 | {day}.00 | 微信 | | |" for day in (1, 3))
    assert gifts(first, void, last) == []
    assert gifts(void, first, last) == []  # nothing before it: the year of the row after
    assert gifts(first, last, void) == []
    assert gifts(first, void.replace("| 2026", "| 2025", 1), last) == [("receipt_gap", "捐款!B4")]
    assert gifts("2025-10-02" + void, first, last) == [("receipt_gap", "捐款!B4")]


def test_a_number_used_only_after_the_month_is_still_missing_at_its_end() -> None:
    assert receipts("20260001", "2026-11-02@20260002", "20260003") == [("receipt_gap", "捐款!B4")]


def test_a_row_with_an_error_explains_a_gap_too() -> None:
    rows = [f"2026-10-0{day} | 2026000{day} | 捐款人{day} | 其他 | 5.00 | 微信 | | |" for day in (1, 2, 3)]
    tables = make_tables(管理小组=GROUP, 捐款=GIFTS + "\n".join(rows))
    bad = {**tables, "donations": tables["donations"].without(pd.Index([1]))}
    assert check_controls(bad, SETTINGS, OCTOBER) == []


def test_a_repeated_number_is_an_error_at_the_later_row() -> None:
    assert receipts("20260001", "20260002", "20260001") == [("receipt_repeated", "捐款!B4")]
    assert receipts("A0001", "ａ0001", "a0002") == [("receipt_repeated", "捐款!B3")]
    assert receipts("收A", "收A", "收A") == [("receipt_repeated", "捐款!B3"), ("receipt_repeated", "捐款!B4")]
    assert receipts("2026-10-09@20260001", "20260001") == [("receipt_repeated", "捐款!B2")]
    assert receipts("2026-08-30@20260001", "20260001") == [("receipt_repeated", "捐款!B3")]
    assert receipts("", "") == []
    assert receipts("20260001 作废", "20260001") == []


def test_a_correction_may_name_the_receipt_that_it_cancels() -> None:
    gift = "2026-10-08 | 20260001 | 沙明远 | 其他 | {} | 微信 | | | {}"
    assert gifts(gift.format("30.00", ""), gift.format("-30.00", "冲正")) == []
    assert gifts(gift.format("30.00", ""), gift.format("-20.00", "冲正")) == [("receipt_repeated", "捐款!B3")]


# Double entries.

GIFT = "2026-10-08 | | 沙明远 | 社会人士 | 30.00 | 微信 | | |"


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        (GIFT, ["entered_twice"]),
        (GIFT.replace("| |", "| 0002 |", 1), ["entered_twice"]),  # a second receipt for the same gift
        (GIFT.replace("10-08", "10-09"), []),
        (GIFT.replace("沙明远", "卓远航"), []),
        (GIFT.replace("30.00", "30.01"), []),
        (GIFT.replace("微信", "支付宝"), []),
        (GIFT.replace("微信 | |", "微信 | 助学金 |"), []),
        (GIFT.replace("30.00", "-30.00") + " 冲正", []),
    ],
)
def test_the_same_gift_twice_on_a_day_is_a_likely_double(other: str, codes: list[str]) -> None:
    assert gifts(GIFT, other) == [(code, "捐款!E3") for code in codes]


def test_what_was_cancelled_and_entered_anew_is_no_double() -> None:
    assert gifts(GIFT, GIFT.replace("30.00", "-30.00") + " 冲正", GIFT) == []


def test_givers_without_a_name_may_give_the_same() -> None:
    nameless = GIFT.replace("沙明远", "爱心人士")
    assert gifts(nameless, nameless) == []


def test_payments_and_cash_moves_may_be_doubles_too_but_fees_are_not() -> None:
    row = "2026-10-08 | {} | 柳溪社区 | 社区 | {} | 30.00 | 银行转账 | | 舒文清 | 顾明川 | | | |"
    assert controls(支出=PAYMENTS + "\n".join([row.format("PZ1", "其他"), row.format("PZ2", "其他")])) == [
        ("entered_twice", "支出!F3")
    ]
    assert controls(支出=PAYMENTS + "\n".join([row.format("PZ1", "手续费"), row.format("PZ2", "手续费")])) == []
    assert controls(现金存取=MOVES + "2026-10-08 | 提取 | | 30.00\n2026-10-08 | 提取 | | 30.00") == [
        ("entered_twice", "现金存取!D3")
    ]


# What must follow in time.


@pytest.mark.parametrize(
    ("paid", "signature", "codes"),
    [
        ("2026-10-08", "韦家长 | 2026-10-18", []),  # the last day is in time
        ("2026-10-08", "韦家长 | 2026-10-19", ["signed_late"]),
        ("2026-10-08", " | ", ["signed_missing"]),
        ("2026-10-08", "韦家长 | ", ["signed_missing"]),
        ("2026-10-08", " | 2026-10-09", ["signed_missing"]),
        ("2026-10-20", " | ", ["signed_missing"]),
        ("2026-10-21", " | ", []),  # its limit is the last day of the month
        ("2026-10-28", "韦家长 | 2026-11-02", []),
    ],
)
def test_aid_to_pupils_is_signed_for_within_ten_days(paid: str, signature: str, codes: list[str]) -> None:
    row = f"{paid} | | 韦小北 | {{}} | 生活补助 | 50.00 | 银行转账 | | 舒文清 | 顾明川 | | {signature} |"
    assert controls(支出=PAYMENTS + row.format("学生")) == [(code, "支出!M2") for code in codes]
    assert controls(支出=PAYMENTS + row.format("社区")) == []


def test_the_limit_of_signing_can_be_set() -> None:
    row = "2026-10-08 | | 韦小北 | 学生 | 生活补助 | 50.00 | 银行转账 | | 舒文清 | 顾明川 | | 家长 | 2026-10-14 |"
    assert controls(settings=replace(SETTINGS, signing_days=5), 支出=PAYMENTS + row) == [("signed_late", "支出!M2")]


def test_aid_that_came_back_is_not_signed_for() -> None:
    row = "2026-10-08 | | 韦小北 | 学生 | 生活补助 | {} | 银行转账 | | 舒文清 | 顾明川 | | | | {}"
    assert controls(支出=PAYMENTS + row.format("50.00", "") + "\n" + row.format("-50.00", "冲正，退汇")) == []


@pytest.mark.parametrize(
    ("day", "number", "move", "codes"),
    [
        ("2026-09-01", "JC1", "2026-10-01 | 缴存 | JC1", []),  # the last day is in time
        ("2026-09-01", "JC1", "2026-10-02 | 缴存 | JC1", ["paid_in_late"]),
        ("2026-09-01", "JC1", "2026-10-02 | 提取 | ", []),  # a number without a move was paid in with its last gift
        ("2026-09-30", "", "2026-10-02 | 提取 | ", ["paid_in_missing"]),
        ("2026-10-01", "", "2026-10-02 | 提取 | ", []),  # its limit is the last day of the month
        ("2026-09-30", "JC1", "2026-11-02 | 缴存 | JC1", ["paid_in_late"]),
    ],
)
def test_cash_gifts_are_paid_in_within_thirty_days(day: str, number: str, move: str, codes: list[str]) -> None:
    row = f"{day} | | 沙明远 | 社会人士 | 30.00 | 现金 | | {number} |"
    assert gifts(row, moves=(move + " | 30.00",)) == [(code, "捐款!H2") for code in codes]
    if not number:
        assert gifts(row.replace("现金", "微信"), moves=(move + " | 30.00",)) == []


def test_a_deposit_that_names_no_gifts_takes_the_oldest_as_far_as_it_reaches() -> None:
    rows = [f"2026-09-{day:02d} | | 捐款人{day} | 社会人士 | 30.00 | 现金 | | |" for day in (1, 2, 3)]
    assert gifts(*rows, moves=("2026-09-20 | 缴存 | | 70.00",)) == [("paid_in_missing", "捐款!H4")]
    assert gifts(rows[2], moves=("2026-09-01 | 缴存 | | 70.00",)) == [("paid_in_missing", "捐款!H2")]


def test_a_cancelled_cash_gift_never_goes_to_the_bank() -> None:
    row = "2026-09-01 | | 沙明远 | 社会人士 | {} | 现金 | | | {}"
    assert gifts(row.format("30.00", ""), row.format("-30.00", "冲正")) == []


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("2026-10-08 | 方予圆 | 本人重病 | 严重 | 2026-10-15", []),
        ("2026-10-08 | 方予圆 | 本人重病 | 严重 | 2026-10-16", ["hardship_reported_late"]),
        ("2026-10-08 | 方予圆 | 本人重病 | 严重 | ", ["hardship_reported_missing"]),
        ("2026-10-24 | 方予圆 | 本人重病 | 严重 | ", []),
        ("2026-10-08 | 方予圆 | 本人重病 | 一般 | ", []),
        ("2026-10-08 | 方予圆 | 本人重病 |  | ", []),
        ("2026-05-08 | 方予圆 | 本人重病 | 严重 | ", ["hardship_reported_missing"]),
        ("2026-11-08 | 方予圆 | 本人重病 | 严重 | ", []),
    ],
)
def test_grave_hardship_is_reported_upward_within_seven_days(row: str, codes: list[str]) -> None:
    text = "日期 | 姓名 | 类型 | 程度 | 上报日期\n" + row
    assert controls(困难教职工=text) == [(code, "困难教职工!E2") for code in codes]


# The cash box.


def test_cash_over_its_limit_is_told_once_a_run_of_days() -> None:
    rows = "\n".join(
        f"2026-10-{day} | {move} | TQ{day} | {amount}"
        for day, move, amount in (
            ("08", "提取", "300.00"),  # 400: at the limit
            ("09", "提取", "0.01"),
            ("10", "提取", "5.00"),
            ("12", "缴存", "50.00"),
            ("13", "提取", "100.00"),
        )
    )
    settings = replace(SCHOOL, cash_limit=40_000)
    assert [each for each in controls(settings=settings, 现金存取=MOVES + rows) if each[0] == "cash_over_limit"] == [
        ("cash_over_limit", "现金存取!D3"),
        ("cash_over_limit", "现金存取!D6"),
    ]
    assert all(code != "cash_over_limit" for code, _ in controls(settings=SCHOOL, 现金存取=MOVES + rows))


def test_cash_over_its_limit_from_the_start_is_told_at_the_setting() -> None:
    settings = replace(SCHOOL, cash_limit=5_000)
    text = "项目 | 内容\n期初现金余额 | 100"
    assert controls(settings=settings, 基本信息=text) == [("cash_over_limit", "基本信息!B2")]


def test_a_deposit_equals_the_gifts_of_its_number() -> None:
    row = "2026-10-08 | | {} | 社会人士 | 30.00 | 现金 | | JC1 |"
    two = row.format("沙明远"), row.format("卓远航")
    assert gifts(*two, moves=("2026-10-09 | 缴存 | JC1 | 60.00",)) == []
    assert gifts(*two, moves=("2026-10-09 | 缴存 | JC1 | 50.00",)) == [("deposit_differs", "现金存取!D2")]
    assert gifts(*two, moves=("2026-10-09 | 缴存 | JC1 | 50.00", "2026-10-10 | 缴存 | JC1 | 10.00")) == []
    assert gifts(moves=("2026-10-09 | 缴存 | JC9 | 50.00",)) == [("deposit_differs", "现金存取!D2")]
    assert gifts(moves=("2026-10-09 | 缴存 | | 50.00",)) == []
    assert gifts(*two, moves=("2026-11-02 | 缴存 | JC1 | 50.00",)) == []  # not yet


def test_a_cash_count_equals_the_cash_book_of_its_day() -> None:
    moves = MOVES + "2026-10-08 | 提取 | | 30.00\n2026-10-09 | 提取 | | 5.00"
    header = "日期 | 盘点金额 | 盘点人\n"
    rows = ("2026-08-31 | 100.00", "2026-10-07 | 100.00", "2026-10-08 | 130.00", "2026-10-31 | 135.00")
    good = header + "\n".join(f"{row} | 舒文清" for row in rows)
    assert controls(settings=SCHOOL, 现金存取=moves, 现金盘点=good) == []
    bad = header + "\n".join(
        f"{row} | 舒文清" for row in ("2026-10-08 | 135.00", "2026-11-01 | 1.00", "2026-08-30 | 1.00")
    )
    assert controls(settings=SCHOOL, 现金存取=moves, 现金盘点=bad) == [("cash_count_differs", "现金盘点!B2")]


# Purposes.

PUPILS = "姓名 | 班级 | 类别 | 状态\n李明 | 七年级(1)班 | 贫困生 | 在读\n夏依代·买买提 | 七年级(1)班 | 贫困生 | 在读"


@pytest.mark.parametrize(
    ("purpose", "codes"),
    [
        ("资助李明上学", ["purpose_names_person"]),
        ("李明", ["purpose_names_person"]),
        ("夏依代·买买提助学金", ["purpose_names_person"]),
        ("夏依代•买买提助学金", ["purpose_names_person"]),
        ("李 明助学金", ["purpose_names_person"]),
        ("禾沐助学金", []),
        ("李明华奖学金", []),  # the giver's own name, which only begins like the pupil's
        ("", []),
    ],
)
def test_a_purpose_names_no_aided_person(purpose: str, codes: list[str]) -> None:
    row = f"2026-10-08 | | 李明华 | 社会人士 | 30.00 | 微信 | {purpose} | |"
    assert controls(学生=PUPILS, 捐款=GIFTS + row) == [(code, "捐款!G2") for code in codes]


def test_persons_given_aid_are_aided_and_every_place_of_a_purpose_is_looked_at() -> None:
    row = "2026-10-08 | | {} | {} | 突发救助 | 30.00 | 微信 | {} | 舒文清 | 顾明川 | | 家属 | 2026-10-09 |"
    paid = PAYMENTS + row.format("荀守田", "退休教职工", "荀守田救助")
    assert controls(支出=paid) == [("purpose_names_person", "支出!H2")]
    for name in ("王新生", "高一凡"):
        assert ("purpose_names_person", "支出!H2") in controls(支出=PAYMENTS + row.format(name, "学生", name))
    for recipient, kind, purpose in (
        ("柳溪社区", "社区", "柳溪社区专款"),
        ("困难学生", "学生", "困难学生补助"),  # nobody in particular
        *(
            (crowd, "学生", crowd + "补助")
            for crowd in ("贫困生", "高三年级", "高三", "全体师生", "新生", "单亲子女", "孤儿")
        ),
        ("退休党员", "退休教职工", "退休党员慰问"),
        ("家庭经济困难的学生", "学生", "家庭经济困难的学生专款"),
    ):
        assert "purpose_names_person" not in dict(controls(支出=PAYMENTS + row.format(recipient, kind, purpose)))
    assert controls(学生=PUPILS, 基本信息="项目 | 内容\n期初限定·李明学费 | 100") == [
        ("purpose_names_person", "基本信息!A2")
    ]


def test_without_rows_there_is_nothing_to_control() -> None:
    assert controls() == []
