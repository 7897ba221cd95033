"""A month's folder appears whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_STAGED, _REPLACED = ".new", ".old"
POSTED, INTERNAL, PROBLEMS = "公示", "内部", "问题"


class Staging:
    """The folder in which a month is prepared; used as a context.

    Inside the context files are written below `folder`. `place()` puts it into place, whole; leaving the context
    without it leaves the output as it was. A run that was killed between the two renames is repaired by `repair`.
    """

    def __init__(self, output: Path, key: str) -> None:
        self.target = output / key
        self.folder = output / f".{key}{_STAGED}"
        self._replaced = output / f".{key}{_REPLACED}"

    def __enter__(self) -> Self:
        repair(self.target.parent)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def carry_over(self, name: str) -> None:
        """Copy what an earlier run or a person left under that name in the month's folder, unchanged."""
        source = self.target / name
        if source.is_dir():
            shutil.copytree(source, self.folder / name)
        elif source.exists():
            shutil.copy2(source, self.folder / name)

    def place(self) -> None:
        """Put the prepared folder into place. OSError if a program holds a file of the old one open."""
        shutil.rmtree(self._replaced, ignore_errors=True)
        if self.target.exists():
            self.target.rename(self._replaced)
        try:
            self.folder.rename(self.target)
        except OSError:
            if self._replaced.exists():
                self._replaced.rename(self.target)
            raise
        shutil.rmtree(self._replaced, ignore_errors=True)


def repair(output: Path) -> None:
    """Undo what a killed run left: a month moved aside and not yet replaced comes back, drafts go."""
    for aside in sorted(output.glob(f".????-??{_REPLACED}")):
        target = output / aside.name[1 : -len(_REPLACED)]
        if not target.exists():
            aside.rename(target)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    for draft in sorted(output.glob(f".????-??{_STAGED}")):
        shutil.rmtree(draft, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with plain line ends, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
