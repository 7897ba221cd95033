"""管控: each control with the number of its breaches, and below it every breach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.consequences import not_read, silent_codes
from pipeline.messages import summary as words
from pipeline.money import format_yuan
from pipeline.write.summary.parts import Look, count, long, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet, TablePart

_LOOKS = ((words.BREACHED, Look.BAD), (words.KEPT, Look.GOOD), (words.NOT_JUDGED, Look.CARE))
_SEVERITY_LOOKS = ((words.SEVERITIES["error"], Look.BAD), (words.SEVERITIES["warning"], Look.CARE))


def controls_sheet(outcome: Outcome) -> Sheet:
    """The sheet 管控."""
    control_of = {code: control.title for control in words.CONTROLS for code in control.codes}
    breaches = [(control_of[each.code], each) for each in outcome.findings if each.code in control_of]
    return make_sheet(
        "controls",
        outcome,
        _controls(outcome, [control for control, _ in breaches]),
        _breaches(breaches),
        freeze_header=False,
    )


def _controls(outcome: Outcome, breached: list[str]) -> TablePart:
    settings = outcome.settings
    limit = words.NO_LIMIT if settings.cash_limit is None else format_yuan(settings.cash_limit)
    facts = {"signing_days": settings.signing_days, "report_days": settings.report_days, "limit": limit}
    numbers = [breached.count(control.title) for control in words.CONTROLS]
    return table(
        "controls",
        text(control.title for control in words.CONTROLS),
        word(map(_state, numbers, _judged(outcome)), _LOOKS),
        count(numbers, len(breached)),
        long(control.rule.format(**facts) for control in words.CONTROLS),
    )


def _judged(outcome: Outcome) -> list[bool]:
    """Whether each control could be judged: nothing it hangs on was lost."""
    silent, lost = silent_codes(outcome.findings, outcome.tables), not_read(outcome.findings)
    return [silent.isdisjoint(each.codes) and lost.isdisjoint(each.registers) for each in words.CONTROLS]


def _state(number: int, judged: bool) -> str:  # noqa: FBT001 - a column of answers
    if number:
        return words.BREACHED
    return words.KEPT if judged else words.NOT_JUDGED


def _breaches(breaches: list[tuple[str, Finding]]) -> TablePart:
    return table(
        "breaches",
        text(control for control, _ in breaches),
        word((words.SEVERITIES[each.severity] for _, each in breaches), _SEVERITY_LOOKS),
        text(each.title for _, each in breaches),
        long(each.sentence for _, each in breaches),
        text(each.where.address if each.where else "" for _, each in breaches),
    )
