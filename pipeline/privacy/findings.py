"""What is said about a leak: its kind, the page, and the cell of the register that holds the same value.

The value itself is not repeated: the cell is named instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.messages.publish import LEAK_KINDS, LEAK_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.privacy.scan import Leak


def leak_findings(leaks: Iterable[Leak]) -> list[Finding]:
    """One error a leak. While there is one, no page may be placed under 公示/."""
    return [
        Finding(
            "privacy_leak",
            leak.source,
            {"page": leak.page, "part": LEAK_PLACES[leak.part], "kind": LEAK_KINDS[leak.kind]},
        )
        for leak in leaks
    ]
