"""Check the totals that a table states against its rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pandas as pd

from pipeline.faults import Fault
from pipeline.fields import Kind
from pipeline.findings import Finding
from pipeline.money import format_yuan, parse_amount
from pipeline.read.typed import read_number
from pipeline.text import as_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pipeline.faults import CellValue
    from pipeline.fields import Field
    from pipeline.read.part import Part
    from pipeline.read.records import Records, TotalRow
    from pipeline.registers import Register

# Columns whose sum means something; 余额, 平均分 and 年级名次 have none.
_SUMMED = frozenset(
    (
        *("amount", "money_in", "money_out", "value", "gift_money", "budget", "counted"),
        *("expected", "in_need", "people", "quantity", "absences"),
    ),
)
_RUNNING = re.compile("累计|承前|承上|过次|转次|转下|接下|接上|上页|结转")
_SINCE = re.compile("小计|本页")
_WHOLE = re.compile("(?:人民币)?(?:合计|总计|共计)")
_NOISE = 1e-6  # of a quantity that is no whole number
_CAPITALS = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟].*[元圆]")
_FIGURES = re.compile("[0-9]元|[¥￥]")
_WORD = re.compile("小计|合计|总计|累计|共计")


def check_totals(
    register: Register,
    parts: Sequence[Part],
    sorted_out: Sequence[Records],
    frame: pd.DataFrame,
    unread: Collection[tuple[int, int]],
) -> list[Finding]:
    """A finding at the cell of each stated total that disagrees with the rows above it.

    Rule: 小计 sums since the last 小计 or header, 合计 and 总计 the whole table, 累计, 承前页 and 过次页 from its first
    row. A total over a cell that could not be read (unread: index of the frame, column) is not judged.
    """
    if not any(records.totals for records in sorted_out):
        return []
    findings: list[Finding] = []
    before: dict[tuple[str, str], int] = {}
    fields = [each for each in register.fields if each.name in _SUMMED]
    for part, records in zip(parts, sorted_out, strict=True):
        for field in fields:
            if field.name in part.block.columns:
                key = part.block.file, field.name
                column = _Column(part, field, frame, unread, before.get(key, 0))
                findings += column.check(records.totals)
                before[key] = column.carried + column.sums[-1]
    return findings


def _spelt(row: Sequence[CellValue], column: int, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Column and 分 of each sum of a total's row that stands elsewhere than in its column.

    That is a sum in 大写, or after the total's own word and a colon (合计：50元); in figures without that only where
    the column itself is blank (alone), because other figures of such a row may be of something else.
    """
    for at, value in enumerate(row):
        if isinstance(value, str) and at != column:
            head, _, tail = value.replace(":", "：").rpartition("：")
            own = _WORD.search(head) or (alone and not head)
            if _CAPITALS.search(tail) or (own and _FIGURES.search(tail)):
                amount = parse_amount(tail)
                if isinstance(amount, int):
                    yield at, amount


@dataclass
class _Starts:
    """Where the sums of each kind begin, as numbers of records."""

    table: int = 0
    since: int = 0
    whole: int = 0


class _Column:
    """One summed column of one table. carried: the sum of the file's earlier tables of the register."""

    def __init__(
        self,
        part: Part,
        field: Field,
        frame: pd.DataFrame,
        unread: Collection[tuple[int, int]],
        carried: int,
    ) -> None:
        self.part, self.field, self.carried = part, field, carried
        self.column = part.block.columns[field.name]
        values = frame[field.name].iloc[part.first : part.first + len(part.positions)].tolist()
        blank = [pd.isna(value) for value in values]
        self.sums: list[Any] = [0, *accumulate(0 if gone else value for gone, value in zip(blank, values, strict=True))]
        self.gaps = [
            index
            for index, gone in enumerate(blank)
            if gone and (field.required or (part.first + index, self.column) in unread)
        ]

    def check(self, totals: Sequence[TotalRow]) -> Iterator[Finding]:
        """Walk down the totals, remembering where each kind of sum begins."""
        starts = _Starts()
        for total in totals:
            here = self._above(total.position)
            header = max((self._above(each) for each in self.part.block.breaks if each <= total.position), default=0)
            if starts.whole and header >= starts.whole:
                starts.table = max(starts.table, starts.whole)
            allowed = list(self._ranges(total.word, starts, header))
            yield from self._compare(total, here, allowed)
            if _WHOLE.match(total.word):
                starts.whole = here
            if not _RUNNING.search(total.word) and not _WHOLE.match(total.word):
                starts.since = here

    def _above(self, position: int) -> int:
        return bisect_left(self.part.positions, position)

    def _ranges(self, word: str, starts: _Starts, header: int) -> Iterator[tuple[int, int]]:
        """Where the sum may begin, and what is carried into it; the first is what the rule says."""
        since = max(starts.since, header)
        if _RUNNING.search(word):
            yield starts.table, 0
            yield 0, self.carried
        elif _SINCE.search(word):
            yield since, 0
        elif _WHOLE.match(word):
            yield starts.table, 0
            yield starts.whole, 0
        else:  # 本月合计, 七年级合计
            yield from ((since, 0), (starts.table, 0), (starts.whole, 0))

    def _compare(self, total: TotalRow, here: int, allowed: Sequence[tuple[int, int]]) -> Iterator[Finding]:
        row = self.part.block.rows[total.position]
        at, stated = self.column, self._stated(row[self.column])
        spelt = list(_spelt(row, self.column, alone=stated is None)) if self.field.name == "amount" else []
        if stated is None and spelt:
            at, stated = spelt.pop(0)
        if stated is None:
            return
        begin = min(start for start, _ in allowed)
        sums = [self.sums[here] - self.sums[start] + carried for start, carried in allowed]
        nothing_above = here == 0 and bool(_RUNNING.search(total.word))
        right = any(abs(stated - each) < _NOISE for each in sums)
        if not right and not nothing_above and bisect_left(self.gaps, begin) == bisect_left(self.gaps, here):
            yield self._finding("total_differs", total, at, sums[0], stated)
        for column, amount in spelt:
            if amount != stated:
                yield self._finding("total_differs", total, column, stated, amount)

    def _stated(self, value: CellValue) -> Any:  # noqa: ANN401 - int 分, or a number
        if self.field.kind is Kind.AMOUNT:
            amount = parse_amount(value)
            return None if isinstance(amount, Fault) else amount
        number = read_number(value)
        return None if isinstance(number, Fault) else number

    def _finding(self, code: str, total: TotalRow, column: int, expected: Any, stated: Any) -> Finding:  # noqa: ANN401
        spell = format_yuan if self.field.kind is Kind.AMOUNT else as_text
        facts = {
            "register": self.part.block.register.title,
            "field": self.field.title,
            "word": total.word,
            "found": spell(stated),
            "expected": spell(expected),
            "difference": spell(stated - expected),
        }
        return Finding(code, self.part.block.place(total.position, column), facts)
