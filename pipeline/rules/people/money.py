"""Who gave, who received and who was visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.classes import parse_class
from pipeline.registers import PERSON_KINDS, PUPIL
from pipeline.rules.people import complaints
from pipeline.rules.people.mentions import SEVERAL, Source, look_up, mentions_of, misfits, told_apart
from pipeline.rules.people.model import NOBODY
from pipeline.rules.people.years import years_of_dates

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table

DONOR = Source("donor", "staff_no", "department")
PUPIL_DONOR = Source("donor", unit="department")
AIDED_PUPIL = Source("recipient", "student_no", "class_name")
RECIPIENT = Source("recipient")
STAFF_KINDS = tuple(kind for kind in PERSON_KINDS if kind != PUPIL)


def staff_donors(table: Table, rows: pd.Series[bool], staff: Roster) -> tuple[pd.Series[int], list[Finding]]:
    """The member of staff behind each gift of those rows, NOBODY elsewhere; faulty rows included.

    Rule: a donor of a staff tier who is no staff is a warning. 部门 only tells namesakes apart.
    """
    mentions = told_apart(look_up(mentions_of(table, DONOR, rows), staff), staff)
    return by_row(table, mentions, staff), complaints.about(table, DONOR, mentions, staff, complaints.WARNING)


def pupil_donors(table: Table, rows: pd.Series[bool], students: Roster) -> tuple[pd.Series[int], list[Finding]]:
    """The registered student behind each gift of those rows, NOBODY where there is none; faulty rows included.

    Pupils who give need not be aided pupils: a giver in no register is no finding, nor is one whose class is that of
    none of several namesakes. Where a unique name and its class disagree the class is believed, with a warning.
    """
    mentions = mentions_of(table, PUPIL_DONOR, rows)
    spelt = {unit: parse_class(unit) for unit in mentions["unit"].unique().tolist()}
    classes = {unit: found if isinstance(found, str) else "" for unit, found in spelt.items()}
    mentions = _dated(table, mentions.assign(unit=mentions["unit"].map(classes).astype("str")))
    mentions = told_apart(look_up(mentions, students), students)
    stray = misfits(mentions, students)
    found = complaints.about(table, PUPIL_DONOR, mentions[~(stray & mentions["person"].eq(SEVERAL))], students, "")
    return by_row(table, mentions[~stray], students), found


def recipients(
    table: Table, rows: pd.Series[bool], staff: Roster, students: Roster
) -> tuple[pd.DataFrame, list[Finding]]:
    """Staff and student behind each 受助对象 or 对象 of those rows; columns staff, student, NOBODY where there is none.

    Faulty rows are included. Rule: an aided pupil or member of staff in no register is a warning.
    """
    kinds = table.frame["recipient_kind"]
    pupil = AIDED_PUPIL if "student_no" in table.frame.columns else RECIPIENT
    aided = _dated(table, mentions_of(table, pupil, rows & kinds.eq(PUPIL)))
    aided = told_apart(look_up(aided, students), students)
    colleagues = look_up(mentions_of(table, RECIPIENT, rows & kinds.isin(STAFF_KINDS)), staff)
    found = [
        *complaints.about(table, pupil, aided, students, complaints.WARNING),
        *complaints.about(table, RECIPIENT, colleagues, staff, complaints.WARNING),
    ]
    people = {"staff": by_row(table, colleagues, staff), "student": by_row(table, aided, students)}
    return pd.DataFrame(people, index=table.frame.index), found


def _dated(table: Table, mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions with the school year of their row's date."""
    return mentions.assign(year=years_of_dates(table.frame["date"])[mentions["row"]].to_numpy())


def by_row(table: Table, mentions: pd.DataFrame, roster: Roster) -> pd.Series[int]:
    """For each row of the register the person that it names, NOBODY where there is none whose own row is sound."""
    sound = mentions[mentions["person"].isin(roster.fit)].drop_duplicates("row").set_index("row")["person"]
    return sound.reindex(table.frame.index, fill_value=NOBODY).astype("int64")
