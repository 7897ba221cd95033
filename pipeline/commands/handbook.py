"""`make handbook`: the handbook, its examples tried anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import handbook as words
from pipeline.stop import POSTED_OR_DONE, unwritable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Write the handbook into the output folder."""
    print(words.WORKING, flush=True)
    from pipeline.handbook.page import handbook_page
    from pipeline.write.staging import write_text

    del today
    path = Path(options["output"]) / words.FILE
    try:
        write_text(path, handbook_page())
    except OSError as error:
        raise unwritable(options["output"], error) from error
    print(words.WRITTEN.format(path=path))
    return POSTED_OR_DONE
