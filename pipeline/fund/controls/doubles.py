"""Rows that look as if the same thing had been entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.fund.controls.audit import day_text
from pipeline.money import format_yuan

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.fund.controls.audit import Audit

# What must be equal for two rows to be one thing entered twice. Numbers are left out on purpose: whoever enters a
# gift a second time writes a second receipt.
GIFT = ["date", "donor", "source", "department", "amount", "channel", "purpose", "campaign"]
PAYMENT = ["date", "recipient", "recipient_kind", "class_name", "programme", "amount", "channel", "purpose"]
MOVE = ["date", "move", "deposit", "amount"]
# Givers who would not be named are many people under one name; equal gifts of theirs are no sign of anything.
NAMELESS = "匿名|爱心人士|好心人|无名|未留名|不愿留名|热心人士"


def entered_twice(audit: Audit) -> list[Finding]:
    """Likely double entries among donations, payments (手续费 apart) and cash moves, at the later row.

    Likely is: the same day, person, amount, channel and restriction. 冲正 rows and what they cancelled are apart.
    """
    gifts = audit.standing(audit.donations, "donor")
    gifts = gifts[~gifts["donor"].str.contains(NAMELESS)]
    payments = audit.standing(audit.payments, "recipient")
    return [
        *_doubles(audit, "donations", gifts, GIFT),
        *_doubles(audit, "disbursements", payments, PAYMENT),
        *_doubles(audit, "cash_moves", audit.cash_moves, MOVE),
    ]


def _doubles(audit: Audit, register: str, rows: pd.DataFrame, keys: list[str]) -> list[Finding]:
    rows = rows[rows.duplicated(keys, keep=False)].rename_axis("at").reset_index()
    first = rows.groupby(keys, dropna=False)["at"].transform("first")
    later = rows[rows["at"] != first]
    return [
        Finding(
            "entered_twice",
            audit.place(register, at, "amount"),
            {
                "first": audit.place(register, of).address,
                "day": day_text(day),
                "who": who,
                "amount": format_yuan(amount),
            },
            (audit.place(register, of, "amount"),),
        )
        for at, of, day, who, amount in zip(
            later["at"], first[later.index], later["date"], later[keys[1]], later["amount"], strict=True
        )
    ]
