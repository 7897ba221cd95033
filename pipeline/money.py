"""Money: always whole 分 (cents) in memory, read from a cell once and written as 元 at the edge."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.capitals import from_capitals
from pipeline.faults import Fault, unreadable
from pipeline.text import BLANKS, half_width, unwrap_export

if TYPE_CHECKING:
    from pipeline.faults import CellValue

# What a formula's binary arithmetic may leave behind (0.1 + 0.2), in 元; a third decimal is far above it.
_NOISE = Decimal("0.000001")
# From here on a float no longer holds every 分 exactly, in 元.
_EXACT_BELOW = 10**13
_LONGEST = 80
_DECIMALS = 2

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+"  # no digits of other scripts
_CURRENCY = r"(?:人民币:?|RMB|CNY|¥)"
_SMALL = rf"(?P<before>[-+]?{_CURRENCY}{{0,2}}[-+]?)(?P<number>{_NUMBER})(?:元|圆|RMB|CNY)?[整正]?"
_PLAIN = re.compile(_SMALL, re.IGNORECASE)
# 50元5角, 5角, 3元5角2分
_COINS = re.compile(r"(?P<sign>[-+]?)(?:¥?(?P<yuan>[0-9]+)[元圆])?(?:(?P<jiao>[0-9])角)?(?:(?P<fen>[0-9])分)?[整正]?")

_CAPITALS = r"(?:人民币:?)?负?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆角分](?:[零壹贰叁肆伍陆柒捌玖角分]*)[整正]?"
_FIGURES = r"[-+]?(?:人民币:?|RMB|CNY|¥)*[-+]?[0-9.,]+[元圆]?[整正]?"
_BOTH = re.compile(
    rf"(?P<figures>{_FIGURES})\(?(?P<capitals>{_CAPITALS})\)?|(?P<capitals2>{_CAPITALS})\(?(?P<figures2>{_FIGURES})\)?",
)
_LABELS = re.compile(r"[大小]写(?:金额)?:?|[;,、](?=[大小]写)")

# A blank beside a word or a currency sign means nothing; between digits it may hide a lost sign and stays.
_FREE_BLANK = re.compile(rf"(?<![\d.,])[{BLANKS}]+|[{BLANKS}]+(?![\d.,])")

_DATE = re.compile(r"^(?:\d{4}([-./])\d{1,2}\1\d{1,2}(?!\d)|\d{4}年|\d{1,2}月)")
_WAN = re.compile(rf"^(?P<before>[-+]?¥?)(?P<number>{_NUMBER})(?P<unit>[百千佰仟]?万|[百千佰仟]|亿)[元圆]?[整正]?$")
_WAN_SIZES = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
_PRODUCT = re.compile(r"^¥?(?P<each>[0-9]+(?:\.[0-9]{1,2})?)元?[×xX*✕](?P<times>[0-9]+)[人次份月天个]?$")
_WORDS_ONLY = re.compile(r"^\D+$")
_TEN_THOUSANDS = re.compile(r"\d万")
_APPROXIMATE = re.compile(r"[约近余多几]|左右|上下|以[上下]|大概|不到|不足|\d元?[-~\u2014至到]+\d")
_EXPRESSION = re.compile(r"[×xX*✕÷/=]|\d元?[-+]\d|[每人]")
_BRACKETS = re.compile(r"^\((?P<number>[¥0-9.,]+)元?\)$")
# 五十元: words of speech, shown in the hint as figures.
_SPEECH = str.maketrans("一二两三四五六七八九十百千", "壹贰贰叁肆伍陆柒捌玖拾佰仟")


def parse_amount(value: CellValue) -> int | Fault | None:
    """A cell's amount of money in 分, with its sign; None where the cell is blank."""
    if isinstance(value, bool):
        return Fault("amount_unreadable")
    if isinstance(value, (int, float)):
        return _from_number(value)
    if isinstance(value, str):
        return _from_text(value)
    return Fault("amount_is_date")


