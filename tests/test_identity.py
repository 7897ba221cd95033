"""Identity and other long numbers. All numbers here are made up, or the examples of the standard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.faults import Fault
from pipeline.identity import check_character, check_id_number, long_number

if TYPE_CHECKING:
    from pipeline.faults import CellValue

GOOD = "330190201203150" + "47" + check_character("33019020120315047")


def test_the_check_character_is_that_of_the_standards_own_example() -> None:
    assert check_character("11010519491231002") == "X"
    assert check_character("44052418800101001") == "4"


@pytest.mark.parametrize(
    "text", [GOOD, f" {GOOD}\u3000", GOOD.lower(), f"'{GOOD}", f"{GOOD[:6]} {GOOD[6:14]} {GOOD[14:]}"]
)
def test_a_right_number_is_returned_tidy(text: str) -> None:
    assert check_id_number(text) == GOOD


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.1010120000101e17, "id_numeric"),
        (330190.0, "id_numeric"),
        (GOOD[:17] + ("0" if GOOD[17] != "0" else "1"), "id_checksum"),
        (GOOD[:5] + "1" + GOOD[6:], "id_checksum"),
        (GOOD[:17], "id_format"),
        (GOOD + "0", "id_format"),
        ("330190120315047", "id_format"),
        (GOOD[:10] + "13" + GOOD[12:], "id_format"),
        (GOOD[:10] + "0230" + GOOD[14:], "id_format"),
        (GOOD[:6] + "2312" + GOOD[10:], "id_format"),
        ("无", "id_format"),
        (True, "id_format"),
        (date(2012, 3, 15), "id_format"),
    ],
)
def test_a_wrong_number_is_a_problem_that_does_not_repeat_it(value: CellValue, code: str) -> None:
    assert check_id_number(value) == Fault(code)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_changed_digit_is_always_found(born: date, serial: int, position: int, change: int) -> None:
    digits = f"330190{born:%Y%m%d}{serial:03d}"
    number = digits + check_character(digits)
    assert check_id_number(number) == number
    wrong = f"{number[:position]}{(int(number[position]) + change) % 10}{number[position + 1 :]}"
    assert isinstance(check_id_number(wrong), Fault)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1001.0, "1001"),
        (13800000000.0, "13800000000"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, Fault("number_lost_digits")),
        (6.222020000111e18, Fault("number_lost_digits")),
        ("0000 1111 2222 3333", "0000 1111 2222 3333"),
        ("`4200001234\t", "4200001234"),
        ("20260001", "20260001"),
        ("ZC0001 ", "ZC0001"),
        ("", None),
        ("\u3000", None),
    ],
)
def test_a_number_that_is_a_name_becomes_text(value: CellValue, expected: str | Fault | None) -> None:
    assert long_number(value) == expected


@given(st.text(max_size=20) | st.floats())
def test_no_value_raises(value: str | float) -> None:
    check_id_number(value)
    long_number(value)
