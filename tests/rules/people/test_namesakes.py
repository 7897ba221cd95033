"""Two people of one name: the helper's own pairing, then the class, tells them apart; else it is an error, no guess."""

from __future__ import annotations

import pytest

from pipeline.rules.people import NOBODY
from tests.ledgers import told
from tests.rules.people.school import HE, SHI, WANG_7, WANG_8, look, met, paired, said

BOTH = """
    帮扶人 | 学生 | 班级        | 类型     | 开始日期   | 结束日期
    贺文洁 | 王芳 | 七年级(1)班 | 党员帮扶 | 2024-09-01 | {end}
    贺文洁 | 王芳 | 八年级(2)班 | 党员帮扶 | {start}    |
    史一鸣 | 王芳 | 八年级(2)班 | 党员帮扶 | 2024-09-01 |
"""
PAIRINGS = BOTH.format(end="", start="2024-09-01")


def contact(row: str, pairings: str = PAIRINGS) -> tuple[list[tuple[int, int, int]], list[tuple[str, str]]]:
    """Pairs and findings of one contact: 日期|帮扶人|学生|班级."""
    people, found = look(结对=pairings, 联系=f"日期|帮扶人|学生|班级\n{row}")
    return met(people), told(found)


def test_in_pairings_the_class_tells_namesakes_apart() -> None:
    people, found = look(结对=PAIRINGS)
    assert paired(people) == [(0, HE, WANG_7), (1, HE, WANG_8), (2, SHI, WANG_8)]
    assert found == []


@pytest.mark.parametrize("unit", ["", "九年级(3)班"])
def test_a_pairing_that_does_not_tell_them_apart_is_an_error(unit: str) -> None:
    people, found = look(结对=f"帮扶人|学生|班级|类型|开始日期\n贺文洁|王芳|{unit}|党员帮扶|2024-09-01")
    assert told(found) == [("namesakes", "结对!B2")]
    assert found[0].severity == "error"
    assert [place.cell for place in found[0].also] == ["B3", "B4"]
    assert paired(people) == []


def test_the_helpers_own_pairing_decides() -> None:
    assert contact("2026-10-01|史一鸣|王芳|") == ([(0, SHI, WANG_8)], [])


def test_the_helpers_own_pairing_decides_before_the_class() -> None:
    pairs, found = contact("2026-10-01|史一鸣|王芳|七年级(1)班")
    assert pairs == [(0, SHI, WANG_8)]
    assert found == [("class_disagrees", "联系!D2")]


def test_of_two_paired_namesakes_the_class_decides() -> None:
    assert contact("2026-10-01|贺文洁|王芳|八年级(2)班") == ([(0, HE, WANG_8)], [])


def test_two_paired_namesakes_without_a_class_are_an_error() -> None:
    assert contact("2026-10-01|贺文洁|王芳|") == ([], [("namesakes", "联系!C2")])


@pytest.mark.parametrize(("day", "student"), [("2026-09-30", WANG_7), ("2026-10-02", WANG_8)])
def test_without_a_class_the_days_of_the_pairings_decide(day: str, student: int) -> None:
    one_after_the_other = BOTH.format(end="2026-09-30", start="2026-10-01")
    assert contact(f"{day}|贺文洁|王芳|", one_after_the_other) == ([(0, HE, student)], [])


def test_a_helper_without_pairing_needs_the_class() -> None:
    assert contact("2026-10-01|陆承宇|王芳|") == ([], [("namesakes", "联系!C2")])
    pairs, found = contact("2026-10-01|陆承宇|王芳|八年级(2)班")
    assert [student for _, _, student in pairs] == [WANG_8]
    assert found == []


def test_a_second_helper_of_the_same_cell_means_the_same_child() -> None:
    people, found = look(结对=PAIRINGS, 联系="日期|帮扶人|学生\n2026-10-01|史一鸣、陆承宇|王芳")
    assert {student for _, _, student in met(people)} == {WANG_8}
    assert len(met(people)) == 2
    assert found == []


def test_each_helper_of_a_cell_has_his_own_child() -> None:
    own = """
        帮扶人 | 学生 | 班级        | 类型     | 开始日期
        贺文洁 | 王芳 | 七年级(1)班 | 党员帮扶 | 2024-09-01
        史一鸣 | 王芳 | 八年级(2)班 | 党员帮扶 | 2024-09-01
    """
    pairs, found = contact("2026-10-01|贺文洁、史一鸣|王芳|", own)
    assert pairs == [(0, HE, WANG_7), (0, SHI, WANG_8)]
    assert found == []


