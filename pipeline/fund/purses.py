"""No purse is ever overdrawn: restricted money, the unrestricted rest and the cash box, at the end of every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.findings import Finding, Place
from pipeline.fund.books import UNRESTRICTED, purse_openings
from pipeline.fund.money_rows import DONATIONS, money_rows
from pipeline.money import format_yuan
from pipeline.settings import RESTRICTED_PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

CASH_OPENING, BANK_OPENING = "期初现金余额", "期初银行余额"


def check_purses(tables: Mapping[str, Table], settings: Settings, period: Period) -> list[Finding]:
    """An error for each run of days at whose end a purse was below zero.

    Rule: it stands at the last row of the run's first day that touches the purse; a purse that begins below zero is
    reported at its setting.
    """
    rows = money_rows(tables, settings, period)
    findings = [
        finding
        for purpose, opening in purse_openings(rows, settings).items()
        for finding in _check_purpose(tables, rows, purpose, opening)
    ]
    return findings + _check_cash(tables, settings, rows)


def run_starts(
    rows: pd.DataFrame,
    column: str,
    opening: int,
    is_bad: Callable[[pd.Series[int]], pd.Series[bool]],
) -> pd.DataFrame:
    """The first day of each run of days that end badly: the day's last row, with the day's closing balance.

    rows: movements of one purse in order; column: what they add to it; opening: its balance before them, in 分;
    is_bad tells bad balances. A balance stands until the next movement, so only days with movements are looked at.
    A run that began before the first row has no first day here.
    """
    touched = rows[rows[column] != 0]
    days = touched.assign(balance=opening + touched[column].cumsum()).drop_duplicates("date", keep="last")
    bad = is_bad(days["balance"])
    began_bad = bool(is_bad(pd.Series([opening])).iloc[0])
    return days[bad & ~bad.shift(fill_value=began_bad)]


def below_zero(balance: pd.Series[int]) -> pd.Series[bool]:
    """Which balances are below zero."""
    return balance < 0


def amount_place(tables: Mapping[str, Table], row: Mapping[str, object] | pd.Series) -> Place:
    """The amount cell of a row of money_rows."""
    return tables[str(row["register"])].place(int(str(row["row"])), "amount")


def setting_place(tables: Mapping[str, Table], item: str) -> Place | None:
    """The content cell of a setting; None where it is not set."""
    table = tables["settings"]
    found = table.frame.index[table.frame["item"] == item]
    return table.place(int(found[0]), "content") if len(found) else None


def _check_purpose(tables: Mapping[str, Table], rows: pd.DataFrame, purpose: str, opening: int) -> list[Finding]:
    own = rows[rows["purpose"] == purpose]
    findings = []
    if opening < 0:
        item = BANK_OPENING if purpose == UNRESTRICTED else RESTRICTED_PREFIX + purpose
        findings.append(Finding("opening_below_zero", setting_place(tables, item), _facts(purpose, opening)))
    for _, row in run_starts(own, "fund", opening, below_zero).iterrows():
        given = opening > 0 or ((own["register"] == DONATIONS) & (own["date"] <= row["date"])).any()
        facts = _facts(purpose, row["balance"], row["date"]) | {"known": _known_purposes(rows, row["date"])}
        findings.append(Finding(_code(purpose, given=given), amount_place(tables, row), facts))
    return findings


def _code(purpose: str, *, given: bool) -> str:
    if purpose == UNRESTRICTED:
        return "unrestricted_below_zero"
    return "purpose_below_zero" if given else "purpose_without_gifts"


def _known_purposes(rows: pd.DataFrame, until: pd.Timestamp) -> str:
    """The purposes that somebody gave for up to a day, for the person who mistyped one."""
    gifts = rows[(rows["register"] == DONATIONS) & (rows["date"] <= until) & (rows["purpose"] != UNRESTRICTED)]
    return "、".join(sorted(set(gifts["purpose"]))) or "(无)"


def _check_cash(tables: Mapping[str, Table], settings: Settings, rows: pd.DataFrame) -> list[Finding]:
    findings = []
    if settings.opening_cash < 0:
        where = setting_place(tables, CASH_OPENING)
        findings.append(Finding("opening_below_zero", where, _facts("现金", settings.opening_cash)))
    for _, row in run_starts(rows, "cash", settings.opening_cash, below_zero).iterrows():
        facts = _facts("", row["balance"], row["date"])
        findings.append(Finding("cash_below_zero", amount_place(tables, row), facts))
    return findings


def _facts(purpose: str, balance: int, day: pd.Timestamp | None = None) -> dict[str, str]:
    return {
        "purpose": purpose or "非限定资金",
        "balance": format_yuan(int(balance)),
        "short": format_yuan(-int(balance)),
        "day": f"{day:%Y-%m-%d}" if day is not None else "",
    }
