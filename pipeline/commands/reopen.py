"""`make reopen`: open a closed month again, with a reason that is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import closing as words
from pipeline.months import parse_month_option
from pipeline.stop import POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Open the month of the options again; returns the exit status."""
    from pipeline.keeping.files import load_closings
    from pipeline.keeping.reopen import reopen_month

    period = parse_month_option(options["month"], today)
    month, output = period.key if period else options["month"], Path(options["output"])
    reopen_month(month, options.get("reason", ""), load_closings(output), output, today)
    print(words.REOPENED.format(month=month))
    return POSTED_OR_DONE
