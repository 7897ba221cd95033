"""Rows below a header: records, totals, notes, signatures, voided rows and blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.folder import column, problems, read_sheets, rows

if TYPE_CHECKING:
    from pathlib import Path

GIFTS = "日期 | 捐款人 | 类别 | 金额 | 方式"
GIFT = "2026-10-01 | 李明 | 教师 | 50 | 现金"


def test_blank_rows_and_rows_of_blanks_are_passed_over(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n\n{GIFT}\n'   | '　 | | |\n{GIFT}\n\n\n{GIFT}")
    assert problems(reading) == []
    assert rows(reading, "donations") == [3, 5, 8]


def test_a_row_with_nothing_but_a_number_is_blank(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        序号 | {GIFTS} | 折合
        1 | {GIFT} | =E2*2
        2 | | | | | | =E3*2
        3 | | | | | | =E4*2
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]


@pytest.mark.parametrize(
    "line",
    [
        "制表人：周敏 | | 审核人： | | 负责人：",
        "批准： | 制表：",
        "注：1.本表按实际发生情况逐笔填写；2.金额以元为单位。",
        "备注：如有差错请告知。",
        "※ 本表一式两份",
        "（以下空白）",
        "第 1 页 | | 共 3 页",
        "打印时间：2026-10-31",
        "以上捐款均已存入专户，特此说明。",
        " | | | | 2026-10-31",
        "填表日期：2026年10月31日",
        "人民币大写：伍拾元整",
        "谢谢大家！",
        "财务负责人（签字）： | | | 单位（盖章）：",
    ],
)
def test_notes_and_signatures_below_are_no_records(tmp_path: Path, line: str) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n{GIFT}\n\n{line}")
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]


@pytest.mark.parametrize("day", ["2026年11月3日", "2026-11-03"])
def test_the_day_below_the_signatures_is_no_record(tmp_path: Path, day: str) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n{GIFT}\n单位负责人（签章）：\n{day}")
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]


def test_a_day_alone_is_a_half_filled_record_where_records_follow_or_nobody_signed(tmp_path: Path) -> None:
    for lines in (f"{GIFT}\n2026-11-03", f"注：补登\n2026-11-03\n{GIFT}"):
        reading = read_sheets(tmp_path, f"{GIFTS}\n{lines}")
        assert len(rows(reading, "donations")) == 2


def test_signatures_below_a_small_table_fill_all_its_columns(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        "小组 | 姓名 | 职务\n领导小组 | 赵校长 | 组长\n制表人：周敏 | 审核人：吴静 | 负责人：赵校长",
    )
    assert rows(reading, "group") == [2]


def test_a_record_with_a_blank_stays_a_record(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n{GIFT}\n | 王芳 | 教师 | 60 |\n2026-10-03 | | | |")
    assert rows(reading, "donations") == [2, 3, 4]
    assert str(column(reading, "donations", "date")[1]) == "None"


def test_merged_cells_are_filled_down_but_never_an_amount(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"{GIFTS} | 缴存单号\n{GIFT} | JC1\n | 王芳 | | | 现金 |\n | 张三 | 教师 | 60 | 现金 |",
        {"表": ["A2:A4", "C2:C3", "D2:D3", "F2:F4"]},
    )
    assert [str(day)[:10] for day in column(reading, "donations", "date")] == ["2026-10-01"] * 3
    assert column(reading, "donations", "source") == ["教师", "教师", "教师"]
    assert column(reading, "donations", "amount") == [5000, None, 6000]
    assert column(reading, "donations", "deposit") == ["JC1", "JC1", "JC1"]


def test_a_blank_below_a_filled_cell_is_not_filled_without_a_merge(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n{GIFT}\n | 王芳 | 教师 | 60 | 现金")
    assert column(reading, "donations", "date")[1] is None


def test_a_row_with_void_in_any_cell_is_no_record_and_its_blanks_are_no_errors(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS} | 收据号 | 备注
        {GIFT} | 1001 |
        | | | 待定 | | 1002 | 作 废
        2026-10-03 | 王芳（作废） | 教师 | 60 | 现金 | 1003 |
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]
    voided = reading.tables["donations"].voided
    assert voided["receipt"].tolist() == ["1002", "1003"]
    assert reading.tables["donations"].voided_place(1).cell == "4"


def test_hidden_sheets_hold_records_like_any_other(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"甲": f"{GIFTS}\n{GIFT}", "乙": f"{GIFTS}\n{GIFT}"}, hidden=["乙"])
    assert len(rows(reading, "donations")) == 2


def test_values_beside_the_table_are_a_warning_once(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS}\n{GIFT} | | 4200元\n{GIFT} | | 3.2")
    assert problems(reading) == [("value_beside", "G2")]
    assert reading.findings[0].severity == "warning"


def test_a_sheet_with_data_and_no_register_is_a_warning_that_shows_its_first_row(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {"名单": "\n\n2026-10-01 | 李明 | 微信 | 50\n2026-10-02 | 王芳 | 微信 | 60", "空": "", "说明": "请勿改动"},
    )
    assert problems(reading) == [("sheet_unknown", "2")]
    assert reading.findings[0].facts["found"] == "2026-10-01、李明、微信、50"
    assert [sheet.reason for sheet in reading.files[0].sheets] == ["sheet_unknown", "sheet_empty", "sheet_empty"]


def test_a_blank_row_of_a_big_table_and_its_notes_are_found_too(tmp_path: Path) -> None:
    many = "\n".join([GIFT] * 100)
    reading = read_sheets(
        tmp_path,
        f"{GIFTS} | 备注\n{many}\n\n{GIFT} | 作废\n合 计 | | | 5000 |\n制表：周敏\n{GIFT}\n注：金额以元为单位。",
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [*range(2, 102), 106]


def test_an_item_of_the_settings_may_end_in_a_colon(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        "项目 | 内容\n学校名称： | 示例中学\n监督电话： | 0571-00005566\n制表人：周敏 | 审核人：吴静",
    )
    assert column(reading, "settings", "content") == ["示例中学", "0571-00005566"]


@pytest.mark.parametrize("word", ["作废", "作 废", "此笔作\u200b废", "作\u3000废"])
def test_one_voided_row_of_many_is_found_however_its_word_is_spelt(tmp_path: Path, word: str) -> None:
    gifts = "\n".join([f"{GIFT} | 无"] * 70)
    reading = read_sheets(tmp_path, f"{GIFTS} | 备注\n{gifts}\n{GIFT} | {word}")
    assert problems(reading) == []
    assert rows(reading, "donations") == list(range(2, 72))


def test_words_that_merely_share_a_character_leave_a_long_table_alone(tmp_path: Path) -> None:
    gift = "2026-10-01 | 计转页 | 教师 | 50 | 现金"
    gifts = "\n".join([gift] * 70)
    reading = read_sheets(tmp_path, f"{GIFTS}\n{gifts}")
    assert rows(reading, "donations") == list(range(2, 72))
