"""What one pupil's file says is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.care.pupil import dossiers, pupil_gaps, pupil_months
from pipeline.messages.dossier import GAPS
from tests.care.school import PLAIN, people_of, period, school

if TYPE_CHECKING:
    from pipeline.period import Period

STUDENT = "学号 | 姓名 | 班级 | 类别 | 困难等级 | 认定日期 | 状态 | 状态日期 | 监护人 | 联系电话"
COMPLETE = "S1 | 李明 | 七年级(1)班 | 贫困生 | 困难 | 2026-09-10 | 在读 | | 李父 | 199"
PAIRING = "帮扶人 | 学生 | 类型 | 开始日期 | 结束日期 | 帮扶措施 | 重点任务 | 目标"
WHOLE = "贺文洁 | 李明 | 党员帮扶 | 2026-09-01 | | 谈心 | 补习 | 进步"
CONTACT = "日期 | 帮扶人 | 学生 | 方式 | 思想动态 | 学习状况 | 生活状况"
TALKS = ("2026-09-20 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-10-20 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可")
OCTOBER = period("2026-10", "2026-11-03")


def gaps_of(
    student: str = COMPLETE,
    pairings: tuple[str, ...] = (WHOLE,),
    talks: tuple[str, ...] = TALKS,
    month: Period = OCTOBER,
    **more: str,
) -> list[tuple[str, dict[str, str]]]:
    tables = school(
        students=f"{STUDENT}\n{student}",
        pairings="\n".join([PAIRING, *pairings]),
        contacts="\n".join([CONTACT, *talks]),
        **more,
    )
    people = people_of(tables)
    (dossier,) = dossiers(tables, people, month, "李明")
    gaps = pupil_gaps(dossier, pupil_months(tables, people, PLAIN, month, dossier.student_id), month)
    assert all("{" not in GAPS[code].format(**facts) for code, facts in gaps)
    return gaps


def test_a_pupil_well_cared_for_lacks_nothing() -> None:
    assert gaps_of() == []


@pytest.mark.parametrize(
    ("changes", "code", "facts"),
    [
        ({"pairings": ()}, "no_helper", {}),
        (
            {"pairings": ("贺文洁 | 李明 | 党员帮扶 | 2026-09-01 | 2026-10-31 | 谈心 | 补习 | 进步",)},
            "no_helper",
            {},
        ),
        ({"talks": TALKS[:1]}, "missed", {"helper": "贺文洁", "months": "2026-10", "count": "1"}),
        (
            {"talks": (*TALKS[:1], "2026-10-20 | 贺文洁 | 李明 | 谈心 | 稳 | | 可")},
            "incomplete",
            {"helper": "贺文洁", "months": "2026-10", "count": "1"},
        ),
        (
            {"pairings": ("贺文洁 | 李明 | 党员帮扶 | 2026-09-01 | | 谈心 | |",)},
            "unwritten",
            {"helper": "贺文洁", "parts": "tasks、goals"},
        ),
        ({"pairings": ("贺文洁 | 李明 | 党员帮扶 | 2023-09-01 | | 谈心 | 补习 | 进步",)}, "expired", None),
        ({"student": COMPLETE.replace("困难 |", "|")}, "unrecognised", {}),
        ({"student": COMPLETE.replace("2026-09-10", "")}, "unrecognised", {}),
        ({"student": COMPLETE.replace("2026-09-10", "2026-08-31")}, "no_progress", {"term": "2025-2026学年第二学期"}),
        ({"student": COMPLETE.replace("李父", "")}, "no_guardian", {}),
    ],
)
def test_what_is_missing(changes: dict[str, str], code: str, facts: dict[str, str] | None) -> None:
    found = dict(gaps_of(**changes))  # type: ignore[arg-type]  # the changes of the table above
    assert code in found
    assert facts is None or found[code] == facts


def test_a_month_still_running_is_not_missed_yet() -> None:
    assert gaps_of(talks=TALKS[:1], month=period("2026-10", "2026-10-20")) == [("due_now", {"month": "2026-10"})]


def test_a_pupil_who_left_lacks_only_what_was_due_before() -> None:
    left = COMPLETE.replace("在读 |", "毕业 | 2026-10-16").replace("李父", "")
    assert [code for code, _ in gaps_of(left, talks=TALKS[:1])] == ["missed"]
