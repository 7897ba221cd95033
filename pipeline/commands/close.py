"""`make close`: freeze a month that was posted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import closing as words
from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Close the month of the options; says what was frozen and returns the exit status."""
    month = parse_month_option(options["month"], today)
    inputs, output = Path(options["input"]), Path(options["output"])
    with Progress() as progress:
        from pipeline.keeping.close import check_order, close_month
        from pipeline.keeping.files import load_closings
        from pipeline.run import examine

        closings = load_closings(output)
        if month is not None:
            check_order(month.key, closings, output)
        outcome = examine(inputs, month, today, progress, closings)
        progress.step("write")
        closing = close_month(outcome, closings, inputs, output, today)
    print(words.CLOSED.format(month=closing.month, count=len(closing.outputs), rows=len(closing.rows)))
    print(words.CLOSED_CODE.format(seal=closing.seal))
    return POSTED_OR_DONE
