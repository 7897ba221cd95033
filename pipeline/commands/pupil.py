"""`make pupil`: everything about one pupil (一人一档)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.shown import told_errors
from pipeline.messages import yearly as words
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.stop import POSTED_OR_DONE, CannotRunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Write the file of each pupil of the name or number of the options, as of the run date."""
    name, number = options.get("name", "").strip(), options.get("no", "").strip()
    if not name and not number:
        raise CannotRunError("pupil_unnamed")
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.dossier import write_dossiers

        outcome = examine(Path(options["input"]), Period(today.year, today.month, today), today, progress)
        progress.step("write")
        written = write_dossiers(outcome, name, number, Path(options["output"]))
    for path in written:
        print(words.PUPIL_FILE.format(path=path))
    told_errors(outcome)
    return POSTED_OR_DONE
