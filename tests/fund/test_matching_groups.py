"""Stages 5 and 6 of the matching: natural groups and sums of several rows."""

from __future__ import annotations

import pytest

from tests.fund.bank import bank_month, gifts, lines, payments

# Three gifts of one day: 11.00 + 12.50 + 13.25 = 36.75, in every channel.
AMOUNTS = ("11", "12.50", "13.25")


def gifts_of(day: str, channel: str) -> list[str]:
    return [f"{day} | 甲 | {amount} | {channel}" for amount in AMOUNTS]


WHEN = [
    ("银行转账", {0: True, 7: True, 8: False, -1: False}),
    ("微信", {0: False, 1: True, 3: True, 4: False}),
    ("支付宝", {0: False, 1: True, 3: True, 4: False}),
]


@pytest.mark.parametrize(
    ("channel", "later", "fits"), [(channel, later, fits) for channel, days in WHEN for later, fits in days.items()]
)
def test_a_natural_group_is_settled_within_its_days(channel: str, later: int, fits: bool) -> None:  # noqa: FBT001
    month = bank_month(捐款=gifts(*gifts_of("10-12", channel)), 银行流水=lines(f"10-{12 + later} | 36.75"))
    # Outside those days (but within 7) the sum may still be found as a subset.
    rule = "group" if fits else "subset"
    assert month.matches == ([f"2 = 捐款!2 捐款!3 捐款!4 ({rule})"] if later != 8 else [])


def test_a_group_is_all_open_rows_of_the_day_and_no_fewer() -> None:
    month = bank_month(
        捐款=gifts(*gifts_of("10-12", "银行转账"), "10-12 | 乙 | 5 | 银行转账"), 银行流水=lines("10-12 | 36.75")
    )
    assert month.matches == ["2 = 捐款!2 捐款!3 捐款!4 (subset)"]


def test_rows_that_an_earlier_stage_matched_are_not_of_the_group() -> None:
    month = bank_month(
        捐款=gifts(*gifts_of("10-12", "银行转账"), "10-12 | 乙 | 5 | 银行转账"),
        银行流水=lines("10-13 | 5", "10-14 | 36.75"),
    )
    assert month.matches == ["2 = 捐款!5 (exact)", "3 = 捐款!2 捐款!3 捐款!4 (group)"]


def test_a_batch_of_payments_of_one_day_is_a_group() -> None:
    month = bank_month(
        支出=payments("10-12 | 丁 | 300 | 银行转账", "10-12 | 戊 | 200 | 银行转账"), 银行流水=lines("10-13 | -500")
    )
    assert month.matches == ["2 = 支出!2 支出!3 (group)"]


def fee(day: str, amount: str, channel: str = "微信") -> str:
    return f"{day} | 微信支付 | {amount} | {channel} | | 手续费"


@pytest.mark.parametrize(
    ("fee_day", "rule"),
    [("10-12", "group"), ("10-14", "group"), ("10-15", "subset"), ("10-11", "subset"), ("10-22", None)],
)
def test_a_wallet_keeps_back_a_fee_between_the_gifts_and_the_settlement(fee_day: str, rule: str | None) -> None:
    month = bank_month(
        捐款=gifts(*gifts_of("10-12", "微信")), 支出=payments(fee(fee_day, "0.22")), 银行流水=lines("10-14 | 36.53")
    )
    assert month.matches == ([f"2 = 捐款!2 捐款!3 捐款!4 支出!2 ({rule})"] if rule else [])


def test_the_fee_is_of_the_same_wallet() -> None:
    month = bank_month(
        捐款=gifts(*gifts_of("10-12", "微信")),
        支出=payments(fee("10-13", "0.22", "支付宝")),
        银行流水=lines("10-14 | 36.53"),
    )
    assert month.matches == []


def test_one_gift_less_its_fee_is_a_group() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 100 | 微信"), 支出=payments(fee("10-13", "0.60")), 银行流水=lines("10-13 | 99.40")
    )
    assert month.matches == ["2 = 捐款!2 支出!2 (group)"]


def test_a_group_is_net_of_one_fee_at_most() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 100 | 微信"),
        支出=payments(fee("10-12", "0.60"), fee("10-13", "0.40")),
        银行流水=lines("10-13 | 99.00"),
    )
    assert month.matches == ["2 = 捐款!2 支出!2 支出!3 (subset)"]


def test_an_unsettled_wallet_gift_is_outstanding_gross_and_its_fee_too() -> None:
    month = bank_month(
        捐款=gifts("10-31 | 甲 | 100 | 微信"), 支出=payments(fee("10-31", "0.60")), 银行流水=lines("10-30 | 10")
    )
    assert month.open == {"银收": ["银行流水!2 10.00"], "账收": ["捐款!2 100.00"], "账付": ["支出!2 0.60"]}


