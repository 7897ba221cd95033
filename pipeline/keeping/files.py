"""The files of closed months: their records and logs, and the hashes of what lies in a folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pipeline.closing.record import DamagedError, from_text
from pipeline.messages.printing import RECORD_FILE
from pipeline.stop import CannotRunError
from pipeline.write.staging import CLOSING_FILES, LOG, RECORD

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.closing.record import Closing

_MONTHS = "????-??"
# What systems and office programs put beside files by themselves, and the record that people go on filling in.
_PASSED_OVER = (".", "~$", "Thumbs.db", "desktop.ini", RECORD_FILE)


def closed_months(output: Path) -> list[Path]:
    """The folders of the closed months, by month."""
    return sorted(folder for folder in output.glob(_MONTHS) if (folder / RECORD).is_file())


def load_closings(output: Path) -> tuple[Closing, ...]:
    """The records of all closed months, by month. CannotRunError where one cannot be read or was changed."""
    return tuple(_load(folder) for folder in closed_months(output))


def _load(folder: Path) -> Closing:
    try:
        closing = read_record(folder)
    except (OSError, DamagedError):
        raise CannotRunError("closing_damaged", path=str(folder / RECORD), month=folder.name) from None
    if closing.month != folder.name:
        raise CannotRunError("closing_damaged", path=str(folder / RECORD), month=folder.name)
    return closing


def read_record(folder: Path) -> Closing:
    """The record in a month's folder. OSError or DamagedError where there is none that can be trusted."""
    try:
        return from_text((folder / RECORD).read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise DamagedError from error


def log_lines(folder: Path) -> list[str]:
    """What was done with a month, a line each, the oldest first; none where it was never closed."""
    path = folder / LOG
    return path.read_text("utf-8", "replace").splitlines() if path.is_file() else []


def hashes_of(folder: Path) -> dict[str, str]:
    """Path below the folder -> SHA-256, for every file in it but those of the closing and of the system."""
    own = set(folder.glob(CLOSING_FILES))
    return {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in own and not path.name.startswith(_PASSED_OVER)
    }


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
