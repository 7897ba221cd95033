"""A month's folder: all of its papers, put into place at once or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.findings import in_order
from pipeline.stop import unwritable
from pipeline.write.bulletin import write_bulletin
from pipeline.write.index import write_month_index, write_output_index
from pipeline.write.pages import write_pages
from pipeline.write.posted import carry_posted, keep_posted, load_posted
from pipeline.write.problems import write_problems
from pipeline.write.reminders import write_reminders
from pipeline.write.result import result_text
from pipeline.write.staging import CLOSING_FILES, INTERNAL, POSTED, PROBLEMS, Staging, write_text
from pipeline.write.summary import write_summary

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome


def write_month(outcome: Outcome, inputs: Path, output: Path) -> Outcome:
    """Write everything of the month under output/<month>/ and the start page of all months.

    Returns the outcome, with a finding more where the scan found something private on a page, so that nothing was
    posted. CannotRunError if a file cannot be written, or a file of the old month is held open.
    """
    try:
        with Staging(output, outcome.period.key) as staging:
            outcome = _write(outcome, inputs, staging)
            staging.place()
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return outcome


def _write(outcome: Outcome, inputs: Path, staging: Staging) -> Outcome:
    outcome = _post(outcome, staging)
    if not outcome.postable:
        staging.carry_over(POSTED)
        carry_posted(staging)
    for path in sorted(staging.target.glob(CLOSING_FILES)):
        staging.carry_over(path.name)
    write_reminders(outcome, staging.folder / INTERNAL / "催办单.html")
    write_bulletin(outcome, staging.folder / INTERNAL / "月度通报.html")
    write_summary(outcome, staging.folder / INTERNAL / "月度汇总.xlsx", inputs)
    if outcome.findings:
        write_problems(outcome, staging.folder / PROBLEMS, inputs)
    write_text(staging.folder / "result.json", result_text(outcome))
    write_month_index(outcome, staging.folder)  # last: it links to what stands there
    return outcome


def _post(outcome: Outcome, staging: Staging) -> Outcome:
    """Write the pages if the month may be posted; what the scan finds on them takes them away again."""
    if not outcome.postable:
        return outcome
    before = load_posted(staging.target)
    leaks = write_pages(outcome, staging.folder / POSTED, before)
    if not leaks:
        keep_posted(outcome, staging, before)
    return replace(outcome, findings=tuple(in_order([*outcome.findings, *leaks])))
