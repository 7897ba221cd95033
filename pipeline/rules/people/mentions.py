"""Cells that name people, one row a name, and who is meant by number or by a name that is unique."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fields import Kind
from pipeline.registers import PEOPLE_JOIN

if TYPE_CHECKING:
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table

UNKNOWN, SEVERAL = -1, -2  # in a person column: in no register; namesakes that are not (yet) told apart

_NUMBER_JOIN = r"[、,，;；/]"


@dataclass(frozen=True)
class Source:
    """Which fields of a register name people; number and unit (class or department) are "" where it has none."""

    field: str
    number: str = ""
    unit: str = ""


def mentions_of(table: Table, source: Source, rows: pd.Series[bool] | None = None) -> pd.DataFrame:
    """One row a name in the cells of a field; blank cells give none.

    rows: which rows of the register to look at (all if left out). Columns: row (index of the register's frame),
    name, number, unit, and year: the school year of the row, filled in by the caller (0: that of the month).
    """
    frame = table.frame if rows is None else table.frame[rows]
    frame = frame[frame[source.field].ne("")]
    blank = pd.Series("", frame.index, dtype="str")
    mentions = pd.DataFrame(
        {
            "row": frame.index,
            "name": frame[source.field],
            "number": frame[source.number] if source.number else blank,
            "unit": frame[source.unit] if source.unit else blank,
            "year": 0,
        },
    )
    one = table.register.field(source.field).kind is not Kind.PEOPLE
    return mentions.reset_index(drop=True) if one else _one_a_name(mentions)


def _one_a_name(mentions: pd.DataFrame) -> pd.DataFrame:
    """Cells with several names split into rows; their numbers are kept where there is one for each name."""
    several = mentions["name"].str.contains(PEOPLE_JOIN, regex=False)
    if not several.any():
        return mentions.reset_index(drop=True)
    split = mentions[several].copy()
    names = split["name"].str.split(PEOPLE_JOIN)
    numbers = split["number"].str.split(_NUMBER_JOIN, regex=True)
    split["name"] = names
    split["number"] = [
        each if len(each) == len(people) else [""] * len(people) for each, people in zip(numbers, names, strict=True)
    ]
    split = split.explode(["name", "number"]).astype({"name": "str", "number": "str"})
    whole = pd.concat([mentions[~several], split[split["name"].ne("")]])
    return whole.drop_duplicates(["row", "name", "number"]).sort_values("row", kind="stable", ignore_index=True)


def look_up(mentions: pd.DataFrame, roster: Roster) -> pd.DataFrame:
    """The mentions with a column person: by number where both sides have one, else by name.

    Rule: people are matched by number where both sides have one, else by name.
    """
    people = {name: who[0] if len(who) == 1 else SEVERAL for name, who in roster.by_name.items()}
    numbers, names = mentions["number"].tolist(), mentions["name"].tolist()
    person = [
        roster.by_number.get(number, people.get(name, UNKNOWN)) for number, name in zip(numbers, names, strict=True)
    ]
    return mentions.assign(person=pd.Series(person, mentions.index, dtype="int64"))


def told_apart(mentions: pd.DataFrame, roster: Roster) -> pd.DataFrame:
    """The mentions with namesakes decided by class or department, where that leaves one."""
    undecided = mentions["person"].eq(SEVERAL)
    if not undecided.any():
        return mentions
    named, units, years = (mentions.loc[undecided, each].tolist() for each in ("name", "unit", "year"))
    left = [
        roster.narrow(roster.by_name[name], unit, year) for name, unit, year in zip(named, units, years, strict=True)
    ]
    person = mentions["person"].to_numpy(copy=True)
    person[undecided] = [people[0] if len(people) == 1 else SEVERAL for people in left]
    return mentions.assign(person=person)


def misfits(mentions: pd.DataFrame, roster: Roster) -> pd.Series[bool]:
    """Which mentions were written with a class that fits none of the people whom they may mean.

    A blank class in the register fits any: it is a finding of its own.
    """
    doubtful = mentions["person"].ne(UNKNOWN) & mentions["unit"].ne("")
    own = pd.Series([roster.unit.get(who, "") for who in mentions["person"].tolist()], mentions.index, dtype="str")
    doubtful &= mentions["unit"].ne(own)
    if not doubtful.any():
        return doubtful
    columns = [mentions.loc[doubtful, each].tolist() for each in ("name", "person", "unit", "year")]
    fit: dict[tuple[str, int, str, int], bool] = {}
    for key in set(zip(*columns, strict=True)):
        name, person, unit, year = key
        people = roster.by_name[name] if person == SEVERAL else (person,)
        fit[key] = any(not roster.unit[who] or roster.agrees(who, unit, year) for who in people)
    answer = doubtful.to_numpy(copy=True)
    answer[answer] = [not fit[key] for key in zip(*columns, strict=True)]
    return pd.Series(answer, mentions.index)
