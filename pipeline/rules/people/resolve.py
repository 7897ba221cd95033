"""Every reference to a person in every register, resolved or complained about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.registers import FEE, PERSON_KINDS, PUPIL, STAFF_TIERS
from pipeline.rules.near_names import near_donors
from pipeline.rules.people import listed, money, own_rows, pairs, two_people
from pipeline.rules.people.model import People
from pipeline.tables import OK

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.findings import Finding
    from pipeline.period import Period
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table, Tables


def resolve(tables: Tables, period: Period) -> tuple[People, list[Finding]]:
    """Who is meant wherever a register names a person, and what is to be said about it.

    Every row is looked at, whatever its date and its other faults; the answer holds sound rows only.
    """
    staff, staff_found = own_rows.staff_roster(tables["staff"])
    students, students_found = own_rows.student_roster(tables["students"], period)
    pairings, pairings_found = pairs.pairing_pairs(tables["pairings"], staff, students)
    contacts, contacts_found = pairs.contact_pairs(
        tables["contacts"], pairs.paired(tables["pairings"], pairings), staff, students
    )
    progress, progress_found = listed.progress_students(tables["progress"], students)
    hardship, hardship_found = listed.staff_in_hardship(tables["staff_hardship"], staff)
    donors, pupil_donors, donors_found = _donors(tables["donations"], staff, students)
    recipients, recipients_found = _recipients(tables["disbursements"], staff, students)
    visited, visited_found = _recipients(tables["visits"], staff, students)
    people = People(
        staff=_fit_rows(staff),
        students=_fit_rows(students),
        pairings=_sound(pairings, tables["pairings"], staff, students).set_index("row").rename_axis(None),
        contacts=_sound(contacts, tables["contacts"], staff, students).rename(columns={"row": "contact"}),
        progress=progress,
        donors=donors,
        pupil_donors=pupil_donors,
        recipients=recipients,
        visited=visited,
        hardship=hardship,
    )
    found = [
        *(*staff_found, *students_found, *pairings_found, *contacts_found, *progress_found, *hardship_found),
        *(*donors_found, *recipients_found, *visited_found, *listed.visitor_findings(tables["visits"], staff)),
        *near_donors(tables["donations"]),
    ]
    return people, own_rows.list_of_later_year(found, tables["students"], period)


def _fit_rows(roster: Roster) -> pd.DataFrame:
    """The rows of a register whose people may enter a figure."""
    usable = roster.table.usable
    return usable[usable.index.isin(roster.fit)]


def _sound(pairs_found: pd.DataFrame, table: Table, staff: Roster, students: Roster) -> pd.DataFrame:
    """The pairs whose row, helper and student are all free of errors."""
    sound = pairs_found["row"].isin(table.frame.index[table.frame[OK]])
    sound &= pairs_found["helper"].isin(staff.fit) & pairs_found["student"].isin(students.fit)
    return pairs_found[sound].drop_duplicates(ignore_index=True)


def _donors(table: Table, staff: Roster, students: Roster) -> tuple[pd.Series[int], pd.Series[int], list[Finding]]:
    """Staff and students behind the gifts, and what is said about 捐款人."""
    source = table.frame["source"]
    of_people = source.isin((*STAFF_TIERS, PUPIL))
    two = two_people.holds_two(table, "donor", of_people, {*staff.by_name, *students.by_name})
    donors, found = money.staff_donors(table, source.isin(STAFF_TIERS) & ~two, staff)
    pupils, pupils_found = money.pupil_donors(table, source.eq(PUPIL), students)
    return donors, pupils, [*two_people.findings(table, "donor", two), *found, *pupils_found]


def _recipients(table: Table, staff: Roster, students: Roster) -> tuple[pd.DataFrame, list[Finding]]:
    """Staff and students who were aided or visited, and what is said about 受助对象 or 对象; fees have none."""
    frame = table.frame
    two = two_people.holds_two(
        table, "recipient", frame["recipient_kind"].isin(PERSON_KINDS), {*staff.by_name, *students.by_name}
    )
    rows = ~two & frame["programme"].ne(FEE) if "programme" in frame.columns else ~two
    recipients, found = money.recipients(table, rows, staff, students)
    return recipients, [*two_people.findings(table, "recipient", two), *found]
