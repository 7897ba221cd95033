"""Writes a tidy school of any size, to measure with: ``python -m tests.tools.bench_school --scale 1 --out DIR``.

Scale 1 is a school after three years: 3,000 donations, 600 lines of the bank, 10,000 contacts, 250 pairings,
200 staff, 400 pupils. Scale 10 has ten times the rows. Headers stand on row 1; every rule of the fund holds.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.tools.school import registers, rows
from tests.tools.school.calendar import ONE_DAY, is_workday, later, month_end, months, workday
from tests.tools.school.ledger import Gift, Ledger, Payment
from tests.tools.school.names import NameBook
from tests.tools.school.people import LEADER_PAIR, MEMBER_PAIR, POOR, TROUBLED, Pairing, Pupil, Roll, Staff, pupil
from tests.tools.school.sheets import Row, Sheet, write_tidy
from tests.tools.school.texts import LIFE, MOOD, STUDY

SCHOOL = "云栖示例学校"
OPENING, FIRST, LAST = date(2023, 9, 30), date(2023, 10, 9), date(2026, 10, 23)
AS_OF = date(2026, 10, 31)
COHORTS = (2021, 2022, 2023, 2024, 2025, 2026)
CONTACT_MONTHS = [m for m in months(FIRST, LAST) if m.month not in {7, 8}]
DEPARTMENTS = ("教务处", "政教处", "总务处", "语文组", "数学组", "英语组", "理化组", "政史地组", "艺体组", "信息组")
FUND = "启明星助学金"
PLAN = ("每周谈心一次，每学期家访一次", "补习薄弱学科", "安心在校，成绩稳步提高")
BATCH, COLLECTION = 25, 15


@dataclass(frozen=True)
class Size:
    """How many of everything."""

    scale: float

    def of(self, count: int) -> int:
        """So many at scale 1, at least one."""
        return max(1, round(count * self.scale))


def build_roll(size: Size, book: NameBook) -> Roll:
    """Staff in service all the time, pupils of six cohorts, one pairing for each poor pupil and each leader."""
    leaders, middle, everybody = size.of(5), size.of(10), size.of(200)
    roll = Roll()
    for index in range(everybody):
        rank = "校级领导" if index < leaders else "中层领导" if index < leaders + middle else "教师"
        department = "校长室" if index < leaders else DEPARTMENTS[index % len(DEPARTMENTS)]
        member = index % 20 < 9
        roll.staff.append(Staff(f"T{index + 1:05d}", book.person(), department, rank, member, date(2015, 8, 20)))
    rng = Random(1)  # noqa: S311 - chance for an example, not for secrets
    paired = size.of(250) - leaders
    for index in range(size.of(400)):
        category = POOR if index < paired else TROUBLED
        cohort = COHORTS[index * len(COHORTS) // paired] if index < paired else COHORTS[3 + index % 3]
        person = pupil(book, book.person(), cohort, index % size.of(2) + 1, index + 1, category, rng)
        leaves = date(cohort + 3, 7, 1)
        roll.pupils.append(replace(person, state="毕业", changed=leaves) if leaves <= AS_OF else person)
    members = cycle(person for person in roll.staff if person.member)
    roll.pairings = [_pair(next(members), person, MEMBER_PAIR) for person in roll.pupils[:paired]]
    guided = roll.pupils[paired : paired + leaders]
    roll.pairings += [_pair(helper, person, LEADER_PAIR) for helper, person in zip(roll.staff, guided, strict=False)]
    return roll


def _pair(helper: Staff, person: Pupil, kind: str) -> Pairing:
    """A pairing from the pupil's first September to the last day at school."""
    begin = workday(date(person.cohort, 9, 10))
    if person.changed:
        return Pairing(helper, person, kind, begin, person.changed - ONE_DAY, person.state, plan=PLAN)
    return Pairing(helper, person, kind, begin, plan=PLAN)


