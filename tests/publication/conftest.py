"""A real browser for the tests that look at pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, for the tests of one module."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - skipped where there is no browser

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a telephone's size."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()
