"""Every page that the program writes, as checkers, a telephone and a browser without a network see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.cli import main
from pipeline.handbook import page as handbook
from pipeline.handbook.examples import SECTIONS
from pipeline.write.pages import CORRECTION_PAGE, PAGE_FILES
from tests.checkers import accessibility_faults, html_faults
from tests.conftest import find_programme
from tests.small_school import write_school

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

OFFICE = ("index.html", "催办单.html", "月度通报.html", "更正依据.html", "问题清单.html", "党员帮扶考核表.html")
SETTINGS = ("基本信息", "        受理部门     | 学校党政办公室\n")
MORE_SETTINGS = (
    "        公示横向排版 | 是\n        受助人姓名公示 | 只公示人数和金额\n        公示补充依据 | 另据本校章程公示。\n"
)
GIFT = (
    "捐款",
    "2026-10-06 | 00003  | 卓远航       | 社会人士   |        | 300  |",
    "2026-10-06 | 00003  | 卓远航       | 社会人士   |        | 310  |",
)
LINE = ("银行流水", "2026-10-06 | 转入 | 300  |      | 11890 |", "2026-10-06 | 转入 | 310  |      | 11900 |")


def run(folder: Path, command: str, *words: str, today: str = "2026-11-03", status: int = 0) -> None:
    folders = ("--input", str(folder / "in"), "--output", str(folder / "out"))
    assert main([command, *folders, "--today", today, *words]) == status


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All pages of a small school: a month, corrected later, posted in another way, with errors; a year's papers."""
    usual, other, wrong = (tmp_path_factory.mktemp(name) for name in ("usual", "other", "wrong"))
    write_school(usual / "in")
    run(usual, "report", "--month", "2026-10")
    write_school(usual / "in", GIFT, LINE)
    for command in (("report", "--month", "2026-10"), ("annual",), ("remind",), ("pupil", "--name", "李漾")):
        run(usual, *command, today="2026-11-24")
    write_school(other / "in", (*SETTINGS, SETTINGS[1] + MORE_SETTINGS))
    run(other, "report", "--month", "2026-10")
    write_school(wrong / "in", (GIFT[0], GIFT[1], GIFT[1].replace("300 ", "待定")))
    run(wrong, "report", "--month", "2026-10", status=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handbook, "SECTIONS", {key: examples[:1] for key, examples in SECTIONS.items()})
        (usual / "使用手册.html").write_text(handbook.handbook_page(), "utf-8")
    return sorted(path for folder in (usual, other, wrong) for path in folder.rglob("*.html"))


def test_every_kind_of_page_is_looked_at(files: list[Path]) -> None:
    assert {*PAGE_FILES, CORRECTION_PAGE, *OFFICE} <= {path.name for path in files}


def test_the_nu_html_checker_says_nothing(files: list[Path]) -> None:
    assert html_faults(find_programme("java"), files) == []


def test_axe_core_says_nothing(files: list[Path], page: Page) -> None:
    assert [fault for path in files for fault in accessibility_faults(page, path)] == []


def test_no_page_asks_for_anything_outside_itself(files: list[Path], page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in files:
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
    assert asked == [path.as_uri() for path in files]


def test_no_page_is_wider_than_a_telephone(files: list[Path], page: Page) -> None:
    wide = {}
    for path in files:
        page.goto(path.as_uri())
        wide[str(path)] = page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in wide.items() if width > 390} == {}


def test_pages_say_the_same_without_scripts(files: list[Path], browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    for path in files:
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1
        assert page.locator("script").count() == 0
    page.close()
