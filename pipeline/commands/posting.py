"""Commands for the posted pages: print them, and say which must come down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.browser import find_browser
from pipeline.messages import printing as words
from pipeline.months import parse_month_option
from pipeline.progress import Progress
from pipeline.stop import POSTED_OR_DONE, CannotRunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def prints(options: Mapping[str, str], today: dt.date) -> int:
    """Print the month of the options, or the last complete one; says what was written."""
    month = parse_month_option(options.get("month", ""), today)
    inputs, output = Path(options["input"]), Path(options["output"])
    browser = find_browser()
    if browser is None:
        raise CannotRunError("no_browser")
    with Progress() as progress:
        from pipeline.keeping.files import load_closings
        from pipeline.keeping.printing import print_month
        from pipeline.run import examine

        outcome = examine(inputs, month, today, progress, load_closings(output))
        progress.step("print")
        printed = print_month(outcome, output, browser)
    print(words.PRINTED.format(count=len(printed.files), folder=printed.files[0].parent))
    for file in printed.files:
        size = words.KILOBYTES.format(count=max(1, file.stat().st_size // 1024))
        print(words.PRINTED_FILE.format(name=file.name, size=size))
    if printed.closed:
        print(words.PRINTED_CLOSED.format(month=outcome.period.key))
    return POSTED_OR_DONE


def expired(options: Mapping[str, str], today: dt.date) -> int:
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
