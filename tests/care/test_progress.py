"""Progress from term to term, surveys of a term, and one pupil's dossier."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.care.progress import progress_by_term, progress_of_pupils
from pipeline.care.pupil import dossiers
from pipeline.care.surveys import missing_surveys, survey_history, term_surveys
from tests.care.school import OCTOBER, people_of, period, school

FIRST, SECOND, THIRD = "2025-2026学年第一学期", "2025-2026学年第二学期", "2026-2027学年第一学期"
HEAD = "学期 | 学生 | 平均分 | 年级名次 | 品德等级 | 旷课节数"

# One line a case: before / after | verdict | why. Columns: average, rank, conduct, absences.
CHANGES = """
    70 | 60 | 良 | 0 / 74 | 52 | 良 | 0 / improved / all better
    66.5 | 60 | 良 | 0 / 66 | 52 | 良 | 0 / improved / a harder examination: the rank decides
    70 | 50 | 良 | 0 / 74 | 51 | 良 | 0 / slipped / one place down, whatever the average
    70 |  | 良 | 0 / 69.5 | 52 | 良 | 0 / slipped / no rank before: the average decides
    70 | 50 | 优 | 0 / 74 | 40 | 良 | 0 / slipped / conduct fell
    70 | 50 | 良 | 0 / 74 | 40 | 良 | 1 / slipped / absent once
    70 | 50 | 良 | 3 / 70 | 50 | 良 | 1 / improved / absent less
    70 | 50 | 良 | 0 / 72 | 50 | 良 | 0 / steady / the same rank
    70 |  |  |  /  | 50 | 良 | / unknown / nothing in both terms
     |  | 差 |  /  |  | 中 | / improved / conduct alone
"""
CHANGE_CASES = [[part.strip() for part in line.split("/")] for line in CHANGES.strip().splitlines()]


@pytest.mark.parametrize(("before", "after", "verdict", "why"), CHANGE_CASES, ids=[c[3] for c in CHANGE_CASES])
def test_verdict_of_two_terms(before: str, after: str, verdict: str, why: str) -> None:
    tables = school(progress=f"{HEAD}\n{FIRST} | 李明 | {before}\n{SECOND} | 李明 | {after}")
    table = progress_by_term(tables, people_of(tables), OCTOBER)
    assert table["verdict"].tolist() == ["unknown", verdict], why


def test_a_term_is_compared_with_the_pupils_own_last_in_any_order_of_rows() -> None:
    tables = school(
        progress=f"""{HEAD}
        {THIRD}  | 李明   | 80 | 20 | 优 | 0
        {FIRST}  | 罗小满 | 60 | 90 | 良 | 0
        {FIRST}  | 李明   | 70 | 30 | 良 | 0
        2026-2027学年第二学期 | 李明 | 10 | 99 | 差 | 9
        """,
    )
    table = progress_by_term(tables, people_of(tables), OCTOBER)
    assert table[["row", "term"]].to_numpy().tolist() == [[2, FIRST], [0, THIRD], [1, FIRST]]
    assert table["average_before"].fillna(-1).tolist() == [-1, 70, -1]
    assert table["earlier_row"].fillna(-1).tolist() == [-1, 2, -1]


def test_the_later_of_two_rows_of_one_term_counts() -> None:
    tables = school(progress=f"{HEAD}\n{FIRST} | 李明 | 70 | | |\n{FIRST} | 李明 | 71 | | |")
    assert progress_by_term(tables, people_of(tables), OCTOBER)["average"].tolist() == [71]


PUPILS = """
    姓名 | 班级        | 类别   | 状态 | 状态日期
    甲   | 七年级(1)班 | 贫困生 | 在读 |
    乙   | 七年级(1)班 | 贫困生 | 在读 |
    丙   | 七年级(1)班 | 贫困生 | 辍学 | 2026-10-31
    丁   | 七年级(1)班 | 贫困生 | 辍学 | 2026-11-01
    戊   | 七年级(1)班 | 贫困生 | 在读 |
"""


def test_drop_outs_first_then_those_who_slipped_with_helpers_and_measures() -> None:
    tables = school(
        students=PUPILS,
        progress=f"""{HEAD}
        {FIRST}  | 甲 | 70 | 30 | 良 | 0
        {SECOND} | 甲 | 80 | 20 | 良 | 0
        {FIRST}  | 戊 | 70 | 30 | 良 | 0
        {SECOND} | 戊 | 60 | 40 | 良 | 0
        """,
        pairings="""
        帮扶人 | 学生 | 类型     | 开始日期   | 结束日期   | 帮扶措施
        贺文洁 | 戊   | 党员帮扶 | 2025-09-01 |            | 补数学
        史一鸣 | 戊   | 党员帮扶 | 2025-09-01 |            |
        史一鸣 | 甲   | 党员帮扶 | 2025-09-01 | 2026-10-01 | 谈心
        """,
    )
    table = progress_of_pupils(tables, people_of(tables), OCTOBER)
    assert table[["student", "verdict", "helpers", "measures"]].to_numpy().tolist() == [
        ["丙", "dropped_out", "", ""],
        ["戊", "slipped", "贺文洁、史一鸣", "补数学"],
        ["甲", "improved", "", ""],
        ["乙", "unknown", "", ""],
        ["丁", "unknown", "", ""],
    ]


def test_no_progress_recorded() -> None:
    tables = school()
    assert progress_of_pupils(tables, people_of(tables), OCTOBER)["verdict"].tolist() == ["unknown", "unknown"]


SURVEY_HEAD = "学期 | 单位 | 对象 | 摸底日期 | 应摸底人数 | 困难人数 | 责任人"
ALL_DONE = f"""{SURVEY_HEAD}
    {THIRD} | 七年级(1)班 | 学生   | 2026-09-07 | 45 | 1 | 贺文洁
    {THIRD} | 八年级(1)班 | 学生   | 2026-09-07 | 44 | 2 | 贺文洁
    {THIRD} | 政教处      | 教职工 | 2026-09-09 | 6  | 0 | 史一鸣
    {THIRD} | 语文组      | 教职工 | 2026-09-09 | 9  | 1 | 史一鸣
