"""Write templates/annual.docx and templates/term.docx anew, as they were before anybody edited them.

    python -m tests.tools.make_templates [folder]

The text of the two stands below: # and ## begin a heading, ! a title, ~ a note in small type, | a table of the list
named first, ? a paragraph that is only there where its placeholder has a text; all else is a paragraph. What stands in
doubled braces is filled in by the program; pipeline/messages/yearly.py lists all names.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell

_TITLE_FACE, _HEAD_FACE, _BODY_FACE = "方正小标宋简体", "黑体", "仿宋"
_TEXT_WIDTH, _WIDE = 156, 2.4  # mm; how much wider a column of terms is than others
_WORDS = frozenset(("类别", "项目", "用途", "部门", "学期", "活动", "对象类别", "对象", "物品", "单位"))

HEAD = """
! {{学校名称}}{{期间}}
! 扶贫帮扶工作总结数据
~数字由登记表汇总，可以复制到书面总结中；不含任何个人姓名。资金为{{资金期间}}，联系为{{联系期间}}，学生学业和摸底为{{学期}}，结对和物资结存截至{{截至}}。按{{运行日期}}的登记表计算。本文件修改后请另存。
? 提示
"""
FUND = """
# 一、基金收支（{{资金期间}}，元）
{{资金期间}}，{{基金名称}}期初结余{{期初结余}}元，收入{{收入}}元（{{收入笔数}}笔），支出{{支出}}元（{{支出笔数}}笔），截至{{截至}}结余{{期末结余}}元（{{期末结余大写}}）。期间资助学生{{受助学生}}人、教职工{{受助教职工}}人。
## 收入来源（{{资金期间}}）
| 收入来源: 类别 / 笔数 / 金额=金额（元）
## 支出项目（{{资金期间}}）
| 支出项目: 项目 / 笔数 / 金额=金额（元）
## 专款专用（{{资金期间}}，元）
| 专款: 用途 / 期初=期初结余 / 收入 / 支出 / 期末=期末结余
"""
PLEDGES = """
{{年份}}年自愿捐款倡议：在职教职工{{倡议人数}}人有倡议额，截至{{截至}}{{达到倡议}}人已达到。
"""
CARE = """
# 二、结对帮扶（截至{{截至}}）
截至{{截至}}，有效结对{{结对}}对，其中党员帮扶{{党员帮扶}}对、领导包扶{{领导包扶}}对。在职党员{{党员}}人，其中{{未结对党员}}人没有结对；在读贫困生{{贫困生}}人，其中{{无人帮扶}}人没有帮扶人。
{{资金期间}}新结对{{新结对}}对，结束{{结束结对}}对，其中未满三年又无正常原因的{{提前结束}}对。截至{{截至}}，已满三年未办结的{{满三年}}对，措施、任务或目标没有写全的{{缺措施}}对。
# 三、每月联系（{{联系期间}}）
{{联系期间}}，帮扶人与学生联系{{联系次数}}次（{{联系方式}}）。应联系{{应联系}}对次，完成{{联系完成}}对次，完成率{{联系率}}；其中记录完整{{已联系}}对次、记录不全{{记录不全}}对次；未联系{{未联系}}对次。一对结对一个月为一对次。
## 各部门联系情况（{{联系期间}}，对次）
| 部门联系: 部门 / 应联系 / 已联系=记录完整 / 记录不全 / 未联系 / 联系率=完成率
# 四、学生学业（{{学期}}）
与上一学期相比的受助学生人数如下表。{{资金期间}}辍学{{辍学}}人。
| 学业: 学期 / 人数 / 进步 / 稳定 / 退步 / 无法比较
"""
ANNUAL_VISITS = """
# 五、走访慰问（{{资金期间}}）
{{资金期间}}走访慰问{{走访人数}}人次，慰问金{{慰问金}}元。与{{年份}}年度计划对照：
| 走访: 活动 / 对象类别 / 计划人数=计划（人） / 人数=实际（人） / 预算=预算（元） / 慰问金=实际（元）
"""
TERM_VISITS = """
# 五、走访慰问（{{资金期间}}）
{{资金期间}}走访慰问{{走访人数}}人次，慰问金{{慰问金}}元。
| 走访: 活动 / 对象类别 / 人数=人数（人） / 慰问金=慰问金（元）
"""
REST = """
# 六、摸底（{{学期}}）
各班、各部门摸底的单位数和人数：
| 摸底: 学期 / 对象 / 应摸底=应摸底（个） / 已摸底=已摸底（个） / 人数=应摸底（人） / 困难人数=困难（人）
# 七、困难教职工（{{资金期间}}）
{{资金期间}}登记困难教职工{{困难教职工}}人次，其中严重{{严重}}人次，按期上报{{按期上报}}人次。
# 八、物资（{{资金期间}}）
| 物资: 物品 / 单位 / 期初=期初结存 / 收入 / 发出 / 结存=期末结存
"""
TEXTS = {
    "annual.docx": HEAD + FUND + PLEDGES + CARE + ANNUAL_VISITS + REST,
    "term.docx": HEAD + FUND + CARE + TERM_VISITS + REST,
}


def main() -> int:
    """Write both templates into the folder of the first argument, or into templates/."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "templates"
    for name in TEXTS:
        write_template(name, folder / name)
    return 0


