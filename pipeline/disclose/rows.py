"""The month's gifts, payments and goods, reduced to what may be posted.

Only this module looks at the registers. It hands on columns whose field may be shown or masked, and a few that are
derived from others without repeating them; allowed.py lists both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.classes import parse_class
from pipeline.disclose.persons import names_person, without_class
from pipeline.fund.corrections import cancelled_by, is_correction
from pipeline.fund.money_rows import that_count
from pipeline.messages.publish import ANONYMOUS_GIVER, STAFF
from pipeline.registers import ANONYMOUS, GOODS_IN, GOODS_OUT, PEOPLE_JOIN, PERSON_KINDS, PUPIL, STAFF_TIERS

if TYPE_CHECKING:
    from pipeline.outcome import Outcome

# What registers write for a giver who gave no name.
NAMELESS = (ANONYMOUS_GIVER, "匿名", "匿名人士", "不愿透露姓名", "无名氏", "佚名", "好心人", "热心人士")


def gifts(outcome: Outcome) -> pd.DataFrame:
    """The month's gifts, by date, then in register order.

    Columns donor, source, department, channel, amount (分) as in the register, and: anonymous; corrects (a 冲正 row
    that takes back a gift of an earlier month); class_name (of a pupil's gift, "" if not known); giver (a key that
    tells pupils apart); hidden (a person with a pupil's name, who is masked).
    """
    rows, corrects = _of_month(outcome, "donations", "donor")
    people = outcome.people
    departments = people.donors.loc[rows.index].map(people.staff["department"]).fillna("").astype("str")
    is_staff = rows["source"].isin(STAFF_TIERS)
    student = people.pupil_donors.loc[rows.index]
    return pd.DataFrame(
        {
            "donor": rows["donor"],
            "source": rows["source"],
            # Only the school's own people have a department; what stands there for others may tell of their child.
            "department": rows["department"].where(rows["department"] != "", departments).where(is_staff, ""),
            "channel": rows["channel"],
            "amount": rows["amount"],
            "anonymous": (rows["disclosure"] == ANONYMOUS) | rows["donor"].isin(NAMELESS),
            "corrects": corrects,
            "class_name": _classes(rows, student, outcome),
            "giver": student.astype("str").where(student >= 0, rows["donor"]),
            "hidden": ~is_staff & rows["donor"].isin(pupil_names(outcome)),
        },
    )


def payments(outcome: Outcome) -> pd.DataFrame:
    """The month's payments, by date, then in register order.

    Columns recipient, programme, amount (分) as in the register, and: group (a pupil's class, else 对象类别); person
    (whether the recipient is masked); who (a key that tells persons apart); corrects (as for gifts).
    """
    rows, corrects = _of_month(outcome, "disbursements", "recipient")
    found = outcome.people.recipients.loc[rows.index]
    registered = found["student"].map(outcome.people.students["class_name"]).fillna("").astype("str")
    of_row = rows["class_name"].where(registered == "", registered)
    is_pupil = rows["recipient_kind"] == PUPIL
    together = (
        rows["recipient"].map({name: not without_class(name) for name in rows["recipient"].unique()}).eq(other=True)
    )
    return pd.DataFrame(
        {
            "recipient": rows["recipient"],
            "programme": rows["programme"],
            "amount": rows["amount"],
            "group": of_row.where(is_pupil & (of_row != ""), rows["recipient_kind"]),
            "person": (rows["recipient_kind"].isin(PERSON_KINDS) & ~together) | _persons(rows["recipient"], outcome),
            "who": _who(found["student"], found["staff"], rows["recipient"]),
            "corrects": corrects,
        },
    )


def goods_given(outcome: Outcome) -> pd.DataFrame:
    """Goods that came in: columns party, item, quantity, unit, value as in the register, and anonymous, pupil.

    anonymous: by the words of the row, or because the giver gave money without a name. pupil: bears a pupil's name.
    """
    rows = _goods(outcome, GOODS_IN)
    donations = outcome.tables["donations"].frame
    hidden = donations.loc[donations["disclosure"] == ANONYMOUS, "donor"]
    shown = donations.loc[donations["disclosure"] != ANONYMOUS, "donor"]
    nameless = rows["party"].isin(NAMELESS) | rows["note"].str.contains(ANONYMOUS, regex=False)
    nameless |= _names_any(rows["party"], set(hidden) - set(shown))
    pupil = _names_any(rows["party"], pupil_names(outcome) - set(outcome.tables["staff"].frame["name"]))
    return rows[["party", "item", "quantity", "unit", "value"]].assign(anonymous=nameless, pupil=pupil)


def goods_handed_out(outcome: Outcome) -> pd.DataFrame:
    """Goods that went out: columns party, item, quantity, unit as in the register; group, person, who as for payments.

    A pupil stands under the class, a member of staff under 教职工; a name that several people bear, or nobody in a
    register, stands under nothing.
    """
    rows = _goods(outcome, GOODS_OUT)
    students = _only_one(outcome.people.students)
    staff = _only_one(outcome.people.staff)
    student = rows["party"].map(students).fillna(-1).astype("int64")
    member = rows["party"].map(staff).fillna(-1).astype("int64")
    class_name = student.map(outcome.people.students["class_name"]).fillna("").astype("str")
    group = class_name.where(student >= 0, pd.Series(np.where(member >= 0, STAFF, ""), index=rows.index, dtype="str"))
    return rows[["party", "item", "quantity", "unit"]].assign(
        group=group,
        person=_persons(rows["party"], outcome),
        who=_who(student, member, rows["party"]),
    )


def pupil_names(outcome: Outcome) -> set[str]:
    """The names of all aided pupils, and of all pupils who ever gave."""
    donations = outcome.tables["donations"].frame
    of_gifts = donations.loc[donations["source"] == PUPIL, "donor"]
    return {*outcome.tables["students"].frame["name"], *of_gifts} - {""}


def _of_month(outcome: Outcome, register: str, name: str) -> tuple[pd.DataFrame, pd.Series[bool]]:
    """The rows of a register of money that fall into the month, and which of them take back an earlier row.

    A 冲正 row and the row it cancels both go if both are of the month: to a parent nothing has happened. If the
    cancelled row was posted in an earlier month, the 冲正 row stands with its sign, so that the sums stay right.
    """
    rows = that_count(outcome.tables[register].usable, outcome.settings, outcome.period)
    pairs = cancelled_by(rows, name)
    of_month = rows["date"] >= pd.Timestamp(outcome.period.first)
    within = pairs[pairs.index.isin(rows.index[of_month]) & pairs.isin(rows.index[of_month])]
    gone = rows.index.isin(within.index) | rows.index.isin(within)
    kept = rows[of_month & ~gone].sort_values("date", kind="stable")
    return kept, is_correction(kept)


def _goods(outcome: Outcome, direction: str) -> pd.DataFrame:
    rows = outcome.tables["goods"].usable
    first, last = pd.Timestamp(outcome.period.first), pd.Timestamp(outcome.period.last)
    of_month = rows["date"].between(first, last) & (rows["direction"] == direction)
    return rows[of_month].sort_values("date", kind="stable")


def _classes(rows: pd.DataFrame, student: pd.Series[int], outcome: Outcome) -> pd.Series[str]:
    """The class of each pupil's gift: as the row has it, else as the register of students has it."""
    written = {text: parse_class(text) for text in rows["department"].unique()}
    of_row = rows["department"].map({text: found if isinstance(found, str) else "" for text, found in written.items()})
    registered = student.map(outcome.people.students["class_name"]).fillna("").astype("str")
    classes = of_row.astype("str").where(of_row != "", registered)
    return classes.where(rows["source"] == PUPIL, "")


def _persons(names: pd.Series[str], outcome: Outcome) -> pd.Series[bool]:
    """Which names are of persons: all of the rosters, and what looks like one and is no department of the school."""
    staff = outcome.tables["staff"].frame
    known, departments = {*staff["name"], *outcome.tables["students"].frame["name"]}, set(staff["department"])
    is_person = {
        name: any(each in known or (each not in departments and names_person(each)) for each in name.split(PEOPLE_JOIN))
        for name in names.unique()
    }
    return names.map(is_person).astype("bool")


def _names_any(cells: pd.Series[str], people: set[str]) -> pd.Series[bool]:
    """Which cells name one of the people, alone or among others."""
    names = {cell: not people.isdisjoint(cell.split(PEOPLE_JOIN)) for cell in cells.unique()}
    return cells.map(names).astype("bool")


def _who(student: pd.Series[int], staff: pd.Series[int], name: pd.Series[str]) -> pd.Series[str]:
    of_staff = ("staff " + staff.astype("str")).where(staff >= 0, "name " + name)
    return ("student " + student.astype("str")).where(student >= 0, of_staff)


def _only_one(people: pd.DataFrame) -> pd.Series[int]:
    """Index of the one person of each name; names that several bear are left out."""
    names = people["name"].drop_duplicates(keep=False)
    return pd.Series(names.index, index=names.to_numpy())
