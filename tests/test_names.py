"""Names: one spelling, several in a cell, and what a notice may show of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names import DOTS, clean_name, mask_name, split_people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李明", "李明"),
        ("李 明", "李明"),
        ("李\u3000明 ", "李明"),
        ("温 知 夏", "温知夏"),
        ("李\u200b明\n", "李明"),
        ("ＡＢ公司", "AB公司"),
        ("阿迪力·玉山·", "阿迪力·玉山"),
        ("·阿迪力··玉山", "阿迪力·玉山"),
        ("No.1商店", "No.1商店"),
        ("J. Smith", "J·Smith"),
        ("爱心（中国）公司", "爱心(中国)公司"),
        ("", ""),
        (" · ", ""),
    ],
)
def test_a_name_has_one_spelling(text: str, expected: str) -> None:
    assert clean_name(text) == expected


@pytest.mark.parametrize("dot", [*DOTS, "．", "｡", "･", " · ", "• "])
def test_all_middle_dots_are_one(dot: str) -> None:
    assert clean_name(f"库尔班江{dot}热合曼") == "库尔班江\u00b7热合曼"


@given(st.text(max_size=20))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_name(clean_name(text)) == clean_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲、乙", ("甲", "乙")),
        ("邹雨桐，邹雨晨", ("邹雨桐", "邹雨晨")),
        ("甲,乙;丙；丁/戊／己", ("甲", "乙", "丙", "丁", "戊", "己")),
        ("李 明\n王 芳", ("李明", "王芳")),
        ("李 明", ("李明",)),
        ("张三 李四", ("张三李四",)),
        ("和平、及第", ("和平", "及第")),
        ("库尔班江•热合曼、李明", ("库尔班江·热合曼", "李明")),
        ("、甲、、乙、", ("甲", "乙")),
        ("甲、甲", ("甲", "甲")),
        ("", ()),
        (" 、 ", ()),
    ],
)
def test_several_names_in_a_cell(text: str, expected: tuple[str, ...]) -> None:
    assert split_people(text) == expected


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("李明", "李*"),
        ("王小明", "王*明"),
        ("欧阳振华", "欧**华"),
        ("夏依达·玉山", "夏**"),
        ("夏依达•玉山", "夏**"),
        ("李", "李*"),
        ("古丽加玛丽", "古**丽"),
        ("李 明", "李*"),
        ("李明（七年级）", "李*"),
        ("John Smith", "J**"),
        ("", ""),
    ],
)
def test_a_notice_shows_a_masked_name(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text("李王明芳欧阳·•. 一二", max_size=8))
def test_a_masked_name_never_shows_the_whole(name: str) -> None:
    masked = mask_name(name)
    assert mask_name(masked) == masked
    assert masked == "" or "*" in masked
    assert len(masked.replace("*", "")) <= 2
