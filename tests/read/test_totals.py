"""Stated totals are no records, and one that disagrees with the rows above it is an error at its own cell.

Rule: 小计 sums since the last 小计 or header, 合计 and 总计 the whole table, 累计, 承前页 and 过次页 from its first
row; voided rows do not count; words are compared without blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.folder import problems, read_sheets, rows

if TYPE_CHECKING:
    from pathlib import Path

GIFTS = "日期 | 捐款人 | 类别 | 金额 | 方式 | 备注"


def gift(amount: float | str, note: str = "") -> str:
    return f"2026-10-01 | 李明 | 教师 | {amount} | 现金 | {note}"


def total(word: str, amount: float | str) -> str:
    return f"{word} | | | {amount} | |"


def table(*lines: str) -> str:
    return "\n".join([GIFTS, *lines])


def test_right_totals_say_nothing(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        table(gift(50), gift(60), total("小计", 110), gift(5), total("小 计", 5), total("合    计：", "115.00元")),
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2, 3, 5]


@pytest.mark.parametrize(
    ("lines", "cell", "expected"),
    [
        ((gift(50), gift(60), total("合计", 100)), "D4", "110.00"),
        ((gift(50), total("小计", 50), gift(60), total("小计", 110)), "D5", "60.00"),
        ((gift(50), total("小计", 50), gift(60), total("总计", 60)), "D5", "110.00"),
        ((gift(50), total("累计", 50), gift(60), total("累计", 60)), "D5", "110.00"),
        ((gift(50), total("过次页", 50), GIFTS, total("承前页", 51), gift(60), total("过次页", 110)), "D5", "50.00"),
        ((gift(50), gift(70, "作废"), total("合计", 120)), "D4", "50.00"),
        ((gift(50), gift(-20, "冲正"), total("合计", 50)), "D4", "30.00"),
        ((gift(50), total("本月合计", 51)), "D3", "50.00"),
        ((gift(50), total("七年级小计", 51)), "D3", "50.00"),
        ((gift("５０元"), gift("壹佰元整"), total("合计", "￥151.00")), "D4", "150.00"),
    ],
)
def test_a_wrong_total_is_an_error_at_its_own_cell(
    tmp_path: Path, lines: tuple[str, ...], cell: str, expected: str
) -> None:
    reading = read_sheets(tmp_path, table(*lines))
    assert problems(reading) == [("total_differs", cell)]
    assert reading.findings[0].severity == "error"
    assert reading.findings[0].facts["expected"] == expected


def test_the_finding_names_expected_found_and_difference(tmp_path: Path) -> None:
    facts = read_sheets(tmp_path, table(gift(50), total("合计", 48.5))).findings[0].facts
    assert (facts["expected"], facts["found"], facts["difference"]) == ("50.00", "48.50", "-1.50")


def test_pages_carry_their_sums_forward(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        table(
            gift(50), total("过次页", 50), GIFTS, total("承前页", 50), gift(60), total("累计", 110), total("合计", 110)
        ),
    )
    assert problems(reading) == []


def test_a_new_table_of_the_sheet_begins_after_a_total_and_a_header(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, table(gift(50), total("合计", 50), "", GIFTS, gift(60), total("合计", 60)))
    assert problems(reading) == []


def test_sheets_of_months_may_carry_on(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "9月": table(gift(50), total("合计", 50)),
            "10月": table(total("承前页", 50), gift(60), total("本月合计", 60), total("本年累计", 110)),
        },
    )
    assert problems(reading) == []


def test_a_total_over_a_cell_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, table(gift("1.5万元"), gift(60), total("合计", 15060)))
    assert problems(reading) == [("amount_wan", "D2")]


def test_a_total_that_is_a_formula_without_a_stored_value_is_not_checked(tmp_path: Path) -> None:
    assert problems(read_sheets(tmp_path, table(gift(50), total("合计", "=SUM(D2:D2)")))) == []


def test_a_total_in_words_that_differs_from_its_figures(tmp_path: Path) -> None:
    right = table(gift(50), "合计 | 大写：伍拾元整 | | 50 | |")
    assert problems(read_sheets(tmp_path, right)) == []
    wrong = table(gift(50), "合计 | 大写：陆拾元整 | | 50 | |")
    assert problems(read_sheets(tmp_path, wrong)) == [("total_differs", "B3")]


@pytest.mark.parametrize("words", ["合计：{}", "合计（大写）：{}", "合计人民币（大写）：{}", "合计 | {}"])
@pytest.mark.parametrize("amount", ["伍拾元整", "50元", "￥50.00"])
def test_a_total_that_stands_in_words_alone_is_checked_at_its_cell(tmp_path: Path, words: str, amount: str) -> None:
    assert problems(read_sheets(tmp_path, table(gift(50), words.format(amount)))) == []
    wrong = read_sheets(tmp_path, table(gift(50), gift(1), words.format(amount)))
    assert problems(wrong) == [("total_differs", "B4" if "|" in words else "A4")]
    both = read_sheets(tmp_path, table(gift(50), "合计：51元 | | | 50 | |"))
    assert problems(both) == [("total_differs", "A3")]


@pytest.mark.parametrize(
    "note",
    [
        "合计：2笔",
        "合计：2",
        "合计 | 2人 | 50",
        "合计（元）：",
        "合计 | 其中现金：1元 | 1元 | 51 | |",
        "合计 | 其中现金：1元",
    ],
)
def test_a_count_beside_the_word_is_no_sum(tmp_path: Path, note: str) -> None:
    assert problems(read_sheets(tmp_path, table(gift(50), gift(1), note))) == []


@pytest.mark.parametrize(
    ("capitals", "found"),
    [("伍拾元整", []), ("", []), ("人民币伍拾圆正", []), ("伍拾壹元整", [("amount_capitals_differ", "F2")])],
)
def test_an_amount_in_words_beside_its_figures(tmp_path: Path, capitals: str, found: list[tuple[str, str]]) -> None:
    reading = read_sheets(
        tmp_path,
        f"日期 | 捐款人 | 类别 | 金额（小写） | 方式 | 金额（大写）\n2026-10-01 | 李明 | 教师 | 50 | 现金 | {capitals}",
    )
    assert problems(reading) == found
    assert reading.tables["donations"].frame["_ok"].tolist() == [not found]


def test_an_amount_in_words_is_told_with_the_figures_beside_it_or_in_its_cell(tmp_path: Path) -> None:
    header = "日期 | 捐款人 | 类别 | 金额 | 方式 | 大写"
    rows = (
        "2026-10-01 | 李明 | 教师 | 1250.5 | 现金 | 壹仟贰佰元整",
        "2026-10-01 | 王芳 | 教师 | 陆拾元整（50） | 现金 | ",
    )
    told = read_sheets(tmp_path, "\n".join([header, *rows])).findings
    assert {(each.facts["found"], each.facts["hint"]) for each in told} == {
        ("壹仟贰佰元整", "1250.50"),
        ("陆拾元整（50）", "50.00"),
    }
    assert all(f"小写 {each.facts['hint']} 元" in each.sentence for each in told)


def test_an_amount_in_words_beside_figures_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    header = "日期 | 捐款人 | 类别 | 金额 | 大写 | 方式"
    rows = ("2026-10-01 | 李明 | 教师 | 1万元 | 壹万元整 | 现金", "2026-10-01 | 王芳 | 教师 | | 伍拾元整 | 现金")
    assert problems(read_sheets(tmp_path, "\n".join([header, *rows]))) == [("amount_wan", "D2")]


def test_a_record_whose_text_holds_such_a_word_stays_a_record(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        table(
            "2026-10-01 | 合计商贸有限公司 | 企事业单位 | 50 | 现金 | ETC共计消费",
            "2026-10-02 | 小计 | 教师 | 5 | 现金 |",
        ),
    )
    assert rows(reading, "donations") == [2, 3]


def test_counts_are_summed_too(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        学期 | 班级 | 对象 | 摸底日期 | 应摸底人数 | 困难人数
        2026-2027学年第一学期 | 七年级(1)班 | 学生 | 2026-09-07 | 45 | 2
        2026-2027学年第一学期 | 七年级(2)班 | 学生 | 2026-09-07 | 44 | 1
        合计 | | | | 89 | 4
        """,
    )
    assert problems(reading) == [("total_differs", "F4")]


def test_marks_and_ranks_have_no_total(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        学期 | 学生 | 平均分 | 年级名次
        2026-2027学年第一学期 | 李明 | 80.5 | 3
        合计 | | 80.5 | 1
        """,
    )
    assert problems(reading) == []


def test_a_subtotal_within_merged_cells_is_still_a_subtotal(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        "日期 | 部门 | 捐款人 | 类别 | 金额 | 方式\n2026-10-01 | 语文组 | 李明 | 教师 | 50 | 现金\n | | 小计 | | 60 |",
        {"表": ["A2:A3", "B2:B3"]},
    )
    assert problems(reading) == [("total_differs", "E3")]


def test_quantities_need_not_be_whole(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        日期 | 方向 | 对方 | 物品 | 数量 | 单位
        2026-10-01 | 收 | 粮店 | 大米 | 0.1 | 吨
        2026-10-02 | 收 | 粮店 | 大米 | 0.2 | 吨
        合计 | | | | 0.3 |
        """,
    )
    assert problems(reading) == []
