"""A column of amounts in 大写 beside the amounts in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pipeline.money import parse_amount
from pipeline.read.headers import plain_header
from pipeline.text import strip_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pandas.api.typing import NAType

    from pipeline.faults import CellValue


def differing_capitals(
    headers: Sequence[str],
    columns: Sequence[Sequence[CellValue]],
    amounts: Sequence[int | NAType],
) -> Iterator[tuple[int, int, str]]:
    """Row offset, column and text of each 大写 that is not the amount (in 分) of its row.

    A blank one says nothing, nor does one beside an amount that cannot be read.
    """
    for column, header in enumerate(headers):
        if "大写" in plain_header(header):
            for offset, (value, amount) in enumerate(zip(columns[column], amounts, strict=True)):
                text = strip_cell(value) if isinstance(value, str) else str(value)
                if text and amount is not pd.NA and parse_amount(value) != amount:
                    yield offset, column, text
