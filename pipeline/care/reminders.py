"""Who still has to contact whom: a slip for each helper, a list for each department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import INCOMPLETE, MISSING, PARTS

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.period import Period


@dataclass(frozen=True, slots=True)
class Reminder:
    """One pupil on a helper's slip.

    month: the month the contact is due in (2026-10). last_contact: the last that counts, None if there was none.
    contacted: whether there was a contact in the month. parts: what no contact of the month has yet, keys of
    messages.care.PARTS (all three where there was no contact).
    """

    pairing: int
    student: str
    class_name: str
    month: str
    last_contact: dt.date | None
    contacted: bool
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What one helper still has to do. helper_id: index of the staff register."""

    helper_id: int
    helper: str
    department: str
    reminders: tuple[Reminder, ...]


def slips(contacts: pd.DataFrame, period: Period) -> list[Slip]:
    """A slip for each helper with a contact missing or a record incomplete, in register order.

    contacts comes from contact_status; before the month's end it says what is still open at the run date.
    """
    rows = contacts[contacts["status"].isin([MISSING, INCOMPLETE])]
    found: dict[int, list[Reminder]] = {}
    heads: dict[int, tuple[str, str]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(row["helper_id"], []).append(
            Reminder(
                pairing=row["pairing"],
                student=row["student"],
                class_name=row["class_name"],
                month=period.key,
                last_contact=None if pd.isna(row["last_contact"]) else row["last_contact"].date(),
                contacted=row["contacts"] > 0,
                parts=tuple(part for part in PARTS if not row[part]),
            ),
        )
        heads[row["helper_id"]] = row["helper"], row["department"]
    return [Slip(helper, *heads[helper], tuple(reminders)) for helper, reminders in found.items()]


def by_department(each: list[Slip]) -> dict[str, list[Slip]]:
    """The slips under their departments, in the order in which these first occur."""
    found: dict[str, list[Slip]] = {}
    for slip in each:
        found.setdefault(slip.department, []).append(slip)
    return found
