"""The shape of one entry in the catalogue of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """How one kind of finding is told.

    severity: "error" (the row cannot be used, the month cannot be posted) or "warning" (somebody should look).
    title: a few words. sentence: what was found; remedy: how to mend it. Both are str.format templates.
    """

    severity: Severity
    title: str
    sentence: str
    remedy: str
