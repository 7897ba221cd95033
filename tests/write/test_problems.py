"""问题清单: what stands on the page and in the workbook, and where its links lead."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from pipeline.findings import Finding, Place
from pipeline.write.problem_book import cell_link
from pipeline.write.problems import LIST_BOOK, LIST_PAGE, relative_link, write_problems
from tests.outcomes import outcome_of

if TYPE_CHECKING:
    from pathlib import Path

BOOK = "捐款登记.xlsx"
HOSTILE = '<script>alert(1)</script><img src=x onerror="x"> & =HYPERLINK("http://x.test")'


def zero(cell: tuple[int, int], sheet: str = "捐款", file: str = BOOK) -> Finding:
    facts = {"register": "捐款", "field": "金额", "found": "0", "allowed": "", "hint": ""}
    return Finding("amount_zero", Place(file, sheet, *cell), facts)


def unreadable(found: str, cell: tuple[int, int], sheet: str = "捐款") -> Finding:
    facts = {"register": "捐款", "field": "金额", "found": found, "allowed": "", "hint": ""}
    return Finding("amount_unreadable", Place(BOOK, sheet, *cell), facts)


def unpaired(row: int) -> Finding:
    return Finding("contact_unpaired", Place("走访记录.xlsx", "联系", row, 1), {"helper": "李明", "student": "王芳"})


MISSING = Finding("register_missing", None, {"register": "结对", "columns": "帮扶人、学生"})


def written(tmp_path: Path, findings: list[Finding], folder: str = "output/2026-10/问题") -> Path:
    inputs = tmp_path / "input"
    inputs.mkdir(exist_ok=True)
    write_problems(outcome_of(findings), tmp_path / folder, inputs)
    return tmp_path / folder


class Page(HTMLParser):
    """The visible text of a page and the tags on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != [("style", {})] and data.strip():
            self.words.append(" ".join(data.split()))


def page_of(folder: Path) -> Page:
    return Page((folder / LIST_PAGE).read_text("utf-8"))


def rows_of(folder: Path, sheet: str) -> list[list[Any]]:
    book = openpyxl.load_workbook(folder / LIST_BOOK)
    return [[cell.value for cell in row] for row in book[sheet].iter_rows(min_row=4)]


def test_the_page_counts_cells_and_merges_equal_ones(tmp_path: Path) -> None:
    page = page_of(written(tmp_path, [zero((5, 5)), zero((7, 5)), zero((9, 5)), unpaired(2), MISSING]))
    text = " ".join(page.words)
    assert "错误 4 处" in text
    assert "提醒 1 处" in text
    assert "共 3 条" in text
    assert "捐款 F5、F7、F9" in text
    assert text.index("缺少登记表") < text.index("金额为零") < text.index("联系双方没有结对")


def test_lines_with_one_remedy_share_it(tmp_path: Path) -> None:
    page = page_of(written(tmp_path, [unreadable("五十来块", (5, 5)), unreadable("若干", (6, 5))]))
    assert sum(tag == "article" for tag, _ in page.tags) == 1
    assert sum("请改写成一个数字" in words for words in page.words) == 1
    assert any("五十来块" in words for words in page.words)
    assert any("若干" in words for words in page.words)


def test_the_page_stands_by_itself(tmp_path: Path) -> None:
    folder = written(tmp_path, [zero((5, 5))])
    text = (folder / LIST_PAGE).read_text("utf-8")
    tags = {tag for tag, _ in Page(text).tags}
    assert not tags & {"script", "link", "iframe", "img", "object"}
    assert not re.search(r"https?:|url\(|@import", text)
    assert ("html", {"lang": "zh-CN"}) in Page(text).tags


@pytest.mark.parametrize("place", ["found", "sheet", "file"])
def test_text_from_the_inputs_stays_text(tmp_path: Path, place: str) -> None:
    sheet, file, found = "捐款", BOOK, "若干"
    sheet = HOSTILE if place == "sheet" else sheet
    file = HOSTILE if place == "file" else file
    found = HOSTILE if place == "found" else found
    finding = unreadable(found, (5, 5))
    folder = written(tmp_path, [Finding(finding.code, Place(file, sheet, 5, 5), finding.facts)])
    page = page_of(folder)
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert any('<img src=x onerror="x">' in words for words in page.words)
    book = openpyxl.load_workbook(folder / LIST_BOOK)
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_workbook_lists_causes_and_cells(tmp_path: Path) -> None:
    folder = written(tmp_path, [zero((5, 5)), zero((7, 5)), unpaired(2), MISSING])
    causes, cells = rows_of(folder, "问题清单"), rows_of(folder, "逐格明细")
    assert [row[:5] for row in causes] == [
        [1, "错误", "所有工作簿", None, 1],
        [2, "错误", BOOK, "捐款 F5、F7", 2],
        [3, "提醒", "走访记录.xlsx", "联系 B2", 1],
    ]
    assert [row[2:5] for row in cells] == [
        ["所有工作簿", None, None],
        [BOOK, "捐款", "F5"],
        [BOOK, "捐款", "F7"],
        ["走访记录.xlsx", "联系", "B2"],
    ]


