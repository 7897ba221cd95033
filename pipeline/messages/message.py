"""The shape of one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """How a finding is worded: sentence and remedy are str.format templates over the finding's facts."""

    severity: Literal["error", "warning"]
    title: str
    sentence: str
    remedy: str
