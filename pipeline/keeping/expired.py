"""Which postings must come down: those whose period is over, and that nobody has noted as taken down."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.dates import parse_date
from pipeline.messages.printing import RECORD_FILE
from pipeline.write.posting_record import taken_down
from pipeline.write.staging import INTERNAL, POSTED

if TYPE_CHECKING:
    from pathlib import Path

_POSTED_UNTIL = re.compile(r'<meta name="posted-until" content="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Expired:
    """A page whose period is over: its month, its name, its last day, and for how many days it is over."""

    month: str
    page: str
    last: dt.date
    days: int


def expired_pages(output: Path, day: dt.date) -> list[Expired]:
    """The pages of all months that must not hang any more on that day, the oldest first."""
    return [found for folder in sorted(output.glob("????-??")) for found in _of_month(folder, day)]


def _of_month(folder: Path, day: dt.date) -> list[Expired]:
    down = taken_down(folder / INTERNAL / RECORD_FILE)
    found = []
    for page in sorted((folder / POSTED).glob("*.html")):
        last = _last_day(page)
        if last is not None and last < day and page.stem not in down:
            found.append(Expired(folder.name, page.stem, last, (day - last).days))
    return found


def _last_day(page: Path) -> dt.date | None:
    found = _POSTED_UNTIL.search(page.read_bytes().decode("utf-8", "replace"))
    day = parse_date(found[1]) if found else None
    return day if isinstance(day, dt.date) else None
