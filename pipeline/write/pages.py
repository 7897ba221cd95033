"""The three pages to post: written from the public view alone, scanned as written, taken away if anything leaks."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.checkcode import code_of, with_code
from pipeline.disclose import public_view
from pipeline.disclose.correction import correction_page
from pipeline.messages import correction
from pipeline.messages.publish import ACCOUNTS_FILE, AID_FILE, CELL_WORDS, DONATIONS_FILE, SUBTOTAL
from pipeline.privacy import Permit, leak_findings, scan
from pipeline.registers import CHANNELS, PROGRAMMES, RECIPIENT_KINDS, SOURCES
from pipeline.write.blank_pages import blank_views
from pipeline.write.chart import draw
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pipeline.closing.posted import Posted
    from pipeline.disclose.model import PublicView
    from pipeline.findings import Finding
    from pipeline.outcome import Outcome

# Words that are whole cells of the tables, those of the registers and ours.
_VOCABULARY = (*SOURCES, *PROGRAMMES, *CHANNELS, *RECIPIENT_KINDS)
WORDS = CELL_WORDS | {*_VOCABULARY, *(f"{word}{SUBTOTAL}" for word in _VOCABULARY)}
CORRECTION_PAGE = f"{correction.FILE}.html"
PAGE_FILES = tuple(f"{name}.html" for name in (DONATIONS_FILE, ACCOUNTS_FILE, AID_FILE))


def write_pages(outcome: Outcome, folder: Path, posted: Posted | None = None) -> list[Finding]:
    """Write the pages into a folder that is not yet in place, and look at what was written.

    posted: what stood on the month's pages before; where that is corrected, 更正说明 is one page more.
    Returns an error for each leak; then the folder is gone, and nothing of the month may be posted. The same outcome
    gives the same bytes.
    """
    view = replace(public_view(outcome), correction=correction_page(outcome, posted))
    texts = page_texts(view)
    for name, text in texts.items():
        write_text(folder / name, text)
    allowed = permits(view, map(code_of, texts.values()))
    found = leak_findings(scan(folder, outcome.tables, outcome.settings.account, allowed))
    if found:
        shutil.rmtree(folder)
    return found


def page_texts(view: PublicView) -> Mapping[str, str]:
    """The text of each page by its file name, with its check code. Nothing but the public view goes in."""
    chart = draw(view.accounts.months) if view.accounts.months else None
    donations, accounts, aid = PAGE_FILES
    texts = {
        donations: render("donations.html.j2", sheet=view.sheet, page=view.donations),
        accounts: render("accounts.html.j2", sheet=view.sheet, page=view.accounts, chart=chart),
        aid: render("aid.html.j2", sheet=view.sheet, page=view.aid),
    }
    if view.correction is not None:
        sheet = replace(view.sheet, posting=view.correction.posting)
        texts[CORRECTION_PAGE] = render("correction.html.j2", sheet=sheet, page=view.correction)
    return {name: with_code(text) for name, text in texts.items()}


def permits(view: PublicView, codes: Iterable[str] = ()) -> Mapping[str, Permit]:
    """What each page may hold although a register hides it; codes: the check codes of the pages."""
    sheet = view.sheet
    phrases = (sheet.school, sheet.fund, sheet.office, sheet.telephone, *codes)
    by_right = (view.donations.by_right, frozenset[str](), view.aid.by_right, frozenset[str]())
    blanks = [page_texts(blank) for blank in blank_views(landscape=sheet.landscape)]
    return {
        name: Permit(names | WORDS, "".join(blank.get(name, "") for blank in blanks), phrases)
        for name, names in zip((*PAGE_FILES, CORRECTION_PAGE), by_right, strict=True)
    }
