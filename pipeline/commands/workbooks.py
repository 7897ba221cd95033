"""`make workbooks`: the blank workbooks, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import blank as words
from pipeline.stop import POSTED_OR_DONE, unwritable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Write the blank workbooks below the output folder; those already filled in there are left alone."""
    from pipeline.write.blank import write_blank_workbooks

    del today
    folder = Path(options["output"]) / words.FOLDER
    try:
        kept = write_blank_workbooks(folder)
    except OSError as error:
        raise unwritable(options["output"], error) from error
    print(words.WRITTEN.format(path=folder))
    for name in kept:
        print(words.KEPT.format(name=name))
    print(words.MOVE)
    return POSTED_OR_DONE
