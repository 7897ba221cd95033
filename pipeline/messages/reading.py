"""Wording of findings: sheets, headers, totals and plain numbers.

Facts: {register} and {field}, {found} (as written) and {hint} (the nearest right value, often "").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 6


def near_header(found: str, title: str) -> str:
    """The question whether a header is misspelt."""
    return f"「{found}」是否为「{title}」列？"


def unclaimed_headers(found: Sequence[str]) -> str:
    """What the headers are that no column could be made of, where a required one is missing; "" for none."""
    shown = "、".join(f"「{each}」" for each in found[:_SHOWN])
    return f"认不出的列名有{shown}：其中有缺少的列的，改正列名就可以。" if found else ""


_SHEETS: dict[str, Message] = {
    "sheet_unknown": Message(
        "warning",
        "认不出的工作表",
        "这张表有 {rows} 行内容，但没有找到任何登记表的表头，没有读取。第一行是：{found}。",
        "如果是登记表，请补上表头行（例如 日期、捐款人、金额）；如果不是，可以移到别的文件，或在左上角的格里写“本表不登记”。",
    ),
    "cells_far_away": Message(
        "warning",
        "远处有孤立的内容",
        "表格下方隔了很多空行，第 {row} 行又有内容，从那里起没有读取。",
        "请查看第 {row} 行；没有用的，请删去这些行后保存。",
    ),
}

_HEADERS: dict[str, Message] = {
    "header_missing": Message(
        "error",
        "缺少必需的列",
        "这张表像是《{register}》，但缺少{missing}，整张表没有读取。",
        "列名写错的请改正；确实没有这一列的，请在表头行补上，并逐行填写。",
        "{hint}",
    ),
    "header_ambiguous": Message(
        "error",
        "分不清是哪张登记表",
        "这一行表头同样符合《{registers}》，整张表没有读取。",
        "请按空白登记表补全列名，使它只符合其中一种。",
    ),
    "header_nearly": Message(
        "warning",
        "列名不能确认",
        "《{register}》中的列「{found}」认不出来，这一列没有读取。",
        "请核对列名：是否为「{hint}」列？如果是，请改成「{hint}」；如果不是，可以不理会。",
    ),
    "header_twice": Message(
        "warning",
        "同名的列有两个",
        "《{register}》中的列「{found}」出现两次，内容不同，只读取了前面的一列。",
        "请删去或改名其中一列。",
    ),
    "header_wan": Message(
        "error",
        "金额的单位不是元",
        "《{register}》的表头或表上方写明金额以“万元”等为单位；登记表的金额一律以元为单位，这张表没有计入。",
        "请把金额改成以元为单位，并改正表头或表上方的单位。",
    ),
    "title_other_month": Message(
        "warning",
        "标题的月份与内容不符",
        "《{register}》上方写的是“{found}”，而下面有日期的 {count} 行没有一行在这个月（{first} 至 {last}）。",
        "标题没有改过来的，请改正标题；日期写错的，请改正日期。各行仍按自己的日期计入。",
    ),
    "value_beside": Message(
        "warning",
        "表格旁边有内容",
        "“{found}”所在的列没有表头，这一列没有读取。",
        "如果是登记内容，请补上列名；否则请移开或删去。",
    ),
}

_TOTALS: dict[str, Message] = {
    "total_differs": Message(
        "error",
        "合计数不符",
        "《{register}》「{field}」的{word}写的是 {found}，上面各行相加是 {expected}，相差 {difference}。",
        "请核对上面各行有无漏记、重记或写错；各行无误的，请改正这个{word}。",
    ),
}

_NUMBERS: dict[str, Message] = {
    "count_unreadable": Message(
        "error",
        "数目无法识别",
        "「{field}」写的是“{found}”，不是一个不小于零的整数。",
        "请只写阿拉伯数字，例如 12。",
    ),
    "number_unreadable": Message(
        "error",
        "数字无法识别",
        "「{field}」写的是“{found}”，不是一个数字。",
        "请只写阿拉伯数字，例如 86.5。",
    ),
    "year_unreadable": Message(
        "error",
        "年度无法识别",
        "「{field}」写的是“{found}”，不是一个年度。",
        "请写四位数的年份，例如 2026。",
    ),
}

ENTRIES: dict[str, Message] = _SHEETS | _HEADERS | _TOTALS | _NUMBERS
