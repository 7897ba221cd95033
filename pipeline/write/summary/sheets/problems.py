"""问题: everything that a run found, one row each, with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.write.summary.parts import Look, count, long, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet
    from pipeline.write.summary.sheets.common import Sources

_LOOKS = ((words.SEVERITIES["error"], Look.BAD), (words.SEVERITIES["warning"], Look.CARE))


def problems_sheet(outcome: Outcome, sources: Sources) -> Sheet:
    """The sheet 问题."""
    findings = outcome.findings
    places = [finding.where for finding in findings]
    rows = table(
        "problems",
        count(range(1, len(findings) + 1)),
        word((words.SEVERITIES[finding.severity] for finding in findings), _LOOKS),
        long(finding.title for finding in findings),
        long(finding.sentence for finding in findings),
        long(finding.remedy for finding in findings),
        text(place.file if place else "" for place in places),
        text(place.sheet if place else "" for place in places),
        text((place.cell if place else "" for place in places), links=[sources.link(place) for place in places]),
    )
    return make_sheet("problems", outcome, rows)
