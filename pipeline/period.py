"""The month that a run is about."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar month `year`-`month`, looked at on the day `today` (the run date)."""

    year: int
    month: int
    today: dt.date

    @property
    def first(self) -> dt.date:
        """The month's first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """The month's last day."""
        return dt.date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def year_start(self) -> dt.date:
        """1 January of the month's calendar year."""
        return dt.date(self.year, 1, 1)

    @property
    def key(self) -> str:
        """The month as folders and result.json name it: 2026-10."""
        return f"{self.year}-{self.month:02d}"

    @property
    def is_preview(self) -> bool:
        """Whether the month is not yet over on the run date, so that nothing of it may be posted."""
        return self.last >= self.today

    @property
    def school_year(self) -> int:
        """The year in which the month's school year began (it begins in September)."""
        return self.year if self.month >= 9 else self.year - 1  # noqa: PLR2004 - September
