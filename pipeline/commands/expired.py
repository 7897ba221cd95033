"""`make expired`: which postings must come down; needs no workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import printing as words
from pipeline.stop import POSTED_OR_DONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """List the pages that must not hang any more on the day; always 0, as nothing is wrong with a list."""
    from pipeline.dates import chinese_date
    from pipeline.keeping.expired import expired_pages

    found = expired_pages(Path(options["output"]), today)
    day = chinese_date(today)
    if not found:
        print(words.NOTHING_EXPIRED.format(day=day))
        return POSTED_OR_DONE
    print(words.EXPIRED.format(day=day, count=len(found)))
    for each in found:
        print(words.EXPIRED_LINE.format(month=each.month, page=each.page, last=chinese_date(each.last), days=each.days))
    print(words.EXPIRED_FOOT)
    return POSTED_OR_DONE
