"""From everything that a run found out to what the public may see of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.disclose.accounts import accounts_page
from pipeline.disclose.aid import aid_page
from pipeline.disclose.donations import donations_page
from pipeline.disclose.model import PublicView, Sheet
from pipeline.messages.publish import FUND_UNNAMED
from pipeline.posting import Posting, posting_period

if TYPE_CHECKING:
    from pipeline.outcome import Outcome


def public_view(outcome: Outcome) -> PublicView:
    """The public view of a month. Pure: the same outcome gives the same view."""
    return PublicView(_sheet(outcome), donations_page(outcome), accounts_page(outcome), aid_page(outcome))


def _sheet(outcome: Outcome) -> Sheet:
    settings, period = outcome.settings, outcome.period
    return Sheet(
        school=settings.school,
        fund=settings.fund.removeprefix(settings.school) or FUND_UNNAMED,
        year=period.year,
        month=period.month,
        posting=posting_of(outcome),
        telephone=settings.telephone,
        office=settings.office,
        extra_basis=settings.extra_basis,
        landscape=settings.landscape,
    )


def posting_of(outcome: Outcome) -> Posting:
    """How long the pages hang: as the last row of 公示安排 says of the month, else the working days after the run."""
    rows = outcome.tables["postings"].usable
    planned = rows[rows["month"] == outcome.period.key]
    first = last = None
    if not planned.empty:
        first, last = _day(planned["posted_from"].iloc[-1]), _day(planned["posted_to"].iloc[-1])
    return posting_period(outcome.period.today, outcome.settings.posting_days, first, last)


def _day(value: object) -> dt.date | None:
    return value.date() if isinstance(value, dt.datetime) and value == value else None  # noqa: PLR0124 - NaT
