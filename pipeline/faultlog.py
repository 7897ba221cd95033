"""Our own faults, kept in a file for the school's IT teacher instead of being shown to whoever ran the program."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

LOG_FOLDER = "日志"
_OWNER_ONLY = 0o600


def record(error: BaseException, output: Path, day: str) -> Path:
    """Write the traceback under output/日志/, readable by its owner alone; returns the file.

    Where the output folder cannot be written, the file goes to the system's folder for temporary files.
    """
    text = "".join(traceback.format_exception(error))
    try:
        return _write(output / LOG_FOLDER, day, text)
    except OSError:
        return _write(Path(tempfile.gettempdir()), day, text)


def _write(folder: Path, day: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{day}.log"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(text)
    return path
