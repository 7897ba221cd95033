"""What an export states about itself (期末余额：1,234.56), checked against its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.money import format_yuan
from pipeline.read.records import is_blank
from pipeline.read.statement.cells import cents
from pipeline.read.statement.columns import side_of
from pipeline.tables import BLOCK, OK, ROW
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from pipeline.read.raw import Row
    from pipeline.read.statement.accepted import Export


_CODES = {"count": "statement_count_stated", "sum": "statement_sum_stated"}
_PAGE_WORDS = ("承前页", "过次页", "上页")


def check_stated(export: Export, frame: pd.DataFrame, number: int) -> Iterator[Finding]:
    """A finding at the cell of each balance, sum or count that the lines contradict.

    frame: signed lines, oldest first, also of other exports; number: this export's. An export with a line that could
    not be read is not judged.
    """
    lines = frame[frame[BLOCK] == number]
    if lines.empty or not lines[OK].all():
        return
    checked = _Checked(export, lines)
    for row, stated in _figures(export, set(lines[ROW])):
        wanted = checked.wanted(stated, row)
        if wanted is not None and wanted != stated.value:
            spell = str if stated.kind == "count" else format_yuan
            facts = {
                "word": stated.word,
                "found": spell(stated.value),
                "expected": spell(wanted),
                "difference": spell(stated.value - wanted),
            }
            where = Place(export.block.file, export.block.sheet, row, stated.column)
            yield Finding(_CODES.get(stated.kind, "statement_balance_stated"), where, facts)


def _figures(export: Export, lines: set[int]) -> Iterator[tuple[int, Stated]]:
    """Row on the sheet and figure of everything stated above the header and between and below the lines."""
    block = export.block
    totals = {block.row_numbers[total.position] for total in export.records.totals}
    above = list(enumerate(block.above, block.header_row - len(block.above)))
    other = [(number, row) for number, row in zip(block.row_numbers, block.rows, strict=True) if number not in lines]
    for numbered in (above, other):
        for position, stated in stated_in([row for _, row in numbered]):
            number = numbered[position][0]
            if number not in totals or stated.column not in export.columns.amounts:  # those are checked as totals
                yield number, stated


class _Checked:
    """The figures of an export's lines."""

    def __init__(self, export: Export, lines: pd.DataFrame) -> None:
        self.columns = export.columns
        self.lines = lines
        rows = lines[ROW].tolist()
        self.balances = dict(zip(rows, lines["balance"].tolist(), strict=True))
        self.oldest_first = rows == sorted(rows)
        self.opening = int(lines["balance"].iloc[0]) - int(lines["amount"].iloc[0])
        self.closing = int(lines["balance"].iloc[-1])

    def wanted(self, stated: Stated, row: int) -> int | None:
        """What the figure should be; None where the lines do not tell."""
        if stated.word.startswith(_PAGE_WORDS):
            return self._carried(row)
        if stated.kind == "opening":
            return self.opening
        if stated.kind == "closing":
            return self.closing
        side = self._side(stated.side)
        lines = self._lines_of(side)
        return len(lines) if stated.kind == "count" else abs(int(lines.sum()))

    def _carried(self, row: int) -> int | None:
        """The balance carried from one page to the next."""
        if not self.oldest_first:
            return None
        above = [number for number in self.balances if number < row]
        return int(self.balances[above[-1]]) if above else self.opening

    def _side(self, words: str) -> int:
        """1 for in, -1 for out, 0 for both; 借 and 贷 mean what they mean in the headers."""
        if words[:1] in {"借", "贷"} and self.columns.in_pair:
            if words[0] in self.columns.names[self.columns.money_in]:
                return 1
            if words[0] in self.columns.names[self.columns.money_out]:
                return -1
        return side_of(words) if words else 0

    def _lines_of(self, side: int) -> pd.Series[int]:
        """The amounts of a side, as the columns have them."""
        if side and self.columns.in_pair:
            return self.lines["money_in" if side > 0 else "money_out"].dropna()
        amounts = self.lines["amount"]
        return amounts if not side else amounts[amounts > 0] if side > 0 else amounts[amounts < 0]


