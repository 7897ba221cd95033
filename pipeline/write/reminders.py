"""催办单: a slip for each helper whose contacts of the month are missing or incomplete, and a list per department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.care.contacts import INCOMPLETE, MISSING, PARTS
from pipeline.messages.publish import LACKS, LACKS_CONTACT, LACKS_PARTS
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

    from pipeline.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Reminder:
    """A pupil whom the helper has still to meet: what is missing, and the last contact there was."""

    student: str
    class_name: str
    lacks: str
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Slip:
    """What one helper gets."""

    helper: str
    lines: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class DepartmentList:
    """What the head of a department gets: its slips, and how many pairs lack what."""

    name: str
    slips: tuple[Slip, ...]
    missing: int
    incomplete: int


def write_reminders(outcome: Outcome, path: Path) -> None:
    """Write 催办单.html."""
    period = outcome.period
    text = render(
        "reminders.html.j2",
        school=outcome.settings.school,
        month=f"{period.year}年{period.month}月",
        until=min(period.today, period.last),
        due=period.last,
        over=not period.is_preview,
        departments=department_lists(outcome.contacts),
    )
    write_text(path, text)


def department_lists(contacts: pd.DataFrame) -> list[DepartmentList]:
    """The departments with somebody to remind, by the order of the pairings; contacts as of contact_status."""
    rows = contacts[contacts["status"].isin((MISSING, INCOMPLETE))]
    return [_department(name, rows[rows["department"] == name]) for name in rows["department"].unique()]


def _department(name: str, rows: pd.DataFrame) -> DepartmentList:
    of_helpers = [rows[rows["helper_id"] == helper] for helper in rows["helper_id"].unique()]
    slips = tuple(
        Slip(of_one["helper"].iloc[0], tuple(map(_reminder, of_one.to_dict("records")))) for of_one in of_helpers
    )
    return DepartmentList(
        name, slips, int((rows["status"] == MISSING).sum()), int((rows["status"] == INCOMPLETE).sum())
    )


def _reminder(row: Any) -> Reminder:  # noqa: ANN401 - a row of a frame
    missing = [LACKS[part] for part in PARTS if not row[part]]
    lacks = LACKS_CONTACT if row["status"] == MISSING else LACKS_PARTS.format(parts="、".join(missing))
    last = row["last_contact"]
    return Reminder(row["student"], row["class_name"], lacks, last.date() if last == last else None)  # noqa: PLR0124 - NaT
