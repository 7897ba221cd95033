"""Pairings, contacts, pupils, visits, surveys, goods and hardship of staff over a year or a term: counts, no names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.contacts import MET, MISSING, NOT_DUE, counted_contacts, months_of_records, statuses
from pipeline.care.coverage import ends_broken
from pipeline.care.goods import stock_since
from pipeline.care.matrix import rates
from pipeline.care.pairs import in_service, is_open, pairs_of, studying
from pipeline.care.progress import DROP_OUT, IMPROVED, SLIPPED, STEADY, UNKNOWN, progress_by_term
from pipeline.care.surveys import IN_TIME, hardship_cases, surveys_of_term
from pipeline.care.visits import visits_against_plan, visits_between
from pipeline.registers import BOTH_NEEDS, CONTACTS, IN_NEED, LEADER_PAIRING, MEMBER_PAIRING

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from pipeline.yearly.span import Span

VERDICTS = (IMPROVED, STEADY, SLIPPED, UNKNOWN)


@dataclass(frozen=True, slots=True)
class PairingFigures:
    """Pairings at the end of the span's period, and those begun and ended in the span.

    open, of_members, of_leaders: pairs open. members, members_without: party members in service. in_need,
    in_need_without: pupils in need who are 在读. broken: ended before three years without a natural reason.
    expired: open for more than three years. unwritten: open without measures, tasks or goals.
    """

    open: int
    of_members: int
    of_leaders: int
    begun: int
    ended: int
    broken: int
    members: int
    members_without: int
    in_need: int
    in_need_without: int
    expired: int
    unwritten: int


@dataclass(frozen=True)
class ContactFigures:
    """Contacts from the span's first month with records to its period.

    months: keys of these months. due, met, incomplete, missing: one for each pair and month. contacts: records that
    count, each once. ways: columns word, count. departments: as care.matrix.rates, in the
    order of the register of staff.
    """

    months: tuple[str, ...]
    contacts: int
    due: int
    met: int
    incomplete: int
    missing: int
    ways: pd.DataFrame
    departments: pd.DataFrame

    @property
    def reached(self) -> int:
        """How many of the due were contacted, with a full record or not."""
        return self.met + self.incomplete


@dataclass(frozen=True)
class CareFigures:
    """The care of a span.

    progress: columns term, pupils and VERDICTS (pupils), one row a term with any record. dropped_out: pupils 辍学 in
    the span. surveys: columns term, target, asked, done (units), expected, in_need (people). visits: those of the span,
    as visits_against_plan, with the plan of a whole calendar year only. goods: as stock, things that moved or are left.
    hardship, grave, in_time: cases of staff recorded in the span.
    """

    pairings: PairingFigures
    contacts: ContactFigures
    progress: pd.DataFrame
    dropped_out: int
    surveys: pd.DataFrame
    visits: pd.DataFrame
    goods: pd.DataFrame
    hardship: int
    grave: int
    in_time: int


def care_figures(outcome: Outcome, span: Span) -> CareFigures:
    """The figures of care; outcome: of the span's period."""
    students, cases = outcome.people.students, hardship_cases(outcome.tables, outcome.settings, span.period)
    cases = cases[cases["date"] >= pd.Timestamp(span.first)]
    dropped = (students["status"] == DROP_OUT) & students["status_on"].between(*_days(span))
    goods = stock_since(outcome.tables, span.period, span.first)
    return CareFigures(
        pairings=_pairings(outcome, span),
        contacts=_contacts(outcome, span),
        progress=_progress(outcome, span),
        dropped_out=int(dropped.sum()),
        surveys=_surveys(outcome, span),
        visits=_visits(outcome, span),
        goods=goods[(goods[["received", "issued", "closing"]] != 0).any(axis=1)].reset_index(drop=True),
        hardship=len(cases),
        grave=int(cases["grave"].sum()),
        in_time=int((cases["state"] == IN_TIME).sum()),
    )


def _days(span: Span) -> tuple[pd.Timestamp, pd.Timestamp]:
    return pd.Timestamp(span.first), pd.Timestamp(span.until)


