"""The posted pages of a month as PDF and pictures: printed beside, scanned, then put into place."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.browser import BrowserFailedError
from pipeline.checkcode import code_of
from pipeline.disclose import public_view
from pipeline.keeping.close import as_reported
from pipeline.messages.printing import CLOSED_FOLDER
from pipeline.messages.publish import LEAK_KINDS, LEAK_PLACES
from pipeline.privacy import scan
from pipeline.stop import CannotRunError, unwritable
from pipeline.write.index import write_month_index
from pipeline.write.pages import permits
from pipeline.write.prints import print_page
from pipeline.write.staging import POSTED, RECORD, Staging

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.browser import Browser
    from pipeline.outcome import Outcome
    from pipeline.privacy import Permit

# Not hidden: a browser that came as a snap sees no hidden folders.
_SCRATCH = "印制中_"
_PRINTS = (".pdf", ".png")


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed, and whether the month is closed, so that it lies beside the posted pages."""

    files: tuple[Path, ...]
    closed: bool


def print_month(outcome: Outcome, output: Path, browser: Browser) -> Printed:
    """Print every posted page of the month. CannotRunError where there is none, or it is not that of the inputs.

    Of a closed month the pages are printed as they were closed, whatever has become of the inputs.
    """
    key = outcome.period.key
    closed = (output / key / RECORD).is_file()
    pages = sorted((output / key / POSTED).glob("*.html"))
    if not pages:
        raise CannotRunError("nothing_to_print", month=key)
    if not closed:
        outcome = as_reported(outcome, output / key, "print_differs")
    try:
        with Staging(output, key) as staging:
            staging.carry_all()
            folder = staging.folder / (CLOSED_FOLDER if closed else POSTED)
            files = _printed(pages, folder, output, browser)
            _look_for_leaks(outcome, pages, files, output)
            if not closed:
                write_month_index(outcome, staging.folder)
            staging.place()
    except OSError as error:
        raise unwritable(output, error) from error
    return Printed(tuple(output / key / folder.name / file.name for file in files), closed)


def _printed(pages: Sequence[Path], folder: Path, output: Path, browser: Browser) -> list[Path]:
    """The prints of the pages in a folder, from which those of before are taken away."""
    folder.mkdir(exist_ok=True)
    for old in sorted(folder.iterdir()):
        if old.suffix in _PRINTS:
            old.unlink()
    for left in sorted(output.glob(f"{_SCRATCH}*")):  # of a run that was killed
        shutil.rmtree(left, ignore_errors=True)
    files: list[Path] = []
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=output, ignore_cleanup_errors=True) as scratch:
        for page in pages:
            try:
                files += print_page(browser, page, folder, Path(scratch))
            except BrowserFailedError as error:
                raise CannotRunError("browser_failed", browser=str(browser.path), page=page.name) from error
    return files


def _look_for_leaks(outcome: Outcome, pages: Sequence[Path], files: Sequence[Path], output: Path) -> None:
    """The scan of the pages, over their prints. CannotRunError where it finds anything."""
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=output, ignore_cleanup_errors=True) as scratch:
        for file in files:
            shutil.copy(file, scratch)
        leaks = scan(Path(scratch), outcome.tables, outcome.settings.account, _permits(outcome, pages, files))
    for leak in leaks:
        raise CannotRunError("print_leak", page=leak.page, part=LEAK_PLACES[leak.part], kind=LEAK_KINDS[leak.kind])


def _permits(outcome: Outcome, pages: Sequence[Path], files: Sequence[Path]) -> Mapping[str, Permit]:
    """What a page may hold its prints may hold; 捐款公示_2.png is a print of 捐款公示.html."""
    of_page = permits(public_view(outcome), [code_of(page.read_text("utf-8")) for page in pages])
    return {
        file.name: permit
        for file in files
        for page, permit in of_page.items()
        if file.stem.partition("_")[0] == page.removesuffix(".html")
    }
