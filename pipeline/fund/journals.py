"""The books as an office keeps them: journals of cash and bank, a ledger a purpose, vouchers, receipts to sign.

Everything here is lines of figures in 分; how they look is up to the writers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.fund.books import purse_openings
from pipeline.fund.corrections import cancelled_by, is_correction
from pipeline.fund.money_rows import CASH_MOVES, DISBURSEMENTS, DONATIONS, money_rows
from pipeline.fund.running import incoming_first
from pipeline.registers import DEPOSIT, PERSON_KINDS, PUPIL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table

# Kinds of lines: 上期结转, a record, 本月合计, 本年累计, 过次页, 承前页.
OPENING, ENTRY, MONTH, YEAR, CARRIED, BROUGHT = "opening", "entry", "month", "year", "carried", "brought"
PAGE_LINES = 25
LINE_COLUMNS = ["kind", "date", "number", "text", "income", "spending", "balance", "correction", "register", "row"]
_SUMS = ["income", "spending"]


def cash_journal(tables: Mapping[str, Table], settings: Settings, period: Period) -> pd.DataFrame:
    """The month's 现金日记账; columns as LINE_COLUMNS."""
    return _journal(_entries(tables, settings, period, "cash"), settings.opening_cash, period)


def bank_journal(tables: Mapping[str, Table], settings: Settings, period: Period) -> pd.DataFrame:
    """The month's 银行存款日记账, wallets (微信, 支付宝) counted as bank; columns as LINE_COLUMNS."""
    return _journal(_entries(tables, settings, period, "bank"), settings.opening_bank, period)


def purpose_ledgers(tables: Mapping[str, Table], settings: Settings, period: Period) -> Mapping[str, pd.DataFrame]:
    """The month's 收支明细账 of each purpose, "" = unrestricted; columns as LINE_COLUMNS."""
    entries = _entries(tables, settings, period, "fund")
    openings = purse_openings(entries, settings)
    return {
        purpose: _journal(entries[entries["purpose"] == purpose], opening, period)
        for purpose, opening in openings.items()
    }


def paged(lines: pd.DataFrame, size: int = PAGE_LINES) -> pd.DataFrame:
    """The lines of a journal on pages of so many lines, with a column page (from 1).

    A page that is not the last ends with 过次页, the next begins with 承前页: both carry the sums of the month's
    records so far and the balance.
    """
    sums = lines[_SUMS].where(lines["kind"] == ENTRY, 0).cumsum().assign(balance=lines["balance"])
    pages: list[pd.DataFrame] = []
    start = 0
    while True:
        brought = _carry(sums.iloc[start - 1], BROUGHT) if start else lines.head(0)
        room = size - len(brought)
        last = len(lines) - start <= room
        stop = len(lines) if last else start + room - 1
        carried = lines.head(0) if last else _carry(sums.iloc[stop - 1], CARRIED)
        parts = [part for part in (brought, lines.iloc[start:stop], carried) if len(part)]
        pages.append(pd.concat(parts, ignore_index=True).assign(page=len(pages) + 1))
        if last:
            return pd.concat(pages, ignore_index=True)
        start = stop


def voucher_summary(tables: Mapping[str, Table], settings: Settings, period: Period) -> pd.DataFrame:
    """The month's 凭证汇总: columns register (donations, disbursements), category (类别 or 项目), rows, amount (分)."""
    rows = money_rows(tables, settings, period)
    rows = rows[(rows["fund"] != 0) & (rows["date"] >= pd.Timestamp(period.first))]
    amount = rows["fund"].where(rows["register"] == DONATIONS, -rows["fund"])
    grouped = rows.assign(amount=amount).groupby(["register", "category"], sort=False)["amount"]
    found = grouped.agg(["size", "sum"]).set_axis(["rows", "amount"], axis=1).reset_index()
    return found.sort_values("register", key=lambda names: names != DONATIONS, kind="stable", ignore_index=True)


