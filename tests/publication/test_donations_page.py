from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.disclose.donations import donations_page, quantity_text
from tests.publication.school import month_of

if TYPE_CHECKING:
    from pipeline.disclose.model import DonationsPage


def lines(page: DonationsPage) -> list[tuple[str, str, str, str, int]]:
    return [
        (group.source, line.donor, line.department, line.channel, line.amount)
        for group in page.groups
        for line in group.lines
    ]


def page_of(gifts: str, **others: str) -> DonationsPage:
    return donations_page(month_of(捐款=gifts, **others))


def test_givers_stand_by_name_in_groups_by_date_then_register_order() -> None:
    page = page_of("""
        日期       | 捐款人       | 类别       | 部门   | 金额    | 方式
        2026-10-09 | 贺文洁       | 中层领导   | 政教处 | 90.00   | 银行转账
        2026-10-20 | 示例食品公司 | 企事业单位 |        | 2000.00 | 银行转账
        2026-10-08 | 卓远航       | 社会人士   |        | 150.00  | 现金
        2026-10-08 | 邬长庚       | 社会人士   |        | 80.00   | 微信
        2026-10-02 | 沙明远       | 社会人士   |        | 30.00   | 微信
    """)
    assert lines(page) == [
        ("中层领导", "贺文洁", "政教处", "银行转账", 9000),
        ("企事业单位", "示例食品公司", "", "银行转账", 200_000),
        ("社会人士", "沙明远", "", "微信", 3000),
        ("社会人士", "卓远航", "", "现金", 15_000),
        ("社会人士", "邬长庚", "", "微信", 8000),
    ]
    assert [line.number for group in page.groups for line in group.lines] == [1, 2, 3, 4, 5]
    assert [(group.source, group.subtotal) for group in page.groups] == [
        ("中层领导", 9000),
        ("企事业单位", 200_000),
        ("社会人士", 26_000),
    ]
    assert page.total == 235_000


def test_what_came_in_on_one_day_stands_in_register_order() -> None:
    givers, goods = [f"甲{number}" for number in range(30)], [f"物品{number}" for number in range(30)]
    page = page_of(
        "\n".join(
            [
                "日期 | 捐款人 | 类别 | 金额 | 方式",
                *(f"2026-10-02 | {name} | 社会人士 | 1.00 | 现金" for name in givers),
            ]
        ),
        物资="\n".join(["日期 | 方向 | 对方 | 物品", *(f"2026-10-02 | 收 | 示例书店 | {item}" for item in goods)]),
    )
    assert [line[1] for line in lines(page)] == givers
    assert [line.item for line in page.goods] == goods


def test_only_the_month_counts() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 金额 | 方式
        2026-09-30 | 卓远航 | 社会人士 | 1.00 | 现金
        2026-10-01 | 卓远航 | 社会人士 | 2.00 | 现金
        2026-10-31 | 卓远航 | 社会人士 | 4.00 | 现金
        2026-11-01 | 卓远航 | 社会人士 | 8.00 | 现金
    """)
    assert [line[-1] for line in lines(page)] == [200, 400]


def test_givers_without_a_name_stand_last_by_amount_and_without_department() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 部门   | 金额   | 方式 | 公开
        2026-10-02 | 史一鸣 | 党员     | 语文组 | 20.00  | 现金 | 匿名
        2026-10-03 | 陆承宇 | 党员     | 校长室 | 60.00  | 现金 | 匿名
        2026-10-04 | 贺文洁 | 党员     | 政教处 | 10.00  | 现金 | 实名
        2026-10-05 | 匿名   | 社会人士 |        | 10.00  | 现金 |
    """)
    assert lines(page) == [
        ("党员", "贺文洁", "政教处", "现金", 1000),
        ("党员", "爱心人士", "", "现金", 6000),
        ("党员", "爱心人士", "", "现金", 2000),
        ("社会人士", "爱心人士", "", "现金", 1000),
    ]
    assert page.by_right == {"贺文洁"}


