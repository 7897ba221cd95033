"""Which rows are lines, what their cells hold, and what an export states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.statement.exports import found, moved, read_exports, texts

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "日期,摘要,收入,支出,余额,对方户名,流水号\n"
LINES = "2026-10-08,捐款,1000,,21000,李明,A1\n2026-10-09,手续费,,10,20990,,A2\n"
OURS = [("2026-10-08", "1000.00", "21000.00"), ("2026-10-09", "-10.00", "20990.00")]


@pytest.mark.parametrize(
    "row",
    [
        "合计,,1000,10,,,",
        ",合 计,1000,10,,,",
        "人民币合计,,1000,10,,,",
        "合计金额,,1000,10,,,",
        "本页合计,,1000,10,,,",
        "本页小计,,1000,10,,,",
        "本期合计,,1000,10,,,",
        "收入合计,,1000,,,,",
        "承前页,,1000,10,,,",
        "承前页余额,,,,20990,,",
        "过次页,,1000,10,20990,,",
        "接下页,,,,,,",
        "转下页,,,,,,",
        "期末余额,,,,20990,,",
        "期初余额,,,,20000,,",
        "上期结余,,,,20000,,",
        "上年结余,,,,20000,,",
        "借方合计笔数,1,,,,,",
        "贷方合计笔数,1,,,,,",
        "总笔数,2,,,,,",
        "1,收,1000.00,,,,",
        "1 收 1000.00,,,,,,",
        "#备注,,,,,,",
        "共2笔,,,,,,",
        "第 1 页,,,,,,",
        "打印时间 2026-11-01,,,,,,",
        "打印时间,2026-11-01,,,,,",
        "以上数据仅供参考|如有疑问,,,,,,",
        "以下空白,,,,,,",
        "----------------,,,,,,",
        " ,,,,,,",
        ",,1000,10,,,",
        "2026-10-31,期末余额,,,20990,,",
        "2026-10-31,本月合计,1000,10,20990,,",
    ],
)
def test_what_is_no_line_is_passed_over(tmp_path: Path, row: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + row + "\n")
    assert (moved(reading), found(reading)) == (OURS, [])


@pytest.mark.parametrize("row", ["2026-10-10,合计,,5,20985,,", "2026-10-10,合计,,5,20990,店,"])
def test_a_dated_total_that_moves_money_or_is_somebodys_is_a_line(tmp_path: Path, row: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + row + "\n")
    assert [amount for _, amount, _ in moved(reading)] == ["1000.00", "-10.00", "-5.00"]


@pytest.mark.parametrize("text", ["ETC 共计消费", "合计退款", "承前页补记", "第1页补记", "共3笔代发", "本期合计利息"])
def test_the_date_makes_a_line_whatever_its_text(tmp_path: Path, text: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + f"2026-10-10,{text},,5,20985,店,A3\n")
    assert (moved(reading)[2:], found(reading)) == ([("2026-10-10", "-5.00", "20985.00")], [])


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ("合计,,1001,10,,,", "total_differs", "C4"),
        ("收入合计,,1001,,,,", "total_differs", "C4"),
        ("人民币合计,,1000,11,,,", "total_differs", "D4"),
        ("期末余额,,,,20991,,", "statement_balance_stated", "E4"),
        ("期初余额：20001.00,,,,,,", "statement_balance_stated", "A4"),
        ("承前页余额,,,,20991,,", "statement_balance_stated", "E4"),
        ("2026-10-31,期末余额,,,20991,,", "statement_balance_stated", "E4"),
        ("总笔数,3,,,,,", "statement_count_stated", "B4"),
        ("贷方笔数,2,,,,,", "statement_count_stated", "B4"),
        ("1,收,1000.01,,,,", "statement_sum_stated", "C4"),
        ("2,收,1000.00,,,,", "statement_count_stated", "C4"),
    ],
)
def test_what_is_stated_is_checked(tmp_path: Path, row: str, code: str, cell: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + row + "\n")
    assert (moved(reading), found(reading)) == (OURS, [(code, cell)])


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("期初余额：20000.00 期末余额：20990.00", []),
        ("期初余额,20000,期末余额,20990", []),
        ("期初余额：20000.01", [("statement_balance_stated", "A1")]),
        ("期末余额,20991", [("statement_balance_stated", "B1")]),
        ("收入总金额,1000.00", []),
        ("收入总金额,1001.00", [("statement_sum_stated", "B1")]),
        ("支出总额：11.00元", [("statement_sum_stated", "A1")]),
        ("借方笔数,2", [("statement_count_stated", "B1")]),
        ("开户行：青石支行 账号：6222000011112222", []),
        ("期末余额日期,2026-10-31", []),
    ],
)
def test_what_stands_above_the_header_is_checked(tmp_path: Path, row: str, problems: list[tuple[str, str]]) -> None:
    reading = read_exports(tmp_path, row + "\n" + HEADER + LINES)
    assert (moved(reading), found(reading)) == (OURS, problems)


@pytest.mark.parametrize(
    ("old", "new", "code", "cell"),
    [
        ("1000,,21000", "1000,5,21000", "statement_both_sides", "D2"),
        ("1000,,21000", ",,21000", "statement_no_amount", "2"),
        ("1000,,21000", "0,,21000", "statement_zero", "2"),
        ("1000,,21000", "-,0.00,21000", "statement_zero", "2"),
        ("1000,,21000", "1000,,", "cell_blank", "E2"),
        ("1000,,21000", "个税,,21000", "amount_unreadable", "C2"),
        ("1000,,21000", "0.1万元,,21000", "amount_wan", "C2"),
        ("2026-10-08", "10月8日", "date_without_year", "A2"),
        ("2026-10-08", "2026-02-30", "date_impossible", "A2"),
    ],
)
def test_a_line_at_fault_is_taken_out_alone(tmp_path: Path, old: str, new: str, code: str, cell: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES.replace(old, new, 1))
    assert (moved(reading), found(reading)) == (OURS[1:], [(code, cell)])


def test_a_line_of_one_column_without_an_amount_is_told_at_its_cell(tmp_path: Path) -> None:
    export = "日期,金额,余额\n2026-10-08,,21000\n2026-10-09,0,21000\n2026-10-10,-5,20995\n"
    assert found(read_exports(tmp_path, export)) == [("statement_no_amount", "B2"), ("statement_zero", "B3")]


@pytest.mark.parametrize(
    "nothing", ["-", "--", "-----", "/", "（空）", "N/A", "0", "0.00", "\u3000", "\u00a0", "`", "'", '"="""""']
)
def test_nothing_is_written_in_many_ways(tmp_path: Path, nothing: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES.replace("1000,,", f"1000,{nothing},"))
    assert (moved(reading), found(reading)) == (OURS, [])


