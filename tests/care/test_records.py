"""Records to read again: equal word for word, or entered long after the talk."""

from __future__ import annotations

import pytest

from pipeline.care.records import equal_records, late_entries
from tests.care.school import OCTOBER, people_of, school

HEAD = "日期 | 帮扶人 | 学生 | 方式 | 思想动态 | 学习状况 | 生活状况 | 登记日期"


def equal(*rows: str) -> list[tuple[int, int, bool, bool]]:
    tables = school(contacts="\n".join([HEAD, *rows]))
    table = equal_records(tables, people_of(tables), OCTOBER)
    return list(table[["group", "contact", "exact", "in_month"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (
            ["2026-09-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-10-05 | 贺文洁 | 李明 | 电话 | 稳 | 好 | 可"],
            "exact",
        ),
        (
            ["2026-10-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-10-05 | 贺文洁 | 罗小满 | 谈心 | 稳 | 好 | 可"],
            "exact",
        ),
        (
            [
                "2026-09-05 | 贺文洁 | 李明 | 谈心 | 稳。 | 好 | 可",
                "2026-10-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好！ | 可",
            ],
            "nearly",
        ),
        (["2026-10-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-10-25 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可"], ""),
        (["2026-10-05 | 贺文洁、史一鸣 | 李明、罗小满 | 谈心 | 稳 | 好 | 可"], ""),
        (
            ["2026-09-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-10-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 不好"],
            "",
        ),
        (["2026-09-05 | 贺文洁 | 李明 | 谈心 | | |", "2026-10-05 | 贺文洁 | 李明 | 谈心 | | |"], ""),
        (["2026-09-05 | 贺文洁 | 李明 | 谈心 | ， | |", "2026-10-05 | 贺文洁 | 李明 | 谈心 | 。 | |"], ""),
        (["2026-09-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", "2026-11-01 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可"], ""),
    ],
    ids=[
        *("another month", "another pupil", "but for punctuation", "same pupil and month", "a shared row"),
        *("one word differs", "no text", "signs only", "not yet this month's business"),
    ],
)
def test_equal_records(rows: list[str], answer: str) -> None:
    exact = answer == "exact"
    assert equal(*rows) == ([(1, 0, exact, True), (1, 1, exact, True)] if answer else [])


def test_groups_are_numbered_and_tell_whether_they_touch_the_month() -> None:
    rows = [f"2026-0{month}-05 | 贺文洁 | 李明 | 谈心 | 旧 | |" for month in (3, 4)]
    rows += [f"2026-{month}-06 | 贺文洁 | 罗小满 | 谈心 | 新 | |" for month in ("09", "10")]
    assert equal(*rows) == [(1, 0, True, False), (1, 1, True, False), (2, 2, True, True), (2, 3, True, True)]


def test_late_entries_are_those_more_than_thirty_days_after_the_talk() -> None:
    rows = [
        f"2026-09-01 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可 | {entered}"
        for entered in ("2026-10-01", "2026-10-02", "", "2026-08-01")
    ]
    tables = school(contacts="\n".join([HEAD, *rows]))
    table = late_entries(tables, people_of(tables), OCTOBER)
    assert table[["contact", "days"]].to_numpy().tolist() == [[1, 31]]


def test_no_contacts() -> None:
    tables = school()
    assert len(equal_records(tables, people_of(tables), OCTOBER)) == 0
    assert len(late_entries(tables, people_of(tables), OCTOBER)) == 0
