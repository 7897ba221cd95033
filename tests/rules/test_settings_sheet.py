"""The sheet 基本信息, item by item."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.rules.settings_sheet import read_settings
from pipeline.settings import Settings
from tests.tables_of import table_of

NEEDED = "item|content\n学校名称|某某示例中学\n期初日期|2026-08-31\n期初银行余额|20000\n期初现金余额|100元"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("监督电话|0571-00005566", "telephone", "0571-00005566"),
        ("公示工作日|7个工作日", "posting_days", 7),
        ("联系起始宽限日|10", "grace_day", 10),
        ("免检月份|7、8", "exempt_months", ("07", "08")),
        ("免检月份|2026-08，2月", "exempt_months", ("2026-08", "02")),
        ("免检月份|2026-08-01", "exempt_months", ("2026-08",)),
        ("领导包扶每月联系|√", "leaders_monthly", True),
        ("库存现金限额|叁仟元整", "cash_limit", 300_000),
        ("期初对账单余额|￥20,100.50", "opening_statement", 2_010_050),
        ("对账单截止日|2026.10.20", "statement_end", dt.date(2026, 10, 20)),
        ("受助人姓名公示|只公示人数和金额", "recipient_names", "只公示人数和金额"),
        ("考核权重•联系完成|45", "weights", {**Settings().weights, "联系完成": 45}),
        ("期初限定·启明星助学金|5000", "opening_restricted", {"启明星助学金": 500_000}),
    ],
)
def test_an_item_is_read(line: str, name: str, value: object) -> None:
    settings, findings = read_settings(table_of("settings", f"{NEEDED}\n{line}"))
    assert findings == []
    assert getattr(settings, name) == value


def test_an_item_stated_twice_must_say_the_same() -> None:
    settings, findings = read_settings(table_of("settings", f"{NEEDED}\n期初现金余额|100.00\n期初现金余额|90"))
    assert [(each.code, each.where.cell if each.where else "") for each in findings] == [("setting_twice", "B7")]
    assert settings.opening_cash == 10_000


def test_needed_items_and_defaults() -> None:
    settings, _ = read_settings(table_of("settings", NEEDED))
    assert (settings.school, settings.opening_date) == ("某某示例中学", dt.date(2026, 8, 31))
    assert (settings.opening_bank, settings.opening_cash) == (2_000_000, 10_000)
    assert (settings.posting_days, settings.grace_day, settings.statement_start) == (5, 15, 2_000_000)
    assert sum(settings.weights.values()) == 100


def test_a_weight_replaces_the_default_of_its_part_alone() -> None:
    settings, findings = read_settings(table_of("settings", f"{NEEDED}\n考核权重·联系完成|50"))
    assert findings == []
    assert settings.weights["联系完成"] == 50
    assert settings.weights["学生进步"] == 10


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        ("期初现金余额|约100", "setting_unreadable", "B6"),
        ("期初日期|2026-08", "setting_unreadable", "B6"),
        ("免检月份|暑假", "setting_unreadable", "B6"),
        ("免检月份|2026-08-15", "setting_unreadable", "B6"),
        ("受助人姓名公示|全名", "setting_unreadable", "B6"),
        ("公示天数|5", "setting_unknown", "A6"),
    ],
)
def test_what_cannot_be_used_is_named(line: str, code: str, cell: str) -> None:
    _, (finding,) = read_settings(table_of("settings", f"{NEEDED}\n{line}"))
    assert (finding.code, finding.where and finding.where.cell) == (code, cell)


def test_a_needed_item_left_out_is_named() -> None:
    _, (finding,) = read_settings(table_of("settings", NEEDED.replace("学校名称|某某示例中学\n", "")))
    assert finding.code == "setting_missing"
    assert "学校名称" in finding.sentence


def test_a_needed_item_that_cannot_be_read_is_told_once() -> None:
    _, findings = read_settings(table_of("settings", NEEDED.replace("100元", "不详")))
    assert [each.code for each in findings] == ["setting_unreadable"]
