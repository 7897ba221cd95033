"""`make annual`: a calendar year's 工作总结 and 考核表."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.shown import told_papers
from pipeline.progress import Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
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