def test_equal_gifts_without_a_name_stand_by_channel() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 金额  | 方式
        2026-10-02 | 匿名   | 社会人士 | 10.00 | 银行转账
        2026-10-03 | 匿名   | 社会人士 | 10.00 | 微信
        2026-10-04 | 匿名   | 社会人士 | 10.00 | 现金
    """)
    assert [line[3] for line in lines(page)] == sorted(["银行转账", "微信", "现金"])


def test_pupils_stand_as_one_line_a_class() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门        | 金额 | 方式
        2026-10-02 | 甲一   | 学生 | 七年级(1)班 | 1.00 | 现金
        2026-10-02 | 甲二   | 学生 | 七(1)班     | 2.00 | 现金
        2026-10-02 | 甲三   | 学生 | 七年级(1)班 | 4.00 | 现金
        2026-10-03 | 甲三   | 学生 | 七年级(1)班 | 8.00 | 现金
        2026-10-03 | 乙一   | 学生 | 七年级(2)班 | 5.00 | 现金
        2026-10-03 | 丙一   | 学生 | 八年级(1)班 | 6.00 | 现金
        2026-10-03 | 张砚   | 学生 |             | 7.00 | 现金
    """)
    assert lines(page) == [
        ("学生", "学生", "七年级(1)班", "现金", 1500),
        ("学生", "学生", "其他班级", "现金", 1800),
    ]
    assert [(line.number, line.gifts) for line in page.groups[0].lines] == [(1, 4), (2, 3)]
    assert not page.by_right


def test_pupils_who_gave_by_several_channels_stand_under_none() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门        | 金额 | 方式
        2026-10-02 | 甲一   | 学生 | 七年级(1)班 | 1.00 | 现金
        2026-10-02 | 甲二   | 学生 | 七年级(1)班 | 2.00 | 微信
    """)
    assert lines(page) == [("学生", "学生", "各班合计", "", 300)]


def test_the_class_of_a_pupil_is_that_of_the_row_or_else_of_the_register() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门        | 金额 | 方式
        2026-10-02 | 甲一   | 学生 | 八年级(2)班 | 1.00 | 现金
        2026-10-02 | 张砚   | 学生 |             | 2.00 | 现金
        2026-10-02 | 张霁   | 学生 | 学生会      | 4.00 | 现金
    """)
    assert lines(page) == [("学生", "学生", "八年级(2)班", "现金", 700)]


def test_pupils_of_no_known_class_stand_together_however_many() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门   | 金额 | 方式
        2026-10-02 | 甲一   | 学生 |        | 1.00 | 现金
        2026-10-02 | 甲二   | 学生 | 学生会 | 2.00 | 现金
        2026-10-02 | 甲三   | 学生 |        | 4.00 | 现金
        2026-10-02 | 甲四   | 学生 | 学生会 | 8.00 | 现金
        2026-10-02 | 甲五   | 学生 |        | 1.00 | 现金
        2026-10-02 | 甲六   | 学生 | 学生会 | 2.00 | 现金
    """)
    assert lines(page) == [("学生", "学生", "各班合计", "现金", 1800)]


def test_namesakes_of_two_classes_are_two_givers() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门        | 金额 | 方式
        2026-10-02 | 李漾   | 学生 | 七年级(1)班 | 1.00 | 现金
        2026-10-02 | 李漾   | 学生 | 九年级(1)班 | 2.00 | 现金
        2026-10-02 | 甲一   | 学生 | 九年级(2)班 | 4.00 | 现金
    """)
    assert [line.gifts for line in page.groups[0].lines] == [3]


def test_a_gift_of_one_or_two_pupils_shows_neither_class_nor_number() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门        | 金额 | 方式
        2026-10-02 | 甲一   | 学生 | 七年级(1)班 | 1.00 | 现金
        2026-10-02 | 乙一   | 学生 | 七年级(2)班 | 2.00 | 现金
    """)
    assert lines(page) == [("学生", "学生", "各班合计", "现金", 300)]
    assert page.groups[0].lines[0].gifts is None


def test_a_correction_within_the_month_takes_its_gift_away_with_it() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 金额    | 方式 | 备注
        2026-10-02 | 卓远航 | 社会人士 | 500.00  | 微信 |
        2026-10-03 | 卓远航 | 社会人士 | -500.00 | 微信 | 冲正
        2026-10-03 | 卓远航 | 社会人士 | 50.00   | 微信 |
    """)
    assert lines(page) == [("社会人士", "卓远航", "", "微信", 5000)]


