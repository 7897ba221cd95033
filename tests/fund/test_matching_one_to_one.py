"""Stages 3 and 4 of the matching: references, and one line with one row."""

from __future__ import annotations

import pytest

from tests.fund.bank import bank_month, gifts, lines, payments


def test_one_line_and_one_row_of_equal_amount_and_direction_match() -> None:
    month = bank_month(捐款=gifts("10-08 | 甲 | 50 | 银行转账"), 银行流水=lines("10-09 | 50"))
    assert month.matches == ["2 = 捐款!2 (exact)"]
    assert month.open == {}
    assert month.found.adjusted_book == month.found.adjusted_statement == 105_000


@pytest.mark.parametrize(
    ("day", "matched"),
    [("10-13", True), ("10-12", False), ("10-27", True), ("10-28", False)],
)
def test_they_are_at_most_seven_days_apart_on_either_side(day: str, matched: bool) -> None:  # noqa: FBT001
    month = bank_month(捐款=gifts("10-20 | 甲 | 50 | 银行转账"), 银行流水=lines(f"{day} | 50"))
    assert bool(month.matches) is matched
    assert month.open == ({} if matched else {"银收": ["银行流水!2 50.00"], "账收": ["捐款!2 50.00"]})


def test_a_line_out_never_matches_money_in() -> None:
    month = bank_month(捐款=gifts("10-20 | 甲 | 50 | 银行转账"), 银行流水=lines("10-20 | -50"))
    assert month.matches == []
    assert month.open == {"银付": ["银行流水!2 50.00"], "账收": ["捐款!2 50.00"]}


def test_cash_gifts_are_not_at_the_bank() -> None:
    month = bank_month(捐款=gifts("10-20 | 甲 | 50 | 现金"), 银行流水=lines("10-20 | 50"))
    assert month.open == {"银收": ["银行流水!2 50.00"]}


def test_a_row_whose_donor_is_the_counterparty_goes_first() -> None:
    month = bank_month(
        捐款=gifts("10-08 | 甲 | 60 | 银行转账", "10-12 | 乙 | 60 | 银行转账"),
        银行流水=lines("10-09 | 60 | | 乙", "10-10 | 60"),
    )
    assert month.matches == ["2 = 捐款!3 (exact)", "3 = 捐款!2 (exact)"]


def test_a_recipient_counts_as_the_counterparty_however_its_dots_and_blanks_are_written() -> None:
    month = bank_month(
        支出=payments("10-08 | 丙 | 60 | 银行转账", "10-08 | 阿迪力·玉山 | 60 | 银行转账"),
        银行流水=lines("10-08 | -60 | | 阿迪力 • 玉山", "10-08 | -60"),
    )
    assert month.matches == ["2 = 支出!3 (exact)", "3 = 支出!2 (exact)"]


def test_as_many_lines_as_rows_are_paired_in_date_order() -> None:
    # By distance the second row would take the first line, and the first row would be eight days from the second.
    month = bank_month(
        捐款=gifts("10-10 | 甲 | 75 | 银行转账", "10-13 | 乙 | 75 | 银行转账"),
        银行流水=lines("10-13 | 75", "10-18 | 75"),
    )
    assert month.matches == ["2 = 捐款!2 (exact)", "3 = 捐款!3 (exact)"]


def test_where_the_date_order_needs_more_than_seven_days_the_nearest_match() -> None:
    # Linked as a chain: the row of the 1st only with the line of the 8th; in date order it would face the 1st pair.
    month = bank_month(
        捐款=gifts("10-01 | 甲 | 75 | 银行转账", "10-12 | 乙 | 75 | 银行转账", "10-14 | 丙 | 75 | 银行转账"),
        银行流水=lines("10-08 | 75", "10-20 | 75", "10-21 | 75"),
    )
    # In date order: 7, 8 and 7 days apart. So by distance: 8th and 12th (4), 20th and 14th (6).
    assert month.matches == ["2 = 捐款!3 (exact)", "3 = 捐款!4 (exact)"]
    assert month.open == {"银收": ["银行流水!4 75.00"], "账收": ["捐款!2 75.00"]}


def test_each_cluster_is_matched_on_its_own() -> None:
    # The first two lines and rows are a cluster in date order; the last line has two rows and is no part of it.
    month = bank_month(
        捐款=gifts(*(f"10-{day} | 甲 | 75 | 银行转账" for day in ("08", "11", "26", "29"))),
        银行流水=lines("10-11 | 75", "10-15 | 75", "10-28 | 75"),
    )
    assert month.matches == ["2 = 捐款!2 (exact)", "3 = 捐款!3 (exact)", "4 = 捐款!5 (exact)"]


