"""Stage 2: a 冲正 row and the row that it cancels settle each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Board

_Key: TypeAlias = "tuple[str, str, str, str, int]"


def settle_corrections(board: Board) -> None:
    """Take each 冲正 off the board together with the row it cancels.

    Rule: same name, channel and restriction, opposite amount. Of several such rows the latest that is not later than
    the 冲正 is cancelled, and of equal ones of that day the first in register order. A 冲正 without such a row stays
    open: it is money the other way.
    """
    corrections = [(position, item) for position, item in board.items.items() if item.correction]
    wanted = {_key(item, -item.amount) for _, item in corrections}
    open_rows: dict[_Key, list[int]] = defaultdict(list)
    for position, item in board.items.items():
        if not item.correction and (key := _key(item, item.amount)) in wanted:
            open_rows[key].append(position)
    for position, item in corrections:
        rows = open_rows[_key(item, -item.amount)]
        days = [board.all_items[row].day for row in rows if board.all_items[row].day <= item.day]
        if days:
            board.settle(rows.pop(days.index(days[-1])), position)


def _key(item: Item, amount: int) -> _Key:
    return item.register, item.name, item.channel, item.purpose, amount
