"""One spelling for each restricted purpose: 用途, 资金 and 期初限定 are the same purse however they are typed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.names import DOTS, clean_name
from pipeline.settings import RESTRICTED_PREFIX
from pipeline.text import strip_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.tables import Table

_PURPOSES = ("donations", "disbursements")
_WORD = r"\s*".join(RESTRICTED_PREFIX[:-1])
_OPENING = re.compile(rf"\s*{_WORD}\s*[{re.escape(DOTS)}．｡･:：－—-]\s*(?P<purpose>.*)", re.DOTALL)


def one_spelling(tables: Mapping[str, Table]) -> dict[str, Table]:
    """The tables with each purpose in donations, disbursements and settings as it was first written.

    Two are the same purpose if they agree after NFKC, without blanks and with one middle dot, as names are compared.
    """
    settings = tables["settings"].frame
    opening = settings["item"].str.extract(_OPENING)["purpose"].dropna().map(strip_cell)
    written = pd.concat([*(tables[name].frame["purpose"] for name in _PURPOSES), opening]).unique().tolist()
    first: dict[str, str] = {}
    for text in written:
        first.setdefault(clean_name(text), text)
    spelling = {text: first[clean_name(text)] for text in written}
    changed = {name: _with(tables[name], "purpose", tables[name].frame["purpose"].map(spelling)) for name in _PURPOSES}
    items = settings["item"].copy()
    items[opening.index] = RESTRICTED_PREFIX + opening.map(spelling)
    return {**tables, **changed, "settings": _with(tables["settings"], "item", items)}


def _with(table: Table, column: str, texts: pd.Series[str]) -> Table:
    return replace(table, frame=table.frame.assign(**{column: texts.astype(table.frame[column].dtype)}))
