"""The steps a user takes, in this process: each gives the exit status and what was said."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline import cli
from tests.small_school import write_school

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-03"


@dataclass(frozen=True)
class Office:
    """A school with its input and output folders."""

    folder: Path

    @property
    def input(self) -> Path:
        return self.folder / "input"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def write(self, *changes: tuple[str, str, str]) -> None:
        """The small school, changed here and there."""
        write_school(self.input, *changes)

    def run(self, command: str, month: str = "", today: str = TODAY, **more: str) -> tuple[int, str]:
        """A command with the options it takes."""
        options = cli.COMMAND_TABLE[command].options
        known = {"input": str(self.input), "output": str(self.output), "month": month, "today": today, **more}
        words = [word for name in options if known.get(name) for word in (f"--{name}", known[name])]
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            status = cli.main([command, *words])
        return status, said.getvalue()

    def result(self, month: str) -> dict[str, Any]:
        """result.json of a month."""
        found: dict[str, Any] = json.loads((self.output / month / "result.json").read_text("utf-8"))
        return found

    def page(self, month: str, name: str) -> str:
        """The text of a file of a month."""
        return (self.output / month / name).read_text("utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and what it holds; the lock apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".锁"
    }
