"""考核: the countable parts of each party member's year; what people judge is left blank."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.care.appraisal import COUNTABLE
from pipeline.messages import summary as words
from pipeline.messages.summary_sheets import TABLES
from pipeline.write.summary.parts import Column, Kind, TextPart, count, decimal, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.care.appraisal import Appraisal
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet

_DECEMBER = 12


def appraisal_sheet(
    outcome: Outcome,
    members: list[Appraisal],
    links: Mapping[tuple[int, str], str] = MappingProxyType({}),
) -> Sheet:
    """The sheet 考核: one row a party member, in register order; nobody is ranked.

    links: where a click on a member's number of a part leads (member, name of the part).
    """
    weights = outcome.settings.weights
    parts = [column for number in range(len(COUNTABLE)) for column in _part(members, number, links)]
    headers = [
        text.format(part=part, weight=weights.get(part, 0)) for part in COUNTABLE for text in words.APPRAISAL_PART
    ]
    first = len(TABLES["appraisal"].headers)
    points = tuple(range(first + 1, first + 2 * len(COUNTABLE), 2))
    blank = [*judged_parts(weights), *words.APPRAISAL_JUDGED]
    pledges = _pledge_words(outcome)
    columns = (
        text(each.department for each in members),
        text(each.name for each in members),
        *parts,
        decimal((float(each.points) for each in members), plus=points),
        count(each.possible for each in members),
        word(pledges.get(each.member, "") for each in members),
        *(text([""] * len(members)) for _ in blank),
    )
    more = (*headers, *words.APPRAISAL_SUMS, *blank)
    return make_sheet("appraisal", outcome, table("appraisal", *columns, more=more), TextPart((words.SIGNATURE,)))


def _part(members: list[Appraisal], number: int, links: Mapping[tuple[int, str], str]) -> tuple[Column, Column]:
    """How many of how many, and the points; blank where there was nothing to count."""
    parts = [each.parts[number] for each in members]
    counted = [words.OF_TOTAL.format(done=part.done, total=part.total) if part.total else "" for part in parts]
    leads = (
        [links.get((each.member, part.name), "") for each, part in zip(members, parts, strict=True)] if links else ()
    )
    points = decimal(None if part.points is None else float(part.points) for part in parts)
    return Column(Kind.WORD, counted, links=leads), points


def judged_parts(weights: Mapping[str, int]) -> list[str]:
    """The parts that people judge, with their weights, as headers."""
    return [f"{name}({weight})" for name, weight in weights.items() if name not in COUNTABLE]


def pledge_word(outcome: Outcome, member: int) -> str:
    """Whether the year's pledge is reached: yes, not yet, or at the year's end no; "" without a rate."""
    return _pledge_words(outcome).get(member, "")


def _pledge_words(outcome: Outcome) -> Mapping[int, str]:
    """The same of everybody who has a rate, by the index of the register of staff."""
    missed = words.PLEDGE_NOT_REACHED if outcome.period.month == _DECEMBER else words.PLEDGE_NOT_YET
    pledges = outcome.pledges.dropna(subset="short").drop_duplicates("staff")
    shorts = zip(pledges["staff"].tolist(), pledges["short"].tolist(), strict=True)
    return {member: words.PLEDGE_REACHED if short <= 0 else missed for member, short in shorts}
