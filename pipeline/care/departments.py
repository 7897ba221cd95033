"""What each department did in the month, counted for the report to the leading group (月度通报)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import INCOMPLETE, MET, MISSING
from pipeline.care.matrix import rates
from pipeline.care.pairs import in_service, is_open, pairs_of
from pipeline.registers import PEOPLE_JOIN

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Tables

COUNTS = ["staff", "pairings", "contacts", "due", MET, INCOMPLETE, MISSING, "visits", "surveys", "gifts"]


def department_counts(tables: Tables, people: People, status: pd.DataFrame, period: Period) -> pd.DataFrame:
    """One row a department in the order of the register of staff: department and COUNTS, all of the month.

    status: the month's contacts, as contact_status gives them.

    staff: in service at its end. pairings: open at its end. contacts: one for each pair met, so that the departments'
    sum is the school's; due, met, incomplete, missing: pairs. visits: those a member of the department took part in.
    surveys: those a member answered for. gifts: donations by its members. People of visits and surveys are found by
    name; one whose name two departments share is counted in neither.
    """
    day = pd.Timestamp(period.last)
    staff = people.staff
    pairs = pairs_of(tables, people)
    counts = {
        "staff": staff.loc[in_service(staff, day), "department"].value_counts(),
        "pairings": pairs.loc[is_open(pairs, day), "department"].value_counts(),
        "contacts": status.groupby("department")["contacts"].sum(),
        **rates(status, ["department"]).set_index("department")[["due", MET, INCOMPLETE, MISSING]],
        "visits": _named(tables["visits"].usable, "date", "visitor", people, period),
        "surveys": _named(tables["surveys"].usable, "surveyed_on", "responsible", people, period),
        "gifts": _gifts(tables, people, period),
    }
    table = pd.DataFrame(index=pd.Index(staff["department"].unique(), name="department"))
    table = table.assign(**{name: series.reindex(table.index, fill_value=0) for name, series in counts.items()})
    return table.astype("int64").reset_index()


def _named(rows: pd.DataFrame, date: str, field: str, people: People, period: Period) -> pd.Series[int]:
    """How many rows of the month name a member of each department in that field."""
    rows = rows[rows[date].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]
    names = rows[field].str.split(PEOPLE_JOIN).explode().rename_axis("row")
    places = people.staff.groupby("name")["department"].agg(["nunique", "first"])
    known = places.loc[places["nunique"] == 1, "first"].to_dict()
    found = names.map(known).dropna().rename("department").reset_index().drop_duplicates()
    counts: pd.Series[int] = found["department"].value_counts()
    return counts


def _gifts(tables: Tables, people: People, period: Period) -> pd.Series[int]:
    """How many donations of the month each department's members gave."""
    rows = tables["donations"].usable
    rows = rows[rows["date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]
    donors = people.donors.reindex(rows.index, fill_value=-1)
    return donors[donors >= 0].map(people.staff["department"]).value_counts()
