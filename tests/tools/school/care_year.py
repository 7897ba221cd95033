"""Talks, surveys, progress, goods and hardship of the shipped school."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.tools.school.calendar import (
    GRADES,
    ONE_DAY,
    class_name,
    is_workday,
    later,
    month_end,
    months,
    school_year,
    workday,
)
from tests.tools.school.people import BOTH, MEMBER_PAIR, POOR, TROUBLED, Pairing, Pupil, Roll, Staff
from tests.tools.school.sheets import Row
from tests.tools.school.texts import Notebook

FIRST_MONTH, LAST_MONTH = date(2025, 10, 1), date(2026, 10, 1)
FREE_MONTHS = (7, 8)
MISSING = 2  # pairings nobody wrote about in the last month
WAYS = ("谈心",) * 6 + ("家访", "电话", "电话", "微信", "其他")
TERMS = ("2025-2026学年第一学期", "2025-2026学年第二学期", "2026-2027学年第一学期")
SURVEYED = (date(2025, 9, 8), date(2026, 3, 2), date(2026, 9, 7))
TERM_ENDS = (date(2026, 1, 30), date(2026, 6, 30))


@dataclass(frozen=True)
class Contact:
    """One row of 联系; several helpers or pupils stand in one cell."""

    day: date
    helper: str
    pupil: Pupil
    names: str
    way: str
    note: tuple[str, str, str]
    solved: str = ""


def contacts(roll: Roll, rng: Random) -> list[Contact]:
    """At least one full note for each pairing and month, except the planned ones, and many second ones."""
    book = Notebook(rng)
    skipped = _skipped(roll)
    rows: list[Contact] = []
    for month in months(FIRST_MONTH, LAST_MONTH):
        for pairing in roll.pairings:
            if month == LAST_MONTH and pairing in skipped:
                continue
            rows += _month_of(pairing, month, book, rng)
    rows += _together(roll, book)
    rows += [
        _contact(p, day, book, rng)
        for p, day in zip(
            skipped + roll.pairings[30:31], (date(2026, 11, 2),) * MISSING + (date(2026, 11, 3),), strict=True
        )
    ]
    return sorted(rows, key=lambda row: row.day)


def _skipped(roll: Roll) -> list[Pairing]:
    """The pairings of party members without a contact in the last month."""
    members = [
        p
        for p in roll.pairings
        if p.kind == MEMBER_PAIR and p.open_on(date(2026, 10, 31)) and p.plan[0] and p.pupil.category == POOR
    ]
    return [members[7], members[-4]]


def _month_of(pairing: Pairing, month: date, book: Notebook, rng: Random) -> list[Contact]:
    """The talks of one pairing in one month."""
    first, last = max(month, pairing.begin), min(month_end(month), pairing.end or date.max)
    days = [d for d in (first + i * ONE_DAY for i in range((last - first).days + 1)) if is_workday(d)]
    if not days or (month.month in FREE_MONTHS and rng.random() < 0.8):
        return []
    count = 1 if month.month in FREE_MONTHS or len(days) < 8 or rng.random() < 0.2 else 2
    return [
        _contact(pairing, day, book, rng, full=index == 0) for index, day in enumerate(sorted(rng.sample(days, count)))
    ]


def _contact(pairing: Pairing, day: date, book: Notebook, rng: Random, *, full: bool = True) -> Contact:
    """One talk; a second one of the month may leave parts out."""
    thoughts, study, life = book.note(day.month)
    if not full and rng.random() < 0.3:
        study = ""
    way = rng.choice(("家访", "电话", "微信")) if day.month in FREE_MONTHS else rng.choice(WAYS)
    solved = book.solved(day.month) if rng.random() < 0.15 else ""
    return Contact(day, pairing.helper.name, pairing.pupil, pairing.pupil.name, way, (thoughts, study, life), solved)


def _together(roll: Roll, book: Notebook) -> list[Contact]:
    """Talks that two helpers of one pupil held together, and talks of one helper with two pupils of a class."""
    rows = []
    for day in (date(2025, 12, 17), date(2026, 4, 15), date(2026, 10, 21)):
        in_force = [p for p in roll.pairings if p.open_on(day)]
        for pupil in [p for p in roll.pupils if p.category == BOTH and p.attends(day)][:2]:
            helpers = "、".join(p.helper.name for p in in_force if p.pupil == pupil)
            rows.append(Contact(day, helpers, pupil, pupil.name, "谈心", book.note(day.month)))
        others = [p for p in in_force if p not in _skipped(roll)]
        one, two = next((a, b) for a in others for b in others if _same_class(a, b))
        names = f"{one.pupil.name}、{two.pupil.name}"
        rows.append(Contact(day, one.helper.name, one.pupil, names, "家访", book.note(day.month)))
    return rows


def _same_class(one: Pairing, two: Pairing) -> bool:
    """True if one helper looks after two pupils of one class."""
    classes = [(p.pupil.cohort, p.pupil.group) for p in (one, two)]
    return one.helper == two.helper and one.pupil.number < two.pupil.number and classes[0] == classes[1]


def class_heads(roll: Roll) -> dict[tuple[int, int], str]:
    """The class teacher of each class of each cohort: teachers who stay all the time, in turn."""
    teachers = [p.name for p in roll.staff if p.rank == "教师" and p.state == "在职" and p.department.endswith("组")]
    keys = [(cohort, group) for cohort in (2023, 2024, 2025, 2026) for group in (1, 2)]
    return dict(zip(keys, teachers[3 : 3 + len(keys)], strict=True))


def surveys(roll: Roll, rng: Random) -> list[Row]:
    """Every class and every department at the start of each of three terms."""
    heads = class_heads(roll)
    rows: list[Row] = []
    size = {key: rng.randrange(41, 48) for key in heads}
    for term, day in zip(TERMS, SURVEYED, strict=True):
        year = school_year(day)
        for cohort in range(year, year - len(GRADES), -1):
            for group in (1, 2):
                here = [
                    p
                    for p in roll.pupils
                    if (p.cohort, p.group) == (cohort, group) and p.attends(day) and p.category != TROUBLED
                ]
                rows.append(
                    (
                        term,
                        class_name(cohort, group, day),
                        "学生",
                        later(day, group),
                        size[cohort, group],
                        len(here),
                        heads[cohort, group],
                    )
                )
        serving = [p for p in roll.staff if p.serves(day)]
        for department in dict.fromkeys(p.department for p in serving):
            people = [p for p in serving if p.department == department]
            rows.append((term, department, "教职工", later(day, 3), len(people), _in_need(people), people[0].name))
    return rows


def hardship(roll: Roll) -> list[Row]:
    """Four cases, one of them grave and reported upward."""
    staff = [p for p in roll.staff if p.serves(date(2026, 1, 12))]
    grave, second, third = staff[-1], staff[12], staff[21]
    return [
        (
            date(2025, 11, 18),
            second.name,
            second.department,
            "家属重病",
            "一般",
            "母亲住院手术",
            "",
            None,
            "工会走访，列入春节慰问",
        ),
        (
            date(2026, 1, 12),
            grave.name,
            grave.department,
            "本人重病",
            "严重",
            "住院治疗两个月",
            "区教育工会",
            date(2026, 1, 15),
            "已发放突发救助2000元",
        ),
        (
            date(2026, 3, 16),
            third.name,
            third.department,
            "生活困难",
            "一般",
            "房屋受灾维修",
            "",
            None,
            "已协助申请补助",
        ),
        (date(2026, 9, 21), second.name, second.department, "家属重病", "一般", "母亲术后康复", "", None, "工会走访"),
    ]


def _in_need(people: list[Staff]) -> int:
    """How many of a department are known to be in hardship: the last of 艺体组 is."""
    return 1 if people[0].department == "艺体组" else 0


def progress(roll: Roll, rng: Random) -> list[Row]:
    """Marks and conduct of each aided pupil in the two terms of 2025-2026."""
    rows: list[Row] = []
    score = {p.number: rng.randrange(580, 860) for p in roll.pupils}
    for term, end in zip(TERMS, TERM_ENDS, strict=False):
        for p in roll.pupils:
            if p.attends(end):
                score[p.number] += rng.randrange(-15, 40)
                points = score[p.number]
                conduct = "优" if points > 800 else "中" if p.category != POOR and points < 660 else "良"
                absent = rng.choice((0, 0, 0, 1, 2)) if p.category != POOR else 0
                rows.append((term, p.name, p.class_on(end), points / 10, max(1, (900 - points) // 4), conduct, absent))
    return rows


def goods(roll: Roll) -> list[Row]:
    """Gifts in kind and to whom they went; nothing goes out that had not come in."""
    poor = [p for p in roll.pupils if p.category in {POOR, BOTH}]
    rows: list[Row] = [
        (date(2025, 10, 15), "收", "澜谷示例文具厂", "书包", 30, "个", 2_400_00, "新货"),
        (date(2025, 10, 15), "收", "澜谷示例文具厂", "文具套装", 60, "套", 1_800_00, ""),
        (date(2025, 12, 10), "收", "云栖示例服饰有限公司", "羽绒服", 20, "件", 5_000_00, "大境挚爱"),
        (date(2026, 3, 5), "收", "翠屏示例书店", "课外读物", 120, "本", None, "学雷锋活动"),
        (date(2026, 9, 9), "收", "澜谷示例文具厂", "书包", 15, "个", 1_200_00, ""),
        (date(2026, 10, 12), "收", "云栖示例服饰有限公司", "校服", 12, "套", 1_440_00, ""),
        (date(2026, 4, 22), "发", "翠屏示例小学", "课外读物", 60, "本", None, "手拉手学校"),
        (date(2026, 5, 20), "发", "翠屏示例社区", "课外读物", 30, "本", None, ""),
    ]
    plans = (
        (date(2025, 10, 21), "书包", "个", 0, 12),
        (date(2025, 10, 22), "文具套装", "套", 3, 14),
        (date(2025, 12, 16), "羽绒服", "件", 6, 10),
        (date(2026, 9, 15), "书包", "个", 26, 9),
        (date(2026, 10, 20), "校服", "套", 30, 8),
    )
    for day, item, unit, skip, count in plans:
        here = [p for p in poor if p.attends(day)]
        rows += [(day, "发", here[(skip + i) % len(here)].name, item, 1, unit, None, "") for i in range(count)]
    return sorted(rows, key=lambda row: row[0])


def recognised(pupil: Pupil) -> date | None:
    """The day on which a pupil was found to be in need."""
    return None if pupil.category == TROUBLED else workday(date(pupil.cohort, 9, 8) + timedelta(days=pupil.group))