def test_the_class_decides_before_the_days_of_the_pairings() -> None:
    one_after_the_other = BOTH.format(end="2026-09-30", start="2026-10-01")
    assert contact("2026-10-02|贺文洁|王芳|七年级(1)班", one_after_the_other) == ([(0, HE, WANG_7)], [])


def test_an_unknown_helper_silences_the_namesakes_beside_him() -> None:
    assert contact("2026-10-01|周不知|王芳|") == ([], [("person_unknown", "联系!B2")])


def test_three_namesakes_are_one_finding_that_names_them_all() -> None:
    _, found = look(
        学生="姓名|班级|状态\n王芳|七年级(1)班|在读\n王芳|七年级(2)班|在读\n王芳||在读",
        联系="日期|帮扶人|学生\n2026-10-01|贺文洁、史一鸣|王芳",
    )
    assert told(found) == [("namesakes", "联系!C2")]
    assert "3 位（七年级(1)班、七年级(2)班、登记.xlsx!学生!A4）" in found[0].sentence


def test_progress_and_aid_need_class_or_number_too() -> None:
    assert said(
        学业="""
            学期                   | 学生 | 班级
            2026-2027学年第一学期 | 王芳 |
            2026-2027学年第一学期 | 王芳 | 八年级(2)班
        """,
        支出="""
            日期       | 受助对象 | 对象类别 | 项目     | 学号
            2026-10-01 | 王芳     | 学生     | 生活补助 |
            2026-10-01 | 王芳     | 学生     | 生活补助 | S2
        """,
    ) == [("namesakes", "学业!B2"), ("namesakes", "支出!B2")]


def test_where_no_column_can_tell_them_apart_the_remedy_is_another_name() -> None:
    _, found = look(慰问="日期|活动|对象|对象类别|走访人\n2026-10-01|中秋|王芳|学生|贺文洁")
    assert told(found) == [("namesakes_by_name", "慰问!C2")]
    assert found[0].severity == "error"


TWO_WANG_WEI = """
    工号 | 姓名 | 部门
    T1   | 王伟 | 语文组
    T2   | 王伟 | 数学组
    T3   | 贺文洁 | 政教处
"""


def test_staff_of_one_name_are_told_apart_by_department_or_number() -> None:
    people, found = look(
        教职工=TWO_WANG_WEI,
        捐款="""
            日期       | 捐款人 | 工号 | 类别 | 部门   | 金额 | 方式
            2026-10-01 | 王伟   |      | 教师 | 数 学组 | 50   | 现金
            2026-10-01 | 王伟   | T1   | 教师 |        | 50   | 现金
            2026-10-01 | 王伟   |      | 教师 |        | 50   | 现金
            2026-10-01 | 王伟   |      | 教师 | 英语组 | 50   | 现金
        """,
        困难教职工="日期|姓名|部门|类型\n2026-10-01|王伟|语文组|本人重病\n2026-10-01|王伟||本人重病",
    )
    assert people.donors.tolist() == [1, 0, NOBODY, NOBODY]
    assert people.hardship.to_dict() == {0: 0}
    assert sorted(told(found)) == [("namesakes", "困难教职工!B3"), ("namesakes", "捐款!B4"), ("namesakes", "捐款!B5")]


def test_a_department_that_differs_is_no_finding_where_the_name_is_unique() -> None:
    people, found = look(捐款="日期|捐款人|类别|部门|金额|方式\n2026-10-01|贺文洁|教师|数学组|50|现金")
    assert people.donors.tolist() == [HE]
    assert found == []


def test_helpers_of_one_name_are_told_apart_by_whom_they_are_paired_with() -> None:
    people, found = look(
        教职工=TWO_WANG_WEI,
        结对="帮扶人|工号|学生|类型|开始日期\n王伟|T2|李明|党员帮扶|2024-09-01",
        联系="日期|帮扶人|学生\n2026-10-01|王伟|李明\n2026-10-01|王伟|罗小满",
    )
    assert met(people) == [(0, 1, 0)]
    assert told(found) == [("namesakes", "联系!B3")]


def test_one_person_written_twice_in_the_register_is_no_namesake() -> None:
    assert said(
        教职工="工号|姓名|部门\nT1|王伟|语文组\nT1|王伟|语文组",
        捐款="日期|捐款人|类别|金额|方式\n2026-10-01|王伟|教师|50|现金",
    ) == [("number_repeated", "教职工!A3")]


def test_namesakes_whom_nobody_refers_to_are_no_finding() -> None:
    assert said(联系="日期|帮扶人|学生\n2026-10-01|贺文洁|李明") == []
