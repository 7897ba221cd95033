"""Faults in the staff and student registers themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.classes import shift_class
from pipeline.findings import Finding
from pipeline.period import Period
from pipeline.registers import STUDYING
from pipeline.rules.people.roster import Roster, make_roster
from pipeline.rules.people.years import years_of_dates

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables import Table

# From how many pupils on, and of which part of those that disagree, one cause is taken for all.
_LEAST_PUPILS, _NEARLY_ALL = 10, 0.9


def staff_roster(table: Table) -> tuple[Roster, list[Finding]]:
    """The staff to look up, and the faults of their register."""
    roster = make_roster(table, ("staff_no", "department"), repeated_numbers(table, "staff_no"))
    return roster, repeated_number_findings(table, "staff_no")


def student_roster(table: Table, period: Period) -> tuple[Roster, list[Finding]]:
    """The students to look up, and the faults of their register."""
    unfit = repeated_numbers(table, "student_no") | without_status_date(table)
    roster = make_roster(table, ("student_no", "class_name"), unfit, _class_years(table, period))
    return roster, [*repeated_number_findings(table, "student_no"), *status_date_findings(table)]


def _class_years(table: Table, period: Period) -> dict[int, tuple[int, ...]]:
    """The school years in which the class that the register names may have been the student's.

    Rule: it is that of the school year of the month. Of a student who has left it may be the last one's.
    """
    left = years_of_dates(table.frame["status_on"])
    return {
        row: (period.school_year, year) if year else (period.school_year,)
        for row, year in zip(table.frame.index.tolist(), left.tolist(), strict=True)
    }


def repeated_numbers(table: Table, number_field: str) -> pd.Series[bool]:
    """Which rows repeat the number of an earlier row."""
    numbers = table.frame[number_field]
    return numbers.ne("") & numbers.duplicated()


def repeated_number_findings(table: Table, number_field: str) -> list[Finding]:
    """A finding at each later row with a number that was used before."""
    frame = table.frame
    first_row = dict(zip(reversed(frame[number_field].tolist()), reversed(frame.index.tolist()), strict=True))
    findings = []
    for row in frame.index[repeated_numbers(table, number_field)].tolist():
        number = str(frame[number_field].to_numpy()[row])
        first = first_row[number]
        place = table.place(first, number_field)
        facts = {
            "number_title": table.register.field(number_field).title,
            "number": number,
            "first": str(frame["name"].to_numpy()[first]),
            "name": str(frame["name"].to_numpy()[row]),
            "place": place.address,
        }
        findings.append(Finding("number_repeated", table.place(row, number_field), facts, (place,)))
    return findings


def without_status_date(students: Table) -> pd.Series[bool]:
    """Which students have left the state 在读 without a date; a state of no such name has a fault of its own."""
    frame = students.frame
    left = set(students.register.field("status").words) - {STUDYING}
    return frame["status"].isin(left) & frame["status_on"].isna()


def status_date_findings(students: Table) -> list[Finding]:
    """A finding for each student who has left the state 在读 without a date.

    Rule: 状态 not 在读 needs its 状态日期, the first day of the new state.
    """
    frame = students.frame[without_status_date(students)]
    rows, names, states = frame.index.tolist(), frame["name"].tolist(), frame["status"].tolist()
    return [
        Finding("status_without_date", students.place(row, "status_on"), {"name": name, "status": status})
        for row, name, status in zip(rows, names, states, strict=True)
    ]


def list_of_later_year(found: list[Finding], students: Table, period: Period) -> list[Finding]:
    """The findings, with one for the whole of 学生 where it has the classes of the school year after the month's.

    Rule: 学生 is kept up to date, its class is that of the school year of the month. Whoever reports a month before
    September later on has a list that has moved up: nearly all pupils that disagree were written just one grade lower.
    Before a new school year has begun they are told one by one: then it is the writing that lags behind.
    """
    if Period(period.today.year, period.today.month, period.today).school_year <= period.school_year:
        return found
    lower = [finding for finding in found if _one_grade_lower(finding)]
    rest = [finding for finding in found if not _one_grade_lower(finding)]
    pupils = {finding.also for finding in lower}
    others = {finding.also for finding in rest if finding.code == "class_disagrees"}
    if len(pupils) < max(_LEAST_PUPILS, _NEARLY_ALL * (len(pupils) + len(others))):
        return found
    return [*rest, _moved_up(lower[0], len(pupils), len(lower), students, period)]


def _one_grade_lower(finding: Finding) -> bool:
    facts = finding.facts
    return finding.code == "class_disagrees" and shift_class(facts["then"], -1) == facts["written"]


def _moved_up(example: Finding, pupils: int, cells: int, students: Table, period: Period) -> Finding:
    """The one finding, at the first class of 学生, with one pupil as an example."""
    (listed,) = example.also
    written = example.where or listed
    facts = {
        **{name: example.facts[name] for name in ("name", "register", "registered", "written")},
        "pupils": str(pupils),
        "cells": str(cells),
        "listed_at": listed.address,
        "written_at": written.address,
        "year": f"{period.school_year}-{period.school_year + 1}",
    }
    first = students.frame.index[students.frame["class_name"].ne("")].tolist()[0]
    return Finding("list_of_later_year", students.place(first, "class_name"), facts, (listed, written))
