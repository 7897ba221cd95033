"""A run that cannot go on: said in one sentence, exit status 2."""

from __future__ import annotations

import errno

from pipeline.messages import closing, console, printing

_STOPS = {**console.STOPS, **closing.STOPS, **printing.STOPS}
POSTED_OR_DONE, NOT_POSTED, COULD_NOT_RUN = 0, 1, 2  # exit statuses


class CannotRunError(Exception):
    """Nothing could be done; `sentence` says in Chinese why, and what to do."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.sentence = _STOPS[code].format(**facts)


def unwritable(folder: object, error: OSError) -> CannotRunError:
    """The stop for an output that cannot be written, with the reason in Chinese."""
    name = errno.errorcode.get(error.errno or 0, "")
    why = console.UNWRITABLE_REASONS.get(name, console.UNWRITABLE)
    return CannotRunError("output_unwritable", folder=str(folder), why=why)
