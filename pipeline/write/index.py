"""Start pages: index.html of a month, and of all months."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.messages import correction
from pipeline.messages.closing import CLOSED_NOTE
from pipeline.messages.publish import FOLDER_NOTES, MONTH_FLOW, OUTPUT_FOLDERS, TASKS, YEAR_FLOW
from pipeline.money import format_yuan, parse_amount
from pipeline.stop import unwritable
from pipeline.write.adjusted import change_lines, shown, summary_line
from pipeline.write.pages import CORRECTION_PAGE
from pipeline.write.staging import LOG, POSTED, RECORD, put_whole, write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pipeline.outcome import Outcome

START_PAGE, RESULT = "index.html", "result.json"


@dataclass(frozen=True, slots=True)
class Task:
    """Something a person has to do: how many of it, and the sentence."""

    count: int
    text: str


@dataclass(frozen=True, slots=True)
class FolderLinks:
    """A folder of the month and the files in it."""

    name: str
    note: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month on the page of all months, as its result.json has it. history: the last line of its log, if any."""

    key: str
    school: str
    postable: bool
    errors: int
    warnings: int
    closing: str
    closed: bool
    history: list[str]


def write_month_index(outcome: Outcome, folder: Path, *, closed: bool = False) -> None:
    """Write the month's start page into its folder, with links to what stands there already.

    closed: whether the month is being closed.
    """
    period, books, found = outcome.period, outcome.books, outcome.reconciliation
    states = outcome.contacts["status"].value_counts()
    counts = {state: int(states.get(state, 0)) for state in ("met", "incomplete", "missing")}
    text = render(
        "month_index.html.j2",
        school=outcome.settings.school,
        month=f"{period.year}年{period.month}月",
        today=period.today,
        status="errors" if outcome.has_errors else "preview" if period.is_preview else "postable",
        older_pages=not outcome.postable and (folder / POSTED).is_dir(),
        tasks=tasks_of(outcome),
        flows=[(MONTH_FLOW, books.month), (YEAR_FLOW, books.year)],
        bank={
            "book": books.bank_book,
            "cash": books.cash,
            "statement": found.statement_balance,
            "open_items": len(found.open_items),
        },
        contacts={"due": sum(counts.values()), **counts},
        folders=_folders(folder),
        correction=correction.STARTED if (folder / POSTED / CORRECTION_PAGE).is_file() else "",
        closed_note=CLOSED_NOTE if closed else "",
        history=_history(folder),
        adjusted=summary_line(outcome) if outcome.adjustments.changes else "",
        changes=change_lines(outcome),
        effects=[(each, *shown(each)) for each in outcome.adjustments.effects],
    )
    write_text(folder / START_PAGE, text)


def tasks_of(outcome: Outcome) -> list[Task]:
    """What needs a person this month, the most pressing first; what there is none of is left out."""
    found, coverage = outcome.reconciliation, outcome.coverage
    errors = sum(finding.severity == "error" for finding in outcome.findings)
    counts = {
        "errors": errors,
        "warnings": len(outcome.findings) - errors,
        "candidates": len(found.candidates),
        "to_book": len(found.bank_received_not_booked) + len(found.bank_paid_not_booked),
        "old_items": sum(item.old for item in found.open_items),
        "missing": int((outcome.contacts["status"] == "missing").sum()),
        "incomplete": int((outcome.contacts["status"] == "incomplete").sum()),
        "students_without_helper": len(coverage.students_without_helper),
        "members_without_pairing": len(coverage.members_without_pairing),
        "leaders_out_of_range": len(coverage.leaders_out_of_range),
        "expired_pairings": len(coverage.expired_pairings),
        "without_measures": len(coverage.without_measures),
    }
    return [Task(counts[name], text) for name, text in TASKS.items() if counts[name]]


def _history(folder: Path) -> list[str]:
    """When the month was closed and opened again, and why."""
    path = folder / LOG
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def _folders(folder: Path) -> list[FolderLinks]:
    return [
        FolderLinks(name, note, files)
        for name, note in FOLDER_NOTES.items()
        if (files := tuple(sorted(each.name for each in (folder / name).glob("*") if each.is_file())))
    ]


def write_output_index(output: Path) -> None:
    """Write the page of all months, the latest first, from the result.json of each."""
    months = sorted(output.glob("????-??"), reverse=True)
    lines = [line for month in months if (line := month_line(month)) is not None]
    others = sorted(each.name for each in output.glob("*.html") if each.name != START_PAGE)
    folders = _folders_of(output)
    write_text(output / START_PAGE, render("output_index.html.j2", months=lines, folders=folders, others=others))


def put_paper(path: Path, output: Path, write: Callable[[Path], None]) -> Path:
    """Put a paper of any day whole into place beside the months' folders, and on the start page; its path.

    CannotRunError if it cannot be written.
    """
    try:
        put_whole(path, write)
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return path


def _folders_of(output: Path) -> list[FolderLinks]:
    """The folders beside the months: papers of years and terms, reminders, files of pupils."""
    return [
        FolderLinks(folder.name, note, files)
        for pattern, note in OUTPUT_FOLDERS.items()
        for folder in sorted(output.glob(pattern), reverse=True)
        if (files := tuple(sorted(each.name for each in folder.glob("*") if each.is_file() and each.name[0] != ".")))
    ]


def month_line(folder: Path) -> MonthLine | None:
    """The line of a month; None where its folder holds no result that can be read."""
    try:
        result = json.loads((folder / RESULT).read_text("utf-8"))
        severities = [problem["severity"] for problem in result["problems"]]
        return MonthLine(
            folder.name,
            result["school"] or "",
            bool(result["postable"]),
            severities.count("error"),
            severities.count("warning"),
            _spaced(result["fund"]["month"]),
            (folder / RECORD).is_file(),
            _history(folder)[-1:],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _spaced(flow: Mapping[str, str]) -> str:
    cents = parse_amount(flow["closing"])
    return format_yuan(cents) if isinstance(cents, int) else flow["closing"]
