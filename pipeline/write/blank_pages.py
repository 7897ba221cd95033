"""The pages without anybody on them: what they hold is wording of ours, which the scan need not ask about."""

from __future__ import annotations

import datetime as dt

from pipeline.disclose.model import (
    AccountRow,
    AccountsPage,
    AidCount,
    AidGroup,
    AidLine,
    AidPage,
    BankTie,
    CorrectionLine,
    CorrectionPage,
    CorrectionReason,
    DonationsPage,
    GiftGroup,
    GiftLine,
    GoodsLine,
    NamedAmount,
    PublicView,
    PurposeRow,
    Sheet,
)
from pipeline.posting import Posting

_NOBODY = frozenset[str]()
_DAY = dt.date(2000, 1, 1)
# Of one month and of several, which the page tells apart.
_CORRECTED = (CorrectionLine("", "", 1, 1), CorrectionLine("1", "", 1, 1))
_ROW = AccountRow("", 1, 1, total=True)


def blank_views(*, landscape: bool) -> tuple[PublicView, ...]:
    """Views that between them make every sentence of the templates appear, with numbers and without a name."""
    return _empty(landscape=landscape), _full(landscape=landscape), _counts(landscape=landscape)


def _sheet(*, landscape: bool, known: bool) -> Sheet:
    return Sheet("", "", 2000, 1, Posting(_DAY, _DAY, 1, known), landscape=landscape)


def _empty(*, landscape: bool) -> PublicView:
    return PublicView(
        _sheet(landscape=landscape, known=True),
        DonationsPage((), 0, (), 0, (), _NOBODY),
        AccountsPage((_ROW,), (_ROW,), _ROW, 0, (), BankTie(0, 0, 0, None), ()),
        AidPage((), (), 0, 0, (), (), counts_only=False, by_right=_NOBODY),
        CorrectionPage(Posting(_DAY, _DAY, 1), _CORRECTED[:1], ()),
    )


def _full(*, landscape: bool) -> PublicView:
    gift = GiftLine(1, "", "", "", 1, gifts=1, corrects=True)
    goods = (GoodsLine(1, "", "", "", "", 1),)
    aid = AidGroup("", (AidLine(1, "", "", "", 1, corrects=True),), 1)
    return PublicView(
        _sheet(landscape=landscape, known=False),
        DonationsPage((GiftGroup("", (gift,), 1),), 1, (NamedAmount("", 1),) * 2, 1, goods, _NOBODY),
        AccountsPage((_ROW,), (_ROW,), _ROW, 0, (PurposeRow("", 1, 1, 1, 1),), BankTie(1, 1, 1, 1, 1, 1, 1, 1), (), 1),
        AidPage((aid,), (), 1, 1, goods, (), counts_only=False, by_right=_NOBODY),
        CorrectionPage(Posting(_DAY, _DAY, 1), _CORRECTED, (CorrectionReason("", "", "", "", 1, 1),)),
    )


def _counts(*, landscape: bool) -> PublicView:
    view = _empty(landscape=landscape)
    count = (AidCount("", 1, 1, ""),)
    page = AidPage((), count, 1, 1, (), count, counts_only=True, by_right=_NOBODY)
    return PublicView(view.sheet, view.donations, view.accounts, page)
