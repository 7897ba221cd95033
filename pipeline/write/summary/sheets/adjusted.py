"""上期调整: what has changed in closed months, and what that does to their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.write.adjusted import change_lines
from pipeline.write.summary.parts import Cell, FormPart, Kind, count, long, money, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from pipeline.closing.record import Effect
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet, TablePart


def adjusted_sheet(outcome: Outcome) -> Sheet:
    """The sheet 上期调整; its tables are empty where nothing closed has changed."""
    effects = outcome.adjustments.effects
    return make_sheet(
        "adjusted",
        outcome,
        _opening(outcome),
        _changes(outcome),
        _sums([each for each in effects if each.is_money]),
        _counts([each for each in effects if not each.is_money]),
        freeze_header=False,
    )


def _opening(outcome: Outcome) -> FormPart:
    """Opening as closed + 上期调整 = opening by today's rows."""
    opening, adjusted = outcome.books.month.opening, outcome.adjustments.amount
    cells = (
        Cell(opening - adjusted, Kind.MONEY),
        Cell(adjusted, Kind.MONEY),
        Cell(opening, Kind.MONEY, plus=((0, 1), (1, 1)), strong=True),
    )
    return FormPart("", tuple((Cell(name), cell) for name, cell in zip(words.ADJUSTED_OPENING, cells, strict=True)))


def _changes(outcome: Outcome) -> TablePart:
    lines = change_lines(outcome)
    return table(
        "changed_rows",
        text(line.month for line in lines),
        text(line.register for line in lines),
        word(line.kind for line in lines),
        long(line.text for line in lines),
        text(line.where for line in lines),
    )


def _sums(effects: list[Effect]) -> TablePart:
    return table(
        "changed_sums",
        text(each.month for each in effects),
        text(each.name for each in effects),
        money([each.before or 0 for each in effects], zeros=True),
        money([each.after or 0 for each in effects], zeros=True),
        money([each.difference for each in effects], plus=(3,), minus=(2,)),
    )


def _counts(effects: list[Effect]) -> TablePart:
    return table(
        "changed_counts",
        text(each.month for each in effects),
        text(each.name for each in effects),
        count([each.before or 0 for each in effects], zeros=True),
        count([each.after or 0 for each in effects], zeros=True),
    )
