"""Columns and tables as objects."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from pipeline.write.summary.parts import Column, Kind, TablePart, count, date, decimal, long, money, text, word


def table(headers: tuple[str, ...], *columns: Column) -> TablePart:
    return TablePart("名册", "", headers, columns)


def test_amounts_that_are_missing_or_nothing_are_blank() -> None:
    assert money([100, 0, None]).cells == [100, None, None]
    assert money(pd.Series([100, 0, None], dtype="Int64")).cells == [100, None, None]


def test_a_balance_of_nothing_is_shown_where_asked_for() -> None:
    assert money([0, None], zeros=True).cells == [0, None]
    assert count([0, 2], zeros=True).cells == [0, 2]


def test_a_column_that_is_computed_in_each_row_shows_nothing_as_a_figure() -> None:
    assert money([0, 5], plus=(1,)).cells == [0, 5]


def test_dates_that_are_missing_are_blank() -> None:
    day = dt.date(2026, 10, 1)
    assert date([day, None]).cells == [day, None]
    assert date(pd.Series([pd.Timestamp("2026-10-01"), pd.NaT])).cells == [pd.Timestamp("2026-10-01"), None]


def test_numbers_that_are_missing_are_blank() -> None:
    assert decimal([1.5, float("nan"), None]).cells == [1.5, None, None]


def test_columns_know_how_they_are_written() -> None:
    kinds = [column.kind for column in (text([]), long([]), word([]), money([]), count([]), decimal([]), date([]))]
    assert kinds == [Kind.TEXT, Kind.LONG, Kind.WORD, Kind.MONEY, Kind.COUNT, Kind.DECIMAL, Kind.DATE]


def test_a_table_has_a_total_if_one_of_its_columns_has() -> None:
    assert table(("姓名", "金额(元)"), text(["甲"]), money([1], 1)).has_total
    assert not table(("姓名", "金额(元)"), text(["甲"]), money([1])).has_total


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (("姓名", "姓名"), (text(["甲"]), text(["乙"]))),
        (("姓名", ""), (text(["甲"]), text(["乙"]))),
        (("姓名",), (text(["甲"]), text(["乙"]))),
        (("姓名", "班级"), (text(["甲"]), text(["乙", "丙"]))),
    ],
    ids=["equal headers", "blank header", "too few headers", "columns of unequal length"],
)
def test_a_table_refuses_bad_form(headers: tuple[str, ...], columns: tuple[Column, ...]) -> None:
    with pytest.raises(ValueError, match="名册"):
        table(headers, *columns)
