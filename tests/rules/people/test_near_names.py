"""Names that nearly equal another are asked about; nothing is changed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.rules.near_names import near_names
from tests.ledgers import told
from tests.rules.people.school import look, met, said

KNOWN = ("李明", "邹雨桐", "邹雨晨", "欧阳映雪", "夏依旦·买买提江", "王未", "单小峰")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("李鸣", ("李明",)),  # a homophone
        ("黎明", ("李明",)),
        ("邹雨彤", ("邹雨桐",)),  # where there is a homophone, not also those with another character
        ("邹雨萱", ("邹雨桐", "邹雨晨")),  # one character
        ("欧阳映雷", ("欧阳映雪",)),
        ("欧阳雪", ("欧阳映雪",)),  # one character left out
        ("夏依旦·买买江", ("夏依旦·买买提江",)),
        ("王末", ("王未",)),  # one stroke
        ("李朋", ("李明",)),
        ("善小峰", ("单小峰",)),  # 单 as a surname is Shàn
    ],
)
def test_near_equal_names(written: str, near: tuple[str, ...]) -> None:
    assert near_names([written], KNOWN) == {written: near}


@pytest.mark.parametrize("written", ["李娜", "张明", "邹宇航", "王", "Li", "欧阳"])
def test_names_that_are_not_near(written: str) -> None:
    assert near_names([written], KNOWN) == {}


def test_at_most_three_are_shown_in_the_order_of_the_register() -> None:
    assert near_names(["王小一"], ["王小二", "王小三", "王小四", "王小五"]) == {
        "王小一": ("王小二", "王小三", "王小四")
    }


def test_an_unknown_student_with_a_near_name_is_an_error_and_a_question_that_shows_both_cells() -> None:
    people, found = look(联系="日期|帮扶人|学生\n2026-10-01|贺文洁|李鸣")
    assert told(found) == [("person_unknown", "联系!C2"), ("near_registered", "联系!C2")]
    assert [each.severity for each in found] == ["error", "warning"]
    assert [place.address for place in found[0].also] == ["登记.xlsx!学生!B2"]
    assert "「李明」：是否写错？" in found[0].remedy
    assert met(people) == []


def test_a_near_name_of_two_namesakes_shows_both() -> None:
    _, found = look(联系="日期|帮扶人|学生\n2026-10-01|贺文洁|王方")
    assert [place.cell for place in found[0].also] == ["B3", "B4"]


def test_where_the_row_stands_without_the_person_the_question_is_a_warning() -> None:
    _, found = look(
        捐款="日期|捐款人|类别\n2026-10-01|陆成宇|校级领导",
        支出="日期|受助对象|对象类别|项目\n2026-10-01|罗晓满|学生|其他",
    )
    assert told(found) == [("person_unlisted", "捐款!B2"), ("person_unlisted", "支出!B2")]
    assert {each.severity for each in found} == {"warning"}
    assert ["「陆承宇」" in found[0].remedy, "「罗小满」" in found[1].remedy] == [True, True]


def test_a_remedy_without_a_near_name_asks_nothing() -> None:
    _, found = look(捐款="日期|捐款人|类别\n2026-10-01|周不知|教师")
    assert "是否写错" not in found[0].remedy


def test_registered_people_with_near_names_are_no_finding() -> None:
    assert said(学生="姓名|班级|状态\n邹雨桐|七年级(1)班|在读\n邹雨晨|七年级(1)班|在读\n邹雨彤|七年级(1)班|在读") == []


def test_outside_donors_who_sound_alike_are_asked_about_at_the_later_one() -> None:
    _, found = look(
        捐款="""
            日期       | 捐款人 | 类别
            2026-10-01 | 沙明远 | 社会人士
            2026-10-02 | 沙明元 | 社会人士
            2026-10-03 | 沙明元 | 社会人士
            2026-10-04 | 沙明远 | 社会人士
        """
    )
    assert told(found) == [("near_name", "捐款!B3")]
    assert found[0].severity == "warning"
    assert [place.address for place in found[0].also] == ["登记.xlsx!捐款!B2"]
    assert "沙明元" in found[0].sentence
    assert "沙明远" in found[0].sentence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("沙明远", "沙明达"),  # sounds different
        ("李明", "李鸣"),  # too short to be sure
        ("第一小学", "第二小学"),
        ("校友1号", "校友2号"),
    ],
)
def test_other_outside_donors_are_left_in_peace(one: str, other: str) -> None:
    assert said(捐款=f"日期|捐款人|类别\n2026-10-01|{one}|社会人士\n2026-10-01|{other}|社会人士") == []


def test_donors_of_the_school_are_compared_with_registers_only() -> None:
    assert said(捐款="日期|捐款人|类别\n2026-10-01|罗小满|学生\n2026-10-01|罗晓满|学生") == []


def test_the_dictionaries_are_not_loaded_where_every_name_is_known() -> None:
    code = (
        "import sys; from tests.rules.people.school import said;"
        "said(联系='日期|帮扶人|学生\\n2026-10-01|贺文洁|李明');"
        "assert not {'pypinyin', 'rapidfuzz'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
