"""`make journals`: a month's 账簿 — journals, ledgers, the summary of vouchers and the list to sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.shown import told_errors
from pipeline.messages import journals as words
from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Write the 账簿 of the month of the options; the exit status: 1 where errors kept rows out of them."""
    month = parse_month_option(options.get("month", ""), today)
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.journal_book import put_journals

        outcome = examine(Path(options["input"]), month, today, progress)
        progress.step("write")
        path = put_journals(outcome, Path(options["output"]))
    print(words.WRITTEN.format(path=path))
    print(words.INTERNAL)
    told_errors(outcome)
    return NOT_POSTED if outcome.has_errors else POSTED_OR_DONE
