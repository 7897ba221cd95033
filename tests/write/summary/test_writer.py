"""What the writer makes of parts, read back from the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from pipeline.write.summary.parts import (
    Cell,
    ChartPart,
    FormPart,
    Kind,
    Look,
    Part,
    Sheet,
    TablePart,
    TextPart,
    count,
    date,
    decimal,
    long,
    money,
    text,
    word,
)
from pipeline.write.summary.writer import About, write_book
from tests.write.summary.reading import formulas, part, rows, stored

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = About("标题", "甲校&乙校", "2026年10月", dt.datetime(2026, 11, 3))  # noqa: DTZ001 - workbooks know no time zone


def write(tmp_path: Path, *parts: Part, name: str = "表", **options: bool) -> Path:
    path = tmp_path / "簿.xlsx"
    write_book(path, [Sheet(name, "标题", "说明", parts, **options)], ABOUT)
    return path


def amounts(total: int | None = None) -> TablePart:
    columns = (
        text(["甲", "乙", "丙"]),
        money([1, 250, None], total),
        money([2, 0, 50]),
        money([3, 250, 50], plus=(1, 2)),
    )
    return TablePart("金额表", "金额", ("姓名", "收入(元)", "补助(元)", "合计数(元)"), columns)


def test_title_lead_caption_header_and_rows_follow_each_other(tmp_path: Path) -> None:
    found = rows(stored(write(tmp_path, amounts()))["表"])
    assert [row[0] for row in found] == ["标题", "说明", "金额", "姓名", "甲", "乙", "丙"]


def test_amounts_in_fen_become_yuan(tmp_path: Path) -> None:
    sheet = stored(write(tmp_path, amounts()))["表"]
    assert [sheet.cell(row, 2).value for row in (5, 6, 7)] == [0.01, 2.5, None]


def test_a_row_s_formula_has_its_value_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path, amounts())
    assert [formulas(path)["表"].cell(row, 4).value for row in (5, 6)] == ["=B5+C5", "=B6+C6"]
    assert [stored(path)["表"].cell(row, 4).value for row in (5, 6)] == [0.03, 2.5]


def test_the_total_is_a_sum_with_the_figure_given(tmp_path: Path) -> None:
    path = write(tmp_path, amounts(total=251))
    assert formulas(path)["表"]["B8"].value == "=SUM(B5:B7)"
    assert stored(path)["表"]["B8"].value == 2.51
    assert stored(path)["表"]["A8"].value == "合计"


def test_no_total_no_line_of_totals(tmp_path: Path) -> None:
    assert len(rows(stored(write(tmp_path, amounts()))["表"])) == 7


def test_the_marked_table_ends_above_the_total(tmp_path: Path) -> None:
    assert formulas(write(tmp_path, amounts(total=251)))["表"].tables["金额表"].ref == "A4:D7"


def test_a_table_without_rows_says_that_there_is_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, TablePart("空表", "", ("姓名", "次数(次)"), (text([]), count([], 0))))
    assert rows(stored(path)["表"])[2:] == [("姓名", "次数(次)"), ("本期无发生", None)]
    assert not formulas(path)["表"].tables


def test_dates_numbers_and_texts_keep_their_kind(tmp_path: Path) -> None:
    columns = (date([dt.date(2026, 10, 1)]), count([3]), decimal([2.5]), long(["一"]), word(["是"]))
    path = write(tmp_path, TablePart("各种", "", ("日期", "次数", "数量", "说明", "是否"), columns))
    sheet = stored(path)["表"]
    assert [cell.value for cell in sheet[4]] == [dt.datetime(2026, 10, 1), 3, 2.5, "一", "是"]  # noqa: DTZ001
    assert sheet["A4"].number_format == "yyyy-mm-dd"
    assert sheet["B4"].number_format == "#,##0"


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.test", "{=A1}", "\t=1", "1234"])
def test_text_is_never_a_formula_a_link_or_a_number(tmp_path: Path, hostile: str) -> None:
    path = write(tmp_path, TablePart("文字", "", ("文字",), (text([hostile]),)), TextPart((hostile,)))
    sheet = formulas(path)["表"]
    assert (sheet["A4"].value, sheet["A4"].data_type) == (hostile, "s")
    assert sheet["A6"].data_type == "s"
    assert sheet["A4"].hyperlink is None


def test_a_text_too_long_for_a_cell_is_cut(tmp_path: Path) -> None:
    path = write(tmp_path, TablePart("长文", "", ("文字",), (long(["长" * 40_000]),)))
    assert stored(path)["表"]["A4"].value == "长" * 32_767


def test_links_lead_to_other_workbooks_and_sheets(tmp_path: Path) -> None:
    links = ["external:../in/甲.xlsx#'表'!A2", "internal:'表'!A1", ""]
    path = write(tmp_path, TablePart("链接", "", ("来源",), (text(["一", "二", "三"], links=links),)))
    sheet = formulas(path)["表"]
    assert [sheet.cell(row, 1).value for row in (4, 5, 6)] == ["一", "二", "三"]
    assert sheet["A4"].hyperlink.location == "'表'!A2"
    assert sheet["A5"].hyperlink.location == "'表'!A1"
    assert sheet["A6"].hyperlink is None
    assert r"..\in\甲.xlsx" in part(path, "xl/worksheets/_rels/sheet1.xml.rels")


def test_words_are_coloured_beside_what_they_say(tmp_path: Path) -> None:
    column = word(["未联系", "已联系"], (("未联系", Look.BAD), ("已联系", Look.GOOD)))
    path = write(tmp_path, TablePart("情况", "", ("情况",), (column,)))
    rules = formulas(path)["表"].conditional_formatting
    assert [(str(each.sqref), rule.text) for each in rules for rule in each.rules] == [
        ("A4:A5", "未联系"),
        ("A4:A5", "已联系"),
    ]


def test_a_form_has_formulas_over_its_own_cells(tmp_path: Path) -> None:
    grid = (
        (Cell("余额"), Cell(100, Kind.MONEY)),
        (Cell("加"), Cell(30, Kind.MONEY, spans=((2, 1), (3, 1)))),
        (Cell(), Cell(10, Kind.MONEY)),
        (Cell(), Cell(20, Kind.MONEY)),
        (Cell("减"), Cell(5, Kind.MONEY)),
        (Cell("调节后"), Cell(125, Kind.MONEY, plus=((0, 1), (1, 1)), minus=((4, 1),))),
    )
    path = write(tmp_path, FormPart("调节表", grid, ("单位：甲",), ("制表：",), official=True))
    sheet = formulas(path)["表"]
    assert [sheet.cell(row, 1).value for row in (3, 4, 11)] == ["调节表", "单位：甲", "制表："]
    assert (sheet["B6"].value, sheet["B10"].value) == ("=SUM(B7:B8)", "=B5+B6-B9")
    assert (stored(path)["表"]["B6"].value, stored(path)["表"]["B10"].value) == (0.3, 1.25)
    assert not sheet.merged_cells.ranges


def test_a_form_s_blank_figure_is_no_formula(tmp_path: Path) -> None:
    path = write(tmp_path, FormPart("", ((Cell("余额"), Cell(None, Kind.MONEY, plus=((0, 0),))),)))
    assert formulas(path)["表"]["B3"].value is None


def test_a_chart_shows_a_table_of_another_sheet(tmp_path: Path) -> None:
    path = tmp_path / "簿.xlsx"
    chart = ChartPart("图", "各月", categories=0, bars=(1, 2), line=3)
    columns = (text(["2026-09", "2026-10"]), money([1, 2]), money([3, 4]), money([5, 6]))
    table = TablePart("各月", "各月", ("月份", "收入", "支出", "结余"), columns)
    write_book(path, [Sheet("一", "题", "说", (chart,)), Sheet("二", "题", "说", (table,))], ABOUT)
    xml = part(path, "xl/charts/chart1.xml")
    for area in ("'二'!$A$5:$A$6", "'二'!$B$5:$B$6", "'二'!$C$5:$C$6", "'二'!$D$5:$D$6"):
        assert area in xml.replace("二!", "'二'!")
    assert 'descr="图"' in part(path, "xl/drawings/drawing1.xml")


def test_the_header_of_one_long_table_stays_in_sight(tmp_path: Path) -> None:
    sheet = formulas(write(tmp_path, amounts()))["表"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$1:$4")


def test_several_tables_leave_title_and_lead_in_sight(tmp_path: Path) -> None:
    assert formulas(write(tmp_path, amounts(), freeze_header=False))["表"].freeze_panes == "A3"


def breaks(tmp_path: Path, *parts: Part) -> list[int]:
    """The rows after which a page is ended by hand."""
    return [each.id for each in formulas(write(tmp_path, *parts))["表"].row_breaks.brk]


def numbers(name: str, rows: int, *, together: bool = False) -> TablePart:
    return TablePart(name, name, ("数",), (count([1] * rows, rows),), together=together)


def test_a_table_that_belongs_together_begins_a_page_only_where_it_does_not_fit(tmp_path: Path) -> None:
    assert breaks(tmp_path, numbers("甲", 5), numbers("乙", 10, together=True)) == []
    assert breaks(tmp_path, numbers("甲", 20), numbers("乙", 10, together=True)) == [26]


def test_a_total_does_not_stand_alone_on_a_page(tmp_path: Path) -> None:
    found = {rows: breaks(tmp_path, numbers("甲", rows)) for rows in range(22, 28)}
    assert found == {22: [], 23: [], 24: [], 25: [27], 26: [28], 27: []}  # 25 rows go on a page


def test_neither_does_a_caption(tmp_path: Path) -> None:
    assert breaks(tmp_path, numbers("甲", 20), numbers("乙", 40)) == [26]


def test_the_page_s_head_names_school_and_month(tmp_path: Path) -> None:
    xml = part(write(tmp_path, amounts()), "xl/worksheets/sheet1.xml")
    assert "&amp;L&amp;9 甲校&amp;&amp;乙校&amp;R&amp;9 2026年10月" in xml


def test_paper_is_landscape_unless_asked(tmp_path: Path) -> None:
    assert formulas(write(tmp_path, amounts()))["表"].page_setup.orientation == "landscape"
    assert formulas(write(tmp_path, amounts(), upright=True))["表"].page_setup.orientation == "portrait"


def test_one_page_means_one_page(tmp_path: Path) -> None:
    assert formulas(write(tmp_path, amounts(), one_page=True))["表"].page_setup.fitToHeight in {None, 1}
    assert formulas(write(tmp_path, amounts()))["表"].page_setup.fitToHeight == 0


def test_a_file_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "簿.xlsx").mkdir()
    with pytest.raises(OSError, match="簿"):
        write(tmp_path, amounts())
