"""Pairings with all that is known of both people, and who is still here on a day."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.registers import MOVED, RETIRED, STUDYING

if TYPE_CHECKING:
    from pipeline.rules.people import People
    from pipeline.tables import Table, Tables

_REMEMBERED = 4  # sets of registers, as in fund.money_rows
PAIR_COLUMNS = ("kind", "started_on", "ended_on", "end_reason", "measures", "tasks", "goals")
SAME_PAIR = ["helper_id", "student_id", "kind"]
LONG_AGO = pd.Timestamp("1900-01-01")  # left, and nobody wrote down when


def student_left_on(students: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The first day on which each student was no longer 在读; NaT for one who is.

    Rule: 状态日期 is the first day of the new state.
    """
    return students["status_on"].fillna(LONG_AGO).where(students["status"] != STUDYING)


def staff_last_day(staff: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The last day of service of each member of staff; NaT for one without an end.

    Rule: 离岗日期 is the last day in service; who is 退休 or 调离 without it is not in service at all.
    """
    gone = staff["left_on"].isna() & staff["status"].isin([RETIRED, MOVED])
    return staff["left_on"].mask(gone, LONG_AGO)


def studying(students: pd.DataFrame, day: pd.Timestamp) -> pd.Series[bool]:
    """Whether each student was 在读 on that day."""
    left = student_left_on(students)
    return left.isna() | (left > day)


def in_service(staff: pd.DataFrame, day: pd.Timestamp) -> pd.Series[bool]:
    """Whether each member of staff was in service on that day."""
    last = staff_last_day(staff)
    return (last.isna() | (last >= day)) & ~(staff["joined_on"] > day)


def pairs_of(tables: Tables, people: People) -> pd.DataFrame:
    """One row a helper and student paired, in register order; the index counts them from 0.

    Columns: pairing (index of the register), helper_id, student_id (indexes of staff and students), helper,
    department, student, class_name (of the school year that the register of students is kept for), kind,
    started_on, ended_on, end_reason, measures, tasks, goals, student_left (the first day away), helper_last and
    helper_joined (the last and the first day in service). A pairing of several people is several rows. Of rows that
    say the same pairing, with one end and one reason, only the one that began first counts, of equal ones the first.
    """
    return _remembered(tables["pairings"], people)


def doubled_pairs(tables: Tables, people: People) -> pd.DataFrame:
    """The rows of a helper and student whom an earlier row of the same 类型 pairs on some of the same days.

    Columns as pairs_of, those of the earlier row with _first behind the name; one row for each such later row and
    pair, in register order.
    """
    pairs = _every_pair(tables["pairings"], people)
    pairs = pairs[pairs.duplicated(SAME_PAIR, keep=False)]
    both = pairs.merge(pairs, on=SAME_PAIR, suffixes=("", "_first"))
    both = both[both["pairing_first"] < both["pairing"]]
    apart = (both["ended_on_first"] < both["started_on"]) | (both["ended_on"] < both["started_on_first"])
    return both[~apart].drop_duplicates(["pairing", *SAME_PAIR]).sort_values("pairing", kind="stable")


def _pairs(pairings: Table, people: People) -> pd.DataFrame:
    """The same. Everything about care asks for it: it is put together once."""
    pairs = _every_pair(pairings, people)
    # An end without a reason is an error at each row that has one.
    sound = pairs[pairs["ended_on"].isna() | (pairs["end_reason"] != "")]
    begun = sound.sort_values("started_on", kind="stable")
    again = begun.index[begun.duplicated([*SAME_PAIR, "ended_on", "end_reason"])]
    return pairs.drop(index=again).reset_index(drop=True)


def _every_pair(pairings: Table, people: People) -> pd.DataFrame:
    """The same, with every row of the register."""
    links = people.pairings
    rows = pairings.frame.loc[links.index, list(PAIR_COLUMNS)].reset_index(drop=True)
    staff = people.staff.assign(helper_last=staff_last_day(people.staff)).loc[links["helper"]].reset_index(drop=True)
    students = people.students.assign(student_left=student_left_on(people.students))
    students = students.loc[links["student"]].reset_index(drop=True)
    return rows.assign(
        pairing=links.index.to_numpy(),
        helper_id=links["helper"].to_numpy(),
        student_id=links["student"].to_numpy(),
        helper=staff["name"],
        department=staff["department"],
        student=students["name"],
        class_name=students["class_name"],
        student_left=students["student_left"],
        helper_last=staff["helper_last"],
        helper_joined=staff["joined_on"],
    )


_remembered = lru_cache(_REMEMBERED)(_pairs)  # no decorator: mutmut passes over functions that have one


def is_open(pairs: pd.DataFrame, day: pd.Timestamp) -> pd.Series[bool]:
    """Whether each pair is open at the end of that day.

    Rule: it has begun, 结束日期 is blank or later, the student is 在读 and the helper in service.
    """
    return (
        (pairs["started_on"] <= day)
        & (pairs["ended_on"].isna() | (pairs["ended_on"] > day))
        & (pairs["student_left"].isna() | (pairs["student_left"] > day))
        & (pairs["helper_last"].isna() | (pairs["helper_last"] >= day))
        & ~(pairs["helper_joined"] > day)
    )
