"""Amounts in 大写: the examples of the rule, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.capitals import from_capitals, to_capitals, with_currency

WRITTEN = [
    (140950, "壹仟肆佰零玖元伍角"),
    (600714, "陆仟零柒元壹角肆分"),
    (168032, "壹仟陆佰捌拾元零叁角贰分"),
    (10700053, "壹拾万柒仟元零伍角叁分"),
    (1640902, "壹万陆仟肆佰零玖元零贰分"),
    (32504, "叁佰贰拾伍元零肆分"),
    (12000, "壹佰贰拾元整"),
    (0, "零元整"),
    (-12000, "负壹佰贰拾元整"),
    (-5, "负伍分"),
    (50, "伍角"),
    (5, "伍分"),
    (55, "伍角伍分"),
    (1000, "壹拾元整"),
    (1100, "壹拾壹元整"),
    (1005, "壹拾元零伍分"),
    (1050, "壹拾元零伍角"),
    (100900, "壹仟零玖元整"),
    (109000, "壹仟零玖拾元整"),
    (190000, "壹仟玖佰元整"),
    (10_000_00, "壹万元整"),
    (10_001_00, "壹万零壹元整"),
    (100_100_00, "壹拾万零壹佰元整"),
    (1_010_000_00, "壹佰零壹万元整"),
    (100_010_000_00, "壹亿零壹万元整"),
    (100_000_001_00, "壹亿零壹元整"),
    (10**12, "壹佰亿元整"),
    (10**14, "壹万亿元整"),
    (10**18, "壹亿亿元整"),
]


@pytest.mark.parametrize(("cents", "text"), WRITTEN)
def test_each_amount_is_written_in_the_first_permitted_form_and_read_back(cents: int, text: str) -> None:
    assert to_capitals(cents) == text
    assert from_capitals(text) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("壹仟陆佰捌拾元叁角贰分", 168032),
        ("壹拾万零柒仟元伍角叁分", 10700053),
        ("壹拾万零柒仟元零伍角叁分", 10700053),
        ("人民币壹佰贰拾元整", 12000),
        ("人民币：壹佰贰拾元整", 12000),
        ("人民币 壹佰 贰拾 元 整", 12000),
        ("壹佰贰拾圆正", 12000),
        ("伍拾元", 5000),
        ("伍拾", 5000),
        ("拾元整", 1000),
        ("壹佰贰拾元伍角整", 12050),
        ("零元", 0),
        ("零元伍角", 50),
        ("零元零角伍分", 5),
        ("伍拾元零角零分", 5000),
        ("伍拾元零角整", 5000),
        ("伍拾元零角伍分", 5005),
        ("貳佰陸拾萬圓正", 260_000_000),
        ("叁佰〇伍元", 30500),
        ("负人民币壹元整", -100),
        ("人民币负壹元整", -100),
    ],
)
def test_other_permitted_writings_are_read(text: str, cents: int) -> None:
    assert from_capitals(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "整",
        "人民币",
        "负",
        "负负壹元",
        "负人民币负壹元",
        "人民币人民币壹元",
        "壹仟玖元",
        "壹仟零玖佰元",
        "伍伍元",
        "壹万零万元",
        "亿亿",
        "五十元",
        "伍拾个",
        "50元",
        "壹佰壹佰元",
        "壹元壹元",
        "角",
        "壹佰元伍",
        "零" * 50,
        "拾" * 5000,
    ],
)
def test_what_is_not_well_formed_is_refused(text: str) -> None:
    assert from_capitals(text) is None


def test_currency_stands_before_the_amount() -> None:
    assert with_currency(140950) == "人民币壹仟肆佰零玖元伍角"


@settings(max_examples=300)
@given(st.integers(-(10**12), 10**12))
def test_writing_then_reading_gives_the_amount_back(cents: int) -> None:
    assert from_capitals(with_currency(cents)) == cents


@given(st.text("零壹贰玖拾佰仟万亿元角分整负", max_size=12))
def test_what_is_read_is_an_amount_that_writes_alike(text: str) -> None:
    cents = from_capitals(text)
    if cents is not None:
        assert from_capitals(to_capitals(cents)) == cents


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    from_capitals(text)
