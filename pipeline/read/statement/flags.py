"""The column that says of an amount whether it came in or went out, and the other ways to sign it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.read.statement.columns import NOT_ALWAYS_A_FLAG
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.chain import Whole
    from pipeline.read.statement.columns import StatementColumns


_IN = ("贷", "贷方", "贷Cr", "Cr", "C", "收", "收入", "来账", "进", "进账", "入", "入账", "存入", "转入", "+")
_OUT = ("借", "借方", "借Dr", "Dr", "D", "支", "支出", "付", "付出", "往账", "出", "出账", "扣账", "支取", "转出", "-")
SIDES: Mapping[str, int] = {word.casefold(): side for words, side in ((_IN, 1), (_OUT, -1)) for word in words}
_DIGITS = frozenset("0123456789")
_MOSTLY = 0.5
_TWO = 2  # in and out; more digits than two say neither


@dataclass(frozen=True)
class Flags:
    """What a column of flags says. sides: 1 in, -1 out, 0 not told. digits: the digit of each line, "" for words."""

    sides: Whole
    digits: tuple[str, ...]

    @property
    def by_words(self) -> bool:
        """Whether no flag is a digit, whose meaning differs from bank to bank."""
        return not any(self.digits)

    def readings(self) -> dict[str, Whole]:
        """Each way to read the digits: one of two means in."""
        values = sorted(set(self.digits) - {""})
        if not values:
            return {"words": self.sides}
        lower = np.array([0 if not each else 1 if each == values[0] else -1 for each in self.digits], dtype="int64")
        return {"first": self.sides + lower, "second": self.sides - lower}


def read_flags(texts: Sequence[str]) -> Flags:
    """What the cells of a flag's column say."""
    words = [_word(text) for text in texts]
    sides = np.array([SIDES.get(word, 0) for word in words], dtype="int64")
    digits = [word if word in _DIGITS else "" for word in words]
    if len(set(digits) - {""}) > _TWO:
        digits = [""] * len(words)
    return Flags(sides, tuple(digits))


def flag_column(columns: StatementColumns, texts_of: Mapping[int, Sequence[str]]) -> int:
    """The column of flags, -1 where there is none; 交易类型 is one only where it holds such words."""
    for column in sorted(columns.flags, key=lambda each: columns.names[each] in NOT_ALWAYS_A_FLAG):
        words = [_word(text) for text in texts_of[column] if text]
        told = sum(word in SIDES for word in words)
        if words and told >= len(words) * _MOSTLY:
            return column
        if columns.names[column] not in NOT_ALWAYS_A_FLAG:
            return column
    return -1


def _word(text: str) -> str:
    return fold(text).casefold().removesuffix(".0")


def sign_pair(money_in: Whole, money_out: Whole, *, ledger_only: bool) -> dict[str, Whole]:
    """Signed amounts in 分 of two columns.

    Rule: an amount of 支出 may carry its minus. Else a negative one takes a payment back. ledger_only: the columns
    are told by 借 and 贷 alone, which one bank uses the other way round.
    """
    ways = _either_minus(money_out, {"": money_in - money_out, "minus": money_in - np.abs(money_out)})
    if ledger_only:
        ways["swapped"] = money_out - money_in
    return ways


def sign_flagged(amounts: Whole, flags: Flags) -> dict[str, Whole]:
    """Signed amounts in 分 of one column and one of flags, for each reading of the flags."""
    ways: dict[str, Whole] = {}
    for name, sides in flags.readings().items():
        paid = np.where(sides < 0, amounts, 0)
        signed = {"": sides * amounts, "minus": np.where(sides < 0, -np.abs(amounts), sides * amounts)}
        ways |= {name + key: way for key, way in _either_minus(paid, signed).items()}
    return ways


def _either_minus(paid: Whole, ways: dict[str, Whole]) -> dict[str, Whole]:
    """Both ways to read a minus before what was paid; the usual one by whether all of it carries a minus."""
    if not (paid < 0).any():
        return {"": ways[""]}
    order = ("minus", "") if not (paid > 0).any() else ("", "minus")
    return {name: ways[name] for name in order}
