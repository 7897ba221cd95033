"""The countable parts of each party member's yearly appraisal (评议考核), and the cases each was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import MET, MISSING, NOT_DUE, counted_contacts, statuses_since
from pipeline.care.coverage import PLAN_FIELDS, ends_broken
from pipeline.care.pairs import in_service, pairs_of
from pipeline.care.progress import IMPROVED, STEADY, UNKNOWN, progress_of_pupils

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    rows: where the numbers come from, indexes of the register of that name, in its order.
    """

    name: str
    weight: int
    done: int = 0
    total: int = 0
    points: Decimal | None = None
    register: str = ""
    rows: tuple[int, ...] = ()


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


def appraise(
    tables: Tables,
    people: People,
    settings: Settings,
    period: Period,
    months: pd.DataFrame | None = None,
) -> list[Appraisal]:
    """Every party member in service at the end of the month, in register order, for the year up to it. No ranks.

    联系完成: months with a contact of the months due. 记录完整: months with 思想, 学习 and 生活 of those with one.
    结对稳定: pairings not broken off (before three years, without a natural reason) of those in force in the year.
    措施完备: pairings with measures, tasks and goals of those in force in the year. 学生进步: pupils who improved or
    held their ground of those whose last two terms can be compared; a drop-out did not. The weights are those of the
    settings; weights of other names are parts that people judge.

    months: ContactMatrix.statuses of the year, where it is known already.
    """
    evidence = evidence_of(tables, people, settings, period, months)
    judged = tuple((name, weight) for name, weight in settings.weights.items() if name not in COUNTABLE)
    parts = {name: _parts(name, settings.weights.get(name, 0), each) for name, each in evidence.items()}
    staff = people.staff
    member = staff["party_member"].fillna(value=False).astype(bool) & in_service(staff, pd.Timestamp(period.last))
    found = []
    for index, name, department in staff.loc[member, ["name", "department"]].itertuples(name=None):
        own = tuple(parts[part].get(index) or Part(part, settings.weights.get(part, 0)) for part in COUNTABLE)
        points = sum((part.points for part in own if part.points is not None), Decimal("0.0"))
        possible = sum(part.weight for part in own if part.total)
        found.append(Appraisal(index, name, department, own, judged, points, possible))
    return found


