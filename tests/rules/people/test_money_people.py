"""Who gave and who received: what is a warning, what an error, and what no finding at all."""

from __future__ import annotations

import pytest

from pipeline.rules.people import NOBODY
from tests.ledgers import told
from tests.rules.people.school import HE, LI_MING, LUO, SHI, WANG_8, look, said


def gift(row: str) -> list[tuple[str, str]]:
    """What is said about one gift: 日期|捐款人|类别|部门."""
    return said(捐款=f"日期|捐款人|类别|部门\n{row}")


@pytest.mark.parametrize("tier", ["校级领导", "中层领导", "党员", "教师"])
def test_a_donor_of_a_staff_tier_who_is_no_staff_is_a_warning(tier: str) -> None:
    people, found = look(捐款=f"日期|捐款人|类别\n2026-10-01|周不知|{tier}")
    assert told(found) == [("person_unlisted", "捐款!B2")]
    assert found[0].severity == "warning"
    assert tier in found[0].sentence
    assert people.donors.tolist() == [NOBODY]


@pytest.mark.parametrize("source", ["社会人士", "企事业单位", "勤工俭学", "学校拨款", "利息", "其他"])
def test_other_donors_need_stand_in_no_register(source: str) -> None:
    assert gift(f"2026-10-01|周不知|{source}|") == []


def test_a_pupil_who_gives_need_not_be_an_aided_pupil() -> None:
    assert gift("2026-10-01|郑不知|学生|七年级(1)班") == []


def test_a_registered_pupil_who_gives_is_found_by_name_and_class() -> None:
    people, found = look(
        捐款="""
            日期       | 捐款人 | 类别 | 部门
            2026-10-01 | 李明   | 学生 | 七(1)班
            2026-06-01 | 李明   | 学生 | 六年级（1）班
            2026-10-01 | 罗小满 | 学生 |
            2026-10-01 | 王芳   | 学生 | 八年级2班
            2026-10-01 | 李明   | 教师 |
        """
    )
    assert people.pupil_donors.tolist() == [LI_MING, LI_MING, LUO, WANG_8, NOBODY]
    assert told(found) == [("person_unlisted", "捐款!B6")]


def test_a_unique_name_with_another_class_is_a_warning_and_the_class_is_believed() -> None:
    people, found = look(捐款="日期|捐款人|类别|部门\n2026-10-01|李明|学生|九年级(3)班")
    assert people.pupil_donors.tolist() == [NOBODY]
    assert told(found) == [("class_disagrees", "捐款!D2")]
    assert found[0].severity == "warning"


def test_a_giver_whose_class_is_none_of_the_namesakes_is_another_child() -> None:
    people, found = look(捐款="日期|捐款人|类别|部门\n2026-10-01|王芳|学生|九年级(3)班")
    assert people.pupil_donors.tolist() == [NOBODY]
    assert found == []


def test_a_giver_with_a_name_that_two_bear_and_without_class_is_an_error() -> None:
    assert gift("2026-10-01|王芳|学生|") == [("namesakes", "捐款!B2")]


@pytest.mark.parametrize(("kind", "register"), [("学生", "学生"), ("在职教师", "教职工"), ("退休教职工", "教职工")])
def test_an_aided_or_visited_person_in_no_register_is_a_warning(kind: str, register: str) -> None:
    _, found = look(
        支出=f"日期|受助对象|对象类别|项目\n2026-10-01|郑不知|{kind}|生活补助",
        慰问=f"日期|活动|对象|对象类别|走访人\n2026-10-01|中秋|郑不知|{kind}|贺文洁",
    )
    assert told(found) == [("person_unlisted", "支出!B2"), ("person_unlisted", "慰问!C2")]
    assert {each.severity for each in found} == {"warning"}
    assert all(f"《{register}》" in each.sentence for each in found)


@pytest.mark.parametrize("kind", ["社区", "结对学校", "灾区", "其他"])
def test_recipients_who_are_no_persons_are_not_looked_up(kind: str) -> None:
    assert said(支出=f"日期|受助对象|对象类别|项目\n2026-10-01|郑不知|{kind}|其他") == []


