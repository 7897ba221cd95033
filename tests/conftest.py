"""What all tests share: the programmes outside Python, and how Hypothesis works."""

import os
import shutil

import pytest
from hypothesis import Phase, settings

# No deadline: how fast a machine is proves nothing. Under CI the examples are the same each time.
settings.register_profile("local", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True)
# Mutation asks whether a test fails, not on which smallest example.
settings.register_profile(
    "mutants", deadline=None, max_examples=50, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("ci" if os.environ.get("CI") else "local")

MARKER_OF_FIXTURE = {"chromium": "needs_browser", "soffice": "needs_office"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by the outside programme that it asks for."""
    for item in items:
        for fixture in MARKER_OF_FIXTURE.keys() & getattr(item, "fixturenames", ()):
            item.add_marker(MARKER_OF_FIXTURE[fixture])


def find_programme(*names: str) -> str:
    """Path of the first programme found; without one the test is skipped, under CI it fails."""
    for name in names:
        if path := shutil.which(name):
            return path
    reason = f"none of {', '.join(names)} is installed (Debian: make system-packages)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium; run as root it needs --no-sandbox."""
    return find_programme("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice; give each run a profile of its own (-env:UserInstallation=file://...)."""
    return find_programme("soffice", "libreoffice")
