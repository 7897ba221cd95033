"""Which rows below a header are records, and which are totals, notes, signatures or nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.read.headers import is_index
from pipeline.registers import SETTINGS, VOID
from pipeline.text import fold, strip_cell

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pipeline.faults import CellValue
    from pipeline.read.raw import RawBlock, Row

# Rule: 小计 sums since the last 小计 or header, 合计 and 总计 the whole table, 累计 and its like from its first row.
_EXACT = re.compile(
    r"(?:人民币|本页|本月|本日|本期|本季度?|本年度?|当月|全年|年度)?(?:小计|合计|总计|累计|共计)(?:金额|数|人数|元)?"
)
_PAGES = re.compile(r"承前页?|承上页|过次页?|转次页|转下页|接下页|接上页|结转下页|上页结转|上页累计")
_LOOSE = re.compile(
    r"[^,，。;；]{0,14}?(?P<word>小计|合计|总计|累计|共计)(?:金额|数|人数|元|人民币)?(?:\([^()]{0,12}\))?(?:[:](?P<rest>.*))?",
)
_SIGNS = re.compile(
    r"(?:制表|制单|填表|填报|填制|审核|复核|审批|批准|核准|负责|主管|会计|出纳|经办|经手|校对|监督|单位负责|财务|报送|打印|领导"
    r"|盖章|签字|签章|校长|党委|支部)[^:]{0,8}:",
)
_NOTES = re.compile(
    r"(?:注|备注|附注|说明|填表说明|填写说明|注意|注意事项|提示)(?:\d{0,2}[:.、]|$)|[※*★]|\(?(?:以下空白|以下无正文|此页无正文|续表|接上表)"
    r"|(?:人民币)?\(?大写|第\d+页|共\d+页|打印时间|填报(?:单位|日期|时间)|单位:|金额单位|\(?单位名称|制表日期|日期:",
)
_WORDS = (VOID, "小计", "合计", "总计", "累计", "共计", "承前", "承上", "过次", "转次", "转下", "接下", "接上", "上页")
# What every spelling of those words has, and hardly any other text: one of the characters, and beside it the other of
# the word or no ordinary ideograph (a blank, or a character that only looks like the other).
_CHARACTERS = "计废页承过转接"
_HINTS = re.compile(
    "[计废页](?<=[小合总累共作上].|[^\u4e00-\u9fff].)|[承过转接](?=[前上次下]|[^\u4e00-\u9fff])", re.DOTALL
)
_SEAM = "\u25a2"  # joins the texts of a column; printable, and in no register
_LONG_TEXT = 12
_MANY_TEXTS = 2
_SMALL = 60  # in tables of up to so many rows every row is looked at


@dataclass(frozen=True)
class TotalRow:
    """A row that states a total; word: 小计, 合计, 总计, 累计, 共计 or 承前页 as written, without blanks."""

    position: int
    word: str


@dataclass(frozen=True)
class Records:
    """The rows of a block, sorted out: positions in block.rows."""

    records: list[int]
    voided: list[int]
    totals: list[TotalRow]


def is_blank(value: CellValue) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(value, str) and not strip_cell(value)


def sort_out(block: RawBlock) -> Records:
    """Sort out the rows of a block; most are records at first sight and are not looked at one by one."""
    positions = range(len(block.rows))
    odd = _odd_positions(block)
    if not odd:
        return Records(list(positions), [], [])
    last_regular = max((position for position in positions if position not in odd), default=-1)
    sorter = _Sorter(block, last_regular)
    kinds = {position: sorter.kind(position) for position in sorted(odd)}
    return Records(
        [position for position in positions if kinds.get(position, _RECORD) == _RECORD],
        [position for position, kind in kinds.items() if kind == _VOIDED],
        [TotalRow(position, kind) for position, kind in kinds.items() if kind not in _OTHER_KINDS],
    )


_RECORD, _VOIDED, _NOTHING = "record", "voided", "nothing"
_OTHER_KINDS = (_RECORD, _VOIDED, _NOTHING)


def required_columns(block: RawBlock) -> list[int]:
    """The columns that the register requires and the block has."""
    return [block.columns[each.name] for each in block.register.fields if each.required and each.name in block.columns]


def _odd_positions(block: RawBlock) -> set[int]:
    """Rows with a blank in a required column, or with a word such as 合计 or 作废 in any cell."""
    if len(block.rows) <= _SMALL:
        return set(range(len(block.rows)))
    required = required_columns(block)
    odd: set[int] = set()
    for column, values in enumerate(block.distinct):
        texts = _texts_worth_a_look(values, required=column in required, first=column == min(required))
        if texts:
            odd.update([position for position, value in enumerate(block.cells[column]) if value in texts])
    return odd


def _texts_worth_a_look(values: Mapping[CellValue, None], *, required: bool, first: bool) -> set[CellValue]:
    """The texts of a column's values that make a row odd; they are searched as one long text."""
    try:
        everything = _SEAM.join(values)  # type: ignore[arg-type]  # most columns hold nothing but texts
    except TypeError:
        everything = _SEAM.join(value for value in values if isinstance(value, str))
    hinted = any(character in everything for character in _CHARACTERS) and bool(_HINTS.search(everything))
    colon = first and (":" in everything or "：" in everything)
    blank = required and ("" in values or not everything.isprintable() or " " in everything)
    if not hinted and not colon and not blank:
        return set()
    return {text for text in values if isinstance(text, str) and _is_odd(text, required=required, first=first)}


