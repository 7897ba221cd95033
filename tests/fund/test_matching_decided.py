"""Stages 1, 2 and 7 of the matching: what a person decided, 冲正 and 退汇."""

from __future__ import annotations

import datetime as dt

from pipeline.period import Period
from tests.fund.bank import BankMonth, bank_month, gifts, lines, payments

TWO_GIFTS = gifts("10-08 | 甲 | 30 | 银行转账 | R1", "10-09 | 乙 | 20 | 银行转账 | R2")


def decided(*pairs: str, captions: str = "银行流水号 | 登记号") -> str:
    return "\n".join([captions, *pairs])


def test_a_decided_pair_matches_whatever_the_dates_and_other_rows_say() -> None:
    month = bank_month(
        捐款=gifts("09-02 | 甲 | 50 | 银行转账 | R1", "10-20 | 乙 | 50 | 银行转账 | R2"),
        银行流水=lines("10-20 | 50 | R2 | 乙 | LS1"),
        核对=decided("LS1 | R1"),
    )
    assert month.matches == ["2 = 捐款!2 (decided)"]
    assert month.open == {"账收": ["捐款!3 50.00"]}
    assert month.told == []


def test_one_row_a_pair_so_a_line_may_have_several() -> None:
    month = bank_month(
        捐款=TWO_GIFTS, 银行流水=lines("10-30 | 50 | | | LS1"), 核对=decided("LS1 | R1", "LS1 | R2", "LS1 | R2")
    )
    assert month.matches == ["2 = 捐款!2 捐款!3 (decided)"]


def test_the_line_may_be_named_by_date_and_amount() -> None:
    month = bank_month(
        支出=payments("09-02 | 丁 | 50 | 银行转账 | PZ1"),
        银行流水=lines("10-30 | -50", "10-31 | -50"),
        核对=decided("2026-10-31 | 50 | PZ1", captions="日期 | 金额 | 登记号"),
    )
    assert month.matches == ["3 = 支出!2 (decided)"]


def test_of_two_lines_of_that_date_and_amount_the_direction_tells() -> None:
    month = bank_month(
        支出=payments("09-02 | 丁 | 50 | 银行转账 | PZ1"),
        银行流水=lines("10-31 | 50", "10-31 | -50"),
        核对=decided("2026-10-31 | 50 | PZ1", captions="日期 | 金额 | 登记号"),
    )
    assert month.matches == ["3 = 支出!2 (decided)"]


def test_two_lines_that_cannot_be_told_apart_are_an_error() -> None:
    month = bank_month(
        支出=payments("10-31 | 丁 | 50 | 银行转账 | PZ1"),
        银行流水=lines("10-31 | -50", "10-31 | -50"),
        核对=decided("2026-10-31 | 50 | PZ1", captions="日期 | 金额 | 登记号"),
    )
    assert month.told == ["decision_line_unknown 核对!C2"]


def test_a_deposit_is_named_by_its_number_or_by_the_receipts_of_its_gifts() -> None:
    cash = gifts("10-08 | 甲 | 30 | 现金 | R1 | | | JC1", "10-09 | 乙 | 20 | 现金 | R2 | | | JC1")
    line = lines("10-30 | 50 | | | LS1")
    for entries in (["JC1"], ["R1", "R2"]):
        month = bank_month(捐款=cash, 银行流水=line, 核对=decided(*(f"LS1 | {entry}" for entry in entries)))
        assert month.matches == ["2 = 捐款!2 捐款!3 (decided)"]


def test_a_row_that_fits_no_line_or_no_register_row_is_an_error_there() -> None:
    month = bank_month(捐款=TWO_GIFTS, 银行流水=lines("10-09 | 30 | | | LS1"), 核对=decided("LS9 | R1", "LS1 | R9"))
    assert month.told == ["decision_line_unknown 核对!A2", "decision_entry_unknown 核对!B3"]
    assert month.findings[0].severity == "error"
    assert month.matches == ["2 = 捐款!2 (exact)"]


