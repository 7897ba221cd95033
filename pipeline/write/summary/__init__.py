"""内部/月度汇总.xlsx: every figure of the month, for those who work with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.messages.summary import BOOK_TITLE
from pipeline.write.summary.figures import figures_of
from pipeline.write.summary.sheets.adjusted import adjusted_sheet
from pipeline.write.summary.sheets.appraisal import appraisal_sheet
from pipeline.write.summary.sheets.bank import bank_sheet
from pipeline.write.summary.sheets.books import books_sheet, pledges_sheet
from pipeline.write.summary.sheets.checks import checks_sheet, notes_sheet, problems_sheet
from pipeline.write.summary.sheets.common import facts_of, sources_from
from pipeline.write.summary.sheets.contacts import contacts_sheet, pupils_sheet
from pipeline.write.summary.sheets.controls import controls_sheet
from pipeline.write.summary.sheets.cover import cover_sheet
from pipeline.write.summary.sheets.ledger import ledger_sheet
from pipeline.write.summary.sheets.pairings import pairings_sheet
from pipeline.write.summary.sheets.visits import goods_sheet, visits_sheet
from pipeline.write.summary.writer import About, write_book

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet
    from pipeline.write.summary.sheets.common import Sources


def write_summary(outcome: Outcome, path: Path, inputs: Path | None = None) -> None:
    """Write the workbook to path; inputs: the folder that the links of its rows lead to (None: no links).

    The same outcome gives the same bytes. OSError if the file cannot be written.
    """
    facts = facts_of(outcome)
    day = dt.datetime.combine(outcome.period.today, dt.time())
    about = About(BOOK_TITLE.format(**facts), facts["school"], facts["month"], day)
    write_book(path, sheets_of(outcome, sources_from(path, inputs)), about)


def sheets_of(outcome: Outcome, sources: Sources) -> tuple[Sheet, ...]:
    """All sheets, in order."""
    figures = figures_of(outcome)
    return (
        cover_sheet(outcome),
        books_sheet(outcome),
        ledger_sheet(outcome, figures.account, sources),
        bank_sheet(outcome),
        pledges_sheet(outcome),
        contacts_sheet(outcome, figures.matrix),
        checks_sheet(outcome, figures),
        pairings_sheet(outcome, figures.pairs),
        pupils_sheet(outcome, figures.progress),
        visits_sheet(outcome, figures),
        goods_sheet(outcome, figures.stock),
        controls_sheet(outcome),
        adjusted_sheet(outcome),
        appraisal_sheet(outcome, figures.appraisals),
        problems_sheet(outcome, sources),
        notes_sheet(outcome),
    )
