"""Numbers used twice, and students who left without a date."""

from __future__ import annotations

from tests.ledgers import told
from tests.rules.people.school import look


def test_a_number_used_twice_is_an_error_at_the_later_row_which_is_left_out() -> None:
    people, found = look(
        教职工="工号|姓名|部门\nT1|贺文洁|政教处\nT2|史一鸣|语文组\nT1|陆承宇|校长室",
        学生="学号|姓名|班级|状态\nS1|李明|七年级(1)班|在读\nS1|罗小满|七年级(1)班|在读\nS1|宁小可|七年级(1)班|在读",
    )
    assert told(found) == [
        ("number_repeated", "教职工!A4"),
        ("number_repeated", "学生!A3"),
        ("number_repeated", "学生!A4"),
    ]
    assert {each.severity for each in found} == {"error"}
    assert [place.cell for each in found for place in each.also] == ["A2", "A2", "A2"]
    assert people.staff.index.tolist() == [0, 1]
    assert people.students.index.tolist() == [0]


def test_the_finding_names_both_people_and_the_number() -> None:
    _, found = look(教职工="工号|姓名|部门\nT1|贺文洁|政教处\nT1|陆承宇|校长室")
    assert found[0].sentence == "工号 T1 已用于「贺文洁」（登记.xlsx!教职工!A2），这里的「陆承宇」又用了一次。"


def test_blank_numbers_repeat_nothing() -> None:
    _, found = look(
        教职工="工号|姓名|部门\n|贺文洁|政教处\n|史一鸣|语文组", 学生="姓名|班级|状态\n李明|七年级(1)班|在读"
    )
    assert found == []


def test_a_number_refers_to_the_first_of_those_who_bear_it() -> None:
    people, _ = look(
        教职工="工号|姓名|部门\nT1|贺文洁|政教处\nT1|陆承宇|校长室",
        捐款="日期|捐款人|工号|类别\n2026-10-01|贺文洁|T1|教师",
    )
    assert people.donors.tolist() == [0]


def test_a_student_who_left_needs_the_date() -> None:
    people, found = look(
        学生="""
            姓名   | 班级        | 状态 | 状态日期
            李明   | 七年级(1)班 | 在读 |
            罗小满 | 七年级(1)班 | 转学 |
            宁小可 | 七年级(1)班 | 休学 | 2026-03-05
            纪晓川 | 七年级(1)班 |      |
        """
    )
    assert told(found) == [("status_without_date", "学生!D3")]
    assert found[0].severity == "error"
    assert found[0].sentence == "「罗小满」的状态是转学，状态日期空着。"
    assert people.students.index.tolist() == [0, 2, 3]


def test_a_state_of_no_such_name_is_not_asked_for_its_date() -> None:
    assert look(学生="姓名|班级|状态|状态日期\n罗小满|七年级(1)班|在校|")[1] == []


def test_without_the_column_the_finding_stands_at_the_row() -> None:
    _, found = look(学生="姓名|班级|状态\n罗小满|七年级(1)班|毕业")
    assert told(found) == [("status_without_date", "学生!2")]
