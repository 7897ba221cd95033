"""A month's folder, or a paper of its own, appears whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType


_STAGED, _REPLACED = ".new", ".old"
POSTED, INTERNAL, PROBLEMS = "公示", "内部", "问题"
# Of a closed month: its record, what was done with it, and records of before it was opened again.
RECORD, LOG, REOPENED = "定稿.json", "定稿记录.txt", "定稿_重开前_{number}.json"
CLOSING_FILES = "定稿*"
# Pages to post are for everybody; all else is for whoever runs the program (systems without such rights pass over it).
_FOR_ALL, _FOLDER_FOR_ALL, _OWN, _OWN_FOLDER = 0o644, 0o755, 0o600, 0o700


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
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(_OWN_FOLDER)
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

    def carry_all(self) -> None:
        """Copy the whole of the month's folder."""
        shutil.copytree(self.target, self.folder, dirs_exist_ok=True)

    def place(self) -> None:
        """Put the prepared folder into place. OSError if a program holds a file of the old one open."""
        _set_rights(self.folder)
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


def _set_rights(folder: Path) -> None:
    """Only what is posted may be read by everybody."""
    for path in sorted(folder.rglob("*")):
        posted = path.relative_to(folder).parts[0] == POSTED
        if path.is_dir():
            path.chmod(_FOLDER_FOR_ALL if posted else _OWN_FOLDER)
        else:
            path.chmod(_FOR_ALL if posted else _OWN)
    folder.chmod(_FOLDER_FOR_ALL)


def repair(output: Path) -> None:
    """Undo what a killed run left: a month moved aside and not yet replaced comes back, drafts go."""
    for aside in sorted(output.glob(f".????-??{_REPLACED}")):
        target = output / aside.name[1 : -len(_REPLACED)]
        if not target.exists():
            aside.rename(target)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    for draft in sorted(output.rglob(f".*{_STAGED}")):
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with plain line ends, whole or not at all, making its folder."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}{_STAGED}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), _OWN)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def put_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` write a file beside the path, and rename it into place; its folder is made.

    OSError if it cannot be written, or another program holds the old file open; the old file then stays as it was.
    """
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(_OWN_FOLDER, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    try:
        write(draft)
        draft.chmod(_OWN)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
