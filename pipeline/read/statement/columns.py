"""What each column of a statement's export means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.read.headers import HEADERS, plain_header
from pipeline.registers import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Rule: where several stand side by side the first of these is the date, if it holds dates.
_DATES = (
    *("日期", "记账日期", "记账日", "会计日期", "记账时间", "交易日期", "交易日", "入账日期", "入账时间"),
    *("交易时间", "发生日期", "发生时间", "提交时间", "起息日"),
)
# Rule: a word for in or out beats 借 and 贷 (网商 calls its column of income 借方金额（收）).
_IN_WORDS, _OUT_WORDS = re.compile("[收进入存来+]"), re.compile("[支付出取往-]")
_IN_LEDGER, _OUT_LEDGER = "贷", "借"
_BOOKED = "记账"  # of two pairs of amounts the one in the account's own currency
_EITHER_WAY = ("入账金额",)  # 收入 beside 出账金额, alone a signed amount
_OWN_ACCOUNTS = ("本方账号", "本方账户", "我方账号", "本账号", "账号", "账户", "交易账号", "查询账号")
_CURRENCIES = ("记账币种", "币种", "交易币种", "币别", "货币", "货币种类")
_TITLES_OF_COUNTERPARTY = ("付款人名称", "收款人名称")
_NAME_WITH_ACCOUNT = ("对手信息", "对方账号与户名", "对方户名与账号", "收(付)方名称")
_LAST_SERIALS = ("凭证号",)  # a voucher's number where the export has no other
# Only these say that a column tells the direction; 交易类型 often holds other words.
NOT_ALWAYS_A_FLAG = ("交易类型",)


@dataclass(frozen=True)
class StatementColumns:
    """The columns, from 0, of an export; -1 or () where it has none.

    dates: best first. ledger_only: in and out are told by 借 and 贷 alone. payer and payee: who paid and who was
    paid, of whom one is the school.
    """

    dates: tuple[int, ...] = ()
    summaries: tuple[int, ...] = ()
    money_in: int = -1
    money_out: int = -1
    amount: int = -1
    flags: tuple[int, ...] = ()
    balance: int = -1
    counterparty: int = -1
    with_account: bool = False
    payer: int = -1
    payee: int = -1
    serial: int = -1
    account: int = -1
    currency: int = -1
    ledger_only: bool = False
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def in_pair(self) -> bool:
        """Whether money in and money out have a column each."""
        return self.money_in >= 0 and self.money_out >= 0

    @property
    def amounts(self) -> tuple[int, ...]:
        """The columns that hold what came in or went out."""
        return (self.money_in, self.money_out) if self.in_pair else (self.amount,) if self.amount >= 0 else ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Titles of what a statement cannot do without, its balance apart."""
        gaps = ["日期"] if not self.dates else []
        return (*gaps, *(["收入和支出（或金额）"] if not self.amounts else []))


def columns_of(headers: Sequence[str]) -> StatementColumns:
    """What each column means by its header alone."""
    names = {column: plain_header(text) for column, text in enumerate(headers) if text}
    known = HEADERS[STATEMENT.name]
    fields: dict[str, list[int]] = {}
    for column, name in names.items():
        if name in known:
            fields.setdefault(known[name][0], []).append(column)
    pair, amount = _amounts(names, fields)
    counterparty = _first(names, [c for c in fields.get("counterparty", []) if names[c] not in _TITLES_OF_COUNTERPARTY])
    return StatementColumns(
        dates=tuple(column for title in _DATES for column in _called(names, title)),
        summaries=tuple(fields.get("summary", ())),
        money_in=pair[0],
        money_out=pair[1],
        amount=amount,
        flags=tuple(fields.get("flag", ())),
        balance=_first(names, fields.get("balance", [])),
        counterparty=counterparty,
        with_account=names.get(counterparty, "") in _NAME_WITH_ACCOUNT,
        payer=_one(names, _TITLES_OF_COUNTERPARTY[:1]),
        payee=_one(names, _TITLES_OF_COUNTERPARTY[1:]),
        serial=_first(names, fields["serial"]) if "serial" in fields else _one(names, _LAST_SERIALS),
        account=_one(names, _OWN_ACCOUNTS),
        currency=_one(names, _CURRENCIES),
        ledger_only=pair[0] >= 0 and _told_by_ledger(names[pair[0]]) and _told_by_ledger(names[pair[1]]),
        names=names,
    )


def side_of(name: str) -> int:
    """1 for a header (or label) of money in, -1 for money out, 0 where it says neither or both."""
    coming, going = bool(_IN_WORDS.search(name)), bool(_OUT_WORDS.search(name))
    if coming != going:
        return 1 if coming else -1
    if coming:
        return 0
    return int(_IN_LEDGER in name) - int(_OUT_LEDGER in name)


def _told_by_ledger(name: str) -> bool:
    return not _IN_WORDS.search(name) and not _OUT_WORDS.search(name)


def _amounts(names: Mapping[int, str], fields: Mapping[str, list[int]]) -> tuple[tuple[int, int], int]:
    """The columns of money in and out (-1, -1 where there is no pair), and that of one amount."""
    candidates = [*fields.get("money_in", []), *fields.get("money_out", [])]
    pair = (
        _best([column for column in candidates if side_of(names[column]) > 0], names),
        _best([column for column in candidates if side_of(names[column]) < 0], names),
    )
    if min(pair) >= 0:
        return pair, -1
    single = fields.get("amount", []) + [column for column in candidates if names[column] in _EITHER_WAY]
    return (-1, -1), _best(single, names)


def _best(columns: Sequence[int], names: Mapping[int, str]) -> int:
    """The column of the account's own currency, else the first."""
    booked = [column for column in columns if _BOOKED in names[column]]
    return min(booked or columns, default=-1)


def _first(names: Mapping[int, str], columns: Sequence[int]) -> int:
    """The column whose header stands first among the aliases of its field."""
    known = HEADERS[STATEMENT.name]
    return min(columns, key=lambda column: (known[names[column]][1], column), default=-1)


def _called(names: Mapping[int, str], title: str) -> list[int]:
    return [column for column, name in names.items() if name == title]


def _one(names: Mapping[int, str], titles: Sequence[str]) -> int:
    return next((column for title in titles for column in _called(names, title)), -1)
