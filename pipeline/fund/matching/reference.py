"""Stage 3: a line that names the rows by their numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.fund.matching.board import Remark
from pipeline.money import format_yuan
from pipeline.registers import PEOPLE_JOIN
from pipeline.text import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.fund.items import Item
    from pipeline.fund.matching.board import Board
    from pipeline.fund.statement import Line

# Rule: a number that names several rows means the one within 31 days of the line, if there is just one.
NEAR_DAYS = 31

# A token: Latin letters and digits, also joined by - / . : or _ (PZ-07, 2026/15).
_TOKEN = re.compile(r"[0-9A-Z]+(?:[-/.:_][0-9A-Z]+)*")
_JOINT = re.compile(r"[-/.:_]")
# A date, a time or a decimal, whose parts are no numbers of rows.
_FIGURE = re.compile(r"[0-9]{1,4}(?:[-/.:_][0-9]{1,4})+")


class Numbers:
    """All numbers that name items, to be found in a text."""

    def __init__(self, items: Mapping[int, Item]) -> None:
        self.named: dict[str, list[int]] = defaultdict(list)  # number -> positions of the items it names
        for position, item in items.items():
            for number in item.numbers:
                named = self.named[spell(number)]
                if not named or named[-1] != position:
                    named.append(position)
        # Most numbers are one token. One such as 记字12号 is looked up by its Latin part, and compared as a whole.
        self._longer: dict[str, list[str]] = defaultdict(list)
        for number in self.named:
            if not (number.isascii() and number.isalnum()):
                self._longer[max(_TOKEN.findall(number), key=len, default="")].append(number)

    def found_in(self, texts: Iterable[str]) -> list[str]:
        """The numbers that stand in the texts as whole tokens, in order."""
        found: dict[str, None] = {}
        for text in texts:
            for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).upper()):
                whole = self._match(token, text)
                parts = () if token.isalnum() or _FIGURE.fullmatch(token) else _JOINT.split(token)
                found.update(dict.fromkeys(whole or (number for part in parts for number in self._match(part, text))))
        return list(found)

    def _match(self, token: str, text: str) -> list[str]:
        """The longest number that has this token and stands in the text, if any."""
        fitting = [number for number in self._longer.get(token, ()) if number == token or number in spell(text)]
        if fitting:
            return [max(fitting, key=lambda number: (len(number), number))]
        return [token] if token in self.named else []


def match_references(board: Board) -> None:
    """Match every line that names open rows whose sum it has.

    Rule: 收据号, 凭证号, 单号 or 缴存单号 as a whole token in 摘要 or 流水号, direction and sum of the rows named
    equal. A number found whose sum differs is remarked on at the line; line and rows stay open.
    """
    numbers = Numbers(board.items)
    for position in list(board.lines):
        line = board.lines[position]
        found = numbers.found_in((line.text, line.number))
        named = [item for number in found for item in nearest(board, numbers.named[number], line)]
        named = list(dict.fromkeys(named))
        if not named or not all(item in board.items for item in named):
            continue
        if board.total(named) == line.amount:
            board.take(position, named, "reference")
        elif not line.gives_back:
            board.remarks.append(_different_sum(line, found, board.total(named)))


def nearest(board: Board, items: list[int], line: Line) -> list[int]:
    """The one item that a number means, seen from a line; empty if it cannot be told."""
    if len(items) > 1:
        items = [item for item in items if abs(board.all_items[item].day - line.day) <= NEAR_DAYS]
    return items if len(items) == 1 else []


def _different_sum(line: Line, numbers: list[str], total: int) -> Remark:
    facts = {"numbers": PEOPLE_JOIN.join(numbers), "booked": format_yuan(total), "paid": format_yuan(line.amount)}
    return Remark("reference_sum_differs", "statement", line.index, "amount", facts)
