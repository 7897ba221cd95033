"""走访, 摸底 and 物资: visits against the year's plan, the term's surveys, staff in hardship, the stock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pipeline.messages import summary as words
from pipeline.write.summary.parts import Look, count, date, decimal, money, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.figures import Figures
    from pipeline.write.summary.parts import Sheet, TablePart


_SURVEY_LOOKS = ((words.SURVEY_MISSING, Look.BAD),)
_CASE_LOOKS = ((words.CASE_STATES["late"], Look.CARE), (words.CASE_STATES["overdue"], Look.BAD))


def visits_sheet(outcome: Outcome, figures: Figures) -> Sheet:
    """The sheet 走访与摸底."""
    return make_sheet(
        "visits",
        outcome,
        _plan(figures.plan),
        _surveys(outcome, figures.surveys),
        _survey_history(figures.survey_history),
        _hardship(outcome, figures.hardship),
        _paid(outcome, figures.paid_visits),
        _visits(outcome, figures.visits),
        freeze_header=False,
    )


def _plan(rows: pd.DataFrame) -> TablePart:
    states = np.select(
        [~rows["in_plan"], (rows["people_left"] > 0) | (rows["money_left"] > 0)],
        [words.PLAN_STATES["outside"], words.PLAN_STATES["open"]],
        default=words.PLAN_STATES["done"],
    )
    return table(
        "plan",
        text(rows["campaign"]),
        text(rows["recipient_kind"]),
        count(rows["planned_people"], int(rows["planned_people"].sum())),
        count(rows["people"], int(rows["people"].sum())),
        money(rows["budget"], int(rows["budget"].sum())),
        money(rows["money"], int(rows["money"].sum())),
        money(rows["money_left"], int(rows["money_left"].sum()), plus=(4,), minus=(5,)),
        word(states.tolist()),
    )


def _surveys(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    states = np.where(rows["done"], words.SURVEY_DONE, words.SURVEY_MISSING)
    found = iter(addresses(outcome.tables["surveys"], rows["survey"].dropna().astype("int64")))
    return table(
        "surveys",
        text(rows["unit"]),
        text(rows["target"]),
        count(rows["expected"], int(rows["expected"].sum())),
        count(rows["in_need"], int(rows["in_need"].sum()), zeros=True),
        date(rows["surveyed_on"]),
        text(rows["responsible"].fillna("")),
        word(states.tolist(), _SURVEY_LOOKS),
        text(next(found) if done else "" for done in rows["done"]),
    )


def _survey_history(rows: pd.DataFrame) -> TablePart:
    return table(
        "survey_history",
        text(rows["term"]),
        text(rows["target"]),
        *(count(rows[name], zeros=True) for name in ("surveys", "expected", "in_need")),
    )


def _paid(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    """The visits of each voucher beside its payments."""
    registers = {"visits": outcome.tables["visits"], "payments": outcome.tables["disbursements"]}
    return table(
        "paid_visits",
        text(rows["voucher"]),
        money(rows["visited"], int(rows["visited"].sum())),
        money(rows["paid"], int(rows["paid"].sum())),
        money(rows["difference"], int(rows["difference"].sum()), plus=(1,), minus=(2,)),
        *(
            text(words.SHEET_JOIN.join(addresses(register, each)) for each in rows[name])
            for name, register in registers.items()
        ),
    )


def _hardship(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    """Only what a leader needs to see that grave cases were reported: neither illness nor cause."""
    return table(
        "hardship",
        text(rows["name"]),
        text(rows["department"]),
        word(rows["severity"]),
        date(rows["date"]),
        date(rows["limit"]),
        date(rows["reported_on"]),
        word(rows["state"].map(words.CASE_STATES), _CASE_LOOKS),
        text(addresses(outcome.tables["staff_hardship"], rows["case"])),
    )


def _visits(outcome: Outcome, rows: pd.DataFrame) -> TablePart:
    return table(
        "visits",
        text(rows["campaign"]),
        text(rows["recipient_kind"]),
        date(rows["date"]),
        text(rows["recipient"]),
        money(rows["gift_money"], int(rows["gift_money"].sum())),
        text(rows["gift_goods"]),
        text(rows["visitor"]),
        text(addresses(outcome.tables["visits"], rows["visit"])),
    )


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
