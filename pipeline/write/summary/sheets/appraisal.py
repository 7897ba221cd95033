"""考核: the countable parts of each party member's year; what people judge is left blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.appraisal import COUNTABLE
from pipeline.messages import summary as words
from pipeline.messages.summary_sheets import TABLES
from pipeline.write.summary.parts import TextPart, count, decimal, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from pipeline.care.appraisal import Appraisal, Part
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Column, Sheet

_DECEMBER = 12


def appraisal_sheet(outcome: Outcome, members: list[Appraisal]) -> Sheet:
    """The sheet 考核: one row a party member, in register order; nobody is ranked."""
    weights = outcome.settings.weights
    judged = [f"{name}({weight})" for name, weight in weights.items() if name not in COUNTABLE]
    parts = [column for number in range(len(COUNTABLE)) for column in _part([each.parts[number] for each in members])]
    headers = [
        text.format(part=part, weight=weights.get(part, 0)) for part in COUNTABLE for text in words.APPRAISAL_PART
    ]
    first = len(TABLES["appraisal"].headers)
    points = tuple(range(first + 1, first + 2 * len(COUNTABLE), 2))
    blank = [*judged, *words.APPRAISAL_JUDGED]
    columns = (
        text(each.department for each in members),
        text(each.name for each in members),
        *parts,
        decimal((float(each.points) for each in members), plus=points),
        count(each.possible for each in members),
        word(_pledge(outcome, each.member) for each in members),
        *(text([""] * len(members)) for _ in blank),
    )
    more = (*headers, *words.APPRAISAL_SUMS, *blank)
    return make_sheet("appraisal", outcome, table("appraisal", *columns, more=more), TextPart((words.SIGNATURE,)))


def _part(parts: list[Part]) -> tuple[Column, Column]:
    """How many of how many, and the points; blank where there was nothing to count."""
    counted = (words.OF_TOTAL.format(done=part.done, total=part.total) if part.total else "" for part in parts)
    return word(counted), decimal(None if part.points is None else float(part.points) for part in parts)


def _pledge(outcome: Outcome, member: int) -> str:
    """Whether the year's pledge is reached: yes, not yet, or at the year's end no; "" without a rate."""
    short = outcome.pledges.loc[outcome.pledges["staff"] == member, "short"].dropna()
    if short.empty:
        return ""
    if short.iloc[0] <= 0:
        return words.PLEDGE_REACHED
    return words.PLEDGE_NOT_REACHED if outcome.period.month == _DECEMBER else words.PLEDGE_NOT_YET
