"""Turns people and money into the rows of the registers; shared by the shipped and the large school."""

from datetime import date

from tests.tools.school.ledger import Gift, Ledger, Line, Payment
from tests.tools.school.people import Pairing, Pupil, Roll, Staff
from tests.tools.school.sheets import Row

Rows = tuple[Row, ...]


def gift_rows(ledger: Ledger, handler: str) -> Rows:
    """The rows of 捐款; a voided one has no amount."""
    return tuple(_gift(gift, handler) for gift in ledger.gifts)


def _gift(g: Gift, handler: str) -> Row:
    cents = None if g.void else g.cents
    return (
        g.day,
        g.number,
        g.donor,
        g.category,
        g.department,
        cents,
        g.channel,
        g.purpose,
        g.campaign,
        g.public,
        g.deposit,
        handler,
        g.note,
    )


def payment_rows(ledger: Ledger, handler: str) -> Rows:
    """The rows of 支出."""
    return tuple(_payment(payment, handler) for payment in ledger.payments)


def _payment(p: Payment, handler: str) -> Row:
    return (
        p.day,
        p.number,
        p.recipient,
        p.kind,
        p.programme,
        p.cents,
        p.channel,
        p.fund,
        handler,
        p.approver,
        p.approved,
        p.signer,
        p.signed,
        p.note,
    )


def statement_rows(ledger: Ledger) -> Rows:
    """The rows of 银行流水."""
    return tuple(_line(line) for line in ledger.lines)


def _line(b: Line) -> Row:
    money_in, money_out = (b.cents, None) if b.cents > 0 else (None, -b.cents)
    return (b.day, b.text, money_in, money_out, b.balance, b.party, b.number)


def move_rows(ledger: Ledger, handler: str) -> Rows:
    """The rows of 现金存取."""
    return tuple((move.day, move.kind, move.number, move.cents, handler) for move in ledger.moves)


def staff_rows(roll: Roll) -> Rows:
    """The rows of 教职工."""
    return tuple(_staff(number, person) for number, person in enumerate(roll.staff, 1))


def _staff(number: int, p: Staff) -> Row:
    return (number, p.number, p.name, p.department, p.rank, "是" if p.member else "否", p.state, p.joined, p.left)


def pupil_rows(roll: Roll, day: date, heads: dict[tuple[int, int], str], found: dict[str, date | None]) -> Rows:
    """The rows of 学生 with the class as of ``day``; ``found`` gives by number when somebody was found in need."""
    return tuple(_pupil(number, p, day, heads, found) for number, p in enumerate(roll.pupils, 1))


def _pupil(number: int, p: Pupil, day: date, heads: dict[tuple[int, int], str], found: dict[str, date | None]) -> Row:
    policy = "两免一补" if p.level else ""
    return (
        number,
        p.number,
        p.name,
        p.class_on(day),
        p.category,
        p.level,
        found.get(p.number),
        p.state,
        p.changed,
        p.guardian,
        p.phone,
        p.identity,
        p.address,
        heads.get((p.cohort, p.group), ""),
        policy,
    )


def pairing_rows(roll: Roll, day: date) -> Rows:
    """The rows of 结对 with the class as of ``day``."""
    return tuple(_pairing(number, pairing, day) for number, pairing in enumerate(roll.pairings, 1))


def _pairing(number: int, p: Pairing, day: date) -> Row:
    return (
        number,
        p.helper.name,
        p.pupil.name,
        p.pupil.class_on(day),
        p.kind,
        p.chosen,
        p.begin,
        p.end,
        p.reason,
        *p.plan,
    )


def settings_rows(school: str, opening: date, ledger: Ledger) -> Rows:
    """The rows of 基本信息 that every invented school has; money in yuan, as a cell shows it."""
    return (
        ("学校名称", school),
        ("基金名称", f"{school}爱心扶贫基金"),
        ("开户行", f"{ledger.bank_name}澜谷支行"),
        ("账号", "0000 1234 0000 5678"),
        ("期初日期", opening),
        ("期初银行余额", ledger.opening_bank / 100),
        ("期初现金余额", ledger.opening_cash / 100),
        ("监督电话", "0571-00001234"),
        ("受理部门", "学校党政办公室"),
        ("公示工作日", 5),
        ("联系起始宽限日", 15),
        ("免检月份", "7、8"),
        ("领导包扶每月联系", "否"),
        ("签收期限天数", 10),
        ("上报期限天数", 7),
        ("库存现金限额", 1000),
        ("受助人姓名公示", "脱敏"),
    )


RATES = (("校级领导", 40, 120_00), ("中层领导", 30, 90_00), ("党员", 20, 60_00), ("教师", 10, 40_00))


def rate_rows(years: range) -> Rows:
    """The rows of 倡议标准 for some years."""
    return tuple((year, *rate) for year in years for rate in RATES)
