"""A run that cannot go on: said in one sentence, exit status 2."""

from __future__ import annotations

from pipeline.messages.console import STOPS

POSTED_OR_DONE, NOT_POSTED, COULD_NOT_RUN = 0, 1, 2  # exit statuses


class CannotRunError(Exception):
    """Nothing could be done; `sentence` says in Chinese why, and what to do."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.sentence = STOPS[code].format(**facts)
