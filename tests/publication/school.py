# ruff: noqa: E501 - the rows of a register are not cut
"""A month of a small school, from text tables to an outcome, through the rules and figures of the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pipeline.care.contacts import contact_status
from pipeline.care.coverage import coverage
from pipeline.fund.books import compute_books
from pipeline.fund.reconciliation import Reconciliation, reconcile
from pipeline.rules.people import resolve
from tests.ledgers import OCTOBER, SCHOOL, make_tables
from tests.outcomes import outcome_of

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from pipeline.period import Period
    from pipeline.settings import Settings

SETTINGS = replace(
    SCHOOL,
    fund="云岭示例中学爱心扶贫基金",
    telephone="0571-00005566",
    office="学校党政办公室",
    account="0000 1111 2222 3333",
)
STAFF = """
    工号  | 姓名   | 部门   | 职务级别 | 党员
    T0001 | 陆承宇 | 校长室 | 校级领导 | 是
    T0002 | 贺文洁 | 政教处 | 中层领导 | 是
    T0003 | 史一鸣 | 语文组 | 教师     | 是
"""
STUDENTS = """
    学号   | 姓名          | 班级        | 类别          | 困难等级 | 状态 | 监护人 | 联系电话    | 身份证号           | 住址                   | 享受政策
    S00001 | 李漾          | 七年级(1)班 | 贫困生        | 特别困难 | 在读 | 李根发 | 19900000011 | 330190201311040032 | 云岭县石桥镇枫树湾17号 | 建档立卡户
    S00002 | 张砚          | 八年级(2)班 | 贫困生+问题生 | 困难     | 在读 | 张满仓 | 19900000015 | 33019020120315047X | 云岭县石桥镇上湾村9号  | 特困供养
    S00003 | 张霁          | 八年级(2)班 | 贫困生        | 困难     | 在读 | 张广富 | 19900000016 | 330190201207020584 | 云岭县白沙乡22号       | 低保家庭
    S00004 | 夏依代·买买提 | 八年级(1)班 | 贫困生        | 困难     | 在读 |        |             |                    |                        |
"""


def month_of(settings: Settings = SETTINGS, period: Period = OCTOBER, /, **texts: str) -> Outcome:
    """The outcome of a month (October 2026, run on 3 November) with those registers, by their titles."""
    tables = make_tables(**{"教职工": STAFF, "学生": STUDENTS, **texts})
    people, _ = resolve(tables, period)
    # What a test does not speak of is not worked out: these two take most of the time.
    parts: dict[str, Any] = {"reconciliation": Reconciliation(None, None, None, None)}
    if "银行流水" in texts:
        parts["reconciliation"], _ = reconcile(tables, settings, period)
    if "结对" in texts:
        parts["contacts"] = contact_status(tables, people, settings, period)
        parts["coverage"] = coverage(tables, people, period)
    return replace(
        outcome_of(**parts),
        period=period,
        settings=settings,
        tables=tables,
        people=people,
        books=compute_books(tables, settings, period),
    )
