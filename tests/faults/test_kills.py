"""A run killed between any two changes of files leaves the month whole; the next run clears up and finishes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
KILLS = 10  # a hundred: make kill-test


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_kills_at_random_instants_do_no_harm() -> None:
    words = [sys.executable, "-m", "tests.tools.kills", str(KILLS), "7"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{KILLS} kills at random among ")
