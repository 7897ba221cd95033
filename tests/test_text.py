"""Blanks, invisible characters and full-width signs: what reading may tidy, and what it must leave."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import (
    BLANKS,
    INVISIBLE,
    IS_PLAIN,
    as_text,
    fold,
    half_width,
    strip_cell,
    unwrap_export,
    without_blanks,
)

if TYPE_CHECKING:
    from pipeline.faults import CellValue


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_at_either_end_goes_and_one_inside_stays(blank: str) -> None:
    assert strip_cell(f"{blank}李{blank}明{blank}{blank}") == f"李{blank}明"


@pytest.mark.parametrize(
    "sign",
    [
        *INVISIBLE,
        "\u200b",
        "\u200c",
        "\u200d",
        "\u202e",
        "\ufeff",
        "\x00",
        "\x07",
        "\x7f",
        "\x9f",
        "\ufe0f",
        "\U000e0100",
    ],
)
def test_an_invisible_character_goes_wherever_it_stands(sign: str) -> None:
    assert strip_cell(f"{sign}李{sign}明{sign}") == "李明"


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u00a0\t\r\n", "\u200b \ufeff", "\u202e\u202c"])
def test_blanks_and_invisible_characters_alone_are_a_blank_cell(text: str) -> None:
    assert strip_cell(text) == ""
    assert unwrap_export(text) == ""


@given(st.text())
def test_stripping_twice_changes_nothing(text: str) -> None:
    assert strip_cell(strip_cell(text)) == strip_cell(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`4200001234", "4200001234"),
        ("'00123", "00123"),
        ('="20230212"', "20230212"),
        ('  ="1,234.56"\t', "1,234.56"),
        ('=" 50.00 "', "50.00"),
        ('=""', ""),
        ("=A1", "=A1"),
        ('他说"好"', '他说"好"'),
    ],
)
def test_wrappings_of_bank_exports_are_taken_off(text: str, expected: str) -> None:
    assert unwrap_export(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("捐款 金额（元）", "捐款金额(元)"),
        ("日\u3000期\n", "日期"),
        ("ＡＢＣ１２３", "ABC123"),
        ("捐款人\u200b", "捐款人"),
        ("日 志 号", "日志号"),
    ],
)
def test_headers_are_compared_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_without_blanks_leaves_everything_else() -> None:
    assert without_blanks(" 合\u3000\u00a0 计（元） ") == "合计（元）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１，２３４．５０", "1,234.50"),
        ("￥５０", "¥50"),
        ("\u22125", "-5"),
        ("（一）", "(一)"),
        ("50²", "50²"),
        ("⑤", "⑤"),
    ],
)
def test_half_width_touches_full_width_forms_only(text: str, expected: str) -> None:
    assert half_width(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1001.0, "1001"),
        (3.1, "3.1"),
        (-2.0, "-2"),
        (float("nan"), ""),
        (float("inf"), "inf"),
        ("  Ａ1 ", "Ａ1"),
        (True, "是"),
        (False, "否"),
        (datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001  cells have no time zone
        (datetime(2026, 3, 5, 14, 6), "2026-03-05 14:06:00"),  # noqa: DTZ001
        (date(2026, 3, 5), "2026-03-05"),
        (time(14, 6), "14:06:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_any_value_has_a_text(value: CellValue, expected: str) -> None:
    assert as_text(value) == expected


def test_the_characters_that_are_spared_a_closer_look_would_not_change_by_it() -> None:
    plain = [chr(code) for code in range(0x11_0000) if IS_PLAIN(chr(code))]
    assert len(plain) > 20_000
    assert [sign for sign in plain if unicodedata.normalize("NFKC", sign) != sign or sign in BLANKS + INVISIBLE] == []
    assert not IS_PLAIN("李\n")
