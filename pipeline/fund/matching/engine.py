"""All stages of the matching, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, compress
from typing import TYPE_CHECKING, TypeVar

from pipeline.fund.corrections import Entry, pair_off
from pipeline.fund.matching.board import Board, Candidate, Match
from pipeline.fund.matching.decided import Outside, apply_decisions
from pipeline.fund.matching.groups import match_groups
from pipeline.fund.matching.one_to_one import match_one_to_one
from pipeline.fund.matching.reference import match_references
from pipeline.fund.matching.returns import set_returns_aside, take_back
from pipeline.fund.matching.subsets import match_subsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.fund.items import Item, RowRef
    from pipeline.fund.matching.board import Remark
    from pipeline.fund.matching.decided import Decision
    from pipeline.fund.statement import Line

_NOTHING_OUTSIDE = Outside()
_T = TypeVar("_T")


@dataclass(frozen=True)
class Matching:
    """What bank and books have in common, and what is left.

    matches and candidates by their first line. open_lines and open_items: what stays outstanding, candidates
    included. settled: rows that cancel each other. remarks: what to report.
    """

    matches: tuple[Match, ...]
    candidates: tuple[Candidate, ...]
    open_lines: tuple[Line, ...]
    open_items: tuple[Item, ...]
    settled: tuple[tuple[RowRef, ...], ...]
    remarks: tuple[Remark, ...]


def match(
    lines: Iterable[Line],
    items: Iterable[Item],
    decisions: Iterable[Decision] = (),
    outside: Outside = _NOTHING_OUTSIDE,
) -> Matching:
    """Match lines with items, both by date, then row.

    The rule of each match says which stage found it: decided, reference, exact, group, subset or returned.
    """
    board = Board(tuple(lines), tuple(items))
    apply_decisions(board, decisions, outside)
    _settle_corrections(board)
    match_references(board)
    returns = set_returns_aside(board)
    match_one_to_one(board, board.lines, board.items)
    match_groups(board)
    match_subsets(board)
    take_back(board, returns)
    return _result(board)


def _settle_corrections(board: Board) -> None:
    """Stage 2: take each 冲正 off the board together with the row it cancels.

    Rule: same name, channel and restriction, opposite amount. A 冲正 without such a row stays open: it is money the
    other way.
    """
    sizes = {-item.amount for item in board.items.values() if item.correction}
    entries = [
        Entry(
            (item.register, item.name, item.channel, item.purpose, -item.amount if item.correction else item.amount),
            item.day,
            at,
            item.correction,
        )
        for at, item in board.items.items()
        if item.correction or item.amount in sizes
    ]
    for correction, cancelled in pair_off(entries).items():
        board.settle(cancelled, correction)


def _result(board: Board) -> Matching:
    taken = [board.matches[line] for line in sorted(board.matches)]
    return Matching(
        matches=tuple(Match(_indexes(board, each.lines), board.rows(each.items), each.rule) for each in taken),
        candidates=tuple(_candidate(board, line) for line in sorted(board.candidates)),
        open_lines=_others(board.all_lines, (line for each in taken for line in each.lines)),
        open_items=_others(board.all_items, chain.from_iterable([*(each.items for each in taken), *board.settled])),
        settled=tuple(board.rows(pair) for pair in board.settled),
        remarks=tuple(board.remarks),
    )


def _others(everything: Sequence[_T], done: Iterable[int]) -> tuple[_T, ...]:
    """What is left of everything without that at some positions."""
    left = [True] * len(everything)
    for position in done:
        left[position] = False
    return tuple(compress(everything, left))


def _indexes(board: Board, lines: Iterable[int]) -> tuple[int, ...]:
    return tuple(board.all_lines[line].index for line in lines)


def _candidate(board: Board, line: int) -> Candidate:
    sets = board.candidates[line]
    solutions = () if sets is None else tuple(board.rows(items) for items in sets)
    return Candidate(_indexes(board, (line,)), solutions, capped=sets is None)