def write_template(name: str, path: Path) -> None:
    """Write one template."""
    document = Document()
    _set_up(document)
    for line in filter(None, TEXTS[name].splitlines()):
        _put(document, line)
    document.save(str(path))


def _set_up(document: DocumentType) -> None:
    """A4 with the margins of GB/T 9704, and the faces of official papers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, face, size in (
        ("Normal", _BODY_FACE, 14),
        ("Title", _TITLE_FACE, 20),
        ("Heading 1", _HEAD_FACE, 15),
        ("Heading 2", _BODY_FACE, 13),
    ):
        _dress(document.styles[name], face, size)
    document.core_properties.author = ""
    document.core_properties.comments = ""


def _dress(style: ParagraphStyle, face: str, size: int) -> None:
    style.font.name, style.font.size, style.font.bold = face, Pt(size), style.name == "Heading 2"
    style.font.color.rgb = RGBColor(0, 0, 0)
    line = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if line is not None:  # the rule below a title
        style.element.get_or_add_pPr().remove(line)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:eastAsia", "w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(kind), face)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.paragraph_format.line_spacing = 1.4
    style.paragraph_format.space_before = Pt(0 if style.name == "Normal" else 8)
    style.paragraph_format.space_after = Pt(4)


def _put(document: DocumentType, line: str) -> None:
    mark, _, text = line.partition(" ")
    if mark == "!":
        document.add_paragraph(text, "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif mark in {"#", "##"}:
        document.add_paragraph(text, f"Heading {len(mark)}")
    elif mark == "|":
        _put_list(document, text)
    elif mark == "?":
        for part in (f"{{%p if {text} %}}", f"{{{{{text}}}}}", "{%p endif %}"):
            document.add_paragraph(part)
    elif line.startswith("~"):
        paragraph = document.add_paragraph(line[1:])
        paragraph.runs[0].font.size = Pt(10.5)
    else:
        document.add_paragraph(line).paragraph_format.first_line_indent = Pt(28)


def _put_list(document: DocumentType, text: str) -> None:
    """A table with a row a record; where there is none, a sentence stands in its place."""
    name, _, rest = text.partition(":")
    columns = [
        (cell.strip(), head or cell) for cell, _, head in (part.strip().partition("=") for part in rest.split("/"))
    ]
    document.add_paragraph(f"{{%p if {name} %}}")
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    wide = [_WIDE if cell == "学期" else 1 for cell, _ in columns]
    for number, (cell, head) in enumerate(columns):
        _write(table.cell(0, number), head, bold=True, right=cell not in _WORDS)
        width = Mm(round(_TEXT_WIDTH * wide[number] / sum(wide)))
        for part in (table.columns[number], *table.columns[number].cells):
            part.width = width
        _write(table.cell(2, number), f"{{{{行.{cell}}}}}", right=cell not in _WORDS)
    _write(table.cell(1, 0), f"{{%tr for 行 in {name} %}}")
    _write(table.cell(3, 0), "{%tr endfor %}")
    _repeat_header(table)
    for part in ("{%p else %}", "本期没有登记。", "{%p endif %}"):
        document.add_paragraph(part)


def _write(cell: _Cell, text: str, *, bold: bool = False, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(10.5), bold
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    if bold:
        shade = OxmlElement("w:shd")
        for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EDEDED")):
            shade.set(qn(key), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - the library has no call for it


def _repeat_header(table: Table) -> None:
    """The first row on every page, and no row cut by a page's end."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no call for it
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))


if __name__ == "__main__":
    raise SystemExit(main())
