"""月度通报: each department's work of the month in counts, one internal page for the leading group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.care.departments import COUNTS
from pipeline.messages.care import DEPARTMENT_COUNTS, NO_DEPARTMENT
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department and its counts, in the order of the headers."""

    name: str
    numbers: tuple[int, ...]


def write_bulletin(outcome: Outcome, path: Path) -> None:
    """Write 月度通报.html: counts only, nobody's name."""
    period = outcome.period
    rows = bulletin_rows(outcome)
    text = render(
        "bulletin.html.j2",
        school=outcome.settings.school,
        month=f"{period.year}年{period.month}月",
        first=period.first,
        last=min(period.last, period.today),
        over=not period.is_preview,
        errors=sum(finding.severity == "error" for finding in outcome.findings),
        headers=[DEPARTMENT_COUNTS[name] for name in COUNTS],
        rows=rows,
        totals=[sum(numbers) for numbers in zip(*(row.numbers for row in rows), strict=True)],
    )
    write_text(path, text)


def bulletin_rows(outcome: Outcome) -> list[DepartmentRow]:
    """The departments, in the order of the register of staff."""
    counts = outcome.departments
    return [
        DepartmentRow(name or NO_DEPARTMENT, tuple(numbers))
        for name, *numbers in counts[["department", *COUNTS]].itertuples(index=False, name=None)
    ]
