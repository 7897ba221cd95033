"""The voluntary pledges (倡议额) of the staff: due, paid and short in the calendar year, in 分."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding
from pipeline.registers import IN_SERVICE, MIDDLE_LEADER, PARTY_MEMBER, SCHOOL_LEADER, STAFF_TIERS, TEACHER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.period import Period
    from pipeline.tables import Table

MONTHS = 12
COLUMNS = ["staff", "name", "department", "tier", "due", "paid", "short"]


def compute_pledges(
    tables: Mapping[str, Table],
    staff: pd.DataFrame,
    donors: pd.Series[int],
    period: Period,
) -> tuple[pd.DataFrame, list[Finding]]:
    """Everybody's pledge of the year up to the end of the month, in register order.

    staff: the usable staff rows. donors: donations index -> staff index (-1: nobody of the staff).
    Gives columns staff (index), name, department, tier, due, paid, short (分; due and short missing where no rate is
    known), and a warning where the year has no rates of its own. Everybody counts who was in service on some day of
    the year up to the end of the month.
    """
    listed = _in_service(staff, period)
    tiers = tier_of(listed)
    rates = _latest_rates(tables["pledge_rates"].usable, period.year)
    due = _share(tiers.map(rates["per_year"].astype("Int64")).astype("Int64"), _months_of_service(listed, period.year))
    paid = _paid(tables["donations"].usable, donors, period).reindex(listed.index, fill_value=0).astype("Int64")
    short = (due - paid).clip(lower=0)
    frame = listed.assign(staff=listed.index, tier=tiers, due=due, paid=paid, short=short)[COLUMNS]
    return frame.reset_index(drop=True), _missing_rates(tiers, rates, period.year)


def below(pledges: pd.DataFrame) -> pd.DataFrame:
    """Those who are below their pledge (未达倡议额)."""
    return pledges[pledges["short"].fillna(0) > 0].reset_index(drop=True)


def by_department(pledges: pd.DataFrame) -> pd.DataFrame:
    """One row a department, in order of first appearance: department, people, below (people), due, paid, short (分)."""
    marked = pledges.assign(below=pledges["short"].fillna(0) > 0)
    return (
        marked.groupby("department", sort=False)
        .agg(
            people=("staff", "size"),
            below=("below", "sum"),
            due=("due", "sum"),
            paid=("paid", "sum"),
            short=("short", "sum"),
        )
        .reset_index()
    )


def tier_of(staff: pd.DataFrame) -> pd.Series[str]:
    """The tier of each of the staff. Rule: the highest that applies of 校级领导 > 中层领导 > 党员 > 教师."""
    leader = staff["rank"].isin([SCHOOL_LEADER, MIDDLE_LEADER])
    member = staff["party_member"].fillna(value=False).astype("bool")
    return staff["rank"].where(leader, member.map({True: PARTY_MEMBER, False: TEACHER}))


def _in_service(staff: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Those in service on some day of the year up to the end of the month.

    Rule: 离岗日期 is the last day of service; 退休 or 调离 without 离岗日期 is not in service.
    """
    start, end = pd.Timestamp(period.year_start), pd.Timestamp(period.last)
    gone = ~staff["status"].isin(["", IN_SERVICE]) & staff["left_on"].isna()
    came = staff["joined_on"].isna() | (staff["joined_on"] <= end)
    stayed = staff["left_on"].isna() | (staff["left_on"] >= start)
    return staff[~gone & came & stayed]


def _months_of_service(staff: pd.DataFrame, year: int) -> pd.Series[int]:
    """Months of the year with any day in service, 0 to 12; a known leaving date later in the year counts already."""
    joined, left = staff["joined_on"], staff["left_on"]
    first = joined.dt.month.where(joined.dt.year == year, 1).astype("int64")
    last = left.dt.month.where(left.dt.year == year, MONTHS).astype("int64")
    months: pd.Series[int] = (last - first + 1).clip(lower=0)
    return months


def _share(per_year: pd.Series[int], months: pd.Series[int]) -> pd.Series[int]:
    """So many twelfths of a yearly amount in 分, half a 分 upwards."""
    share: pd.Series[int] = (2 * per_year * months + MONTHS) // (2 * MONTHS)
    return share


def _paid(donations: pd.DataFrame, donors: pd.Series[int], period: Period) -> pd.Series[int]:
    """What each of the staff gave, in 分, by staff index.

    Rule: gifts of the year in the register up to the end of the month, with neither 用途 nor 活动; those before
    期初日期 too, for the pledge is of the whole year.
    """
    start, end = pd.Timestamp(period.year_start), pd.Timestamp(period.last)
    free = (donations["purpose"] == "") & (donations["campaign"] == "")
    gifts = donations[free & donations["date"].between(start, end)]
    return gifts.groupby(donors.reindex(gifts.index, fill_value=-1))["amount"].sum()


def _latest_rates(rates: pd.DataFrame, year: int) -> pd.DataFrame:
    """The latest rate of each tier up to the year: index tier; per_year (分) and the year it is of."""
    known = rates[rates["year"] <= year].sort_values("year", kind="stable")
    return known.drop_duplicates("tier", keep="last").set_index("tier")[["per_year", "year"]]


def _missing_rates(tiers: pd.Series[str], rates: pd.DataFrame, year: int) -> list[Finding]:
    """One warning a year that rates were taken from, and one for tiers that have none at all."""
    used = [tier for tier in STAFF_TIERS if (tiers == tier).any()]
    years = {tier: int(rates["year"][tier]) if tier in rates.index else 0 for tier in used}
    missing = sorted({since for since in years.values() if since != year}, reverse=True)
    findings = []
    for since in missing:
        names = "、".join(tier for tier in used if years[tier] == since)
        code = "pledge_rates_of_year" if since else "pledge_rates_unknown"
        findings.append(Finding(code, None, {"year": str(year), "tiers": names, "since": str(since)}))
    return findings
