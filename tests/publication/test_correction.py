"""更正说明: what a later run says of pages that were posted before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.closing.adjust import Adjustments
from pipeline.closing.compare import Change
from pipeline.closing.posted import Posted, from_text, posted_now, to_text
from pipeline.closing.record import DamagedError, Effect
from pipeline.closing.rows import Row
from pipeline.disclose import public_view
from pipeline.disclose.correction import correction_page
from pipeline.messages import correction as words
from pipeline.messages.printing import RECORD_FILE
from pipeline.period import Period
from pipeline.write.pages import CORRECTION_PAGE, PAGE_FILES, page_texts, write_pages
from tests.publication.school import month_of
from tests.sheets import write_book

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome

FIRST = dt.date(2026, 11, 4)
GIFTS = """
    日期       | 收据号 | 捐款人 | 类别     | 金额   | 方式     | 用途       | 备注
    2026-10-05 | 001    | 卓远航 | 社会人士 | 200.00 | 银行转账 |            |
    2026-10-06 | 002    | 贺文洁 | 中层领导 | 90.00  | 现金     | 禾沐助学金 |
"""


def gifts(*changes: tuple[str, str]) -> Outcome:
    """The month with those gifts, run a week after it was posted."""
    text = GIFTS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return replace(month_of(捐款=text), period=Period(2026, 10, dt.date(2026, 11, 12)))


def posted(outcome: Outcome) -> Posted:
    return posted_now(outcome.tables, outcome.books, outcome.reconciliation, outcome.period, FIRST)


def told(outcome: Outcome, before: Posted | None) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The lines of the page and its reasons, without the month that stands in each."""
    page = correction_page(outcome, before)
    if page is None:
        return [], []
    assert {each.month for each in page.lines} | {each.month for each in page.reasons} == {"2026年10月"}
    return [(line.name, line.before, line.after) for line in page.lines], [
        (each.register, each.change, each.reason, each.rows, each.amount) for each in page.reasons
    ]


def test_what_still_stands_needs_no_correction() -> None:
    assert correction_page(gifts(), posted(gifts())) is None
    assert correction_page(gifts(), None) is None


def test_a_name_or_a_remark_that_changes_moves_no_figure() -> None:
    assert (
        correction_page(gifts(("卓远航", "卓远行"), ("银行转账 |            |", "银行转账 | | 说明")), posted(gifts()))
        is None
    )


def test_what_stood_what_stands_and_why() -> None:
    lines, reasons = told(
        gifts(("200.00 | 银行转账 |            |", "240.00 | 银行转账 | | 登记时写错")), posted(gifts())
    )
    assert lines == [
        ("收入合计", 29000, 33000),
        ("期末结余", 139000, 143000),
        ("收入：社会人士", 20000, 24000),
        ("结余：非限定用途", 130000, 134000),
        ("银行存款日记账余额", 120000, 124000),
    ]
    assert reasons == [("捐款", "改动金额", "登记差错", 1, 4000)]


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("", "更正登记"),
        ("漏登，家长送来", "漏登补记"),
        ("与001重复", "重复登记"),
        ("冲正错登的一笔", "冲正"),
        ("银行退汇", "款项退回"),
        ("孩子生病", "更正登记"),
    ],
)
def test_a_remark_chooses_the_reason_and_is_never_repeated(note: str, reason: str) -> None:
    _, reasons = told(gifts(("200.00 | 银行转账 |            |", f"240.00 | 银行转账 | | {note}")), posted(gifts()))
    assert [each[2] for each in reasons] == [reason]


def test_of_the_rows_that_changed_those_are_told_that_move_figures() -> None:
    changes = (("200.00 | 银行转账 |            |", "240.00 | 银行转账 | |"), ("贺文洁", "贺文杰"))
    assert told(gifts(*changes), posted(gifts()))[1] == [("捐款", "改动金额", "更正登记", 1, 4000)]


def test_rows_added_and_removed() -> None:
    added = "现金     | 禾沐助学金 |\n 2026-10-08 | 003 | 乔沐 | 社会人士 | 50.00 | 现金 | |"
    _, reasons = told(gifts(("现金     | 禾沐助学金 |", added)), posted(gifts()))
    assert reasons == [("捐款", "新增", "补充登记", 1, 5000)]
    _, reasons = told(gifts(), posted(gifts(("现金     | 禾沐助学金 |", added))))
    assert reasons == [("捐款", "删去", "撤销登记", 1, -5000)]


def test_another_purpose_is_told_by_its_column() -> None:
    lines, reasons = told(gifts(("禾沐助学金", "          ")), posted(gifts()))
    assert lines == [("结余：非限定用途", 130000, 139000), ("结余：禾沐助学金", 9000, None)]
    assert reasons == [("捐款", "改动用途", "更正登记", 1, 0)]


