"""A line that says what the program is doing, shown only where somebody watches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from pipeline.messages.console import PROGRESS

if TYPE_CHECKING:
    from types import TracebackType


class Progress:
    """Used as a context; `step` names what begins. Nothing is printed when the output goes to a file."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._width = 0

    def step(self, name: str) -> None:
        """Show that the step of that name (a key of messages.console.PROGRESS) has begun."""
        self._show(PROGRESS[name])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._show("")

    def _show(self, text: str) -> None:
        if self._watched:
            # \x1b[K clears what a longer line left behind.
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
