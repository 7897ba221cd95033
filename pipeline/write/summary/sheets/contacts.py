"""联系 and 学生: contacts month by month with totals a department, and how each aided pupil got on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.contacts import INCOMPLETE, MET, MISSING, NOT_DUE
from pipeline.care.matrix import COUNTS, rates
from pipeline.messages import summary as words
from pipeline.messages.care import STATUSES
from pipeline.write.summary.parts import Look, TextPart, count, decimal, long, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.care.matrix import ContactMatrix
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet, TablePart


LOOKS = (
    (STATUSES[MISSING], Look.BAD),
    (STATUSES[INCOMPLETE], Look.CARE),
    (STATUSES[MET], Look.GOOD),
)
_WORST_FIRST = (MISSING, INCOMPLETE, MET, NOT_DUE)
_NARROW, _SOURCE = 12, 15  # characters; sixteen columns are to be read on one sheet of paper


def contacts_sheet(outcome: Outcome, matrix: ContactMatrix) -> Sheet:
    """The sheet 联系; matrix: of the calendar year up to the month."""
    return make_sheet(
        "contacts",
        outcome,
        _helpers(matrix),
        _departments(outcome, matrix),
        TextPart((words.SIGNATURE,)),
    )


def _helpers(matrix: ContactMatrix) -> TablePart:
    """One row a helper: the state of each month in a word, and how often in the year each state occurred."""
    states = _states(matrix)
    heads, school = matrix.helpers, matrix.school.iloc[0]
    months = [
        word((states.get((helper, month), "") for helper in heads["helper_id"]), LOOKS) for month in matrix.months
    ]
    return table(
        "contact_year",
        text(name or words.NO_DEPARTMENT for name in heads["department"]),
        text(heads["helper"]),
        *months,
        *(count(heads[part], int(school[part])) for part in COUNTS),
        more=(
            *(words.MONTH_COLUMN.format(month=int(month[-2:])) for month in matrix.months),
            *words.CONTACT_TOTALS,
        ),
    )


def _states(matrix: ContactMatrix) -> dict[tuple[int, str], str]:
    """The word for each helper and month."""
    rows = matrix.long[["helper_id", "month", "status"]]
    found: dict[tuple[int, str], list[str]] = {}
    for helper, month, status in rows.itertuples(index=False, name=None):
        found.setdefault((helper, month), []).append(status)
    return {key: _said(states) for key, states in found.items()}


def _said(states: list[str]) -> str:
    """The worst state among a helper's pairings of a month, with how many of those due are in it."""
    worst = next(state for state in _WORST_FIRST if state in states)
    due = sum(state != NOT_DUE for state in states)
    number = states.count(worst)
    if worst == NOT_DUE or number == due:
        return STATUSES[worst]
    return words.STATUS_OF_SEVERAL.format(status=STATUSES[worst], count=number, all=due)


def _departments(outcome: Outcome, matrix: ContactMatrix) -> TablePart:
    """The year's totals of each department beside the month's."""
    month = rates(matrix.long[matrix.long["month"] == outcome.period.key], ["department"]).set_index("department")
    heads, school = matrix.departments, matrix.school.iloc[0]
    of_month = month.reindex(heads["department"], fill_value=0)
    return table(
        "contact_departments",
        text(name or words.NO_DEPARTMENT for name in heads["department"]),
        *(count(of_month[part], int(month[part].sum())) for part in COUNTS),
        *(count(heads[part], int(school[part])) for part in COUNTS),
        together=True,
    )


_LOOKS = (
    (words.VERDICTS["dropped_out"], Look.BAD),
    (words.VERDICTS["slipped"], Look.CARE),
    (words.VERDICTS["improved"], Look.GOOD),
)


def pupils_sheet(outcome: Outcome, rows: pd.DataFrame) -> Sheet:
    """The sheet 学生; rows: as progress_of_pupils gives them."""
    known = rows["row"].notna()
    found = iter(addresses(outcome.tables["progress"], rows.loc[known, "row"].astype("int64")))
    columns = (
        word(rows["verdict"].map(words.VERDICTS), _LOOKS),
        text(rows["student"]),
        text(rows["class_name"]),
        long(rows["need"], _NARROW),
        long(rows["helpers"].fillna(""), _NARROW),
        long(rows["measures"].fillna(""), 2 * _NARROW),
        long(rows["term"], _SOURCE),
        decimal(rows["average"]),
        decimal(rows["average_before"]),
        count(rows["grade_rank"]),
        count(rows["grade_rank_before"]),
        word(rows["conduct"]),
        word(rows["conduct_before"]),
        count(rows["absences"], zeros=True),
        count(rows["absences_before"], zeros=True),
        long((next(found) if each else "" for each in known), _SOURCE),
    )
    return make_sheet("pupils", outcome, table("pupils", *columns))
