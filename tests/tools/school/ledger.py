"""The money of the invented school: gifts, disbursements, cash moves and what the bank shows of them.

All amounts are whole cents (分). Every happening is told once; receipts, vouchers, the statement's order and its
balances follow from that when the ledger is closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

Day = date


@dataclass
class Gift:
    """One row of 捐款."""

    day: Day
    donor: str
    category: str
    department: str
    cents: int
    channel: str
    purpose: str = ""
    campaign: str = ""
    public: str = ""
    deposit: str = ""
    note: str = ""
    number: str = ""

    @property
    def void(self) -> bool:
        """True if the receipt was spoilt and stands for nothing."""
        return "作废" in self.note


@dataclass
class Payment:
    """One row of 支出."""

    day: Day
    recipient: str
    kind: str
    programme: str
    cents: int
    channel: str
    fund: str = ""
    approver: str = ""
    approved: Day | None = None
    signer: str = ""
    signed: Day | None = None
    note: str = ""
    number: str = ""


Visits = list[tuple[Payment, str]]  # payments made at visits, each with the name of the occasion


@dataclass(frozen=True)
class Move:
    """One row of 现金存取."""

    day: Day
    kind: str
    number: str
    cents: int


@dataclass
class Line:
    """One line of the statement; ``cents`` below zero is money out; ``refs`` are the rows named in its text."""

    day: Day
    text: str
    cents: int
    party: str = ""
    refs: tuple[Gift | Payment, ...] = ()
    number: str = ""
    balance: int = 0


@dataclass
class Ledger:
    """All money of the school from the opening day on."""

    bank_name: str
    opening_bank: int
    opening_cash: int
    gifts: list[Gift] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def transfer(self, gift: Gift, at_bank: Day, *, text: str = "捐款", named: bool = True, ref: bool = False) -> None:
        """A gift by bank transfer and its line, with the giver's name and, if wanted, the receipt number."""
        self.gifts.append(gift)
        party = gift.donor if named else ""
        self.lines.append(Line(at_bank, text, gift.cents, party, (gift,) if ref else ()))

    def batch(self, gifts: list[Gift], at_bank: Day, text: str = "批量代收") -> None:
        """Gifts of one day that the bank collected in one line."""
        self.gifts += gifts
        self.lines.append(Line(at_bank, text, total(gifts)))

    def wallet(self, gifts: list[Gift], settled: Day, rate: int = 60) -> None:
        """Gifts of one day over WeChat or Alipay, settled net of a fee of ``rate`` ten-thousandths."""
        self.gifts += gifts
        channel = gifts[0].channel
        party = {"微信": "微信支付", "支付宝": "支付宝"}[channel]
        fee = (total(gifts) * rate + 5000) // 10000
        self.payments.append(Payment(settled, party, "其他", "手续费", fee, channel))
        self.lines.append(Line(settled, "商户结算款", total(gifts) - fee, party))

    def collection(self, code: str, gifts: list[Gift], deposited: Day, at_bank: Day, *, ref: bool = True) -> None:
        """Cash gifts paid in together under one deposit number."""
        for gift in gifts:
            gift.deposit = code
        self.gifts += gifts
        self.moves.append(Move(deposited, "缴存", code, total(gifts)))
        self.lines.append(Line(at_bank, f"现金存入 {code}" if ref else "现金存入", total(gifts)))

    def withdraw(self, code: str, day: Day, cents: int) -> None:
        """Cash fetched from the bank, seen there on the same day."""
        self.moves.append(Move(day, "提取", code, cents))
        self.lines.append(Line(day, f"现金支取 {code}", -cents))

    def interest(self, day: Day, cents: int) -> None:
        """The bank's interest, booked as a gift of the bank."""
        self.transfer(Gift(day, self.bank_name, "利息", "", cents, "银行转账"), day, text="结息", named=False)

    def bank_fee(self, day: Day, cents: int, text: str) -> None:
        """A fee of the bank, booked on the day it was taken."""
        self.payments.append(Payment(day, self.bank_name, "其他", "手续费", cents, "银行转账"))
        self.lines.append(Line(day, text, -cents))

    def pay(self, payment: Payment, at_bank: Day, *, text: str = "转账支出", ref: bool = False) -> None:
        """One disbursement by bank transfer; the line carries the voucher number or the recipient's name."""
        self.payments.append(payment)
        party = "" if ref else payment.recipient
        self.lines.append(Line(at_bank, text, -payment.cents, party, (payment,) if ref else ()))

    def pay_batch(self, payments: list[Payment], at_bank: Day, text: str = "批量代发") -> None:
        """Disbursements of one day that the bank paid in one line."""
        self.payments += payments
        self.lines.append(Line(at_bank, text, -total(payments)))

    def close(self) -> None:
        """Put all rows in order of date and number receipts, vouchers and lines; names in texts become numbers."""
        self.gifts.sort(key=_day)
        self.payments.sort(key=_day)
        self.moves.sort(key=_day)
        self.lines.sort(key=_day)
        year, count = 0, 0
        for gift in self.gifts:
            year, count = gift.day.year, count + 1 if gift.day.year == year else 1
            gift.number = f"{year}{count:05d}"
        for index, payment in enumerate(self.payments, 1):
            payment.number = f"ZC{index:05d}"
        balance = self.opening_bank
        for index, line in enumerate(self.lines, 1):
            balance += line.cents
            line.balance, line.number = balance, f"LS{line.day:%Y%m}{index:05d}"
            line.text += "".join(f" {row.number}" for row in line.refs)

    def cash_on(self, day: Day) -> int:
        """The cash book's balance at the end of a day, in cents."""
        gifts = sum(g.cents for g in self.gifts if g.channel == "现金" and g.day <= day and not g.void)
        paid = sum(p.cents for p in self.payments if p.channel == "现金" and p.day <= day)
        moved = sum(m.cents if m.kind == "提取" else -m.cents for m in self.moves if m.day <= day)
        return self.opening_cash + gifts - paid + moved


def _day(row: Gift | Payment | Move | Line) -> Day:
    """The day that puts a row in order."""
    return row.day


def total(rows: Iterable[Gift] | Iterable[Payment]) -> int:
    """The sum of the rows' amounts in cents."""
    return sum(row.cents for row in rows)
