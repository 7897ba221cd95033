"""What is wrong with a contact: outside its pairing's dates, between two who are not paired, or entered twice."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pipeline.care.contacts import linked_contacts
from pipeline.care.pairs import pairs_of
from pipeline.care.records import entered_twice
from pipeline.findings import Finding
from pipeline.messages.care import pairing_dates
from pipeline.registers import PEOPLE_JOIN

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Tables


def contact_findings(tables: Tables, people: People, period: Period) -> list[Finding]:
    """An error at the date of a contact outside its pairing's dates, warnings at one of people not paired or again.

    Rule: only contacts up to the end of the month are looked at; a contact within the dates of any pairing of its
    two people is right; a contact of several people needs one pair that is paired. Where a pairing of the two stands
    in the register but could not be read, its own finding is enough.
    """
    pairs = pairs_of(tables, people)
    links = linked_contacts(tables, people, period)
    paired = links["pair"].notna()
    unpaired = links[~paired.groupby(links["contact"]).transform("any")]
    outside = links[paired & ~links.groupby(["contact", "helper", "student"])["inside"].transform("any")]
    unread = _unread_pairings(tables, people)
    return [
        *_outside(outside, pairs, tables, people, unread),
        *_unpaired(unpaired, tables, people, unread),
        *_twice(tables, people, period),
    ]


def _outside(
    links: pd.DataFrame,
    pairs: pd.DataFrame,
    tables: Tables,
    people: People,
    unread: set[tuple[str, str]],
) -> list[Finding]:
    found = []
    for _, rows in links.groupby(["contact", "helper", "student"]):
        contact, helper, student = (int(rows[name].iloc[0]) for name in ("contact", "helper", "student"))
        names = people.staff["name"].loc[helper], people.students["name"].loc[student]
        if names in unread:
            continue
        spans = pairs.loc[rows["pair"].astype("int64"), ["started_on", "ended_on"]]
        facts = {
            "helper": names[0],
            "student": names[1],
            "date": f"{rows['date'].iloc[0]:%Y-%m-%d}",
            "spans": PEOPLE_JOIN.join(pairing_dates(start, end) for start, end in spans.itertuples(index=False)),
        }
        found.append(Finding("contact_outside_pairing", tables["contacts"].place(contact, "date"), facts))
    return found


def _unpaired(
    links: pd.DataFrame,
    tables: Tables,
    people: People,
    unread: set[tuple[str, str]],
) -> list[Finding]:
    found = []
    for _, rows in links.groupby("contact"):
        helpers = list(dict.fromkeys(people.staff["name"].loc[rows["helper"]]))
        students = list(dict.fromkeys(people.students["name"].loc[rows["student"]]))
        if unread.isdisjoint(product(helpers, students)):
            facts = {"helper": PEOPLE_JOIN.join(helpers), "student": PEOPLE_JOIN.join(students)}
            found.append(Finding("contact_unpaired", tables["contacts"].place(int(rows["contact"].iloc[0])), facts))
    return found


def _twice(tables: Tables, people: People, period: Period) -> list[Finding]:
    table = tables["contacts"]
    found = []
    for contact, of, day, helper, student in entered_twice(tables, people, period).itertuples(index=False, name=None):
        first = table.place(of, "date")
        facts = {"first": first.address, "date": f"{day:%Y-%m-%d}", "helper": helper, "student": student}
        found.append(Finding("contact_entered_twice", table.place(contact, "date"), facts, (first,)))
    return found


def _unread_pairings(tables: Tables, people: People) -> set[tuple[str, str]]:
    """The names of each helper and student in rows of the pairings that have an error of their own."""
    frame = tables["pairings"].frame
    rows = frame.loc[~frame.index.isin(people.pairings.index), ["helper", "student"]]
    return {
        pair
        for helpers, students in rows.itertuples(index=False)
        for pair in product(helpers.split(PEOPLE_JOIN), students.split(PEOPLE_JOIN))
    }
