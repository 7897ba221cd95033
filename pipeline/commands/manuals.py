"""Commands that write what staff fill in and look up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import blank as blank_words
from pipeline.messages import handbook as handbook_words
from pipeline.stop import POSTED_OR_DONE, unwritable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def workbooks(options: Mapping[str, str], today: dt.date) -> int:
    """Write the blank workbooks below the output folder; those already filled in there are left alone."""
    from pipeline.write.blank import write_blank_workbooks

    del today
    folder = Path(options["output"]) / blank_words.FOLDER
    try:
        kept = write_blank_workbooks(folder)
    except OSError as error:
        raise unwritable(options["output"], error) from error
    print(blank_words.WRITTEN.format(path=folder))
    for name in kept:
        print(blank_words.KEPT.format(name=name))
    print(blank_words.MOVE)
    return POSTED_OR_DONE


def handbook(options: Mapping[str, str], today: dt.date) -> int:
    """Write the handbook into the output folder."""
    print(handbook_words.WORKING, flush=True)
    from pipeline.handbook.page import handbook_page
    from pipeline.write.staging import write_text

    del today
    path = Path(options["output"]) / handbook_words.FILE
    try:
        write_text(path, handbook_page())
    except OSError as error:
        raise unwritable(options["output"], error) from error
    print(handbook_words.WRITTEN.format(path=path))
    return POSTED_OR_DONE
