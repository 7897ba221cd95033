"""What is said about a cell that names somebody: unknown, not told apart, class or number in disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.registers import PEOPLE_JOIN
from pipeline.rules.near_names import near_names
from pipeline.rules.people.mentions import SEVERAL, UNKNOWN, misfits

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.findings import Place
    from pipeline.rules.people.mentions import Source
    from pipeline.rules.people.roster import Roster
    from pipeline.tables import Table

ERROR, WARNING, NEAR = "person_unknown", "person_unlisted", "near_registered"  # codes of the catalogue


def about(table: Table, source: Source, mentions: pd.DataFrame, roster: Roster, unknown: str = ERROR) -> list[Finding]:
    """All that is to be said about the mentions of one field; unknown: ERROR, WARNING or "" (say nothing)."""
    if mentions.empty:
        return []
    return [
        *(unknown_people(table, source, mentions, roster, unknown) if unknown else ()),
        *namesakes(table, source, mentions, roster),
        *(disagreeing_classes(table, source, mentions, roster) if source.unit and roster.class_years else ()),
        *(disagreeing_numbers(table, source, mentions, roster) if source.number else ()),
    ]


def unknown_people(
    table: Table, source: Source, mentions: pd.DataFrame, roster: Roster, code: str = ERROR
) -> list[Finding]:
    """A finding for each name that stands in no register; a near-equal registered name is asked about.

    code: ERROR where the person is required, WARNING where the row stands without. A register that was not found is a
    finding of its own; then nobody is called unknown.
    """
    if not roster.table.blocks:
        return []
    unknown = mentions[mentions["person"].eq(UNKNOWN)]
    near = near_names(unknown["name"].unique().tolist(), list(roster.by_name))
    field = table.register.field(source.field).title
    findings = []
    for row, name in zip(unknown["row"].tolist(), unknown["name"].tolist(), strict=True):
        alike = near.get(name, ())
        facts = {"field": field, "name": name, "register": roster.title, "kind": _kind(table, row)}
        facts["hint"] = "".join(f"「{each}」" for each in alike)
        places = tuple(roster.place(person) for each in alike for person in roster.by_name[each])
        findings.append(Finding(code, table.place(row, source.field), facts, places))
        if code == ERROR and places:  # the question is a warning of its own beside the error
            findings.append(Finding(NEAR, table.place(row, source.field), facts, places))
    return findings


def _kind(table: Table, row: int) -> str:
    """What a row of money or a visit calls the person: 类别 or 对象类别."""
    for name in ("source", "recipient_kind"):
        if name in table.frame.columns:
            return str(table.frame[name].to_numpy()[row])
    return ""


def namesakes(table: Table, source: Source, mentions: pd.DataFrame, roster: Roster) -> list[Finding]:
    """A finding for each name that several bear and that nothing in the row tells apart."""
    several = mentions[mentions["person"].eq(SEVERAL)].drop_duplicates(["row", "name"])
    number = [table.register.field(source.number).title] if source.number else []
    unit = [roster.table.register.field(roster.unit_field).title] if source.unit else []
    findings = []
    for row, name in zip(several["row"].tolist(), several["name"].tolist(), strict=True):
        people = roster.by_name[name]
        facts = {
            "field": table.register.field(source.field).title,
            "name": name,
            "register": roster.title,
            "count": str(len(people)),
            "people": PEOPLE_JOIN.join(describe(roster, each) for each in people),
            "tell": PEOPLE_JOIN.join(number + unit),
        }
        code = "namesakes" if facts["tell"] else "namesakes_by_name"
        findings.append(Finding(code, table.place(row, source.field), facts, tuple(map(roster.place, people))))
    return findings


def describe(roster: Roster, person: int) -> str:
    """A person's class or department and number, as far as the register has them, else the cell."""
    known = [each for each in (roster.unit[person], roster.number[person]) if each]
    return " ".join(known) or roster.place(person).address


def disagreeing_classes(table: Table, source: Source, mentions: pd.DataFrame, roster: Roster) -> list[Finding]:
    """A finding where the class written beside a student is neither that of the row's date nor that of now."""
    found = mentions[mentions["person"].ge(0) & misfits(mentions, roster)].drop_duplicates(["row", "person"])
    findings = []
    columns = (found[each].tolist() for each in ("row", "person", "unit", "year"))
    for row, person, unit, year in zip(*columns, strict=True):
        facts = {
            "name": roster.name[person],
            "register": roster.title,
            "registered": roster.unit[person],
            "written": unit,
            "then": roster.class_in(person, year),
        }
        findings.append(
            Finding("class_disagrees", table.place(row, source.unit), facts, (unit_place(roster, person),)),
        )
    return findings


def unit_place(roster: Roster, person: int) -> Place:
    """The cell of a person's class or department."""
    return roster.table.place(person, roster.unit_field)


def disagreeing_numbers(table: Table, source: Source, mentions: pd.DataFrame, roster: Roster) -> list[Finding]:
    """A finding where a row's number is another person's, or the person has another number."""
    found = mentions[mentions["person"].ge(0) & mentions["number"].ne("")]
    if found.empty:
        return []
    own = found["person"].map(roster.number).eq(found["number"]) & found["person"].map(roster.name).eq(found["name"])
    unnumbered = found["person"].map(roster.number).eq("")
    found = found[~own & ~unnumbered].drop_duplicates(["row", "person"])
    findings = []
    for row, person, number, name in zip(
        *(found[each].tolist() for each in ("row", "person", "number", "name")), strict=True
    ):
        facts = {
            "number_title": table.register.field(source.number).title,
            "number": number,
            "name": name,
            "register": roster.title,
            "registered": roster.number[person],
            "taken": roster.name[person],
        }
        findings.append(
            Finding("number_disagrees", table.place(row, source.number), facts, (roster.place(person),)),
        )
    return findings
