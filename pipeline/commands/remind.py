"""`make remind`: who still has to contact whom, on any day of a month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.shown import told_errors
from pipeline.months import parse_month_option
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.stop import POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Write the slips of the month of the options, or of the running one, and say how things stand."""
    month = parse_month_option(options.get("month", ""), today) or Period(today.year, today.month, today)
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.reminders import put_reminders, reminder_lines

        outcome = examine(Path(options["input"]), month, today, progress)
        progress.step("write")
        path = put_reminders(outcome, Path(options["output"]))
    print("\n".join(reminder_lines(outcome, path)))
    told_errors(outcome)
    return POSTED_OR_DONE
