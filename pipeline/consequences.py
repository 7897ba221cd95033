"""What follows from a fault that has been told is not told again: a table or a row not read, an unknown balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.registers import CASH, PEOPLE_JOIN, REGISTERS
from pipeline.tables import OK
from pipeline.text import spell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from pipeline.tables import Table, Tables

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
# What cannot be judged while rows of money, or of 结对, are not there.
_OF_MONEY = frozenset(("deposit_differs", "cash_count_differs", "decision_entry_unknown"))
_GAPS = frozenset(
    (
        *("member_without_pairing", "leader_without_pairing"),
        *("student_without_helper", "student_lost_helper", "student_helper_left", "contact_unpaired"),
    )
)
_BELOW_ZERO = frozenset(("purpose_below_zero", "purpose_without_gifts", "unrestricted_below_zero", "cash_below_zero"))


def missing_registers(tables: Mapping[str, Table], findings: Sequence[Finding]) -> list[Finding]:
    """A finding for each required register that was not found.

    Rule: a tie or a missing column is one error at the header row, so its register is not missed as well.
    """
    refused = not_read(findings)
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
    silent = _silent_by_tables(findings)
    kept = list(findings)
    if _OPENING_BANK in _unknown(findings):  # the first line's balance cannot be judged, but is what the next go by
        first = next((at for at, each in enumerate(kept) if each.code == _BROKEN), len(kept))
        kept = kept[:first] + kept[first + 1 :]
    return [each for each in kept if each.code not in silent]


def without_those_of_rows(findings: Sequence[Finding], tables: Tables, paired: pd.Index) -> list[Finding]:
    """The findings without those that only follow from rows that an error keeps out.

    paired: the rows of 结对 that could be used. What their helpers and pupils lack is judged when they all can.
    """
    silent, slips = _silent_by_rows(tables), _lost_slips(tables)
    names = _in_doubt(tables["pairings"], paired, findings)
    return [
        each
        for each in findings
        if each.code not in silent
        and not (each.code in _GAPS and _people_of(each) <= names)
        and not (each.code == "deposit_differs" and spell(each.facts["number"]) in slips)
    ]


def silent_codes(findings: Sequence[Finding], tables: Tables) -> set[str]:
    """The codes of which nothing is told, or not everything, because a table, a row or an opening balance was lost."""
    silent = _silent_by_tables(findings) | _silent_by_rows(tables)
    return silent | {"deposit_differs"} if _lost_slips(tables) - {""} else silent


def not_read(findings: Sequence[Finding]) -> set[str]:
    """The titles of registers of which a table was not found, or not read."""
    named = [each.facts[_NOT_READ[each.code]] for each in findings if each.code in _NOT_READ]
    return {title for titles in named for title in titles.split("、")}


def _unknown(findings: Sequence[Finding]) -> set[str]:
    """The settings that could not be read."""
    unknown = {each.facts["item"] for each in findings if each.code in _SETTING_FAULTS}
    return unknown | {_OPENING_BANK, _OPENING_CASH} if "基本信息" in not_read(findings) else unknown


def _silent_by_tables(findings: Sequence[Finding]) -> set[str]:
    lost, unknown = not_read(findings), _unknown(findings)
    silent = set(_BELOW_ZERO | _OF_MONEY) if _MONEY & lost else set()
    if "银行流水" in lost:
        silent |= {"statement_missing", "decision_line_unknown"}
    if lost & {"结对", "学生", "教职工"}:
        silent |= _GAPS
    if "倡议标准" in lost:
        silent.add("pledge_rates_unknown")
    if unknown & {_OPENING_BANK, _OPENING_CASH}:
        silent.add("unrestricted_below_zero")
    if _OPENING_CASH in unknown:
        silent |= {"cash_below_zero", "cash_count_differs"}
    return silent | {"reconciliation_differs"} if _OPENING_BANK in unknown else silent


def _silent_by_rows(tables: Tables) -> set[str]:
    silent: set[str] = set()
    if not tables["pledge_rates"].frame[OK].all():
        silent.add("pledge_rates_unknown")
    if not tables["statement"].frame[OK].all():
        silent.add("statement_ends_early")
    if any(_lacks_cash(tables[name]) for name in ("donations", "disbursements", "cash_moves")):
        silent.add("cash_count_differs")
    return silent


def _lost_slips(tables: Tables) -> set[str]:
    """The deposit numbers in rows that an error keeps out."""
    return {spell(slip) for name in ("donations", "cash_moves") for slip in _lost(tables[name])["deposit"]}


def _lost(table: Table) -> pd.DataFrame:
    return table.frame[~table.frame[OK]]


def _lacks_cash(table: Table) -> bool:
    """Whether a row is kept out that moves cash, or may."""
    lost = _lost(table)
    return bool(lost["channel"].isin((CASH, "")).any()) if "channel" in lost else len(lost) > 0


def _in_doubt(pairings: Table, paired: pd.Index, findings: Sequence[Finding]) -> set[str]:
    """The helpers and pupils of rows of 结对 that could not be used, and those whom such a row may mean."""
    rows = pairings.frame.loc[~pairings.frame.index.isin(paired), ["helper", "student"]]
    names = {name for cells in rows.itertuples(index=False) for cell in cells for name in cell.split(PEOPLE_JOIN)}
    sheets = {(block.file, block.sheet) for block in pairings.blocks}
    for each in findings:
        if each.code == "person_unknown" and each.where and (each.where.file, each.where.sheet) in sheets:
            names |= set(each.facts["hint"].strip("「」").split("」「"))
    return names


def _people_of(finding: Finding) -> set[str]:
    named = [finding.facts[key] for key in ("name", "student") if key in finding.facts]
    return {name for cell in named for name in cell.split(PEOPLE_JOIN)}
