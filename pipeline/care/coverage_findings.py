"""The gaps of coverage as findings: what the office has to arrange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.coverage import LEADER_LEAST
from pipeline.findings import Finding
from pipeline.messages.care import PLAN_PARTS, lost_pupil
from pipeline.registers import PEOPLE_JOIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.care.coverage import Coverage, PairGap, PupilGap, StaffGap


def coverage_findings(coverage: Coverage) -> list[Finding]:
    """An error for each pairing ended without a reason, a warning for every other gap.

    A pairing with a natural reason, and one that has merely come near its end, are no findings. A row of the
    register that names several people gives one finding of each kind.
    """
    return [
        *map(_member, coverage.members_without_pairing),
        *map(_leader, coverage.leaders_out_of_range),
        *map(_student, coverage.students_without_helper),
        *_pairings("pairing_without_reason", coverage.ended_without_reason),
        *_pairings("pairing_broken", [gap for gap in coverage.broken_pairings if gap.reason and not gap.natural]),
        *_pairings("pairing_expired", coverage.expired_pairings),
        *_pairings("pairing_without_measures", coverage.without_measures),
        *_pairings("pairing_twice", coverage.doubled),
    ]


def _member(gap: StaffGap) -> Finding:
    facts = {"name": gap.name, "department": gap.department, "lost": lost_pupil(gap.last_student, gap.until)}
    return Finding("member_without_pairing", gap.place, facts)


def _leader(gap: StaffGap) -> Finding:
    code = "leader_without_pairing" if gap.count < LEADER_LEAST else "leader_with_too_many"
    return Finding(code, gap.place, {"name": gap.name, "count": str(gap.count)})


def _student(gap: PupilGap) -> Finding:
    facts = {"student": gap.student, "class_name": gap.class_name, "helper": gap.last_helper}
    if gap.helper_left:
        return Finding("student_helper_left", gap.place, facts)
    if gap.ended:
        return Finding("student_lost_helper", gap.place, {**facts, "ended": gap.ended.isoformat()})
    return Finding("student_without_helper", gap.place, facts)


def _pairings(code: str, gaps: list[PairGap]) -> Iterator[Finding]:
    rows: dict[int, list[PairGap]] = {}
    for gap in gaps:
        rows.setdefault(gap.pairing, []).append(gap)
    for row in rows.values():
        gap = row[0]
        facts = {
            "helper": PEOPLE_JOIN.join(dict.fromkeys(each.helper for each in row)),
            "student": PEOPLE_JOIN.join(dict.fromkeys(each.student for each in row)),
            "started": gap.started.isoformat(),
            "due": gap.due.isoformat(),
            "ended": gap.ended.isoformat() if gap.ended else "",
            "reason": gap.reason,
            "parts": PEOPLE_JOIN.join(PLAN_PARTS[name] for name in gap.blank),
            "first": gap.double.address if gap.double else "",
        }
        yield Finding(code, gap.cell, facts, (gap.double,) if gap.double else ())