@pytest.mark.parametrize(
    "amount",
    ["1000.00", '"+1,000.00"', "¥1000.00", "CNY 1000.00", "`1000", "'1000", '"=""1000"""', "1000\t", "\u30001000"],
)
def test_money_is_written_in_many_ways(tmp_path: Path, amount: str) -> None:
    reading = read_exports(tmp_path, HEADER + LINES.replace("1000,,", f"{amount},,"))
    assert (moved(reading), found(reading)) == (OURS, [])


@pytest.mark.parametrize(
    "date",
    [
        "20261008",
        "20261008 15:24:03",
        "2026/10/08  14:06:51",
        "2026年10月08日",
        "2026-10-08 09:10",
        '"=""20261008"""',
        "`2026-10-08 09:10:11",
    ],
)
def test_a_date_with_a_time_is_its_day(tmp_path: Path, date: str) -> None:
    assert moved(read_exports(tmp_path, HEADER + LINES.replace("2026-10-08", date))) == OURS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("记账日期", "交易日期"),
        ("交易日期", "入账日期"),
        ("入账日期", "交易时间"),
        ("交易时间", "提交时间"),
    ],
)
def test_of_several_dates_the_booked_one_wins(tmp_path: Path, first: str, second: str) -> None:
    for header, row in ((f"{first},{second}", "2026-10-08,2026-10-07"), (f"{second},{first}", "2026-10-07,2026-10-08")):
        reading = read_exports(tmp_path, f"{header},金额,余额\n{row},1000,21000\n")
        assert moved(reading) == OURS[:1]