def test_a_line_that_two_groups_fit_is_a_candidate() -> None:
    month = bank_month(
        捐款=gifts(*gifts_of("10-12", "微信"), *gifts_of("10-13", "微信")), 银行流水=lines("10-14 | 36.75")
    )
    assert month.matches == []
    assert month.candidates == {"2": ["捐款!2 捐款!3 捐款!4", "捐款!5 捐款!6 捐款!7"]}
    assert month.told == ["bank_candidates 银行流水!B2"]
    assert month.findings[0].severity == "warning"


def test_a_group_that_fits_two_lines_makes_both_candidates_and_all_stay_outstanding() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 10 | 银行转账", "10-12 | 乙 | 20 | 银行转账"),
        银行流水=lines("10-13 | 30", "10-14 | 30"),
    )
    assert month.candidates == {"2": ["捐款!2 捐款!3"], "3": ["捐款!2 捐款!3"]}
    assert month.open == {
        "银收": ["银行流水!2 30.00", "银行流水!3 30.00"],
        "账收": ["捐款!2 10.00", "捐款!3 20.00"],
    }
    assert month.found.difference == 0


def test_two_groups_that_need_one_fee_are_candidates() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 100 | 微信", "10-13 | 乙 | 80 | 微信"),
        支出=payments(fee("10-13", "0.50")),
        银行流水=lines("10-14 | 99.50", "10-15 | 79.50"),
    )
    assert month.candidates == {"2": ["捐款!2 支出!2"], "3": ["捐款!3 支出!2"]}


def test_rows_of_a_candidate_group_stay_outstanding_and_are_in_no_other_sum() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 10 | 银行转账", "10-12 | 乙 | 20 | 银行转账", "10-14 | 丙 | 15 | 银行转账"),
        银行流水=lines("10-13 | 30", "10-14 | 30", "10-15 | 35"),
    )
    assert sorted(month.candidates) == ["2", "3"]
    assert month.matches == []


def test_of_two_interchangeable_fees_the_first_is_netted() -> None:
    month = bank_month(
        捐款=gifts("10-12 | 甲 | 100 | 微信"),
        支出=payments(fee("10-13", "0.60"), fee("10-13", "0.60")),
        银行流水=lines("10-13 | 99.40"),
    )
    assert month.matches == ["2 = 捐款!2 支出!2 (group)"]
    assert month.open == {"账付": ["支出!3 0.60"]}


def test_a_fee_is_never_added_to_payments() -> None:
    paid = ("10-12 | 丁 | 100 | 微信", "10-12 | 戊 | 50 | 微信", fee("10-12", "0.60"))
    assert bank_month(支出=payments(*paid), 银行流水=lines("10-13 | -150.60")).matches == []
    month = bank_month(支出=payments(*paid), 银行流水=lines("10-13 | -150"))
    assert month.matches == ["2 = 支出!2 支出!3 (group)"]


def test_a_sum_of_rows_of_several_days_is_found() -> None:
    month = bank_month(
        捐款=gifts("10-05 | 甲 | 11 | 银行转账", "10-12 | 乙 | 12.50 | 微信", "10-19 | 丙 | 13.25 | 银行转账"),
        银行流水=lines("10-12 | 36.75"),
    )
    assert month.matches == ["2 = 捐款!2 捐款!3 捐款!4 (subset)"]


@pytest.mark.parametrize(("day", "found"), [("10-04", False), ("10-05", True), ("10-19", True), ("10-20", False)])
def test_the_rows_are_within_seven_days(day: str, found: bool) -> None:  # noqa: FBT001
    month = bank_month(
        捐款=gifts(f"{day} | 甲 | 11 | 银行转账", "10-11 | 乙 | 12.50 | 银行转账"), 银行流水=lines("10-12 | 23.50")
    )
    assert bool(month.matches) is found


def test_the_rows_are_of_one_direction() -> None:
    month = bank_month(
        捐款=gifts("10-11 | 甲 | 50 | 银行转账", "10-12 | 乙 | 20 | 银行转账"),
        支出=payments("10-12 | 丁 | 30 | 银行转账"),
        银行流水=lines("10-13 | 40"),
    )
    assert month.matches == []
    assert month.candidates == {}


