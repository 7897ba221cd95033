"""Classes: every spelling of one class, and how classes move up."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classes import GRADES, class_order, grade_of, parse_class, shift_class
from pipeline.faults import Fault

if TYPE_CHECKING:
    from pipeline.faults import CellValue


@pytest.mark.parametrize(
    "text",
    [
        "七年级(1)班",
        "七年级（1）班",
        "七年级 （１） 班",
        "七(1)班",
        "七（1）班",
        "七年级(1)",
        "7.1班",
        "７．１班",
        "7-1班",
        "7(1)班",
        "初一1班",
        "初一(1)班",
        "初一年级1班",
        "初中一年级(1)班",
        "初1(1)班",
        "七年级1班",
        "7年级1班",
        "七1班",
        "七一班",
        "七年级一班",
        "七年级（一）班",
        "七年级第1班",
        "七年级(01)班",
        "七年级[1]班",
        "七年级【1】班",
    ],
)
def test_one_class_has_one_spelling(text: str) -> None:
    assert parse_class(text) == "七年级(1)班"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("初三(2)班", "九年级(2)班"),
        ("初二2班", "八年级(2)班"),
        ("八年级十二班", "八年级(12)班"),
        ("八年级（十）班", "八年级(10)班"),
        ("八年级二十班", "八年级(20)班"),
        ("八年级二十一班", "八年级(21)班"),
        ("7.10班", "七年级(10)班"),
        ("高一(3)班", "高一(3)班"),
        ("高中二年级3班", "高二(3)班"),
        ("高三年级（3）班", "高三(3)班"),
        ("一年级2班", "一年级(2)班"),
        ("小学六年级(2)班", "六年级(2)班"),
        ("预初(4)班", "六年级(4)班"),
        ("六(4)班", "六年级(4)班"),
    ],
)
def test_other_grades_are_read_alike(text: str, expected: str) -> None:
    assert parse_class(text) == expected


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        (7.1, "class_number", "七年级(1)班"),
        ("7.1", "class_number", "七年级(1)班"),
        (7.0, "class_number", ""),
        (71.0, "class_number", ""),
        (datetime(2026, 7, 1), "class_number", ""),  # noqa: DTZ001  cells have no time zone
        (time(7, 1), "class_number", ""),
        (True, "class_number", ""),
        ("701班", "class_unreadable", "七年级(1)班"),
        ("712", "class_unreadable", "七年级(12)班"),
        ("71班", "class_unreadable", ""),
        ("七十一班", "class_unreadable", ""),
        ("七年级(0)班", "class_unreadable", ""),
        ("七年级", "class_unreadable", ""),
        ("初四(1)班", "class_unreadable", ""),
        ("十年级(1)班", "class_unreadable", ""),
        ("2026级1班", "class_unreadable", ""),
        ("语文组", "class_unreadable", ""),
        ("党政办公室", "class_unreadable", ""),
        ("七年级(1)班、七年级(2)班", "class_unreadable", ""),
    ],
)
def test_what_is_no_certain_class_is_a_problem(value: CellValue, code: str, hint: str) -> None:
    assert parse_class(value) == Fault(code, hint)


@pytest.mark.parametrize("value", ["", " ", "\u3000"])
def test_a_blank_is_none(value: str) -> None:
    assert parse_class(value) is None


@given(st.text(max_size=12) | st.text("一七九十初高年级班()（）0123456789.-", max_size=9) | st.floats())
def test_no_value_raises_and_what_is_read_is_canonical(value: str | float) -> None:
    found = parse_class(value)
    if isinstance(found, str):
        assert parse_class(found) == found
        assert grade_of(found) in GRADES


@pytest.mark.parametrize(
    ("name", "years", "expected"),
    [
        ("七年级(1)班", 1, "八年级(1)班"),
        ("八年级(12)班", -1, "七年级(12)班"),
        ("九年级(2)班", 1, "高一(2)班"),
        ("高一(2)班", -1, "九年级(2)班"),
        ("七年级(1)班", 0, "七年级(1)班"),
        ("高三(1)班", 1, None),
        ("一年级(1)班", -1, None),
        ("语文组", 1, None),
        ("七(1)班", 1, None),
    ],
)
def test_classes_move_up_each_september(name: str, years: int, expected: str | None) -> None:
    assert shift_class(name, years) == expected


def test_classes_are_listed_by_grade_then_number() -> None:
    mixed = ["语文组", "高一(1)班", "七年级(10)班", "九年级(1)班", "七年级(2)班", "一年级(2)班"]
    listed = ["一年级(2)班", "七年级(2)班", "七年级(10)班", "九年级(1)班", "高一(1)班", "语文组"]
    assert sorted(mixed, key=class_order) == listed


def test_the_grade_of_a_class() -> None:
    assert grade_of("七年级(1)班") == "七年级"
    assert grade_of("语文组") is None
