"""Marked copies: bad cells are coloured and commented, and nothing else of the workbook changes."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import warnings
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import xlsxwriter
from openpyxl.packaging.custom import StringProperty

from pipeline.findings import Finding, Place
from pipeline.marks import MARK_PROPERTY, is_marked_copy
from pipeline.messages.problems import MARK_AUTHOR
from pipeline.read import SourceFile, read_folder
from pipeline.write.marked import write_marked_copies
from pipeline.write.marked.cells import SheetText
from pipeline.write.marked.copy import with_legacy_drawing, write_copy
from pipeline.write.marked.styles import COLOURS, StyleBook
from pipeline.write.marked.xml import UnmarkableError, insert_before_end, with_attribute
from tests.outcomes import outcome_of
from tests.sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOOK = "捐款登记.xlsx"
ERROR, WARNING = COLOURS["error"], COLOURS["warning"]
TABLE = """
    日期       | 捐款人 | 金额
    2026-10-01 | 李明   | 50
    2026-10-02 | 王芳   | 0
               |        |

    2026-10-04 | 赵强   | 八十
"""


def zero(row: int, column: int, sheet: str = "捐款", file: str = BOOK) -> Finding:
    facts = {"register": "捐款", "field": "金额", "found": "0", "allowed": "", "hint": ""}
    return Finding("amount_zero", Place(file, sheet, row, column), facts)


def unpaired(row: int, column: int, sheet: str = "捐款", file: str = BOOK) -> Finding:
    return Finding("contact_unpaired", Place(file, sheet, row, column), {"helper": "<李明>", "student": "王&芳"})


def source(path: Path, inputs: Path) -> SourceFile:
    data = path.read_bytes()
    return SourceFile(path.relative_to(inputs).as_posix(), hashlib.sha256(data).hexdigest(), len(data))


def load(path: Path, **options: bool) -> Any:  # noqa: ANN401 - a workbook
    """A workbook as openpyxl sees it, which warns of what it does not know, which we keep and it would drop."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, **options)


def copy_of(path: Path, *findings: Finding) -> Path:
    """The marked copy of a workbook."""
    target = path.with_name(f"copy_{path.name}")
    write_copy(path.read_bytes(), findings, target)
    return target


