"""What the school's settings say about its bank account."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.dates import parse_date
from pipeline.money import parse_amount
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.tables import Table

_SHORTEST = 6  # digits of an account
_LONG = 10  # digits that tell an account without its prefix
_LABEL = re.compile(r"(?<!对方)(?:账号|卡号|账户|账户号码?)\|?[:|]?([\d*][\d*-]{5,})")
_HIDDEN = re.compile(r"[*xX]+")


@dataclass(frozen=True)
class Anchor:
    """The account of the school ("" where not set) and its balance at the end of a day.

    opening: day number of 期初日期 and the bank's balance then in 分, None where not set.
    """

    account: str = ""
    opening: tuple[int, int] | None = None


def anchor_of(settings: Table) -> Anchor:
    """The anchor that the sheet 基本信息 gives; what cannot be read there is reported by others."""
    items = dict(zip(map(fold, settings.frame["item"]), settings.frame["content"], strict=True))
    day = parse_date(items.get("期初日期", ""))
    balance = parse_amount(items.get("期初对账单余额", "") or items.get("期初银行余额", ""))
    told = isinstance(day, dt.date) and isinstance(balance, int)
    return Anchor(
        account_digits(items.get("账号", "")),
        (day.toordinal(), balance) if told else None,  # type: ignore[union-attr,arg-type]
    )


def account_digits(text: str) -> str:
    """The digits of an account, with * for those that an export hides; "" where it is no account."""
    plain = _HIDDEN.sub("*", fold(text).replace("-", ""))
    return plain if re.fullmatch(rf"[\d*]{{{_SHORTEST},}}", plain) else ""


def account_above(text: str) -> str:
    """The account that the lines above an export state, "" where they state none."""
    found = _LABEL.search(text)
    return account_digits(found[1]) if found else ""


def same_account(one: str, other: str) -> bool:
    """Whether two accounts may be the same; hidden digits fit any, and one may lack a prefix of the bank's."""
    if min(len(one), len(other)) >= _LONG and (one.endswith(other) or other.endswith(one)):
        return True
    first, second = (re.escape(each).replace(r"\*", r"\d*") for each in (one, other))
    return bool(re.fullmatch(first, other) or re.fullmatch(second, one))