def format_yuan(cents: int) -> str:
    """An amount in 分 as 元 for people: 123450 is "1,234.50"."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def plain_yuan(cents: int) -> str:
    """An amount in 分 as 元 for machines: 123450 is "1234.50", -1200 is "-12.00"."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _from_number(number: float) -> int | Fault:
    if not math.isfinite(number):
        return Fault("amount_unreadable")
    if abs(number) >= _EXACT_BELOW:
        return Fault("number_lost_digits")
    exact = Decimal(repr(number))
    rounded = round(exact, _DECIMALS)
    if abs(exact - rounded) >= _NOISE:
        return Fault("amount_decimals")
    return int(rounded * 100)


def _from_text(text: str) -> int | Fault | None:
    text = _FREE_BLANK.sub("", half_width(unwrap_export(text)))
    if not text:
        return None
    if len(text) > _LONGEST:
        return Fault("amount_unreadable")
    for read in (_read_figures, _read_coins, from_capitals, _read_both):
        cents = read(text)
        if isinstance(cents, int):
            return cents if abs(cents) < _EXACT_BELOW * 100 else Fault("amount_unreadable")
        if cents is not None:
            return cents
    return _explain(text)


def _read_figures(text: str) -> int | Fault | None:
    found = _PLAIN.fullmatch(text)
    if not found or sum(map(found["before"].count, "+-")) > 1:
        return None
    whole, _, decimals = found["number"].replace(",", "").partition(".")
    if len(decimals) > _DECIMALS:
        return Fault("amount_decimals")
    cents = int(whole or "0") * 100 + int(decimals.ljust(_DECIMALS, "0"))
    return -cents if "-" in found["before"] else cents


def _read_coins(text: str) -> int | None:
    found = _COINS.fullmatch(text)
    if not found or not (found["jiao"] or found["fen"]):
        return None
    cents = int(found["yuan"] or 0) * 100 + int(found["jiao"] or 0) * 10 + int(found["fen"] or 0)
    return -cents if found["sign"] == "-" else cents


def _read_both(text: str) -> int | Fault | None:
    """Figures and 大写 in one cell, in either order; they must state the same amount."""
    found = _BOTH.fullmatch(_LABELS.sub("", text))
    if not found:
        return None
    figures = _read_figures(found["figures"] or found["figures2"])
    words = from_capitals(found["capitals"] or found["capitals2"])
    if not isinstance(figures, int) or words is None:
        return figures if isinstance(figures, Fault) else None
    return figures if figures == words else Fault("amount_capitals_differ", plain_yuan(figures))


def _wan_hint(found: re.Match[str]) -> str:
    size = math.prod(_WAN_SIZES[unit] for unit in found["unit"])
    cents = Decimal(found["number"].replace(",", "")) * size * 100
    sign = -1 if "-" in found["before"] else 1
    return plain_yuan(sign * int(cents)) if cents == int(cents) else ""


def _product_hint(found: re.Match[str]) -> str:
    return plain_yuan(int(Decimal(found["each"]) * 100) * int(found["times"]))


def _speech_hint(found: re.Match[str]) -> str:
    cents = from_capitals(found[0].translate(_SPEECH))
    return "" if cents is None else plain_yuan(cents)


def _brackets_hint(found: re.Match[str]) -> str:
    cents = _read_figures(found["number"])
    return plain_yuan(-cents) if isinstance(cents, int) else ""


def _no_hint(_: re.Match[str]) -> str:
    return ""


# Why a text is no amount, the narrowest reason first.
_REASONS = (
    (_DATE, "amount_is_date", _no_hint),
    (_WAN, "amount_wan", _wan_hint),
    (_PRODUCT, "amount_expression", _product_hint),
    (_WORDS_ONLY, "amount_unreadable", _speech_hint),
    (_TEN_THOUSANDS, "amount_wan", _no_hint),
    (_APPROXIMATE, "amount_approximate", _no_hint),
    (_EXPRESSION, "amount_expression", _no_hint),
    (_BRACKETS, "amount_unreadable", _brackets_hint),
)


def _explain(text: str) -> Fault:
    for pattern, code, hint in _REASONS:
        if found := pattern.search(text):
            return unreadable(text, code, hint(found))
    return Fault("amount_unreadable")
