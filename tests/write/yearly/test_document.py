"""The .docx: filled in from templates that staff may edit, the same bytes each time, nobody's name in it."""

from __future__ import annotations

import datetime as dt
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docxtpl import DocxTemplate

from pipeline.messages import yearly as words
from pipeline.stop import CannotRunError
from pipeline.write.template import FOLDER
from pipeline.write.yearly import document as documents
from pipeline.write.yearly.context import context_of, rate_of
from pipeline.write.yearly.document import was_edited, write_document
from pipeline.yearly.care_figures import care_figures
from pipeline.yearly.fund_figures import fund_figures
from pipeline.yearly.span import term_span, year_span
from tests.tools.make_templates import TEXTS, write_template
from tests.yearly.school import REGISTERS, TODAY, examine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.yearly.span import Span

YEAR, TERM = year_span("2026", TODAY), term_span("2026-2027-1", TODAY)
ABOUT = ("标题", "云岭示例中学", TODAY)
PEOPLE = ("李漾", "张砚", "骆星河", "韦小北", "陆承宇", "贺文洁", "史一鸣", "卓远航", "禾沐公司")


def context(span: Span = YEAR) -> Mapping[str, object]:
    outcome = examine(span.period)
    return context_of(outcome, span, fund_figures(outcome, span), care_figures(outcome, span))


def text_of(path: Path) -> str:
    opened = Document(str(path))
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def tables_of(path: Path) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]


@pytest.fixture(scope="module")
def annual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annual") / "总结.docx"
    write_document("annual.docx", context(), ABOUT, path)
    return path


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("term") / "总结.docx"
    write_document("term.docx", context(TERM), ABOUT, path)
    return path


def test_the_years_sentences_say_figures_and_period(annual: Path) -> None:
    text = text_of(annual)
    for sentence in (
        "2026年度还没有结束，以下为截至2026年10月31日的数字。",
        "2026年1月1日至10月31日，爱心基金期初结余1,000.00元，收入850.50元（4笔），支出450.00元（4笔），",
        "截至2026年10月31日结余1,400.50元（人民币壹仟肆佰元零伍角）。期间资助学生2人、教职工1人。",
        "在职教职工3人有倡议额，截至2026年10月31日1人已达到。",
        "2026年1月至10月，帮扶人与学生联系5次（谈心3次、家访1次、电话1次）。",
        "应联系19对次，完成3对次，完成率15.8%",
        "二、结对帮扶（截至2026年10月31日）",
        "四、学生学业（2025-2026学年第二学期、2026-2027学年第一学期）",
        "2026年1月1日至10月31日走访慰问2人次，慰问金260.00元。与2026年度计划对照：",
    ):
        assert sentence in text


def test_every_heading_and_table_says_its_period(annual: Path, term: Path) -> None:
    for path in (annual, term):
        heads = [each.text for each in Document(str(path)).paragraphs if (each.style.name or "").startswith("Head")]  # type: ignore[union-attr]  # every paragraph has a style
        assert len(heads) == 12
        assert all("2026" in head for head in heads)


def test_the_years_tables(annual: Path) -> None:
    sources, programmes, purposes, *_ = tables_of(annual)
    assert sources[1:] == [
        ["校级领导", "1", "120.00"],
        ["党员", "1", "30.00"],
        ["企事业单位", "1", "500.50"],
        ["社会人士", "1", "200.00"],
    ]
    assert programmes[1] == ["生活补助", "1", "300.00"]
    assert purposes[1:] == [
        ["助学金", "400.00", "500.50", "300.00", "600.50"],
        ["非限定用途", "600.00", "350.00", "150.00", "800.00"],
    ]


def test_the_terms_tables_leave_the_years_plan_out(term: Path) -> None:
    assert "倡议" not in text_of(term)
    (visits,) = [table for table in tables_of(term) if table[0][0] == "活动"]
    assert visits == [["活动", "对象类别", "人数（人）", "慰问金（元）"], ["国庆慰问", "在职教师", "1", "60.00"]]


def test_nobody_is_named(annual: Path, term: Path) -> None:
    for path in (annual, term):
        with zipfile.ZipFile(path) as archive:
            whole = "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
        assert not [name for name in PEOPLE if name in whole]
    assert all(name in "".join(REGISTERS.values()) for name in PEOPLE)


