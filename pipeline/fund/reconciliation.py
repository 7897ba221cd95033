"""The bank reconciliation of a month (银行存款余额调节表)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.fund.items import bank_book, bank_items, counted, items_in_reach
from pipeline.fund.matching.decided import Outside, read_decisions
from pipeline.fund.matching.engine import match
from pipeline.fund.proposals import row_to_add
from pipeline.fund.statement import ends_early, read_statement
from pipeline.money import format_yuan
from pipeline.text import spell

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.findings import Place
    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Candidate, Match, Remark
    from pipeline.fund.matching.engine import Matching
    from pipeline.fund.proposals import RowToAdd
    from pipeline.fund.statement import Line, Statement
    from pipeline.period import Period
    from pipeline.settings import Settings
    from pipeline.tables import Tables

# Rule: items older than two months are marked.
OLD_MONTHS = 2


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item on one side only (未达账项).

    place: its row. amount: 分, positive. text: 摘要, or what the register calls it. number: 流水号, or the register's
    number. old: more than two months old. add: for a line of the bank the row that the books lack.
    """

    place: Place
    date: dt.date
    amount: int
    text: str = ""
    counterparty: str = ""
    number: str = ""
    old: bool = False
    add: RowToAdd | None = None


@dataclass(frozen=True)
class Reconciliation:
    """Balances in 分 (None: not known, there is no statement), what is outstanding, and what was matched.

    adjusted_statement = statement_balance + booked_received_not_at_bank - booked_paid_not_at_bank;
    adjusted_book = book_balance + bank_received_not_booked - bank_paid_not_booked; both are equal.
    settled: corrections with the rows that they cancel.
    """

    statement_balance: int | None
    book_balance: int | None
    adjusted_statement: int | None
    adjusted_book: int | None
    bank_received_not_booked: tuple[OpenItem, ...] = ()
    bank_paid_not_booked: tuple[OpenItem, ...] = ()
    booked_received_not_at_bank: tuple[OpenItem, ...] = ()
    booked_paid_not_at_bank: tuple[OpenItem, ...] = ()
    matches: tuple[Match, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    settled: tuple[tuple[tuple[str, int], ...], ...] = ()

    @property
    def open_items(self) -> tuple[OpenItem, ...]:
        """Everything that stands on one side only, the bank's side first."""
        return (
            *self.bank_received_not_booked,
            *self.bank_paid_not_booked,
            *self.booked_received_not_at_bank,
            *self.booked_paid_not_at_bank,
        )

    @property
    def difference(self) -> int:
        """By how much the two sides differ, in 分."""
        return (self.adjusted_statement or 0) - (self.adjusted_book or 0)


def reconcile(tables: Tables, settings: Settings, period: Period) -> tuple[Reconciliation, list[Finding]]:
    """The reconciliation at the end of the month, and everything about the bank that is wrong or needs a person."""
    items, others = items_in_reach(bank_items(tables), settings, period)
    statement, findings = read_statement(tables["statement"], settings, period)
    if statement.balance is None:
        found, missing = _without_statement(items, settings, statement)
        return found, [*findings, *missing]
    outside = Outside(statement.others, others, _unreadable_numbers(tables))
    matching = match(statement.lines, items, read_decisions(tables["decisions"]), outside)
    found = _reconciliation(tables, settings, period, statement.balance, matching, bank_book(items, settings))
    findings += ends_early(tables["statement"], statement, counted(items, settings), settings, period)
    findings += [_remarked(tables, remark) for remark in matching.remarks]
    findings += _candidate_findings(tables, matching)
    findings += _sides_differ(found, statement)
    return found, findings


def _without_statement(
    items: list[Item], settings: Settings, statement: Statement
) -> tuple[Reconciliation, list[Finding]]:
    """What can be said where no statement tells the balance.

    Rule: without a statement, a bank book that is 0.00 and never moves is reconciled; one that moves is an error. A
    statement of which no line can be read has its errors already.
    """
    balance = bank_book(items, settings)
    moved = bool(counted(items, settings))
    if not moved and not balance and not settings.statement_start:
        return Reconciliation(0, 0, 0, 0), []
    told = moved and (statement.sound or statement.others)
    facts = {"balance": format_yuan(balance)}
    return Reconciliation(None, balance, None, None), [Finding("statement_missing", None, facts)] if told else []


def _reconciliation(  # noqa: PLR0913, PLR0917 - the parts of one form
    tables: Tables, settings: Settings, period: Period, statement_balance: int, matching: Matching, book_balance: int
) -> Reconciliation:
    old_before = _months_before(period, OLD_MONTHS)
    lines = {line: _of_line(tables, line, settings, old_before) for line in matching.open_lines}
    items = {item: _of_item(tables, item, old_before) for item in matching.open_items}
    return Reconciliation(
        statement_balance=statement_balance,
        book_balance=book_balance,
        adjusted_statement=statement_balance + sum(item.amount for item in items),
        adjusted_book=book_balance + sum(line.amount for line in lines),
        bank_received_not_booked=tuple(each for line, each in lines.items() if line.amount > 0),
        bank_paid_not_booked=tuple(each for line, each in lines.items() if line.amount < 0),
        booked_received_not_at_bank=tuple(each for item, each in items.items() if item.amount > 0),
        booked_paid_not_at_bank=tuple(each for item, each in items.items() if item.amount < 0),
        matches=matching.matches,
        candidates=matching.candidates,
        settled=matching.settled,
    )


def _of_line(tables: Tables, line: Line, settings: Settings, old_before: dt.date) -> OpenItem:
    return OpenItem(
        tables["statement"].place(line.index),
        line.date,
        abs(line.amount),
        line.text,
        line.name,
        line.number,
        old=line.date < old_before,
        add=row_to_add(line, settings),
    )


def _of_item(tables: Tables, item: Item, old_before: dt.date) -> OpenItem:
    register, index = item.rows[0]
    number = item.numbers[0] if item.numbers else ""
    place = tables[register].place(index)
    return OpenItem(place, item.date, abs(item.amount), item.kind, item.name, number, old=item.date < old_before)


def _months_before(period: Period, months: int) -> dt.date:
    """The day that many months before the month's last day: of 31 October and two months it is 31 August."""
    year, month = divmod(period.year * 12 + period.month - 1 - months, 12)
    return period.last.replace(year=year, month=month + 1, day=min(period.last.day, monthrange(year, month + 1)[1]))


def _unreadable_numbers(tables: Tables) -> frozenset[str]:
    """The numbers of lines and rows that an error keeps out."""
    fields = (
        ("donations", "receipt"),
        ("disbursements", "voucher"),
        ("cash_moves", "deposit"),
        ("statement", "serial"),
    )
    found: set[str] = set()
    for register, field in fields:
        frame = tables[register].frame
        found.update(spell(number) for number in frame.loc[~frame["_ok"], field])
    return frozenset(found - {""})


def _remarked(tables: Tables, remark: Remark) -> Finding:
    return Finding(remark.code, tables[remark.register].place(remark.index, remark.field), remark.facts)


def _candidate_findings(tables: Tables, matching: Matching) -> list[Finding]:
    """A warning at the line of each candidate."""
    lines = {line.index: line for line in matching.open_lines}
    found = []
    for candidate in matching.candidates:
        line = lines[candidate.bank[0]]
        facts = {
            "date": line.date.isoformat(),
            "amount": format_yuan(line.amount),
            "count": str(len(candidate.solutions)),
        }
        code = "bank_candidates_too_many" if candidate.capped else "bank_candidates"
        also = tuple(
            tables[register].place(index)
            for register, index in dict.fromkeys(row for rows in candidate.solutions for row in rows)
        )
        found.append(Finding(code, tables["statement"].place(line.index, "amount"), facts, also))
    return found


def _sides_differ(found: Reconciliation, statement: Statement) -> list[Finding]:
    """An error where the two sides differ and no broken statement explains it."""
    if not found.difference or not statement.sound:
        return []
    facts = {
        "statement": format_yuan(found.adjusted_statement or 0),
        "book": format_yuan(found.adjusted_book or 0),
        "difference": format_yuan(found.difference),
    }
    return [Finding("reconciliation_differs", None, facts)]
