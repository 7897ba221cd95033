"""The shape of one entry in the catalogue of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """How one kind of finding is told.

    severity: "error" (the row cannot be used, the month cannot be posted) or "warning" (somebody should look).
    title: a few words. sentence: what was found; remedy: how to mend it. suggestion: what is said besides where the
    facts hold a hint. The last three are str.format templates.
    """

    severity: Severity
    title: str
    sentence: str
    remedy: str
    suggestion: str = ""

    def mend(self, facts: Mapping[str, str]) -> str:
        """The remedy with its facts filled in, and the suggestion where there is a hint to give."""
        template = self.remedy + (self.suggestion if facts.get("hint") else "")
        return template.format(**facts)
