"""工作总结数据.xlsx and 党员帮扶考核表: figures with their period, numbers that lead to their rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pipeline.care.appraisal import appraisal_cases, appraise
from pipeline.messages.yearly import COUNT_NUMBERS, MONEY_NUMBERS, SHEETS
from pipeline.write.summary.sheets.common import Sources
from pipeline.write.yearly.appraisal_book import write_form
from pipeline.write.yearly.appraisal_page import write_form_page
from pipeline.write.yearly.book import write_figures
from pipeline.write.yearly.context import numbers_of
from pipeline.yearly.care_figures import care_figures
from pipeline.yearly.fund_figures import fund_figures
from pipeline.yearly.span import term_span, year_span
from tests.write.summary.reading import formulas, stored, table_rows
from tests.yearly.school import TODAY, examine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.write.summary.reading import OpenSheet

YEAR, TERM = year_span("2026", TODAY), term_span("2026-2027-1", TODAY)


@pytest.fixture(scope="module", params=[YEAR, TERM], ids=["year", "term"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("book") / "工作总结数据.xlsx"
    outcome = examine(request.param.period)
    write_figures(outcome, request.param, *figures(request.param), path)  # type: ignore[arg-type]  # the two kinds
    return path


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("form")
    outcome = examine(YEAR.period)
    given = (outcome.tables, outcome.people, outcome.settings, outcome.period)
    members, cases = appraise(*given), appraisal_cases(*given)
    write_form(outcome, members, cases, folder / "考核表.xlsx", Sources("../input"))
    write_form_page(outcome, YEAR, members, cases, folder / "考核表.html")
    return folder / "考核表.xlsx", folder / "考核表.html"


def figures(span: object) -> tuple[object, object]:
    assert span in {YEAR, TERM}
    asked = YEAR if span == YEAR else TERM
    outcome = examine(asked.period)
    return fund_figures(outcome, asked), care_figures(outcome, asked)


def test_every_sheet_says_its_period_and_how_to_read_it(book: Path) -> None:
    sheets = formulas(book)
    assert list(sheets) == [each.name for each in SHEETS.values()]
    for sheet in sheets.values():
        assert "空白表示期间没有登记" in sheet["A2"].value
        assert "2026" in sheet["A1"].value + sheet["A2"].value
        assert not sheet.merged_cells.ranges


def test_every_single_figure_stands_once_with_its_period(book: Path) -> None:
    sheet = stored(book)["主要数字"]
    rows = [*table_rows(sheet, "资金数字")[1:], *table_rows(sheet, "帮扶数字")[1:]]
    assert [row[0] for row in rows] == [title for title, _ in (*MONEY_NUMBERS.values(), *COUNT_NUMBERS.values())]
    assert all(isinstance(row[1], int | float) for row in rows)
    assert all("2026年" in str(row[2]) for row in rows)


def test_no_figure_is_left_out_of_the_workbook() -> None:
    fund, care = fund_figures(examine(YEAR.period), YEAR), care_figures(examine(YEAR.period), YEAR)
    told_elsewhere = {"pledged", "reached_pledge", "reached"}
    assert set(numbers_of(fund, care)) - told_elsewhere == {*MONEY_NUMBERS, *COUNT_NUMBERS}


def below(sheet: OpenSheet, name: str) -> list[object]:
    """The line 合计 below a marked table."""
    left, last = re.fullmatch(r"([A-Z]+)\d+:[A-Z]+(\d+)", sheet.tables[name].ref).groups()  # type: ignore[union-attr]
    assert left == "A"
    return [cell.value for cell in sheet[int(last) + 1]]


def test_totals_are_formulas_with_the_programmes_own_figure(tmp_path: Path) -> None:
    path = tmp_path / "数据.xlsx"
    outcome = examine(YEAR.period)
    write_figures(outcome, YEAR, fund_figures(outcome, YEAR), care_figures(outcome, YEAR), path)
    assert below(stored(path)["收支"], "收入来源")[:3] == ["合计", 4, 850.5]
    assert below(formulas(path)["收支"], "收入来源")[2] == "=SUM(C7:C10)"
    assert below(stored(path)["收支"], "专款专用") == ["合计", 1000, 850.5, 450, 1400.5]
    assert below(stored(path)["联系"], "部门联系")[1:5] == [19, 2, 1, 16]
    assert below(stored(path)["走访与物资"], "走访计划")[2:] == [3, 2, 460, 260]


def test_each_number_of_the_form_leads_to_its_first_case(form: tuple[Path, Path]) -> None:
    sheets = formulas(form[0])
    sheet, evidence = sheets["考核"], sheets["依据"]
    head, *rows = table_rows(sheet, "党员考核")
    found = 0
    for number, row in enumerate(rows, 4):
        for column, title in enumerate(head):
            link = sheet.cell(number, column + 1).hyperlink
            if link is None:
                continue
            found += 1
            target = re.fullmatch(r"'依据'!A(\d+)", str(link.location))
            assert target
            first = [cell.value for cell in evidence[int(target[1])]]
            assert first[1] == row[1]
            assert str(title).startswith(str(first[2]))
            before = [cell.value for cell in evidence[int(target[1]) - 1]]
            assert before[1:3] != first[1:3]
    assert found == 9  # 贺文洁 all five parts, 史一鸣 all but the progress that nobody can compare


def test_the_evidence_is_as_long_as_the_numbers_and_opens_the_registers(form: tuple[Path, Path]) -> None:
    evidence = formulas(form[0])["依据"]
    _, *rows = table_rows(evidence, "考核依据")
    contacted = [row for row in rows if row[1:3] == ("贺文洁", "联系完成")]
    assert len(contacted) == 10
    assert [row[6] for row in contacted] == [*["未联系"] * 7, "已联系", "已联系", "记录不全"]
    assert contacted[8][8] == "登记.xlsx!联系!3、5"
    links = {f"{cell.hyperlink.target}#{cell.hyperlink.location}" for cell in evidence["I"] if cell.hyperlink}
    assert "..\\input\\登记.xlsx#'联系'!A3" in links
    assert all(cell.alignment.wrap_text for cell in evidence["I"][3 : 3 + len(rows)])  # many rows are not cut off


def test_judged_parts_are_blank_and_nobody_is_ranked(form: tuple[Path, Path]) -> None:
    head, *rows = table_rows(stored(form[0])["考核"], "党员考核")
    assert head[-3:] == ("负责人评定(分)", "总分(分)", "等次")
    assert all(row[-3:] == (None, None, None) for row in rows)
    assert [row[1] for row in rows] == ["贺文洁", "史一鸣"]


def test_the_pages_numbers_lead_to_tables_that_are_there(form: tuple[Path, Path]) -> None:
    page = form[1].read_text("utf-8")
    anchors = set(re.findall(r'id="(.*?)"', page))
    links = re.findall(r'href="#(.*?)"', page)
    assert len(links) == 11  # two names and nine numbers
    assert set(links) <= anchors
    assert "内部资料，不得张贴" in page
    assert "登记.xlsx!联系!3、5" in page
    assert "联系完成3/10，权重40分，得12.0分、记录完整2/3，权重20分，得13.3分" in page


def test_the_same_outcome_gives_the_same_bytes(form: tuple[Path, Path], tmp_path: Path) -> None:
    outcome = examine(YEAR.period)
    given = (outcome.tables, outcome.people, outcome.settings, outcome.period)
    write_form(outcome, appraise(*given), appraisal_cases(*given), tmp_path / "a.xlsx", Sources("../input"))
    assert (tmp_path / "a.xlsx").read_bytes() == form[0].read_bytes()
