"""What headers leave open the balances prove, or the export is refused at its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.statement.exports import SETTINGS, found, moved, read_exports, texts

if TYPE_CHECKING:
    from pathlib import Path

NO_OPENING = SETTINGS.replace("期初银行余额,20000", "期初银行余额,")


def test_a_break_of_a_plain_chain_is_left_to_others(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-08,1000,,21000
        2026-10-08,,10,20999
        2026-10-09,5,,20995
    """
    reading = read_exports(tmp_path, export)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00", "5.00"], [])


def test_a_break_of_a_newest_first_chain_leaves_the_order(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-09,5,,20995
        2026-10-08,,10,20999
        2026-10-08,1000,,21000
    """
    reading = read_exports(tmp_path, export)
    assert [amount for _, amount, _ in moved(reading)] == ["1000.00", "-10.00", "5.00"]


def test_lines_of_a_day_may_run_backward_in_a_file_by_date(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-07,100,,20100
        2026-10-08,,10,21090
        2026-10-08,1000,,21100
        2026-10-09,5,,21095
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == [
        "100.00",
        "1000.00",
        "-10.00",
        "5.00",
    ]


def test_lines_of_a_day_may_be_settled_by_their_time(tmp_path: Path) -> None:
    export = """
        交易时间,收入,支出,余额
        2026-10-08 11:00:00,,10,21090
        2026-10-08 09:00:00,100,,20100
        2026-10-08 10:00:00,1000,,21100
        2026-10-09 09:00:00,5,,21095
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == [
        "100.00",
        "1000.00",
        "-10.00",
        "5.00",
    ]


IN_AND_OUT_AGAIN = """
    日期,收入,支出,余额
    2026-10-08,50,,20050
    2026-10-08,,50,20000
"""


def test_of_two_orders_that_hold_the_opening_balance_decides(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, IN_AND_OUT_AGAIN)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["50.00", "-50.00"], [])


def test_of_two_orders_that_hold_none_is_chosen(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, IN_AND_OUT_AGAIN, NO_OPENING)
    assert (moved(reading), found(reading)) == ([], [("statement_direction_open", "1")])


def test_a_day_whose_lines_hold_in_no_order_is_refused(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, IN_AND_OUT_AGAIN.replace("20050", "20051"))
    assert (moved(reading), found(reading)) == ([], [("statement_direction_unproven", "1")])


DIGITS = """
    日期,金额,借贷标志,余额
    2026-10-08,1000,{first},21000
    2026-10-09,10,{second},20990
    2026-10-10,5,{first},20995
"""


@pytest.mark.parametrize(("first", "second"), [("1", "2"), ("2", "1"), ("0", "1"), ("1", "0")])
def test_digits_as_flags_mean_what_the_balances_prove(tmp_path: Path, first: str, second: str) -> None:
    reading = read_exports(tmp_path, DIGITS.format(first=first, second=second))
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00", "5.00"], [])


def test_digits_as_flags_prove_nothing_over_a_broken_chain(tmp_path: Path) -> None:
    broken = DIGITS.format(first="1", second="2").replace("20990", "20989")
    reading = read_exports(tmp_path, broken)
    assert (moved(reading), found(reading)) == ([], [("statement_direction_unproven", "1")])


ONE_LINE = """
    日期,金额,借贷标志,余额
    2026-10-08,1000,1,21000
"""


def test_one_line_with_a_digit_is_settled_by_the_opening_balance(tmp_path: Path) -> None:
    assert moved(read_exports(tmp_path, ONE_LINE)) == [("2026-10-08", "1000.00", "21000.00")]


def test_one_line_with_a_digit_is_refused_without_it(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, ONE_LINE, NO_OPENING)
    assert (moved(reading), found(reading)) == ([], [("statement_direction_open", "1")])


def test_exports_of_one_form_are_read_alike(tmp_path: Path) -> None:
    later = ONE_LINE.replace("2026-10-08,1000,1,21000", "2026-11-01,5,1,21000")
    reading = read_exports(tmp_path, {"10.csv": DIGITS.format(first="1", second="2"), "11.csv": later}, NO_OPENING)
    assert [amount for _, amount, _ in moved(reading)] == ["1000.00", "-10.00", "5.00", "5.00"]


def test_columns_of_ledger_words_alone_may_be_the_other_way_round(tmp_path: Path) -> None:
    export = """
        日期,借方金额,贷方金额,余额
        2026-10-08,1000,,21000
        2026-10-09,,10,20990
        2026-10-10,5,,20995
    """
    reading = read_exports(tmp_path, export)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00", "5.00"], [])


@pytest.mark.parametrize(
    "header", ["借方金额（收）,贷方金额（支）", "收入（贷）,支出（借）", "记账金额(收入),记账金额(支出)"]
)
def test_a_word_settles_in_and_out_whatever_the_balances(tmp_path: Path, header: str) -> None:
    if header.startswith("收入（"):
        header = "贷方(收入),借方(支出)"
    export = f"日期,{header},余额\n2026-10-08,1000,,500\n2026-10-09,,10,600\n"
    reading = read_exports(tmp_path, export)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00"], [])


def test_one_line_of_ledger_words_is_read_as_usual(tmp_path: Path) -> None:
    export = "日期,借方金额,贷方金额,余额\n2026-10-08,,1000,21000\n"
    assert moved(read_exports(tmp_path, export, NO_OPENING)) == [("2026-10-08", "1000.00", "21000.00")]


