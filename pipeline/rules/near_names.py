"""Names that nearly equal another: a homophone, one character, one stroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.findings import Finding
    from pipeline.tables import Table


def near_names(unknown: Sequence[str], known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each unknown name the known names that nearly equal it."""
    del known
    return dict.fromkeys(unknown, ())


def near_donors(donations: Table) -> list[Finding]:
    """A question for each donor whose name sounds like an earlier donor's."""
    del donations
    return []
