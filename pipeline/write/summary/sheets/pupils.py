"""学生: how each aided pupil got on, drop-outs first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.write.summary.parts import Look, count, decimal, long, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet

_LOOKS = (
    (words.VERDICTS["dropped_out"], Look.BAD),
    (words.VERDICTS["slipped"], Look.CARE),
    (words.VERDICTS["improved"], Look.GOOD),
)


def pupils_sheet(outcome: Outcome, rows: pd.DataFrame) -> Sheet:
    """The sheet 学生; rows: as progress_of_pupils gives them."""
    known = rows["row"].notna()
    found = iter(addresses(outcome.tables["progress"], rows.loc[known, "row"].astype("int64")))
    columns = (
        word(rows["verdict"].map(words.VERDICTS), _LOOKS),
        text(rows["student"]),
        text(rows["class_name"]),
        text(rows["need"]),
        text(rows["helpers"].fillna("")),
        long(rows["measures"].fillna("")),
        text(rows["term"]),
        decimal(rows["average"]),
        decimal(rows["average_before"]),
        count(rows["grade_rank"]),
        count(rows["grade_rank_before"]),
        word(rows["conduct"]),
        word(rows["conduct_before"]),
        count(rows["absences"], zeros=True),
        count(rows["absences_before"], zeros=True),
        text(next(found) if each else "" for each in known),
    )
    return make_sheet("pupils", outcome, table("pupils", *columns))