def test_a_minus_before_what_was_paid_is_its_own(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-08,1000,,21000
        2026-10-09,,-10,20990
        2026-10-10,,-5,20985
        合计,1000,15,
    """
    reading = read_exports(tmp_path, export)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00", "-5.00"], [])


def test_a_minus_beside_plain_payments_takes_one_back(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-08,,10,19990
        2026-10-09,,-10,20000
        2026-10-10,,5,19995
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == ["-10.00", "10.00", "-5.00"]


def test_a_minus_is_read_as_the_balance_agrees(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-08,,10,19990
        2026-10-09,,-10,19980
        2026-10-10,,5,19975
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == ["-10.00", "-10.00", "-5.00"]


def test_a_flag_and_a_minus_are_one_minus(tmp_path: Path) -> None:
    export = """
        日期,金额,借贷标志,余额
        2026-10-08,1000,来账,21000
        2026-10-09,-10,往账,20990
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == ["1000.00", "-10.00"]


NEUTRAL = """
    日期,金额,收/支,余额,流水号
    2026-10-08,1000,收入,21000,A
    2026-10-09,10,{flag},{balance},B
    2026-10-10,5,支出,{last},C
"""


@pytest.mark.parametrize("flag", ["/", "不计收支", "中性", ""])
@pytest.mark.parametrize(
    ("balances", "amounts", "codes"),
    [
        (("20990", "20985"), ["1000.00", "-10.00", "-5.00"], []),
        (("21010", "21005"), ["1000.00", "10.00", "-5.00"], []),
        (("21000", "20995"), ["1000.00", "-5.00"], []),
        (("20999", "20994"), ["1000.00", "-5.00"], [("statement_flag_unclear", "C3")]),
    ],
)
def test_a_flag_that_says_neither_is_settled_by_the_balance(
    tmp_path: Path, flag: str, balances: tuple[str, str], amounts: list[str], codes: list[tuple[str, str]]
) -> None:
    reading = read_exports(tmp_path, NEUTRAL.format(flag=flag, balance=balances[0], last=balances[1]))
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (amounts, codes)


def test_a_kind_of_transaction_is_no_flag_unless_it_says_so(tmp_path: Path) -> None:
    export = """
        日期,交易类型,金额,余额
        2026-10-08,转账,1000,21000
        2026-10-09,费用,-10,20990
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == ["1000.00", "-10.00"]


def test_a_batch_with_one_balance_is_checked_once(tmp_path: Path) -> None:
    export = """
        日期,摘要,金额,借贷标志,余额
        2026-10-08,捐款,1000,1,21000
        2026-10-09,代发补助,10,2,20970
        2026-10-09,代发补助,20,2,20970
        2026-10-10,捐款,5,1,20975
    """
    assert [amount for _, amount, _ in moved(read_exports(tmp_path, export))] == [
        "1000.00",
        "-10.00",
        "-20.00",
        "5.00",
    ]


def test_equal_balances_of_other_lines_are_no_batch(tmp_path: Path) -> None:
    export = """
        日期,摘要,金额,借贷标志,余额
        2026-10-08,捐款,1000,1,21000
        2026-10-09,补助,10,2,20970
        2026-10-09,补助,20,2,20970
    """
    assert found(read_exports(tmp_path, export)) == [("statement_direction_unproven", "1")]


def test_payer_or_payee_is_named_by_the_direction(tmp_path: Path) -> None:
    export = """
        交易日期,收入金额,支出金额,余额,付款人名称,收款人名称
        2026-10-08,1000,,21000,李明,青石中学
        2026-10-09,,10,20990,青石中学,石安
    """
    assert texts(read_exports(tmp_path, export), "counterparty") == ["李明", "石安"]


def test_a_minus_on_everything_paid_is_read_so_over_a_broken_chain(tmp_path: Path) -> None:
    export = """
        日期,收入,支出,余额
        2026-10-08,1000,,21000
        2026-10-09,,-10,20999
        2026-10-10,,-5,20985
    """
    reading = read_exports(tmp_path, export)
    assert ([amount for _, amount, _ in moved(reading)], found(reading)) == (["1000.00", "-10.00", "-5.00"], [])


def test_more_than_two_digits_tell_nothing_by_themselves(tmp_path: Path) -> None:
    export = """
        日期,金额,借贷标志,余额
        2026-10-08,1000,1,21000
        2026-10-09,10,2,20990
        2026-10-10,5,3,20994
    """
    reading = read_exports(tmp_path, export)
    assert [amount for _, amount, _ in moved(reading)] == ["-10.00"]
    assert found(reading) == [("statement_flag_unclear", "C2"), ("statement_flag_unclear", "C4")]


def test_each_export_may_have_an_order_of_its_own(tmp_path: Path) -> None:
    header = "日期,收入,支出,余额"
    rows = ["2026-10-08,1000,,21000", "2026-10-08,,10,20990", "2026-10-09,5,,20995"]
    later = ["2026-11-08,1000,,21995", "2026-11-08,,10,21985", "2026-11-09,5,,21999"]
    reading = read_exports(
        tmp_path, {"10.csv": "\n".join([header, *rows]), "11.csv": "\n".join([header, *reversed(later)])}
    )
    assert [amount for _, amount, _ in moved(reading)] == ["1000.00", "-10.00", "5.00"] * 2
