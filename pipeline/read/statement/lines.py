"""Which rows of a statement are lines, and which are totals, notes or balances carried over.

Rule: the cell of the date decides, not a word: a line whose text holds 合计 stays a line. Its lines are the bank's:
one that moves money is never void, though its text says that a cheque is (作废).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.read.records import Records, TotalRow, is_blank
from pipeline.read.statement.cells import cents, is_dated
from pipeline.registers import VOID
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from pipeline.faults import CellValue
    from pipeline.read.raw import RawBlock, Row

_TOTAL = re.compile(
    r"(?:人民币|本页|本月|本日|当月|当日|本期|本季度?|本年度?|全年|年度|收入|支出|借方|贷方)*"
    r"(?:小计|合计|总计|累计|共计)(?:金额|数|额|人民币)?:?"
)
_PAGES = re.compile(r"(?:承前页?|承上页|过次页?|转次页|转下页|接下页|接上页|上页结转|上页累计)(?:余额|累计)?:?")
CARRIED = re.compile(r"(?:期初|上期|上年|上月|年初|月初|期末|本期|承前页|过次页)(?:余额|结余|结存|结转):?")
_NOTES = re.compile(
    r"#|共\d+[笔页条]|第\d+页|打印(?:时间|日期)|以上数据|以下空白|[-=_\u2014*]{3,}|\d+笔?[收支借贷]\D?[\d,.]*$|.{0,8}笔数"
    r"|制表|复核|审核|注[:：]|备注[:：]|说明[:：]|温馨提示"
)
_COUNTS = re.compile(r"(?:资金流水)?总笔数")
# What every spelling of the words above has: most lines say 转账 or 结息, and need no closer look for that.
_HINTS = re.compile("[计废余]|[承过转接结](?=[前上次下转余存]|[^\u4e00-\u9fff]|$)")
_RECORD, _VOIDED, _NOTHING = "record", "voided", "nothing"
_FEW = 2


def sort_lines(block: RawBlock) -> Records:
    """Sort out the rows of a tidied block; most are lines at first sight and are not looked at one by one."""
    kinds: list[str] = []
    date = block.columns["date"]
    dated = {value for value in {row[date] for row in block.rows} if is_dated(value)}
    for position, row in enumerate(block.rows):
        if row[date] in dated and _is_plain(block, row):
            kinds.append(_RECORD)
        elif kinds and row[date] not in dated and _COUNTS.match(_first(block.rows[position - 1])):
            kinds.append(_NOTHING)  # the counts and sums below their own headers
        else:
            kinds.append(_kind(block, position, row))
    return Records(
        [position for position, kind in enumerate(kinds) if kind == _RECORD],
        [position for position, kind in enumerate(kinds) if kind == _VOIDED],
        [TotalRow(at, kind) for at, kind in enumerate(kinds) if kind not in {_RECORD, _VOIDED, _NOTHING}],
    )


def _is_plain(block: RawBlock, row: Row) -> bool:
    """Whether a dated row has money and no word that might make it a total or a voided row."""
    texts = "".join(value for value in row if isinstance(value, str))
    return not _HINTS.search(texts) and any(cell != "" for cell in _amounts(block, row))


def _kind(block: RawBlock, position: int, row: Row) -> str:
    """The kind of a row: record, voided, nothing, or the word of the total that it states."""
    texts = [fold(value) for value in row if isinstance(value, str) and not is_blank(value)]
    if any(VOID in text for text in texts) and not any(cents(cell) for cell in _amounts(block, row)):
        return _VOIDED
    if is_dated(row[block.columns["date"]]):
        return _kind_of_dated(block, position, row, texts)
    return _kind_of_undated(block, position, row, texts)


def _kind_of_dated(block: RawBlock, position: int, row: Row, texts: list[str]) -> str:
    amounts = [cell for cell in _amounts(block, row) if not is_blank(cell) and cell != 0]
    if not amounts and any(CARRIED.fullmatch(text) or _PAGES.fullmatch(text) for text in texts):
        return _NOTHING
    word = next((text for text in texts if _TOTAL.fullmatch(text)), "")
    if word and _moves_nothing(block, position, row):
        return word
    empty = not amounts and is_blank(row[block.columns["balance"]])
    return _NOTHING if empty and _filled(block, row) <= _FEW else _RECORD


def _moves_nothing(block: RawBlock, position: int, row: Row) -> bool:
    """Whether a dated row with the word of a total is one: nobody's, and with the balance of the row above."""
    if any(not is_blank(row[block.columns[name]]) for name in ("counterparty", "serial") if name in block.columns):
        return False
    balance = block.columns["balance"]
    return is_blank(row[balance]) or (position > 0 and cents(row[balance]) == cents(block.rows[position - 1][balance]))


def _kind_of_undated(block: RawBlock, position: int, row: Row, texts: list[str]) -> str:
    word = next((text for text in texts if _TOTAL.fullmatch(text) or _PAGES.fullmatch(text)), "")
    if word:
        return word
    whole = fold("".join(map(as_text, row)))
    if _NOTES.match(_first(row)) or _NOTES.match(whole) or any(CARRIED.match(text) for text in texts):
        return _NOTHING
    amounts = [cents(cell) for cell in _amounts(block, row)]
    if not any(amounts):
        return _NOTHING
    if is_blank(row[block.columns["balance"]]) and _sums_up(block, position):
        return "合计"
    return _RECORD


def _sums_up(block: RawBlock, position: int) -> bool:
    """Whether a row without date and balance states the sums of the dated rows above it."""
    above = [_amounts(block, row) for row in block.rows[:position] if is_dated(row[block.columns["date"]])]
    sums = [sum(cents(cell) or 0 for cell in column) for column in zip(*above, strict=True)]
    stated = [cents(cell) for cell in _amounts(block, block.rows[position])]
    return bool(sums) and all(told in {None, wanted} for told, wanted in zip(stated, sums, strict=True))


def _amounts(block: RawBlock, row: Row) -> list[CellValue]:
    return [row[block.columns[name]] for name in ("money_in", "money_out", "amount") if name in block.columns]


def _filled(block: RawBlock, row: Row) -> int:
    return sum(not is_blank(row[column]) for column in set(block.columns.values()))


def _first(row: Row) -> str:
    return next((fold(as_text(value)) for value in row if not is_blank(value)), "")
