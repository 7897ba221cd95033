from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.disclose.aid import aid_page
from pipeline.settings import COUNTS_ONLY
from tests.publication.school import SETTINGS, month_of

if TYPE_CHECKING:
    from pipeline.disclose.model import AidPage

HEADER = "日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人 | 备注\n"


def lines(page: AidPage) -> list[tuple[str, str, str, int]]:
    return [(line.recipient, line.group, line.programme, line.amount) for group in page.groups for line in group.lines]


def page_of(rows: str, **others: str) -> AidPage:
    return aid_page(month_of(支出=HEADER + rows, **others))


def test_persons_are_masked_and_organisations_named() -> None:
    page = page_of("""
        2026-10-09 | 李漾          | 学生       | 生活补助 | 500.00  | 现金 | 贺文洁 | 单亲家庭
        2026-10-09 | 夏依代·买买提 | 学生       | 生活补助 | 600.00  | 现金 | 贺文洁 |
        2026-10-10 | 史一鸣        | 在职教师   | 突发救助 | 1000.00 | 现金 | 贺文洁 |
        2026-10-11 | 荀老先        | 退休教职工 | 走访慰问 | 300.00  | 现金 | 贺文洁 |
        2026-10-12 | 柳溪社区      | 社区       | 社区资助 | 800.00  | 现金 | 贺文洁 |
        2026-10-12 | 石桥小学      | 结对学校   | 手拉手学校 | 900.00 | 现金 | 贺文洁 |
    """)
    assert lines(page) == [
        ("李*", "七年级(1)班", "生活补助", 50_000),
        ("夏**", "八年级(1)班", "生活补助", 60_000),
        ("荀*先", "退休教职工", "走访慰问", 30_000),
        ("史*鸣", "在职教师", "突发救助", 100_000),
        ("柳溪社区", "社区", "社区资助", 80_000),
        ("石桥小学", "结对学校", "手拉手学校", 90_000),
    ]
    assert [line.number for group in page.groups for line in group.lines] == [1, 2, 3, 4, 5, 6]
    assert [(group.programme, group.subtotal) for group in page.groups] == [
        ("生活补助", 110_000),
        ("走访慰问", 30_000),
        ("突发救助", 100_000),
        ("社区资助", 80_000),
        ("手拉手学校", 90_000),
    ]
    assert page.by_right == {"柳溪社区", "石桥小学"}
    assert page.total == 410_000
    assert page.counts_only is False


def test_classes_stand_as_the_school_lists_them_and_each_in_register_order() -> None:
    groups = ["八年级(1)班", "七年级(10)班", "社区", "七年级(2)班"] * 8
    people = {group: f"路小明 | 学生 | {group}" for group in groups} | {"社区": "柳溪社区 | 社区 |"}
    rows = [f"2026-10-09 | 生活补助 | {number}.00 | {people[group]}" for number, group in enumerate(groups, 1)]
    header = "日期 | 项目 | 金额 | 受助对象 | 对象类别 | 班级"
    page = aid_page(month_of(支出="\n".join([header, *rows])))
    in_order = [
        (group, number * 100)
        for group in ("七年级(2)班", "七年级(10)班", "八年级(1)班", "社区")
        for number, each in enumerate(groups, 1)
        if each == group
    ]
    assert [(line[1], line[3]) for line in lines(page)] == in_order


def test_equal_masked_names_of_one_class_are_numbered_over_both_tables() -> None:
    page = page_of(
        """
        2026-10-09 | 张砚 | 学生 | 生活补助 | 500.00 | 现金 | 贺文洁 |
        2026-10-10 | 张砚 | 学生 | 学习用品 | 50.00  | 现金 | 贺文洁 |
        """,
        物资="""
        日期       | 方向 | 对方 | 物品 | 数量 | 单位
        2026-10-12 | 发   | 张霁 | 书包 | 1    | 个
        2026-10-12 | 发   | 张砚 | 书包 | 1    | 个
        """,
    )
    assert [line[0] for line in lines(page)] == ["张*1", "张*1"]
    assert [(line.person, line.group, line.item, line.quantity) for line in page.goods] == [
        ("张*2", "八年级(2)班", "书包", "1个"),
        ("张*1", "八年级(2)班", "书包", "1个"),
    ]
    assert (page.counts, page.goods_counts) == ((), ())


