"""Amounts in 大写, both ways.

Rule: 《正确填写票据和结算凭证的基本规定》 (中国人民银行《支付结算办法》, annex 1). Where it permits two forms, both
are read and the first is written: 1680.32 is 壹仟陆佰捌拾元零叁角贰分, 107000.53 is 壹拾万柒仟元零伍角叁分.
"""

from __future__ import annotations

import re

from pipeline.text import half_width, without_blanks

DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))

# Other writings of the same characters: traditional ones, 圆 for 元, 正 for 整.
_VARIANTS = str.maketrans("〇貳参參叄陸億萬圆圓圎正", "零贰叁叁叁陆亿万元元元整")
_CURRENCY = re.compile(r"人民币:?")
_CHARACTERS = re.compile(rf"负?[{DIGITS}亿万仟佰拾元角分]+整?")
# A 零 that may stand or be left out: after a full 万 or 亿 before 仟, after a full 元 before 角.
_OPTIONAL_ZERO = re.compile(r"(?<=拾[万亿])零(?=.仟)|(?<=[佰仟][万亿])零(?=.仟)|(?<=[拾佰仟万亿]元)零(?=.角)")
# 零元 before 角 or 分 says nothing.
_EMPTY_YUAN = re.compile(r"^零元零?(?=.[角分])")
# Forms of printed receipts: every place has a word, 伍拾元零角零分.
_PRINTED = (("零角零分", ""), ("零角整", ""), ("零角", "零"), ("零分", ""))
_CHANGE = re.compile(r"零?(?:(?P<jiao>.)角)?零?(?:(?P<fen>.)分)?整?")
_LONGEST = 40  # no amount is longer; keeps the recursion shallow


def to_capitals(cents: int) -> str:
    """An amount in 分 as 大写, without 人民币: 140950 is 壹仟肆佰零玖元伍角, -5 is 负伍分."""
    yuan, rest = divmod(abs(cents), 100)
    jiao, fen = divmod(rest, 10)
    sign = "负" if cents < 0 else ""
    whole = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{sign}{whole}整"
    zero = "零" if whole and (yuan % 10 == 0 or not jiao) else ""
    tenths = f"{DIGITS[jiao]}角" if jiao else ""
    hundredths = f"{DIGITS[fen]}分" if fen else ""
    return f"{sign}{whole}{zero}{tenths}{hundredths}"


def with_currency(cents: int) -> str:
    """The same with 人民币 before it, as on vouchers and notices."""
    return f"人民币{to_capitals(cents)}"


def from_capitals(text: str) -> int | None:
    """The amount in 分 that a text in 大写 states; None where it is not well formed.

    Both permitted forms are read, 圆 and 正, a text without 整 or 元, and 人民币 before it. 壹仟玖元 is refused: the
    rule demands 壹仟零玖元, so it may be 1900 with a word left out.
    """
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST or not _CHARACTERS.fullmatch(plain):
        return None
    cents = _value(plain.removeprefix("负"))
    if plain.startswith("负"):
        cents = -cents
    # The value is right if writing it gives the text again, apart from the words that are free.
    return cents if _bare(to_capitals(cents)) == _bare(plain) else None


def _whole(number: int) -> str:
    """A whole number in words; 零 where places are empty between two digits."""
    for size, unit in _UNITS:
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return f"{_whole(head)}{unit}{gap}{_whole(rest) if rest else ''}"
    return DIGITS[number]


def _plain(text: str) -> str:
    """The text with one writing for each character, without blanks and currency, and with its unit."""
    plain = without_blanks(half_width(text)).translate(_VARIANTS)
    plain = _CURRENCY.sub("", plain, count=1)
    negative = plain.startswith("负")
    plain = plain.removeprefix("负")
    for printed, short in _PRINTED:
        plain = plain.replace(printed, short)
    plain = _EMPTY_YUAN.sub("", plain)
    if plain.startswith("拾"):
        plain = f"壹{plain}"
    if plain and plain[-1] in f"{DIGITS}拾佰仟万亿":
        plain = f"{plain}元"
    return f"负{plain}" if negative else plain


def _bare(plain: str) -> str:
    """The text without the words that are free: 整 at the end, and a 零 that may be left out."""
    return _OPTIONAL_ZERO.sub("", plain.removesuffix("整"))


def _value(plain: str) -> int:
    """The amount in 分 of a text without sign; any number where the text is not well formed."""
    whole, unit, change = plain.rpartition("元")
    found = _CHANGE.fullmatch(change)
    if not found or (whole and not unit):
        return 0
    return _number(whole) * 100 + _digit(found["jiao"]) * 10 + _digit(found["fen"])


def _number(words: str) -> int:
    """The whole number that words state; any number where they are not well formed."""
    words = words.strip("零")
    for size, unit in _UNITS:
        head, found, rest = words.rpartition(unit)
        if found:
            return _number(head) * size + _number(rest)
    return _digit(words)


def _digit(word: str | None) -> int:
    return DIGITS.index(word) if word and word in DIGITS else 0
