"""The countable parts of each party member's yearly appraisal (评议考核); what people judge stays blank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import INCOMPLETE, MET, MISSING, counted_contacts, month_starts, statuses
from pipeline.care.coverage import PLAN_FIELDS, ends_broken
from pipeline.care.pairs import in_service, pairs_of
from pipeline.care.progress import IMPROVED, STEADY, UNKNOWN, progress_of_pupils

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.findings import Place
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Tables

CONTACTED, COMPLETE, KEPT, PLANNED, PROGRESS = "联系完成", "记录完整", "结对稳定", "措施完备", "学生进步"
COUNTABLE = (CONTACTED, COMPLETE, KEPT, PLANNED, PROGRESS)


@dataclass(frozen=True, slots=True)
class Part:
    """One countable part: done of total, and the points for it.

    points: weight x done / total, half up to one decimal; None where there is nothing to count (total 0).
    rows: where the numbers come from, in register order.
    """

    name: str
    weight: int
    done: int
    total: int
    points: Decimal | None
    rows: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One party member's year. member: index of the register of staff. judged: parts left to people, with weights.

    points: the sum of the parts' points; possible: the sum of the weights of the parts that had anything to count.
    """

    member: int
    name: str
    department: str
    parts: tuple[Part, ...]
    judged: tuple[tuple[str, int], ...]
    points: Decimal
    possible: int


def appraise(tables: Tables, people: People, settings: Settings, period: Period) -> list[Appraisal]:
    """Every party member in service at the end of the month, in register order, for the year up to it. No ranks.

    联系完成: months with a contact of the months due. 记录完整: months with 思想, 学习 and 生活 of those with one.
    结对稳定: pairings not broken off (before three years, without a natural reason) of those in force in the year.
    措施完备: pairings with measures, tasks and goals of those in force in the year. 学生进步: pupils who improved or
    held their ground of those whose last two terms can be compared; a drop-out did not. The weights are those of the
    settings; weights of other names are parts that people judge.
    """
    pairs = pairs_of(tables, people)
    facts = _Facts(tables, pairs, *_year(tables, people, settings, period, pairs), _progress(tables, people, period))
    staff = people.staff
    member = staff["party_member"].fillna(value=False).astype(bool) & in_service(staff, pd.Timestamp(period.last))
    judged = tuple((name, weight) for name, weight in settings.weights.items() if name not in COUNTABLE)
    found = []
    for index, name, department in staff.loc[member, ["name", "department"]].itertuples(name=None):
        parts = tuple(_parts(facts, index, settings))
        points = sum((part.points for part in parts if part.points is not None), Decimal("0.0"))
        possible = sum(part.weight for part in parts if part.total)
        found.append(Appraisal(index, name, department, parts, judged, points, possible))
    return found


def points_of(weight: int, done: int, total: int) -> Decimal | None:
    """The weight x done / total, half up to one decimal; None where total is 0."""
    if not total:
        return None
    return Decimal((weight * done * 20 + total) // (2 * total)).scaleb(-1)


@dataclass(frozen=True)
class _Facts:
    """What all members' parts are counted from. months: pairs by month; contacts: those that count in the year."""

    tables: Tables
    pairs: pd.DataFrame
    months: pd.DataFrame
    contacts: pd.DataFrame
    progress: pd.DataFrame


def _year(
    tables: Tables, people: People, settings: Settings, period: Period, pairs: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The statuses of the year's months and the contacts behind them."""
    counted = counted_contacts(tables, people, pairs, period)
    months = statuses(pairs, counted, settings, month_starts(period.year_start, period.first))
    months["broken"] = months["pair"].map(ends_broken(pairs, pd.Timestamp(period.last)))
    return months, counted[counted["date"] >= pd.Timestamp(period.year_start)]


def _progress(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    return progress_of_pupils(tables, people, period).set_index("student_id")[["verdict", "row", "earlier_row"]]


def _parts(facts: _Facts, member: int, settings: Settings) -> Iterable[Part]:
    """The five parts of one member."""
    months = facts.months[facts.months["helper_id"] == member]
    met, half, missed = ((months["status"] == status).sum() for status in (MET, INCOMPLETE, MISSING))
    owed = months.loc[months["status"].isin([MET, INCOMPLETE]), ["pair", "month"]]
    contacts = _places(facts, "contacts", facts.contacts.merge(owed, on=["pair", "month"])["contact"])
    held = months.drop_duplicates("pair")
    plan = facts.pairs.loc[held["pair"], list(PLAN_FIELDS)]
    pairings = _places(facts, "pairings", held["pairing"])
    pupils = facts.progress.reindex(held["student_id"].unique())
    judged = pupils[pupils["verdict"] != UNKNOWN]
    marks = _places(facts, "progress", pd.concat([judged["row"], judged["earlier_row"]]).dropna())
    good = judged["verdict"].isin([IMPROVED, STEADY]).sum()
    counts = {
        CONTACTED: (met + half, met + half + missed, contacts),
        COMPLETE: (met, met + half, contacts),
        KEPT: ((~held["broken"]).sum(), len(held), pairings),
        PLANNED: ((plan != "").all(axis=1).sum(), len(held), pairings),
        PROGRESS: (good, len(judged), marks),
    }
    for name, (done, total, rows) in counts.items():
        weight = settings.weights.get(name, 0)
        yield Part(name, weight, int(done), int(total), points_of(weight, int(done), int(total)), rows)


def _places(facts: _Facts, register: str, index: pd.Series) -> tuple[Place, ...]:
    table = facts.tables[register]
    return tuple(table.place(int(row)) for row in sorted(set(index.astype("int64"))))