def test_a_fee_has_no_recipient_to_look_up() -> None:
    assert said(支出="日期|受助对象|对象类别|项目\n2026-10-01|某银行|学生|手续费") == []


def test_a_student_is_no_staff_and_staff_no_student() -> None:
    assert said(支出="日期|受助对象|对象类别|项目\n2026-10-01|李明|在职教师|其他\n2026-10-01|贺文洁|学生|其他") == [
        ("person_unlisted", "支出!B3"),
        ("person_unlisted", "支出!B2"),
    ]


def test_visits_hold_whom_they_went_to() -> None:
    people, _ = look(
        慰问="""
            日期       | 活动 | 对象   | 对象类别 | 走访人
            2026-10-01 | 中秋 | 罗小满 | 学生     | 贺文洁
            2026-10-01 | 中秋 | 史一鸣 | 在职教师 | 贺文洁
        """
    )
    assert people.visited["student"].tolist() == [LUO, NOBODY]
    assert people.visited["staff"].tolist() == [NOBODY, SHI]


@pytest.mark.parametrize(
    ("donor", "source"),
    [
        ("贺文洁、史一鸣", "教师"),
        ("贺文洁,史一鸣", "教师"),
        ("贺文洁、周不知", "党员"),
        ("李明、罗小满", "学生"),
        ("郑不知、吴不知", "学生"),  # pupils who give need not be registered
        ("贺文洁、李明", "社会人士"),
    ],
)
def test_two_people_in_a_donors_cell_are_an_error_and_nothing_else_is_said(donor: str, source: str) -> None:
    people, found = look(捐款=f"日期|捐款人|类别\n2026-10-01|{donor}|{source}")
    assert told(found) == [("two_people", "捐款!B2")]
    assert found[0].severity == "error"
    assert people.donors.tolist() == [NOBODY]
    assert people.pupil_donors.tolist() == [NOBODY]


@pytest.mark.parametrize(
    ("donor", "source"),
    [
        ("宏达、远大联合公司", "企事业单位"),
        ("贺文洁、远大公司", "企事业单位"),  # one known name may be part of a firm's
        ("张三、李四", "社会人士"),
    ],
)
def test_a_firms_name_may_hold_a_pause_mark(donor: str, source: str) -> None:
    assert gift(f"2026-10-01|{donor}|{source}|") == []


def test_a_gift_of_two_offices_is_not_one_of_two_people() -> None:
    assert gift("2026-10-01|语文组、数学组|教师|") == [("person_unlisted", "捐款!B2")]


def test_a_registered_name_of_any_form_is_a_person() -> None:
    _, found = look(教职工="姓名|部门\nAnna|英语组", 捐款="日期|捐款人|类别\n2026-10-01|Anna、周不知|教师")
    assert told(found) == [("two_people", "捐款!B2")]


def test_two_people_in_a_recipients_cell_are_an_error() -> None:
    assert said(
        支出="日期|受助对象|对象类别|项目\n2026-10-01|李明、罗小满|学生|其他\n2026-10-01|李明、罗小满|社区|其他",
        慰问="日期|活动|对象|对象类别|走访人\n2026-10-01|中秋|贺文洁、史一鸣|在职教师|贺文洁、史一鸣",
    ) == [("two_people", "支出!B2"), ("two_people", "支出!B3"), ("two_people", "慰问!C2")]


def test_a_faulty_register_row_gives_nobody_and_no_second_finding() -> None:
    people, found = look(
        学生="姓名|班级|状态|状态日期\n李明|七年级(1)班|转学|",
        支出="日期|受助对象|对象类别|项目\n2026-10-01|李明|学生|其他",
    )
    assert told(found) == [("status_without_date", "学生!D2")]
    assert people.recipients["student"].tolist() == [NOBODY]


def test_a_gift_of_staff_counts_whatever_the_tier_that_was_written() -> None:
    people, found = look(捐款="日期|捐款人|类别\n2026-10-01|贺文洁|校级领导")
    assert people.donors.tolist() == [HE]
    assert found == []
