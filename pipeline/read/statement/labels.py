"""Labels with a figure, above a statement or below it: 期末余额：1,234.56, 贷方笔数 3, 5 收 91.02."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from pipeline.read.records import is_blank
from pipeline.read.statement.cells import cents
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.read.raw import Row

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
