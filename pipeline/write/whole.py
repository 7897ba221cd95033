"""A paper appears whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Such papers are for whoever runs the program (systems without such rights pass over it).
_OWN, _OWN_FOLDER = 0o600, 0o700


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
