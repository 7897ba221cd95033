"""The monthly contact of each helper with each pupil: met, incomplete, missing or not due."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.care.pairs import pairs_of
from pipeline.registers import LEADER_PAIRING

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Table, Tables

_REMEMBERED = 4  # sets of registers, as in fund.money_rows
MET, INCOMPLETE, MISSING, NOT_DUE = "met", "incomplete", "missing", "not_due"
EXEMPT_MONTH, LEADER_NOT_ASKED, STARTED_LATE = "exempt_month", "leader_not_asked", "started_late"
ENDED_EARLY, STUDENT_LEFT, HELPER_LEFT = "ended_early", "student_left", "helper_left"
PARTS = ("thoughts", "study", "life")  # what a helper has to learn of: 思想, 学习, 生活


def month_starts(first: dt.date, last: dt.date) -> pd.DatetimeIndex:
    """The first day of each month from first (itself a month's first day) to last."""
    return pd.date_range(first, last, freq="MS", unit="us")


def months_of_records(tables: Tables, settings: Settings, period: Period, first: dt.date) -> pd.DatetimeIndex:
    """The months from first up to the month, without those before the school kept records.

    These begin with the first contact in the register or the day after 期初日期, whichever is earlier.
    """
    begun = pd.Timestamp(settings.opening_date) + pd.Timedelta(days=1)
    earliest = tables["contacts"].usable["date"].min()
    begun = begun if pd.isna(earliest) else min(begun, earliest)
    months = month_starts(first, period.first)
    return months[months + pd.offsets.MonthEnd(0) >= begun]


def contact_status(tables: Tables, people: People, settings: Settings, period: Period) -> pd.DataFrame:
    """One row for each pair that was in force on some day of the month, in register order.

    Columns: pairing, helper_id, student_id (indexes of the registers), helper, student, class_name, kind,
    department, status, reason (why not due, else ""), contacts (their number, also where none was due), thoughts,
    study, life (whether any of the month's contacts has it), last_contact (the last that counts up to the end of
    the month, or NaT).
    """
    pairs = pairs_of(tables, people)
    counted = counted_contacts(tables, people, pairs, period)
    table = statuses(pairs, counted, settings, month_starts(period.first, period.first))
    last = counted.groupby("pair")["date"].max().reindex(table["pair"])
    return table.assign(last_contact=last.to_numpy()).drop(columns=["pair", "month"])


def statuses_since(tables: Tables, people: People, settings: Settings, period: Period, first: dt.date) -> pd.DataFrame:
    """All pairs over the months with records from first (itself a month's first day) up to the month, as statuses."""
    pairs = pairs_of(tables, people)
    months = months_of_records(tables, settings, period, first)
    return statuses(pairs, counted_contacts(tables, people, pairs, period), settings, months)


def linked_contacts(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """Every contact up to the end of the month (and the run date) with every pair of the two people it names.

    Columns: contact (its index), helper, student (indexes of staff and students), date, pair (index of pairs_of,
    missing where the two are not paired), inside (whether the date lies within that pairing's dates), thoughts, study,
    life.
    """
    return _remembered(tables["contacts"], tables["pairings"], people, min(period.last, period.today))


def _linked(contacts: Table, pairings: Table, people: People, last: dt.date) -> pd.DataFrame:
    """The same up to a day. Month, year, appraisal and findings ask for it: it is put together once."""
    links = people.contacts.drop_duplicates()
    links = links.merge(contacts.frame[["date", *PARTS]], left_on="contact", right_index=True)
    links = links[links["date"] <= pd.Timestamp(last)]
    pairs = pairs_of({"pairings": pairings}, people)
    spans = pairs[["helper_id", "student_id", "started_on", "ended_on"]].reset_index(names="pair")
    spans = spans.rename(columns={"helper_id": "helper", "student_id": "student"})
    links = links.merge(spans.astype({"pair": "Int64"}), on=["helper", "student"], how="left")
    begun = links["date"] >= links["started_on"]
    return links.assign(
        inside=begun & (links["ended_on"].isna() | (links["date"] <= links["ended_on"])),
        **{part: links[part] != "" for part in PARTS},
    )


_remembered = lru_cache(_REMEMBERED)(_linked)  # no decorator: mutmut passes over functions that have one


def counted_contacts(tables: Tables, people: People, pairs: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The contacts that count up to the end of the month, one row for each pair they count for.

    pairs: those of pairs_of, or some of them. Columns as linked_contacts, and month (the first day of the contact's
    month). Rule: a contact counts for each pairing whose dates contain it; one outside them, or later than the run
    date, counts nowhere.
    """
    links = linked_contacts(tables, people, period)
    links = links[links["inside"] & links["pair"].isin(pairs.index)].astype({"pair": "int64"})
    return links.assign(month=links["date"].dt.to_period("M").dt.to_timestamp().astype("datetime64[us]"))


def statuses(
    pairs: pd.DataFrame,
    counted: pd.DataFrame,
    settings: Settings,
    months: pd.DatetimeIndex,
) -> pd.DataFrame:
    """One row for each pair and month that it was in force in, by pair, then month (columns: see contact_status).

    pairs comes from pairs_of, counted from counted_contacts; month is the month's first day, pair the index of pairs.
    """
    calendar = pd.DataFrame({"month": months, "month_end": months + pd.offsets.MonthEnd(0)})
    listed = pairs.reset_index(names="pair").merge(calendar, how="cross")
    in_force = (listed["started_on"] <= listed["month_end"]) & ~(listed["ended_on"] < listed["month"])
    tally = _tally(counted[counted["month"].isin(months)])
    listed = listed[in_force].merge(tally, on=["pair", "month"], how="left")
    listed["contacts"] = listed["contacts"].fillna(0).astype("int64")
    listed[list(PARTS)] = listed[list(PARTS)].eq(other=True)
    listed["reason"] = _reason(listed, settings)
    listed["status"] = np.select(
        [listed["reason"] != "", listed["contacts"] == 0, ~listed[list(PARTS)].all(axis=1)],
        [NOT_DUE, MISSING, INCOMPLETE],
        default=MET,
    )
    columns = ["pair", "month", "pairing", "helper_id", "student_id", "helper", "student", "class_name", "kind"]
    return listed[[*columns, "department", "status", "reason", "contacts", *PARTS]]


def _tally(counted: pd.DataFrame) -> pd.DataFrame:
    """For each pair and month the number of contacts, and whether any of them has thoughts, study, life."""
    groups = counted.groupby(["pair", "month"])
    return groups.agg(contacts=("contact", "size"), **{part: (part, "any") for part in PARTS}).reset_index()


def _reason(listed: pd.DataFrame, settings: Settings) -> np.ndarray:
    """Why no contact was due, the first reason that holds; "" where one was due.

    Rule: 结束日期 and 离岗日期 are the last day in force or service, 状态日期 the first day of the new state.
    """
    days = np.minimum(settings.grace_day, listed["month"].dt.days_in_month)
    grace = listed["month"] + pd.to_timedelta(days - 1, unit="D")
    exempt = listed["month"].dt.strftime("%m").isin(settings.exempt_months)
    exempt |= listed["month"].dt.strftime("%Y-%m").isin(settings.exempt_months)
    leader = (listed["kind"] == LEADER_PAIRING) & (not settings.leaders_monthly)
    rules = {
        EXEMPT_MONTH: exempt,
        LEADER_NOT_ASKED: leader,
        STARTED_LATE: listed["started_on"] > grace,
        ENDED_EARLY: listed["ended_on"] <= grace,
        STUDENT_LEFT: listed["student_left"] <= grace,
        HELPER_LEFT: listed["helper_last"] <= grace,
    }
    return np.select(list(rules.values()), list(rules), default="")
