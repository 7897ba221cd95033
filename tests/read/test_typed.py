"""Cells become typed columns: what is read, and what is a fault."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from pipeline.fields import Field, Kind
from pipeline.read.typed import openly, typed
from pipeline.registers import ANONYMOUS, CHANNELS, NAMED
from pipeline.tables import dtype_of
from tests.read.folder import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 10, 1)
MORNING = dt.datetime(2026, 10, 1, 8)  # noqa: DTZ001 - cells know no time zone
YES: bool = True


def read(kind: Kind, *values: Any, words: tuple[str, ...] = (), name: str = "x") -> list[Any]:  # noqa: ANN401
    """The values read, None where missing, a fault as its code."""
    found = typed(Field(name, "列", kind, words=words), values)
    series = pd.Series(found.column)
    assert str(series.dtype) == dtype_of(kind)
    plain = [None if gone else value for gone, value in zip(series.isna(), series.tolist(), strict=True)]
    return [found.faults[place].code if place in found.faults else value for place, value in enumerate(plain)]


def test_amounts_become_cents() -> None:
    assert read(Kind.AMOUNT, 50.0, 0.29, 1234.5, -3.0) == [5000, 29, 123450, -300]
    assert read(Kind.AMOUNT, 50, 19.99, "￥50元", "", "伍拾元整", "５０") == [5000, 1999, 5000, None, 5000, 5000]
    assert read(Kind.AMOUNT, 0.1 + 0.2, 12.345, 50.0) == [30, "amount_decimals", 5000]
    assert read(Kind.AMOUNT, "1.5万元", YES, 1.0) == ["amount_wan", "amount_unreadable", 100]


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 1e308, 1e13])
def test_numbers_beyond_all_money_are_faults_and_nothing_is_warned(number: float) -> None:
    first, fault = read(Kind.AMOUNT, 1.0, number)
    assert first == 100
    assert fault in {"amount_unreadable", "number_lost_digits"}


def test_a_column_of_nothing_but_blanks_is_blank() -> None:
    for kind in Kind:
        assert read(kind, "", " ", "\u3000") == (["", "", ""] if dtype_of(kind) == "str" else [None, None, None])


def test_dates() -> None:
    values = (
        MORNING,
        DAY,
        "2026.10.1 ",
        "2026年10月1日",
        "20261001",
        46296.0,
        "3月5日",
        "",
        dt.time(),
    )
    found = read(Kind.DATE, *values)
    assert [str(value)[:10] for value in found[:5]] == ["2026-10-01"] * 5
    assert found[5:] == ["date_number", "date_without_year", None, "date_is_time"]


def test_only_dates_of_entering_and_leaving_service_may_be_old() -> None:
    assert read(Kind.DATE, dt.date(1985, 9, 1)) == ["date_strange"]
    assert str(read(Kind.DATE, dt.date(1985, 9, 1), name="joined_on")[0])[:10] == "1985-09-01"


def test_texts_and_codes() -> None:
    assert read(Kind.TEXT, " 助学金 ", "\u200b助学金", 5.0) == ["助学金", "助学金", "5"]
    assert read(Kind.TEXT, "无需改动", "两\n行") == ["无需改动", "两\n行"]
    assert read(Kind.CODE, 1001.0, "1001", "`1001", '="1001"', 1.1010120000101e17) == [
        *["1001"] * 4,
        "number_lost_digits",
    ]
    assert read(Kind.CODE, "`1001", "A-1") == ["1001", "A-1"]


def test_names() -> None:
    assert read(Kind.PERSON, "李 明", "库尔班江•热合曼", "甲、乙公司") == ["李明", "库尔班江·热合曼", "甲、乙公司"]
    assert read(Kind.PEOPLE, "李 明，王　芳", "李明") == ["李明、王芳", "李明"]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.CLASS, "初一1班", "七年级(1)班"),
        (Kind.CLASS, 7.1, "class_number"),
        (Kind.UNIT, "七（1）班", "七年级(1)班"),
        (Kind.UNIT, "语文组", "语文组"),
        (Kind.UNIT, 7.1, "class_number"),
        (Kind.TERM, "2026年秋季学期", "2026-2027学年第一学期"),
        (Kind.TERM, "上学期", "term_unreadable"),
        (Kind.MONTH, "2026年10月", "2026-10"),
        (Kind.MONTH, dt.date(2026, 10, 1), "2026-10"),
        (Kind.MONTH, 2026.1, "month_unreadable"),
        (Kind.YEAR, 2026.0, 2026),
        (Kind.YEAR, "2026年", 2026),
        (Kind.YEAR, "2026年度", 2026),
        (Kind.YEAR, 26.0, "year_unreadable"),
        (Kind.COUNT, 45.0, 45),
        (Kind.COUNT, "45人", 45),
        (Kind.COUNT, 4.5, "count_unreadable"),
        (Kind.COUNT, -1.0, "count_unreadable"),
        (Kind.COUNT, "若干", "count_unreadable"),
        (Kind.COUNT, 1e20, "count_unreadable"),
        (Kind.DECIMAL, "86.5分", 86.5),
        (Kind.DECIMAL, 86, 86.0),
        (Kind.DECIMAL, "优", "number_unreadable"),
        (Kind.DECIMAL, "nan", "number_unreadable"),
        (Kind.YES_NO, "√", True),
        (Kind.YES_NO, "也许", "word_unknown"),
        (Kind.ID_NUMBER, 3.3019020131104e17, "id_numeric"),
    ],
)
def test_other_kinds(kind: Kind, value: Any, expected: Any) -> None:  # noqa: ANN401
    assert read(kind, value, "") == [expected, "" if dtype_of(kind) == "str" else None]


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("是的", "请从下列写法中选一个：是、否。最接近的写法是“是”。"),
        ("也许", "请从下列写法中选一个：是、否。"),
    ],
)
def test_a_cell_that_is_neither_yes_nor_no_is_told_with_the_words_and_the_nearest(
    tmp_path: Path, cell: str, remedy: str
) -> None:
    (told,) = read_sheets(tmp_path, f"姓名 | 部门 | 职务级别 | 党员\n李明 | 教务处 | 教师 | {cell}").findings
    assert (told.code, told.remedy) == ("word_unknown", remedy)


def test_words_take_their_spelling_and_others_stay_as_found() -> None:
    assert read(Kind.WORD, " 微 信", "ＷeChat", "", words=CHANNELS) == ["微信", "ＷeChat", ""]


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [("是否匿名", ANONYMOUS, NAMED), ("公开", NAMED, ANONYMOUS), ("是否公开", NAMED, ANONYMOUS)],
)
def test_yes_under_anonymous_or_under_public(header: str, yes: str, no: str) -> None:
    assert openly(["是", "否", "√", "匿名", "实名", ""], header) == [yes, no, yes, ANONYMOUS, NAMED, ""]


def test_an_identity_number_that_is_only_doubted_keeps_its_text() -> None:
    found = typed(Field("id_number", "身份证号", Kind.ID_NUMBER), ["330190201311040033"])
    assert list(found.column) == ["330190201311040033"]
    assert found.faults[0].code == "id_checksum"
