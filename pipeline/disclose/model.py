"""The shape of the public view: frozen, and with no room for anything that may not be posted. Amounts are in 分.

Where each value comes from, and why it may stand on a page, is said in allowed.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.posting import Posting


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all pages of a month share. fund: its name. extra_basis: a rule of its own that the school names."""

    school: str
    fund: str
    year: int
    month: int
    posting: Posting
    telephone: str = ""
    office: str = ""
    extra_basis: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class GiftLine:
    """One gift, or all pupils' gifts of a class. donor is 爱心人士 where the giver wants no name.

    gifts: how many gifts the line holds; None where it is one gift, or where the number would give pupils away.
    corrects: whether it takes back a gift of an earlier month.
    """

    number: int
    donor: str
    department: str
    channel: str
    amount: int
    gifts: int | None = None
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class GiftGroup:
    """All gifts of one 类别."""

    source: str
    lines: tuple[GiftLine, ...]
    subtotal: int


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Goods given to the fund, or handed out by it. value: 折价 in 分, None where none is given."""

    number: int
    person: str
    group: str
    item: str
    quantity: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """An amount of the month under a word of a register."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class DonationsPage:
    """捐款公示. total: all gifts. other_income: what else came in (work-study, appropriation, interest).

    by_right: the names that stand in it in full, each of a donor who gives by name.
    """

    groups: tuple[GiftGroup, ...]
    total: int
    other_income: tuple[NamedAmount, ...]
    income: int
    goods: tuple[GoodsLine, ...]
    by_right: frozenset[str]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One line of a side of 基金收支公示: month and year to date; total: whether it is a sum or a balance."""

    name: str
    month: int
    year: int
    total: bool = False


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """The month of one restricted purpose ("" is the unrestricted rest). adjusted: its part of 上期调整."""

    purpose: str
    opening: int
    income: int
    spending: int
    closing: int
    adjusted: int = 0


@dataclass(frozen=True, slots=True)
class BankTie:
    """How the closing balance ties to bank and cash box; the four sums of outstanding items."""

    closing: int
    bank_book: int
    cash: int
    statement: int | None
    bank_received: int = 0
    bank_paid: int = 0
    booked_received: int = 0
    booked_paid: int = 0


@dataclass(frozen=True, slots=True)
class ChartMonth:
    """Income, spending and closing balance of a month (2026-10)."""

    month: str
    income: int
    spending: int
    closing: int


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """基金收支公示: two sides of equal sums, restricted purposes, the tie to the bank, twelve months.

    adjusted: the sum of 上期调整, None where nothing of a closed month has changed.
    """

    receipts: tuple[AccountRow, ...]
    payments: tuple[AccountRow, ...]
    balance: AccountRow
    closing: int
    purposes: tuple[PurposeRow, ...]
    tie: BankTie
    months: tuple[ChartMonth, ...]
    adjusted: int | None = None


@dataclass(frozen=True, slots=True)
class AidLine:
    """One payment of aid: a masked person with class or kind, or an organisation by name."""

    number: int
    recipient: str
    group: str
    programme: str
    amount: int
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class AidGroup:
    """All aid of one 项目."""

    programme: str
    lines: tuple[AidLine, ...]
    subtotal: int


@dataclass(frozen=True, slots=True)
class AidCount:
    """How many persons were aided under a 项目 (or with an item), and with how much (None: goods)."""

    name: str
    people: int
    amount: int | None
    quantity: str = ""


@dataclass(frozen=True, slots=True)
class AidPage:
    """资助公示. counts, goods_counts: in place of lines of persons, where the school posts numbers and sums only.

    by_right: the organisations that stand in it by name.
    """

    groups: tuple[AidGroup, ...]
    counts: tuple[AidCount, ...]
    total: int
    fees: int
    goods: tuple[GoodsLine, ...]
    goods_counts: tuple[AidCount, ...]
    counts_only: bool
    by_right: frozenset[str]


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A posted figure of a month that has changed. before, after: 分, None where there was or is none."""

    month: str
    name: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class CorrectionReason:
    """What was changed in the registers: how many rows of a register, in which way, why, and what they add (分)."""

    month: str
    register: str
    change: str
    reason: str
    rows: int
    amount: int


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """更正说明: posted figures that have changed, and why. posting: how long it hangs itself."""

    posting: Posting
    lines: tuple[CorrectionLine, ...]
    reasons: tuple[CorrectionReason, ...]


@dataclass(frozen=True, slots=True)
class PublicView:
    """Everything that the three pages of a month show, and the page that corrects earlier ones, if there is one."""

    sheet: Sheet
    donations: DonationsPage
    accounts: AccountsPage
    aid: AidPage
    correction: CorrectionPage | None = None
