"""`make report`: one month, from the workbooks to the folder of the month."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Report the month of the options; says what was found and returns the exit status."""
    gc.disable()  # a run only builds up; looking for garbage costs a tenth of it and frees next to nothing
    month = parse_month_option(options.get("month", ""), today)
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.console import lines_of
        from pipeline.write.month import write_month

        outcome = examine(Path(options["input"]), month, today, progress)
        progress.step("write")
        outcome = write_month(outcome, Path(options["input"]), Path(options["output"]))
    print("\n".join(lines_of(outcome, Path(options["output"]), month_given=month is not None)))
    return POSTED_OR_DONE if outcome.postable else NOT_POSTED
