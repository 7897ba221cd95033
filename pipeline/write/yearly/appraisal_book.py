"""党员帮扶考核表.xlsx: the form, and beside it every case that its numbers were counted from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.messages import yearly as words
from pipeline.write.summary.parts import Column, Kind, Sheet, TablePart, text, word
from pipeline.write.summary.sheets.appraisal import appraisal_sheet
from pipeline.write.summary.sheets.common import addresses, facts_of
from pipeline.write.summary.writer import About, write_book

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from pipeline.care.appraisal import Appraisal
    from pipeline.outcome import Outcome
    from pipeline.tables import Table
    from pipeline.write.summary.sheets.common import Sources

_FIRST_ROW = 4  # of the evidence on its sheet: below title, lead and header
_WIDEST = 44  # characters; many rows wrap, or they would be cut off on paper


def write_form(
    outcome: Outcome,
    members: list[Appraisal],
    cases: pd.DataFrame,
    path: Path,
    sources: Sources,
) -> None:
    """Write the workbook; cases: as appraisal_cases gives them; sources: see sources_from."""
    facts = facts_of(outcome)
    day = dt.datetime.combine(outcome.period.today, dt.time())
    about = About(words.FORM_TITLE.format(**facts), facts["school"], facts["month"], day)
    write_book(path, form_sheets(outcome, members, cases, sources), about)


def form_sheets(
    outcome: Outcome, members: list[Appraisal], cases: pd.DataFrame, sources: Sources
) -> tuple[Sheet, Sheet]:
    """The form and its evidence; each number of the form leads to its first case."""
    cases = in_order_of(members, cases)
    firsts = cases.reset_index().drop_duplicates(["helper_id", "part"])
    links = {
        (helper, part): f"internal:'{words.EVIDENCE_SHEET.name}'!A{row + _FIRST_ROW}"
        for row, helper, part in zip(firsts["index"], firsts["helper_id"], firsts["part"], strict=True)
    }
    return appraisal_sheet(outcome, members, links), _evidence(outcome, members, cases, sources)


def in_order_of(members: list[Appraisal], cases: pd.DataFrame) -> pd.DataFrame:
    """The cases of the members alone, member by member in their order, each in the order of the parts."""
    order = {each.member: place for place, each in enumerate(members)}
    own = cases[cases["helper_id"].isin(order)]
    own = own.assign(place=own["helper_id"].map(order))
    return own.sort_values("place", kind="stable").drop(columns="place").reset_index(drop=True)


def case_sources(outcome: Outcome, cases: pd.DataFrame) -> list[str]:
    """For each case the addresses of its rows, those of one sheet together; "" for a month without contact."""
    found = _of_rows(outcome, cases, addresses)
    return [
        _joined([found[register][row] for row in rows])
        for register, rows in zip(cases["register"], cases["rows"], strict=True)
    ]


def _joined(each: Sequence[str]) -> str:
    """file!sheet!3 and file!sheet!5 as file!sheet!3、5."""
    sheets: dict[str, list[str]] = {}
    for address in each:
        sheet, _, row = address.rpartition("!")
        sheets.setdefault(sheet, []).append(row)
    return words.SOURCE_JOIN.join(f"{sheet}!{words.ROW_JOIN.join(rows)}" for sheet, rows in sheets.items())


def _links(outcome: Outcome, cases: pd.DataFrame, sources: Sources) -> list[str]:
    """For each case a link to the first of its rows."""
    found = _of_rows(outcome, cases, sources.row_links)
    return [
        found[register][rows[0]] if rows else ""
        for register, rows in zip(cases["register"], cases["rows"], strict=True)
    ]


def _of_rows(
    outcome: Outcome, cases: pd.DataFrame, ask: Callable[[Table, Sequence[int]], list[str]]
) -> Mapping[str, Mapping[int, str]]:
    """What is asked of each row of evidence, by register and index."""
    found = {}
    for register, rows in cases.groupby("register")["rows"]:
        wanted = sorted({row for each in rows for row in each})
        found[str(register)] = dict(zip(wanted, ask(outcome.tables[str(register)], wanted), strict=True))
    return found


def _evidence(outcome: Outcome, members: Sequence[Appraisal], cases: pd.DataFrame, sources: Sources) -> Sheet:
    facts = facts_of(outcome)
    heads = {each.member: (each.department, each.name) for each in members}
    told = words.EVIDENCE_SHEET
    table = TablePart(
        words.EVIDENCE.name,
        words.EVIDENCE.caption,
        words.EVIDENCE.headers,
        (
            text(heads[helper][0] for helper in cases["helper_id"]),
            text(heads[helper][1] for helper in cases["helper_id"]),
            text(cases["part"]),
            text(cases["student"]),
            text(cases["class_name"]),
            word(cases["month"]),
            word(cases["state"].map(words.STATES)),
            word(cases["good"].map({True: words.COUNTED, False: words.NOT_COUNTED})),
            Column(Kind.LONG, case_sources(outcome, cases), links=_links(outcome, cases, sources), widest=_WIDEST),
        ),
    )
    return Sheet(told.name, told.title.format(**facts), told.lead.format(**facts), (table,))
