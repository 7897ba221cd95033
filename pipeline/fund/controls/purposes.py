"""A purpose is posted, so it must not name anybody who is aided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.names import clean_name
from pipeline.registers import PERSON_KINDS
from pipeline.settings import RESTRICTED_PREFIX

if TYPE_CHECKING:
    from pipeline.fund.controls.audit import Audit

SHORTEST_NAME = 2
# A recipient written as a crowd (家庭困难学生) is nobody in particular, and its words may stand in a purpose.
CROWD = (
    "学生|同学|教师|老师|师生|职工|员工|党员|干部|家庭|家长|人员|子女|儿童|孤儿|老人|全体|部分|年级|班级|毕业|特长生|[住寄][校宿]生"
    "|^[优差考新老]生|[高初][一二三]$|[0-9一二三四五六七八九十]+[名人位班]$|[贫特学]困|困[难境]|残疾|留守|单亲|重病|大病"
)
PERSON = rf"(?!.*(?:{CROWD}))(?:[\u4e00-\u9fff]{{2,4}}|.+·.+)"


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
        named = {text: aided.intersection(pattern.findall(clean_name(text))) for text in texts.unique()}
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
    registered = pd.concat([audit.tables[name].usable["name"] for name in ("students", "staff_hardship")])
    rows = pd.concat(
        [audit.tables[name].usable[["recipient_kind", "recipient"]] for name in ("disbursements", "visits")]
    )
    recipients = rows.loc[rows["recipient_kind"].isin(PERSON_KINDS), "recipient"]
    named = {*registered.unique(), *recipients[recipients.str.fullmatch(PERSON)].unique()}
    return {name for name in named if len(name) >= SHORTEST_NAME}


def _others(audit: Audit) -> set[str]:
    names = pd.concat([audit.tables["donations"].usable["donor"], audit.tables["staff"].usable["name"]])
    return {name for name in names.unique() if len(name) >= SHORTEST_NAME}
