"""Wording of findings: care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages.message import Message

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

# Why a pairing owed no contact in a month; the keys are those of pipeline.care.contacts.
REASONS: dict[str, str] = {
    "exempt_month": "免检月份",
    "leader_not_asked": "领导包扶不要求每月联系",
    "started_late": "本月宽限日之后开始结对",
    "ended_early": "本月宽限日之前（含当日）结束结对",
    "student_left": "学生已不在读",
    "helper_left": "帮扶人已离岗",
}
STATUSES: dict[str, str] = {"met": "已联系", "incomplete": "记录不全", "missing": "未联系", "not_due": "本月不要求"}
PARTS: dict[str, str] = {"thoughts": "思想动态", "study": "学习状况", "life": "生活状况"}
PLAN_PARTS: dict[str, str] = {"measures": "帮扶措施", "tasks": "重点任务", "goals": "目标"}
# 月度通报: the counts of a department, by the names of pipeline.care.departments.COUNTS.
DEPARTMENT_COUNTS: dict[str, str] = {
    "staff": "在职(人)",
    "pairings": "有效结对(对)",
    "contacts": "联系(次)",
    "due": "应联系(对)",
    "met": "已联系(对)",
    "incomplete": "记录不全(对)",
    "missing": "未联系(对)",
    "visits": "走访(次)",
    "surveys": "摸底(个)",
    "gifts": "捐款(笔)",
}
NO_DEPARTMENT = "（未填部门）"


def pairing_dates(started_on: pd.Timestamp, ended_on: pd.Timestamp) -> str:
    """The dates of a pairing in words; ended_on is NaT for one without an end."""
    if ended_on != ended_on:  # noqa: PLR0124 - NaT differs from itself, and pandas need not be loaded here
        return f"{started_on:%Y-%m-%d}起"
    return f"{started_on:%Y-%m-%d}至{ended_on:%Y-%m-%d}"


def lost_pupil(student: str, until: dt.date | None) -> str:
    """What became of a member's last pupil, in words; "" where there never was one."""
    if not student:
        return ""
    return f"：原结对学生{student}" + (f"的结对已于{until.isoformat()}中止" if until else "已离校")


ENTRIES: dict[str, Message] = {
    "contact_outside_pairing": Message(
        "error",
        "联系日期不在结对期间",
        "{helper}与{student}的联系日期是{date}，而两人的结对期间是{spans}；这次联系不计入。",
        "请核对联系日期；日期无误的，请改正「结对」表中的开始日期或结束日期。",
    ),
    "contact_unpaired": Message(
        "warning",
        "联系双方没有结对",
        "「结对」表中没有{helper}与{student}的结对，这次联系不计入任何人。",
        "请核对帮扶人和学生姓名；确有结对的，请在「结对」表中补登。",
    ),
    "contact_entered_twice": Message(
        "warning",
        "同一次联系疑似登记了两次",
        "{date}{helper}与{student}的联系，与{first}的日期、人员、方式和内容都相同，可能是同一次登记了两次。",
        "请核对：确是同一次的，请删去多登的一行；确是两次的，不用改。联系次数按登记的行数计算。",
    ),
    "pairing_without_reason": Message(
        "error",
        "结对已结束但没有原因",
        "{helper}与{student}的结对于{ended}结束，没有填写结束原因。",
        "请填写结束原因，例如毕业、转学、调离、退休；没有结束的，请清空结束日期。",
    ),
    "pairing_broken": Message(
        "warning",
        "结对未满三年就结束",
        "{helper}与{student}的结对自{started}开始，{ended}结束，未满三年；原因是「{reason}」。",
        "结对原则上三年不变。请核对日期和原因，并请领导小组知悉。",
    ),
    "member_without_pairing": Message(
        "warning",
        "党员没有结对学生",
        "党员{name}（{department}）在月末没有结对的学生{lost}。",
        "每名党员至少结对一名学生。请安排结对并在「结对」表中登记。",
    ),
    "leader_without_pairing": Message(
        "warning",
        "校级领导没有包扶学生",
        "校级领导{name}在月末没有领导包扶的学生。",
        "每名校级领导包扶一至三名学生。请安排包扶并在「结对」表中登记。",
    ),
    "leader_with_too_many": Message(
        "warning",
        "校级领导包扶学生超过三名",
        "校级领导{name}在月末包扶{count}名学生，多于三名。",
        "每名校级领导包扶一至三名学生。请调整包扶安排，或核对「结对」表中的类型。",
    ),
    "student_without_helper": Message(
        "warning",
        "贫困生没有帮扶人",
        "{class_name}{student}在月末没有帮扶人，「结对」表中也没有结过对。",
        "每名贫困生都要有人帮扶。请安排结对并在「结对」表中登记。",
    ),
    "student_lost_helper": Message(
        "warning",
        "贫困生的结对中断",
        "{class_name}{student}在月末没有帮扶人：原帮扶人{helper}的结对已于{ended}结束。",
        "每名贫困生都要有人帮扶。请安排新的帮扶人并在「结对」表中登记。",
    ),
    "student_helper_left": Message(
        "warning",
        "贫困生的帮扶人已离岗",
        "{class_name}{student}在月末没有帮扶人：帮扶人{helper}已不在岗。",
        "请结束原结对（写明日期和原因），安排新的帮扶人并在「结对」表中登记。",
    ),
    "pairing_expired": Message(
        "warning",
        "结对已满三年",
        "{helper}与{student}的结对自{started}开始，{due}满三年，仍未结束。",
        "请办理期满：填写结束日期和原因；继续帮扶的，另登记一行新的结对。",
    ),
    "pairing_without_measures": Message(
        "warning",
        "结对缺少措施、任务或目标",
        "{helper}与{student}的结对没有填写{parts}。",
        "请帮扶人补写{parts}。",
    ),
    "pairing_twice": Message(
        "warning",
        "同一结对登记了两次",
        "{helper}与{student}自{started}起的结对，与{first}的结对类型相同、日期重叠，可能是同一结对登记了两次。",
        "确是同一结对的，请删去多登的一行；原结对已经结束的，请在原来那一行填写结束日期和原因。",
    ),
    "stock_negative": Message(
        "error",
        "物资库存为负",
        "{date}发放后，{item}的库存为{stock}{unit}，发出多于收入。",
        "请核对数量、日期和方向；漏登的收入请补登一行。",
    ),
}
