"""Words of a vocabulary, and 是 or 否."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.faults import Fault
from pipeline.words import match_word, parse_yes_no

if TYPE_CHECKING:
    from pipeline.faults import CellValue

WAYS = ("现金", "银行转账", "微信", "支付宝")


@pytest.mark.parametrize(
    "value", ["是", " 是 ", "√", "✓", "✔", "☑", "对", "有", "Y", "y", "Ｙ", "yes", "YES", "1", 1.0, True]
)
def test_yes(value: CellValue) -> None:
    assert parse_yes_no(value) is True


@pytest.mark.parametrize("value", ["否", "不是", "×", "x", "✗", "无", "N", "no", "0", "０", 0.0, False, "FALSE"])
def test_no(value: CellValue) -> None:
    assert parse_yes_no(value) is False


@pytest.mark.parametrize("value", ["", " ", "\u3000"])
def test_a_blank_is_neither_yes_nor_no(value: str) -> None:
    assert parse_yes_no(value) is None
    assert match_word(value, WAYS) is None


@pytest.mark.parametrize("value", ["不详", "不对", "党员", 2.0, 0.5, 10.0, 12.0, "是否", "有无", date(2026, 3, 5)])
def test_anything_else_is_a_problem(value: CellValue) -> None:
    assert parse_yes_no(value) == Fault("word_unknown")


@pytest.mark.parametrize(
    ("value", "nearest"), [("是的", "是"), ("有的", "是"), ("√√", "是"), ("不是的", "否"), ("没", "否")]
)
def test_a_problem_near_yes_or_no_alone_names_it(value: str, nearest: str) -> None:
    assert parse_yes_no(value) == Fault("word_unknown", nearest)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("现金", "现金"),
        ("现 金", "现金"),
        ("微信\u200b", "微信"),
        ("现金支付", Fault("word_unknown", "现金")),
        ("支付保", Fault("word_unknown", "支付宝")),
        ("转账", Fault("word_unknown", "银行转账")),
        ("转帐", Fault("word_unknown", "银行转账")),
        ("支票", Fault("word_unknown")),
        ("#", Fault("word_unknown")),
        (5.0, Fault("word_unknown")),
    ],
)
def test_a_word_is_of_the_vocabulary_or_a_problem_with_the_nearest(value: CellValue, expected: str | Fault) -> None:
    assert match_word(value, WAYS) == expected


def test_a_word_is_returned_as_the_vocabulary_spells_it() -> None:
    assert match_word("贫困生＋问题生", ("贫困生", "贫困生+问题生")) == "贫困生+问题生"
    assert match_word("cr", ("Cr", "Dr")) == "Cr"


@given(st.text(max_size=10))
def test_no_text_raises(text: str) -> None:
    match_word(text, WAYS)
    parse_yes_no(text)