def marks_of(path: Path) -> dict[str, tuple[str, str]]:
    """Every commented cell: its colour and the first line of its comment."""
    book = load(path)
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.fill.fgColor.rgb, cell.comment.text.split("\n")[0])
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return write_book(tmp_path / BOOK, {"捐款": TABLE})


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A workbook with much that a careless copy would lose."""
    path = tmp_path / BOOK
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("捐款")
    words = book.add_worksheet("选项")
    bold, money = book.add_format({"bold": True, "border": 1}), book.add_format({"num_format": "#,##0.00"})
    sheet.write_row(0, 0, ["日期", "捐款人", "金额"], bold)
    sheet.write_rich_string(1, 1, "李", bold, "明")
    sheet.write_number(1, 2, 12.5, money)
    sheet.write_formula(2, 2, "=SUM(C2:C2)", money, 12.5)
    sheet.merge_range(3, 0, 5, 0, "2026-10-01", bold)
    sheet.write_comment(1, 2, "请补收据", {"author": "王会计"})
    sheet.write_comment(7, 1, "无关的批注", {"author": "王会计"})
    words.write_column(0, 0, ["现金", "微信"])
    sheet.data_validation(1, 3, 9, 3, {"validate": "list", "source": "=选项!$A$1:$A$2"})
    sheet.conditional_format(1, 2, 9, 2, {"type": "data_bar", "data_bar_2010": True})
    sheet.insert_textbox(10, 5, "说明文字")
    sheet.insert_button(12, 5, {"caption": "按钮"})
    sheet.insert_checkbox(14, 5, True)  # noqa: FBT003 - xlsxwriter takes it by position
    sheet.add_sparkline(1, 6, {"range": "捐款!C2:C3"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=捐款!$C$2:$C$3"})
    sheet.insert_chart(16, 1, chart)
    sheet.add_table(20, 0, 23, 1, {"columns": [{"header": "甲"}, {"header": "乙"}]})
    sheet.freeze_panes(1, 0)
    sheet.set_column(1, 1, 33)
    book.close()
    return path


def test_bad_cells_are_coloured_and_commented(plain: Path) -> None:
    copy = copy_of(plain, zero(3, 2), unpaired(2, 1), zero(6, 2))
    assert marks_of(copy) == {
        "捐款!B2": (WARNING, "【提醒】联系双方没有结对"),
        "捐款!C3": (ERROR, "【错误】金额为零"),
        "捐款!C6": (ERROR, "【错误】金额为零"),
    }


def test_a_comment_says_what_to_do(plain: Path) -> None:
    finding = unpaired(2, 1)
    comment = load(copy_of(plain, finding))["捐款"]["B2"].comment
    assert comment is not None
    assert comment.author == MARK_AUTHOR
    assert finding.sentence in comment.text  # with < and & in it
    assert finding.remedy in comment.text


@pytest.mark.parametrize(
    ("place", "marked"),
    [
        ((3, 2), "C3"),
        ((4, 1), "B4"),  # a blank cell
        ((2, 9), "J2"),  # right of all others
        ((5, 0), "A5"),  # an empty row that the file does not hold
        ((40, 1), "B40"),  # below all others
        ((3, -1), "A3"),  # a whole row: its first filled cell
        ((4, -1), "A4"),  # a whole row without any
    ],
)
def test_where_the_mark_stands(plain: Path, place: tuple[int, int], marked: str) -> None:
    assert list(marks_of(copy_of(plain, zero(*place)))) == [f"捐款!{marked}"]


def test_rows_and_cells_put_in_stand_in_order(plain: Path) -> None:
    copy = copy_of(plain, zero(5, 0), zero(40, 1), zero(3, 9), zero(2, 5))
    xml = parts_of(copy)["xl/worksheets/sheet1.xml"].decode()
    rows = [int(number) for number in re.findall(r'<row r="(\d+)"', xml)]
    cells = re.findall(r'<c r="([A-Z])(\d+)"', xml)
    assert rows == sorted(set(rows))
    assert cells == sorted(cells, key=lambda cell: (int(cell[1]), cell[0]))


def test_marking_a_copy_anew_takes_the_old_comments_out(plain: Path) -> None:
    twice = copy_of(copy_of(plain, zero(3, 2), zero(2, 1)), zero(3, 2))
    assert list(marks_of(twice)) == ["捐款!C3"]
    assert parts_of(twice)["xl/drawings/markedShapes1.vml"].count(b'ObjectType="Note"') == 1


def test_several_findings_of_a_cell_stand_in_one_comment(plain: Path) -> None:
    copy = copy_of(plain, unpaired(3, 2), zero(3, 2), *[unpaired(2, 1)] * 9)
    sheet = load(copy)["捐款"]
    both, many = sheet["C3"].comment, sheet["B2"].comment
    assert both is not None
    assert many is not None
    assert both.text.count("【") == 2
    assert sheet["C3"].fill.fgColor.rgb == ERROR
    assert many.text.count("【") == 6
    assert many.text.endswith("……另有 3 条，见问题清单。")


def test_in_a_merged_area_its_first_cell_is_marked(rich: Path) -> None:
    assert "捐款!A4" in marks_of(copy_of(rich, zero(6, 0)))


@pytest.mark.parametrize(
    ("cell", "anchor"),
    [
        ((2, 1), (2, 1)),
        ((4, 3), (2, 1)),
        ((3, 2), (2, 1)),
        ((2, 0), (2, 0)),
        ((3, 4), (3, 4)),
        ((1, 2), (1, 2)),
        ((5, 1), (5, 1)),
        ((9, 0), (8, 0)),
    ],
    ids=["first", "last", "inside", "left of it", "right of it", "above", "below", "in another area"],
)
def test_every_cell_of_a_merged_area_is_marked_at_its_first(cell: tuple[int, int], anchor: tuple[int, int]) -> None:
    areas = '<mergeCell ref="B2:D4"/>' * 3 + '<mergeCell ref="A8:A9"/><mergeCell ref="F1"/>'
    sheet = SheetText(f"<worksheet><sheetData></sheetData><mergeCells>{areas}</mergeCells></worksheet>")
    assert sheet.anchors({cell, (20, 20)}) == {cell: anchor, (20, 20): (20, 20)}


def test_a_comment_that_was_there_stays_below_ours(rich: Path) -> None:
    sheet = load(copy_of(rich, zero(2, 2)))["捐款"]
    ours, other = sheet["C2"].comment, sheet["B8"].comment
    assert ours is not None
    assert other is not None
    assert ours.text.startswith("【错误】金额为零")
    assert ours.text.endswith("请补收据")
    assert other.text == "无关的批注"


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_all_that_is_not_marked_stays_as_it_was(rich: Path) -> None:
    before, after = parts_of(rich), parts_of(copy_of(rich, zero(2, 2), zero(9, 3)))
    changed = {name for name, data in before.items() if after[name] != data}
    assert changed == {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert after.keys() - before.keys() == {"docProps/custom.xml"}
    for kept in (b"sparklineGroup", b"dataBar", b"dataValidation", b"legacyDrawing", b"tablePart"):
        assert after["xl/worksheets/sheet1.xml"].count(kept) == before["xl/worksheets/sheet1.xml"].count(kept)
    assert b'ObjectType="Button"' in after["xl/drawings/vmlDrawing1.vml"]
    assert after["xl/drawings/vmlDrawing1.vml"].count(b"<x:Row>") == 3  # two of the clerk's, one of ours


def cells_of(path: Path, **options: bool) -> dict[str, tuple[object, ...]]:
    book = load(path, rich_text=True, **options)
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.value, cell.number_format, repr(cell.font), repr(cell.border))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("data_only", [False, True], ids=["formulas", "stored values"])
def test_values_formulas_and_formats_stay(rich: Path, data_only: bool) -> None:  # noqa: FBT001
    copy = copy_of(rich, zero(2, 2), zero(3, 2), zero(9, 3), unpaired(2, 1))
    assert cells_of(copy, data_only=data_only) == cells_of(rich, data_only=data_only)
    before, after = (load(path)["捐款"] for path in (rich, copy))
    assert after.column_dimensions["B"].width == before.column_dimensions["B"].width
    assert after.freeze_panes == before.freeze_panes
    assert after.merged_cells.ranges == before.merged_cells.ranges


def test_the_parts_of_a_macro_workbook_stay(plain: Path) -> None:
    with zipfile.ZipFile(plain, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")
    assert parts_of(copy_of(plain, zero(3, 2)))["xl/vbaProject.bin"] == b"macros"


def opens_in_office(soffice: str, path: Path, tmp_path: Path) -> Path:
    profile = (tmp_path / "office").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(path)], check=True, capture_output=True, timeout=120
    )
    return tmp_path / "out" / path.name


def test_libreoffice_shows_colours_and_comments(rich: Path, tmp_path: Path, soffice: str) -> None:
    copy = copy_of(rich, zero(2, 2), unpaired(40, 1), zero(1, 0, "选项"))
    marks = marks_of(opens_in_office(soffice, copy, tmp_path))
    assert {cell: colour for cell, (colour, _) in marks.items() if colour in COLOURS.values()} == {
        "捐款!C2": ERROR,
        "捐款!B40": WARNING,
        "选项!A1": ERROR,
    }


def test_a_workbook_of_libreoffice_can_be_marked_and_marked_anew(rich: Path, tmp_path: Path, soffice: str) -> None:
    saved = opens_in_office(soffice, rich, tmp_path)
    once = copy_of(saved, zero(2, 2), zero(3, 2))
    assert is_marked_copy(once.read_bytes())
    twice = copy_of(once, zero(3, 2), unpaired(1, 1))
    marks = {cell: text for cell, (_, text) in marks_of(twice).items() if text.startswith("【")}
    assert marks["捐款!B1"] == "【提醒】联系双方没有结对"
    assert marks["捐款!C3"] == "【错误】金额为零"
    shapes = next(data for name, data in parts_of(twice).items() if name.endswith(".vml"))
    assert shapes.count(b'ObjectType="Note"') == 4  # two of the clerk's, two of ours


def test_the_mark_is_known_even_after_the_copy_was_saved_again(plain: Path, tmp_path: Path) -> None:
    copy = copy_of(plain, zero(3, 2))
    again = tmp_path / "again.xlsx"
    load(copy).save(again)
    assert is_marked_copy(copy.read_bytes())
    assert is_marked_copy(again.read_bytes())
    assert not is_marked_copy(plain.read_bytes())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04 broken", "日期,金额".encode(), b"\xd0\xcf\x11\xe0"])
def test_other_files_are_no_marked_copies(data: bytes) -> None:
    assert not is_marked_copy(data)


def test_a_marked_copy_among_the_inputs_is_refused(plain: Path, tmp_path: Path) -> None:
    inputs = tmp_path / "input"
    inputs.mkdir()
    shutil.copy(copy_of(plain, zero(3, 2)), inputs / "改好的.xlsx")
    reading = read_folder(inputs)
    assert [(each.code, each.where) for each in reading.findings] == [("file_marked_copy", Place("改好的.xlsx"))]
    assert not reading.files


def test_a_property_that_was_there_stays(plain: Path) -> None:
    book = load(plain)
    book.custom_doc_props.append(StringProperty(name="部门", value="工会"))
    book.save(plain)
    after = load(copy_of(plain, zero(3, 2)))
    assert after.custom_doc_props.names == ["部门", MARK_PROPERTY]


def test_the_same_workbook_gives_the_same_bytes(plain: Path) -> None:
    first = copy_of(plain, zero(3, 2), unpaired(2, 1)).read_bytes()
    assert copy_of(plain, unpaired(2, 1), zero(3, 2)).read_bytes() == first


def test_copies_of_a_run(tmp_path: Path) -> None:
    inputs, folder = tmp_path / "input", tmp_path / "问题"
    folder.mkdir()
    paths = [write_book(inputs / name, {"捐款": TABLE}) for name in (BOOK, "高一/班.xlsx", "高一_班.xlsx", "好.xlsx")]
    paths.append(inputs / "流水.csv")
    paths[-1].write_text("日期,金额\n", "utf-8")
    outside = zipfile.ZipFile(inputs / "怪.xlsx", "w")
    outside.writestr("x", "y")
    outside.close()
    paths.append(inputs / "怪.xlsx")
    before = {path: path.read_bytes() for path in paths}
    files = [source(path, inputs) for path in paths]
    findings = [zero(3, 2, file=file.path) for file in files if file.path != "好.xlsx"]
    copies = write_marked_copies(
        outcome_of([*findings, Finding("register_missing", None)], tuple(files)), folder, inputs
    )
    assert [(copy.file, copy.name) for copy in copies] == [
        ("怪.xlsx", ""),
        (BOOK, f"标注_{BOOK}"),
        ("流水.csv", ""),
        ("高一/班.xlsx", "标注_高一_班.xlsx"),
        ("高一_班.xlsx", "标注_1_高一_班.xlsx"),
    ]
    assert {path.name for path in folder.iterdir()} == {copy.name for copy in copies if copy.name}
    assert ".csv" in copies[2].note
    assert before == {path: path.read_bytes() for path in paths}


def test_a_workbook_changed_since_it_was_read_is_not_marked(plain: Path, tmp_path: Path) -> None:
    file = replace(source(plain, tmp_path), sha256="0" * 64)
    (copy,) = write_marked_copies(outcome_of([zero(3, 2)], (file,)), tmp_path / "问题", tmp_path)
    assert copy.name == ""
    assert "又有改动" in copy.note


def without_part(data: bytes, name: str) -> bytes:
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w") as archive:
        for each in old.namelist():
            if each != name:
                archive.writestr(each, old.read(each))
    return new.getvalue()


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"])
def test_a_workbook_built_otherwise_is_left_alone(plain: Path, tmp_path: Path, part: str) -> None:
    with pytest.raises(UnmarkableError):
        write_copy(without_part(plain.read_bytes(), part), [zero(3, 2)], tmp_path / "copy.xlsx")
    assert not (tmp_path / "copy.xlsx").exists()


def prefixed(data: bytes) -> bytes:
    """The same workbook with every element of the sheet and the styles under a prefix, as some programs write."""
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            text = old.read(name)
            if name in {"xl/worksheets/sheet1.xml", "xl/styles.xml"}:
                text = _with_prefix(text)
            archive.writestr(name, text)
    return new.getvalue()


def _with_prefix(xml: bytes) -> bytes:
    ET.register_namespace("x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
    root = ET.fromstring(xml)  # noqa: S314 - our own text
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def test_elements_may_stand_under_a_prefix(plain: Path) -> None:
    plain.write_bytes(prefixed(plain.read_bytes()))
    assert marks_of(copy_of(plain, zero(3, 2), zero(9, 1))) == {
        "捐款!C3": (ERROR, "【错误】金额为零"),
        "捐款!B9": (ERROR, "【错误】金额为零"),
    }


SHEET = "<worksheet><sheetData><row><c/></row></sheetData>{}</worksheet>"
BOXES = '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("<pageMargins/><drawing/>", ""),
        ("<pageMargins/>", "<tableParts/><extLst><x/></extLst>"),
        ("<conditionalFormatting><cfRule><extLst/></cfRule></conditionalFormatting>", "<extLst/>"),
        ("<drawing/>", "<legacyDrawingHF/>"),
    ],
)
def test_the_boxes_are_named_where_the_format_wants_it(before: str, after: str) -> None:
    assert with_legacy_drawing(SHEET.format(before + after), "rId9") == SHEET.format(before + BOXES + after)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<xf fillId="0"/>', '<xf fillId="7"/>'),
        ("<xf fillId='0' a='1'>", "<xf fillId=\"7\" a='1'>"),
        ("<xf/>", '<xf fillId="7"/>'),
        ('<xf numFmtId="3" />', '<xf numFmtId="3" fillId="7" />'),
    ],
)
def test_an_attribute_is_set(tag: str, expected: str) -> None:
    assert with_attribute(tag, "fillId", "7") == expected


@pytest.mark.parametrize(
    ("xml", "expected"),
    [("<a><b/></a>", "<a><b/>!</a>"), ("<r><a/></r>", "<r><a>!</a></r>"), ('<a k="v" />', '<a k="v">!</a>')],
)
def test_children_are_added_at_the_end(xml: str, expected: str) -> None:
    assert insert_before_end(xml, "a", "!") == expected


STYLES = (
    '<styleSheet><fills count="1"><fill><patternFill/></fill></fills>'
    '<cellXfs count="2"><xf fillId="0"/><xf numFmtId="4" fillId="0"><alignment wrapText="1"/></xf></cellXfs>'
    "</styleSheet>"
)


def test_a_coloured_style_is_like_the_one_it_came_from() -> None:
    styles = StyleBook(STYLES)
    assert [styles.marked(1, "warning"), styles.marked(0, "error"), styles.marked(1, "warning")] == [2, 3, 2]
    assert '<cellXfs count="4">' in styles.xml
    assert '<xf numFmtId="4" fillId="2" applyFill="1"><alignment wrapText="1"/></xf>' in styles.xml
    assert '<fills count="3">' in styles.xml


@pytest.mark.parametrize(
    "call",
    [
        lambda: StyleBook("<styleSheet/>"),
        lambda: StyleBook(STYLES).marked(2, "error"),
        lambda: insert_before_end("<a/>", "b", "!"),
    ],
)
def test_what_is_not_as_expected_is_refused(call: Callable[[], Any]) -> None:
    with pytest.raises(UnmarkableError):
        call()
