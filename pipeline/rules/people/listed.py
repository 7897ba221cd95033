"""Students in 学业, staff in 困难教职工, visitors in 慰问."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.people import complaints
from pipeline.rules.people.mentions import Source, look_up, mentions_of, told_apart
from pipeline.rules.people.years import years_of_terms
from pipeline.tables import OK

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.findings import Finding
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table

STUDENT = Source("student", "student_no", "class_name")
IN_HARDSHIP = Source("name", "staff_no", "department")
VISITOR = Source("visitor")


def progress_students(table: Table, students: Roster) -> tuple[pd.DataFrame, list[Finding]]:
    """The student of each sound row of 学业 (columns row, student).

    Rule: a student in no register is an error; the class is read as of the row's term, then as of the month.
    """
    mentions = mentions_of(table, STUDENT)
    years = years_of_terms(table.frame["term"])
    mentions = mentions.assign(year=years[mentions["row"]].to_numpy())
    mentions = told_apart(look_up(mentions, students), students)
    sound = _sound(table, mentions, students).rename(columns={"person": "student"})
    found = complaints.about(table, STUDENT, mentions, students)
    return sound[["row", "student"]].reset_index(drop=True), found


def staff_in_hardship(table: Table, staff: Roster) -> tuple[pd.Series[int], list[Finding]]:
    """The member of staff of each sound row of 困难教职工. Rule: 姓名 that is no staff is an error."""
    mentions = told_apart(look_up(mentions_of(table, IN_HARDSHIP), staff), staff)
    sound = _sound(table, mentions, staff).set_index("row")["person"]
    return sound.rename_axis(None), complaints.about(table, IN_HARDSHIP, mentions, staff)


def visitor_findings(table: Table, staff: Roster) -> list[Finding]:
    """What is said about 走访人. Rule: one who is no staff is an error."""
    return complaints.about(table, VISITOR, look_up(mentions_of(table, VISITOR), staff), staff)


def _sound(table: Table, mentions: pd.DataFrame, roster: Roster) -> pd.DataFrame:
    """The mentions in sound rows of people whose own row is sound."""
    rows = table.frame.index[table.frame[OK]]
    return mentions[mentions["row"].isin(rows) & mentions["person"].isin(roster.fit)]
