"""What is kept beside the pages of a posted month: their figures, the basis of a correction, the record of posting.

A correction is drafted against the pages that hang, or hung; pages whose period has not begun are simply replaced,
and what they showed is forgotten by the next run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.closing.posted import from_text, posted_now, to_text
from pipeline.closing.record import DamagedError
from pipeline.disclose.correction import corrected
from pipeline.disclose.view import posting_of
from pipeline.messages import correction as words
from pipeline.messages.printing import RECORD_FILE
from pipeline.stop import CannotRunError
from pipeline.write.adjusted import line_of
from pipeline.write.pages import PAGE_FILES
from pipeline.write.posting_record import is_filled, write_posting_record
from pipeline.write.staging import INTERNAL, Staging, write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.closing.compare import Change
    from pipeline.closing.posted import Posted
    from pipeline.outcome import Outcome

_KEPT = (words.POSTED_FILE, words.BASIS_FILE, RECORD_FILE)


def load_posted(folder: Path) -> Posted | None:
    """What stood on the posted pages in a month's folder; None where nothing was posted.

    CannotRunError where the file was changed: a correction may be due, and nobody could tell.
    """
    path = folder / INTERNAL / words.POSTED_FILE
    if not path.is_file():
        return None
    try:
        return from_text(path.read_bytes().decode("utf-8"))
    except (DamagedError, UnicodeDecodeError):
        raise CannotRunError("posted_damaged", path=str(path)) from None


def carry_posted(staging: Staging) -> None:
    """Take over what was kept of the posted pages, where these stay as they are."""
    (staging.folder / INTERNAL).mkdir(exist_ok=True)
    for name in _KEPT:
        staging.carry_over(f"{INTERNAL}/{name}")


def keep_posted(outcome: Outcome, staging: Staging, before: Posted | None) -> None:
    """Write what is kept of the pages just written. before: of the pages that they replace."""
    folder, posting = staging.folder / INTERNAL, posting_of(outcome)
    if before is not None and before.hangs_on(outcome.period.today):
        kept = before
    else:
        kept = posted_now(outcome.tables, outcome.books, outcome.reconciliation, outcome.period, posting.first)
    write_text(folder / words.POSTED_FILE, to_text(kept))
    changes = corrected(outcome, before).changes
    if changes:
        write_text(folder / words.BASIS_FILE, _basis(outcome, changes))
    if is_filled(staging.target / INTERNAL / RECORD_FILE):
        staging.carry_over(f"{INTERNAL}/{RECORD_FILE}")
    else:
        pages = [name.removesuffix(".html") for name in PAGE_FILES]
        write_posting_record(folder / RECORD_FILE, outcome.settings.school, outcome.period, posting, pages)


def _basis(outcome: Outcome, changes: tuple[Change, ...]) -> str:
    period = outcome.period
    return render(
        "correction_basis.html.j2",
        school=outcome.settings.school,
        month=f"{period.year}年{period.month}月",
        lines=[(line_of(change, outcome.tables), _note(change)) for change in changes],
    )


def _note(change: Change) -> str:
    notes = (row.value(words.NOTE) for row in (change.before, change.after) if row is not None)
    return " / ".join(dict.fromkeys(note for note in notes if note))
