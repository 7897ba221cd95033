"""What follows from a fault that has been told is not told again: an absent table, an unknown opening balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.registers import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.tables import Table

# The codes that say a table was not read, and the fact that names the registers it was taken for.
_NOT_READ = {
    "register_missing": "register",
    "header_missing": "register",
    "header_ambiguous": "registers",
    "header_wan": "register",
    "statement_without_balance": "register",
}
_SETTING_FAULTS = frozenset(("setting_missing", "setting_unreadable"))
_MONEY = frozenset(("捐款", "支出", "现金存取"))
_OPENING_BANK, _OPENING_CASH = "期初银行余额", "期初现金余额"
_BROKEN = "statement_chain_broken"
_BELOW_ZERO = frozenset(("purpose_below_zero", "purpose_without_gifts", "unrestricted_below_zero", "cash_below_zero"))


def missing_registers(tables: Mapping[str, Table], findings: Sequence[Finding]) -> list[Finding]:
    """A finding for each required register that was not found.

    Rule: a tie or a missing column is one error at the header row, so its register is not missed as well.
    """
    refused = _not_read(findings)
    return [
        Finding(
            "register_missing",
            None,
            {
                "register": register.title,
                "columns": "、".join(field.title for field in register.fields if field.required),
            },
        )
        for register in REGISTERS
        if register.required and not tables[register.name].blocks and register.title not in refused
    ]


def without_consequences(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that only follow from a table that was not read or an unknown opening balance."""
    not_read = _not_read(findings)
    unknown = {each.facts["item"] for each in findings if each.code in _SETTING_FAULTS}
    if "基本信息" in not_read:
        unknown |= {_OPENING_BANK, _OPENING_CASH}
    silent = set(_BELOW_ZERO) if _MONEY & not_read else set()
    if "银行流水" in not_read:
        silent.add("statement_missing")
    if unknown & {_OPENING_BANK, _OPENING_CASH}:
        silent.add("unrestricted_below_zero")
    if _OPENING_CASH in unknown:
        silent.add("cash_below_zero")
    kept = list(findings)
    if _OPENING_BANK in unknown:  # the first line's balance cannot be judged, but those after it are judged by it
        silent.add("reconciliation_differs")
        first = next((at for at, each in enumerate(kept) if each.code == _BROKEN), len(kept))
        kept = kept[:first] + kept[first + 1 :]
    return [each for each in kept if each.code not in silent]


def _not_read(findings: Sequence[Finding]) -> set[str]:
    """The titles of registers of which a table was not found, or not read."""
    named = [each.facts[_NOT_READ[each.code]] for each in findings if each.code in _NOT_READ]
    return {title for titles in named for title in titles.split("、")}
