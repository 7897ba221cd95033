"""物资: the stock of each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.write.summary.parts import decimal, text
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet


def goods_sheet(outcome: Outcome, rows: pd.DataFrame) -> Sheet:
    """The sheet 物资; rows: as stock gives them. Things of different units have no total."""
    columns = (
        text(rows["item"]),
        text(rows["unit"]),
        decimal(rows["opening"]),
        decimal(rows["received"]),
        decimal(rows["issued"]),
        decimal(rows["closing"], plus=(2, 3), minus=(4,)),
    )
    return make_sheet("goods", outcome, table("goods", *columns), upright=True)
