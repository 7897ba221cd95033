"""An outcome by hand, for the tests of what is written: only what a test gives is there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from pipeline.outcome import Outcome
from pipeline.period import Period
from pipeline.read import Reading
from pipeline.settings import Settings
from tests.ledgers import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.findings import Finding
    from pipeline.read import SourceFile

OCTOBER = Period(2026, 10, dt.date(2026, 11, 3))


def outcome_of(
    findings: Iterable[Finding] = (),
    files: tuple[SourceFile, ...] = (),
    *,
    school: str = "云岭示例中学",
    **given: object,
) -> Outcome:
    """October 2026 with those findings, made from those files; every further part is None unless given."""
    parts = dict.fromkeys(("people", "books", "reconciliation", "pledges", "contacts", "coverage"), cast("Any", None))
    return Outcome(
        period=OCTOBER,
        settings=Settings(school=school),
        reading=Reading(EMPTY, (), files),
        tables=EMPTY,
        findings=tuple(findings),
        **{**parts, **given},
    )
