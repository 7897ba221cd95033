"""What must follow within so many days: a signature, the way to the bank, a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.fund.controls.audit import day_text
from pipeline.fund.deposits import NONE
from pipeline.money import format_yuan
from pipeline.registers import CASH, PUPIL

if TYPE_CHECKING:
    from pipeline.fund.controls.audit import Audit

# Rule: cash gifts are paid in within 30 days.
PAY_IN_DAYS = 30
GRAVE = "严重"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must follow a row within so many days. code: findings are <code>_late or <code>_missing, at the field."""

    register: str
    code: str
    field: str
    days: int


def signed_for(audit: Audit) -> list[Finding]:
    """Students' aid that was not signed for within 签收期限天数. What was cancelled never reached anybody."""
    payments = audit.standing(audit.payments, "recipient")
    aid = payments[payments["recipient_kind"] == PUPIL]
    signed_on = aid["signed_on"].where(aid["signer"] != "")
    return _overdue(
        audit, Deadline("disbursements", "signed", "signed_on", audit.settings.signing_days), aid, signed_on
    )


def paid_in(audit: Audit) -> list[Finding]:
    """Cash gifts that were not paid in within 30 days."""
    gifts = audit.standing(audit.donations, "donor")
    gifts = gifts[gifts["channel"] == CASH]
    return _overdue(audit, Deadline("donations", "paid_in", "deposit", PAY_IN_DAYS), gifts, _paid_in_on(audit, gifts))


def hardship_reported(audit: Audit) -> list[Finding]:
    """Grave hardship of staff that was not reported upward within 上报期限天数."""
    rows = audit.tables["staff_hardship"].usable
    grave = rows[(rows["severity"] == GRAVE) & (rows["date"] <= audit.end)]
    deadline = Deadline("staff_hardship", "hardship_reported", "reported_on", audit.settings.report_days)
    return _overdue(audit, deadline, grave, grave["reported_on"])


def _paid_in_on(audit: Audit, gifts: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """The day on which each cash gift went to the bank, NaT where nothing tells of it.

    A gift with a 缴存单号 went with its deposit. Those without go, oldest first, with deposits that name no gifts, as
    far as their sums reach.
    """
    items = audit.deposits.items
    deposit = audit.deposits.of_gift.reindex(gifts.index, fill_value=NONE)
    paid_on = items["date"].reindex(deposit).set_axis(gifts.index).copy()
    still_open = gifts[gifts["deposit"] == ""].sort_values("date", kind="stable")
    bare = items[items["first_gift"] == NONE].sort_values("date", kind="stable")
    for day, amount in zip(bare["date"], bare["amount"], strict=True):
        sums = still_open.loc[still_open["date"] <= day, "amount"].cumsum()
        taken = sums.index[sums <= amount]
        paid_on[taken] = day
        still_open = still_open.drop(index=taken)
    return paid_on


def _overdue(
    audit: Audit,
    deadline: Deadline,
    rows: pd.DataFrame,
    done_on: pd.Series[pd.Timestamp],
) -> list[Finding]:
    """A finding for each row not done in time.

    Rule: the limit's last day is in time, and what is still missing is judged at the end of the month.
    """
    limit = rows["date"] + pd.Timedelta(days=deadline.days)
    bad = (done_on > limit) | (done_on.isna() & (limit < audit.end))
    findings = []
    for index, row in rows.assign(limit=limit, done=done_on)[bad].iterrows():
        late = pd.notna(row["done"])
        facts = {"day": day_text(row["date"]), "limit": day_text(row["limit"]), "days": str(deadline.days)}
        facts |= {"done": day_text(row["done"]) if late else "", "amount": format_yuan(row.get("amount", 0))}
        code = f"{deadline.code}_{'late' if late else 'missing'}"
        findings.append(Finding(code, audit.place(deadline.register, int(str(index)), deadline.field), facts))
    return findings
