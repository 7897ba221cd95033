"""更正说明: which posted figures are no longer what was posted, and by what kind of change. Nobody's name, no 备注."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.closing.posted import differences, is_posted, posted_now
from pipeline.disclose.model import CorrectionLine, CorrectionPage, CorrectionReason
from pipeline.disclose.view import posting_of
from pipeline.messages import correction as words
from pipeline.messages.closing import JOIN, KINDS
from pipeline.money import parse_amount
from pipeline.posting import posting_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.closing.compare import Change
    from pipeline.closing.posted import Posted
    from pipeline.closing.record import Effect
    from pipeline.closing.rows import Row
    from pipeline.outcome import Outcome


@dataclass(frozen=True)
class Corrected:
    """What is to be corrected: posted figures that differ, and the rows that have changed."""

    effects: tuple[Effect, ...]
    changes: tuple[Change, ...]


def corrected(outcome: Outcome, posted: Posted | None) -> Corrected:
    """What differs from the posted pages of this month, and of the closed months before it.

    posted: what stood on this month's pages, None where they are the first.
    """
    adjusted = outcome.adjustments
    effects = [effect for effect in adjusted.effects if is_posted(effect.name)]
    changes = list(adjusted.changes)
    if posted is not None:
        now = posted_now(
            outcome.tables, outcome.books, outcome.reconciliation, outcome.period, posting_of(outcome).first
        )
        of_month, rows = differences(posted, now)
        effects, changes = [*effects, *of_month], [*changes, *rows]
    return Corrected(tuple(effects), tuple(change for change in changes if _makes_figures(change)))


def correction_page(outcome: Outcome, posted: Posted | None) -> CorrectionPage | None:
    """The page, None where every posted figure still stands. It hangs from the first working day after the run."""
    found = corrected(outcome, posted)
    if not found.effects:
        return None
    return CorrectionPage(
        posting_period(outcome.period.today, outcome.settings.posting_days),
        tuple(
            CorrectionLine(_month(each.month), _figure(each.name), each.before, each.after) for each in found.effects
        ),
        _reasons(found.changes),
    )


def _figure(name: str) -> str:
    """The name of a figure on the posted page, by its name in the record."""
    part_of, _, part = name.rpartition(JOIN.format(slice="", name=""))
    return words.FIGURES.get(part_of, "{part}").format(part=words.FIGURE_PARTS.get(part, part))


def _reasons(changes: Iterable[Change]) -> tuple[CorrectionReason, ...]:
    """The changes by month, register, kind and reason, with how many rows they are and what they add."""
    groups: dict[tuple[str, str, str, str], list[int]] = {}
    for change in changes:
        key = _month(change.month), change.row.register, _kind(change), _reason(change)
        groups.setdefault(key, []).append(_cents(change.after) - _cents(change.before))
    return tuple(CorrectionReason(*key, len(amounts), sum(amounts)) for key, amounts in groups.items())


def _makes_figures(change: Change) -> bool:
    """Whether a change can move a figure: of a changed row, one of the columns that figures are made of."""
    amount = change.row.value(words.AMOUNT)
    return bool(amount) and (change.kind != "changed" or bool(_titles(change)))


def _kind(change: Change) -> str:
    if change.kind != "changed":
        return KINDS[change.kind]
    return words.CHANGED.format(titles=words.JOIN.join(_titles(change)))


def _titles(change: Change) -> list[str]:
    return [title for title, _, _ in change.cells if title in words.TITLES]


def _reason(change: Change) -> str:
    note = "".join(row.value(words.NOTE) for row in (change.before, change.after) if row is not None)
    fitting = (reason for reason, signs in words.REASONS.items() if any(sign in note for sign in signs))
    return next(fitting, words.REASON_OF_KIND[change.kind])


def _cents(row: Row | None) -> int:
    cents = parse_amount(row.value(words.AMOUNT)) if row is not None else 0
    return cents if isinstance(cents, int) else 0


def _month(key: str) -> str:
    year, month = key.split("-")
    return f"{year}年{int(month)}月"
