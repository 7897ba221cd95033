"""Who is paired with whom, and who is meant in a contact: there the helper's own pairing decides among namesakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.rules.people import complaints
from pipeline.rules.people.mentions import SEVERAL, UNKNOWN, Source, look_up, mentions_of, told_apart
from pipeline.rules.people.years import years_of_dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.findings import Finding
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table

HELPER = Source("helper", "staff_no")
STUDENT = Source("student", "student_no", "class_name")
EVER, NEVER = pd.Timestamp("1900-01-01"), pd.Timestamp("2200-01-01")  # where a pairing has no first or last day


def pairing_pairs(table: Table, staff: Roster, students: Roster) -> tuple[pd.DataFrame, list[Finding]]:
    """Each helper with each student of every row of 结对: columns row, helper, student; faulty rows included.

    Rule: the class in 结对 is that of the school year of the month.
    """
    helpers = look_up(mentions_of(table, HELPER), staff)
    pupils = told_apart(look_up(mentions_of(table, STUDENT), students), students)
    found = [
        *complaints.about(table, HELPER, helpers, staff),
        *complaints.about(table, STUDENT, pupils, students),
    ]
    return _resolved(_crossed(helpers, pupils)), found


@dataclass(frozen=True)
class Paired:
    """Who is paired with whom, at any time, and the first and last days of it."""

    days: Mapping[tuple[int, int], tuple[tuple[pd.Timestamp, pd.Timestamp], ...]]

    def own(self, helper: int, people: Sequence[int]) -> tuple[int, ...]:
        """Those of the people who are or were paired with the helper."""
        return tuple(each for each in people if (helper, each) in self.days)

    def choice(self, helper: int, people: Sequence[int], day: pd.Timestamp) -> int:
        """The one of the helper's own students, else the one whose pairing was in force on that day, else SEVERAL."""
        left = people if len(people) == 1 else [each for each in people if self._in_force(helper, each, day)]
        return left[0] if len(left) == 1 else SEVERAL

    def _in_force(self, helper: int, student: int, day: pd.Timestamp) -> bool:
        return any(start <= day <= end for start, end in self.days[helper, student])


def paired(table: Table, pairs: pd.DataFrame) -> Paired:
    """The days of all pairings; one without an end lasts for ever."""
    dates = table.frame.loc[pairs["row"], ["started_on", "ended_on"]]
    starts = dates["started_on"].fillna(EVER).tolist()
    ends = dates["ended_on"].fillna(NEVER).tolist()
    days: dict[tuple[int, int], tuple[tuple[pd.Timestamp, pd.Timestamp], ...]] = {}
    for helper, student, start, end in zip(
        pairs["helper"].tolist(), pairs["student"].tolist(), starts, ends, strict=True
    ):
        days[helper, student] = (*days.get((helper, student), ()), (start, end))
    return Paired(days)


def contact_pairs(table: Table, known: Paired, staff: Roster, students: Roster) -> tuple[pd.DataFrame, list[Finding]]:
    """Each helper with each student of every row of 联系: columns row, helper, student; faulty rows included.

    Rule: for namesakes the helper's own pairing decides before the class; the class is read as of the row's date,
    then as of the month.
    """
    pupils = look_up(mentions_of(table, STUDENT), students)
    pupils = pupils.assign(year=years_of_dates(table.frame["date"])[pupils["row"]].to_numpy())
    helpers = _helpers_by_pairing(look_up(mentions_of(table, HELPER), staff), pupils, staff, students, known)
    pairs = _students_by_pairing(_crossed(helpers, pupils), table.frame["date"], students, known)
    found = [
        *complaints.about(table, HELPER, helpers, staff),
        *complaints.about(table, STUDENT, _worth_telling(pupils, pairs), students),
    ]
    return _resolved(pairs), found


def _crossed(helpers: pd.DataFrame, pupils: pd.DataFrame) -> pd.DataFrame:
    """Each helper of a row with each student of it: the students' columns, and helper and student."""
    pupils = pupils.rename(columns={"person": "student"})
    return helpers[["row", "person"]].rename(columns={"person": "helper"}).merge(pupils, on="row")


def _resolved(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of which both are known."""
    return pairs.loc[pairs["helper"].ge(0) & pairs["student"].ge(0), ["row", "helper", "student"]]


def _worth_telling(pupils: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The students of contacts as decided, to be complained about.

    Namesakes beside a helper who is not resolved are left out: when that is mended, the pairing may decide.
    """
    decided = pairs.rename(columns={"student": "person"})
    unknown_helpers = decided.loc[decided["helper"].lt(0), "row"]
    told = decided["person"].ge(0) | (decided["person"].eq(SEVERAL) & ~decided["row"].isin(unknown_helpers))
    columns = ["row", "name", "number", "unit", "year", "person"]
    both = pd.concat([decided.loc[told, columns], pupils.loc[pupils["person"].eq(UNKNOWN), columns]])
    return both.drop_duplicates(ignore_index=True)


def _helpers_by_pairing(
    helpers: pd.DataFrame, pupils: pd.DataFrame, staff: Roster, students: Roster, known: Paired
) -> pd.DataFrame:
    """Helpers of one name decided by who of them is paired with a student of the row."""
    undecided = helpers["person"].eq(SEVERAL)
    if not undecided.any():
        return helpers
    beside = pupils[pupils["row"].isin(helpers.loc[undecided, "row"])]
    named: dict[int, list[str]] = {}
    for row, name in zip(beside["row"].tolist(), beside["name"].tolist(), strict=True):
        named.setdefault(row, []).append(name)
    decided = []
    for row, name in zip(helpers.loc[undecided, "row"].tolist(), helpers.loc[undecided, "name"].tolist(), strict=True):
        meant = [student for each in named.get(row, ()) for student in students.by_name.get(each, ())]
        left = [helper for helper in staff.by_name[name] if known.own(helper, meant)]
        decided.append(left[0] if len(left) == 1 else SEVERAL)
    person = helpers["person"].to_numpy(copy=True)
    person[undecided] = decided
    return helpers.assign(person=person)


def _students_by_pairing(
    pairs: pd.DataFrame, dates: pd.Series[pd.Timestamp], students: Roster, known: Paired
) -> pd.DataFrame:
    """Students of one name decided by the helpers' pairings, then by class, then by the days of the pairings."""
    undecided = pairs["student"].eq(SEVERAL)
    if not undecided.any():
        return pairs
    columns = ("row", "name", "unit", "year", "helper")
    mentioned: dict[tuple[int, str, str, int], list[int]] = {}
    for row, name, unit, year, helper in zip(*(pairs.loc[undecided, each].tolist() for each in columns), strict=True):
        mentioned.setdefault((row, name, unit, year), []).append(helper)
    meant: dict[tuple[int, str, int], int] = {}
    for (row, name, unit, year), helpers in mentioned.items():
        namesakes = students.by_name[name]
        own = {each: students.narrow(known.own(each, namesakes), unit, year) for each in helpers}
        chosen = {each: known.choice(each, own[each], dates[row]) for each in helpers}
        sure = {each for each in chosen.values() if each != SEVERAL}
        left = tuple(sure) if len(sure) == 1 else students.narrow(namesakes, unit, year)
        rest = left[0] if len(left) == 1 else SEVERAL
        meant.update({(row, name, each): rest if chosen[each] == SEVERAL else chosen[each] for each in helpers})
    student = pairs["student"].to_numpy(copy=True)
    names = (pairs.loc[undecided, each].tolist() for each in ("row", "name", "helper"))
    student[undecided] = [meant[key] for key in zip(*names, strict=True)]
    return pairs.assign(student=student)
