"""Commands for a month: its report, the reminders in between, the journals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.years import told_errors
from pipeline.messages import journals as journals_words
from pipeline.months import parse_month_option
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def report(options: Mapping[str, str], today: dt.date) -> int:
    """Report the month of the options; says what was found and returns the exit status.

    A closed month is never written again: what has changed in its rows is said, and is the exit status.
    """
    month = parse_month_option(options.get("month", ""), today)
    output = Path(options["output"])
    with Progress() as progress:
        from pipeline.keeping.files import load_closings
        from pipeline.run import examine
        from pipeline.write.console import closed_lines, lines_of
        from pipeline.write.month import write_month

        closings = load_closings(output)
        outcome = examine(Path(options["input"]), month, today, progress, closings)
        is_closed = outcome.period.key in {closing.month for closing in closings}
        progress.step("write")
        if not is_closed:
            outcome = write_month(outcome, Path(options["input"]), output)
    if is_closed:
        lines = closed_lines(outcome)
        print("\n".join(lines))
        return NOT_POSTED if len(lines) > 1 else POSTED_OR_DONE
    print("\n".join(lines_of(outcome, output, month_given=month is not None)))
    return POSTED_OR_DONE if outcome.postable else NOT_POSTED


def remind(options: Mapping[str, str], today: dt.date) -> int:
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


def journals(options: Mapping[str, str], today: dt.date) -> int:
    """Write the 账簿 of the month of the options; the exit status: 1 where errors kept rows out of them."""
    month = parse_month_option(options.get("month", ""), today)
    with Progress() as progress:
        from pipeline.keeping.files import load_closings
        from pipeline.run import examine
        from pipeline.write.journal_book import put_journals

        closings = load_closings(Path(options["output"]))
        earlier = [each for each in closings if month is None or each.month < month.key]
        outcome = examine(Path(options["input"]), month, today, progress, earlier)
        progress.step("write")
        path = put_journals(outcome, Path(options["output"]))
    print(journals_words.WRITTEN.format(path=path))
    print(journals_words.INTERNAL)
    told_errors(outcome)
    return NOT_POSTED if outcome.has_errors else POSTED_OR_DONE
