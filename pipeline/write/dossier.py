"""一人一档: one pupil's file, an internal page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.care.contacts import MISSING, NOT_DUE, PARTS
from pipeline.care.pupil import dossiers, pupil_gaps, pupil_months
from pipeline.dates import chinese_date
from pipeline.messages import dossier as words
from pipeline.messages import summary, yearly
from pipeline.messages.care import REASONS, STATUSES
from pipeline.registers import PEOPLE_JOIN
from pipeline.stop import CannotRunError, unwritable
from pipeline.write.index import write_output_index
from pipeline.write.staging import put_whole, write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.care.pupil import Dossier
    from pipeline.outcome import Outcome

Row = dict[str, Any]
_UNFIT = re.compile(r'[\\/:*?"<>|]')  # no file may have these in its name
_STUDENT_FIELDS = ("student_no", "class_name", "class_teacher", "need", "hardship", "recognised_on", "benefit")
_STATE_FIELDS = ("status", "status_on")
_PAIRING_FIELDS = ("started_on", "ended_on", "end_reason", "measures", "tasks", "goals")


@dataclass(frozen=True, slots=True)
class Head:
    """Who it is: facts are the titles of fields with their values, blanks left out."""

    name: str
    source: str
    facts: tuple[tuple[str, str], ...]


def write_dossiers(outcome: Outcome, name: str, number: str, output: Path) -> list[Path]:
    """Write the file of each pupil of that name and number (either may be ""); the paths, in register order.

    CannotRunError if there is no such pupil, or a file cannot be written.
    """
    found = dossiers(outcome.tables, outcome.people, outcome.period, number or name)
    if name and number:
        named = {each.student_id for each in dossiers(outcome.tables, outcome.people, outcome.period, name)}
        found = [each for each in found if each.student_id in named]
    if not found:
        raise CannotRunError("pupil_unknown", who=" ".join(filter(None, (name, number))))
    paths = [output / yearly.PUPIL_FOLDER / file for file in _file_names(found)]
    try:
        for path, dossier in zip(paths, found, strict=True):
            put_whole(path, partial(write_text, text=dossier_text(outcome, dossier)))
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return paths


def dossier_text(outcome: Outcome, dossier: Dossier) -> str:
    """The page of one pupil."""
    tables, period = outcome.tables, outcome.period
    months = pupil_months(tables, outcome.people, outcome.settings, period, dossier.student_id)
    return render(
        "dossier.html.j2",
        school=outcome.settings.school,
        until=min(period.today, period.last),
        student=_head(outcome, dossier),
        gaps=[_gap(code, facts) for code, facts in pupil_gaps(dossier, months, period)],
        pairings=list(_pairings(outcome, dossier)),
        months=list(_months(months, outcome)),
        contacts=list(_contacts(outcome, dossier)),
        aid=list(_aid(outcome, dossier)),
        aid_total=dossier.aid_total,
        visits=list(_visits(outcome, dossier)),
        progress=list(_progress(outcome, dossier)),
    )


def _file_names(found: list[Dossier]) -> list[str]:
    """A name for each; namesakes of one class are numbered."""
    names: list[str] = []
    for each in found:
        facts = {name: _UNFIT.sub("_", str(each.student[name])) for name in ("class_name", "name")}
        name, number = yearly.PUPIL_NAME.format(**facts).strip(), 1
        while f"{name}.html" in names:
            number += 1
            name = yearly.PUPIL_NAMESAKE.format(**facts, number=number).strip()
        names.append(f"{name}.html")
    return names


def _gap(code: str, facts: dict[str, str]) -> str:
    if "parts" in facts:
        parts = facts["parts"].split(PEOPLE_JOIN)
        facts = {**facts, "parts": PEOPLE_JOIN.join(words.PARTS[part] for part in parts)}
    return words.GAPS[code].format(**facts)


def _head(outcome: Outcome, dossier: Dossier) -> Head:
    table, student = outcome.tables["students"], dossier.student
    names = (*_STUDENT_FIELDS, *_STATE_FIELDS)
    facts = tuple((table.register.field(name).title, told) for name in names if (told := _told(student[name])))
    return Head(str(student["name"]), table.place(dossier.student_id).address, facts)


def _pairings(outcome: Outcome, dossier: Dossier) -> Iterator[Row]:
    table = outcome.tables["pairings"]
    for row in dossier.pairings.to_dict("records"):
        facts = [(table.register.field(name).title, _told(row[name])) for name in _PAIRING_FIELDS if _told(row[name])]
        heads = {name: row[name] for name in ("helper", "department", "kind")}
        yield {**heads, "facts": facts, "source": table.place(row["pairing"]).address}


def _months(months: pd.DataFrame, outcome: Outcome) -> Iterator[Row]:
    """The latest month first."""
    rows = months.assign(key=months["month"].dt.strftime("%Y-%m")).sort_values("key", ascending=False, kind="stable")
    for row in rows.to_dict("records"):
        state = STATUSES[row["status"]]
        if row["status"] == NOT_DUE:
            state = words.NOT_DUE.format(reason=REASONS[row["reason"]])
        elif row["status"] == MISSING and outcome.period.is_preview and row["key"] == outcome.period.key:
            state = words.RUNNING
        yield {"month": row["key"], "helper": row["helper"], "state": state, "contacts": row["contacts"] or ""}


def _contacts(outcome: Outcome, dossier: Dossier) -> Iterator[Row]:
    table = outcome.tables["contacts"]
    fields = [table.register.field(name) for name in (*PARTS, "talk", "solved")]
    for index, row in _latest_first(dossier.contacts):
        texts = [(field.title, row[field.name]) for field in fields if row[field.name]]
        heads = {name: row[name] for name in ("helper", "way")}
        yield {**heads, "date": row["date"].date(), "texts": texts, "source": table.place(index).address}


def _aid(outcome: Outcome, dossier: Dossier) -> Iterator[Row]:
    table = outcome.tables["disbursements"]
    for index, row in _latest_first(dossier.aid):
        heads = {name: row[name] for name in ("programme", "amount", "signer")}
        days = {"date": _day(row["date"]), "signed_on": _day(row["signed_on"])}
        yield {**heads, **days, "source": table.place(index).address}


def _visits(outcome: Outcome, dossier: Dossier) -> Iterator[Row]:
    table = outcome.tables["visits"]
    for index, row in _latest_first(dossier.visits):
        heads = {"campaign": row["campaign"], "goods": row["gift_goods"], "visitor": row["visitor"]}
        paid = int(row["gift_money"]) if _is_known(row["gift_money"]) else 0
        yield {**heads, "money": paid, "date": _day(row["date"]), "source": table.place(index).address}


def _progress(outcome: Outcome, dossier: Dossier) -> Iterator[Row]:
    """The latest term first."""
    table = outcome.tables["progress"]
    for row in dossier.progress[::-1].to_dict("records"):
        marks = {name: _told(row[name]) for name in ("average", "grade_rank", "conduct", "absences")}
        told = {"term": row["term"], "verdict": summary.VERDICTS[row["verdict"]]}
        yield {**marks, **told, "source": table.place(row["row"]).address}


def _latest_first(rows: pd.DataFrame) -> Iterator[tuple[int, Row]]:
    """Index and row of each, the last date first."""
    rows = rows[::-1]
    yield from zip(rows.index.tolist(), rows.to_dict("records"), strict=True)


def _day(value: pd.Timestamp) -> dt.date | None:
    return value.date() if _is_known(value) else None


def _is_known(value: object) -> bool:
    """Whether a cell is not missing; NaN and NaT differ from themselves."""
    return value is not pd.NA and value == value  # noqa: PLR0124


def _told(value: Any) -> str:  # noqa: ANN401 - a cell of a frame
    """A cell in words; "" where it is blank."""
    if not _is_known(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return chinese_date(value.date())
    return f"{value:g}" if isinstance(value, float) else str(value)
