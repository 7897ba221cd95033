"""Commands that freeze months, open them again and prove that nothing has changed since."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import closing as words
from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE, CannotRunError, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.keeping.verify import Verified


def close(options: Mapping[str, str], today: dt.date) -> int:
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


def reopen(options: Mapping[str, str], today: dt.date) -> int:
    """Open the month of the options again; returns the exit status."""
    from pipeline.keeping.close import reopen_month
    from pipeline.keeping.files import load_closings

    period = parse_month_option(options["month"], today)
    month, output = period.key if period else options["month"], Path(options["output"])
    reopen_month(month, options.get("reason", ""), load_closings(output), output, today)
    print(words.REOPENED.format(month=month))
    return POSTED_OR_DONE


def verify(options: Mapping[str, str], today: dt.date) -> int:
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


def archive(options: Mapping[str, str], today: dt.date) -> int:
    """Put the closed months of the year of the options into an archive; refused where one is not as it was closed."""
    from pipeline.keeping.archive import write_archive
    from pipeline.keeping.files import closed_months
    from pipeline.keeping.verify import verify_months

    del today
    year, output = options["year"].removesuffix("年"), Path(options["output"])
    if re.fullmatch(r"20\d\d", year) is None:
        raise CannotRunError("bad_archive_year", year=options["year"])
    if any(each.wrong for each in verify_months(output) if each.name.startswith(year)):
        raise CannotRunError("archive_differs", year=year)
    try:
        path = write_archive(output, year)
    except OSError as error:
        raise unwritable(output, error) from error
    if path is None:
        raise CannotRunError("year_not_closed", year=year)
    closed = {folder.name for folder in closed_months(output) if folder.name.startswith(year)}
    others = sorted({folder.name for folder in output.glob(f"{year}-??")} - closed)
    print(words.ARCHIVED.format(year=year, months=len(closed), path=path))
    if others:
        print(words.NOT_ARCHIVED.format(months="、".join(others)))
    return POSTED_OR_DONE
