"""What the commands for a year's and a term's papers say when they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.dates import chinese_date
from pipeline.messages import yearly as words
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.yearly.span import Span


def told_papers(outcome: Outcome, span: Span, written: Iterable[Path]) -> int:
    """Say which files were written; the exit status: 1 where errors kept rows out of the figures."""
    print(words.WRITTEN.format(span=span.name, until=chinese_date(span.until)))
    for path in written:
        print(words.WRITTEN_FILE.format(path=path))
    print(words.INTERNAL)
    told_errors(outcome)
    return NOT_POSTED if outcome.has_errors else POSTED_OR_DONE


def told_errors(outcome: Outcome) -> None:
    """Say how many errors there are, if any."""
    if outcome.has_errors:
        print(words.ERRORS_LEFT.format(errors=sum(each.severity == "error" for each in outcome.findings)))