def aid_to_sign(tables: Mapping[str, Table], period: Period) -> pd.DataFrame:
    """The rows of the 签收表: aid to persons approved or paid in the month and not signed for, pupils first.

    Columns row (index in disbursements), date, voucher, recipient, recipient_kind, class_name, programme, amount (分).
    """
    rows = tables[DISBURSEMENTS].usable
    rows = rows[~is_correction(rows) & ~rows.index.isin(cancelled_by(rows, "recipient"))]
    first, last = pd.Timestamp(period.first), pd.Timestamp(period.last)
    of_month = rows["date"].between(first, last) | rows["approved_on"].between(first, last)
    unsigned = rows["signed_on"].isna() | (rows["signer"] == "")
    found = rows[of_month & unsigned & rows["recipient_kind"].isin(PERSON_KINDS)]
    columns = ["row", "date", "voucher", "recipient", "recipient_kind", "class_name", "programme", "amount"]
    found = found.rename_axis("row").reset_index()[columns]
    return found.sort_values("recipient_kind", key=lambda kinds: kinds != PUPIL, kind="stable", ignore_index=True)


def _entries(tables: Mapping[str, Table], settings: Settings, period: Period, column: str) -> pd.DataFrame:
    """The movements of one purse kind up to the end of the month, with their words and what came in and went out.

    Gifts stand on the side of income and payments on that of spending, a 冲正 as a negative (red) figure there. Within
    a day what raises the balance comes first, so that the day's balances are never below both its ends.
    """
    rows = money_rows(tables, settings, period)
    rows = rows[rows[column] != 0]
    rows = incoming_first(rows, np.sign(rows[column]))
    gift = (rows["register"] == DONATIONS) & (rows["fund"] != 0)
    comes_in = gift | ((rows["fund"] == 0) & (rows[column] > 0))
    rows = rows.assign(
        kind=ENTRY,
        income=rows[column].where(comes_in, 0),
        spending=(-rows[column]).where(~comes_in, 0),
        correction=(gift & (rows["fund"] < 0)) | ((rows["register"] == DISBURSEMENTS) & (rows["fund"] > 0)),
    )
    words = rows[["register", "row"]].merge(_words(tables), how="left", on=["register", "row"])
    deposit = ((rows["fund"] == 0) & (rows["register"] == DONATIONS)).to_numpy()
    text = words["text"].where(~deposit, DEPOSIT)
    number = words["number"].where(~deposit, words["deposit"])
    return rows.assign(text=text.to_numpy(), number=number.to_numpy())


def _words(tables: Mapping[str, Table]) -> pd.DataFrame:
    """Number and text of every row of money: columns register, row, number, text, deposit (缴存单号)."""
    gifts, payments, moves = (tables[name].usable for name in (DONATIONS, DISBURSEMENTS, CASH_MOVES))
    parts = (
        (DONATIONS, gifts["receipt"], gifts["donor"] + " " + gifts["source"], gifts["deposit"]),
        (DISBURSEMENTS, payments["voucher"], payments["recipient"] + " " + payments["programme"], ""),
        (CASH_MOVES, moves["deposit"], moves["move"], ""),
    )
    frames = [
        pd.DataFrame({"register": name, "row": text.index, "number": number, "text": text, "deposit": deposit})
        for name, number, text, deposit in parts
    ]
    return pd.concat(frames, ignore_index=True)


def _journal(entries: pd.DataFrame, opening: int, period: Period) -> pd.DataFrame:
    """Opening line, the month's records with their running balance, 本月合计 and 本年累计."""
    balance = opening + (entries["income"] - entries["spending"]).cumsum()
    start, year = pd.Timestamp(period.first), pd.Timestamp(period.year_start)
    before = balance[entries["date"] < start]
    held = int(before.iloc[-1]) if len(before) else opening
    month = entries.assign(balance=balance)[entries["date"] >= start]
    closing = int(balance.iloc[-1]) if len(balance) else opening
    ends = [
        _line(OPENING, 0, 0, held),
        month[LINE_COLUMNS],
        _total(MONTH, month, closing),
        _total(YEAR, entries[entries["date"] >= year], closing),
    ]
    return pd.concat([part for part in ends if len(part)], ignore_index=True)


def _total(kind: str, entries: pd.DataFrame, balance: int) -> pd.DataFrame:
    return _line(kind, int(entries["income"].sum()), int(entries["spending"].sum()), balance)


def _carry(sums: pd.Series, kind: str) -> pd.DataFrame:
    return _line(kind, int(sums["income"]), int(sums["spending"]), int(sums["balance"]))


def _line(kind: str, income: int, spending: int, balance: int) -> pd.DataFrame:
    """One line that is no record."""
    line = pd.DataFrame({"kind": [kind], "number": "", "text": "", "income": income, "spending": spending})
    date = pd.Series([pd.NaT], dtype="datetime64[us]")
    return line.assign(balance=balance, correction=False, register="", row=-1, date=date)[LINE_COLUMNS]