def _pairings(outcome: Outcome, span: Span) -> PairingFigures:
    people, gaps = outcome.people, outcome.coverage
    first, last = _days(span)
    day = pd.Timestamp(span.period.last)
    pairs = pairs_of(outcome.tables, people)
    opened = pairs[is_open(pairs, day)]
    ended = pairs["ended_on"].between(first, last)
    member = people.staff["party_member"].fillna(value=False).astype(bool) & in_service(people.staff, day)
    students = people.students
    in_need = students["need"].isin([IN_NEED, BOTH_NEEDS]) & studying(students, day)
    return PairingFigures(
        open=len(opened),
        of_members=int((opened["kind"] == MEMBER_PAIRING).sum()),
        of_leaders=int((opened["kind"] == LEADER_PAIRING).sum()),
        begun=int(pairs["started_on"].between(first, last).sum()),
        ended=int(ended.sum()),
        broken=int((ended & ends_broken(pairs, day)).sum()),
        members=int(member.sum()),
        members_without=len(gaps.members_without_pairing),
        in_need=int(in_need.sum()),
        in_need_without=len(gaps.students_without_helper),
        expired=len(gaps.expired_pairings),
        unwritten=len(gaps.without_measures),
    )


def _contacts(outcome: Outcome, span: Span) -> ContactFigures:
    tables, settings = outcome.tables, outcome.settings
    pairs = pairs_of(tables, outcome.people)
    counted = counted_contacts(tables, outcome.people, pairs, span.period)
    months = months_of_records(tables, settings, span.period, span.first)
    long = statuses(pairs, counted, settings, months)
    school = rates(long, []).iloc[0]
    records = counted.loc[counted["date"] >= pd.Timestamp(span.first), "contact"].drop_duplicates()
    ways = (
        tables["contacts"]
        .frame["way"]
        .reindex(records)
        .value_counts()
        .reindex(list(CONTACTS.field("way").words))
        .dropna()
    )
    return ContactFigures(
        months=tuple(months.strftime("%Y-%m")),
        contacts=len(records),
        due=int(school["due"]),
        met=int(school[MET]),
        incomplete=int((long["status"] != NOT_DUE).sum() - school[MET] - school[MISSING]),
        missing=int(school[MISSING]),
        ways=ways.astype("int64").rename_axis("word").reset_index(),
        departments=_in_staff_order(rates(long, ["department"]), outcome.people.staff),
    )


def _in_staff_order(departments: pd.DataFrame, staff: pd.DataFrame) -> pd.DataFrame:
    """The departments in the order of the register of staff."""
    order = {name: place for place, name in enumerate(staff["department"].unique())}
    return departments.sort_values("department", key=lambda names: names.map(order), ignore_index=True)


def _progress(outcome: Outcome, span: Span) -> pd.DataFrame:
    rows = progress_by_term(outcome.tables, outcome.people, span.period)
    rows = rows[rows["term"].isin(span.terms)]
    counts = {verdict: (rows["verdict"] == verdict).astype("int64") for verdict in VERDICTS}
    table = rows[["term"]].assign(pupils=1, **counts)
    return table.groupby("term").sum().reset_index()


def _surveys(outcome: Outcome, span: Span) -> pd.DataFrame:
    frames = [surveys_of_term(outcome.tables, outcome.people, span.period, term) for term in span.terms]
    rows = pd.concat(frames, ignore_index=True)
    numbers = rows[["expected", "in_need"]].astype("Int64").fillna(0).astype("int64")
    asked = rows["asked"] | rows["done"]  # a class of a past year may have left the register: its survey tells of it
    table = rows[["term", "target"]].assign(asked=asked.astype("int64"), done=rows["done"].astype("int64"))
    return table.join(numbers).groupby(["term", "target"], sort=False).sum().reset_index()


def _visits(outcome: Outcome, span: Span) -> pd.DataFrame:
    """Against the plan where the span is the calendar year that plans are made for, else what was done."""
    table = visits_against_plan(outcome.tables, outcome.people, span.period)
    if span.first == span.period.year_start:
        return table
    rows = visits_between(outcome.tables, outcome.people, span.first, span.until)
    done = rows.groupby(["campaign", "recipient_kind"], sort=False)
    return done.agg(people=("person", "nunique"), money=("gift_money", "sum")).reset_index()
