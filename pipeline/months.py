"""The month that a run is asked for, or the one it takes by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.period import ONE_DAY, Period
from pipeline.stop import CannotRunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from pipeline.settings import Settings
    from pipeline.tables import Table

_MONTH = re.compile(r"(20\d\d)[-./年]?(0?[1-9]|1[0-2])月?")
_DATED = ("donations", "disbursements", "cash_moves", "contacts")


def parse_month_option(text: str, today: dt.date) -> Period | None:
    """The month of `--month`, None where it was left out. CannotRunError if it is no month, or a future one."""
    if not text.strip():
        return None
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        raise CannotRunError("bad_month", month=text)
    period = Period(int(found[1]), int(found[2]), today)
    if period.first > today:
        raise CannotRunError("future_month", month=period.key)
    return period


def last_complete_month(tables: Mapping[str, Table], today: dt.date) -> Period:
    """The last month that is over on the run date and has a row of money or a contact."""
    over = today.replace(day=1) - ONE_DAY
    dates = (tables[name].frame["date"] for name in _DATED)
    latest = [day.max() for dated in dates if not (day := dated[dated < str(over + ONE_DAY)]).dropna().empty]
    if not latest:
        raise CannotRunError("nothing_dated", month=Period(over.year, over.month, today).key)
    last = max(latest)
    return Period(last.year, last.month, today)


def check_opening(period: Period, settings: Settings) -> None:
    """CannotRunError for a month that ends before any row of money counts."""
    if period.last <= settings.opening_date:
        raise CannotRunError("before_opening", month=period.key, opening=settings.opening_date.isoformat())