class Money:
    """Books the gifts and disbursements of three years, evenly over all working days."""

    def __init__(self, size: Size, roll: Roll, book: NameBook) -> None:
        """Prepare the working days and the endless row of givers."""
        self.size, self.roll = size, roll
        self.ledger = Ledger("示例农村商业银行", size.of(500_000_00), 200_00)
        days = (FIRST + i * ONE_DAY for i in range((LAST - FIRST).days + 1))
        self.days = [day for day in days if is_workday(day)]
        self.outsiders = cycle([book.person() for _ in range(size.of(120))])
        self.staff = cycle(roll.staff)
        self.pupils = cycle(roll.pupils)
        self.approver = roll.staff[0].name

    def book(self) -> Ledger:
        """Everything, in order."""
        gifts, lines = self.size.of(3000), self.size.of(600)
        deposits, wallets, batches = self.size.of(100), self.size.of(60), self.size.of(12)
        payments, withdrawals, quarters = self.size.of(120), self.size.of(20), len(self._quarters())
        transfers = lines - deposits - wallets - batches - payments - withdrawals - quarters
        in_wallets = gifts - transfers - deposits * COLLECTION - batches * BATCH - quarters
        self._transfers(transfers)
        self._deposits(deposits)
        self._wallets(wallets, in_wallets)
        self._batches(batches)
        self._payments(payments)
        self._cash(withdrawals)
        for number, day in enumerate(self._quarters()):
            self.ledger.interest(day, 31_00 + number * 7)
        self.ledger.close()
        return self.ledger

    def spread(self, count: int) -> Iterator[tuple[int, date]]:
        """So many numbers with their days."""
        return ((number, self.days[number * len(self.days) // count]) for number in range(count))

    def attending(self, day: date) -> Pupil:
        """The next pupil in turn who is at school on this day."""
        return next(person for person in self.pupils if person.attends(day) and person.attends(later(day, 14)))

    def of_staff(self, day: date, cents: int, channel: str) -> Gift:
        """A gift of the next in turn."""
        person = next(self.staff)
        return Gift(day, person.name, person.tier, person.department, cents, channel)

    def _quarters(self) -> list[date]:
        return [month.replace(day=21) for month in months(FIRST, LAST) if month.month % 3 == 0]

    def _transfers(self, count: int) -> None:
        for number, day in self.spread(count):
            purpose = FUND if number % 10 == 0 else ""
            gift = Gift(day, next(self.outsiders), "社会人士", "", 200_00 + number % 997 * 11, "银行转账", purpose)
            self.ledger.transfer(gift, later(day, number % 4), text="转账存入", ref=True)

    def _deposits(self, count: int) -> None:
        for number, day in self.spread(count):
            gifts = [self.of_staff(day, 10_00 + (number + i) % 40 * 50, "现金") for i in range(COLLECTION // 3)]
            for index in range(COLLECTION - len(gifts)):
                person = self.attending(day)
                cents = 2_00 + (number + index) % 30 * 50
                gifts.append(Gift(day, person.name, "学生", person.class_on(day), cents, "现金"))
            self.ledger.collection(f"JC{number + 1:06d}", gifts, day, later(day, number % 3))

    def _wallets(self, count: int, gifts: int) -> None:
        for number, day in self.spread(count):
            size = gifts // count + (number < gifts % count)
            channel = "支付宝" if number % 4 == 0 else "微信"
            group = [self.of_staff(day, 5_00 + (number * 7 + i) % 90 * 50 + number, channel) for i in range(size)]
            self.ledger.wallet(group, day + (1 + number % 3) * ONE_DAY)

    def _batches(self, count: int) -> None:
        for number, day in self.spread(count):
            cents = 10_00 + number
            group = [self.of_staff(day, cents + (number + i) % 30 * 10, "银行转账") for i in range(BATCH)]
            self.ledger.batch(group, day + 2 * ONE_DAY)

    def _payments(self, count: int) -> None:
        for number, day in self.spread(count):
            person, fund = self.attending(day), FUND if number % 20 == 0 else ""
            cents = 300_00 + number % 991 * 13
            payment = Payment(day, person.name, "学生", "生活补助", cents, "银行转账", fund)
            self.ledger.pay(self._approved(payment, person), later(day, number % 4), text="转账支出", ref=True)

    def _cash(self, count: int) -> None:
        for number, day in self.spread(count):
            person, cents = self.attending(day), 150_00 + number % 300 * 50
            self.ledger.withdraw(f"TQ{number + 1:06d}", day, cents)
            payment = Payment(day, person.name, "学生", "学习用品", cents, "现金")
            self.ledger.payments.append(self._approved(payment, person))

    def _approved(self, payment: Payment, person: Pupil) -> Payment:
        """The payment approved the day before and signed for by the guardian three days after."""
        day = payment.day
        signed = day + 3 * ONE_DAY
        return replace(payment, approver=self.approver, approved=day - ONE_DAY, signer=person.guardian, signed=signed)


def contact_rows(roll: Roll, count: int) -> Iterator[Row]:
    """So many talks, spread over all months in which each pairing is in force."""
    slots = [(pairing, month) for month in CONTACT_MONTHS for pairing in roll.pairings if _runs(pairing, month)]
    for number in range(count):
        pairing, month = slots[number * len(slots) // count]
        day = min(max(month, pairing.begin) + number % 20 * ONE_DAY, month_end(month))
        place = f"（第{number + 1}次）"
        parts = (words[number % len(words)].format(**FILL) + place for words in (MOOD, STUDY, LIFE))
        names = (pairing.helper.name, pairing.pupil.name, pairing.pupil.class_on(day))
        yield (day, *names, "谈心", *parts, "")


FILL = {"subject": "数学", "score": 80, "gain": 5, "count": 3}


def _runs(pairing: Pairing, month: date) -> bool:
    """True if the pairing is in force from the month's start or begins in it."""
    return pairing.begin <= month_end(month) and (pairing.end is None or month_end(month) <= pairing.end)


def write_bench(folder: Path, scale: float) -> None:
    """Write the four workbooks of a school of this size."""
    size, book = Size(scale), NameBook(Random(7))  # noqa: S311 - chance for an example, not for secrets
    roll = build_roll(size, book)
    ledger = Money(size, roll, book).book()
    handler, contacts = roll.staff[-1].name, tuple(contact_rows(roll, size.of(10_000)))
    folder.mkdir(parents=True, exist_ok=True)
    write_tidy(folder / "捐款登记.xlsx", SCHOOL, _money_book(ledger, handler))
    write_tidy(folder / "学生帮扶.xlsx", SCHOOL, _people_book(roll))
    write_tidy(folder / "走访记录.xlsx", SCHOOL, [Sheet("联系", "", registers.CONTACTS, contacts)])
    write_tidy(folder / "设置.xlsx", SCHOOL, _settings_book(roll, ledger, size))


def _money_book(ledger: Ledger, handler: str) -> list[Sheet]:
    """捐款登记.xlsx."""
    return [
        Sheet("捐款", "", registers.GIFTS, rows.gift_rows(ledger, handler)),
        Sheet("支出", "", registers.PAYMENTS, rows.payment_rows(ledger, handler)),
        Sheet("银行流水", "", registers.STATEMENT, rows.statement_rows(ledger)),
        Sheet("现金存取", "", registers.MOVES, rows.move_rows(ledger, handler)),
    ]


def _people_book(roll: Roll) -> list[Sheet]:
    """学生帮扶.xlsx."""
    return [
        Sheet("教职工", "", registers.STAFF, rows.staff_rows(roll)),
        Sheet("学生", "", registers.PUPILS, rows.pupil_rows(roll, AS_OF, {}, {})),
        Sheet("结对", "", registers.PAIRINGS, rows.pairing_rows(roll, AS_OF)),
    ]


def _settings_book(roll: Roll, ledger: Ledger, size: Size) -> list[Sheet]:
    """设置.xlsx."""
    facts = (*rows.settings_rows(SCHOOL, OPENING, ledger), (f"期初限定·{FUND}", size.of(100_000)))
    leaders = islice((person for person in roll.staff if person.rank == "校级领导"), 3)
    group = tuple(("领导小组", person.name, "成员") for person in leaders)
    return [
        Sheet("基本信息", "", registers.SETTINGS, facts),
        Sheet("倡议标准", "", registers.RATES, rows.rate_rows(range(2023, 2027))),
        Sheet("管理小组", "", registers.GROUP, group),
    ]


def main() -> None:
    """Write a school of the wanted size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    write_bench(arguments.out, arguments.scale)


if __name__ == "__main__":
    main()
