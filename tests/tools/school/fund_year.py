"""Thirteen months of the shipped school's fund, told happening by happening.

Single bank transfers have amounts of their own, or name their receipt or voucher, so that each line of the
statement can be told from its neighbours; what staff give in equal amounts comes in batches.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.tools.school.calendar import earlier, later, workday
from tests.tools.school.ledger import Gift, Ledger, Payment
from tests.tools.school.names import NameBook
from tests.tools.school.people import BOTH, POOR, Pupil, Roll, Staff

BANK = "示例农村商业银行"
OPENING_BANK, OPENING_CASH, OPENING_STAR = 22_620_45, 286_50, 6_500_00
STAR = "启明星助学金"
CAMPAIGN = "大境挚爱"
STAR_FIRM = "启明星示例科技有限公司"
TRANSFER, CASH, WECHAT, ALIPAY = "银行转账", "现金", "微信", "支付宝"
INSTALMENTS = {
    "校级领导": (40_00, 40_00, 40_00),
    "中层领导": (30_00, 30_00, 30_00),
    "党员": (20_00, 20_00, 20_00),
    "教师": (15_00, 15_00, 10_00),
}
AUTUMN_GIFT = {"校级领导": 50_00, "中层领导": 40_00, "党员": 30_00, "教师": 20_00}
CLASS_GIVERS = {  # givers of each class at the five collections; the last has one class with fewer than three
    "七年级(1)班": (4, 5, 4, 6, 4),
    "七年级(2)班": (5, 4, 4, 5, 3),
    "八年级(1)班": (4, 4, 5, 4, 5),
    "八年级(2)班": (3, 4, 4, 3, 2),
    "九年级(1)班": (4, 3, 4, 4, 3),
    "九年级(2)班": (3, 4, 3, 4, 3),
}
SMALL_GIFTS = (2_00, 3_00, 5_00, 5_00, 5_50, 8_00, 10_00, 10_00, 12_00, 15_00, 20_00)


@dataclass
class Year:
    """What the chapters of the year share."""

    roll: Roll
    ledger: Ledger
    rng: Random
    book: NameBook

    def __post_init__(self) -> None:
        """Settle who approves, and who gives from outside."""
        leaders = [person for person in self.roll.staff if person.rank == "校级领导"]
        self.approvers = (leaders[0].name, leaders[1].name)
        self.alumni = [self.book.person() for _ in range(36)]
        self.classmates = {
            (c, n): [self.book.person() for _ in range(14)] for c in (2023, 2024, 2025, 2026) for n in (1, 2)
        }
        self.turn: dict[str, int] = {}

    def next_of(self, key: str, items: list[str]) -> str:
        """The items one after the other, for each key anew."""
        self.turn[key] = self.turn.get(key, -1) + 1
        return items[self.turn[key] % len(items)]

    def serving(self, day: date) -> list[Staff]:
        """Staff in service on this day."""
        return [person for person in self.roll.staff if person.serves(day)]

    def aided(self, day: date, count: int, skip: int = 0) -> list[Pupil]:
        """Poor pupils at school on this day, the next ones in turn."""
        pupils = [
            p for p in self.roll.pupils if p.category in {POOR, BOTH} and p.attends(day) and p.attends(later(day, 20))
        ]
        return [pupils[(skip + i) % len(pupils)] for i in range(count)]

    def outside(self, day: date, cents: int, channel: str = TRANSFER, **more: str) -> Gift:
        """A gift of an alumnus or another person from outside."""
        return Gift(day, self.next_of("alumni", self.alumni), "社会人士", "", cents, channel, **more)

    def of_staff(self, person: Staff, day: date, cents: int, channel: str, **more: str) -> Gift:
        """A gift of somebody on the staff."""
        return Gift(day, person.name, person.tier, person.department, cents, channel, **more)

    def aid(  # noqa: PLR0913, PLR0917 - a payment has that many facts
        self, pupil: Pupil, day: date, programme: str, cents: int, channel: str = TRANSFER, fund: str = ""
    ) -> Payment:
        """Aid to a pupil, approved some days before, signed for by the guardian soon after."""
        signed = min(later(day, self.rng.randrange(1, 6)), date(2026, 11, 3))
        return self.approve(
            Payment(day, pupil.name, "学生", programme, cents, channel, fund, signer=pupil.guardian, signed=signed)
        )

    def approve(self, payment: Payment) -> Payment:
        """The payment with an approval by one of two leaders, one to four days before."""
        approver = self.approvers[0] if self.rng.random() < 0.8 else self.approvers[1]
        return replace(payment, approver=approver, approved=earlier(payment.day, self.rng.randrange(1, 5)))

    def firm(self, day: date, name: str, cents: int, lag: int = 1, *, ref: bool = False, **more: str) -> None:
        """A firm's gift by transfer."""
        text = "往来款" if not ref else "捐赠款"
        self.ledger.transfer(
            Gift(day, name, "企事业单位", "", cents, TRANSFER, **more), later(day, lag), text=text, ref=ref
        )

    def alumnus(self, day: date, cents: int, lag: int = 0, *, ref: bool = False, **more: str) -> None:
        """The gift of a person from outside by transfer."""
        self.ledger.transfer(self.outside(day, cents, **more), later(day, lag), text="转账存入", named=not ref, ref=ref)

    def collect_classes(self, code: str, index: int, day: date, lag: int, extra: Iterable[Gift] = ()) -> None:
        """A collection among the pupils, class by class over two days, paid in soon after."""
        gifts = []
        for number, (name, counts) in enumerate(CLASS_GIVERS.items()):
            cohort = day.year - (0 if day.month >= 9 else 1) - number // 2
            when = workday(day) if number < 3 else later(day, 1)
            for _ in range(counts[index]):
                giver = self.next_of(f"{cohort}-{number % 2}", self.classmates[cohort, number % 2 + 1])
                gifts.append(Gift(when, giver, "学生", name, self.rng.choice(SMALL_GIFTS), CASH))
        deposited = later(day, 2)
        self.ledger.collection(code, gifts + list(extra), deposited, later(deposited, lag), ref=lag == 0)

    def instalment(
        self, day: date, part: int, cents: Mapping[str, tuple[int, ...]], people: list[Staff], lag: int
    ) -> None:
        """Gifts that staff have the bank collect on one day."""
        self.ledger.batch([self.of_staff(p, day, cents[p.tier][part], TRANSFER) for p in people], later(day, lag))

    def cash_aid(self, code: str, fetched: date, payments: list[Payment]) -> None:
        """Cash payments with the withdrawal that pays for them."""
        self.ledger.withdraw(code, fetched, sum(p.cents for p in payments))
        self.ledger.payments += payments

    def for_staff(self, person: Staff, day: date, programme: str, cents: int, channel: str = TRANSFER) -> Payment:
        """Help for somebody on the staff, in service or retired, signed for by the person."""
        kind = "在职教师" if person.serves(day) else "退休教职工"
        signed = later(day, 2)
        return self.approve(
            Payment(day, person.name, kind, programme, cents, channel, signer=person.name, signed=signed)
        )

    def others(  # noqa: PLR0913, PLR0917 - a payment has that many facts
        self, day: date, name: str, kind: str, programme: str, cents: int, channel: str = TRANSFER
    ) -> Payment:
        """Help for a community, a school or a disaster area."""
        return self.approve(Payment(day, name, kind, programme, cents, channel, signer=name, signed=later(day, 3)))

    def payers(self) -> tuple[list[Staff], list[Staff]]:
        """Staff who have their pledge of 2026 collected in three parts, and the others who pay as they like."""
        stayers = [p for p in self.roll.staff if p.state == "在职" and p.joined.year < 2026]
        payers = stayers[1:24] + [p for p in self.roll.staff if p.state == "调离"]
        return payers, [p for p in stayers if p not in payers]

    def grave(self) -> Staff:
        """The teacher in grave hardship: the last of the staff."""
        return self.roll.staff[-1]

    def retired(self) -> list[Staff]:
        """Everybody who retires sooner or later, the earlier first."""
        return [p for p in self.roll.staff if p.state == "退休"]