def test_changes_of_closed_months_are_corrected_by_the_next_month() -> None:
    row = Row("捐款", "2026-09-05", (("日期", "2026-09-05"), ("捐款人", "卓远航"), ("金额", "10.00"), ("备注", "漏登")))
    adjustments = Adjustments(
        "2026-09",
        (Change("2026-09", None, row),),
        (
            Effect("2026-09", "本月收入·社会人士", None, 1000, is_money=True),
            Effect("2026-09", "本年收入·社会人士", None, 1000, is_money=True),
            Effect("2026-09", "已联系（对）", 3, 4, is_money=False),
        ),
    )
    page = correction_page(replace(gifts(), adjustments=adjustments), posted(gifts()))
    assert page is not None
    assert [(line.month, line.name, line.before, line.after) for line in page.lines] == [
        ("2026年9月", "收入：社会人士", None, 1000)
    ]
    assert [(each.month, each.reason, each.amount) for each in page.reasons] == [("2026年9月", "漏登补记", 1000)]


def test_a_row_without_an_amount_moves_no_figure_and_an_amount_taken_away_counts_nothing() -> None:
    def row(**cells: str) -> Row:
        return Row("捐款", "2026-09-05", tuple(cells.items()))

    changes = (
        Change("2026-09", None, row(捐款人="卓远航")),
        Change("2026-09", row(捐款人="乔沐", 金额="10.00"), row(捐款人="乔沐", 金额="")),
    )
    effects = (Effect("2026-09", "本月收入·社会人士", 1000, None, is_money=True),)
    page = correction_page(replace(gifts(), adjustments=Adjustments("2026-09", changes, effects)), None)
    assert page is not None
    assert [(each.change, each.rows, each.amount) for each in page.reasons] == [("改动金额", 1, -1000)]


def test_the_month_stands_on_every_line_only_where_there_are_several() -> None:
    effects = tuple(Effect(month, "本月·收入", 100, 200, is_money=True) for month in ("2026-08", "2026-09"))
    one, two = (replace(gifts(), adjustments=Adjustments("2026-09", (), effects[at:])) for at in (1, 0))
    pages = [page_texts(replace(public_view(each), correction=correction_page(each, None))) for each in (one, two)]
    assert "更正的数字（2026年9月，金额单位：元）" in pages[0][CORRECTION_PAGE]
    assert "<td>2026年9月</td>" not in pages[0][CORRECTION_PAGE]
    assert "<td>2026年8月</td>" in pages[1][CORRECTION_PAGE]
    assert "更正的原因：以前月份的登记有更正，结余随之变动。" in pages[1][CORRECTION_PAGE]


def test_the_page_names_nobody_and_hangs_from_the_day_after_the_run(tmp_path: Path) -> None:
    outcome = gifts(("200.00 | 银行转账 |            |", "240.00 | 银行转账 | | 登记时写错，卓远航来电"))
    assert write_pages(outcome, tmp_path / "公示", posted(gifts())) == []
    page = (tmp_path / "公示" / CORRECTION_PAGE).read_text("utf-8")
    assert "云岭示例中学爱心扶贫基金2026年10月更正说明" in page
    assert "2026年11月13日至11月19日" in re.sub(r"<[^>]+>", "", page)
    assert not re.search("卓远航|来电|贺文洁", page)
    cells = re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", page)
    assert cells[:8] == ["数字", "原公示", "更正为", "增减", "收入合计", "290.00", "330.00", "40.00"]
    assert "制表：" in page
    assert "（公章）" in page


def test_without_a_correction_there_is_no_page(tmp_path: Path) -> None:
    assert write_pages(gifts(), tmp_path / "公示", posted(gifts())) == []
    assert sorted(path.name for path in (tmp_path / "公示").iterdir()) == sorted(PAGE_FILES)


def test_what_was_posted_is_kept_as_text() -> None:
    kept = posted(gifts())
    assert from_text(to_text(kept)) == replace(kept, rows=tuple(replace(row, index=-1) for row in kept.rows))
    assert '["收入合计"' not in to_text(kept)
    with pytest.raises(DamagedError):
        from_text(to_text(kept).replace("200.00", "210.0"))
    with pytest.raises(DamagedError):
        from_text("")


@given(st.text(max_size=40), st.integers(0, 100), st.integers(0, 40))
def test_a_file_that_somebody_touched_is_read_or_refused(text: str, at: int, gone: int) -> None:
    whole = to_text(Posted("2026-10", "2026-11-04", {"本月·收入": -500}, ()))
    assert from_text(whole).figures == {"本月·收入": -500}
    touched = whole[:at] + text + whole[at + gone :]
    try:
        assert to_text(from_text(touched)) == touched
    except DamagedError:
        assert touched != whole


