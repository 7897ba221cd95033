"""Contacts over the months of a year: who met whom when, rates, and runs of missed months."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import INCOMPLETE, MET, MISSING, NOT_DUE, months_of_records, statuses_since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Tables

SEPTEMBER = 9
RUN_LEAST = 2  # so many months missed one after another make a run
PAIR_KEYS = ["pair", "pairing", "helper_id", "student_id", "helper", "department", "student", "class_name", "kind"]
COUNTS = ["due", MET, INCOMPLETE, MISSING]


@dataclass(frozen=True)
class ContactMatrix:
    """Contacts of several months.

    months: keys such as 2026-10. statuses: one row a pair and month (columns: see care.contacts.statuses). long: the
    same, but month a key.
    cells: one row a pair, PAIR_KEYS and a column a month with its status, "" where the pairing was not in force.
    helpers (by helper_id, helper, department), departments, school (one row), by_month: counts due, met, incomplete,
    missing, and rate = (met + incomplete) / due, NaN where nothing was due.
    runs: pairs that missed two or more due months one after another: PAIR_KEYS, first and last (keys), months, and
    current (whether it reaches the last due month). Months not due neither count nor break a run.
    """

    months: tuple[str, ...]
    statuses: pd.DataFrame
    long: pd.DataFrame
    cells: pd.DataFrame
    helpers: pd.DataFrame
    departments: pd.DataFrame
    school: pd.DataFrame
    by_month: pd.DataFrame
    runs: pd.DataFrame


def contact_matrix(
    tables: Tables,
    people: People,
    settings: Settings,
    period: Period,
    *,
    school_year: bool = False,
) -> ContactMatrix:
    """The months of the calendar year up to the month, or of the school year (from September), with records."""
    first = dt.date(period.school_year, SEPTEMBER, 1) if school_year else period.year_start
    statuses = statuses_since(tables, people, settings, period, first)
    long = statuses.assign(month=statuses["month"].dt.strftime("%Y-%m"))
    keys = tuple(months_of_records(tables, settings, period, first).strftime("%Y-%m"))
    return ContactMatrix(
        months=keys,
        statuses=statuses,
        long=long,
        cells=_cells(long, keys),
        helpers=rates(long, ["helper_id", "helper", "department"]),
        departments=rates(long, ["department"]),
        school=rates(long, []),
        by_month=rates(long.sort_values("month", kind="stable"), ["month"]),
        runs=missed_runs(long),
    )


def rates(long: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """The counts and the rate for each group of the keys, in the order of its first row; no keys: one row for all."""
    counts = pd.DataFrame(
        {
            "due": long["status"] != NOT_DUE,
            **{status: long["status"] == status for status in (MET, INCOMPLETE, MISSING)},
        },
    ).astype("int64")
    if keys:
        counts = pd.concat([long[list(keys)], counts], axis=1).groupby(list(keys), sort=False).sum().reset_index()
    else:
        counts = counts.sum().to_frame().T
    return counts.assign(rate=(counts[MET] + counts[INCOMPLETE]) / counts["due"].where(counts["due"] > 0))


def missed_runs(long: pd.DataFrame) -> pd.DataFrame:
    """Pairs that missed RUN_LEAST or more due months one after another (columns: see ContactMatrix.runs)."""
    due = long[long["status"] != NOT_DUE]
    missed = due["status"] == MISSING
    # Each month met closes a run: runs of one pair are told apart by the number of months met before them.
    run = (~missed).cumsum()
    last_due = due.groupby("pair")["month"].transform("last")
    rows = due.assign(run=run, last_due=last_due)[missed]
    groups = rows.groupby([*PAIR_KEYS, "run"], sort=False)
    runs = groups.agg(
        first=("month", "first"), last=("month", "last"), months=("month", "size"), end=("last_due", "last")
    )
    runs = runs[runs["months"] >= RUN_LEAST].reset_index().drop(columns="run")
    return runs.assign(current=runs["last"] == runs["end"]).drop(columns="end")


def _cells(long: pd.DataFrame, months: Sequence[str]) -> pd.DataFrame:
    wide = long.pivot_table(index="pair", columns="month", values="status", aggfunc="first")
    wide = wide.reindex(columns=list(months), fill_value="").fillna("")
    heads = long[PAIR_KEYS].drop_duplicates("pair").set_index("pair")
    return heads.join(wide).reset_index()
