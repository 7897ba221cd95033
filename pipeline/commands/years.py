"""Commands for a year, a term and a pupil's years."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dates import chinese_date
from pipeline.messages import yearly as words
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.stop import NOT_POSTED, POSTED_OR_DONE, CannotRunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

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


def pupil(options: Mapping[str, str], today: dt.date) -> int:
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


def term(options: Mapping[str, str], today: dt.date) -> int:
    """Write the papers of the term of the options; says where they are and returns the exit status."""
    from pipeline.yearly.span import current_term, term_span

    span = term_span(options.get("term", "") or current_term(today), today)
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.yearly.papers import write_term

        outcome = examine(Path(options["input"]), span.period, today, progress)
        progress.step("write")
        written = write_term(outcome, span, Path(options["output"]))
    return told_papers(outcome, span, written)


def annual(options: Mapping[str, str], today: dt.date) -> int:
    """Write the papers of the year of the options; says where they are and returns the exit status."""
    from pipeline.yearly.span import current_year, year_span

    span = year_span(options.get("year", "") or current_year(today), today)
    with Progress() as progress:
        from pipeline.run import examine
        from pipeline.write.yearly.papers import write_annual

        outcome = examine(Path(options["input"]), span.period, today, progress)
        progress.step("write")
        written = write_annual(outcome, span, Path(options["input"]), Path(options["output"]))
    return told_papers(outcome, span, written)
