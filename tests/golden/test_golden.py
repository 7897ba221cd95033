"""Golden papers: what the shipped school's month and a small school's summary say. Renew them with `make golden`.

The comparison is by content, so that looks may change without it. pytest shows the lines that differ.
"""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.cli import main
from tests.golden import content_of_book, content_of_page
from tests.small_school import write_school

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent
SHIPPED = FOLDER.parents[1] / "input"
PAGES = ("公示/捐款公示", "公示/基金收支公示", "公示/资助公示", "内部/催办单", "index")
BOOKS = ("内部/月度汇总", "内部/公示情况记录")
RENEW = bool(os.environ.get("RENEW_GOLDEN"))


def report(inputs: Path, output: Path) -> Path:
    words = ("--input", str(inputs), "--output", str(output), "--month", "2026-10", "--today", "2026-11-03")
    assert main(["report", *words]) == 0
    return output / "2026-10"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(SHIPPED, tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_school(folder / "in")
    return report(folder / "in", folder / "out")


def without_code(page: str) -> str:
    """A page without its check code, which every change of looks moves."""
    return re.sub(r'(class="check-code">)[^<]*', r"\1…", page)


def compare(name: str, content: str) -> None:
    """Hold a paper's content against its golden file, or write that anew."""
    path = FOLDER / f"{name.replace('/', '_')}.txt"
    if RENEW:
        path.write_text(content, "utf-8", newline="\n")
    assert content.splitlines() == path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_shipped_school_says_what_it_said(shipped: Path, name: str) -> None:
    compare(name, content_of_page(without_code((shipped / f"{name}.html").read_text("utf-8"))))


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_of_the_small_school_holds_what_it_held(small: Path, name: str) -> None:
    compare(name, content_of_book(small / f"{name}.xlsx"))


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ("<title>题</title><style>p{}</style><h1><span>甲</span><span>乙</span></h1>", "题\n甲乙\n"),
        ("<table><tr><th>甲</th><td></td><td>1.00</td></tr><tr><td> </td></tr></table>", "| 甲 | | 1.00\n"),
        ("<p>一<b>二</b>\n三</p><p></p>", "一二 三\n"),
    ],
)
def test_what_a_page_says(page: str, content: str) -> None:
    assert content_of_page(page) == content


def test_a_figure_that_changes_is_seen(shipped: Path) -> None:
    page = without_code((shipped / "公示" / "捐款公示.html").read_text("utf-8"))
    changed: Callable[[], None] = partial(compare, "公示/捐款公示", content_of_page(page.replace("20.00", "20.01", 1)))
    if not RENEW:
        with pytest.raises(AssertionError):
            changed()
