"""The controls over the fund's money, one function a rule, in the order in which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.fund.controls.approvals import approved_in_time, approver
from pipeline.fund.controls.audit import Audit
from pipeline.fund.controls.cash import count_differs, deposit_differs, over_limit
from pipeline.fund.controls.deadlines import hardship_reported, paid_in, signed_for
from pipeline.fund.controls.doubles import entered_twice
from pipeline.fund.controls.purposes import names_aided_person
from pipeline.fund.controls.receipts import missing, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.findings import Finding
    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

CONTROLS: tuple[Callable[[Audit], list[Finding]], ...] = (
    approver,
    approved_in_time,
    repeated,
    missing,
    entered_twice,
    signed_for,
    over_limit,
    paid_in,
    deposit_differs,
    count_differs,
    hardship_reported,
    names_aided_person,
)


def check_controls(tables: Mapping[str, Table], settings: Settings, period: Period) -> list[Finding]:
    """All breaches of a control at the end of the month, in the order of CONTROLS."""
    audit = Audit(tables, settings, period)
    return [finding for control in CONTROLS for finding in control(audit)]
