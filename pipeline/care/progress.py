"""How each aided pupil got on from term to term: marks, rank, conduct, absences, and who dropped out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pipeline.care.pairs import is_open, pairs_of
from pipeline.registers import PEOPLE_JOIN
from pipeline.terms import term_bounds

if TYPE_CHECKING:
    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Table, Tables

DROPPED_OUT, SLIPPED, STEADY, IMPROVED, UNKNOWN = "dropped_out", "slipped", "steady", "improved", "unknown"
DROP_OUT = "辍学"
CONDUCT = {"优": 4, "良": 3, "中": 2, "差": 1}
_REMEMBERED = 4  # sets of registers, as in fund.money_rows
MEASURES = ["average", "grade_rank", "conduct", "absences"]
# Whether a larger number is better (conduct as in CONDUCT).
_BETTER = {"average": 1, "grade_rank": -1, "conduct": 1, "absences": -1}
_VERDICT_ORDER = [DROPPED_OUT, SLIPPED, STEADY, IMPROVED, UNKNOWN]


def progress_by_term(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """One row a pupil and term begun by the end of the month, by pupil, then term.

    Columns: row (index of the register), student_id, term, average, grade_rank, conduct, absences, the same with
    _before (of the pupil's last earlier term, blank in the first), earlier_row, and verdict: slipped, steady,
    improved, or unknown (nothing to compare). Of two rows of one pupil and term the later counts.

    Rule: slipped = marks fell, or conduct fell, or absences rose; improved = none of these, and one of them the other
    way. Marks are the rank where both terms have one (exams differ), else the average.
    """
    links = people.progress.rename(columns={"student": "student_id"})
    rows = links.merge(tables["progress"].frame[["term", *MEASURES]], left_on="row", right_index=True)
    begun = {term: term_bounds(term)[0] <= period.last for term in rows["term"].unique()}
    rows = rows[rows["term"].map(begun).astype(bool)].drop_duplicates(["student_id", "term"], keep="last")
    rows = rows.sort_values(["student_id", "term"], ignore_index=True)
    before = rows.groupby("student_id")[["row", *MEASURES]].shift()
    rows = rows.assign(
        earlier_row=before["row"].astype("Int64"), **{f"{name}_before": before[name] for name in MEASURES}
    )
    return rows.assign(verdict=_verdict(rows))


def progress_of_pupils(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """One row an aided pupil: drop-outs first, those who slipped next, then steady, improved, unknown.

    Columns: student_id, student, class_name, need, helpers and measures (of the open pairings), term (the latest),
    and those of progress_by_term, of the latest term. Within a verdict the order is that of the register.
    """
    return _of_pupils(tables["progress"], tables["pairings"], people, period)


@lru_cache(_REMEMBERED)
def _of_pupils(progress: Table, pairings: Table, people: People, period: Period) -> pd.DataFrame:
    """The same. The sheet of pupils and the appraisal ask for it: it is put together once."""
    tables = {"progress": progress, "pairings": pairings}
    latest = progress_by_term(tables, people, period).drop_duplicates("student_id", keep="last")
    students = people.students[["name", "class_name", "need", "status", "status_on"]]
    gone = (students["status"] == DROP_OUT) & ~(students["status_on"] > pd.Timestamp(period.last))
    table = students.drop(columns=["status", "status_on"]).rename(columns={"name": "student"}).assign(gone=gone)
    table = table.join(_helpers(tables, people, period)).reset_index(names="student_id")
    table = table.merge(latest, on="student_id", how="left")
    verdict = table["verdict"].fillna(UNKNOWN).mask(table["gone"], DROPPED_OUT)
    texts = {name: table[name].fillna("") for name in ("helpers", "measures", "term", "conduct", "conduct_before")}
    table = table.assign(verdict=verdict, **texts).drop(columns="gone")
    order = table["verdict"].map({name: place for place, name in enumerate(_VERDICT_ORDER)})
    return table.iloc[order.argsort(kind="stable")].reset_index(drop=True)


def _verdict(rows: pd.DataFrame) -> np.ndarray:
    """The verdict of each row, from the differences of its measures to those before."""
    change = {
        name: (_number(rows[name]) - _number(rows[f"{name}_before"])) * better for name, better in _BETTER.items()
    }
    change["marks"] = change.pop("grade_rank").fillna(change.pop("average"))
    changes = pd.DataFrame(change)
    return np.select(
        [changes.isna().all(axis=1), (changes < 0).any(axis=1), (changes > 0).any(axis=1)],
        [UNKNOWN, SLIPPED, IMPROVED],
        default=STEADY,
    )


def _number(values: pd.Series) -> pd.Series[float]:
    if values.name in {"conduct", "conduct_before"}:
        values = values.map(CONDUCT)
    return values.astype("Float64").astype("float64")


def _helpers(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """The helpers of each student's open pairings and their measures, each joined by 、."""
    pairs = pairs_of(tables, people)
    pairs = pairs[is_open(pairs, pd.Timestamp(period.last))]
    columns = {"helpers": _joined(pairs, "helper"), "measures": _joined(pairs, "measures")}
    return pd.DataFrame(columns, dtype="str").rename_axis("student_id")


def _joined(pairs: pd.DataFrame, column: str) -> dict[int, str]:
    """The texts of a column of each student's pairs, each text once."""
    texts: dict[int, dict[str, None]] = {}
    for student, text in zip(pairs["student_id"].tolist(), pairs[column].tolist(), strict=True):
        texts.setdefault(student, {}).update({text: None} if text else {})
    return {student: PEOPLE_JOIN.join(each) for student, each in texts.items()}
