"""倡议额: what each of the staff pledged, gave and is short of, with totals a department."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pipeline.fund.pledges import by_department
from pipeline.messages import summary as words
from pipeline.write.summary.parts import Look, TextPart, count, money, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet, TablePart


def pledges_sheet(outcome: Outcome) -> Sheet:
    """The sheet 倡议额."""
    everybody = _everybody(outcome.pledges, addresses(outcome.tables["staff"], outcome.pledges["staff"]))
    departments = _departments(by_department(outcome.pledges))
    return make_sheet("pledges", outcome, everybody, departments, TextPart((words.SIGNATURE,)), upright=True)


def _everybody(rows: pd.DataFrame, sources: list[str]) -> TablePart:
    short = rows["short"].fillna(0) > 0
    states = np.select([rows["due"].isna(), short], [words.NO_RATE, words.SHORT], default=words.REACHED)
    return table(
        "pledges",
        text(rows["department"]),
        text(rows["name"]),
        word(rows["tier"]),
        money(rows["due"], int(rows["due"].sum())),
        money(rows["paid"], int(rows["paid"].sum())),
        money(rows["short"], int(rows["short"].sum())),
        word(states.tolist(), ((words.SHORT, Look.CARE), (words.NO_RATE, Look.CARE))),
        text(sources),
    )


def _departments(rows: pd.DataFrame) -> TablePart:
    return table(
        "pledge_departments",
        text(name or words.NO_DEPARTMENT for name in rows["department"]),
        count(rows["people"], int(rows["people"].sum())),
        count(rows["below"], int(rows["below"].sum())),
        *(money(rows[part], int(rows[part].sum())) for part in ("due", "paid", "short")),
        own_page=True,
    )
