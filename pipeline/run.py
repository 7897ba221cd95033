"""One month: read, validate, check, compute, write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.care.contact_findings import contact_findings
from pipeline.care.contacts import contact_status
from pipeline.care.coverage import coverage
from pipeline.care.coverage_findings import coverage_findings
from pipeline.care.goods import stock_findings
from pipeline.closing.adjust import NOTHING_CLOSED, Adjustments, closed_figures, find_changes, find_effects
from pipeline.closing.figures import care_figures, fund_figures, together
from pipeline.consequences import missing_registers, without_consequences, without_those_of_rows
from pipeline.findings import in_order
from pipeline.fund.books import compute_books
from pipeline.fund.controls import check_controls
from pipeline.fund.pledges import compute_pledges
from pipeline.fund.purses import check_purses
from pipeline.fund.reconciliation import reconcile
from pipeline.months import check_opening, last_complete_month
from pipeline.outcome import Outcome
from pipeline.read import read_folder
from pipeline.rules.people import resolve
from pipeline.rules.purposes import one_spelling
from pipeline.rules.schema import validate
from pipeline.rules.settings_sheet import read_settings
from pipeline.stop import CannotRunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pipeline.closing.figures import Figures
    from pipeline.closing.record import Closing
    from pipeline.findings import Finding, Place
    from pipeline.period import Period
    from pipeline.progress import Progress
    from pipeline.read import Reading
    from pipeline.tables import Table


def examine(
    folder: Path,
    month: Period | None,
    today: dt.date,
    progress: Progress,
    closings: Sequence[Closing] = (),
) -> Outcome:
    """Everything about a month of the workbooks in a folder; writes nothing.

    month: None takes the last complete month that has a row of money or a contact. closings: the months closed so
    far, by month. Raises CannotRunError where there is nothing to read, or no such month.
    """
    progress.step("read")
    reading = read_inputs(folder)
    period = month or last_complete_month(reading.tables, today)
    progress.step("check")
    reported = {finding.where for finding in reading.findings if finding.where is not None}
    tables, of_cells = validate(one_spelling(reading.tables), today, reported)
    progress.step("figures")
    outcome = _figures(
        reading, tables, period, [*reading.findings, *missing_registers(reading.tables, reading.findings), *of_cells]
    )
    return replace(outcome, adjustments=_adjustments(outcome, closings))


def _adjustments(outcome: Outcome, closings: Sequence[Closing]) -> Adjustments:
    """How the months closed before this one differ from today's rows; all closed months where it is one of them."""
    month = outcome.period.key
    if month not in {each.month for each in closings}:
        closings = [each for each in closings if each.month < month]
    if not closings:
        return NOTHING_CLOSED
    changes = find_changes(closings, outcome.tables)
    effects = find_effects(closings, changes, lambda each: _figures_now(outcome, each))
    return Adjustments(closings[-1].month, changes, effects, closed_figures(closings))


def _figures_now(outcome: Outcome, closing: Closing) -> Figures:
    """The figures of a closed month by today's tables."""
    tables, settings = outcome.tables, outcome.settings
    period = closing.period(outcome.period.today)
    people, _ = resolve(tables, period)
    found, _ = reconcile(tables, settings, period)
    contacts = contact_status(tables, people, settings, period)
    return together(
        (
            fund_figures(compute_books(tables, settings, period), found),
            care_figures(contacts, coverage(tables, people, period)),
        )
    )


def read_inputs(folder: Path) -> Reading:
    """The workbooks of the folder. CannotRunError if it is not there, cannot be listed, or holds no workbook."""
    if not folder.is_dir():
        raise CannotRunError("no_input", folder=str(folder))
    try:
        reading = read_folder(folder)
    except OSError:
        raise CannotRunError("input_unreadable", folder=str(folder)) from None
    if not reading.files:
        unreadable = next((finding for finding in reading.findings if finding.severity == "error"), None)
        if unreadable is not None:
            raise CannotRunError("none_readable", folder=str(folder), why=unreadable.sentence + unreadable.remedy)
        raise CannotRunError("no_workbooks", folder=str(folder))
    return reading


def _figures(reading: Reading, tables: Mapping[str, Table], period: Period, before: list[Finding]) -> Outcome:
    settings, of_settings = read_settings(tables["settings"])
    check_opening(period, settings)
    people, of_people = resolve(tables, period)
    pledges, of_pledges = compute_pledges(tables, people.staff, people.donors, period)
    reconciliation, of_bank = reconcile(tables, settings, period)
    gaps = coverage(tables, people, period)
    findings = [
        *before,
        *of_settings,
        *_not_at(_cells_in_error(before), of_people),
        *of_pledges,
        *of_bank,
        *check_purses(tables, settings, period),
        *check_controls(tables, settings, period),
        *contact_findings(tables, people, period),
        *stock_findings(tables, period),
        *coverage_findings(gaps),
    ]
    return Outcome(
        period=period,
        settings=settings,
        reading=reading,
        tables=tables,
        people=people,
        books=compute_books(tables, settings, period),
        reconciliation=reconciliation,
        pledges=pledges,
        contacts=contact_status(tables, people, settings, period),
        coverage=gaps,
        findings=tuple(in_order(without_those_of_rows(without_consequences(findings), tables, people.pairings.index))),
    )


def _cells_in_error(findings: list[Finding]) -> set[Place]:
    return {each.where for each in findings if each.where and each.where.column >= 0 and each.severity == "error"}


def _not_at(cells: set[Place], findings: list[Finding]) -> list[Finding]:
    """The findings but for those at a cell whose error has been told: a fault silences what follows from it."""
    return [finding for finding in findings if finding.where not in cells]
