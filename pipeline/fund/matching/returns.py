"""Stage 7: 退汇, a payment that came back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.fund.matching.board import Taken
from pipeline.fund.matching.one_to_one import match_one_to_one
from pipeline.names import clean_name

if TYPE_CHECKING:
    from pipeline.fund.matching.board import Board


def set_returns_aside(board: Board) -> dict[int, int]:
    """Keep the 退汇 lines that take back a payment out of stages 4 to 6; the payment's line by the 退汇 line.

    A 退汇 line is no gift of the same amount. Only a 冲正 row that cancels nothing else may be booked for it, and goes
    first. Rule: it takes back the latest earlier line of equal amount and 对方户名.
    """
    returns = [position for position, line in board.lines.items() if line.gives_back]
    match_one_to_one(board, returns, [position for position, item in board.items.items() if item.correction])
    payments: dict[tuple[int, str], list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for position, line in enumerate(board.all_lines):
        name = clean_name(line.name)
        if not line.gives_back:
            payments[line.amount, name].append(position)
        elif position in board.lines and payments[-line.amount, name]:
            pairs[position] = payments[-line.amount, name].pop()
    board.hold_lines(pairs)
    return pairs


def take_back(board: Board, pairs: dict[int, int]) -> None:
    """Let each 退汇 line take back its payment, even if that is matched.

    Rule: the payment's row is open again, may match a later line as in stage 4, and else stays 单位已付、银行未付. A
    line that was a candidate is open too, and one row of its amount explains it better than a sum.
    """
    board.lines.update((line, board.all_lines[line]) for line in board.candidates)
    for back, payment in pairs.items():
        undone = board.matches.pop(payment, None)
        board.hold_lines((payment,))
        board.matches[payment] = Taken((payment, back), (), "returned")
        if undone:
            board.items.update((item, board.all_items[item]) for item in undone.items)
            amounts = {board.all_items[item].amount for item in undone.items}
            later = [line for line in board.lines if line > back and board.all_lines[line].amount in amounts]
            match_one_to_one(board, later, undone.items)
    board.candidates = {line: sets for line, sets in board.candidates.items() if line not in board.matches}