def test_a_person_who_stands_under_a_kind_of_organisations_is_masked_all_the_same() -> None:
    page = page_of("2026-10-09 | 李大山 | 社区 | 社区资助 | 500.00 | 现金 | 贺文洁 |")
    assert lines(page) == [("李*山", "社区", "社区资助", 50_000)]
    assert not page.by_right


def test_fees_are_no_aid_and_are_told_for_the_sums_to_tie() -> None:
    page = page_of("""
        2026-10-09 | 微信支付 | 其他 | 手续费   | 1.84   | 微信 | 贺文洁 |
        2026-10-09 | 李漾     | 学生 | 生活补助 | 500.00 | 现金 | 贺文洁 |
    """)
    assert (page.total, page.fees) == (50_000, 184)
    assert len(lines(page)) == 1


def test_a_payment_taken_back_within_the_month_is_not_shown() -> None:
    page = page_of("""
        2026-10-09 | 李漾 | 学生 | 生活补助 | 500.00  | 现金 | 贺文洁 |
        2026-10-10 | 李漾 | 学生 | 生活补助 | -500.00 | 现金 | 贺文洁 | 冲正
    """)
    assert (lines(page), page.total) == ([], 0)


def test_a_payment_of_an_earlier_month_taken_back_stands_with_its_sign() -> None:
    page = page_of("""
        2026-09-09 | 李漾 | 学生 | 生活补助 | 500.00  | 现金 | 贺文洁 |
        2026-10-10 | 李漾 | 学生 | 生活补助 | -500.00 | 现金 | 贺文洁 | 冲正
    """)
    assert lines(page) == [("李*", "七年级(1)班", "生活补助", -50_000)]
    assert page.groups[0].lines[0].corrects


def test_a_school_may_post_numbers_and_sums_of_persons_only() -> None:
    outcome = month_of(
        replace(SETTINGS, recipient_names=COUNTS_ONLY),
        支出=HEADER
        + """
        2026-10-09 | 李漾     | 学生 | 生活补助 | 500.00 | 现金 | 贺文洁 |
        2026-10-10 | 李漾     | 学生 | 生活补助 | 100.00 | 现金 | 贺文洁 |
        2026-10-10 | 张砚     | 学生 | 生活补助 | 50.00  | 现金 | 贺文洁 |
        2026-10-12 | 柳溪社区 | 社区 | 社区资助 | 800.00 | 现金 | 贺文洁 |
        """,
        物资="""
        日期       | 方向 | 对方 | 物品 | 数量 | 单位
        2026-10-12 | 发   | 张霁 | 书包 | 1    | 个
        2026-10-12 | 发   | 张砚 | 书包 | 2    | 个
        2026-10-12 | 发   | 李漾 | 大米 | 1    | 袋
        2026-10-12 | 发   | 张砚 | 大米 | 2.5  | 公斤
        2026-10-12 | 发   | 张霁 | 棉被 | 1    | 袋
        """,
    )
    page = aid_page(outcome)
    assert [(each.name, each.people, each.amount) for each in page.counts] == [("生活补助", 2, 65_000)]
    assert [(each.name, each.people, each.quantity) for each in page.goods_counts] == [
        ("书包", 2, "3个"),
        ("大米", 1, "1袋"),
        ("大米", 1, "2.5公斤"),
        ("棉被", 1, "1袋"),
    ]
    assert lines(page) == [("柳溪社区", "社区", "社区资助", 80_000)]
    assert not page.goods
    assert page.total == 145_000
    assert page.counts_only is True


