"""What somebody should look at: each department's work and odd contacts, all problems, what the notes mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.departments import COUNTS
from pipeline.messages import summary as words
from pipeline.messages.care import DEPARTMENT_COUNTS
from pipeline.write.summary.parts import Look, count, date, long, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.figures import Figures
    from pipeline.write.summary.parts import Sheet, TablePart
    from pipeline.write.summary.sheets.common import Sources


_RUN_LOOKS = ((words.RUN_GOES_ON, Look.BAD),)


def checks_sheet(outcome: Outcome, figures: Figures) -> Sheet:
    """The sheet 联系核查."""
    late = figures.late[figures.late["date"].dt.year == outcome.period.year]
    return make_sheet(
        "checks",
        outcome,
        _departments(figures.departments),
        _runs(figures.matrix.runs),
        _equal(outcome, figures.equal[figures.equal["in_month"]]),
        _late(outcome, late),
        freeze_header=False,
    )


def _departments(rows: pd.DataFrame) -> TablePart:
    names = text(name or words.NO_DEPARTMENT for name in rows["department"])
    counts = (count(rows[name], int(rows[name].sum())) for name in COUNTS)
    return table("departments", names, *counts, more=tuple(DEPARTMENT_COUNTS[name] for name in COUNTS))


def _runs(rows: pd.DataFrame) -> TablePart:
    return table(
        "runs",
        text(rows["department"]),
        text(rows["helper"]),
        text(rows["student"]),
        text(rows["class_name"]),
        word(rows["first"]),
        word(rows["last"]),
        count(rows["months"]),
        word(rows["current"].map({True: words.RUN_GOES_ON, False: words.RUN_IS_OVER}), _RUN_LOOKS),
    )


def _equal(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    numbers = {group: number for number, group in enumerate(dict.fromkeys(rows["group"]), 1)}
    return table(
        "equal",
        count(numbers[group] for group in rows["group"]),
        date(rows["date"]),
        text(rows["helper"]),
        text(rows["student"]),
        long(rows["text"]),
        word(rows["exact"].map({True: words.EXACTLY, False: words.NEARLY})),
        text(addresses(outcome.tables["contacts"], rows["contact"])),
    )


def _late(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    return table(
        "late",
        date(rows["date"]),
        date(rows["entered_on"]),
        count(rows["days"]),
        text(rows["helper"]),
        text(rows["student"]),
        text(addresses(outcome.tables["contacts"], rows["contact"])),
    )


_LOOKS = ((words.SEVERITIES["error"], Look.BAD), (words.SEVERITIES["warning"], Look.CARE))


def problems_sheet(outcome: Outcome, sources: Sources) -> Sheet:
    """The sheet 问题."""
    findings = outcome.findings
    places = [finding.where for finding in findings]
    rows = table(
        "problems",
        count(range(1, len(findings) + 1)),
        word((words.SEVERITIES[finding.severity] for finding in findings), _LOOKS),
        long(finding.title for finding in findings),
        long(finding.sentence for finding in findings),
        long(finding.remedy for finding in findings),
        text(place.file if place else "" for place in places),
        text(place.sheet if place else "" for place in places),
        text((place.cell if place else "" for place in places), links=[sources.link(place) for place in places]),
    )
    return make_sheet("problems", outcome, rows)


def notes_sheet(outcome: Outcome) -> Sheet:
    """The sheet 说明."""
    marks, sheets, sentences = zip(*words.NOTES, strict=True)
    return make_sheet("notes", outcome, table("notes", word(marks), text(sheets), long(sentences)), upright=True)
