"""What a control looks at: the registers, and the rows of money that are under control this month."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.fund.corrections import cancelled_by, is_correction
from pipeline.fund.deposits import Deposits, find_deposits
from pipeline.fund.money_rows import money_rows, that_count
from pipeline.registers import FEE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.findings import Place
    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Table


@dataclass(frozen=True)
class Audit:
    """The input of every control.

    Rule: controls look at usable rows up to the end of the month; rows of money on or before 期初日期 are no
    concern of theirs.
    """

    tables: Mapping[str, Table]
    settings: Settings
    period: Period

    @property
    def end(self) -> pd.Timestamp:
        """The last day of the month, at whose end it is judged what is still missing."""
        return pd.Timestamp(self.period.last)

    @cached_property
    def donations(self) -> pd.DataFrame:
        """The donations that count."""
        return self._counted("donations")

    @cached_property
    def disbursements(self) -> pd.DataFrame:
        """The disbursements that count."""
        return self._counted("disbursements")

    @cached_property
    def payments(self) -> pd.DataFrame:
        """The disbursements that somebody decides on: all but 手续费."""
        return self.disbursements[self.disbursements["programme"] != FEE]

    @cached_property
    def cash_moves(self) -> pd.DataFrame:
        """The cash moves that count."""
        return self._counted("cash_moves")

    @cached_property
    def movements(self) -> pd.DataFrame:
        """All movements of money that count, in order."""
        return money_rows(self.tables, self.settings, self.period)

    @cached_property
    def deposits(self) -> Deposits:
        """All deposits of cash, whatever their date."""
        return find_deposits(self.tables)

    def standing(self, rows: pd.DataFrame, name: str) -> pd.DataFrame:
        """The rows that neither are a 冲正 nor were cancelled by one; name: the column donor or recipient."""
        cancelled = cancelled_by(rows, name)
        return rows[~is_correction(rows) & ~rows.index.isin(cancelled)]

    def place(self, register: str, index: int, field: str = "") -> Place:
        """The cell of a row, or the row where its table lacks the column."""
        return self.tables[register].place(index, field)

    def _counted(self, register: str) -> pd.DataFrame:
        return that_count(self.tables[register].usable, self.settings, self.period)


def day_text(day: pd.Timestamp) -> str:
    """A day as the registers write it: 2026-10-08."""
    return f"{day:%Y-%m-%d}"
