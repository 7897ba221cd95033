"""What the sheets show besides the outcome: asked of the computing parts once, so that no sheet computes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.care.appraisal import appraise
from pipeline.care.coverage import PAIRING_YEARS
from pipeline.care.goods import stock
from pipeline.care.matrix import contact_matrix
from pipeline.care.pairs import is_open, pairs_of
from pipeline.care.progress import progress_of_pupils
from pipeline.care.records import equal_records, late_entries
from pipeline.care.surveys import hardship_cases, survey_history, term_surveys
from pipeline.care.visits import visits_against_plan, visits_and_payments, visits_of_year
from pipeline.fund.running import running_account

if TYPE_CHECKING:
    from pipeline.care.appraisal import Appraisal
    from pipeline.care.matrix import ContactMatrix
    from pipeline.outcome import Outcome


@dataclass(frozen=True)
class Figures:
    """What running_account, contact_matrix, progress_of_pupils and their like give for the month.

    pairs: those of outcome.contacts in the same order, as pairs_of gives them, with due (three years) and open.
    """

    account: pd.DataFrame
    matrix: ContactMatrix
    pairs: pd.DataFrame
    progress: pd.DataFrame
    plan: pd.DataFrame
    visits: pd.DataFrame
    surveys: pd.DataFrame
    hardship: pd.DataFrame
    stock: pd.DataFrame
    departments: pd.DataFrame
    equal: pd.DataFrame
    late: pd.DataFrame
    paid_visits: pd.DataFrame
    survey_history: pd.DataFrame
    appraisals: list[Appraisal]


def figures_of(outcome: Outcome) -> Figures:
    """The further figures of an outcome."""
    tables, people, settings, period = outcome.tables, outcome.people, outcome.settings, outcome.period
    matrix = contact_matrix(tables, people, settings, period)
    pairs = pairs_of(tables, people)
    due = pairs["started_on"] + pd.DateOffset(years=PAIRING_YEARS)
    pairs = pairs.assign(due=due, open=is_open(pairs, pd.Timestamp(period.last)))
    return Figures(
        account=running_account(tables, settings, period),
        matrix=matrix,
        pairs=pairs.loc[matrix.long.loc[matrix.long["month"] == period.key, "pair"]],
        progress=progress_of_pupils(tables, people, period),
        plan=visits_against_plan(tables, people, period),
        visits=visits_of_year(tables, people, period),
        surveys=term_surveys(tables, people, period),
        hardship=hardship_cases(tables, settings, period),
        stock=stock(tables, period),
        departments=outcome.departments,
        equal=equal_records(tables, people, period),
        late=late_entries(tables, people, period),
        paid_visits=visits_and_payments(tables, people, period),
        survey_history=survey_history(tables, period),
        appraisals=appraise(tables, people, settings, period, matrix.statuses),
    )
