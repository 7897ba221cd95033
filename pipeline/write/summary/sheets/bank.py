"""银行对账: the reconciliation as offices print and sign it, and its items, candidates and matches as tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.registers import BY_NAME
from pipeline.write.summary.parts import Cell, FormPart, Kind, Look, TextPart, count, date, long, money, text, word
from pipeline.write.summary.sheets.common import addresses, chinese_day, make_sheet, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pipeline.fund.matching.board import Candidate, Match
    from pipeline.fund.reconciliation import OpenItem, Reconciliation
    from pipeline.outcome import Outcome
    from pipeline.tables import Table
    from pipeline.write.summary.parts import Part, Sheet, TablePart


_JOIN = "、"
_BOOKS = ("donations", "disbursements", "cash_moves")


def bank_sheet(outcome: Outcome) -> Sheet:
    """The sheet 银行对账."""
    found, tables = outcome.reconciliation, outcome.tables
    return make_sheet(
        "bank",
        outcome,
        *_form(outcome),
        _open_items(found),
        _to_add([*found.bank_received_not_booked, *found.bank_paid_not_booked]),
        _candidates(found.candidates, tables),
        _matches(found.matches, tables),
        freeze_header=False,
    )


def _form(outcome: Outcome) -> tuple[Part, ...]:
    if outcome.reconciliation.statement_balance is None:
        return (TextPart((words.NO_STATEMENT,)),)
    return (bank_form(outcome),)


def _open_items(found: Reconciliation) -> TablePart:
    (bank_in, book_in), (bank_out, book_out) = words.FORM_GROUPS
    groups = {
        bank_in: found.bank_received_not_booked,
        bank_out: found.bank_paid_not_booked,
        book_in: found.booked_received_not_at_bank,
        book_out: found.booked_paid_not_at_bank,
    }
    items = [(group[2:], item) for group, listed in groups.items() for item in listed]
    return table(
        "open_items",
        text(group for group, _ in items),
        date(item.date for _, item in items),
        text(item.text for _, item in items),
        money(item.amount for _, item in items),
        text(item.counterparty for _, item in items),
        text(item.number for _, item in items),
        text(item.place.address for _, item in items),
        word((words.OLD if item.old else "" for _, item in items), ((words.OLD, Look.CARE),)),
    )


def _to_add(items: Iterable[OpenItem]) -> TablePart:
    """The rows to add, in the columns that gifts and payments have in common; what only a person knows is blank."""
    rows = [(item, item.add.register, item.add.cells) for item in items if item.add is not None]
    cells = [cells for _, _, cells in rows]
    return table(
        "to_add",
        text(BY_NAME[register].title for _, register, _ in rows),
        date(item.date for item, _, _ in rows),
        text(each.get("note", "") for each in cells),
        money(_cents(each["amount"]) for each in cells),
        text(each.get("donor", each.get("recipient", "")) for each in cells),
        text(each.get("source", each.get("recipient_kind", "")) for each in cells),
        text(each.get("programme", "") for each in cells),
        text(each.get("channel", "") for each in cells),
    )


def _cents(yuan: str) -> int:
    return int(yuan.replace(".", ""))


def _candidates(candidates: Iterable[Candidate], tables: Mapping[str, Table]) -> TablePart:
    """One row a candidate line; its solutions in one cell, each the rows that it consists of."""
    listed = list(candidates)
    lines = [candidate.bank[0] for candidate in listed]
    statement = tables["statement"].frame
    return table(
        "candidates",
        text(addresses(tables["statement"], lines)),
        date(statement["date"].reindex(lines)),
        text(statement["summary"].reindex(lines)),
        money(statement["amount"].reindex(lines)),
        text(statement["counterparty"].reindex(lines)),
        word(words.TOO_MANY if each.capped else str(len(each.solutions)) for each in listed),
        long(_solutions(each, tables) for each in listed),
    )


def _solutions(candidate: Candidate, tables: Mapping[str, Table]) -> str:
    return "\n".join(
        words.SOLUTION.format(number=number, rows=_book_rows(rows, tables))
        for number, rows in enumerate(candidate.solutions, 1)
    )


def _matches(matches: Iterable[Match], tables: Mapping[str, Table]) -> TablePart:
    listed = list(matches)
    statement = tables["statement"].frame
    days, summaries, amounts = (statement[name].tolist() for name in ("date", "summary", "amount"))
    booked = {register: tables[register].frame["date"].tolist() for register in _BOOKS}
    firsts = [match.bank[0] for match in listed]
    return table(
        "matches",
        word(words.RULES[match.rule] for match in listed),
        date(days[first] for first in firsts),
        text(summaries[first] for first in firsts),
        money(sum(amounts[line] for line in match.bank) for match in listed),
        long(_book_rows([("statement", line) for line in match.bank], tables) for match in listed),
        date(booked[match.book[0][0]][match.book[0][1]] if match.book else None for match in listed),
        long(_book_rows(match.book, tables) for match in listed),
        count(len(match.book) for match in listed),
    )


def _book_rows(rows: Iterable[tuple[str, int]], tables: Mapping[str, Table]) -> str:
    """The addresses of rows, those of one sheet together: 登记.xlsx!捐款!4、7-9."""
    sheets: dict[str, list[int]] = {}
    for register, index in rows:
        place = tables[register].place(index)
        sheets.setdefault(f"{place.file}!{place.sheet}!", []).append(place.row)
    return words.SHEET_JOIN.join(sheet + _JOIN.join(_ranges(sorted(numbers))) for sheet, numbers in sheets.items())


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Row numbers with runs of three and more as ranges."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        row = [number for _, number in run]
        if len(row) > 2:  # noqa: PLR2004 - two numbers are no longer than a range
            yield words.ROWS_RANGE.format(first=row[0], last=row[-1])
        else:
            yield from map(str, row)


_HALF = 4  # columns of each half: what, date, text, amount
_Row = tuple[Cell, ...]


def bank_form(outcome: Outcome) -> FormPart:
    """The form at the end of the month; subtotals and adjusted balances are formulas over the cells above them."""
    found, settings = outcome.reconciliation, outcome.settings
    added = (found.bank_received_not_booked, found.booked_received_not_at_bank)
    taken = (found.bank_paid_not_booked, found.booked_paid_not_at_bank)
    heights = (max(map(len, added)), max(map(len, taken)))
    balances = ((found.book_balance, found.adjusted_book), (found.statement_balance, found.adjusted_statement))
    book, bank = (
        _half(side, balances[side], (added[side], taken[side]), heights) for side in range(len(words.FORM_BALANCES))
    )
    header = tuple(Cell(text, Kind.WORD, strong=True) for text in words.FORM_HEADERS)
    head = words.FORM_HEAD.format(
        school=settings.school, bank=settings.bank, account=settings.account, last=chinese_day(outcome.period.last)
    )
    grid = (header, *(left + right for left, right in zip(book, bank, strict=True)))
    return FormPart(words.FORM_TITLE, grid, (head,), (words.FORM_NO_VOUCHER, words.FORM_FOOT), official=True)


def _half(
    side: int,
    balances: tuple[int | None, int | None],
    groups: tuple[Sequence[OpenItem], Sequence[OpenItem]],
    heights: tuple[int, int],
) -> list[_Row]:
    """One half below its header (row 0 of the form); side 0 is the books, 1 the bank. balances: before and after."""
    amounts = side * _HALF + _HALF - 1  # the column of its amounts
    rows = [_line(words.FORM_BALANCES[side], Cell(balances[0], Kind.MONEY, strong=True))]
    totals = []
    for labels, items, height in zip(words.FORM_GROUPS, groups, heights, strict=True):
        at = len(rows) + 1
        totals.append((at, amounts))
        spans = ((at + 1, amounts), (at + len(items), amounts)) if items else None
        total = sum(item.amount for item in items) if items else None
        rows.append(_line(labels[side], Cell(total, Kind.MONEY, spans=spans, strong=True)))
        rows += [_item(item, side) for item in items]
        rows += [(Cell(), Cell(), Cell(), Cell())] * (height - len(items))
    added, taken = totals
    adjusted = Cell(balances[1], Kind.MONEY, plus=((1, amounts), added), minus=(taken,), strong=True)
    return [*rows, _line(words.FORM_ADJUSTED, adjusted)]


def _line(label: str, amount: Cell) -> _Row:
    return Cell(label, strong=True), Cell(strong=True), Cell(strong=True), amount


def _item(item: OpenItem, side: int) -> _Row:
    named = (item.text, item.counterparty) if side == 0 else (item.number, item.counterparty or item.text)
    said = " ".join(part for part in named if part)
    mark = words.OLD_MARK if item.old else ""
    return Cell(mark, Kind.WORD), Cell(item.date, Kind.DATE), Cell(said), Cell(item.amount, Kind.MONEY)
