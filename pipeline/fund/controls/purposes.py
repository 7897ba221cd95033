"""A purpose is posted, so it must not name anybody who is aided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.registers import PERSON_KINDS
from pipeline.settings import RESTRICTED_PREFIX

if TYPE_CHECKING:
    from pipeline.fund.controls.audit import Audit

SHORTEST_NAME = 2


def names_aided_person(audit: Audit) -> list[Finding]:
    """用途, 资金 or 期初限定 that contains the name of an aided person: an error at each.

    Aided are the students registered, persons who were given aid or visited, and staff in hardship. A longer known
    name is read first: 李明华 of a donor is not the pupil 李明.
    """
    aided = _aided(audit)
    known = sorted(aided | _others(audit), key=lambda name: (-len(name), name))
    if not aided:
        return []
    pattern = re.compile("|".join(map(re.escape, known)))
    findings = []
    for register, field, texts in _purposes(audit):
        named = {text: aided.intersection(pattern.findall(text)) for text in texts.unique()}
        for index, text in texts[texts.map(lambda text: bool(named[text]))].items():  # noqa: B023 - used at once
            facts = {"purpose": text.removeprefix(RESTRICTED_PREFIX), "name": min(named[text])}
            findings.append(Finding("purpose_names_person", audit.place(register, int(str(index)), field), facts))
    return findings


def _purposes(audit: Audit) -> list[tuple[str, str, pd.Series[str]]]:
    """Register, field and texts of everything that names a purpose."""
    settings = audit.tables["settings"].frame
    opening = settings.loc[settings["item"].str.startswith(RESTRICTED_PREFIX), "item"]
    return [
        ("donations", "purpose", audit.donations["purpose"]),
        ("disbursements", "purpose", audit.disbursements["purpose"]),
        ("settings", "item", opening),
    ]


def _aided(audit: Audit) -> set[str]:
    tables = audit.tables
    people = [tables["students"].usable["name"], tables["staff_hardship"].usable["name"]]
    for register in ("disbursements", "visits"):
        rows = tables[register].usable
        people.append(rows.loc[rows["recipient_kind"].isin(PERSON_KINDS), "recipient"])
    return {name for name in pd.concat(people).unique() if len(name) >= SHORTEST_NAME}


def _others(audit: Audit) -> set[str]:
    names = pd.concat([audit.tables["donations"].usable["donor"], audit.tables["staff"].usable["name"]])
    return {name for name in names.unique() if len(name) >= SHORTEST_NAME}
