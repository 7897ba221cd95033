"""党员帮扶考核表.html: the form, each number leading to the rows that it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.care.appraisal import COMPLETE, CONTACTED, COUNTABLE
from pipeline.messages import summary
from pipeline.messages import yearly as words
from pipeline.write.staging import write_text
from pipeline.write.summary.sheets.appraisal import judged_parts, pledge_word
from pipeline.write.template import render
from pipeline.write.yearly.appraisal_book import case_sources, in_order_of
from pipeline.write.yearly.context import notes_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from pipeline.care.appraisal import Appraisal, Part
    from pipeline.outcome import Outcome
    from pipeline.yearly.span import Span


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case behind a number."""

    student: str
    class_name: str
    month: str
    state: str
    counted: str
    source: str


@dataclass(frozen=True, slots=True)
class PartCell:
    """One number of the form; points as text, "" where there was nothing to count.

    cases, caption: the table behind it, empty for 记录完整, whose months stand in the table of 联系完成.
    """

    anchor: str
    done: int
    total: int
    points: str
    caption: str
    monthly: bool
    cases: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One row of the form."""

    anchor: str
    name: str
    department: str
    parts: tuple[PartCell, ...]
    points: str
    possible: int
    pledge: str


def write_form_page(outcome: Outcome, span: Span, members: list[Appraisal], cases: pd.DataFrame, path: Path) -> None:
    """Write the page; cases: as appraisal_cases gives them."""
    weights = outcome.settings.weights
    text = render(
        "appraisal.html.j2",
        school=outcome.settings.school,
        year=span.period.year,
        first=span.first,
        last=span.until,
        notes=notes_of(outcome, span),
        parts=[{"name": name, "weight": weights.get(name, 0)} for name in COUNTABLE],
        blanks=[*judged_parts(weights), *summary.APPRAISAL_JUDGED],
        members=member_rows(outcome, members, cases),
    )
    write_text(path, text)


def member_rows(outcome: Outcome, members: Sequence[Appraisal], cases: pd.DataFrame) -> list[MemberRow]:
    """The rows of the form, in the order of the members."""
    lines = _lines(outcome, list(members), cases)
    return [
        MemberRow(
            anchor=f"m{number}",
            name=each.name,
            department=each.department,
            parts=tuple(_cell(number, each.parts, part, lines) for part in each.parts),
            points=str(each.points),
            possible=each.possible,
            pledge=pledge_word(outcome, each.member),
        )
        for number, each in enumerate(members, 1)
    ]


def _cell(number: int, parts: Sequence[Part], part: Part, lines: Mapping[tuple[int, str], list[CaseLine]]) -> PartCell:
    shown = CONTACTED if part.name == COMPLETE else part.name
    own = tuple(lines.get((number, part.name), ())) if shown == part.name else ()
    told = [each for each in parts if each.name == part.name or (each.name == COMPLETE and shown == CONTACTED)]
    return PartCell(
        anchor=f"m{number}-{COUNTABLE.index(shown) + 1}",
        done=part.done,
        total=part.total,
        points=_points(part),
        caption=words.JOIN.join(map(_caption, told)),
        monthly=shown == CONTACTED,
        cases=own,
    )


def _caption(part: Part) -> str:
    return words.PART_CAPTION.format(
        name=part.name, done=part.done, total=part.total, weight=part.weight, points=_points(part)
    )


def _points(part: Part) -> str:
    return "" if part.points is None else str(part.points)


def _lines(outcome: Outcome, members: list[Appraisal], cases: pd.DataFrame) -> Mapping[tuple[int, str], list[CaseLine]]:
    """The cases as lines, by the number of the member on the form and the part."""
    numbers = {each.member: number for number, each in enumerate(members, 1)}
    cases = in_order_of(members, cases)
    found: dict[tuple[int, str], list[CaseLine]] = {}
    for case, source in zip(cases.to_dict("records"), case_sources(outcome, cases), strict=True):
        counted = words.COUNTED if case["good"] else words.NOT_COUNTED
        told = (case["student"], case["class_name"], case["month"], words.STATES[case["state"]], counted, source)
        found.setdefault((numbers[case["helper_id"]], case["part"]), []).append(CaseLine(*told))
    return found
