"""结对: every pairing of the month with its contacts, and every gap, each once; what needs somebody stands first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.care.contacts import INCOMPLETE, PARTS
from pipeline.messages import summary as words
from pipeline.messages.care import PARTS as PART_WORDS
from pipeline.messages.care import PLAN_PARTS, REASONS, STATUSES
from pipeline.write.summary.parts import count, date, long, text, word
from pipeline.write.summary.sheets.common import make_sheet, table
from pipeline.write.summary.sheets.contacts import LOOKS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterator, Mapping

    import pandas as pd

    from pipeline.care.coverage import Coverage, PairGap, PupilGap, StaffGap
    from pipeline.findings import Place
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet

_JOIN = "、"
_NARROW = 15  # characters, so that the sheet can be read on paper
_LAST = {words.OPEN: 1, words.CLOSED: 2, words.GAPS["natural"]: 3}  # whatever else there is needs somebody
_Record = dict["Hashable", "object"]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the sheet, whatever it tells of; what is not known is blank."""

    what: str
    place: Place
    department: str = ""
    helper: str = ""
    student: str = ""
    class_name: str = ""
    kind: str = ""
    started: dt.date | None = None
    due: dt.date | None = None
    ended: dt.date | None = None
    status: str = ""
    contacts: int = 0
    last_contact: dt.date | None = None
    said: str = ""


def pairings_sheet(outcome: Outcome, pairs: pd.DataFrame) -> Sheet:
    """The sheet 结对; pairs: those of outcome.contacts, in the same order, with started_on, due, ended_on and open."""
    rows = [*_gaps(outcome.coverage, set(pairs["pairing"])), *_listed(outcome, pairs)]
    rows.sort(key=lambda row: _LAST.get(row.what, 0))
    columns = (
        long((row.what for row in rows), _NARROW),
        text(row.department for row in rows),
        text(row.helper for row in rows),
        text(row.student for row in rows),
        text(row.class_name for row in rows),
        text(row.kind for row in rows),
        date(row.started for row in rows),
        date(row.due for row in rows),
        date(row.ended for row in rows),
        word((row.status for row in rows), LOOKS),
        count(row.contacts for row in rows),
        date(row.last_contact for row in rows),
        long(row.said for row in rows),
        long((row.place.address for row in rows), _NARROW),
    )
    return make_sheet("pairings", outcome, table("pairings", *columns))


def _gaps(coverage: Coverage, listed: set[int]) -> Iterator[_Row]:
    """Everything that is no pairing of the month: people without one, and pairings that ended earlier."""
    yield from (_of_staff(words.GAPS["members"], each) for each in coverage.members_without_pairing)
    for leader in coverage.leaders_out_of_range:
        yield _of_staff(words.GAPS["leaders"], leader, words.LEADER_COUNT.format(count=leader.count))
    yield from map(_of_pupil, coverage.students_without_helper)
    for gap in coverage.broken_pairings:
        if gap.pairing not in listed and gap.reason:
            yield _of_pair(words.GAPS[_broken(gap)], gap, words.END_REASON.format(reason=gap.reason))
    for gap in coverage.ended_without_reason:
        if gap.pairing not in listed:
            yield _of_pair(words.GAPS["unexplained"], gap, words.NO_REASON)


def _of_staff(what: str, gap: StaffGap, said: str = "") -> _Row:
    return _Row(what, gap.place, gap.department, gap.name, said=said)


def _of_pupil(gap: PupilGap) -> _Row:
    said = words.LAST_HELPER.format(helper=gap.last_helper) if gap.last_helper else ""
    what = words.GAPS["alone"]
    return _Row(what, gap.place, student=gap.student, class_name=gap.class_name, ended=gap.ended, said=said)


def _of_pair(what: str, gap: PairGap, said: str) -> _Row:
    people = (gap.department, gap.helper, gap.student, gap.class_name)
    return _Row(what, gap.place, *people, started=gap.started, due=gap.due, ended=gap.ended, said=said)


def _listed(outcome: Outcome, pairs: pd.DataFrame) -> Iterator[_Row]:
    """Every pairing of the month, with all that is to be said of it."""
    gaps, said = _of_pairings(outcome.coverage)
    for contact, pair in zip(outcome.contacts.to_dict("records"), pairs.to_dict("records"), strict=True):
        index = int(pair["pairing"])
        state = words.OPEN if pair["open"] else words.CLOSED
        yield _Row(
            _JOIN.join(gaps.get(index, [])) or state,
            outcome.tables["pairings"].place(index),
            contact["department"],
            contact["helper"],
            contact["student"],
            contact["class_name"],
            contact["kind"],
            pair["started_on"],
            pair["due"],
            pair["ended_on"],
            STATUSES[contact["status"]],
            contact["contacts"],
            contact["last_contact"],
            words.SENTENCE_JOIN.join(part for part in (_why(contact), *said.get(index, [])) if part),
        )


def _of_pairings(coverage: Coverage) -> tuple[Mapping[int, list[str]], Mapping[int, list[str]]]:
    """What is the matter with each pairing, and what more is to be said of it, by the pairing's index."""
    gaps: dict[int, list[str]] = {}
    said: dict[int, list[str]] = {}
    for key, listed in (
        ("broken", [each for each in coverage.broken_pairings if each.reason and not each.natural]),
        ("natural", [each for each in coverage.broken_pairings if each.natural]),
        ("unexplained", coverage.ended_without_reason),
        ("expired", coverage.expired_pairings),
        ("expiring", coverage.expiring),
        ("unwritten", coverage.without_measures),
    ):
        for gap in listed:
            gaps.setdefault(gap.pairing, []).append(words.GAPS[key])
            said.setdefault(gap.pairing, []).append(_more(key, gap))
    return gaps, said


def _broken(gap: PairGap) -> str:
    return "natural" if gap.natural else "broken"


def _more(key: str, gap: PairGap) -> str:
    if key in {"broken", "natural"}:
        return words.END_REASON.format(reason=gap.reason)
    if key == "unwritten":
        return words.LACKING.format(parts=_JOIN.join(PLAN_PARTS[name] for name in gap.blank))
    return ""


def _why(contact: _Record) -> str:
    """Why no contact was due, or which of the three parts no contact of the month has."""
    if contact["status"] != INCOMPLETE:
        return REASONS.get(str(contact["reason"]), "")
    return words.LACKING.format(parts=_JOIN.join(PART_WORDS[part] for part in PARTS if not contact[part]))
