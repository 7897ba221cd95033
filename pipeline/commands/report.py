"""`make report`: one month, from the workbooks to the folder of the month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
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
