"""Who approved a payment, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.fund.controls.audit import day_text
from pipeline.registers import LEADING_GROUP, MANAGING_GROUP, PEOPLE_JOIN
from pipeline.rules.near_names import near_names

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.fund.controls.audit import Audit

FIELD = "approver"


def approver(audit: Audit) -> list[Finding]:
    """A payment without an approver from 领导小组 or 管理小组 who is neither its 经办人 nor its recipient.

    Rule: every disbursement but 手续费 has one; a 冲正 takes back what was approved and needs one like any other. Of
    several approvers one who fits is enough. Where no group is written down nobody can be held against it.
    """
    members = _members(audit)
    if not members:
        return []
    faults = _faults(audit.payments, members)
    near = _near_members(audit.payments["approver"], faults, members)
    findings = []
    for index, code in faults.items():
        facts = {name: str(audit.payments[name][index]) for name in ("approver", "handler", "recipient")}
        facts["hint"] = near.get(facts["approver"], "")
        findings.append(Finding(code, audit.place("disbursements", index, FIELD), facts))
    return findings


def _near_members(approvers: pd.Series[str], faults: dict[int, str], members: set[str]) -> dict[str, str]:
    """For each name outside the groups the members whose names nearly equal it, as they are shown."""
    outside = {str(approvers[index]) for index, code in faults.items() if code == "approver_outside"}
    near = near_names(sorted(outside), sorted(members))
    return {name: "".join(f"「{each}」" for each in alike) for name, alike in near.items()}


def approved_in_time(audit: Audit) -> list[Finding]:
    """A payment made before its approval. Rule: the approval is not later than the payment."""
    late = audit.payments[audit.payments["approved_on"] > audit.payments["date"]]
    return [
        Finding(
            "approved_late",
            audit.place("disbursements", index, "approved_on"),
            {"day": day_text(paid), "approved": day_text(approved)},
        )
        for index, paid, approved in zip(late.index, late["date"], late["approved_on"], strict=True)
    ]


def _members(audit: Audit) -> set[str]:
    group = audit.tables["group"].usable
    return set(group.loc[group["team"].isin([LEADING_GROUP, MANAGING_GROUP]), "name"])


def _faults(payments: pd.DataFrame, members: set[str]) -> dict[int, str]:
    """The code of what is wrong with each payment's approval, by its index; those without fault are absent."""
    each = payments.assign(approver=payments["approver"].str.split(PEOPLE_JOIN)).explode("approver")
    member = each["approver"].isin(members)
    other = member & (each["approver"] != each["handler"])
    fits = other & (each["approver"] != each["recipient"])
    best = (member.astype("int64") + other + fits).groupby(level=0).max()
    codes = best.map({0: "approver_outside", 1: "approver_is_handler", 2: "approver_is_recipient", 3: ""})
    codes = codes.where(payments["approver"].reindex(codes.index) != "", "approver_missing")
    return {int(index): code for index, code in zip(codes.index, codes, strict=True) if code}
