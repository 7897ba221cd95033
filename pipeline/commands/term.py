"""`make term`: a term's 工作总结."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.shown import told_papers
from pipeline.progress import Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
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
