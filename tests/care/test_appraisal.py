"""The countable parts of the yearly appraisal, worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.care.appraisal import Appraisal, appraise, points_of
from pipeline.settings import Settings
from tests.care.school import PLAIN, people_of, period, school

FIRST, SECOND = "2025-2026学年第一学期", "2025-2026学年第二学期"
TABLES = school(
    staff="""
        姓名   | 部门   | 职务级别 | 党员 | 状态 | 离岗日期
        贺文洁 | 政教处 | 教师     | 是   |      |
        史一鸣 | 语文组 | 教师     | 是   |      |
        方予圆 | 体育组 | 教师     | 否   |      |
        荀守田 | 语文组 | 教师     | 是   | 退休 | 2026-02-28
    """,
    students="""
        姓名   | 班级        | 类别   | 状态
        李明   | 七年级(1)班 | 贫困生 | 在读
        罗小满 | 八年级(1)班 | 贫困生 | 在读
        田小野 | 九年级(1)班 | 贫困生 | 在读
    """,
    pairings="""
        帮扶人 | 学生   | 类型     | 开始日期   | 结束日期   | 结束原因 | 帮扶措施 | 重点任务 | 目标
        贺文洁 | 李明   | 党员帮扶 | 2025-09-01 |            |          | 谈心     | 补习     | 进步
        贺文洁 | 罗小满 | 党员帮扶 | 2025-09-01 | 2026-01-31 | 换人     | 谈心     |          | 进步
        贺文洁 | 田小野 | 党员帮扶 | 2026-01-16 |            |          | 谈心     | 补习     | 进步
        贺文洁 | 田小野 | 党员帮扶 | 2025-01-01 | 2025-12-31 | 换人     |          |          |
    """,
    contacts="""
        日期       | 帮扶人 | 学生   | 方式 | 思想动态 | 学习状况 | 生活状况
        2025-12-10 | 贺文洁 | 李明   | 谈心 | 稳       | 好       | 可
        2026-01-10 | 贺文洁 | 李明   | 谈心 | 稳       | 好       | 可
        2026-02-10 | 贺文洁 | 李明   | 谈心 | 稳       | 好       |
        2026-03-10 | 贺文洁 | 李明   | 谈心 | 稳       | 好       | 可
        2026-02-11 | 贺文洁 | 田小野 | 谈心 | 稳       | 好       | 可
        2026-01-20 | 贺文洁 | 田小野 | 谈心 | 稳       | 好       | 可
    """,
    progress=f"""
        学期     | 学生   | 平均分
        {FIRST}  | 李明   | 70
        {SECOND} | 李明   | 75
        {FIRST}  | 罗小满 | 70
        {SECOND} | 罗小满 | 65
        {FIRST}  | 田小野 | 70
    """,
)


def members(settings: Settings = PLAIN) -> list[Appraisal]:
    return appraise(TABLES, people_of(TABLES), settings, period("2026-03"))


def test_points_by_the_default_weights() -> None:
    # Due: 李明 3 months, 罗小满 January, 田小野 February and March (January: begun after day 15): 6, of them 4 met.
    helper = members()[0]
    assert (helper.name, helper.department) == ("贺文洁", "政教处")
    assert [(part.name, part.weight, part.done, part.total, str(part.points)) for part in helper.parts] == [
        ("联系完成", 40, 4, 6, "26.7"),
        ("记录完整", 20, 3, 4, "15.0"),
        ("结对稳定", 15, 2, 3, "10.0"),
        ("措施完备", 15, 2, 3, "10.0"),
        ("学生进步", 10, 1, 2, "5.0"),
    ]
    assert (helper.points, helper.possible, helper.judged) == (Decimal("66.7"), 100, ())


def test_each_number_has_its_rows() -> None:
    # Contacts of months due; pairings in force in the year; both terms of the pupils that can be compared.
    assert [(part.register, part.rows) for part in members()[0].parts] == [
        ("contacts", (1, 2, 3, 4)),
        ("contacts", (1, 2, 3, 4)),
        ("pairings", (0, 1, 2)),
        ("pairings", (0, 1, 2)),
        ("progress", (0, 1, 2, 3)),
    ]


def test_changed_weights_and_parts_left_to_people() -> None:
    weights = {"联系完成": 30, "记录完整": 20, "结对稳定": 0, "措施完备": 15, "学生进步": 10, "民主评议": 25}
    helper = members(Settings(weights=weights))[0]
    assert [str(part.points) for part in helper.parts] == ["20.0", "15.0", "0.0", "10.0", "5.0"]
    assert (helper.points, helper.possible, helper.judged) == (Decimal("50.0"), 75, (("民主评议", 25),))


def test_nothing_to_count_is_blank_and_only_members_in_service_are_listed() -> None:
    _, other = members()
    assert other.name == "史一鸣"
    assert [part.points for part in other.parts] == [None] * 5
    assert (other.points, other.possible) == (Decimal(0), 0)


@pytest.mark.parametrize(
    ("weight", "done", "total", "points"),
    [
        (40, 1, 3, "13.3"),
        (40, 2, 3, "26.7"),
        (10, 1, 8, "1.3"),  # 1.25, half up
        (10, 3, 8, "3.8"),  # 3.75
        (15, 1, 100, "0.2"),  # 0.15
        (15, 0, 4, "0.0"),
        (15, 4, 4, "15.0"),
    ],
)
def test_points_are_rounded_half_up_to_one_decimal(weight: int, done: int, total: int, points: str) -> None:
    assert str(points_of(weight, done, total)) == points
    assert points_of(weight, done, 0) is None
