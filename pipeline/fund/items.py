"""The bank account as the registers have it: one item a movement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pipeline.fund.corrections import is_correction
from pipeline.fund.deposits import find_deposits
from pipeline.registers import CASH, DEPOSIT, FEE, OPENING_ITEM, WALLETS, WITHDRAWAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Tables

RowRef: TypeAlias = tuple[str, int]  # a register's name, and the index of the row in its table

# The order of the registers where rows of one day are taken in register order.
_RANK = {"donations": 0, "disbursements": 1, "cash_moves": 2}
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Item:
    """One movement of the bank account in the books: a row, or the gifts of a deposit that has no row of its own.

    rows: the register rows it consists of. day: its date as a day number (date.toordinal). amount: 分, in positive,
    out negative. name: donor or recipient, "" for cash moves. purpose: the restriction, "" if none. numbers: its
    收据号, 凭证号, 单号 or 缴存单号, as far as filled. kind: its 类别, 项目 or 类型, for people to read. parts: the
    收据号 of the gifts in a deposit. wallet_fee: a 手续费 that a wallet kept back. correction: a 冲正 row. noted: 备注
    has 期初未达.
    """

    rows: tuple[RowRef, ...]
    day: int
    amount: int
    channel: str
    name: str = ""
    purpose: str = ""
    numbers: tuple[str, ...] = ()
    kind: str = ""
    parts: tuple[str, ...] = ()
    wallet_fee: bool = False
    correction: bool = False
    noted: bool = False

    @property
    def date(self) -> dt.date:
        """Its date."""
        return dt.date.fromordinal(self.day)

    @property
    def register(self) -> str:
        """The name of the register that it stands in."""
        return self.rows[0][0]


def bank_items(tables: Tables) -> tuple[Item, ...]:
    """Every movement of the bank account in the registers, whatever its date; by date, then in register order."""
    found = [*_gifts(tables), *_payments(tables), *_withdrawals(tables), *_deposits(tables)]
    return tuple(sorted(found, key=lambda item: (item.day, register_order(item))))


def items_in_reach(items: Iterable[Item], settings: Settings, period: Period) -> tuple[list[Item], list[Item]]:
    """The items that take part in the matching, and all others.

    Rule: rows after 期初日期 up to the end of the month, and rows on or before 期初日期 with 备注 期初未达.
    """
    opening, last = settings.opening_date.toordinal(), period.last.toordinal()
    inside: list[Item] = []
    outside: list[Item] = []
    for item in items:
        takes_part = item.day <= last and (item.day > opening or item.noted)
        (inside if takes_part else outside).append(item)
    return inside, outside


def counted(items: Iterable[Item], settings: Settings) -> list[Item]:
    """The items that move the bank book: those after 期初日期; an item of 期初未达 is in 期初银行余额 already."""
    opening = settings.opening_date.toordinal()
    return [item for item in items if item.day > opening]


def bank_book(items: Iterable[Item], settings: Settings) -> int:
    """The bank book's balance in 分 after the given items: 期初银行余额 and every item that counts."""
    return settings.opening_bank + sum(item.amount for item in counted(items, settings))


def register_order(item: Item) -> tuple[int, int]:
    """What sorts items as their rows stand in the registers."""
    register, index = item.rows[0]
    return _RANK[register], index


def day_numbers(dates: pd.Series[pd.Timestamp]) -> list[int]:
    """Each date as a day number (date.toordinal)."""
    return [int(day) + _EPOCH for day in dates.to_numpy().astype("datetime64[D]").astype("int64")]


def _filled(*numbers: str) -> tuple[str, ...]:
    return tuple(number for number in numbers if number)


def _columns(rows: pd.DataFrame, *names: str) -> Iterator[tuple[int, int, int, Sequence[str]]]:
    """Index, day, amount and the named columns of each row."""
    texts = zip(*(rows[name].tolist() for name in names), strict=True)
    return zip(rows.index.tolist(), day_numbers(rows["date"]), rows["amount"].tolist(), texts, strict=True)


def _gifts(tables: Tables) -> Iterator[Item]:
    rows = tables["donations"].usable
    rows = rows[rows["channel"] != CASH]
    corrections, noted = is_correction(rows).tolist(), _noted(rows)
    names = ("channel", "donor", "purpose", "receipt", "deposit", "source")
    for (index, day, amount, texts), correction, note in zip(_columns(rows, *names), corrections, noted, strict=True):
        channel, donor, purpose, receipt, deposit, source = texts
        yield Item(
            (("donations", index),),
            day,
            amount,
            channel,
            donor,
            purpose,
            _filled(receipt, deposit),
            source,
            correction=correction,
            noted=note,
        )


def _payments(tables: Tables) -> Iterator[Item]:
    rows = tables["disbursements"].usable
    rows = rows[rows["channel"] != CASH]
    corrections, noted = is_correction(rows).tolist(), _noted(rows)
    names = ("channel", "recipient", "purpose", "voucher", "programme")
    for (index, day, amount, texts), correction, note in zip(_columns(rows, *names), corrections, noted, strict=True):
        channel, recipient, purpose, voucher, programme = texts
        yield Item(
            (("disbursements", index),),
            day,
            -amount,
            channel,
            recipient,
            purpose,
            _filled(voucher),
            programme,
            wallet_fee=programme == FEE and channel in WALLETS,
            correction=correction,
            noted=note,
        )


def _withdrawals(tables: Tables) -> Iterator[Item]:
    rows = tables["cash_moves"].usable
    rows = rows[rows["move"] == WITHDRAWAL]
    for (index, day, amount, (number,)), note in zip(_columns(rows, "deposit"), _noted(rows), strict=True):
        yield Item((("cash_moves", index),), day, -amount, CASH, numbers=_filled(number), kind=WITHDRAWAL, noted=note)


def _deposits(tables: Tables) -> Iterator[Item]:
    """Every 缴存: at its own row, or as the gifts of its number, dated as the last of them."""
    deposits = find_deposits(tables)
    gifts = deposits.of_gift.index.to_series().groupby(deposits.of_gift.to_numpy()).agg(list).to_dict()
    noted_gifts, noted_moves = _noted_rows(tables, "donations"), _noted_rows(tables, "cash_moves")
    receipts = tables["donations"].frame["receipt"].tolist()
    for (index, day, amount, (number,)), move in zip(
        _columns(deposits.items, "number"), deposits.items["move"].tolist(), strict=True
    ):
        of_number = gifts.get(index, [])
        rows = (("cash_moves", move),) if move >= 0 else tuple(("donations", gift) for gift in of_number)
        noted = move in noted_moves or not noted_gifts.isdisjoint(of_number)
        parts = _filled(*(receipts[gift] for gift in of_number))
        yield Item(rows, day, amount, CASH, numbers=_filled(number), kind=DEPOSIT, parts=parts, noted=noted)


def _noted(rows: pd.DataFrame) -> list[bool]:
    if "note" not in rows:
        return [False] * len(rows)
    return rows["note"].str.contains(OPENING_ITEM, regex=False).tolist()


def _noted_rows(tables: Tables, register: str) -> set[int]:
    rows = tables[register].usable
    return set(rows.index[_noted(rows)]) if len(rows) else set()
