"""重开: open a closed month again, the last one first. What was closed is kept beside, and the log says why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pipeline.keeping.files import log_lines
from pipeline.messages import closing as words
from pipeline.stop import CannotRunError, unwritable
from pipeline.text import strip_cell
from pipeline.write.index import START_PAGE, write_output_index
from pipeline.write.staging import LOG, RECORD, REOPENED, Staging, write_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.closing.record import Closing


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
