"""A small school for tests of who is meant: a test names only the registers that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.people import resolve
from tests.ledgers import OCTOBER, make_tables, told

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.period import Period
    from pipeline.rules.people import People

STAFF = """
    工号 | 姓名   | 部门   | 职务级别 | 党员
    T1   | 贺文洁 | 政教处 | 教师     | 是
    T2   | 史一鸣 | 语文组 | 教师     | 是
    T3   | 陆承宇 | 校长室 | 校级领导 | 是
"""
# 王芳 twice, in two classes.
STUDENTS = """
    学号 | 姓名   | 班级        | 类别   | 状态 | 状态日期
    S1   | 李明   | 七年级(1)班 | 贫困生 | 在读 |
    S2   | 王芳   | 七年级(1)班 | 贫困生 | 在读 |
    S3   | 王芳   | 八年级(2)班 | 贫困生 | 在读 |
    S4   | 罗小满 | 八年级(1)班 | 贫困生 | 在读 |
"""
HE, SHI, LU = 0, 1, 2  # 贺文洁, 史一鸣, 陆承宇
LI_MING, WANG_7, WANG_8, LUO = 0, 1, 2, 3


def look(period: Period = OCTOBER, /, **texts: str) -> tuple[People, list[Finding]]:
    """People and findings of a school with these registers, beside STAFF and STUDENTS where they are not given."""
    return resolve(make_tables(**{"教职工": STAFF, "学生": STUDENTS, **texts}), period)


def said(**texts: str) -> list[tuple[str, str]]:
    """Code and cell of each finding."""
    return told(look(**texts)[1])


def paired(people: People) -> list[tuple[int, int, int]]:
    """Pairings as (row, helper, student)."""
    return list(people.pairings.itertuples(name=None))


def met(people: People) -> list[tuple[int, int, int]]:
    """Contacts as (row, helper, student)."""
    return list(people.contacts.itertuples(index=False, name=None))
