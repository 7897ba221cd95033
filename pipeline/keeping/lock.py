"""One run at a time: whoever writes to an output folder holds its lock, and first clears up after a killed run."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pipeline.stop import CannotRunError, unwritable
from pipeline.write.staging import repair

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_FILE = ".锁"
_OWNER_ONLY = 0o600


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder, making the folder. It is let go when the run ends, even if it is killed.

    CannotRunError if another run holds it, or the folder cannot be written. A folder in which nothing came to stand
    is taken away again.
    """
    is_new = not output.exists()
    lock = FileLock(output / LOCK_FILE, timeout=0, mode=_OWNER_ONLY)
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise CannotRunError("already_running", folder=str(output)) from None
    except OSError as error:
        raise unwritable(output, error) from error
    try:
        _clear_up(output)
        yield
    finally:
        lock.release()
        if is_new:
            _take_away_empty(output)


def _clear_up(output: Path) -> None:
    try:
        repair(output)
    except OSError as error:
        raise unwritable(output, error) from error


def _take_away_empty(output: Path) -> None:
    if {path.name for path in output.iterdir()} <= {LOCK_FILE}:
        (output / LOCK_FILE).unlink(missing_ok=True)
        output.rmdir()
