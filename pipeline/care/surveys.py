"""Needs surveys of a term, class by class, and staff in hardship: the union's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.care.pairs import in_service, student_left_on, studying
from pipeline.classes import grade_of, shift_class
from pipeline.dates import school_year
from pipeline.terms import term_bounds, term_of

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Tables


SEPTEMBER = 9
OF_STUDENTS, OF_STAFF = "学生", "教职工"
COLUMNS = ["surveyed_on", "expected", "in_need", "responsible"]


def term_surveys(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """Every class and department with its survey in the term of the month's last day, as surveys_of_term gives them."""
    return surveys_of_term(tables, people, period, term_of(period.last))


def surveys_of_term(tables: Tables, people: People, period: Period, term: str) -> pd.DataFrame:
    """Every class and department with its survey in a term, up to the end of the month.

    Rule: at each term's start class teachers survey pupils' families and departments survey staff. Asked are the
    classes of registered students who are 在读 and the departments of staff in service at the end of the month, or of
    the term where it is over; a unit surveyed beyond these is listed too. Columns: term, unit, target (学生, 教职工),
    asked, done, survey (index of the register, or NA), surveyed_on, expected, in_need, responsible. A unit surveyed
    twice shows its last survey.
    """
    register = tables["surveys"].usable
    rows = register[(register["term"] == term) & (register["surveyed_on"] <= pd.Timestamp(period.last))]
    rows = rows.sort_values("surveyed_on", kind="stable").drop_duplicates(["unit", "target"], keep="last")
    rows = rows.sort_index().reset_index(names="survey")[["unit", "target", "survey", *COLUMNS]]
    table = _asked(people, period, term).merge(rows.astype({"survey": "Int64"}), on=["unit", "target"], how="outer")
    table = table.assign(term=term, asked=table["order"].notna(), done=table["survey"].notna())
    table = table.sort_values(["order", "survey"], ignore_index=True, na_position="last")
    return table[["term", "unit", "target", "asked", "done", "survey", *COLUMNS]]


def missing_surveys(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Unit and target of each survey that is asked and not there; table comes from term_surveys."""
    rows = table[table["asked"] & ~table["done"]]
    return list(zip(rows["unit"], rows["target"], strict=True))


def survey_history(tables: Tables, period: Period) -> pd.DataFrame:
    """For each term begun by the end of the month and each target: surveys, expected and in_need in all."""
    register = tables["surveys"].usable
    rows = register[register["surveyed_on"] <= pd.Timestamp(period.last)]
    rows = rows[rows["term"].map(lambda term: term_bounds(term)[0] <= period.last).astype(bool)]
    groups = rows.groupby(["term", "target"])
    return groups.agg(surveys=("unit", "size"), expected=("expected", "sum"), in_need=("in_need", "sum")).reset_index()


def _asked(people: People, period: Period, term: str) -> pd.DataFrame:
    begun, over = term_bounds(term)
    day = pd.Timestamp(min(over, period.last))
    classes = _classes(people.students[studying(people.students, day)], period, school_year(begun))
    departments = people.staff.loc[in_service(people.staff, day), "department"].unique()
    units = [*((unit, OF_STUDENTS) for unit in classes), *((unit, OF_STAFF) for unit in departments)]
    asked = pd.DataFrame(units, columns=["unit", "target"], dtype="str")
    return asked.assign(order=pd.Series(range(len(units)), dtype="Int64"))


def _classes(students: pd.DataFrame, period: Period, year: int) -> list[str]:
    """The classes that students were in in an earlier school year, by name.

    Their register has the class of the month's school year, for those who had left before it the last they were in.
    A class below the grades that the school has now was no class of this school.
    """
    left = student_left_on(students) <= pd.Timestamp(period.school_year, SEPTEMBER, 1)
    stayed = students.loc[~left, "class_name"].unique()
    grades = {grade_of(name) for name in stayed}
    if year == period.school_year:
        return sorted(students["class_name"].unique())
    earlier = (shift_class(name, year - period.school_year) for name in stayed)
    return sorted({*students.loc[left, "class_name"], *(name for name in earlier if name and grade_of(name) in grades)})


GRAVE = "严重"
IN_TIME, LATE, OVERDUE, WAITING, NOT_ASKED = "in_time", "late", "overdue", "waiting", ""


def hardship_cases(tables: Tables, settings: Settings, period: Period) -> pd.DataFrame:
    """Every case recorded up to the end of the month, in register order.

    Columns: case (index of the register), date, name, department, hardship_kind, severity, grave, limit (the last day
    for reporting a grave case), reported_to, reported_on, outcome, state: in_time, late, overdue (not reported, the
    limit past), waiting (not reported, still in time), "" (not grave). What is missing is judged at the end of the
    month; the limit's last day is in time.
    """
    frame = tables["staff_hardship"].usable
    day = pd.Timestamp(period.last)
    rows = frame[frame["date"] <= day]
    limit = rows["date"] + pd.Timedelta(days=settings.report_days)
    reported = rows["reported_on"].where(rows["reported_on"] <= day)
    grave = rows["severity"] == GRAVE
    state = np.select(
        [~grave, reported <= limit, reported > limit, limit < day],
        [NOT_ASKED, IN_TIME, LATE, OVERDUE],
        default=WAITING,
    )
    columns = ["date", "name", "department", "hardship_kind", "severity", "reported_to", "reported_on", "outcome"]
    return rows[columns].assign(grave=grave, limit=limit.where(grave), state=state).reset_index(names="case")