def test_with_more_rows_than_lines_the_nearest_match_and_of_two_equally_near_the_first() -> None:
    month = bank_month(
        捐款=gifts("10-08 | 甲 | 95 | 银行转账", "10-10 | 乙 | 95 | 银行转账", "10-15 | 丙 | 95 | 银行转账"),
        银行流水=lines("10-09 | 95", "10-14 | 95"),
    )
    assert month.matches == ["2 = 捐款!2 (exact)", "3 = 捐款!4 (exact)"]


def test_with_more_lines_than_rows_the_first_of_two_equally_near_lines_matches() -> None:
    month = bank_month(捐款=gifts("10-13 | 甲 | 45 | 银行转账"), 银行流水=lines("10-12 | 45", "10-14 | 45"))
    assert month.matches == ["2 = 捐款!2 (exact)"]


def test_interchangeable_rows_are_taken_in_register_order() -> None:
    month = bank_month(
        捐款=gifts("10-13 | 甲 | 45 | 银行转账", "10-13 | 乙 | 45 | 银行转账", "10-13 | 丙 | 45 | 银行转账"),
        银行流水=lines("10-14 | 45", "10-15 | 45"),
    )
    assert month.matches == ["2 = 捐款!2 (exact)", "3 = 捐款!3 (exact)"]


DEPOSITED = gifts("10-12 | 甲 | 8 | 现金 | | | | JC1", "10-13 | 乙 | 12 | 现金 | | | | JC1")


def test_a_deposit_is_one_item_at_its_own_row() -> None:
    month = bank_month(
        捐款=DEPOSITED,
        现金存取="日期 | 类型 | 单号 | 金额\n2026-10-14 | 缴存 | JC1 | 20",
        银行流水=lines("10-20 | 20"),
    )
    assert month.matches == ["2 = 现金存取!2 (exact)"]


def test_a_deposit_without_a_row_is_the_gifts_of_its_number_dated_as_the_last() -> None:
    month = bank_month(捐款=DEPOSITED, 银行流水=lines("10-20 | 20"))
    assert month.matches == ["2 = 捐款!2 捐款!3 (exact)"]
    alone = bank_month(捐款=DEPOSITED, 银行流水=lines("10-21 | 20"))
    assert alone.open == {"银收": ["银行流水!2 20.00"], "账收": ["捐款!2 20.00"]}


def test_a_withdrawal_is_money_out() -> None:
    month = bank_month(
        现金存取="日期 | 类型 | 单号 | 金额\n2026-10-14 | 提取 | TQ1 | 500", 银行流水=lines("10-15 | -500")
    )
    assert month.matches == ["2 = 现金存取!2 (exact)"]


REFERENCES = [
    ("付 PZ07 奖学金", "", True),  # a token of its own
    ("付PZ07", "", True),  # Chinese signs end a token
    ("", "PZ07", True),  # in 流水号
    ("付 ｐｚ０７", "", True),  # full width, small letters
    ("付(PZ07)", "", True),
    ("付 PZ07/ZC9", "", True),  # joined with something else
    ("付 PZ070", "", False),  # part of a longer token
    ("付 XPZ07", "", False),
]


@pytest.mark.parametrize(("text", "serial", "named"), REFERENCES)
def test_a_number_is_a_reference_as_a_whole_token(text: str, serial: str, named: bool) -> None:  # noqa: FBT001
    # Forty days apart: nothing but the reference can match them.
    month = bank_month(
        支出=payments("09-10 | 丁 | 300 | 银行转账 | PZ07"), 银行流水=lines(f"10-20 | -300 | {text} | | {serial}")
    )
    assert month.matches == (["2 = 支出!2 (reference)"] if named else [])


def test_the_parts_of_a_date_a_time_or_a_decimal_are_no_numbers() -> None:
    month = bank_month(
        支出=payments("09-10 | 丁 | 300 | 银行转账 | 10", "09-10 | 戊 | 300 | 银行转账 | 5"),
        银行流水=lines("10-20 | -300 | 2026-10-20 14:10 付 3.5 2026/5/10"),
    )
    assert month.matches == []
    assert month.told == []


def test_a_number_behind_latin_letters_and_a_sign_is_a_token() -> None:
    for text in ("No.0012", "NO:0012", "EB2026-0012"):
        month = bank_month(
            支出=payments("09-10 | 丁 | 300 | 银行转账 | 0012"), 银行流水=lines(f"10-20 | -300 | {text}")
        )
        assert month.matches == ["2 = 支出!2 (reference)"]