_SIDES = "收入|支出|贷方|借方|存入|取出|转入|转出|来账|往账"
_SUMS = "总金额|总额|金额合计|合计金额|合计|发生额合计|累计发生额|发生总额|发生额|金额"
_LABEL = re.compile(
    r"(?P<opening>(?:期初|上期|上页|承前页)(?:余额|结余|结存))|(?P<closing>(?:期末|过次页)(?:余额|结余|结存))"
    rf"|(?P<counted>{_SIDES})(?:合计|总)?笔数(?:合计)?|(?P<all>(?:资金流水)?总笔数)|(?P<summed>{_SIDES})(?:{_SUMS})",
)
_UNIT = r"(?:\((?:元|人民币元?|RMB|CNY|¥|笔)\))?:?"
_VALUE = r"(?P<value>[-+]?¥?\d[\d,]*(?:\.\d{1,2})?)(?:元|笔)?"
_ALONE = re.compile(rf"(?:{_LABEL.pattern}){_UNIT}")
_WITH_VALUE = re.compile(rf"(?:{_LABEL.pattern}){_UNIT}{_VALUE}(?![\d年月-])")
# 5收91,007,497.02 over several cells or in one, and #支出合计：3笔，共120.00元
_COUNT_AND_SUM = re.compile(
    r"(?P<count>\d+)笔?(?P<side>[收支借贷])方?:?(?P<sum>\d[\d,]*\.\d\d)"
    r"|#?(?P<side2>收入|支出)(?:合计)?:(?P<count2>\d+)笔,?共?计?(?P<sum2>-?\d[\d,]*\.\d\d)元?"
)


@dataclass(frozen=True)
class Stated:
    """A figure that an export states.

    kind: opening, closing, count or sum. side: the word of its side, "" for both. column: from 0. value: 分, or a
    number of lines.
    """

    kind: str
    side: str
    word: str
    column: int
    value: int


def stated_in(rows: Sequence[Row]) -> Iterator[tuple[int, Stated]]:
    """Each figure stated in some rows, with the position of the row of its cell."""
    for position, (row, below) in enumerate(zip_longest(rows, rows[1:], fillvalue=None)):
        if row is None:
            continue
        whole = _COUNT_AND_SUM.fullmatch(fold("".join(map(as_text, row))))
        if whole:
            column = max(column for column, value in enumerate(row) if not is_blank(value))
            yield from ((position, each) for each in _count_and_sum(whole, column))
            continue
        for column, value in enumerate(row):
            text = fold(as_text(value))
            yield from ((position, each) for each in _inside(text, column))
            if _ALONE.fullmatch(text):
                yield from _beside(text, column, position, row, below)


def _count_and_sum(found: re.Match[str], column: int) -> Iterator[Stated]:
    side = found["side"] or found["side2"]
    yield Stated("count", side, found[0], column, int(found["count"] or found["count2"]))
    yield Stated("sum", side, found[0], column, abs(cents(found["sum"] or found["sum2"]) or 0))


def _inside(text: str, column: int) -> Iterator[Stated]:
    """Labels and figures in one cell."""
    for found in _WITH_VALUE.finditer(text):
        stated = _stated(found, column, found["value"])
        if stated:
            yield stated


def _beside(text: str, column: int, position: int, row: Row, below: Row | None) -> Iterator[tuple[int, Stated]]:
    """The figure in the next filled cell of the row, or below the label."""
    label = _ALONE.fullmatch(text)
    after = next((each for each in range(column + 1, len(row)) if not is_blank(row[each])), -1)
    for at, place, cell in ((position, after, row[after]), (position + 1, column, below[column] if below else "")):
        stated = _stated(label, place, as_text(cell)) if label and place > column - (at > position) else None
        if stated:
            yield at, stated
            return


def _stated(label: re.Match[str], column: int, text: str) -> Stated | None:
    value = cents(text)
    if value is None:
        return None
    word = label[0].partition(":")[0].partition("(")[0].removesuffix(text)
    if label["counted"] or label["all"]:
        return Stated("count", label["counted"] or "", word, column, value // 100)
    if label["summed"]:
        return Stated("sum", label["summed"], word, column, abs(value))
    return Stated("opening" if label["opening"] else "closing", "", word, column, value)