def _is_odd(text: str, *, required: bool, first: bool) -> bool:
    if required and is_blank(text):
        return True
    if first and (":" in text or "：" in text):
        return True
    if not _HINTS.search(text):
        return False
    folded = fold(text)
    return any(word in folded for word in _WORDS)


class _Sorter:
    """Says of one row at a time what it is."""

    def __init__(self, block: RawBlock, last_regular: int) -> None:
        self.block = block
        self.known = set(block.columns.values())
        self.required = required_columns(block)
        self.index = {column for column, header in enumerate(block.headers) if header and is_index(header)}
        self.last_regular = last_regular

    def kind(self, position: int) -> str:
        """The kind of a row: record, voided, nothing, or the word of the total that it states."""
        row = self.block.rows[position]
        filled = [column for column, value in enumerate(row) if not is_blank(value) and column not in self.index]
        texts = {
            column: fold(value) for column, value in enumerate(row) if isinstance(value, str) and not is_blank(value)
        }
        word = total_word(row, texts, self.required)
        if word:
            return word
        if any(VOID in text for text in texts.values()):
            return _VOIDED if self.known.intersection(filled) else _NOTHING
        return _NOTHING if self._is_nothing(position, row, filled, texts) else _RECORD

    def _is_nothing(self, position: int, row: Row, filled: list[int], texts: dict[int, str]) -> bool:
        known = [column for column in filled if column in self.known]
        if not known or all(row[column] == 0 for column in known):
            return True
        first = texts.get(filled[0], "")
        if _NOTES.match(first) or (_SIGNS.match(first) and not self._is_setting(first, row)):
            return True
        return len(filled) == 1 and self._is_remark(position, row[filled[0]], filled[0])

    def _is_setting(self, first: str, row: Row) -> bool:
        """Whether 监督电话： with something beside it is an item of 基本信息, which may end in a colon."""
        content = row[self.block.columns["content"]] if self.block.register is SETTINGS else ""
        return first.endswith(":") and not is_blank(content) and ":" not in fold(str(content))

    def _is_remark(self, position: int, value: CellValue, column: int) -> bool:
        """Whether the one filled cell of a row is a title or a remark: a long text, or a date below the table."""
        if isinstance(value, str) and len(value) > _LONG_TEXT:
            return len(self.known) > 1
        if column == self.block.columns.get("date") and self._is_signed(position):
            return True  # the day below the signatures
        if isinstance(value, str) and column == self.block.columns.get("date"):
            return not any(map(str.isdigit, value))  # no half-filled record: a date has digits
        return position > self.last_regular and isinstance(value, dt.date) and column != self.block.columns.get("date")

    def _is_signed(self, position: int) -> bool:
        """Whether a row stands below a line of signatures or a note, and no whole record below the row."""
        filled = ([value for value in row if not is_blank(value)] for row in self.block.rows[:position])
        firsts = [cells[0] for cells in filled if cells]
        if not any(isinstance(each, str) and (_SIGNS.match(fold(each)) or _NOTES.match(fold(each))) for each in firsts):
            return False
        below = self.block.rows[position + 1 :]
        return not any(all(not is_blank(row[column]) for column in self.required) for row in below)


def total_word(row: Row, texts: Mapping[int, str], required: Collection[int]) -> str:
    """The word of the total that a row states, "" where it is none.

    Rule: words are compared without blanks. A record whose text only holds such a word stays a record: it has a
    date, or all that its register requires.
    """
    for column, text in texts.items():
        exact = _EXACT.fullmatch(text.rstrip(":")) or _PAGES.fullmatch(text.rstrip(":"))
        lacking = any(is_blank(row[each]) for each in required if each != column)
        if exact and (len(texts) <= _MANY_TEXTS or lacking):
            return exact[0]
        dated = any(isinstance(value, dt.date) for value in row[:column])
        loose = _LOOSE.fullmatch(text) if column == min(texts) else None
        if loose and not dated and len(texts) <= _MANY_TEXTS:
            return text
    return ""
