"""Who has a helper, who has none, and which pairings broke off, ran out or lack their measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.pairs import LONG_AGO, doubled_pairs, in_service, is_open, pairs_of, studying
from pipeline.registers import BOTH_NEEDS, IN_NEED, LEADER_PAIRING, NATURAL_END_REASONS, SCHOOL_LEADER

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.findings import Place
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Tables

# Rule: a pairing lasts three years; a school leader takes one to three pupils.
PAIRING_YEARS = 3
LEADER_LEAST, LEADER_MOST = 1, 3
EXPIRING_DAYS = 60
PLAN_FIELDS = ("measures", "tasks", "goals")


@dataclass(frozen=True, slots=True)
class StaffGap:
    """A member of staff with too few or too many pupils. count: open pairings (领导包扶 only, for a leader).

    last_student: whose pairing with a member without any was the last ("": there never was one); until: the day from
    which it is no longer open, because it ended or the student left.
    """

    name: str
    department: str
    count: int
    place: Place
    last_student: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PupilGap:
    """A pupil in need without an open pairing.

    last_helper: whose pairing was the last ("": there never was one). ended: the day that pairing ended, or None:
    then helper_left says whether it goes on but for a helper who is no longer in service.
    """

    student: str
    class_name: str
    place: Place
    last_helper: str = ""
    ended: dt.date | None = None
    helper_left: bool = False


@dataclass(frozen=True, slots=True)
class PairGap:
    """A pairing that needs attention.

    ended, reason: as the register has them (None, ""). natural: whether the reason is one that breaks no promise.
    due: the day on which the pairing has lasted three years. blank: which of PLAN_FIELDS are blank.
    place: the row; cell: the cell to look at first. double: the cell of the earlier row that pairs the two already.
    """

    pairing: int
    helper: str
    student: str
    class_name: str
    department: str
    place: Place
    cell: Place
    started: dt.date
    due: dt.date
    ended: dt.date | None = None
    reason: str = ""
    natural: bool = False
    blank: tuple[str, ...] = ()
    double: Place | None = None


@dataclass(frozen=True)
class Coverage:
    """The state of all pairings at the end of the month, each list in register order.

    broken_pairings holds every pairing ended less than three years after it began, those with a natural reason too.
    ended_without_reason holds every pairing ended by then without a reason, however long it lasted. doubled holds
    the later row of every two of one 类型 that pair the same people on the same days.
    """

    members_without_pairing: list[StaffGap]
    leaders_out_of_range: list[StaffGap]
    students_without_helper: list[PupilGap]
    broken_pairings: list[PairGap]
    ended_without_reason: list[PairGap]
    expired_pairings: list[PairGap]
    expiring: list[PairGap]
    without_measures: list[PairGap]
    doubled: list[PairGap]


def coverage(tables: Tables, people: People, period: Period) -> Coverage:
    """Coverage at the end of the month."""
    day = pd.Timestamp(period.last)
    pairs = pairs_of(tables, people)
    pairs = pairs.assign(due=three_years_on(pairs["started_on"]), open=is_open(pairs, day))
    opened = pairs[pairs["open"]]
    ended = pairs[pairs["ended_on"] <= day]
    blank = (opened[list(PLAN_FIELDS)] == "").any(axis=1)
    soon = (opened["due"] >= day) & (opened["due"] <= day + pd.Timedelta(days=EXPIRING_DAYS))
    return Coverage(
        members_without_pairing=_members(tables, people, pairs, day),
        leaders_out_of_range=_leaders(tables, people, opened, day),
        students_without_helper=_students(tables, people, pairs, day),
        broken_pairings=_gaps(tables, ended[ended["ended_on"] < ended["due"]], "end_reason"),
        ended_without_reason=_gaps(tables, ended[ended["end_reason"] == ""], "end_reason"),
        expired_pairings=_gaps(tables, opened[opened["due"] < day], "started_on"),
        expiring=_gaps(tables, opened[soon], "started_on"),
        without_measures=_gaps(tables, opened[blank], "measures"),
        doubled=_doubled(tables, people, day),
    )


def _doubled(tables: Tables, people: People, day: pd.Timestamp) -> list[PairGap]:
    pairs = doubled_pairs(tables, people)
    pairs = pairs[pairs["started_on"] <= day]
    gaps = _gaps(tables, pairs.assign(due=three_years_on(pairs["started_on"])), "student")
    places = [tables["pairings"].place(first, "student") for first in pairs["pairing_first"].tolist()]
    return [replace(gap, double=place) for gap, place in zip(gaps, places, strict=True)]


def three_years_on(started_on: pd.Series[pd.Timestamp]) -> pd.Series[pd.Timestamp]:
    """The day on which a pairing begun on each day has lasted three years (28 February for a leap day)."""
    return (started_on + pd.DateOffset(years=PAIRING_YEARS)).astype("datetime64[us]")


def ends_broken(pairs: pd.DataFrame, day: pd.Timestamp) -> pd.Series[bool]:
    """Whether each pair had been broken off by that day: ended before its three years, without a natural reason."""
    natural = pairs["end_reason"].str.contains("|".join(NATURAL_END_REASONS))
    return (pairs["ended_on"] <= day) & (pairs["ended_on"] < three_years_on(pairs["started_on"])) & ~natural


def _members(tables: Tables, people: People, pairs: pd.DataFrame, day: pd.Timestamp) -> list[StaffGap]:
    """Party members in service without an open pairing of either kind; each with the pupil who was their last."""
    staff = people.staff
    member = staff["party_member"].fillna(value=False).astype(bool) & in_service(staff, day)
    alone = staff[member & ~staff.index.isin(pairs.loc[pairs["open"], "helper_id"])]
    closed = pairs[(pairs["started_on"] <= day) & pairs["helper_id"].isin(alone.index)]
    closed = closed.assign(until=closed[["ended_on", "student_left"]].min(axis=1))
    last = closed.sort_values("until", kind="stable").drop_duplicates("helper_id", keep="last")
    known = {
        helper: (student, until.date() if until.year > LONG_AGO.year else None)
        for helper, student, until in last[["helper_id", "student", "until"]].itertuples(index=False, name=None)
    }
    return [
        StaffGap(name, department, 0, tables["staff"].place(index, "name"), *known.get(index, ("", None)))
        for index, name, department in alone[["name", "department"]].itertuples(name=None)
    ]


def _leaders(tables: Tables, people: People, opened: pd.DataFrame, day: pd.Timestamp) -> list[StaffGap]:
    """School leaders in service with fewer than one or more than three open 领导包扶."""
    counts = opened.loc[opened["kind"] == LEADER_PAIRING, "helper_id"].value_counts()
    leaders = people.staff[(people.staff["rank"] == SCHOOL_LEADER) & in_service(people.staff, day)]
    count = pd.Series(leaders.index, leaders.index).map(counts).fillna(0)
    return _staff_gaps(tables, leaders[~count.between(LEADER_LEAST, LEADER_MOST)], counts)


def _staff_gaps(tables: Tables, staff: pd.DataFrame, counts: pd.Series[int]) -> list[StaffGap]:
    rows = staff[["name", "department"]].itertuples(name=None)
    return [
        StaffGap(name, department, int(counts.get(index, 0)), tables["staff"].place(index, "name"))
        for index, name, department in rows
    ]


def _students(tables: Tables, people: People, pairs: pd.DataFrame, day: pd.Timestamp) -> list[PupilGap]:
    """Pupils in need, 在读, without an open pairing; each with the pairing that was their last."""
    students = people.students
    helped = students.index.isin(pairs.loc[pairs["open"], "student_id"])
    alone = students[students["need"].isin([IN_NEED, BOTH_NEEDS]) & studying(students, day) & ~helped]
    begun = pairs[(pairs["started_on"] <= day) & pairs["student_id"].isin(alone.index)]
    begun = begun.assign(ended_on=begun["ended_on"].where(begun["ended_on"] <= day))
    # The last to end; one not ended (its helper left) comes after all others.
    last = begun.sort_values(["ended_on", "started_on"], kind="stable").drop_duplicates("student_id", keep="last")
    known = {
        student: (helper, None if pd.isna(ended) else ended.date(), bool(pd.isna(ended)))
        for student, helper, ended in last[["student_id", "helper", "ended_on"]].itertuples(index=False, name=None)
    }
    return [
        PupilGap(name, class_name, tables["students"].place(index, "name"), *known.get(index, ("", None, False)))
        for index, name, class_name in alone[["name", "class_name"]].itertuples(name=None)
    ]


def _gaps(tables: Tables, pairs: pd.DataFrame, field: str) -> list[PairGap]:
    """The pairs as gaps; field names the cell to look at first (of the plan: the first that is blank)."""
    table = tables["pairings"]
    found = []
    for row in pairs.to_dict("records"):
        blank = tuple(name for name in PLAN_FIELDS if row[name] == "")
        index = int(row["pairing"])
        gap = PairGap(
            pairing=index,
            helper=row["helper"],
            student=row["student"],
            class_name=row["class_name"],
            department=row["department"],
            place=table.place(index),
            cell=table.place(index, blank[0] if field in PLAN_FIELDS else field),
            started=row["started_on"].date(),
            due=row["due"].date(),
            ended=None if pd.isna(row["ended_on"]) else row["ended_on"].date(),
            reason=row["end_reason"],
            natural=any(word in row["end_reason"] for word in NATURAL_END_REASONS),
            blank=blank,
        )
        found.append(gap)
    return found
