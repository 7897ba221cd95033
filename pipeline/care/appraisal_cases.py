"""What each number of the yearly appraisal was counted from, case by case, so that an appeal can be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.appraisal import COMPLETE, CONTACTED, KEPT, PLANNED, PROGRESS, evidence_of
from pipeline.care.contacts import counted_contacts
from pipeline.care.pairs import pairs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Tables

KEPT_ON, BROKEN, WRITTEN, UNWRITTEN = "kept", "broken", "written", "unwritten"
_STATES = {KEPT: (KEPT_ON, BROKEN), PLANNED: (WRITTEN, UNWRITTEN)}
COLUMNS = ["helper_id", "part", "student", "class_name", "month", "good", "state", "register", "rows"]


def appraisal_cases(tables: Tables, people: People, settings: Settings, period: Period) -> pd.DataFrame:
    """One row a case of each part of each helper: by part, then in the order of the register, then by month.

    Columns: helper_id, part, student, class_name, month (2026-10, "" where the part is not monthly), good (whether it
    counts as done), state (a status of care.contacts, a verdict of care.progress, or kept, broken, written, unwritten),
    register and rows (a tuple of its indexes, empty for a month without contact). The cases of a helper and part are
    as many as Part.total of care.appraisal.appraise, those that are good as many as Part.done.
    """
    found = evidence_of(tables, people, settings, period)
    contacts = _contacts_of_months(tables, people, period)
    frames = [
        _of_months(CONTACTED, found[CONTACTED].cases, contacts),
        _of_months(COMPLETE, found[COMPLETE].cases, contacts),
        *(_of_pairings(part, found[part].cases) for part in (KEPT, PLANNED)),
        _of_pupils(found[PROGRESS].cases, people),
    ]
    return pd.concat([frame[COLUMNS] for frame in frames], ignore_index=True)


def _contacts_of_months(tables: Tables, people: People, period: Period) -> dict[tuple[int, str], tuple[int, ...]]:
    """The contacts of each pair and month."""
    counted = counted_contacts(tables, people, pairs_of(tables, people), period)
    groups: dict[tuple[int, str], list[int]] = {}
    months = counted["month"].dt.strftime("%Y-%m")
    for pair, month, contact in zip(counted["pair"], months, counted["contact"], strict=True):
        groups.setdefault((pair, month), []).append(contact)
    return {key: tuple(sorted(rows)) for key, rows in groups.items()}


def _of_months(part: str, cases: pd.DataFrame, contacts: dict[tuple[int, str], tuple[int, ...]]) -> pd.DataFrame:
    months = cases["month"].dt.strftime("%Y-%m")
    rows = _column(cases, [contacts.get(key, ()) for key in zip(cases["pair"], months, strict=True)])
    table = cases.assign(part=part, month=months, state=cases["status"], register="contacts", rows=rows)
    return table.sort_values(["pair", "month"], kind="stable")


def _of_pairings(part: str, cases: pd.DataFrame) -> pd.DataFrame:
    good, bad = _STATES[part]
    rows = _column(cases, [(pairing,) for pairing in cases["pairing"]])
    state = cases["good"].map({True: good, False: bad})
    return cases.assign(part=part, month="", state=state, register="pairings", rows=rows)


def _of_pupils(cases: pd.DataFrame, people: People) -> pd.DataFrame:
    """A drop-out may have no record at all, and a first term has nothing before it."""
    rows = [
        tuple(int(row) for row in pair if pd.notna(row))
        for pair in zip(cases["earlier_row"], cases["row"], strict=True)
    ]
    pupils = people.students.loc[cases["student_id"], ["name", "class_name"]]
    table = cases.assign(student=pupils["name"].to_numpy(), class_name=pupils["class_name"].to_numpy())
    return table.assign(part=PROGRESS, month="", state=cases["verdict"], register="progress", rows=_column(cases, rows))


def _column(cases: pd.DataFrame, rows: Sequence[tuple[int, ...]]) -> pd.Series:
    return pd.Series(rows, cases.index, dtype="object")
