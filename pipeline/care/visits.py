"""Condolence visits of the year against the plan, and against the money paid for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Tables

KEYS = ["campaign", "recipient_kind"]
VISITING = "走访慰问"
_NOBODY = -1


def visits_against_plan(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """People and money of the calendar year up to the end of the month, for each activity and category.

    Columns: campaign, recipient_kind, planned_people, budget (分), people (those visited, each counted once), money
    (分, what the visits brought), people_left, money_left (plan less done, below zero where more was done), in_plan.
    Planned ones come first, in the order of the plan, then those outside it.
    """
    plan = tables["plan"].usable
    planned = plan[plan["year"] == period.year].groupby(KEYS, sort=False)[["people", "budget"]].sum()
    visits = visits_of_year(tables, people, period)
    done = visits.groupby(KEYS, sort=False).agg(people=("person", "nunique"), money=("gift_money", "sum"))
    table = planned.rename(columns={"people": "planned_people"}).astype("int64").join(done, how="outer", sort=False)
    order = [*planned.index, *done.index.difference(planned.index, sort=False)]
    table = table.reindex(pd.MultiIndex.from_tuples(order, names=KEYS)) if order else table
    table = table.assign(in_plan=table.index.isin(planned.index)).fillna(0)
    numbers = ["planned_people", "budget", "people", "money"]
    table = table.astype(dict.fromkeys(numbers, "int64"))
    table["people_left"] = table["planned_people"] - table["people"]
    table["money_left"] = table["budget"] - table["money"]
    return table.reset_index()[[*KEYS, *numbers, "people_left", "money_left", "in_plan"]]


def visits_of_year(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """The visits of the calendar year up to the end of the month, as visits_between gives them."""
    return visits_between(tables, people, period.year_start, period.last)


def visits_between(tables: Tables, people: People, first: dt.date, last: dt.date) -> pd.DataFrame:
    """The visits from one day to another, in register order.

    Columns: visit (index of the register), date, campaign, recipient, recipient_kind, person (tells people apart: by
    register where they are in one, else by name), gift_money (分, 0 where blank), gift_goods, visitor, voucher.
    """
    frame = tables["visits"].usable
    rows = frame[frame["date"].between(pd.Timestamp(first), pd.Timestamp(last))]
    who = people.visited.reindex(rows.index, fill_value=_NOBODY)
    person = rows["recipient"].mask(who["staff"] != _NOBODY, "staff " + who["staff"].astype("str"))
    person = person.mask(who["student"] != _NOBODY, "student " + who["student"].astype("str"))
    columns = ["date", *KEYS, "recipient", "gift_goods", "visitor", "voucher"]
    rows = rows[columns].assign(person=person, gift_money=rows["gift_money"].fillna(0).astype("int64"))
    return rows.reset_index(names="visit")


def visits_and_payments(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """The visits of the year beside the payments of their vouchers, one row a voucher; blank vouchers a row a visit.

    Columns: voucher, visits and payments (tuples of indexes of the registers), visited and paid (分), difference
    (visited less paid). A voucher of a visit may pay up to a month before the year begins; payments for 走访慰问 of the
    year that no visit names are listed too, with no visits.
    """
    visits = visits_of_year(tables, people, period)
    visits = visits[(visits["gift_money"] != 0) | (visits["voucher"] != "")]
    paid = _payments(tables, visits, period)
    keys = visits["voucher"].where(visits["voucher"] != "", "visit " + visits["visit"].astype("str"))
    of_visits = visits.groupby(keys, sort=False).agg(visits=("visit", tuple), visited=("gift_money", "sum"))
    own = paid["voucher"].where(paid["voucher"] != "", "payment " + paid["payment"].astype("str"))
    of_paid = paid.groupby(own, sort=False).agg(payments=("payment", tuple), paid=("amount", "sum"))
    table = of_visits.join(of_paid, how="left")
    table = pd.concat([table, of_paid[~of_paid.index.isin(of_visits.index)]])
    table = table.assign(**{name: table[name].map(_as_tuple) for name in ("visits", "payments")})
    table = table.assign(**{name: table[name].fillna(0).astype("int64") for name in ("visited", "paid")})
    known = {*visits["voucher"], *paid["voucher"]}
    voucher = [key if key in known else "" for key in table.index]
    table = table.assign(voucher=voucher, difference=table["visited"] - table["paid"]).reset_index(drop=True)
    return table[["voucher", "visits", "payments", "visited", "paid", "difference"]]


def _payments(tables: Tables, visits: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Payments that a visit names, and those for 走访慰问 of the year: payment (index), voucher, amount."""
    frame = tables["disbursements"].usable
    start, end = pd.Timestamp(period.year_start), pd.Timestamp(period.last)
    named = (frame["voucher"] != "") & frame["voucher"].isin(visits["voucher"])
    named &= frame["date"].between(start - pd.Timedelta(days=31), end)
    visiting = (frame["programme"] == VISITING) & frame["date"].between(start, end)
    return frame.loc[named | visiting, ["voucher", "amount"]].reset_index(names="payment")


def _as_tuple(value: object) -> tuple[int, ...]:
    return value if isinstance(value, tuple) else ()
