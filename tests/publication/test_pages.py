"""The pages as files: their order, their tables, what they never hold; the same bytes for the same month."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from pipeline.disclose import public_view
from pipeline.write.pages import PAGE_FILES, page_texts, write_pages
from tests.publication.school import SETTINGS, month_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.outcome import Outcome

DONATIONS, ACCOUNTS, AID = PAGE_FILES
EMPTY_TAGS = {"meta", "line", "rect", "circle", "polyline", "col", "br", "hr"}


@cache
def month() -> Outcome:
    return month_of(
        捐款="""
        日期       | 捐款人               | 类别       | 部门   | 金额     | 方式     | 用途
        2026-10-05 | 卓远航               | 社会人士   |        | 1234.50  | 银行转账 |
        2026-10-06 | 示例<b>食品</b>&公司 | 企事业单位 |        | 20000.00 | 银行转账 | 禾沐助学金
        2026-10-06 | 贺文洁               | 中层领导   | 政教处 | 90.00    | 现金     |
        2026-10-07 | 某银行               | 利息       |        | 1.25     | 银行转账 |
        """,
        支出="""
        日期       | 受助对象 | 对象类别 | 项目     | 金额   | 方式 | 资金 | 经办人
        2026-10-09 | 李漾     | 学生     | 奖学金   | 100.00 | 现金 |      | 贺文洁
        2026-10-10 | 柳溪社区 | 社区     | 社区资助 | 40.00  | 现金 |      | 贺文洁
        """,
        物资="""
        日期       | 方向 | 对方     | 物品 | 数量 | 单位 | 折价
        2026-10-08 | 收   | 示例书店 | 词典 | 30   | 本   | 1500.00
        2026-10-12 | 发   | 张砚     | 词典 | 1    | 本   |
        """,
    )


@cache
def pages() -> Mapping[str, str]:
    return page_texts(public_view(month()))


def plain(page: str) -> str:
    """The text of a page as a reader sees it, without blanks."""
    body = page.partition("<body>")[2]
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", re.sub(r"<(svg|style)\b.*?</\1>", "", body, flags=re.DOTALL)))


def rows(page: str) -> list[list[str]]:
    cells = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    ]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells]


@pytest.mark.parametrize("name", PAGE_FILES)
def test_parts_stand_in_the_order_of_the_form(name: str) -> None:
    text = plain(pages()[name])
    parts = (
        "2026年10月",
        "现将2026年10月",
        "序号" if name != ACCOUNTS else "项目",
        "（人民币",
        "公示期：2026年11月4日至11月10日（5个工作日）",
        "监督电话：0571-00005566",
        "受理部门：学校党政办公室",
        "云岭示例中学2026年11月4日（公章）",
        "制表：审核：负责人：",
    )
    found = [text.find(part) for part in parts]
    assert -1 not in found
    assert found == sorted(found)


def test_titles() -> None:
    titles = {name: re.findall("<title>(.*?)</title>", page)[0] for name, page in pages().items()}
    assert titles == {
        DONATIONS: "云岭示例中学爱心扶贫基金2026年10月捐款公示",
        ACCOUNTS: "云岭示例中学爱心扶贫基金2026年10月基金收支公示",
        AID: "云岭示例中学2026年10月资助公示",
    }


def test_the_page_of_aided_pupils_calls_nobody_poor() -> None:
    assert not re.search("扶贫|贫困|困难", pages()[AID])


def test_the_table_of_gifts() -> None:
    page = pages()[DONATIONS]
    assert rows(page)[:9] == [
        ["序号", "捐款人", "类别", "部门", "方式", "金额（元）"],
        ["1", "贺文洁", "中层领导", "政教处", "现金", "90.00"],
        ["", "中层领导小计", "90.00"],
        ["2", "示例&lt;b&gt;食品&lt;/b&gt;&amp;公司", "企事业单位", "", "银行转账", "20,000.00"],
        ["", "企事业单位小计", "20,000.00"],
        ["3", "卓远航", "社会人士", "", "银行转账", "1,234.50"],
        ["", "社会人士小计", "1,234.50"],
        ["", "合计", "21,324.50"],
        ["序号", "捐赠人", "物品", "数量", "折价（元）"],
    ]
    text = plain(page)
    assert "捐款合计：21,324.50元（人民币贰万壹仟叁佰贰拾肆元伍角）" in text
    assert "另有利息1.25元，不属捐款，列入基金收支公示；与捐款合计相加，为本期收入21,325.75元" in text


def test_the_table_of_aid() -> None:
    assert rows(pages()[AID]) == [
        ["序号", "受助人", "班级或类别", "项目", "金额（元）"],
        ["1", "李*", "七年级(1)班", "奖学金", "100.00"],
        ["", "奖学金小计", "100.00"],
        ["2", "柳溪社区", "社区", "社区资助", "40.00"],
        ["", "社区资助小计", "40.00"],
        ["", "合计", "140.00"],
        ["序号", "受助人", "班级或类别", "物品", "数量"],
        ["1", "张*", "八年级(2)班", "词典", "1本"],
    ]


def test_the_sides_of_the_accounts_have_as_many_rows() -> None:
    sides = re.findall(r"<table>.*?</table>", pages()[ACCOUNTS], re.DOTALL)[:2]
    assert len(rows(sides[0])) == len(rows(sides[1]))
    assert rows(sides[0])[-1][1:] == rows(sides[1])[-1][1:] == ["22,425.75", "22,425.75"]


def test_the_tie_to_bank_and_cash_stands_in_one_line() -> None:
    # 22,425.75 less 140.00 of aid; cash 100.00 + 90.00 - 140.00.
    assert "22,285.75元=银行存款（含微信、支付宝待结算）22,235.75元+库存现金50.00元。" in plain(pages()[ACCOUNTS])


def test_the_chart_is_told_in_words() -> None:
    page = pages()[ACCOUNTS]
    assert 'role="img" aria-labelledby="chart-title chart-text"' in page
    assert "2026年10月收入21,325.75元，支出140.00元，结余22,285.75元。" in page


@pytest.mark.parametrize("name", PAGE_FILES)
def test_a_page_is_self_contained_and_accessible(name: str) -> None:
    page = pages()[name]
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert not re.search(
        r"https?:|//|<script|<link|<img|@import|url\(|javascript", page.replace("/*", "").replace("*/", "")
    )
    assert page.count("<table") == page.count("<caption>")
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))
    assert not re.search(r"\bnan\b|None|NaT|<NA>", page)


@pytest.mark.parametrize("name", PAGE_FILES)
def test_every_tag_is_closed(name: str) -> None:
    class Checker(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
            if tag not in EMPTY_TAGS:
                self.open.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            pass

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    checker = Checker()
    checker.feed(pages()[name])
    assert not checker.open


def test_the_last_day_is_told_to_machines_too() -> None:
    assert all('<meta name="posted-until" content="2026年11月10日">' in page for page in pages().values())


def test_a_planned_period_and_landscape_paper() -> None:
    outcome = replace(
        month_of(公示安排="月份 | 公示起 | 公示止\n2026-10 | 2026-12-28 | 2027-01-08"),
        settings=replace(SETTINGS, landscape=True, extra_basis="另据本校基金章程第九条公示。"),
    )
    page = page_texts(public_view(outcome))[DONATIONS]
    assert "公示期：2026年12月28日至2027年1月8日（10个工作日，节假日安排尚未公布，只扣除了星期六、星期日）" in plain(
        page
    )
    assert "size: A4 landscape" in page
    assert "另据本校基金章程第九条公示。" in page


def test_an_empty_month_says_so() -> None:
    texts = {name: plain(page) for name, page in page_texts(public_view(month_of())).items()}
    assert "本月没有收到捐款。捐款合计：0.00元（人民币零元整）" in texts[DONATIONS]
    assert "本月没有发放资助款。资助合计：0.00元" in texts[AID]
    assert "期末结余：1,100.00元" in texts[ACCOUNTS]


def test_the_same_month_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert write_pages(month(), tmp_path / folder) == []
    for name in PAGE_FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
