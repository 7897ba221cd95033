"""All that the registers hold about one pupil (一人一档), and what is missing there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.care.contacts import INCOMPLETE, MISSING, counted_contacts, months_of_records, statuses
from pipeline.care.coverage import PLAN_FIELDS, three_years_on
from pipeline.care.pairs import is_open, pairs_of
from pipeline.care.progress import progress_by_term
from pipeline.names import clean_name
from pipeline.registers import BOTH_NEEDS, IN_NEED, PEOPLE_JOIN, STUDYING
from pipeline.terms import previous_term, term_bounds, term_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
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


MONTHS = 12
Gap = tuple[str, dict[str, str]]  # a code (a key of messages.dossier.GAPS) and the facts of its sentence


def pupil_months(tables: Tables, people: People, settings: Settings, period: Period, student: int) -> pd.DataFrame:
    """The last twelve months with records of one pupil's pairings, by pairing, then month: columns as statuses."""
    pairs = pairs_of(tables, people)
    first = (pd.Period(period.key, "M") - (MONTHS - 1)).start_time.date()
    own = pairs[pairs["student_id"] == student]
    counted = counted_contacts(tables, people, own, period)
    return statuses(own, counted, settings, months_of_records(tables, settings, period, first))


def pupil_gaps(dossier: Dossier, months: pd.DataFrame, period: Period) -> list[Gap]:
    """What is missing, the most pressing first. months: as pupil_months gives them.

    A month still running is not missed yet. A pupil who is no longer 在读 lacks only what was due before.
    """
    return [*_helper(dossier, period), *_months(months, period), *_plans(dossier, period), *_records(dossier, period)]


def _helper(dossier: Dossier, period: Period) -> Iterator[Gap]:
    student = dossier.student
    here = student["status"] == STUDYING
    opened = _opened(dossier, period)
    if here and opened.empty and student["need"] in {IN_NEED, BOTH_NEEDS}:
        yield "no_helper", {}
    due = three_years_on(opened["started_on"]) < pd.Timestamp(period.last)
    for helper in opened.loc[due, "helper"]:
        yield "expired", {"helper": helper}


def _months(months: pd.DataFrame, period: Period) -> Iterator[Gap]:
    keys = months["month"].dt.strftime("%Y-%m")
    running = period.is_preview & (keys == period.key)
    for code, status in (("missed", MISSING), ("incomplete", INCOMPLETE)):
        rows = months[(months["status"] == status) & ~running]
        for helper, own in rows.groupby("helper", sort=False):
            told = PEOPLE_JOIN.join(own["month"].dt.strftime("%Y-%m"))
            yield code, {"helper": str(helper), "months": told, "count": str(len(own))}
    if ((months["status"] == MISSING) & running).any():
        yield "due_now", {"month": period.key}


def _plans(dossier: Dossier, period: Period) -> Iterator[Gap]:
    for row in _opened(dossier, period).to_dict("records"):
        blank = [name for name in PLAN_FIELDS if row[name] == ""]
        if blank:
            yield "unwritten", {"helper": row["helper"], "parts": PEOPLE_JOIN.join(blank)}


def _records(dossier: Dossier, period: Period) -> Iterator[Gap]:
    student = dossier.student
    unsigned = dossier.aid[(dossier.aid["signer"] == "") | dossier.aid["signed_on"].isna()]
    if len(unsigned):
        yield "unsigned", {"count": str(len(unsigned))}
    if student["status"] != STUDYING:
        return
    if student["need"] in {IN_NEED, BOTH_NEEDS} and (student["hardship"] == "" or pd.isna(student["recognised_on"])):
        yield "unrecognised", {}
    term = previous_term(term_of(period.last))
    known = pd.isna(student["recognised_on"]) or student["recognised_on"] <= pd.Timestamp(term_bounds(term)[1])
    if known and term not in set(dossier.progress["term"]):
        yield "no_progress", {"term": term}
    if student["guardian"] == "" or student["phone"] == "":
        yield "no_guardian", {}


def _opened(dossier: Dossier, period: Period) -> pd.DataFrame:
    return dossier.pairings[is_open(dossier.pairings, pd.Timestamp(period.last))]