def test_a_row_in_contradiction_to_another_is_an_error_at_the_later() -> None:
    month = bank_month(
        捐款=TWO_GIFTS,
        银行流水=lines("10-20 | 30 | | | LS1", "10-21 | 30 | | | LS2"),
        核对=decided("LS2 | R1", "LS1 | R1"),
    )
    assert month.told == ["decision_contradicts 核对!B3"]
    assert month.matches == ["3 = 捐款!2 (decided)"]


def test_where_the_sum_is_not_the_lines_each_row_is_an_error_and_none_is_used() -> None:
    month = bank_month(捐款=TWO_GIFTS, 银行流水=lines("10-09 | 20 | | | LS1"), 核对=decided("LS1 | R1", "LS1 | R2"))
    assert month.told == ["decision_sum_differs 核对!B2", "decision_sum_differs 核对!B3"]
    assert month.matches == ["2 = 捐款!3 (exact)"]


def test_a_decision_about_a_later_row_is_no_error_yet_and_keeps_its_line_open() -> None:
    month = bank_month(
        捐款=gifts("11-02 | 甲 | 30 | 银行转账 | R1", "10-30 | 乙 | 30 | 银行转账 | R2"),
        银行流水=lines("10-30 | 30 | | | LS1"),
        核对=decided("LS1 | R1"),
    )
    assert month.told == []
    assert month.open == {"银收": ["银行流水!2 30.00"], "账收": ["捐款!3 30.00"]}


def test_a_line_whose_rows_are_partly_of_a_later_month_waits_for_them() -> None:
    month = bank_month(
        捐款=gifts("10-29 | 甲 | 30 | 银行转账 | R1", "11-02 | 乙 | 20 | 银行转账 | R2"),
        银行流水=lines("10-30 | 50 | | | LS1", "10-31 | 30 | | | LS2"),
        核对=decided("LS1 | R1", "LS1 | R2"),
    )
    assert month.told == []
    assert month.matches == []


def test_a_decision_about_a_later_line_keeps_its_row_open() -> None:
    month = bank_month(
        捐款=gifts("10-30 | 甲 | 30 | 银行转账 | R1"),
        银行流水=lines("10-30 | 30 | | | LS1", "11-02 | 30 | | | LS2"),
        核对=decided("LS2 | R1"),
    )
    assert month.told == []
    assert month.open == {"银收": ["银行流水!2 30.00"], "账收": ["捐款!2 30.00"]}
    november = bank_month(
        period=Period(2026, 11, dt.date(2026, 12, 2)),
        捐款=gifts("10-30 | 甲 | 30 | 银行转账 | R1"),
        银行流水=lines("10-30 | 30 | | | LS1", "11-02 | 30 | | | LS2"),
        核对=decided("LS2 | R1"),
    )
    assert november.matches == ["3 = 捐款!2 (decided)"]


def test_a_number_of_several_rows_means_the_one_near_the_line_or_of_its_amount() -> None:
    month = bank_month(
        支出=payments("09-02 | 丁 | 50 | 银行转账 | PZ1", "10-20 | 丁 | 60 | 银行转账 | PZ1"),
        银行流水=lines("10-25 | -60 | | | LS1"),
        核对=decided("LS1 | PZ1"),
    )
    assert month.matches == ["2 = 支出!3 (decided)"]
    close = bank_month(
        支出=payments("10-02 | 丁 | 50 | 银行转账 | PZ1", "10-20 | 丁 | 60 | 银行转账 | PZ1"),
        银行流水=lines("10-31 | -50 | | | LS1"),
        核对=decided("LS1 | PZ1"),
    )
    assert close.matches == ["2 = 支出!2 (decided)"]


# 冲正

WRONG = "10-08 | 甲 | 80 | 银行转账"


