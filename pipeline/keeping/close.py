"""定稿 and 重开: freeze a month as it was posted, or open the last one again; files of the month stay as they are."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from pipeline import __version__
from pipeline.closing.figures import care_figures, fund_figures, together
from pipeline.closing.record import Closing, to_text
from pipeline.closing.rows import dated_rows, list_rows
from pipeline.disclose import public_view
from pipeline.keeping.files import hashes_of, log_lines
from pipeline.messages import closing as words
from pipeline.period import Period
from pipeline.stop import CannotRunError, unwritable
from pipeline.text import strip_cell
from pipeline.write.index import RESULT, START_PAGE, write_month_index, write_output_index
from pipeline.write.month import write_month
from pipeline.write.pages import page_texts
from pipeline.write.result import result_of
from pipeline.write.staging import LOG, POSTED, RECORD, REOPENED, Staging, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.outcome import Outcome


# Parts of result.json that must be what they were when the pages were made; addresses in it may differ.
_SAME = ("school", "fund", "pledges", "contacts", "coverage", "adjustments")
_BALANCES = ("statement_balance", "book_balance", "adjusted_statement", "adjusted_book")


def check_order(month: str, closings: Sequence[Closing], output: Path) -> None:
    """CannotRunError where the month is closed, a later one is, or an earlier one that was reported is not."""
    closed = {closing.month: closing for closing in closings}
    if month in closed:
        raise CannotRunError("closed_already", month=month, day=closed[month].closed_on)
    if closings and month < closings[-1].month:
        raise CannotRunError("closed_later", month=month, later=closings[-1].month)
    first = closings[-1].month if closings else ""
    waiting = sorted(path.parent.name for path in output.glob(f"????-??/{RESULT}") if first < path.parent.name < month)
    if waiting:
        raise CannotRunError("close_earlier", month=month, earlier=waiting[0])


def close_month(outcome: Outcome, closings: Sequence[Closing], inputs: Path, output: Path, today: dt.date) -> Closing:
    """Close the month; today: the day that the record names. A month that was not reported yet is written first.

    CannotRunError where it cannot be posted, or the workbooks no longer say what its pages say.
    """
    month = outcome.period.key
    _check_postable(outcome)
    folder = output / month
    if not (folder / RESULT).is_file():
        outcome = write_month(outcome, inputs, output)
        _check_postable(outcome)
    else:
        outcome = as_reported(outcome, folder, "close_differs")
    closing = _record(outcome, closings, today)
    try:
        with Staging(output, month) as staging:
            closing = _freeze(closing, outcome, staging)
            staging.place()
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return closing


def _check_postable(outcome: Outcome) -> None:
    month = outcome.period.key
    if outcome.has_errors:
        raise CannotRunError("close_errors", month=month)
    if outcome.period.is_preview:
        raise CannotRunError("close_preview", month=month)


def as_reported(outcome: Outcome, folder: Path, code: str) -> Outcome:
    """The outcome as of the day of the month's report; CannotRunError of that code where its papers say else."""
    stop = CannotRunError(code, month=outcome.period.key)
    try:
        stored = json.loads((folder / RESULT).read_text("utf-8"))
        day = dt.date.fromisoformat(stored["today"])
        posted = {path.name: path.read_text("utf-8") for path in (folder / POSTED).glob("*.html")}
    except (OSError, ValueError, KeyError, TypeError):
        raise stop from None
    outcome = replace(outcome, period=Period(outcome.period.year, outcome.period.month, day))
    now = json.loads(json.dumps(result_of(outcome)))
    if not stored["postable"] or _compared(stored) != _compared(now):
        raise stop
    pages = page_texts(public_view(outcome))
    if any(posted.get(name) != text for name, text in pages.items()):
        raise stop
    return outcome


def _compared(result: dict[str, Any]) -> list[Any]:
    bank = result["reconciliation"]
    return [*(result.get(part) for part in _SAME), *(bank[balance] for balance in _BALANCES)]


def _record(outcome: Outcome, closings: Sequence[Closing], today: dt.date) -> Closing:
    last = outcome.period.last
    before = closings[-1] if closings else None
    rows = dated_rows(outcome.tables, last, before.period(today).last if before else None)
    return Closing(
        month=outcome.period.key,
        school=outcome.settings.school,
        closed_on=today.isoformat(),
        run_day=outcome.period.today.isoformat(),
        version=__version__,
        figures=together(
            (fund_figures(outcome.books, outcome.reconciliation), care_figures(outcome.contacts, outcome.coverage))
        ),
        rows=(*rows, *list_rows(outcome.tables, last)),
        changes=outcome.adjustments.changes,
        effects=outcome.adjustments.effects,
        inputs={file.path: file.sha256 for file in outcome.reading.files},
        previous=before.seal if before else "",
    )


def _freeze(closing: Closing, outcome: Outcome, staging: Staging) -> Closing:
    """Write the record and the log beside the month's files, and say on its start page that it is closed."""
    staging.carry_all()
    line = words.LOG_CLOSED.format(day=closing.closed_on, version=closing.version)
    lines = [*log_lines(staging.folder), line]
    write_text(staging.folder / LOG, "".join(f"{line}\n" for line in lines))
    write_month_index(outcome, staging.folder, closed=True)
    closing = replace(closing, outputs=hashes_of(staging.folder))
    write_text(staging.folder / RECORD, to_text(closing))
    return closing


def reopen_month(month: str, reason: str, closings: Sequence[Closing], output: Path, today: dt.date) -> None:
    """Open the month again. CannotRunError where it is not closed, a later one is, or no reason is given."""
    reason = " ".join(strip_cell(reason).split())
    if month not in {closing.month for closing in closings}:
        raise CannotRunError("not_closed", month=month)
    if month != closings[-1].month:
        raise CannotRunError("reopen_later", month=month, later=closings[-1].month)
    if not reason:
        raise CannotRunError("reason_missing", month=month)
    try:
        with Staging(output, month) as staging:
            staging.carry_all()
            _open(staging.folder, words.LOG_REOPENED.format(day=today.isoformat(), reason=reason))
            staging.place()
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error


def _open(folder: Path, line: str) -> None:
    number = 1 + len(list(folder.glob(REOPENED.format(number="*"))))
    (folder / RECORD).rename(folder / REOPENED.format(number=number))
    write_text(folder / LOG, "".join(f"{each}\n" for each in [*log_lines(folder), line]))
    page = folder / START_PAGE
    text = page.read_text("utf-8") if page.is_file() else ""
    write_text(page, text.replace(words.CLOSED_NOTE, f"{escape(line)} {words.REOPENED_NOTE}"))
