"""The posted pages as files to hand on: a PDF of each for paper, and pictures of it for a chat group.

Both are made by a browser from the page as it lies there. What browsers write about themselves and the hour is taken
out again, so that a file tells nothing but its page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.png import without_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pipeline.browser import Browser

# A picture is 1,080 pixels wide; the page in it is as wide as that of a large telephone, at twice the sharpness.
WIDTH, SCALE = 540, 2
# Browsers draw at most 16,384 pixels, and chat groups take pictures of at most 5 MB.
TALLEST, LARGEST = 7_000, 5_000_000
_SHORTEST = 500
_TITLE = re.compile(r"<title>([^<]*)</title>")
# Shows the part of a page that begins so far down; all else of it lies outside the window.
_PART = "<style>html {{ overflow: hidden; }} body {{ position: relative; top: -{top}px; }}</style></head>"


def print_page(browser: Browser, page: Path, folder: Path, scratch: Path) -> Iterator[Path]:
    """Write the PDF and the pictures of a page into a folder, under its name; gives their paths.

    scratch: a folder that the browser may read and write. BrowserFailedError where it does not do its work.
    """
    text = page.read_text("utf-8")
    copy = scratch / "page.html"
    copy.write_text(text, "utf-8")
    raw = scratch / "page.pdf"
    browser.print_pdf(copy, raw)
    target = folder / f"{page.stem}.pdf"
    _write_plain_pdf(raw, target, _title_of(text))
    yield target
    pictures = _pictures(browser, text, scratch)
    for number, picture in enumerate(pictures, 1):
        target = folder / (f"{page.stem}_{number}.png" if len(pictures) > 1 else f"{page.stem}.png")
        target.write_bytes(picture)
        yield target


def _title_of(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _write_plain_pdf(raw: Path, target: Path, title: str) -> None:
    """The same sheets with their title as the only thing told about them: no program, no hour."""
    from pypdf import PdfWriter  # noqa: PLC0415 - only who prints needs it

    writer = PdfWriter(clone_from=raw)
    writer.metadata = {"/Title": title}
    writer.write(target)


def _pictures(browser: Browser, text: str, scratch: Path) -> list[bytes]:
    """The page from top to bottom, in one picture, or in several where one would be too tall or too large."""
    places = browser.measure(text, scratch, WIDTH)
    tallest = TALLEST
    while True:
        cuts = cut_places(places, tallest)
        found = [_picture(browser, text, scratch, top, end) for top, end in pairwise(cuts)]
        if tallest <= _SHORTEST or all(len(each) < LARGEST for each in found):
            return found
        tallest //= 2


def cut_places(places: Sequence[int], tallest: int) -> list[int]:
    """From 0 to the page's height: where it is cut, so that no part is taller than that and no row is cut in two.

    places: below each row, the page's height last. What is taller by itself is cut where it has to be.
    """
    cuts = [0]
    while places[-1] - cuts[-1] > tallest:
        limit = cuts[-1] + tallest
        cuts.append(max((place for place in places if cuts[-1] < place <= limit), default=limit))
    return [*cuts, places[-1]]


def _picture(browser: Browser, text: str, scratch: Path, top: int, end: int) -> bytes:
    copy, target = scratch / "part.html", scratch / "part.png"
    copy.write_text(text.replace("</head>", _PART.format(top=top)) if top else text, "utf-8")
    target.unlink(missing_ok=True)
    browser.take_picture(copy, target, WIDTH, end - top, SCALE)
    return without_metadata(target.read_bytes())