def test_a_correction_and_the_row_it_cancels_settle_each_other() -> None:
    month = bank_month(
        捐款=gifts(WRONG, "10-08 | 甲 | -80 | 银行转账 | | | 冲正", "10-09 | 甲 | 40 | 银行转账"),
        银行流水=lines("10-09 | 40", "10-10 | 80"),
    )
    assert month.settled == ["捐款!2 捐款!3"]
    assert month.matches == ["2 = 捐款!4 (exact)"]
    assert month.open == {"银收": ["银行流水!3 80.00"]}


def corrected(row: str) -> BankMonth:
    return bank_month(捐款=gifts(WRONG, row), 银行流水=lines("10-08 | 80", "10-12 | -80"))


def test_it_cancels_a_row_of_the_same_name_channel_and_restriction_only() -> None:
    for row in (
        "10-12 | 乙 | -80 | 银行转账 | | | 冲正",
        "10-12 | 甲 | -80 | 微信 | | | 冲正",
        "10-12 | 甲 | -80 | 银行转账 | | 助学 | 冲正",
    ):
        month = corrected(row)
        assert month.settled == []
        # It is money the other way.
        assert month.matches == ["2 = 捐款!2 (exact)", "3 = 捐款!3 (exact)"]


def test_a_correction_of_another_amount_is_money_the_other_way() -> None:
    month = bank_month(
        捐款=gifts(WRONG, "10-30 | 甲 | -15 | 银行转账 | | | 冲正"), 银行流水=lines("10-08 | 80", "10-12 | -7")
    )
    assert month.open == {"银付": ["银行流水!3 7.00"], "账付": ["捐款!3 15.00"]}


def test_of_several_rows_the_latest_before_it_is_cancelled() -> None:
    month = bank_month(
        捐款=gifts(
            WRONG, "10-20 | 甲 | 80 | 银行转账", "10-21 | 甲 | -80 | 银行转账 | | | 冲正", "10-25 | 甲 | 80 | 银行转账"
        ),
        银行流水=lines("10-08 | 80"),
    )
    assert month.settled == ["捐款!3 捐款!4"]


def test_a_corrected_payment_is_settled_too() -> None:
    month = bank_month(
        支出=payments("10-08 | 丁 | 300 | 银行转账", "10-09 | 丁 | -300 | 银行转账 | | | | 冲正"),
        银行流水=lines("10-31 | 1"),
    )
    assert month.settled == ["支出!2 支出!3"]
    assert month.open == {"银收": ["银行流水!2 1.00"]}


# 退汇

PAID = "10-19 | 韦小北 | 350 | 银行转账 | ZC1"
BACK = ("10-20 | -350 | | 韦小北", "10-22 | 350 | 退汇 账号有误 | 韦小北")


def test_a_return_takes_back_the_payment_and_its_row_is_outstanding() -> None:
    month = bank_month(支出=payments(PAID), 银行流水=lines(*BACK))
    assert month.matches == ["2 3 =  (returned)"]
    assert month.open == {"账付": ["支出!2 350.00"]}
    assert month.found.adjusted_book == month.found.adjusted_statement == 65_000


def test_a_return_that_names_the_payment_is_no_other_sum() -> None:
    month = bank_month(支出=payments(PAID), 银行流水=lines(BACK[0], "10-22 | 350 | 退汇 ZC1 | 韦小北"))
    assert month.matches == ["2 3 =  (returned)"]
    assert month.told == []


def test_until_a_correction() -> None:
    month = bank_month(支出=payments(PAID, "10-23 | 韦小北 | -350 | 银行转账 | ZC2 | | | 冲正"), 银行流水=lines(*BACK))
    assert month.matches == ["2 3 =  (returned)"]
    assert month.settled == ["支出!2 支出!3"]
    assert month.open == {}


