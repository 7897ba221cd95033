"""Cells are checked against their register's description, each failing cell once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Place
from pipeline.rules.schema import failing_cells, reversed_spans, validate
from tests.tables_of import table_of, tables_of

TODAY = dt.date(2026, 11, 3)
GOOD = {"date": "2026-10-01", "donor": "李明", "source": "教师", "amount": "5000", "channel": "现金", "note": ""}


def donations(**changed: str) -> str:
    row = GOOD | changed
    return "|".join(row) + "\n" + "|".join(row.values())


@pytest.mark.parametrize(
    ("changed", "failing"),
    [
        ({}, []),
        ({"donor": ""}, [(0, "donor", "cell_blank")]),
        ({"date": ""}, [(0, "date", "cell_blank")]),
        ({"amount": ""}, [(0, "amount", "cell_blank")]),
        ({"amount": "0"}, [(0, "amount", "amount_zero")]),
        ({"amount": "-5000"}, [(0, "amount", "amount_negative")]),
        ({"amount": "-5000", "note": "冲正，多收"}, []),
        ({"channel": "支票"}, [(0, "channel", "word_unknown")]),
        ({"channel": ""}, [(0, "channel", "cell_blank")]),
        ({"date": "2026-11-03"}, []),
        ({"date": "2026-11-04"}, [(0, "date", "date_in_future")]),
    ],
)
def test_a_broken_cell_is_named(changed: dict[str, str], failing: list[tuple[int, str, str]]) -> None:
    assert failing_cells(table_of("donations", donations(**changed)), TODAY) == failing


@pytest.mark.parametrize(
    ("field", "found"),
    [("donor", "同上"), ("department", "〃"), ("channel", "同上"), ("purpose", "同前"), ("receipt", '"'), ("note", "")],
)
def test_a_row_says_itself_what_it_is_about(field: str, found: str) -> None:
    above = GOOD | {"department": "语文组", "purpose": "奖学金", "receipt": "7", "note": "同上"}
    lines = ["|".join(above), "|".join(above.values()), "|".join((above | {field: found}).values())]
    tables, findings = validate(tables_of(donations="\n".join(lines)), TODAY, set())
    wanted = [] if field == "note" else [("cell_ditto", above[field])]
    assert [(each.code, each.facts["hint"]) for each in findings] == wanted
    assert tables["donations"].frame["_ok"].tolist() == [True, not wanted]


@pytest.mark.parametrize(
    ("register", "first", "last"),
    [
        ("pairings", "started_on", "ended_on"),
        ("staff", "joined_on", "left_on"),
        ("postings", "posted_from", "posted_to"),
    ],
)
def test_a_last_day_is_not_before_the_first(register: str, first: str, last: str) -> None:
    days = "2026-10-02|2026-10-02", "2026-10-02|2026-10-01", "|2026-10-01", "2026-10-02|"
    table = table_of(register, "\n".join([f"{first}|{last}", *days]))
    assert reversed_spans(table) == [(1, last, "dates_reversed")]


def test_where_there_is_no_column_for_notes_nothing_negative_is_a_correction() -> None:
    text = "date|donor|source|amount|channel\n2026-10-01|李明|教师|-5000|现金"
    table = table_of("donations", text)
    table = replace(table, frame=table.frame.drop(columns="note"))
    assert failing_cells(table, TODAY) == [(0, "amount", "amount_negative")]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "李明"]), st.sampled_from(["", "现金", "支票"]), st.sampled_from(["", "0", "100"])
        ),
        min_size=1,
        max_size=30,
    ),
)
def test_no_failing_cell_goes_missing(rows: list[tuple[str, str, str]]) -> None:
    """Pandera's lazy mode merges some failure cases; counted here cell by cell."""
    lines = [f"2026-10-01|{donor}|教师|{amount}|{channel}" for donor, channel, amount in rows]
    table = table_of("donations", "\n".join(["date|donor|source|amount|channel", *lines]))
    broken = [(donor == "") + (channel != "现金") + (amount != "100") for donor, channel, amount in rows]
    assert len(failing_cells(table, TODAY)) == sum(broken)


def test_a_failing_row_is_kept_out_of_the_figures_and_the_others_stay() -> None:
    text = "date|donor|source|amount|channel\n2026-10-01|李明|教师|5000|现金\n2026-10-01||教师|5000|现金"
    tables, findings = validate(tables_of(donations=text), TODAY, set())
    assert list(tables["donations"].usable.index) == [0]
    assert [(each.code, each.where and each.where.address) for each in findings] == [("cell_blank", "簿.xlsx!表!B3")]


def test_a_cell_that_the_reader_reported_is_not_reported_again() -> None:
    tables, findings = validate(tables_of(donations=donations(donor="")), TODAY, {Place("簿.xlsx", "表", 2, 1)})
    assert findings == []
    assert tables["donations"].usable.empty


def test_an_unknown_word_comes_with_the_words_allowed_and_the_nearest() -> None:
    _, (finding,) = validate(tables_of(donations=donations(channel="银行转帐")), TODAY, set())
    assert "银行转账" in finding.remedy
    assert "微信" in finding.remedy


def test_a_blank_date_below_a_filled_one_suggests_the_date_above() -> None:
    text = "date|donor|source|amount|channel\n2026-10-01|李明|教师|5000|现金\n|王芳|教师|5000|现金"
    _, (finding,) = validate(tables_of(donations=text), TODAY, set())
    assert "2026-10-01" in finding.remedy


def test_a_typed_column_has_the_type_of_its_field() -> None:
    table = table_of("donations", donations())
    wrong = table.frame.assign(date=["2026-10-01"])
    with pytest.raises((TypeError, ValueError)):
        failing_cells(type(table)(table.register, pd.DataFrame(wrong), table.blocks, table.voided), TODAY)