def test_a_correction_of_an_earlier_month_stands_with_its_sign() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 金额    | 方式 | 备注
        2026-09-28 | 卓远航 | 社会人士 | 500.00  | 微信 |
        2026-10-03 | 卓远航 | 社会人士 | -500.00 | 微信 | 冲正 9月28日误登
    """)
    assert lines(page) == [("社会人士", "卓远航", "", "微信", -50_000)]
    assert page.groups[0].lines[0].corrects
    assert page.total == -50_000


def test_what_nobody_gave_is_told_apart_and_the_sums_tie() -> None:
    page = page_of("""
        日期       | 捐款人   | 类别     | 金额   | 方式
        2026-10-02 | 基地     | 勤工俭学 | 100.00 | 银行转账
        2026-10-02 | 财务室   | 学校拨款 | 200.00 | 银行转账
        2026-10-02 | 某银行   | 利息     | 0.50   | 银行转账
        2026-10-02 | 卓远航   | 社会人士 | 10.00  | 微信
    """)
    assert [(each.name, each.amount) for each in page.other_income] == [
        ("勤工俭学", 10_000),
        ("学校拨款", 20_000),
        ("利息", 50),
    ]
    assert (page.total, page.income) == (1000, 31_050)
    assert page.by_right == {"卓远航"}


def test_one_who_bears_a_pupil_s_name_is_masked_unless_of_the_staff() -> None:
    page = page_of(
        """
        日期       | 捐款人 | 类别     | 金额  | 方式
        2026-10-02 | 张霁   | 社会人士 | 10.00 | 微信
        2026-10-02 | 张霁   | 教师     | 20.00 | 微信
        """,
        教职工="""
        姓名 | 部门   | 职务级别 | 党员
        张霁 | 语文组 | 教师     | 否
        """,
    )
    assert [line[1:3] for line in lines(page)] == [("张霁", "语文组"), ("张*", "")]


def test_the_department_is_that_of_the_row_or_else_of_the_register_of_staff() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别 | 部门   | 金额  | 方式
        2026-10-09 | 史一鸣 | 党员 |        | 10.00 | 微信
        2026-10-02 | 陆承宇 | 党员 |        | 20.00 | 微信
        2026-10-03 | 贺文洁 | 党员 | 总务处 | 30.00 | 微信
        2026-10-04 | 邬长庚 | 党员 |        | 40.00 | 微信
    """)
    assert [line[1:3] for line in lines(page)] == [
        ("陆承宇", "校长室"),
        ("贺文洁", "总务处"),
        ("邬长庚", ""),
        ("史一鸣", "语文组"),
    ]


def test_an_outsider_s_department_is_not_shown() -> None:
    page = page_of("""
        日期       | 捐款人 | 类别     | 部门            | 金额  | 方式
        2026-10-02 | 卓远航 | 社会人士 | 七年级(1)班家长 | 10.00 | 微信
    """)
    assert lines(page) == [("社会人士", "卓远航", "", "微信", 1000)]


def test_goods_stand_in_a_table_of_their_own() -> None:
    page = page_of(
        """
        日期       | 捐款人 | 类别     | 金额  | 方式 | 公开
        2026-09-02 | 尹若谷 | 社会人士 | 10.00 | 微信 | 匿名
        """,
        物资="""
        日期       | 方向 | 对方     | 物品   | 数量 | 单位 | 折价    | 备注
        2026-10-08 | 收   | 示例书店 | 词典   | 30   | 本   | 1500.00 |
        2026-10-09 | 收   | 尹若谷   | 大米   | 12.5 | 公斤 |         |
        2026-10-10 | 收   | 王五     | 棉被   | 2    | 床   |         | 要求匿名
        2026-10-11 | 收   | 李漾     | 旧书   | 3    | 本   |         |
        2026-10-11 | 收   | 张砚、李漾 | 旧书 | 2    | 本   |         |
        2026-09-11 | 收   | 示例书店 | 词典   | 1    | 本   |         |
        2026-10-12 | 发   | 李漾     | 词典   | 1    | 本   |         |
        """,
    )
    assert [(line.number, line.group) for line in page.goods] == [(number, "") for number in range(1, 6)]
    assert [(line.person, line.item, line.quantity, line.value) for line in page.goods] == [
        ("示例书店", "词典", "30本", 150_000),
        ("爱心人士", "大米", "12.5公斤", None),
        ("爱心人士", "棉被", "2床", None),
        ("学生", "旧书", "3本", None),
        ("学生", "旧书", "2本", None),
    ]


@pytest.mark.parametrize(
    ("quantity", "text"),
    [(3.0, "3个"), (2.5, "2.5个"), (0.1 + 0.2, "0.3个"), (1 / 3, "0.333个"), (1_234_567.5, "1234567.5个")],
)
def test_a_quantity_has_no_more_than_three_decimals_and_no_zeros_behind(quantity: float, text: str) -> None:
    assert quantity_text(quantity, "个") == text


def test_rows_with_an_error_are_not_shown() -> None:
    outcome = month_of(
        捐款="""
        日期       | 捐款人 | 类别     | 金额  | 方式
        2026-10-02 | 卓远航 | 社会人士 | 10.00 | 微信
        2026-10-03 | 邬长庚 | 社会人士 | 20.00 | 微信
        """,
    )
    table = outcome.tables["donations"]
    tables = {**outcome.tables, "donations": table.without(table.frame.index[:1])}
    page = donations_page(replace(outcome, tables=tables))
    assert [line[1] for line in lines(page)] == ["邬长庚"]
