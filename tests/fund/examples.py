"""Ledgers made by Hypothesis: gifts, payments and cash moves of a few weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pipeline.registers import CASH, CHANNELS, PROGRAMMES, SOURCES
from tests.ledgers import SCHOOL, make_tables

if TYPE_CHECKING:
    from pipeline.tables import Tables

Rows = list[tuple[str, ...]]

DAYS = st.dates(dt.date(2026, 8, 25), dt.date(2026, 11, 5)).map(str)
AMOUNTS = st.integers(1, 5_000_00).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")
PURPOSES = st.sampled_from(["", "助学金", "图书"])
DONATION = st.tuples(DAYS, st.sampled_from(SOURCES), AMOUNTS, st.sampled_from(CHANNELS), PURPOSES)
PAYMENT = st.tuples(DAYS, st.sampled_from(PROGRAMMES), AMOUNTS, st.sampled_from(CHANNELS), PURPOSES)
MOVE = st.tuples(DAYS, st.sampled_from(["缴存", "提取"]), AMOUNTS)
SETTINGS = st.builds(
    replace,
    st.just(SCHOOL),
    opening_date=st.dates(dt.date(2026, 8, 31), dt.date(2026, 10, 20)),
    opening_restricted=st.dictionaries(st.sampled_from(["助学金", "图书"]), st.integers(0, 50_000)),
)
GIFTS = st.lists(DONATION, max_size=8)
PAYMENTS = st.lists(PAYMENT, max_size=8)
MOVES = st.lists(MOVE, max_size=4)
DEPOSIT_NUMBER = "JC1"


def ledger(gifts: Rows, payments: Rows, moves: Rows) -> Tables:
    """The rows as tables; all cash gifts carry one 缴存单号, no move does."""
    gift_lines = ["日期 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 缴存单号"]
    for day, source, amount, channel, purpose in gifts:
        number = DEPOSIT_NUMBER if channel == CASH else ""
        gift_lines.append(f"{day} | 某人 | {source} | {amount} | {channel} | {purpose} | {number}")
    payment_lines = ["日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 资金 | 经办人"]
    for day, programme, amount, channel, purpose in payments:
        payment_lines.append(f"{day} | 某处 | 其他 | {programme} | {amount} | {channel} | {purpose} | 舒文清")
    move_lines = ["日期 | 类型 | 金额", *(" | ".join(row) for row in moves)]
    return make_tables(捐款="\n".join(gift_lines), 支出="\n".join(payment_lines), 现金存取="\n".join(move_lines))
