"""The words of header rows: how a header is compared, and which field of which register it names."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.registers import REGISTERS, STATEMENT
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.fields import Field
    from pipeline.registers import Register

# What a bracket may hold that is no part of the name: a unit, or how the column is to be filled in.
# 收, 支, 借, 贷 and their like are kept: without them 交易金额(收入) and 交易金额(支出) would be one column.
_UNITS = (
    "元|人民币元|人民币|单位:?元|¥|RMB|RMB元|CNY|[+-]元|人|名|人次|节|课时|分|个|件|次|天|日|年|月|年月日|年级|岁|公斤|千克"
    "|必填|选填|可选|签字|签名|签章|盖章|全称|如有|18位|实名/匿名|是/否"
)
_KEPT = ("大写", "+", "-")
_FIGURES = re.compile(r"[(]?小写[)]?")
_BRACKET = re.compile(r"[(【〔]([^()【】〔〕]*)[)】〕]|\[([^\[\]]*)\]")
_UNIT = re.compile(_UNITS)
_LATIN = re.compile(r"[A-Za-z.'\u2019&,/\-]*")
_SLASH_UNIT = re.compile(r"/(?:人民币)?元(?=$|[(\[])")
_EDGES = ":*＊※●·"
# 万元, but not the 万元 of a sum such as 1.5万元 or 三万元.
_WAN = re.compile(r"(?<![\d.一二三四五六七八九十百千零两几数余多])[百千万亿]万?元")
_INDEX_HEADERS = frozenset({"序号", "编号", "行号", "顺序号", "序", "项次", "NO", "NO.", "No", "No.", "№", "#"})
LONGEST_HEADER = 48


@lru_cache(maxsize=65536)
def plain_header(text: str) -> str:
    """A header as it is compared: NFKC, without blanks, without a bracket that holds only a unit."""
    folded = _FIGURES.sub("", fold(text).replace("￥", "¥"))  # 小写金额 is what 金额 is
    folded = _SLASH_UNIT.sub("", _BRACKET.sub(_keep_or_drop, folded))
    return folded.strip(_EDGES) or folded


def _keep_or_drop(bracket: re.Match[str]) -> str:
    round_part, square_part = bracket[1], bracket[2]
    inside = round_part if round_part is not None else square_part
    if inside in _KEPT:
        return bracket[0]
    if _UNIT.fullmatch(inside) or not inside or (square_part is not None and _LATIN.fullmatch(inside)):
        return ""
    return bracket[0]


def states_wan(text: str) -> bool:
    """Whether a header, or a line above it, says that its amounts are in 万元 or another multiple of 元."""
    return bool(_WAN.search(fold(text)))


def without_wan(text: str) -> str:
    """A header as it is compared, without its 万元."""
    return re.sub(r"[(/\[【]?[百千万亿]万?元[)\]】]?", "", plain_header(text))


def is_index(text: str) -> bool:
    """Whether a header is that of a running number (序号), which alone fills no row."""
    return plain_header(text) in _INDEX_HEADERS


# How exports of banks and wallets call the columns of 银行流水, besides the register's own aliases. The reader of
# statements decides what each column means; here they only tell that a row is the header of a statement.
_STATEMENT_EXPORTS = {
    "date": "记账日 交易日 入账日期 入账时间 会计日期 交易时间 记账时间 发生时间 发生日期 提交时间 起息日",
    "summary": (
        "附言 交易附言 交易用途 客户摘要 交易描述 交易名称 业务类型 个性化信息 商品名称 交易地点/附言"
        " 商品 商品说明 交易摘要"
    ),
    "money_in": "收入金额 存入金额 转入金额 转入 汇入金额 入账金额 贷 贷方金额 来账金额 收方金额 汇入",
    "money_out": "支出金额 取出金额 转出金额 转出 汇出金额 出账金额 借 借方金额 往账金额 付方金额 汇出",
    "amount": "收支金额 交易发生金额 交易额",
    "flag": (
        "借/贷 借贷方向 借贷标记 收/支 收支 收支类型 收支方向 收支标识 收支状态 收付标志 交易方向"
        " 交易类型 来账/往账 往来账标志"
    ),
    "balance": "本次余额 联机余额 当前余额 交易后余额 账户结余 期末金额 账面余额",
    "counterparty": (
        "对方单位 对方单位名称 对方账户名 对方账户名称 对方账号名称 对手户名 对手信息 交易对手名称"
        " 交易对方 收(付)方名称 对方账号与户名 付款人名称 收款人名称"
    ),
    "serial": (
        "账务流水号 资金流水单号 交易单号 核心流水号 日志号 账户明细编号-交易流水号 企业流水号 回单号 交易订单号"
    ),
}


def _aliases(register_fields: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for field_name, texts in register_fields.items():
        for rank, text in enumerate(texts):
            key = plain_header(text)
            if key not in found or rank < found[key][1]:
                found[key] = (field_name, rank)
    return found


# A word in brackets behind the name of an amount: 借方发生额（支取）, 记账金额(收入), 交易金额(借). Which of in and out
# such a column holds its reader decides by that word.
_SIDED = ("借方", "贷方", "借方金额", "贷方金额", "借方发生额", "贷方发生额", "金额", "交易金额", "记账金额", "发生额")
_IN_SIDES = ("收入", "收", "存入", "入账", "进账", "转入", "进", "入", "贷", "贷方", "+")
_OUT_SIDES = ("支出", "支", "支取", "出账", "转出", "出", "付", "借", "借方", "-")
_BRACKETED = {
    "money_in": tuple(f"{name}({side})" for name in _SIDED for side in _IN_SIDES),
    "money_out": tuple(f"{name}({side})" for name in _SIDED for side in _OUT_SIDES),
}


def _names(register: Register, field: Field) -> tuple[str, ...]:
    if register is not STATEMENT:
        return (field.title, *field.aliases)
    exports = _STATEMENT_EXPORTS.get(field.name, "").split()
    return (field.title, *field.aliases, *exports, *_BRACKETED.get(field.name, ()))


# register name -> header as compared -> (field name, 0 for its title or the place of its alias)
HEADERS: Mapping[str, Mapping[str, tuple[str, int]]] = MappingProxyType(
    {
        register.name: _aliases({field.name: _names(register, field) for field in register.fields})
        for register in REGISTERS
    },
)
KNOWN: frozenset[str] = frozenset(header for headers in HEADERS.values() for header in headers)
# Headers that only one register has: they tell for certain which register a sheet means.
DISTINCTIVE: frozenset[str] = frozenset(
    header for header in KNOWN if sum(header in headers for headers in HEADERS.values()) == 1
)


def known(text: str) -> bool:
    """Whether a header names a field of any register."""
    return plain_header(text) in KNOWN
