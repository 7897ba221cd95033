"""上期调整: how closed months differ from today's rows, and how that is kept out of the figures of a month.

Each closed month's record says which changes of earlier months were known when it was closed. So a change is an
adjustment of one month only: the first that is reported after it was made.

How a month's opening shows it: opening as closed + 上期调整 = opening by today's rows. Income and spending of the month
never hold any of it; neither do those of the year as far as they were closed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.closing.compare import Change, compare
from pipeline.closing.figures import Figures, slice_name
from pipeline.closing.record import Effect
from pipeline.closing.rows import dated_rows, list_rows, other_rows
from pipeline.messages import closing as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipeline.closing.record import Closing
    from pipeline.closing.rows import Row
    from pipeline.tables import Tables


def _of_month(part: str) -> str:
    return words.JOIN.format(slice=words.MONTH, name=words.FLOW[part])


CLOSING_FIGURE = _of_month("closing")
YEAR_OPENING_FIGURE = words.JOIN.format(slice=words.YEAR, name=words.FLOW["opening"])


@dataclass(frozen=True)
class Adjustments:
    """What has changed in the closed months, the last of them first closed before the month of the run.

    last: the last closed month, "" where none is closed. closed: the figures of each, as known then.
    """

    last: str = ""
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    closed: Mapping[str, Figures] = field(default_factory=dict)

    @property
    def amount(self) -> int:
        """The line 上期调整, in 分: what the changes add to the balance at the end of the last closed month."""
        return self._difference(CLOSING_FIGURE)

    def purpose(self, purpose: str) -> int:
        """That part of it which belongs to a restricted purpose ("" is the unrestricted rest), in 分."""
        return self._difference(slice_name(words.PURPOSE, purpose))

    def year_opening(self, year: int) -> int:
        """What the changes add to the balance at the beginning of that year, in 分."""
        return self._difference(YEAR_OPENING_FIGURE) if self.last.startswith(f"{year}-") else self.amount

    def closed_flow(self, month: str) -> tuple[int, int, int]:
        """Income, spending and closing balance of a closed month, as they were closed."""
        money = self.closed[month].money
        income, spending, closing = (money[_of_month(part)] for part in ("income", "spending", "closing"))
        return income, spending, closing

    def of_year(self, year: int, kind: str, word: str) -> int:
        """What the changes add to a source or programme of that year up to the last closed month, in 分.

        kind: words.SOURCE_YEAR or words.PROGRAMME_YEAR.
        """
        return self._difference(slice_name(kind, word)) if self.last.startswith(f"{year}-") else 0

    def _difference(self, name: str) -> int:
        return sum(each.difference for each in self.effects if (each.month, each.name) == (self.last, name))


NOTHING_CLOSED = Adjustments()


def find_changes(closings: Sequence[Closing], tables: Tables) -> tuple[Change, ...]:
    """The rows of closed months that today's tables do not hold as they were closed; closings by month."""
    if not closings:
        return ()
    last = closings[-1].period(dt.date.max).last
    today = [*dated_rows(tables, last), *list_rows(tables, last)]
    pairs = compare(_known_rows(closings), today, other_rows(tables, last))
    months = [closing.month for closing in closings]
    changes = [Change(_month_of(before or after, months), before, after) for before, after in pairs]
    return tuple(sorted(changes, key=_order))


def _known_rows(closings: Sequence[Closing]) -> list[Row]:
    """The rows as they were when the last month was closed: those of each month, with the changes known since.

    Rows of lists are those of the last closing alone.
    """
    rows: list[Row] = []
    before = ""
    for closing in closings:
        rows = _changed([row for row in rows if row.day], closing.changes, before)
        rows += closing.rows
        before = closing.month
    return rows


def _changed(rows: list[Row], changes: Sequence[Change], until: str) -> list[Row]:
    """The rows of months up to one, with the changes that were known of them."""
    gone = Counter(each.before.content for each in changes if each.before is not None)
    left = []
    for row in rows:
        if gone[row.content]:
            gone[row.content] -= 1
        else:
            left.append(row)
    # A row that moved to a later month stands among the rows of that month's own record.
    return left + [each.after for each in changes if each.after is not None and "" < each.after.day[:7] <= until]


def _month_of(row: Row | None, months: Sequence[str]) -> str:
    """The closed month that a row counts in; a row of a list counts in the last."""
    if row is None or not row.day:
        return months[-1]
    return months[min(bisect_left(months, row.day[:7]), len(months) - 1)]


def _order(change: Change) -> tuple[object, ...]:
    return change.month, change.row.register, change.row.day, change.row.values, change.kind


def find_effects(
    closings: Sequence[Closing],
    changes: Sequence[Change],
    figures_now: Callable[[Closing], Figures],
) -> tuple[Effect, ...]:
    """What the changes do to the figures of the month they belong to and of every closed month after it.

    figures_now: the figures of a closed month by today's tables.
    """
    if not changes:
        return ()
    first = min(change.month for change in changes)
    touched = [closing for closing in closings if closing.month >= first]
    known = closed_figures(closings)
    return tuple(effect for each in touched for effect in _effects(each.month, known[each.month], figures_now(each)))


def closed_figures(closings: Sequence[Closing]) -> dict[str, Figures]:
    """The figures of each closed month, as known when the last one was closed."""
    figures = {closing.month: closing.figures for closing in closings}
    for closing in closings:
        for effect in closing.effects:
            old = figures[effect.month]
            kept = dict(old.money if effect.is_money else old.counts)
            kept.pop(effect.name, None)
            if effect.after is not None:
                kept[effect.name] = effect.after
            figures[effect.month] = Figures(kept, old.counts) if effect.is_money else Figures(old.money, kept)
    return figures


def _effects(month: str, before: Figures, after: Figures) -> list[Effect]:
    return [
        Effect(month, name, old.get(name), new.get(name), is_money)
        for old, new, is_money in ((before.money, after.money, True), (before.counts, after.counts, False))
        for name in dict.fromkeys((*new, *old))
        if old.get(name) != new.get(name)
    ]
