"""The Nu HTML checker and axe-core, as `make test` installs them; other tests ask them about finished pages."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

_MODULES = Path(__file__).parents[2] / ".venv" / "checkers" / "node_modules"
_NU, _AXE = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar", _MODULES / "axe-core" / "axe.min.js"
# What axe-core looks at: everything but its experiments, which it does not stand for itself.
_RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


def checker(path: Path) -> Path:
    """A checker that must be there: without it the test is skipped, under CI it fails."""
    if not path.is_file():
        reason = f"{path.name} is not installed: make test installs it with npm (Debian: make system-packages)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def html_faults(java: str, files: Iterable[Path]) -> list[str]:
    """What the Nu HTML checker says of HTML files, warnings too; one call for all of them, as Java starts slowly."""
    command = [java, "-Xss2m", "-jar", str(checker(_NU)), "--stdout", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [f"{Path(each['url']).name}:{each.get('lastLine')}: {each['message']}" for each in messages]


def accessibility_faults(page: Page, file: Path) -> list[str]:
    """What axe-core says of an HTML file as the page shows it."""
    page.goto(file.as_uri())
    page.evaluate(checker(_AXE).read_text("utf-8"))
    found: Sequence[dict[str, object]] = page.evaluate(_RUN)
    return [f"{file.name}: {each['id']}: {each['help']} {each['nodes']}" for each in found]
