"""Start pages and 催办单."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from pipeline.findings import Finding, Place
from pipeline.period import Period
from pipeline.write.index import write_month_index, write_output_index
from pipeline.write.reminders import department_lists, write_reminders
from tests.publication.school import month_of

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome

PAIRS = """
    帮扶人 | 学生          | 类型     | 开始日期   | 帮扶措施 | 重点任务 | 目标
    陆承宇 | 李漾          | 党员帮扶 | 2026-09-01 | 一       | 二       | 三
    陆承宇 | 张霁          | 党员帮扶 | 2026-09-01 | 一       | 二       | 三
    贺文洁 | 张砚          | 党员帮扶 | 2026-09-01 | 一       | 二       | 三
    史一鸣 | 夏依代·买买提 | 党员帮扶 | 2026-09-01 | 一       | 二       |
"""
CONTACTS = """
    日期       | 帮扶人 | 学生 | 方式 | 思想动态 | 学习状况 | 生活状况
    2026-09-20 | 陆承宇 | 李漾 | 谈心 | 好       | 好       | 好
    2026-10-11 | 贺文洁 | 张砚 | 谈心 | 好       |          |
    2026-10-12 | 陆承宇 | 张霁 | 谈心 | 好       | 好       | 好
"""
ERROR = Finding("privacy_leak", Place("登记.xlsx", "捐款", 3, 2), {"page": "页", "part": "正文", "kind": "姓名"})


def month(**changes: object) -> Outcome:
    return replace(month_of(结对=PAIRS, 联系=CONTACTS), **changes)  # type: ignore[arg-type]  # fields of Outcome


def index_of(outcome: Outcome, folder: Path) -> str:
    write_month_index(outcome, folder)
    return (folder / "index.html").read_text("utf-8")


def test_reminders_say_who_still_has_to_see_whom_and_what_is_missing() -> None:
    lists = department_lists(month().contacts, month().period)
    told = [
        (part.name, slip.helper, line.student, line.class_name, line.lacks, line.last)
        for part in lists
        for slip in part.slips
        for line in slip.lines
    ]
    assert told == [
        ("校长室", "陆承宇", "李漾", "七年级(1)班", "没有联系", dt.date(2026, 9, 20)),
        ("政教处", "贺文洁", "张砚", "八年级(2)班", "记录缺：学习、生活", dt.date(2026, 10, 11)),
        ("语文组", "史一鸣", "夏依代·买买提", "八年级(1)班", "没有联系", None),
    ]
    assert [(part.missing, part.incomplete) for part in lists] == [(1, 0), (0, 1), (1, 0)]


def test_the_slips_of_a_month_that_is_over_and_of_one_that_is_not(tmp_path: Path) -> None:
    write_reminders(month(), tmp_path / "催办单.html")
    text = (tmp_path / "催办单.html").read_text("utf-8")
    assert text.count('<div class="slip">') == 3
    assert "截至2026年10月31日" in text
    assert "补登在“联系”表" in text
    write_reminders(month(period=Period(2026, 10, dt.date(2026, 10, 20))), tmp_path / "催办单.html")
    text = (tmp_path / "催办单.html").read_text("utf-8")
    assert "截至2026年10月20日" in text
    assert "请在2026年10月31日前联系" in text


def test_nobody_to_remind(tmp_path: Path) -> None:
    all_met = month()
    all_met = replace(all_met, contacts=all_met.contacts[all_met.contacts["status"] == "met"])
    write_reminders(all_met, tmp_path / "催办单.html")
    assert "本月没有需要催办的联系。" in (tmp_path / "催办单.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "older", "told"),
    [
        ({}, False, "可以公示。三张公示页已生成"),
        ({"findings": (ERROR,)}, False, "有错误，本次没有生成公示页。请按问题清单"),
        ({"findings": (ERROR,)}, True, "页面是以前生成的，早于现在的登记表"),
        ({"period": Period(2026, 10, dt.date(2026, 10, 31))}, False, "预览：2026年10月还没有过完"),
    ],
)
def test_the_start_page_says_where_the_month_stands(
    tmp_path: Path,
    changes: dict[str, object],
    older: bool,  # noqa: FBT001 - a column of the table above
    told: str,
) -> None:
    if older:
        (tmp_path / "公示").mkdir()
        (tmp_path / "公示" / "捐款公示.html").write_text("", "utf-8")
    page = index_of(month(**changes), tmp_path)
    assert told in page
    assert ("以前生成" in page) is older


def test_the_start_page_lists_what_needs_a_person(tmp_path: Path) -> None:
    page = index_of(month(findings=(ERROR,)), tmp_path)
    tasks = [re.sub(r"<[^>]+>", "", item) for item in re.findall(r"<li><strong>.*?</li>", page)]
    assert tasks == [
        "1 处错误要改正，改正前不能公示（见问题清单）",
        "2 对结对本月没有联系，要催办（见催办单）",
        "1 对结对本月的联系记录不全，要补齐（见催办单）",
        "1 名校级领导的包扶人数不是一至三名（见月度汇总“结对”）",
        "1 对结对的措施、任务或目标没有写全（见月度汇总“结对”）",
    ]


def test_every_link_of_the_start_page_leads_to_a_file(tmp_path: Path) -> None:
    for name in ("公示/捐款公示.html", "内部/月度汇总.xlsx", "问题/捐款 登记#1.xlsx", "result.json", "../index.html"):
        (tmp_path / "2026-10" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "2026-10" / name).write_text("", "utf-8")
    links = re.findall(r'href="(.*?)"', index_of(month(), tmp_path / "2026-10"))
    assert len(links) == 5
    assert all((tmp_path / "2026-10" / unquote(link)).exists() for link in links)


def result(*, postable: bool, severities: list[str]) -> str:
    problems = [{"severity": severity} for severity in severities]
    flow = {"closing": "-1234.50"}
    return json.dumps({"school": "云岭<示例>中学", "postable": postable, "problems": problems, "fund": {"month": flow}})


def test_all_months_stand_on_one_page_the_latest_first(tmp_path: Path) -> None:
    for key, text in {
        "2026-09": result(postable=True, severities=["warning", "warning"]),
        "2026-10": result(postable=False, severities=["error", "warning"]),
        "2026-11": result(postable=False, severities=[]),
        "2026-08": "{",
    }.items():
        (tmp_path / key).mkdir()
        (tmp_path / key / "result.json").write_text(text, "utf-8")
    (tmp_path / "2026-07").mkdir()
    (tmp_path / "使用手册.html").write_text("", "utf-8")
    write_output_index(tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", page)][1:]
    assert [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in rows] == [
        ["2026-11", "云岭&lt;示例&gt;中学", "预览，月份未完", "0", "0", "-1,234.50"],
        ["2026-10", "云岭&lt;示例&gt;中学", "有错误，未公示", "1", "1", "-1,234.50"],
        ["2026-09", "云岭&lt;示例&gt;中学", "可以公示", "0", "2", "-1,234.50"],
    ]
    assert 'href="2026-10/index.html"' in page
    assert "使用手册.html" in page


def test_no_month_yet(tmp_path: Path) -> None:
    write_output_index(tmp_path)
    assert "还没有月报。" in (tmp_path / "index.html").read_text("utf-8")
