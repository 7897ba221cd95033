"""Names of classes: one spelling, and where a class stands some school years later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.faults import Fault, unreadable
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from pipeline.faults import CellValue

# The ladder of school years; a class moves up one rung each September.
GRADES = (
    "一年级",
    "二年级",
    "三年级",
    "四年级",
    "五年级",
    "六年级",
    "七年级",
    "八年级",
    "九年级",
    "高一",
    "高二",
    "高三",
)

_ONES = "一二三四五六七八九"
_BRACKETS = str.maketrans("[【〔﹝]】〕﹞", "(((())))")
_NUMERAL = r"\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
# With 年级 or 初/高 before it a class number may have any form; after a lone 七 or 7 only those that leave no doubt.
_FULL_GRADE = r"(?P<grade>(?:小学)?[一二三四五六1-6]年级|[七八九7-9]年级|(?:初中?|高中?)[一二三1-3](?:年级)?|预初|预备)"
_FULL = re.compile(rf"{_FULL_GRADE}第?(?:\((?P<n1>{_NUMERAL})\)班?|(?P<n2>{_NUMERAL})班)")
_SHORT = re.compile(
    rf"(?P<grade>[一二三四五六七八九1-9])(?:\((?P<n1>{_NUMERAL})\)班?|[.-](?P<n2>\d{{1,2}})班"
    r"|(?<=[一二三四五六七八九])(?P<n3>\d{1,2}|[一二三四五六七八九])班)",
)
_CANONICAL = re.compile(rf"(?P<grade>{'|'.join(GRADES)})\((?P<number>[1-9]\d?)\)班")
_NUMBER = re.compile(r"([1-9])\.(\d{1,2})")
_THREE_DIGITS = re.compile(r"([1-9])(\d\d)班?")


def parse_class(value: CellValue) -> str | Fault | None:
    """A class in its one spelling, 七年级(1)班 or 高一(3)班; None where the cell is blank.

    初一 is 七年级, 预初 is 六年级. A number such as 7.1 is a Fault: 7.10 looks the same. So is 701班, which may be a
    class of any numbering, and what is no class (语文组).
    """
    text = fold(as_text(value)).translate(_BRACKETS)
    if not isinstance(value, str):
        number = _NUMBER.fullmatch(text) if isinstance(value, float) else None
        return Fault("class_number", _number_hint(number))
    if not text:
        return None
    if number := _NUMBER.fullmatch(text):
        return Fault("class_number", _number_hint(number))
    found = _FULL.fullmatch(text) or _SHORT.fullmatch(text)
    if not found:
        return unreadable(text, "class_unreadable", _number_hint(_THREE_DIGITS.fullmatch(text)))
    return _spell(found["grade"], next(part for part in found.groups()[1:] if part))


def shift_class(canonical: str, years: int) -> str | None:
    """The same class so many school years later (earlier where negative); None outside 一年级 to 高三."""
    found = _CANONICAL.fullmatch(canonical)
    if not found:
        return None
    rung = GRADES.index(found["grade"]) + years
    return f"{GRADES[rung]}({found['number']})班" if 0 <= rung < len(GRADES) else None


def grade_of(canonical: str) -> str | None:
    """The grade of a class: 七年级 of 七年级(1)班."""
    found = _CANONICAL.fullmatch(canonical)
    return found["grade"] if found else None


def class_order(canonical: str) -> tuple[int, int, str]:
    """A key that sorts classes as a school lists them: by grade, then by number; what is no class comes last."""
    found = _CANONICAL.fullmatch(canonical)
    return (GRADES.index(found["grade"]), int(found["number"]), "") if found else (len(GRADES), 0, canonical)


def _spell(grade: str, number: str) -> str | Fault:
    digits = int(number) if number.isdigit() else _chinese_number(number)
    return f"{_grade(grade)}({digits})班" if digits else Fault("class_unreadable")


def _grade(text: str) -> str:
    if text in {"预初", "预备"}:
        return "六年级"
    rung = next(
        int(sign) if sign in "123456789" else _ONES.index(sign) + 1 for sign in text if sign in f"{_ONES}123456789"
    )
    if text.startswith("初"):
        return GRADES[rung + 5]
    return GRADES[rung + 8] if text.startswith("高") else GRADES[rung - 1]


def _chinese_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    tens_value = (_ONES.index(tens) + 1 if tens else 1) if ten else 0
    return tens_value * 10 + (_ONES.index(ones) + 1 if ones else 0)


def _number_hint(found: re.Match[str] | None) -> str:
    spelt = _spell(found[1], found[2]) if found else ""
    return spelt if isinstance(spelt, str) else ""