def test_the_row_may_match_a_later_line() -> None:
    month = bank_month(支出=payments(PAID), 银行流水=lines(*BACK, "10-24 | -350"))
    assert month.matches == ["2 3 =  (returned)", "4 = 支出!2 (exact)"]
    late = bank_month(支出=payments(PAID), 银行流水=lines(*BACK, "10-27 | -350"))
    assert late.open == {"银付": ["银行流水!4 350.00"], "账付": ["支出!2 350.00"]}


def test_a_later_line_that_was_a_candidate_matches_too() -> None:
    month = bank_month(
        支出=payments(
            PAID, *(f"10-{day} | 丁 | {yuan} | 银行转账" for day, yuan in ((23, 200), (24, 150), (25, 100), (26, 250)))
        ),
        银行流水=lines(*BACK, "10-25 | -350"),
    )
    assert month.matches == ["2 3 =  (returned)", "4 = 支出!2 (exact)"]
    assert month.candidates == {}


def test_a_payment_that_was_a_candidate_comes_back() -> None:
    month = bank_month(
        支出=payments(
            *(f"10-{day} | 丁 | {yuan} | 银行转账" for day, yuan in ((15, 200), (16, 150), (17, 100), (18, 250)))
        ),
        银行流水=lines(*BACK),
    )
    assert month.matches == ["2 3 =  (returned)"]
    assert month.candidates == {}


def test_a_line_before_the_return_is_no_second_payment() -> None:
    month = bank_month(支出=payments(PAID), 银行流水=lines(BACK[0], "10-21 | -350 | | 戊", BACK[1]))
    assert month.matches == ["2 4 =  (returned)"]
    assert month.open == {"银付": ["银行流水!3 350.00"], "账付": ["支出!2 350.00"]}


def test_the_second_payment_may_come_back_too() -> None:
    month = bank_month(
        支出=payments(PAID),
        银行流水=lines(*BACK, "10-24 | -350 | | 韦小北", "10-25 | 350 | 退汇 | 韦小北", "10-26 | -350 | | 韦小北"),
    )
    assert month.matches == ["2 3 =  (returned)", "4 5 =  (returned)", "6 = 支出!2 (exact)"]


def test_it_takes_the_latest_earlier_line_of_equal_amount_and_name() -> None:
    month = bank_month(
        支出=payments(PAID, "10-19 | 田静怡 | 350 | 银行转账", "10-12 | 韦小北 | 350 | 银行转账"),
        银行流水=lines(
            "10-13 | -350 | | 韦小北", *BACK[:1], "10-21 | -350 | | 田静怡", *BACK[1:], "10-23 | -350 | | 韦小北"
        ),
    )
    assert "3 5 =  (returned)" in month.matches
    assert "2 = 支出!4 (exact)" in month.matches
    assert "4 = 支出!3 (exact)" in month.matches
    assert "6 = 支出!2 (exact)" in month.matches


def test_a_return_is_no_gift_of_the_same_amount() -> None:
    month = bank_month(捐款=gifts("10-22 | 甲 | 350 | 银行转账"), 支出=payments(PAID), 银行流水=lines(*BACK))
    assert month.matches == ["2 3 =  (returned)"]
    assert month.open == {"账收": ["捐款!2 350.00"], "账付": ["支出!2 350.00"]}


def test_a_correction_that_cancels_nothing_is_booked_for_the_return() -> None:
    month = bank_month(
        支出=payments(PAID, "10-23 | 韦小北(退) | -350 | 银行转账 | ZC2 | | | 冲正"), 银行流水=lines(*BACK)
    )
    assert month.matches == ["2 = 支出!2 (exact)", "3 = 支出!3 (exact)"]


def test_a_decided_payment_comes_back_too() -> None:
    month = bank_month(
        支出=payments(PAID),
        银行流水=lines("10-20 | -350 | | 韦小北 | LS1", *BACK[1:]),
        核对=decided("LS1 | ZC1"),
    )
    assert month.matches == ["2 3 =  (returned)"]
    assert month.open == {"账付": ["支出!2 350.00"]}