@pytest.mark.parametrize("time", ["123456", "14:06", "14:06:51"])
def test_a_column_of_times_is_never_the_date(tmp_path: Path, time: str) -> None:
    reading = read_exports(tmp_path, f"记账时间,交易时间,金额,余额\n{time},2026-10-08 09:10:11,1000,21000\n")
    assert moved(reading) == OURS[:1]


def test_all_texts_of_a_line_are_joined_in_order(tmp_path: Path) -> None:
    export = "日期,附言,交易名称,金额,余额,用途,备注\n2026-10-08,捐款,转账,1000,21000,SJ-001,捐款\n"
    assert texts(read_exports(tmp_path, export), "summary") == ["捐款 转账 SJ-001"]


def test_of_two_pairs_of_amounts_the_booked_one_counts(tmp_path: Path) -> None:
    export = (
        "日期,交易金额(收入),交易金额(支出),记账金额(收入),记账金额(支出),余额\n"
        "2026-10-08,150,,1000,,21000\n2026-10-09,,2,,10,20990\n"
    )
    assert moved(read_exports(tmp_path, export)) == OURS


def test_the_header_may_stand_far_down_and_come_again(tmp_path: Path) -> None:
    first, second = LINES.splitlines()
    export = "账户,青石\n日期,2026-10-31,余额,20990\n" + "\n" * 24 + f"{HEADER}{first}\n第1页\n{HEADER}{second}\n"
    reading = read_exports(tmp_path, export)
    assert (moved(reading), found(reading)) == (OURS, [])


def test_a_header_of_two_rows_is_one(tmp_path: Path) -> None:
    export = "日期,摘要,发生额,,余额\n,,借方,贷方,\n2026-10-08,捐款,,1000,21000\n2026-10-09,费,10,,20990\n"
    assert moved(read_exports(tmp_path, export)) == OURS


def test_a_serial_number_may_be_a_voucher_s(tmp_path: Path) -> None:
    export = "日期,凭证号,金额,余额\n2026-10-08,001\t,1000,21000\n"
    assert texts(read_exports(tmp_path, export), "serial") == ["001"]


def test_short_rows_lack_nothing(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, HEADER + "2026-10-08,捐款,1000,,21000\n2026-10-09,手续费,,10,20990\n")
    assert (moved(reading), found(reading)) == (OURS, [])


def test_a_line_that_moves_money_is_never_void(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + "2026-10-10,作废支票退票费,,5,20985,,\n合计,,1000,15,,,\n")
    assert (moved(reading), found(reading)) == ([*OURS, ("2026-10-10", "-5.00", "20985.00")], [])


def test_a_voided_row_without_money_is_no_line(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, HEADER + LINES + "2026-10-10,支票作废,,,20990,,\n")
    assert (moved(reading), found(reading)) == (OURS, [])


def test_a_line_without_a_date_stays_a_line(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, HEADER + LINES.replace("2026-10-08", ""))
    assert reading.tables["statement"].frame["date"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    "header", ["日期,收入,支出,余额", "日期,金额,借贷标志,余额", "日期,金额,余额", "日期,借方,贷方,余额"]
)
def test_an_export_without_lines_is_nothing(tmp_path: Path, header: str) -> None:
    reading = read_exports(tmp_path, f"{header}\n合计,,,\n")
    assert (moved(reading), found(reading)) == ([], [])
