"""Staff in hardship or serious illness: the union's record, and when grave cases were reported upward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Tables

GRAVE = "严重"
IN_TIME, LATE, OVERDUE, WAITING, NOT_ASKED = "in_time", "late", "overdue", "waiting", ""


def hardship_cases(tables: Tables, settings: Settings, period: Period) -> pd.DataFrame:
    """Every case recorded up to the end of the month, in register order.

    Columns: case (index of the register), date, name, department, hardship_kind, severity, grave, limit (the last day
    for reporting a grave case), reported_to, reported_on, outcome, state: in_time, late, overdue (not reported, the
    limit past), waiting (not reported, still in time), "" (not grave). What is missing is judged at the end of the
    month; the limit's last day is in time.
    """
    frame = tables["staff_hardship"].usable
    day = pd.Timestamp(period.last)
    rows = frame[frame["date"] <= day]
    limit = rows["date"] + pd.Timedelta(days=settings.report_days)
    reported = rows["reported_on"].where(rows["reported_on"] <= day)
    grave = rows["severity"] == GRAVE
    state = np.select(
        [~grave, reported <= limit, reported > limit, limit < day],
        [NOT_ASKED, IN_TIME, LATE, OVERDUE],
        default=WAITING,
    )
    columns = ["date", "name", "department", "hardship_kind", "severity", "reported_to", "reported_on", "outcome"]
    return rows[columns].assign(grave=grave, limit=limit.where(grave), state=state).reset_index(names="case")
