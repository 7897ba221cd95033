"""Good form of the workbook, sheet by sheet: the UK's rules for published spreadsheets, and an office's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl.utils import range_boundaries

from pipeline.messages.summary_sheets import SHEETS
from pipeline.write.summary import write_summary
from tests.write.summary.example import HOSTILE, empty, example
from tests.write.summary.reading import formulas, part, rows, stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.write.summary.reading import OpenSheet, OpenTable

NAMES = [sheet.name for sheet in SHEETS.values()]
FIRST_ROWS = 2  # title and lead


@pytest.fixture(scope="module", params=["example", "empty"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp(request.param) / "output/2026-10/内部/月度汇总.xlsx"
    write_summary({"example": example, "empty": empty}[request.param](), path, path.parents[3] / "input")
    return path


@pytest.fixture(scope="module")
def sheets(book: Path) -> dict[str, OpenSheet]:
    return formulas(book)


def tables(sheet: OpenSheet) -> Iterator[list[tuple[object, ...]]]:
    for table in sheet.tables.values():
        yield [tuple(cell.value for cell in row) for row in sheet[table.ref]]


def edges(table: OpenTable) -> tuple[int, int, int, int]:
    """First column, header row, last column and last row of a marked table."""
    left, top, right, last = range_boundaries(table.ref)
    return left or 0, top or 0, right or 0, last or 0


def test_the_sheets_have_fixed_names_in_order(sheets: dict[str, OpenSheet]) -> None:
    assert list(sheets) == NAMES


@pytest.mark.parametrize("name", NAMES)
class TestEverySheet:
    def test_title_stands_in_a1_centred_without_merging(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        assert sheet["A1"].alignment.horizontal == "centerContinuous"

    def test_lead_says_what_a_blank_means(self, sheets: dict[str, OpenSheet], name: str) -> None:
        assert "空白表示本期无发生" in str(sheets[name]["A2"].value)

    def test_headers_are_filled_and_unique(self, sheets: dict[str, OpenSheet], name: str) -> None:
        for table in tables(sheets[name]):
            assert all(table[0])
            assert len(set(table[0])) == len(table[0])

    def test_tables_have_no_blank_row(self, sheets: dict[str, OpenSheet], name: str) -> None:
        for table in tables(sheets[name]):
            assert all(any(cell is not None for cell in row) for row in table)

    def test_filters_end_above_the_total(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        for table in sheet.tables.values():
            left, _, _, last = edges(table)
            assert table.autoFilter is not None
            assert table.autoFilter.ref == table.ref
            assert table.totalsRowCount is None
            assert all(row[0] != "合计" for each in tables(sheet) for row in each)
            assert sheet.cell(last + 1, left).value in {None, "合计"}

    def test_totals_are_plain_sums_over_the_rows_of_the_table(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        for table in sheet.tables.values():
            left, top, right, last = edges(table)
            for column in range(left, right + 1):
                cell = sheet.cell(last + 1, column)
                if sheet.cell(last + 1, left).value == "合计" and cell.data_type == "f":
                    first, end = f"{cell.column_letter}{top + 1}", f"{cell.column_letter}{last}"
                    assert cell.value == f"=SUM({first}:{end})" if first != end else f"=SUM({first})"

    def test_rows_are_frozen_and_repeated_in_print(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        assert sheet.freeze_panes
        frozen = int(str(sheet.freeze_panes).removeprefix("A")) - 1
        assert frozen >= FIRST_ROWS
        assert sheet.print_title_rows == f"$1:${frozen}"

    def test_print_is_set_up(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in {None, 1}
        assert sheet.print_area
        assert "云岭示例中学" in str(sheet.oddHeader.left.text)
        assert "2026年10月" in str(sheet.oddHeader.right.text)
        assert "&P" in str(sheet.oddFooter.center.text)

    def test_it_opens_at_a1_in_full_size_with_nothing_hidden(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        assert sheet.sheet_state == "visible"
        assert sheet.sheet_view.zoomScale in {None, 100}
        assert {pane.activeCell for pane in sheet.sheet_view.selection} <= {None, "A1"}
        assert not any(each.hidden for each in sheet.column_dimensions.values())
        assert not any(each.hidden for each in sheet.row_dimensions.values())

    def test_no_text_is_turned_upright(self, sheets: dict[str, OpenSheet], name: str) -> None:
        assert not any(cell.alignment.textRotation for row in sheets[name].iter_rows() for cell in row)

    def test_amounts_are_numbers_with_two_decimals(self, sheets: dict[str, OpenSheet], name: str) -> None:
        sheet = sheets[name]
        for table in sheet.tables.values():
            left, top, right, last = edges(table)
            for column in range(left, right + 1):
                if "(元)" in str(sheet.cell(top, column).value):
                    cells = [sheet.cell(row, column) for row in range(top + 1, last + 1)]
                    assert {cell.number_format for cell in cells} == {"#,##0.00"}
                    assert {cell.data_type for cell in cells} <= {"n", "f"}

    def test_no_value_is_an_error_or_python_s_nothing(self, book: Path, name: str) -> None:
        texts = {str(value) for row in rows(stored(book)[name]) for value in row if value is not None}
        assert not {text for text in texts if text.startswith("#") or text in {"nan", "NaT", "None", "<NA>"}}


def test_every_sheet_can_be_reached_from_the_cover(book: Path) -> None:
    cells = [cell for row in formulas(book)["总览"].iter_rows() for cell in row]
    links = {cell.hyperlink.location for cell in cells if cell.hyperlink}
    assert {f"'{name}'!A1" for name in NAMES if name != "总览"} <= links


def test_the_document_names_its_month_and_its_author(book: Path) -> None:
    core = part(book, "docProps/core.xml")
    assert "<dc:title>云岭示例中学2026年10月扶贫基金与帮扶工作汇总</dc:title>" in core
    assert "<dc:creator>云岭示例中学</dc:creator>" in core
    assert "2026-11-03T00:00:00Z" in core


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "月度汇总.xlsx"
    write_summary(example(), path)
    ledger = formulas(path)["收支明细账"]
    found = {str(cell.value): cell.data_type for cell in ledger["C"] if cell.value}
    assert found[HOSTILE] == "s"
    assert found["-沙明远"] == "s"


def test_the_same_outcome_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "月度汇总.xlsx", tmp_path / "b" / "月度汇总.xlsx"
    write_summary(example(), first)
    write_summary(example(), second)
    assert first.read_bytes() == second.read_bytes()