def test_a_pupil_in_no_register_stands_under_the_class_of_the_row() -> None:
    outcome = month_of(
        支出="""
        日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式 | 经办人 | 班级
        2026-10-09 | 路小明   | 学生     | 生活补助 | 500.00 | 现金 | 贺文洁 | 九年级(1)班
        2026-10-09 | 路小满   | 学生     | 生活补助 | 500.00 | 现金 | 贺文洁 |
        """,
    )
    assert [line[:2] for line in lines(aid_page(outcome))] == [("路*明", "九年级(1)班"), ("路*满", "学生")]


def test_goods_handed_to_staff_and_to_an_organisation() -> None:
    page = page_of(
        "2026-09-09 | 李漾 | 学生 | 生活补助 | 5.00 | 现金 | 贺文洁 |",
        物资="""
        日期       | 方向 | 对方     | 物品 | 数量 | 单位
        2026-10-12 | 发   | 史一鸣   | 被子 | 1    | 床
        2026-10-12 | 发   | 柳溪社区 | 大米 | 2.5  | 袋
        2026-10-12 | 发   | 路小明   | 书包 | 1    | 个
        """,
    )
    assert sorted((line.person, line.group, line.quantity) for line in page.goods) == sorted(
        [("史*鸣", "教职工", "1床"), ("柳溪社区", "", "2.5袋"), ("路*明", "", "1个")]
    )
    assert not page.groups
    assert page.by_right == {"柳溪社区"}


def test_goods_stand_under_the_class_of_a_pupil_and_under_the_staff_whatever_their_rows() -> None:
    page = page_of(
        "",
        物资="""
        日期       | 方向 | 对方     | 物品 | 数量 | 单位
        2026-10-01 | 收   | 示例书店 | 词典 | 9    | 本
        2026-10-12 | 发   | 陆承宇   | 被子 | 1    | 床
        2026-10-12 | 发   | 李漾     | 书包 | 1    | 个
        """,
    )
    assert [(line.number, line.person, line.group) for line in page.goods] == [
        (1, "李*", "七年级(1)班"),
        (2, "陆*宇", "教职工"),
    ]


def test_one_who_stands_beside_an_organisation_in_one_cell_is_masked_too() -> None:
    page = page_of("", 物资="日期 | 方向 | 对方 | 物品 | 数量\n2026-10-12 | 发 | 柳溪社区、李漾 | 大米 | 2")
    assert [line.person for line in page.goods] == ["柳**区、李*"]


def test_namesakes_of_whom_one_is_in_a_register_are_two_people() -> None:
    page = aid_page(
        month_of(
            replace(SETTINGS, recipient_names=COUNTS_ONLY),
            支出=HEADER
            + """
            2026-10-09 | 李漾   | 学生       | 生活补助 | 10.00 | 现金 | 贺文洁 |
            2026-10-09 | 李漾   | 退休教职工 | 生活补助 | 20.00 | 现金 | 贺文洁 |
            2026-10-09 | 陆承宇 | 在职教师   | 突发救助 | 30.00 | 现金 | 贺文洁 |
            2026-10-09 | 陆承宇 | 学生       | 突发救助 | 40.00 | 现金 | 贺文洁 |
            """,
        )
    )
    assert [(each.name, each.people, each.amount) for each in page.counts] == [
        ("生活补助", 2, 3000),
        ("突发救助", 2, 7000),
    ]


def test_two_pupils_in_one_cell_are_masked_and_a_class_stands_by_itself() -> None:
    page = page_of(
        "2026-10-09 | 七年级(1)班 | 学生 | 学习用品 | 50.00 | 现金 | 贺文洁 |",
        物资="""
        日期       | 方向 | 对方                   | 物品 | 数量
        2026-10-10 | 发   | 李漾、夏依代·买买提    | 书包 | 2
        """,
    )
    assert lines(page) == [("七年级(1)班", "学生", "学习用品", 5000)]
    assert [line.person for line in page.goods] == ["李*、夏**"]
    assert page.by_right == {"七年级(1)班"}
