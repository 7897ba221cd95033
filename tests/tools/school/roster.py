"""Staff, pupils and pairings of the shipped school, October 2025 to October 2026."""

from dataclasses import replace
from datetime import date
from random import Random

from tests.tools.school.names import NameBook
from tests.tools.school.people import (
    BOTH,
    LEADER,
    LEADER_PAIR,
    MEMBER_PAIR,
    MIDDLE,
    POOR,
    TEACHER,
    TROUBLED,
    Pupil,
    Roll,
    Staff,
    assign,
    end_for_leavers,
    hand_over,
    pupil,
)

# department, rank, party membership of each person in turn
POSTS = (
    ("校长室", LEADER, (True, True, True, False)),
    ("党政办公室", MIDDLE, (True,)),
    ("政教处", MIDDLE, (True,)),
    ("教务处", MIDDLE, (True,)),
    ("总务处", MIDDLE, (False,)),
    ("工会", MIDDLE, (True,)),
    ("团委", MIDDLE, (False,)),
    ("总务处", TEACHER, (False, False)),
    ("党政办公室", TEACHER, (True,)),
    ("教务处", TEACHER, (False,)),
    ("语文组", TEACHER, (True, True, True, False, False)),
    ("数学组", TEACHER, (True, True, True, False, False)),
    ("英语组", TEACHER, (True, True, False, False)),
    ("理化组", TEACHER, (True, True, False, False)),
    ("政史地组", TEACHER, (True, False, False)),
    ("艺体组", TEACHER, (True, False, False)),
)
RETIRED_BEFORE = (("语文组", date(2021, 8, 31)), ("总务处", date(2023, 2, 28)))
RETIRES, LEAVES, JOINS = ("语文组", 0), ("数学组", 1), ("英语组", 3)
RETIREMENT, DEPARTURE, ARRIVAL = date(2026, 2, 28), date(2026, 8, 31), date(2026, 8, 15)
COHORTS = (2023, 2024, 2025, 2026)
COHORT_SIZE = 15
CATEGORIES = (POOR,) * 12 + (BOTH, TROUBLED, TROUBLED)
PAIRED = {2023: date(2023, 9, 15), 2024: date(2024, 9, 12), 2025: date(2025, 9, 15), 2026: date(2026, 9, 10)}
GRADUATION, TRANSFER = date(2026, 7, 1), date(2026, 3, 10)
TRANSFERRED = 2025_05  # cohort and place in it of the pupil who changes school
DOTTED_PUPILS = {2, 9, 19, 33, 41, 52}


def build_roll(rng: Random, book: NameBook) -> Roll:
    """Everybody, and all pairings with their ends and successors."""
    roll = Roll(staff=_staff(rng, book), pupils=_pupils(rng, book))
    for cohort in COHORTS[:3]:
        _pair_cohort(roll, cohort, rng)
    # pupils who leave before a helper does need no successor: people.hand_over looks at that itself
    for helper in [person for person in roll.staff if person.left and person.member and person.left > PAIRED[2025]]:
        hand_over(roll, helper, rng)
    end_for_leavers(roll)
    _pair_cohort(roll, 2026, rng)
    _forget_measures(roll)
    return roll


def _pair_cohort(roll: Roll, cohort: int, rng: Random) -> None:
    """Pair those who entered in one year: poor pupils with party members, troubled ones with leaders."""
    pupils = [p for p in roll.pupils if p.cohort == cohort]
    assign(roll, PAIRED[cohort], [p for p in pupils if p.category != TROUBLED], MEMBER_PAIR, rng)
    assign(roll, PAIRED[cohort], [p for p in pupils if p.category != POOR], LEADER_PAIR, rng)


def _forget_measures(roll: Roll) -> None:
    """The planned blemish: one open pairing whose helper has not written the measures down."""
    index = next(i for i, p in enumerate(roll.pairings) if p.pupil.cohort == COHORTS[-1] and p.kind == MEMBER_PAIR)
    roll.pairings[index] = replace(roll.pairings[index], plan=("", *roll.pairings[index].plan[1:]))


def _staff(rng: Random, book: NameBook) -> list[Staff]:
    """Forty people: thirty-eight posts and two who retired earlier."""
    staff = [
        Staff(
            f"T{1001 + i}",
            book.person(),
            department,
            TEACHER,
            member=True,
            joined=date(1988, 8, 20),
            state="退休",
            left=left,
        )
        for i, (department, left) in enumerate(RETIRED_BEFORE)
    ]
    for department, rank, members in POSTS:
        for place, member in enumerate(members):
            key = (department, place)
            name = (
                book.dotted()
                if key in {("语文组", 1), ("艺体组", 1)}
                else book.long()
                if key == ("理化组", 2)
                else book.person()
            )
            joined = date(rng.randrange(1995, 2022), 8, 20)
            person = Staff(f"T{1001 + len(staff)}", name, department, rank, member, joined)
            staff.append(_change(person, key))
    return staff


def _change(person: Staff, key: tuple[str, int]) -> Staff:
    """The person with the change that befalls this post in the year."""
    if key == RETIRES:
        return replace(person, joined=date(1989, 8, 20), state="退休", left=RETIREMENT)
    if key == LEAVES:
        return replace(person, state="调离", left=DEPARTURE)
    return replace(person, joined=ARRIVAL) if key == JOINS else person


def _pupils(rng: Random, book: NameBook) -> list[Pupil]:
    """Sixty pupils, fifteen of each cohort, half in each class."""
    pupils: list[Pupil] = []
    for cohort in COHORTS:
        for place in range(COHORT_SIZE):
            index = len(pupils)
            name = book.dotted() if index in DOTTED_PUPILS else book.person()
            person = pupil(book, name, cohort, place % 2 + 1, index + 1, CATEGORIES[place], rng)
            if cohort == COHORTS[0]:
                person = replace(person, state="毕业", changed=GRADUATION)
            elif cohort * 100 + place == TRANSFERRED:
                person = replace(person, state="转学", changed=TRANSFER)
            pupils.append(person)
    return pupils
