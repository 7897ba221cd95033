"""`make verify`: whether the closed months and archives are what they were; needs no workbooks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import closing as words
from pipeline.months import parse_month_option
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE, CannotRunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.keeping.verify import Verified


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Look at every closed month, or at that of the options; 0 where nothing differs, else 1."""
    from pipeline.keeping.archive import verify_archives
    from pipeline.keeping.verify import verify_months

    del today
    output = Path(options["output"])
    period = parse_month_option(options.get("month", ""), dt.date.max)
    months = verify_months(output, period.key if period else "")
    archives = [] if period else verify_archives(output)
    if not months and period:
        raise CannotRunError("month_not_closed", month=period.key)
    if not months and not archives:
        raise CannotRunError("nothing_closed", folder=str(output))
    for found in months:
        print("\n".join(_lines(found, words.INTACT)))
    for found in archives:
        print("\n".join(_lines(found, words.ARCHIVE_INTACT)))
    return NOT_POSTED if any(found.wrong for found in (*months, *archives)) else POSTED_OR_DONE


def _lines(found: Verified, intact: str) -> Iterator[str]:
    if not found.wrong:
        yield intact.format(name=found.name, files=found.files)
    else:
        yield words.WRONG.format(name=found.name, count=len(found.wrong))
    for sentence in found.wrong:
        yield words.WRONG_LINE.format(sentence=sentence)
    for name, code in found.codes:
        yield words.CODE.format(name=name, code=code)