def test_a_list_without_rows_is_said_in_words(tmp_path: Path) -> None:
    outcome = examine(TERM.period, 摸底="学期 | 单位")
    empty = context_of(outcome, TERM, fund_figures(outcome, TERM), care_figures(outcome, TERM))
    write_document("term.docx", empty, ABOUT, tmp_path / "a.docx")
    # Every fund has its purposes; all other lists are empty.
    assert len(tables_of(tmp_path / "a.docx")) == 1
    assert text_of(tmp_path / "a.docx").count("本期没有登记。") == 7


def test_the_same_figures_give_the_same_bytes_whatever_the_hour(annual: Path, tmp_path: Path) -> None:
    write_document("annual.docx", context(), ABOUT, tmp_path / "b.docx")
    assert (tmp_path / "b.docx").read_bytes() == annual.read_bytes()
    with zipfile.ZipFile(annual) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = Document(str(annual)).core_properties
    assert (properties.title, properties.author) == ("标题", "云岭示例中学")
    assert properties.modified == dt.datetime.combine(TODAY, dt.time()).replace(tzinfo=dt.UTC)


def test_text_from_the_registers_stays_text(tmp_path: Path) -> None:
    hostile = {**context(TERM), "学校名称": '<w:br/>&{{收入}}"', "基金名称": "a<b"}
    write_document("term.docx", hostile, ABOUT, tmp_path / "c.docx")
    assert '<w:br/>&{{收入}}"' in text_of(tmp_path / "c.docx")


def test_an_edited_document_is_known(annual: Path, tmp_path: Path) -> None:
    assert not was_edited(annual)
    assert not was_edited(tmp_path / "没有.docx")
    edited = Document(str(annual))
    edited.add_paragraph("我们的体会")
    edited.save(str(tmp_path / "改过.docx"))
    (tmp_path / "别的.docx").write_text("文字", "utf-8")
    assert was_edited(tmp_path / "改过.docx")
    assert was_edited(tmp_path / "别的.docx")


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_the_shipped_templates_ask_for_nothing_unknown(name: str) -> None:
    known = {*words.PLACEHOLDERS.values(), *(title for title, _ in words.ROWS.values())}
    assert DocxTemplate(FOLDER / name).get_undeclared_template_variables() <= known
    assert known == set(context(YEAR if name == "annual.docx" else TERM))


def edited(folder: Path, old: str, new: str) -> None:
    """A template in which somebody wrote something else."""
    write_template("term.docx", folder / "term.docx")
    opened = Document(str(folder / "term.docx"))
    for paragraph in opened.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    opened.save(str(folder / "term.docx"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{期末结余}}", "{{期未结余}}", "（期未结余）"),
        ("{{期末结余}}", "{{期末结余", "不完整"),
        ("{%p endif %}", "", "不完整"),
    ],
)
def test_a_template_that_cannot_be_used_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, told: str
) -> None:
    edited(tmp_path, old, new)
    monkeypatch.setattr(documents, "FOLDER", tmp_path)
    with pytest.raises(CannotRunError) as stop:
        write_document("term.docx", context(TERM), ABOUT, tmp_path / "d.docx")
    assert told in stop.value.sentence
    assert not (tmp_path / "d.docx").exists()


@pytest.mark.parametrize(
    ("content", "told"), [(None, "找不到"), (b"text", "不是 .docx"), (b"PK\x03\x04", "不是 .docx")]
)
def test_a_template_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / "term.docx").write_bytes(content)
    monkeypatch.setattr(documents, "FOLDER", tmp_path)
    with pytest.raises(CannotRunError) as stop:
        write_document("term.docx", context(TERM), ABOUT, tmp_path / "d.docx")
    assert told in stop.value.sentence


def test_staff_may_reword_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(tmp_path, "每月联系", "谈心谈话")
    monkeypatch.setattr(documents, "FOLDER", tmp_path)
    write_document("term.docx", context(TERM), ABOUT, tmp_path / "e.docx")
    assert "三、谈心谈话（2026年9月至10月）" in text_of(tmp_path / "e.docx")


@pytest.mark.parametrize(
    ("reached", "due", "rate"), [(3, 19, "15.8%"), (1, 8, "12.5%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (0, 0, "—")]
)
def test_shares_are_rounded_half_up(reached: int, due: int, rate: str) -> None:
    assert rate_of(reached, due) == rate
