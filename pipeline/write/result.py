"""result.json: the figures for machines, in a fixed shape."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.money import plain_yuan
from pipeline.write.adjusted import change_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.care.coverage import PairGap
    from pipeline.closing.record import Effect
    from pipeline.findings import Finding
    from pipeline.fund.books import Flow
    from pipeline.fund.reconciliation import OpenItem, Reconciliation
    from pipeline.outcome import Outcome
    from pipeline.tables import Table

Json = dict[str, Any]


def result_text(outcome: Outcome) -> str:
    """The whole of result.json. Amounts are 元 with two decimals as strings; what is not known is null."""
    return json.dumps(result_of(outcome), ensure_ascii=False, indent=1) + "\n"


def result_of(outcome: Outcome) -> Json:
    """The outcome as plain data."""
    return {
        "month": outcome.period.key,
        "school": outcome.settings.school or None,
        "postable": outcome.postable,
        "today": outcome.period.today.isoformat(),
        "tables": {table.register.title: _table(table) for table in outcome.tables.values() if table.blocks},
        "passed_over": [
            {"where": f"{file.path}!{sheet.name}", "reason": sheet.reason}
            for file in outcome.reading.files
            for sheet in file.sheets
            if sheet.reason
        ],
        "problems": [_problem(finding) for finding in outcome.findings],
        "fund": _fund(outcome),
        "reconciliation": _reconciliation(outcome.reconciliation, outcome.tables),
        "pledges": [_pledge(row) for row in outcome.pledges.to_dict("records")],
        "contacts": [_contact(row) for row in outcome.contacts.to_dict("records")],
        "coverage": _coverage(outcome),
        "adjustments": _adjustments(outcome),
    }


def _adjustments(outcome: Outcome) -> Json | None:
    """上期调整; null where no month before this one is closed."""
    found = outcome.adjustments
    if not found.last:
        return None
    return {
        "last_closed": found.last,
        "amount": _yuan(found.amount),
        "opening_as_closed": _yuan(outcome.books.month.opening - found.amount),
        "changes": [asdict(line) for line in change_lines(outcome)],
        "effects": [_effect(each) for each in found.effects],
    }


def _effect(each: Effect) -> Json:
    before, after = ((_yuan(value) if each.is_money else value) for value in (each.before, each.after))
    return {"month": each.month, "figure": each.name, "before": before, "after": after}


def _yuan(cents: int | None) -> str | None:
    return None if cents is None else plain_yuan(cents)


def _table(table: Table) -> Json:
    sheets = dict.fromkeys(f"{block.file}!{block.sheet}" for block in table.blocks)
    return {"rows": len(table.frame), "from": list(sheets)}


def _problem(finding: Finding) -> Json:
    """The key where is a cell, a row or null; what concerns a whole file names it in file and in the message."""
    place = finding.where
    return {
        "code": finding.code,
        "severity": finding.severity,
        "where": place.address if place and place.row else None,
        "file": place.file if place else None,
        "message": f"{finding.title}：{finding.sentence}{finding.remedy}",
    }


def _fund(outcome: Outcome) -> Json:
    books = outcome.books
    return {
        "month": _flow(books.month),
        "year": _flow(books.year),
        "total": _flow(books.total),
        "income_by_source": _amounts(books.by_source_month),
        "spending_by_programme": _amounts(books.by_programme_month),
        "restricted": {purpose: _flow(flow) for purpose, flow in books.restricted.items()},
        "bank_book": _yuan(books.bank_book),
        "cash": _yuan(books.cash),
    }


def _flow(flow: Flow) -> Json:
    return {part: _yuan(getattr(flow, part)) for part in ("opening", "income", "spending", "closing")}


def _amounts(sums: Mapping[str, int]) -> Json:
    return {name: _yuan(cents) for name, cents in sums.items() if cents}


def _reconciliation(found: Reconciliation, tables: Mapping[str, Table]) -> Json:
    def bank(lines: Iterable[int]) -> list[str]:
        return [tables["statement"].place(line).address for line in lines]

    def book(rows: Iterable[tuple[str, int]]) -> list[str]:
        return [tables[register].place(index).address for register, index in rows]

    return {
        "statement_balance": _yuan(found.statement_balance),
        "book_balance": _yuan(found.book_balance),
        "adjusted_statement": _yuan(found.adjusted_statement),
        "adjusted_book": _yuan(found.adjusted_book),
        "bank_received_not_booked": _open_items(found.bank_received_not_booked),
        "bank_paid_not_booked": _open_items(found.bank_paid_not_booked),
        "booked_received_not_at_bank": _open_items(found.booked_received_not_at_bank),
        "booked_paid_not_at_bank": _open_items(found.booked_paid_not_at_bank),
        "matches": [{"bank": bank(each.bank), "book": book(each.book), "rule": each.rule} for each in found.matches],
        "candidates": [
            {"bank": bank(each.bank), "solutions": [book(rows) for rows in each.solutions]} for each in found.candidates
        ],
    }


def _open_items(items: Iterable[OpenItem]) -> list[Json]:
    return [
        {"where": each.place.address, "date": each.date.isoformat(), "amount": _yuan(each.amount)} for each in items
    ]


def _pledge(row: Mapping[Any, Any]) -> Json:
    return {
        "staff": row["name"],
        "department": row["department"] or None,
        "tier": row["tier"],
        **{part: _known_yuan(row[part]) for part in ("due", "paid", "short")},
    }


def _known_yuan(cents: Any) -> str | None:  # noqa: ANN401 - a cell of a frame: an int, or NA where it is not known
    return None if cents is None or cents != cents else _yuan(int(cents))  # noqa: PLR0124 - NaN is not itself


def _contact(row: Mapping[Any, Any]) -> Json:
    return {
        "helper": row["helper"],
        "student": row["student"],
        "class": row["class_name"] or None,
        "kind": row["kind"],
        "status": row["status"],
        "reason": row["reason"] or None,
        "contacts": int(row["contacts"]),
    }


def _coverage(outcome: Outcome) -> Json:
    coverage = outcome.coverage
    return {
        "members_without_pairing": [each.name for each in coverage.members_without_pairing],
        "leaders_out_of_range": [{"name": each.name, "count": each.count} for each in coverage.leaders_out_of_range],
        "students_without_helper": [
            {"student": each.student, "class": each.class_name or None} for each in coverage.students_without_helper
        ],
        "broken_pairings": [
            {
                "helper": each.helper,
                "student": each.student,
                "ended": each.ended.isoformat() if each.ended else None,
                "reason": each.reason or None,
            }
            for each in coverage.broken_pairings
        ],
        "expired_pairings": [_pair(each) for each in coverage.expired_pairings],
        "without_measures": [_pair(each) for each in coverage.without_measures],
    }


def _pair(each: PairGap) -> Json:
    return {"helper": each.helper, "student": each.student}
