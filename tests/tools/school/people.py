"""The people of the invented school and who helps whom."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from tests.tools.school.calendar import ONE_DAY, class_name
from tests.tools.school.names import NameBook

LEADER, MIDDLE, TEACHER = "校级领导", "中层领导", "教师"
MEMBER_PAIR, LEADER_PAIR = "党员帮扶", "领导包扶"
POOR, TROUBLED, BOTH = "贫困生", "问题生", "贫困生+问题生"
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Staff:
    """One row of 教职工; ``left`` is the last day of service."""

    number: str
    name: str
    department: str
    rank: str
    member: bool
    joined: date
    state: str = "在职"
    left: date | None = None

    @property
    def tier(self) -> str:
        """The highest pledge tier that applies."""
        return "党员" if self.member and self.rank == TEACHER else self.rank

    def serves(self, day: date) -> bool:
        """True if the person is in service on this day."""
        return self.joined <= day and (self.left is None or day <= self.left)


@dataclass(frozen=True)
class Pupil:
    """One row of 学生; ``changed`` is the first day of the new state."""

    number: str
    name: str
    cohort: int
    group: int
    category: str
    guardian: str
    phone: str
    identity: str
    address: str
    level: str = ""
    state: str = "在读"
    changed: date | None = None

    def class_on(self, day: date) -> str:
        """The pupil's class on this day."""
        return class_name(self.cohort, self.group, day)

    def attends(self, day: date) -> bool:
        """True if the pupil is at this school on this day."""
        return day >= date(self.cohort, 9, 1) and (self.changed is None or day < self.changed)


@dataclass(frozen=True)
class Pairing:
    """One row of 结对; ``end`` is the last day in force."""

    helper: Staff
    pupil: Pupil
    kind: str
    begin: date
    end: date | None = None
    reason: str = ""
    chosen: str = "组织指定"
    plan: tuple[str, str, str] = ("", "", "")

    def open_on(self, day: date) -> bool:
        """True if the pairing is in force on this day."""
        return self.begin <= day and (self.end is None or day <= self.end)


@dataclass
class Roll:
    """Everybody of the school."""

    staff: list[Staff] = field(default_factory=list)
    pupils: list[Pupil] = field(default_factory=list)
    pairings: list[Pairing] = field(default_factory=list)


def identity_number(born: date, sequence: int) -> str:
    """An ID number of an invented region with a right check digit (GB 11643)."""
    body = f"330190{born:%Y%m%d}{sequence:03d}"
    check = sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[check]


MEASURES = (
    "每周谈心一次，每学期家访一次",
    "每两周与班主任沟通一次，每月谈心一次",
    "课后辅导薄弱学科，假期电话联系",
    "节日走访家庭，协助申报资助",
    "每月检查作业一次，每学期家访两次",
)
TASKS = ("补习薄弱学科", "养成按时作息习惯", "帮助融入班集体", "落实资助政策", "提高课堂专注力", "巩固英语与数学基础")
GOALS = (
    "安心在校，成绩稳步提高",
    "按时完成作业，期末进步十名以上",
    "开朗自信，乐于参加集体活动",
    "不因经济困难辍学，品德评定为优",
    "掌握学习方法，顺利升学",
)


def plan(rng: Random) -> tuple[str, str, str]:
    """Measures, focus task and goal of one pairing."""
    return rng.choice(MEASURES), rng.choice(TASKS), rng.choice(GOALS)


def least_loaded(helpers: list[Staff], pairings: list[Pairing], day: date) -> Staff:
    """The helper with the fewest pairings open on this day; the first of equals."""
    load = {helper.number: 0 for helper in helpers}
    for pairing in pairings:
        if pairing.helper.number in load and pairing.open_on(day):
            load[pairing.helper.number] += 1
    return min(helpers, key=lambda helper: load[helper.number])


def assign(roll: Roll, day: date, pupils: list[Pupil], kind: str, rng: Random) -> None:
    """Begin a pairing on this day for each pupil with whoever has the fewest."""
    for pupil in pupils:
        able = [p for p in roll.staff if p.serves(day) and (p.member if kind == MEMBER_PAIR else p.rank == LEADER)]
        helper = least_loaded(able, [p for p in roll.pairings if p.kind == kind], day)
        chosen = "自我申报" if rng.random() < 0.3 else "组织指定"
        roll.pairings.append(Pairing(helper, pupil, kind, day, chosen=chosen, plan=plan(rng)))


def hand_over(roll: Roll, helper: Staff, rng: Random) -> None:
    """End the pairings of somebody who leaves and begin one with another helper on the next day."""
    assert helper.left
    for index, pairing in enumerate(roll.pairings):
        if pairing.helper == helper and pairing.open_on(helper.left) and pairing.pupil.attends(helper.left + ONE_DAY):
            roll.pairings[index] = replace(pairing, end=helper.left, reason=helper.state)
            assign(roll, helper.left + ONE_DAY, [pairing.pupil], pairing.kind, rng)


def end_for_leavers(roll: Roll) -> None:
    """End the open pairings of pupils who left, on their last day at school."""
    for index, pairing in enumerate(roll.pairings):
        pupil = pairing.pupil
        if pupil.changed and pairing.open_on(pupil.changed - ONE_DAY):
            roll.pairings[index] = replace(pairing, end=pupil.changed - ONE_DAY, reason=pupil.state)


def pupil(  # noqa: PLR0913, PLR0917 - a pupil has that many facts
    book: NameBook, name: str, cohort: int, group: int, sequence: int, category: str, rng: Random
) -> Pupil:
    """One pupil with invented papers."""
    born = date(cohort - 13, 9, 1) + rng.randrange(365) * ONE_DAY
    return Pupil(
        number=f"S{cohort}{sequence:04d}",
        name=name,
        cohort=cohort,
        group=group,
        category=category,
        guardian=book.relative(name),
        phone=f"199{sequence:08d}",
        identity=identity_number(born, sequence % 1000),
        address=f"澜谷区云栖街道示例路{sequence}号",
        level="" if category == TROUBLED else rng.choice(("特别困难", "困难", "困难", "一般困难")),
    )