@pytest.mark.parametrize("number", ["记12", "PZ-07", "2026/15", "收字第0012号"])
def test_numbers_may_hold_other_signs(number: str) -> None:
    month = bank_month(
        支出=payments(f"09-10 | 丁 | 300 | 银行转账 | {number}", "09-10 | 戊 | 300 | 银行转账 | 07"),
        银行流水=lines(f"10-20 | -300 | 付款 {number}"),
    )
    assert month.matches == ["2 = 支出!2 (reference)"]


def test_of_two_numbers_with_one_latin_part_the_one_that_stands_there_is_meant() -> None:
    month = bank_month(
        支出=payments("09-10 | 丁 | 300 | 银行转账 | 记12", "09-10 | 戊 | 300 | 银行转账 | 付12"),
        银行流水=lines("10-20 | -300 | 付12"),
    )
    assert month.matches == ["2 = 支出!3 (reference)"]


def test_the_sum_of_all_rows_named_counts() -> None:
    month = bank_month(
        捐款=gifts("09-03 | 甲 | 30 | 银行转账 | R1", "09-04 | 乙 | 20 | 微信 | R2", "10-20 | 丙 | 50 | 银行转账 | R3"),
        银行流水=lines("10-20 | 50 | 收据R1、R2"),
    )
    assert month.matches == ["2 = 捐款!2 捐款!3 (reference)"]


def test_a_deposit_is_named_by_its_number() -> None:
    month = bank_month(捐款=DEPOSITED, 银行流水=lines("10-29 | 20 | 现金存入 JC1"))
    assert month.matches == ["2 = 捐款!2 捐款!3 (reference)"]


def test_a_reference_goes_before_a_nearer_row() -> None:
    month = bank_month(
        捐款=gifts("09-03 | 甲 | 50 | 银行转账 | R1", "10-20 | 乙 | 50 | 银行转账 | R2"),
        银行流水=lines("10-20 | 50 | R1"),
    )
    assert month.matches == ["2 = 捐款!2 (reference)"]


SEVERAL = [
    (("09-09", "10-20"), 1),  # 42 and 1 days: the one within 31 days
    (("09-20", "10-20"), 1),  # 31 and 1 days: both are near, so it is no reference; the nearest by amount
    (("09-01", "09-02"), None),  # neither is near
]


@pytest.mark.parametrize(("days", "taken"), SEVERAL)
def test_a_number_that_names_several_rows_takes_the_one_within_31_days(
    days: tuple[str, str], taken: int | None
) -> None:
    month = bank_month(
        支出=payments(*(f"{day} | 丁 | 300 | 银行转账 | PZ07" for day in days)),
        银行流水=lines("10-21 | -300 | 付 PZ07"),
    )
    rule = "reference" if days[0] == "09-09" else "exact"
    assert month.matches == ([] if taken is None else [f"2 = 支出!{taken + 2} ({rule})"])


def test_a_number_with_another_sum_is_a_warning_at_the_line_and_all_go_on() -> None:
    month = bank_month(
        捐款=gifts("10-20 | 甲 | 40 | 银行转账 | R1", "10-21 | 乙 | 50 | 银行转账 | R2"),
        银行流水=lines("10-20 | 50 | R1", "10-22 | 40"),
    )
    assert month.told == ["reference_sum_differs 银行流水!B2"]
    assert month.findings[0].severity == "warning"
    assert month.matches == ["2 = 捐款!3 (exact)", "3 = 捐款!2 (exact)"]


def test_a_number_of_the_other_direction_is_another_sum() -> None:
    month = bank_month(支出=payments("10-20 | 丁 | 50 | 银行转账 | PZ1"), 银行流水=lines("10-20 | 50 | PZ1"))
    assert month.told == ["reference_sum_differs 银行流水!B2"]
    assert month.matches == []


def test_a_row_named_twice_matches_the_first_line() -> None:
    month = bank_month(
        支出=payments("09-10 | 丁 | 50 | 银行转账 | PZ1"), 银行流水=lines("10-20 | -50 | PZ1", "10-21 | -50 | PZ1")
    )
    assert month.matches == ["2 = 支出!2 (reference)"]
    assert month.told == []


def test_a_row_named_by_two_of_its_numbers_counts_once() -> None:
    month = bank_month(
        捐款=gifts("09-03 | 甲 | 50 | 银行转账 | R1 | | | B1"), 银行流水=lines("10-20 | 50 | 收据R1 批次B1")
    )
    assert month.matches == ["2 = 捐款!2 (reference)"]
