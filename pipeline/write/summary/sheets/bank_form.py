"""银行存款余额调节表 as offices print and sign it: two halves of equal height, nothing booked from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.write.summary.parts import Cell, FormPart, Kind
from pipeline.write.summary.sheets.common import chinese_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.fund.reconciliation import OpenItem
    from pipeline.outcome import Outcome

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