SCHOOL = {
    "教职工": "姓名 | 部门 | 职务级别 | 党员\n陆承宇 | 校长室 | 校级领导 | 否\n贺文洁 | 政教处 | 中层领导 | 否",
    "学生": "姓名 | 班级 | 类别 | 状态\n李漾 | 七年级(1)班 | 问题生 | 在读",
    "结对": "帮扶人 | 学生 | 类型 | 开始日期\n陆承宇 | 李漾 | 领导包扶 | 2026-09-01",
    "联系": "日期 | 帮扶人 | 学生 | 方式\n2026-10-09 | 陆承宇 | 李漾 | 谈心",
    "支出": "日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人",
    "基本信息": """
        项目         | 内容
        学校名称     | 云岭示例中学
        期初日期     | 2026-08-31
        期初银行余额 | 0
        期初现金余额 | 1000
    """,
    "倡议标准": "年度 | 级别 | 全年\n2026 | 校级领导 | 120",
    "管理小组": "小组 | 姓名 | 职务\n领导小组 | 陆承宇 | 组长",
}


def report(folder: Path, amount: str, day: str) -> set[str]:
    """Report October with one gift of that amount on a day; gives the names of the posted pages."""
    header = "日期 | 收据号 | 捐款人 | 类别 | 金额 | 方式 | 备注"
    gift = f"{header}\n2026-10-05 | 001 | 贺文洁 | 中层领导 | {amount} | 现金 | 写错"
    write_book(folder / "in" / "登记.xlsx", {**SCHOOL, "捐款": gift})
    options = ["--input", str(folder / "in"), "--output", str(folder / "out"), "--month", "2026-10", "--today", day]
    main(["report", *options])
    return {path.name for path in (folder / "out" / "2026-10" / "公示").iterdir()}


def test_a_later_run_drafts_a_correction_and_keeps_it_until_the_figures_are_as_posted(tmp_path: Path) -> None:
    three = set(PAGE_FILES)
    assert report(tmp_path, "200", "2026-11-03") == three
    assert report(tmp_path, "200", "2026-11-12") == three
    assert report(tmp_path, "240", "2026-11-12") == {*three, CORRECTION_PAGE}
    month = tmp_path / "out" / "2026-10"
    assert words.STARTED in (month / "index.html").read_text("utf-8")
    basis = (month / "内部" / words.BASIS_FILE).read_text("utf-8")
    assert "金额：200.00 → 240.00" in basis
    assert "写错" in basis
    assert "登记.xlsx!捐款!2" in basis
    # Run again it says the same; an amount that cannot be read leaves the pages as they are.
    before = (month / "公示" / CORRECTION_PAGE).read_bytes()
    assert report(tmp_path, "240", "2026-11-12") == {*three, CORRECTION_PAGE}
    assert report(tmp_path, "待确认", "2026-11-12") == {*three, CORRECTION_PAGE}
    assert (month / "公示" / CORRECTION_PAGE).read_bytes() == before
    assert (month / "内部" / words.BASIS_FILE).read_text("utf-8") == basis
    assert report(tmp_path, "200", "2026-11-13") == three
    assert not (month / "内部" / words.BASIS_FILE).exists()
    assert words.STARTED not in (month / "index.html").read_text("utf-8")


def test_pages_that_do_not_hang_yet_are_replaced(tmp_path: Path) -> None:
    # Both runs on 3 November: the pages would hang from the 4th. The draft is there once, and gone with the next run.
    report(tmp_path, "200", "2026-11-03")
    assert CORRECTION_PAGE in report(tmp_path, "240", "2026-11-03")
    assert CORRECTION_PAGE not in report(tmp_path, "240", "2026-11-03")
    assert CORRECTION_PAGE not in report(tmp_path, "240", "2026-11-12")
    assert CORRECTION_PAGE in report(tmp_path, "250", "2026-11-12")


def test_a_record_of_posting_that_a_hand_filled_in_stays(tmp_path: Path) -> None:
    report(tmp_path, "200", "2026-11-03")
    record = tmp_path / "out" / "2026-10" / "内部" / RECORD_FILE
    fresh = record.read_bytes()
    report(tmp_path, "200", "2026-11-05")
    assert record.read_bytes() != fresh  # another period, as nobody has written in it
    book = openpyxl.load_workbook(record)
    assert book.active is not None
    book.active["D4"] = "校门口"
    book.save(record)
    filled = record.read_bytes()
    for amount in ("200", "240", "待确认", "240"):
        report(tmp_path, amount, "2026-11-12")
        assert record.read_bytes() == filled


def test_a_damaged_memory_of_what_was_posted_stops_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path, "200", "2026-11-03")
    memory = tmp_path / "out" / "2026-10" / "内部" / words.POSTED_FILE
    memory.write_text(memory.read_text("utf-8")[:-3], "utf-8")
    capsys.readouterr()
    report(tmp_path, "200", "2026-11-12")
    assert "已公示.json”损坏" in capsys.readouterr().err