"""


def missing(text: str, month: str = "2026-10", **texts: str) -> list[tuple[str, str]]:
    tables = school(surveys=text, **texts)
    return missing_surveys(term_surveys(tables, people_of(tables), period(month)))


def without(number: int) -> str:
    return "\n".join(line for row, line in enumerate(ALL_DONE.splitlines()) if row != number)


@pytest.mark.parametrize(
    ("text", "month", "answer"),
    [
        (ALL_DONE, "2026-10", []),
        (without(2), "2026-10", [("八年级(1)班", "学生")]),
        (without(4), "2026-10", [("语文组", "教职工")]),
        (ALL_DONE.replace("政教处      | 教职工", "政教处      | 学生"), "2026-10", [("政教处", "教职工")]),
        (ALL_DONE.replace("2026-09-07 | 44", "2026-11-01 | 44"), "2026-10", [("八年级(1)班", "学生")]),
        (ALL_DONE, "2027-01", []),
        (without(1), "2026-09", [("七年级(1)班", "学生")]),
    ],
    ids=["all", "a class", "a department", "wrong target", "only after the month", "to the term's end", "September"],
)
def test_missing_surveys_are_named(text: str, month: str, answer: list[tuple[str, str]]) -> None:
    assert missing(text, month) == answer


def test_last_terms_surveys_do_not_count_for_this_one() -> None:
    assert len(missing(ALL_DONE, "2027-02")) == 4


def test_only_classes_of_pupils_here_and_departments_of_staff_in_service_are_asked() -> None:
    students = "姓名 | 班级 | 类别 | 状态 | 状态日期\n甲 | 七年级(1)班 | 贫困生 | 毕业 | 2026-06-30"
    staff = "姓名 | 部门 | 职务级别 | 党员 | 状态 | 离岗日期\n荀守田 | 语文组 | 教师 | 是 | 退休 | 2026-08-31"
    assert missing(SURVEY_HEAD, students=students, staff=staff) == []


def test_a_unit_beyond_those_asked_and_a_second_survey() -> None:
    more = ALL_DONE + f"{THIRD} | 九年级(9)班 | 学生 | 2026-09-08 | 40 | 3 | 贺文洁\n"
    more += f"{THIRD} | 七年级(1)班 | 学生 | 2026-09-20 | 46 | 2 | 贺文洁"
    tables = school(surveys=more)
    table = term_surveys(tables, people_of(tables), OCTOBER).set_index("unit")
    assert table["asked"].tolist() == [True, True, True, True, False]
    assert (table.loc["七年级(1)班", "expected"], table.loc["七年级(1)班", "survey"]) == (46, 5)
    assert survey_history(tables, OCTOBER).to_numpy().tolist() == [
        [THIRD, "学生", 4, 175, 8],
        [THIRD, "教职工", 2, 15, 1],
    ]


DOSSIER_TABLES = school(
    students="""
        学号 | 姓名 | 班级        | 类别   | 状态
        S1   | 李明 | 七年级(1)班 | 贫困生 | 在读
        S2   | 李明 | 七年级(2)班 | 贫困生 | 在读
    """,
    pairings="""
        帮扶人 | 学生 | 班级        | 类型     | 开始日期
        贺文洁 | 李明 | 七年级(1)班 | 党员帮扶 | 2025-09-01
    """,
    contacts="""
        日期       | 帮扶人 | 学生 | 班级        | 方式
        2026-10-20 | 贺文洁 | 李明 | 七年级(1)班 | 谈心
        2026-09-20 | 贺文洁 | 李明 | 七年级(1)班 | 谈心
        2026-11-01 | 贺文洁 | 李明 | 七年级(1)班 | 谈心
    """,
    disbursements="""
        日期       | 受助对象 | 对象类别 | 项目     | 金额 | 方式 | 经办人
        2026-10-12 | 李明     | 学生     | 生活补助 | 500  | 现金 | 苗青禾
        2026-10-13 | 李明     | 学生     | 生活补助 | 300  | 现金 | 苗青禾
    """,
)


def test_a_dossier_by_name_or_number() -> None:
    aid = pd.DataFrame({"staff": [-1, -1], "student": [0, 1]})
    people = replace(people_of(DOSSIER_TABLES), recipients=aid)
    by_name = dossiers(DOSSIER_TABLES, people, OCTOBER, "李 明")
    assert [dossier.student["class_name"] for dossier in by_name] == ["七年级(1)班", "七年级(2)班"]
    [dossier] = dossiers(DOSSIER_TABLES, people, OCTOBER, "S1")
    assert dossier.contacts.index.tolist() == [1, 0]
    assert (len(dossier.pairings), dossier.aid.index.tolist(), dossier.aid_total) == (1, [0], 50000)
    assert dossiers(DOSSIER_TABLES, people, OCTOBER, "") == []
    assert dossiers(DOSSIER_TABLES, people, OCTOBER, "无此人") == []
