"""催办单: a slip for each helper whose contacts of the month are missing or incomplete, and a list per department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.care.reminders import by_department, slips
from pipeline.dates import chinese_date
from pipeline.messages import yearly as words
from pipeline.messages.publish import LACKS, LACKS_CONTACT, LACKS_PARTS, PARTS_JOIN
from pipeline.write.console import contacts_line
from pipeline.write.index import put_paper
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

    from pipeline.care import reminders
    from pipeline.outcome import Outcome
    from pipeline.period import Period


@dataclass(frozen=True, slots=True)
class Line:
    """A pupil whom the helper has still to meet: what is missing, and the last contact there was."""

    student: str
    class_name: str
    lacks: str
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class HelperSlip:
    """What one helper gets."""

    helper: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DepartmentList:
    """What the head of a department gets: its slips, and how many pairs lack what."""

    name: str
    slips: tuple[HelperSlip, ...]
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
        departments=department_lists(outcome.contacts, period),
    )
    write_text(path, text)


def put_reminders(outcome: Outcome, output: Path) -> Path:
    """Write 催办单 of any day beside the months' folders; the path. CannotRunError if it cannot be written."""
    month = words.REMIND_MONTH.format(year=outcome.period.year, month=outcome.period.month)
    path = output / words.REMIND_FOLDER / words.REMIND_NAME.format(month=month)
    return put_paper(path, output, lambda draft: write_reminders(outcome, draft))


def reminder_lines(outcome: Outcome, path: Path) -> list[str]:
    """What the console says of them."""
    period = outcome.period
    month = words.REMIND_MONTH.format(year=period.year, month=period.month)
    until = chinese_date(min(period.today, period.last))
    lists = [
        words.REMIND_DEPARTMENT.format(
            name=each.name or words.NO_DEPARTMENT, missing=each.missing, incomplete=each.incomplete
        )
        for each in department_lists(outcome.contacts, period)
    ]
    return [
        words.REMIND_HEAD.format(school=outcome.settings.school, month=month, until=until),
        contacts_line(outcome),
        *(lists or [words.REMIND_NONE]),
        words.REMIND_FILE.format(path=path),
    ]


def department_lists(contacts: pd.DataFrame, period: Period) -> list[DepartmentList]:
    """The departments with somebody to remind, by the order of the pairings; contacts as of contact_status."""
    return [_department(name, each) for name, each in by_department(slips(contacts, period)).items()]


def _department(name: str, each: list[reminders.Slip]) -> DepartmentList:
    contacted = [reminder.contacted for slip in each for reminder in slip.reminders]
    told = tuple(HelperSlip(slip.helper, tuple(map(_line, slip.reminders))) for slip in each)
    return DepartmentList(name, told, contacted.count(False), contacted.count(True))


def _line(reminder: reminders.Reminder) -> Line:
    missing = PARTS_JOIN.join(LACKS[part] for part in reminder.parts)
    lacks = LACKS_PARTS.format(parts=missing) if reminder.contacted else LACKS_CONTACT
    return Line(reminder.student, reminder.class_name, lacks, reminder.last_contact)
