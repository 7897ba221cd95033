"""Same inputs, month and run date: the same bytes, wherever, whenever and in whatever language the program runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.keeping.steps import tree
from tests.small_school import write_school

ROOT = Path(__file__).parent.parent.parent
# A folder, and the surroundings of the run: time zone, language, order of sets, how private new files are.
SURROUNDINGS: tuple[tuple[str, dict[str, str], int], ...] = (
    ("one", {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}, 0o022),
    ("另 一处/深 一层", {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "12345"}, 0o077),
)
BROKEN = (("捐款", "| 60   | 现金", "| 待定 | 现金"), ("联系", "2026-10-12 | 贺文洁", "2026-10-12 | 贺文杰"))


def clone(folder: Path) -> Path:
    """The program in another place, as a second clone of its repository would lie there."""
    for name in ("pipeline", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(folder: Path, environment: dict[str, str], umask: int, *words: str) -> int:
    command = [sys.executable, "-B", "-m", "pipeline", *words, "--today", "2026-11-03"]
    surroundings = {**os.environ, **environment}
    done = subprocess.run(command, cwd=folder, env=surroundings, umask=umask, capture_output=True, check=False)
    assert not done.stderr, done.stderr.decode()
    return done.returncode


def test_two_clones_give_the_same_bytes(tmp_path: Path) -> None:
    """A month closed, the next one posted, then old and new rows changed and broken."""
    write_school(tmp_path / "school")
    write_school(tmp_path / "changed", ("捐款", "| 90 ", "| 95 "), *BROKEN)
    trees = []
    for name, environment, umask in SURROUNDINGS:
        folder = clone(tmp_path / name)
        shutil.copytree(tmp_path / "school", folder / "input")
        assert run(folder, environment, umask, "close", "--month", "2026-09") == 0
        assert run(folder, environment, umask, "report", "--month", "2026-10") == 0
        shutil.copy(tmp_path / "changed" / "登记.xlsx", folder / "input" / "登记.xlsx")
        assert run(folder, environment, umask, "report", "--month", "2026-10") == 1
        trees.append(tree(folder / "output"))
    first, second = trees
    assert {"2026-09/定稿.json", "2026-10/公示/捐款公示.html", "2026-10/问题/标注_登记.xlsx"} <= set(first)
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []
