"""All that the registers hold about one pupil (一人一档)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.care.pairs import pairs_of
from pipeline.care.progress import progress_by_term
from pipeline.names import clean_name

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Tables


@dataclass(frozen=True)
class Dossier:
    """One pupil up to the end of the month. Frames keep the index of their register, so that a row has its place.

    student: the row of the register of students. pairings: rows of pairs_of (index from 0, column pairing).
    contacts, aid (disbursements), visits: rows of the registers. progress: as progress_by_term.
    aid_total: 分.
    """

    student_id: int
    student: dict[str, Any]
    pairings: pd.DataFrame
    contacts: pd.DataFrame
    progress: pd.DataFrame
    aid: pd.DataFrame
    visits: pd.DataFrame
    aid_total: int


def dossiers(tables: Tables, people: People, period: Period, who: str) -> list[Dossier]:
    """The dossier of each pupil of that name or 学号, in register order; none where there is no such pupil."""
    wanted = clean_name(who)
    students = people.students
    found = students[(students["name"] == wanted) | ((students["student_no"] == who.strip()) & (wanted != ""))]
    return [_dossier(tables, people, period, int(index)) for index in found.index]


def _dossier(tables: Tables, people: People, period: Period, student: int) -> Dossier:
    day = pd.Timestamp(period.last)
    pairs = pairs_of(tables, people)
    progress = progress_by_term(tables, people, period)
    contacts = people.contacts.loc[people.contacts["student"] == student, "contact"].drop_duplicates()
    aid = _until(tables, "disbursements", people.recipients.index[people.recipients["student"] == student], day)
    return Dossier(
        student_id=student,
        student={str(name): value for name, value in people.students.loc[student].items()},
        pairings=pairs[(pairs["student_id"] == student) & (pairs["started_on"] <= day)],
        contacts=_until(tables, "contacts", pd.Index(contacts), day),
        progress=progress[progress["student_id"] == student],
        aid=aid,
        visits=_until(tables, "visits", people.visited.index[people.visited["student"] == student], day),
        aid_total=int(aid["amount"].sum()),
    )


def _until(tables: Tables, name: str, index: pd.Index, day: pd.Timestamp) -> pd.DataFrame:
    """The usable rows of a register with these indexes, up to the day, by date."""
    rows = tables[name].usable
    rows = rows[rows.index.isin(index) & (rows["date"] <= day)]
    return rows.sort_values("date", kind="stable")
