"""A register of people, made ready to be looked up by number and by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.classes import shift_class
from pipeline.tables import OK
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from pipeline.findings import Place
    from pipeline.tables import Table


@dataclass(frozen=True)
class Roster:
    """The staff or the students. A person is the index of a row of the register's frame.

    Rows with an error are looked up too, so that one fault in the register is not told again at each reference;
    `fit` holds the people whose own row is sound. class_years: the school years in which a student was in the class
    that the register names; empty for staff, whose departments do not move up.
    """

    table: Table
    number_field: str
    unit_field: str
    number: Mapping[int, str]
    unit: Mapping[int, str]
    name: Mapping[int, str]
    by_number: Mapping[str, int]
    by_name: Mapping[str, tuple[int, ...]]
    fit: frozenset[int]
    class_years: Mapping[int, tuple[int, ...]]

    @property
    def title(self) -> str:
        """The register's Chinese title."""
        return self.table.register.title

    def place(self, person: int) -> Place:
        """The cell that holds the person's name."""
        return self.table.place(person, "name")

    def agrees(self, person: int, unit: str, year: int) -> int:
        """How well a class or department that was written fits: 2 as of the row's school year, 1 as of now, 0 not.

        Rule: a class is read as of the row's date, then as of the month of the report.
        """
        own = self.unit[person]
        years = self.class_years.get(person, ())
        if year and any(shift_class(own, year - each) == unit for each in years):
            return 2
        return 1 if fold(unit) == fold(own) else 0

    def class_in(self, person: int, year: int) -> str:
        """The class of a school year that follows from the register's, which is of the month's; year 0: the same."""
        own, years = self.unit[person], self.class_years.get(person, ())
        return (shift_class(own, year - years[0]) or "") if year and years else own

    def narrow(self, people: Sequence[int], unit: str, year: int) -> tuple[int, ...]:
        """Those of the people whose class or department fits best; all of them where none was written or none fits."""
        if not unit or not people:
            return tuple(people)
        fits = {each: self.agrees(each, unit, year) for each in people}
        best = max(fits.values())
        return tuple(each for each in people if fits[each] == best)


def make_roster(
    table: Table,
    fields: tuple[str, str],
    unfit: pd.Series[bool],
    class_years: Mapping[int, tuple[int, ...]] | None = None,
) -> Roster:
    """The roster of a register. fields: its number and its class or department.

    unfit: rows that are kept out of the figures beside those not ok.

    A row that repeats number and name of an earlier one is the same person written twice, no namesake.
    """
    frame = table.frame
    number_field, unit_field = fields
    twice = frame[number_field].ne("") & frame.duplicated([number_field, "name"])
    known = frame[frame["name"].ne("") & ~twice]
    numbered = known[known[number_field].ne("")].drop_duplicates(number_field)
    by_name: dict[str, tuple[int, ...]] = {}
    for person, name in zip(known.index.tolist(), known["name"].tolist(), strict=True):
        by_name[name] = (*by_name.get(name, ()), person)
    return Roster(
        table,
        number_field,
        unit_field,
        number=_by_person(known[number_field]),
        unit=_by_person(known[unit_field]),
        name=_by_person(known["name"]),
        by_number=dict(zip(numbered[number_field].tolist(), numbered.index.tolist(), strict=True)),
        by_name=by_name,
        fit=frozenset(frame.index[frame[OK] & ~unfit].tolist()),
        class_years=class_years or {},
    )


def _by_person(column: pd.Series[str]) -> dict[int, str]:
    return dict(zip(column.index.tolist(), column.tolist(), strict=True))
