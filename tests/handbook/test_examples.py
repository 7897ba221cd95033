"""The handbook cannot lag: every finding has an example, and every example gives its finding at its cell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from pipeline import cli
from pipeline.handbook import page
from pipeline.handbook.examples import EXAMPLES, SECTIONS
from pipeline.handbook.model import Example, Value, grid_of, value_of
from pipeline.handbook.page import Extract, entry_of, handbook_page
from pipeline.handbook.together import batches, try_batch
from pipeline.handbook.trial import books_of, findings_of, place_of, position, touched
from pipeline.messages import CATALOGUE
from pipeline.messages import handbook as words
from pipeline.registers import REGISTERS

if TYPE_CHECKING:
    from pathlib import Path

# What cannot be made in a folder of files: a disk that fails, a file that changes meanwhile, a bound that is reached.
TOLD = {
    *("file_link", "file_unreadable", "file_changing", "file_too_large", "file_endless", "file_name_coding"),
    *("cells_far_away", "bank_candidates_too_many", "privacy_leak"),
}
TRIED = [example for example in EXAMPLES if example.told is None]


def example_of(code: str) -> Example:
    return next(example for example in EXAMPLES if example.code == code)


def test_every_finding_has_one_example_and_no_example_is_stale() -> None:
    assert Counter(example.code for example in EXAMPLES) == Counter(CATALOGUE.keys())
    assert {example.code for example in EXAMPLES if example.told is not None} == TOLD
    assert set(SECTIONS) == set(words.SECTIONS)


@pytest.mark.parametrize("batch", batches(TRIED), ids=lambda each: each[0].code)
def test_an_example_gives_its_finding_at_its_cell_and_nothing_else(batch: tuple[Example, ...]) -> None:
    found = try_batch(batch)
    for example in batch:
        own = [finding for finding in found[example.code] if finding.code == example.code]
        assert [place_of(finding) for finding in own] == [example.at]
        assert {finding.code for finding in found[example.code]} - {example.code} <= set(example.others)
        assert all("{" not in text for finding in own for text in (finding.sentence, finding.remedy))


def test_batches_hold_every_example_once_and_no_sheet_twice() -> None:
    made = batches(TRIED)
    assert sorted(each.code for batch in made for each in batch) == sorted(each.code for each in TRIED)
    for batch in made:
        changed = [name for each in batch for name in {*touched(each), *each.without}]
        assert len(changed) == len(set(changed)) or len(batch) == 1


def test_examples_that_come_into_each_others_way_are_tried_one_by_one() -> None:
    plain = example_of("approver_missing")  # changes 支出
    spreading = Example("date_in_future", "捐款!A3", put={"捐款!A3": "2026-12-01"})  # its gift is missed elsewhere
    found = try_batch((plain, spreading))
    assert [place_of(finding) for finding in found["approver_missing"]] == [plain.at]
    assert {finding.code for finding in found["date_in_future"]} > {"date_in_future"}


def test_nothing_is_wrong_with_the_school_of_the_examples() -> None:
    assert not findings_of(Example("none"))


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each.told is not None], ids=lambda each: each.code)
def test_what_is_only_told_can_be_told(example: Example) -> None:
    entry = entry_of(example, findings_of(example))
    assert entry.sentence
    assert entry.extract is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (" 50 ", 50),
        ("12.5", 12.5),
        ("-50", -50),
        ("2026-10-09", dt.datetime(2026, 10, 9)),  # noqa: DTZ001 - cells know no time zone
        ("'0012", "0012"),
        ("'2026-10", "2026-10"),
        ("50元", "50元"),
        ("=F2*2", "=F2*2"),
        ("", None),
    ],
)
def test_what_a_cell_of_an_example_stands_for(cell: str, value: Value) -> None:
    assert value_of(cell) == value


def test_changes_are_made_where_they_are_said() -> None:
    example = Example(
        "x",
        put={"现金存取!D2": "25", "现金存取!G4": "远"},
        add={"现金存取": "2026-10-14 | 提取"},
        sheets={"往来": "甲 | 乙"},
        without=("物资",),
    )
    books = books_of(example)
    assert books["捐款登记.xlsx"]["现金存取"][1][3] == 25
    assert books["捐款登记.xlsx"]["现金存取"][2][1] == "提取"
    assert books["捐款登记.xlsx"]["现金存取"][3] == [None] * 6 + ["远"]
    assert books["捐款登记.xlsx"]["往来"] == [["甲", "乙"]]
    assert "物资" not in books["捐款登记.xlsx"]


@pytest.mark.parametrize(("cell", "place"), [("A1", (1, 0)), ("F12", (12, 5)), ("AA3", (3, 26)), ("7", (7, -1))])
def test_positions(cell: str, place: tuple[int, int]) -> None:
    assert position(cell) == place


def test_rows_of_a_text_table() -> None:
    assert grid_of("\n    a | b\n\n    1 | 2\n") == [["a", "b"], [], [1, 2]]


def extract_of(code: str) -> Extract | None:
    example = example_of(code)
    return entry_of(example, findings_of(example)).extract


def bad(extract: Extract | None) -> list[tuple[int, str, str]]:
    """Row, column and text of the coloured cells."""
    assert extract is not None
    return [
        (row.number, letter, text)
        for row in extract.rows
        for letter, (text, is_bad) in zip(extract.letters, row.cells, strict=True)
        if is_bad
    ]


def test_an_extract_shows_the_header_and_the_rows_around_with_the_bad_cell_coloured() -> None:
    extract = extract_of("amount_wan")
    assert extract is not None
    assert [row.number for row in extract.rows] == [1, 2, 3, 4]
    assert bad(extract) == [(3, "F", "1.5万元")]
    assert "I" not in extract.letters  # 公开: blank in all rows shown
    assert extract.rows[1].cells[0] == ("2026-09-10", False)


def test_a_blank_cell_is_shown_and_a_row_is_coloured_whole() -> None:
    assert bad(extract_of("cell_blank")) == [(3, "F", "")]
    header = bad(extract_of("header_missing"))
    assert {row for row, _, _ in header} == {1}
    assert len(header) > 5


def test_the_page_holds_every_register_and_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"cells": (example_of("amount_wan"), example_of("id_checksum")), "files": (example_of("file_link"),)}
    monkeypatch.setattr(page, "SECTIONS", few)
    assert cli.main(["handbook", "--output", str(tmp_path)]) == 0
    assert words.FILE in capsys.readouterr().out
    text = (tmp_path / words.FILE).read_text("utf-8")
    for register in REGISTERS:
        assert f'id="register-{register.name}"' in text
        for field in register.fields:
            assert f'<th scope="row">{field.title}</th>' in text
    for code in ("amount_wan", "id_checksum", "file_link"):
        assert f'id="{code}"' in text
        assert CATALOGUE[code].title in text
    assert '<td class="bad">1.5万元</td>' in text
    assert text == handbook_page()
    assert "<script" not in text
