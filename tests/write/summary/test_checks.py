"""联系核查 and what stands beside visits and surveys: what somebody should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages.summary_sheets import TABLES
from pipeline.write.summary.figures import figures_of
from pipeline.write.summary.parts import TablePart
from pipeline.write.summary.sheets.checks import checks_sheet
from pipeline.write.summary.sheets.contacts import pupils_sheet
from pipeline.write.summary.sheets.visits import visits_sheet
from tests.write.summary.example import REGISTERS, SETTINGS, examine

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet

# What was written of 韦小北 in October is what was written of 李漾 in September, but for a comma.
CONTACTS = """
    日期       | 帮扶人 | 学生   | 方式 | 思想动态 | 学习状况 | 生活状况 | 登记日期
    2026-09-20 | 傅青松 | 李漾   | 谈心 | 好，很好 | 好       | 好       | 2026-10-30
    2026-10-22 | 傅青松 | 韦小北 | 谈心 | 好 很好  | 好       | 好       | 2026-10-23
    2026-09-02 | 傅青松 | 韦小北 | 谈心 | 另一样   | 好       | 好       |
"""


def month() -> Outcome:
    return examine(SETTINGS, **{**REGISTERS, "联系": CONTACTS})


def rows(sheet: Sheet, key: str) -> list[list[object]]:
    (part,) = [each for each in sheet.parts if isinstance(each, TablePart) and each.name == TABLES[key].name]
    return [list(row) for row in zip(*(column.cells for column in part.columns), strict=True)]


def test_equal_records_stand_together_and_late_ones_with_their_days() -> None:
    sheet = checks_sheet(month(), figures_of(month()))
    assert [[row[0], row[3], row[5]] for row in rows(sheet, "equal")] == [
        [1, "李漾", "标点或空格不同"],
        [1, "韦小北", "标点或空格不同"],
    ]
    assert [row[2:5] for row in rows(sheet, "late")] == [[40, "傅青松", "李漾"]]


def test_departments_have_their_work_counted() -> None:
    found = {row[0]: row[1:] for row in rows(checks_sheet(month(), figures_of(month())), "departments")}
    assert found["数学组"][:3] == [1, 2, 1]
    assert list(found) == ["校长室", "数学组", "英语组"]


def test_runs_of_missed_months_say_whether_they_go_on() -> None:
    outcome = examine(SETTINGS, **{**REGISTERS, "联系": CONTACTS.rsplit("\n", 4)[0] + "\n"})
    found = rows(checks_sheet(outcome, figures_of(outcome)), "runs")
    assert all(row[7] in {"仍未联系", "已恢复"} for row in found)
    assert all(isinstance(row[6], int) and row[6] >= 2 for row in found)
    assert found


def test_visits_stand_beside_their_payments_and_pupils_beside_the_measures() -> None:
    figures = figures_of(month())
    assert rows(visits_sheet(month(), figures), "paid_visits") == [
        ["", 30_000, None, 30_000, "登记.xlsx!慰问!2", ""],
    ]
    assert rows(visits_sheet(month(), figures), "survey_history") == [["2026-2027学年第一学期", "学生", 1, 40, 3]]
    pupils = rows(pupils_sheet(month(), figures.progress), "pupils")
    assert [row[5] for row in pupils if row[1] == "李漾"] == ["谈心"]
