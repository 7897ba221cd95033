"""The three pages to post: written from the public view alone, scanned as written, taken away if anything leaks."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from pipeline.disclose import public_view
from pipeline.disclose.model import (
    AccountRow,
    AccountsPage,
    AidPage,
    BankTie,
    DonationsPage,
    PublicView,
    Sheet,
)
from pipeline.messages.publish import ACCOUNTS_FILE, AID_FILE, DONATIONS_FILE
from pipeline.posting import Posting
from pipeline.privacy import Permit, leak_findings, scan
from pipeline.write.chart import draw
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.findings import Finding
    from pipeline.outcome import Outcome

PAGE_FILES = tuple(f"{name}.html" for name in (DONATIONS_FILE, ACCOUNTS_FILE, AID_FILE))


def write_pages(outcome: Outcome, folder: Path) -> list[Finding]:
    """Write the pages into a folder that is not yet in place, and look at what was written.

    Returns an error for each leak; then the folder is gone, and nothing of the month may be posted. The same outcome
    gives the same bytes.
    """
    view = public_view(outcome)
    for name, text in page_texts(view).items():
        write_text(folder / name, text)
    found = leak_findings(scan(folder, outcome.tables, outcome.settings.account, permits(view)))
    if found:
        shutil.rmtree(folder)
    return found


def page_texts(view: PublicView) -> Mapping[str, str]:
    """The text of each page by its file name. Nothing but the public view goes in."""
    chart = draw(view.accounts.months) if view.accounts.months else None
    donations, accounts, aid = PAGE_FILES
    return {
        donations: render("donations.html.j2", sheet=view.sheet, page=view.donations),
        accounts: render("accounts.html.j2", sheet=view.sheet, page=view.accounts, chart=chart),
        aid: render("aid.html.j2", sheet=view.sheet, page=view.aid),
    }


def permits(view: PublicView) -> Mapping[str, Permit]:
    """What each page may hold although a register hides it."""
    sheet = view.sheet
    phrases = (sheet.school, sheet.fund, sheet.office, sheet.telephone)
    by_right = (view.donations.by_right, frozenset[str](), view.aid.by_right)
    blanks = page_texts(blank_view(sheet)).values()
    return {
        name: Permit(names, blank, phrases) for name, names, blank in zip(PAGE_FILES, by_right, blanks, strict=True)
    }


def blank_view(sheet: Sheet) -> PublicView:
    """A view without a single row, of the same paper: what its pages hold is wording of ours."""
    nobody = frozenset[str]()
    nothing = AccountRow("", 0, 0, total=True)
    day = dt.date(2000, 1, 1)
    return PublicView(
        Sheet("", "", 2000, 1, Posting(day, day, 1), landscape=sheet.landscape),
        DonationsPage((), 0, (), 0, (), nobody),
        AccountsPage((nothing,), (nothing,), nothing, 0, (), BankTie(0, 0, 0, None), ()),
        AidPage((), (), 0, 0, (), (), counts_only=False, by_right=nobody),
    )
