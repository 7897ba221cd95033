"""收支明细账: every row of money with the balances after it.

The balances of rows are values, for a formula a row would double what the sheet costs; the line 合计 and the sheets
that sum up are formulas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.messages import summary as words
from pipeline.registers import DEPOSIT
from pipeline.write.summary.parts import date, money, text
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipeline.outcome import Outcome
    from pipeline.tables import Table
    from pipeline.write.summary.parts import Column, Sheet
    from pipeline.write.summary.sheets.common import Sources

# Where each register has the number, the name and the channel of a row.
_FIELDS = {
    "donations": ("receipt", "donor", "channel"),
    "disbursements": ("voucher", "recipient", "channel"),
    "cash_moves": ("deposit", "move", ""),
}
_TEXTS = ["number", "name", "channel", "source", "link"]


def ledger_sheet(outcome: Outcome, rows: pd.DataFrame, sources: Sources) -> Sheet:
    """The sheet 收支明细账; rows: as running_account gives them."""
    settings, books = outcome.settings, outcome.books
    texts = _texts(rows, outcome.tables, sources)
    opening = settings.opening_bank + settings.opening_cash
    columns = (
        date([settings.opening_date, *rows["date"]]),
        _under("", texts["number"]),
        _under(words.OPENING_ROW, texts["name"]),
        _under("", rows["category"]),
        _under("", texts["channel"]),
        _under("", rows["purpose"]),
        money([0, *rows["income"]], books.total.income),
        money([0, *rows["spending"]], books.total.spending),
        money([opening, *rows["fund_balance"]], zeros=True),
        money([0, *rows["bank"]], books.bank_book - settings.opening_bank),
        money([settings.opening_bank, *rows["bank_balance"]], zeros=True),
        money([0, *rows["cash"]], books.cash - settings.opening_cash),
        money([settings.opening_cash, *rows["cash_balance"]], zeros=True),
        money(_purses(rows), zeros=True),
        text(["", *texts["source"]], links=["", *texts["link"]]),
    )
    return make_sheet("ledger", outcome, table("ledger", *columns))


def _purses(rows: pd.DataFrame) -> Sequence[int | None]:
    """The balance of the row's own purpose; blank where no money of the fund moved."""
    moved = zip(rows["fund"], rows["purpose_balance"], strict=True)
    return [None, *(balance if fund else None for fund, balance in moved)]


def _under(opening: str, values: Iterable[str]) -> Column:
    return text([opening, *values])


def _texts(rows: pd.DataFrame, tables: Mapping[str, Table], sources: Sources) -> pd.DataFrame:
    """Number, name, channel, address and link of each row; a deposit that only its gifts tell of has their number."""
    parts = [_of_register(of, tables[str(name)], sources) for name, of in rows.groupby("register")]
    texts = pd.concat(parts).reindex(rows.index) if parts else pd.DataFrame(columns=_TEXTS)
    alone = rows.index[(rows["register"] == "donations") & (rows["fund"] == 0)]
    deposits = tables["donations"].frame["deposit"].reindex(rows.loc[alone, "row"]).to_numpy()
    texts.loc[alone, "number"] = deposits
    texts.loc[alone, ["name", "channel"]] = [DEPOSIT, ""]
    return texts


def _of_register(rows: pd.DataFrame, register: Table, sources: Sources) -> pd.DataFrame:
    number, name, channel = _FIELDS[register.register.name]
    found = register.frame.loc[rows["row"]]
    return pd.DataFrame(
        {
            "number": found[number].to_numpy(),
            "name": found[name].to_numpy(),
            "channel": found[channel].to_numpy() if channel else "",
            "source": addresses(register, rows["row"]),
            "link": sources.row_links(register, rows["row"]),
        },
        index=rows.index,
    )