def test_a_fee_goes_only_with_gifts_of_its_wallet() -> None:
    month = bank_month(
        捐款=gifts("10-11 | 甲 | 50 | 微信", "10-12 | 乙 | 20 | 银行转账"),
        支出=payments(fee("10-12", "0.40")),
        银行流水=lines("10-13 | 69.60"),
    )
    assert month.matches == []
    wallet_only = bank_month(
        捐款=gifts("10-11 | 甲 | 50 | 微信", "10-12 | 乙 | 20 | 微信"),
        支出=payments(fee("10-12", "0.40")),
        银行流水=lines("10-13 | 69.60"),
    )
    assert wallet_only.matches == ["2 = 捐款!2 捐款!3 支出!2 (subset)"]


def test_a_fee_is_no_payment_in_a_sum_of_money_out() -> None:
    month = bank_month(
        支出=payments("10-11 | 丁 | 30 | 银行转账", fee("10-12", "0.40")), 银行流水=lines("10-13 | -30.40")
    )
    assert month.matches == []


def test_several_different_solutions_are_candidates() -> None:
    month = bank_month(
        捐款=gifts(
            "10-11 | 甲 | 10 | 银行转账",
            "10-12 | 乙 | 20 | 银行转账",
            "10-13 | 丙 | 13 | 银行转账",
            "10-14 | 丁 | 17 | 银行转账",
        ),
        银行流水=lines("10-15 | 30"),
    )
    assert month.matches == []
    assert sorted(month.candidates["2"]) == ["捐款!2 捐款!3", "捐款!4 捐款!5"]


def test_solutions_that_differ_in_interchangeable_rows_only_are_one() -> None:
    month = bank_month(
        捐款=gifts("10-11 | 甲 | 10 | 银行转账", "10-11 | 乙 | 10 | 银行转账", "10-12 | 丙 | 5 | 银行转账"),
        银行流水=lines("10-15 | 15"),
    )
    assert month.matches == ["2 = 捐款!2 捐款!4 (subset)"]


@pytest.mark.parametrize(
    "other", ["10-12 | 乙 | 10 | 银行转账", "10-11 | 乙 | 10 | 微信", "10-11 | 乙 | 10 | 银行转账 | | 助学"]
)
def test_rows_of_another_day_channel_or_restriction_are_not_interchangeable(other: str) -> None:
    month = bank_month(
        捐款=gifts("10-11 | 甲 | 10 | 银行转账", other, "10-13 | 丙 | 5 | 银行转账"), 银行流水=lines("10-15 | 15")
    )
    assert sorted(month.candidates["2"]) == ["捐款!2 捐款!4", "捐款!3 捐款!4"]


def test_two_lines_that_share_a_row_are_both_candidates() -> None:
    month = bank_month(
        捐款=gifts("10-11 | 甲 | 10 | 银行转账", "10-12 | 乙 | 20 | 银行转账", "10-13 | 丙 | 35 | 银行转账"),
        银行流水=lines("10-14 | 30", "10-15 | 45"),
    )
    assert month.candidates == {"2": ["捐款!2 捐款!3"], "3": ["捐款!2 捐款!4"]}
    assert month.matches == []


def test_two_lines_that_need_one_each_of_interchangeable_rows_share_none() -> None:
    month = bank_month(
        捐款=gifts(
            "10-11 | 甲 | 10 | 银行转账",
            "10-11 | 乙 | 10 | 银行转账",
            "10-12 | 丙 | 20 | 银行转账",
            "10-13 | 丁 | 35 | 银行转账",
        ),
        银行流水=lines("10-14 | 30", "10-15 | 45"),
    )
    assert month.matches == ["2 = 捐款!2 捐款!4 (subset)", "3 = 捐款!3 捐款!5 (subset)"]


def test_a_taken_solution_may_leave_another_line_with_one_only() -> None:
    # 30 of the 15th: 10 + 20 or 13 + 17; the line of the 8th can only be 13 + 4, and then only 10 + 20 is left.
    month = bank_month(
        捐款=gifts(
            "10-05 | 甲 | 4 | 银行转账",
            "10-09 | 乙 | 10 | 银行转账",
            "10-10 | 丙 | 20 | 银行转账",
            "10-11 | 丁 | 13 | 银行转账",
            "10-16 | 戊 | 17 | 银行转账",
        ),
        银行流水=lines("10-08 | 17", "10-15 | 30"),
    )
    assert month.matches == ["2 = 捐款!2 捐款!5 (subset)", "3 = 捐款!3 捐款!4 (subset)"]


def test_too_many_solutions_are_a_candidate_without_any_listed() -> None:
    rows = [f"10-{day:02} | 甲 | {day} | 银行转账" for day in range(8, 22)]
    month = bank_month(捐款=gifts(*rows), 银行流水=lines("10-15 | 101"))
    assert month.candidates == {"2": []}
    assert month.found.candidates[0].capped
    assert "bank_candidates_too_many 银行流水!B2" in month.told