def test_the_workbook_writes_its_month_and_day_as_the_page_does(tmp_path: Path) -> None:
    folder = written(tmp_path, [zero((5, 5))])
    sheet = openpyxl.load_workbook(folder / LIST_BOOK)["问题清单"]
    assert str(sheet["A1"].value).endswith("2026年10月 问题清单")
    assert str(sheet["A2"].value).startswith("检查日期：2026年11月3日。")


def test_each_address_opens_its_workbook_there(tmp_path: Path) -> None:
    folder = written(tmp_path, [zero((5, 5)), zero((7, 5)), zero((2, 0), "小 明's 表", "子/a#b.xlsx")])
    book = openpyxl.load_workbook(folder / LIST_BOOK)
    links = [(link.target.replace("\\", "/"), link.location) for link in links_of(book["逐格明细"])]
    assert links == [
        ("../../../input/子/a%23b.xlsx", "'小 明''s 表'!A2"),
        (f"../../../input/{BOOK}", "'捐款'!F5"),
        (f"../../../input/{BOOK}", "'捐款'!F7"),
    ]


def links_of(sheet: Any) -> list[Any]:  # noqa: ANN401 - openpyxl's types do not know the links of a cell
    return [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]


@pytest.mark.parametrize("folder", ["output/2026-10/问题", "报表/深/处/2026-10/问题", "input/../x"])
def test_the_way_to_the_inputs_is_right_from_anywhere(tmp_path: Path, folder: str) -> None:
    (tmp_path / "input").mkdir()
    way = relative_link(tmp_path / "input", tmp_path / folder)
    (tmp_path / folder).mkdir(parents=True)
    assert (tmp_path / folder / way).resolve() == tmp_path / "input"


@pytest.mark.parametrize(
    ("place", "link"),
    [
        (Place(BOOK, "捐款", 12, 5), f"external:../input/{BOOK}#'捐款'!F12"),
        (Place(BOOK, "捐款", 12), f"external:../input/{BOOK}#'捐款'!A12"),
        (Place(BOOK, "捐款"), f"external:../input/{BOOK}#'捐款'!A1"),
        (Place(BOOK), f"external:../input/{BOOK}"),
        (Place("流水.csv", "流水", 3, 1), "external:../input/流水.csv"),
        (Place("长" * 2000 + ".xlsx", "捐款", 3, 1), ""),
    ],
)
def test_links(place: Place, link: str) -> None:
    assert cell_link("../input", place) == link


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        written(tmp_path, [zero((5, 5)), unpaired(2)], folder) for folder in ("output/一/问题", "output/二/问题")
    )
    for name in (LIST_PAGE, LIST_BOOK):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_the_sheets_are_in_good_form(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, [zero((5, 5)), unpaired(2)]) / LIST_BOOK)
    for sheet in book:
        headers = [cell.value for cell in sheet[3]]
        assert len(set(headers)) == len(headers)
        assert None not in headers
        assert sheet.freeze_panes == "A4"
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$3:$3"
        assert not sheet.merged_cells.ranges
    assert book.properties.creator == "云岭示例中学"


def test_the_page_needs_no_sideways_scrolling_on_a_telephone(tmp_path: Path, chromium: str) -> None:
    long_name = Finding("file_damaged", Place("很长的文件名" * 20 + ".xlsx"), {"file": "a" * 200})
    folder = written(tmp_path, [zero((row, 5)) for row in range(2, 300, 2)] + [long_name, unpaired(2), MISSING])
    frame = tmp_path / "phone.html"
    frame.write_text(
        f"<iframe id=f src='{(folder / LIST_PAGE).as_uri()}' style='width:390px;height:800px;border:0'></iframe>"
        "<script>onload=()=>{let d=f.contentDocument.documentElement;document.title=d.scrollWidth}</script>"
        "<p>",
        "utf-8",
    )
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--allow-file-access-from-files"]
    done = subprocess.run(
        [chromium, *switches, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", frame.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    width = re.search(r"<title>(\d+)</title>", done.stdout)
    assert width
    assert int(width[1]) <= 390