def points_of(weight: int, done: int, total: int) -> Decimal | None:
    """The weight x done / total, half up to one decimal; None where total is 0."""
    if not total:
        return None
    return Decimal((weight * done * 20 + total) // (2 * total)).scaleb(-1)


@dataclass(frozen=True)
class Evidence:
    """What one part is counted from.

    cases: helper_id, student_id, good, and what it was judged by (pair, month and status of a month due; a row of
    pairs_of; a row of progress_of_pupils). rows: helper_id, row (index of the register).
    """

    register: str
    cases: pd.DataFrame
    rows: pd.DataFrame


def evidence_of(
    tables: Tables,
    people: People,
    settings: Settings,
    period: Period,
    months: pd.DataFrame | None = None,
) -> dict[str, Evidence]:
    """For each part its cases, good and bad, and the rows behind them, of all helpers (see appraise)."""
    pairs = pairs_of(tables, people)
    counted = counted_contacts(tables, people, pairs, period)
    if months is None:
        months = statuses_since(tables, people, settings, period, period.year_start)
    due = months[months["status"] != NOT_DUE]
    done = due[due["status"] != MISSING]
    talks = counted.merge(done[["pair", "month", "helper_id"]], on=["pair", "month"])
    talks = talks[["helper_id", "contact"]].set_axis(["helper_id", "row"], axis=1)
    start, end = pd.Timestamp(period.year_start), pd.Timestamp(period.last)
    held = pairs[(pairs["started_on"] <= end) & ~(pairs["ended_on"] < start)]
    rows = held[["helper_id", "pairing"]].set_axis(["helper_id", "row"], axis=1)
    planned = (held[list(PLAN_FIELDS)] != "").all(axis=1)
    return {
        CONTACTED: Evidence("contacts", due.assign(good=due["status"] != MISSING), talks),
        COMPLETE: Evidence("contacts", done.assign(good=done["status"] == MET), talks),
        KEPT: Evidence("pairings", held.assign(good=~ends_broken(held, end)), rows),
        PLANNED: Evidence("pairings", held.assign(good=planned), rows),
        PROGRESS: _progress(tables, people, period, held),
    }


def _progress(tables: Tables, people: People, period: Period, held: pd.DataFrame) -> Evidence:
    """Each helper's pupils whose last two terms can be compared, each counted once."""
    pupils = progress_of_pupils(tables, people, period)[["student_id", "verdict", "row", "earlier_row"]]
    pupils = held[["helper_id", "student_id"]].drop_duplicates().merge(pupils[pupils["verdict"] != UNKNOWN])
    rows = pupils.melt("helper_id", ["row", "earlier_row"], value_name="row_index").dropna()
    rows = rows[["helper_id", "row_index"]].astype("int64").set_axis(["helper_id", "row"], axis=1)
    return Evidence("progress", pupils.assign(good=pupils["verdict"].isin([IMPROVED, STEADY])), rows)


def _parts(name: str, weight: int, evidence: Evidence) -> dict[int, Part]:
    """The part of each helper who has anything to count in it."""
    sums = evidence.cases.groupby("helper_id")["good"].agg(["sum", "size"]).astype("int64")
    rows: dict[int, set[int]] = {}
    for helper, row in zip(evidence.rows["helper_id"].tolist(), evidence.rows["row"].tolist(), strict=True):
        rows.setdefault(helper, set()).add(row)
    return {
        helper: Part(
            name=name,
            weight=weight,
            done=done,
            total=total,
            points=points_of(weight, done, total),
            register=evidence.register,
            rows=tuple(sorted(rows.get(helper, ()))),
        )
        for helper, done, total in sums.itertuples(name=None)
    }


KEPT_ON, BROKEN, WRITTEN, UNWRITTEN = "kept", "broken", "written", "unwritten"
_STATES = {KEPT: (KEPT_ON, BROKEN), PLANNED: (WRITTEN, UNWRITTEN)}
COLUMNS = ["helper_id", "part", "student", "class_name", "month", "good", "state", "register", "rows"]


def appraisal_cases(tables: Tables, people: People, settings: Settings, period: Period) -> pd.DataFrame:
    """One row a case of each part of each helper: by part, then in the order of the register, then by month.

    Columns: helper_id, part, student, class_name, month (2026-10, "" where the part is not monthly), good (whether it
    counts as done), state (a status of care.contacts, a verdict of care.progress, or kept, broken, written, unwritten),
    register and rows (a tuple of its indexes, empty for a month without contact). The cases of a helper and part are
    as many as Part.total of care.appraisal.appraise, those that are good as many as Part.done.
    """
    found = evidence_of(tables, people, settings, period)
    contacts = _contacts_of_months(tables, people, period)
    frames = [
        _of_months(CONTACTED, found[CONTACTED].cases, contacts),
        _of_months(COMPLETE, found[COMPLETE].cases, contacts),
        *(_of_pairings(part, found[part].cases) for part in (KEPT, PLANNED)),
        _of_pupils(found[PROGRESS].cases, people),
    ]
    return pd.concat([frame[COLUMNS] for frame in frames], ignore_index=True)


def _contacts_of_months(tables: Tables, people: People, period: Period) -> dict[tuple[int, str], tuple[int, ...]]:
    """The contacts of each pair and month."""
    counted = counted_contacts(tables, people, pairs_of(tables, people), period)
    groups: dict[tuple[int, str], list[int]] = {}
    months = counted["month"].dt.strftime("%Y-%m")
    for pair, month, contact in zip(counted["pair"], months, counted["contact"], strict=True):
        groups.setdefault((pair, month), []).append(contact)
    return {key: tuple(sorted(rows)) for key, rows in groups.items()}


def _of_months(part: str, cases: pd.DataFrame, contacts: dict[tuple[int, str], tuple[int, ...]]) -> pd.DataFrame:
    months = cases["month"].dt.strftime("%Y-%m")
    rows = _column(cases, [contacts.get(key, ()) for key in zip(cases["pair"], months, strict=True)])
    table = cases.assign(part=part, month=months, state=cases["status"], register="contacts", rows=rows)
    return table.sort_values(["pair", "month"], kind="stable")


def _of_pairings(part: str, cases: pd.DataFrame) -> pd.DataFrame:
    good, bad = _STATES[part]
    rows = _column(cases, [(pairing,) for pairing in cases["pairing"]])
    state = cases["good"].map({True: good, False: bad})
    return cases.assign(part=part, month="", state=state, register="pairings", rows=rows)


def _of_pupils(cases: pd.DataFrame, people: People) -> pd.DataFrame:
    """A drop-out may have no record at all, and a first term has nothing before it."""
    rows = [
        tuple(int(row) for row in pair if pd.notna(row))
        for pair in zip(cases["earlier_row"], cases["row"], strict=True)
    ]
    pupils = people.students.loc[cases["student_id"], ["name", "class_name"]]
    table = cases.assign(student=pupils["name"].to_numpy(), class_name=pupils["class_name"].to_numpy())
    return table.assign(part=PROGRESS, month="", state=cases["verdict"], register="progress", rows=_column(cases, rows))


def _column(cases: pd.DataFrame, rows: Sequence[tuple[int, ...]]) -> pd.Series:
    return pd.Series(rows, cases.index, dtype="object")
