"""The Chromium, Chrome or Edge of this machine, which prints pages without a window.

A browser is called as a program, once a sheet; nothing is installed and no server runs. It gets a profile of its own
that is thrown away, and no name resolves, so that no page could ask for anything outside.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
_MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
# The sandbox is not to be had for root or inside containers; what is opened is our own page, which holds no script.
_SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *("--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
_LONGEST_SECONDS = 120
_MEASURED = re.compile(r'data-measured="([0-9,]*)"')
# Where a picture may be cut: below a row, a paragraph, the chart, the foot; the last number is the page's height.
_MEASURE = """<script>
document.body.dataset.measured = [
  ...[...document.querySelectorAll("tbody tr, main > p, figure, .foot")].map(e => e.getBoundingClientRect().bottom),
  document.documentElement.scrollHeight,
].map(Math.ceil).join();
</script></body>"""


class BrowserFailedError(Exception):
    """The browser did not do what it was asked for."""


def find_browser() -> Browser | None:
    """The first browser found on this machine that can print, None where there is none."""
    on_path = (shutil.which(name) for name in _COMMANDS)
    usual = usual_places(sys.platform, os.environ, Path.home())
    found = [Path(path) for path in on_path if path] or [path for path in usual if path.is_file()]
    return Browser(found[0]) if found else None


def usual_places(system: str, environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Where browsers lie that no command leads to: in the folders for programs of macOS and Windows.

    system: as sys.platform has it.
    """
    if system == "darwin":
        for folder in (Path("/Applications"), home / "Applications"):
            yield from (folder / f"{app}.app" / "Contents" / "MacOS" / app for app in _MAC_APPS)
    elif system == "win32":
        known = {name.casefold(): folder for name, folder in environment.items()}
        folders = [Path(known[name.casefold()]) for name in _WINDOWS_FOLDERS if name.casefold() in known]
        yield from (folder / program for program in _WINDOWS_PROGRAMS for folder in folders)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser, by the path of its program. Every method may raise BrowserFailedError."""

    path: Path

    def print_pdf(self, page: Path, target: Path) -> None:
        """Print a page on paper, as its style says, without head or foot of the browser's own."""
        self._run(page, "--no-pdf-header-footer", "--print-to-pdf-no-header", f"--print-to-pdf={target}")
        self._check(target)

    def take_picture(self, page: Path, target: Path, width: int, height: int, scale: int) -> None:
        """A picture of the upper part of a page, of a width and height of the page's; each is scale times as sharp."""
        self._run(page, f"--screenshot={target}", *_window(width, height, scale))
        self._check(target)

    def measure(self, text: str, scratch: Path, width: int) -> list[int]:
        """Where a page of that width may be cut, from the top down, its height last.

        text: the page. A copy of it is opened that measures itself by a script; the page as posted has none.
        """
        copy = scratch / "measured.html"
        copy.write_text(text.replace("</body>", _MEASURE), "utf-8")
        found = _MEASURED.search(self._run(copy, "--dump-dom", *_window(width, width, 1)))
        if found is None:
            raise BrowserFailedError(str(self.path))
        return sorted({int(number) for number in found[1].split(",")})

    def _run(self, page: Path, *switches: str) -> str:
        # A browser that came as a snap sees no hidden folders and has a /tmp of its own: all it needs lies by the page.
        with tempfile.TemporaryDirectory(prefix="profile", dir=page.parent, ignore_cleanup_errors=True) as profile:
            command = [str(self.path), *_SWITCHES, f"--user-data-dir={profile}", *switches, page.absolute().as_uri()]
            try:
                done = subprocess.run(command, capture_output=True, check=True, timeout=_LONGEST_SECONDS)  # noqa: S603 - a browser found on this machine, with words of our own
            except (OSError, subprocess.SubprocessError) as error:
                raise BrowserFailedError(str(self.path)) from error
        return done.stdout.decode("utf-8", "replace")

    def _check(self, target: Path) -> None:
        if not target.is_file() or not target.stat().st_size:
            raise BrowserFailedError(str(self.path))


def _window(width: int, height: int, scale: int) -> tuple[str, str]:
    return f"--window-size={width},{height}", f"--force-device-scale-factor={scale}"
