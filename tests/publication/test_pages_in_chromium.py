"""The pages as a browser shows and prints them."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from pipeline.disclose import public_view
from pipeline.write.pages import PAGE_FILES, page_texts
from tests.publication.school import month_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

DONATIONS, ACCOUNTS, AID = PAGE_FILES
FIRM = "号农业发展有限责任公司驻云岭县城区综合服务第一分公司" + "暨城乡物流联合配送中心" * 3  # a row of several lines
NUMBERS = range(1, 61)
A4 = (595, 842)
# A PDF may name a radical where the character is meant; NFKC knows most of them, not these.
RADICALS = str.maketrans("\u2ea0\u2ed4", "民门")


@cache
def pages() -> Mapping[str, str]:
    """Three sheets of gifts and aid, with long names and large amounts."""
    gifts = "\n".join(
        f"2026-10-{1 + number % 28:02d} | 示例{number}{FIRM} | 企事业单位 | {number}0000.00 | 银行转账"
        for number in NUMBERS
    )
    aid = "\n".join(f"2026-10-20 | 学生{number} | 学生 | 生活补助 | {number}.50 | 现金 | 贺文洁" for number in NUMBERS)
    outcome = month_of(
        捐款=f"日期 | 捐款人 | 类别 | 金额 | 方式\n{gifts}",
        支出=f"日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人\n{aid}",
    )
    return page_texts(public_view(outcome))


@pytest.fixture(scope="module")
def sheets(browser: Browser) -> Mapping[str, list[str]]:
    """The text of each printed sheet of each page, without blanks; every sheet is A4."""
    page = browser.new_page()
    return {name: sheets_of(page, pages()[name]) for name in (DONATIONS, AID)}


def sheets_of(page: Page, text: str) -> list[str]:
    page.set_content(text)
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in reader.pages} == {A4}
    return [re.sub(r"\s+", "", normalize("NFKC", sheet.extract_text())).translate(RADICALS) for sheet in reader.pages]


@pytest.mark.parametrize("name", PAGE_FILES)
def test_a_telephone_needs_no_sideways_scrolling(page: Page, name: str) -> None:
    page.set_content(pages()[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # Nothing is cut off either: every cell lies within the screen.
    assert (
        page.evaluate("Math.max(...[...document.querySelectorAll('td, th')].map(e => e.getBoundingClientRect().right))")
        <= 390
    )


@pytest.mark.parametrize(
    ("name", "header"), [(DONATIONS, "序号捐款人类别部门方式金额(元)"), (AID, "序号受助人班级或类别项目金额(元)")]
)
def test_the_header_is_repeated_on_every_sheet_of_the_table(
    sheets: Mapping[str, list[str]], name: str, header: str
) -> None:
    of_page = sheets[name]
    last = next(number for number, sheet in enumerate(of_page) if re.search(r"合计[\d,]+\.\d\d(?!元)", sheet))
    assert last > 0
    assert all(header in sheet for sheet in of_page[: last + 1])
    assert all(f"—{number}—" in sheet for number, sheet in enumerate(of_page, 1))


def test_the_print_holds_every_row_of_the_table_once(sheets: Mapping[str, list[str]]) -> None:
    text = "".join(sheets[DONATIONS])
    for number in NUMBERS:
        assert text.count(f"{number}{FIRM}") >= 1
        assert f"{number}0,000.00" in text
    assert text.count(FIRM) == len(NUMBERS)
    assert "合计18,300,000.00" in text
    assert "壹仟捌佰叁拾万元整" in text


def test_no_row_is_cut_by_the_end_of_a_sheet(sheets: Mapping[str, list[str]]) -> None:
    # A row cut in two would leave its amount on another sheet than its giver.
    for sheet in sheets[DONATIONS]:
        givers = set(re.findall(rf"示例(\d+){FIRM}", sheet))
        amounts = {amount.replace(",", "")[:-7] for amount in re.findall(r"银行转账([\d,]+0,000\.00)", sheet)}
        assert givers == amounts


@pytest.mark.parametrize("goods", ["", "2026-10-09 | 收 | 云岭示例书店 | 词典 | 12"])
def test_signatures_never_stand_alone_on_the_last_sheet(page: Page, goods: str) -> None:
    for number in range(16, 34, 2):
        gifts = "\n".join(f"2026-10-09 | 示例{each}号公司 | 企事业单位 | 10.00 | 微信" for each in range(number))
        outcome = month_of(
            捐款=f"日期 | 捐款人 | 类别 | 金额 | 方式\n{gifts}",
            物资=f"日期 | 方向 | 对方 | 物品 | 数量\n{goods}",
        )
        *_, last = sheets_of(page, page_texts(public_view(outcome))[DONATIONS])
        assert all(text in last for text in ("公示期:", "监督电话:", "(公章)", "制表:", "校验码:"))
        assert "公示期:" not in last[:10]


def test_the_seal_has_its_room_on_paper(page: Page) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.set_content(pages()[AID])
    page.emulate_media(media="print")
    box = page.locator(".seal").bounding_box()
    assert box is not None
    millimetre = 96 / 25.4
    assert box["width"] >= 40 * millimetre - 1
    assert box["height"] >= 40 * millimetre - 1
