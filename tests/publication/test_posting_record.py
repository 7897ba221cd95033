"""公示情况记录, and the list of what must come down."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest

from pipeline.cli import main
from pipeline.keeping.expired import expired_pages
from pipeline.messages import printing as words
from pipeline.period import Period
from pipeline.posting import Posting
from pipeline.write.posting_record import is_filled, taken_down, write_posting_record

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("捐款公示", "基金收支公示", "资助公示")
OCTOBER = Period(2026, 10, dt.date(2026, 11, 3))
POSTING = Posting(dt.date(2026, 11, 4), dt.date(2026, 11, 10), 5)
DONATIONS_ROW, FOURTH_ROW = 4, 7


def record(folder: Path) -> Path:
    path = folder / "内部" / words.RECORD_FILE
    write_posting_record(path, "云岭示例中学", OCTOBER, POSTING, PAGES)
    return path


def fill(path: Path, row: int, **cells: str | dt.date) -> None:
    """Write into a row as a hand would."""
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    for header, value in cells.items():
        book.active.cell(row, words.RECORD_HEADERS.index(header) + 1, value)
    book.save(path)


def page(folder: Path, name: str, until: str) -> None:
    path = folder / "公示" / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<head><meta name="posted-until" content="{until}"></head>', "utf-8")


def test_the_record_names_the_pages_and_their_period_and_leaves_room_for_hands(tmp_path: Path) -> None:
    path = record(tmp_path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "云岭示例中学2026年10月公示情况记录"
    assert tuple(rows[2]) == words.RECORD_HEADERS
    assert [row[0] for row in rows[3:6]] == list(PAGES)
    assert rows[3][1:3] == [dt.datetime(2026, 11, 4), dt.datetime(2026, 11, 10)]  # noqa: DTZ001 - as the workbook has it
    assert set(rows[3][3:]) == {None}
    assert len(rows) >= 12
    assert not is_filled(path)
    assert taken_down(path) == set()


def test_the_same_month_gives_the_same_bytes(tmp_path: Path) -> None:
    assert record(tmp_path / "a").read_bytes() == record(tmp_path / "b").read_bytes()


@pytest.mark.parametrize("header", words.BY_HAND)
def test_whatever_a_hand_has_written_counts(tmp_path: Path, header: str) -> None:
    path = record(tmp_path)
    fill(path, FOURTH_ROW, **{header: "甲"})
    assert is_filled(path)


def test_a_record_that_cannot_be_read_is_somebodys(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK broken")
    assert is_filled(path)
    assert taken_down(path) == set()
    assert not is_filled(tmp_path / "nowhere.xlsx")


def test_a_page_is_down_once_it_is_down_everywhere(tmp_path: Path) -> None:
    path = record(tmp_path)
    fill(path, DONATIONS_ROW, 张贴地点="校门口", 撤下日期=dt.date(2026, 11, 11))
    assert taken_down(path) == {"捐款公示"}
    fill(path, FOURTH_ROW, 公示页="捐款公示", 张贴地点="食堂")
    assert taken_down(path) == set()
    fill(path, FOURTH_ROW, 撤下日期="11月12日")
    assert taken_down(path) == {"捐款公示"}


def test_a_page_must_come_down_on_the_day_after_its_last(tmp_path: Path) -> None:
    page(tmp_path / "2026-10", "捐款公示", "2026年11月10日")
    page(tmp_path / "2026-11", "捐款公示", "2026年12月9日")
    assert expired_pages(tmp_path, dt.date(2026, 11, 10)) == []
    assert [(each.month, each.page, each.days) for each in expired_pages(tmp_path, dt.date(2026, 11, 11))] == [
        ("2026-10", "捐款公示", 1)
    ]
    assert len(expired_pages(tmp_path, dt.date(2026, 12, 10))) == 2


def test_a_page_noted_as_taken_down_is_listed_no_more(tmp_path: Path) -> None:
    for name in PAGES:
        page(tmp_path / "2026-10", name, "2026年11月10日")
    fill(record(tmp_path / "2026-10"), DONATIONS_ROW, 撤下人="甲", 撤下日期=dt.date(2026, 11, 11))
    assert [each.page for each in expired_pages(tmp_path, dt.date(2026, 11, 12))] == ["基金收支公示", "资助公示"]


def test_a_page_without_a_last_day_that_can_be_read_is_passed_over(tmp_path: Path) -> None:
    page(tmp_path / "2026-10", "捐款公示", "某日")
    page(tmp_path / "2026-10", "别的", "")
    assert expired_pages(tmp_path, dt.date(2030, 1, 1)) == []


def test_the_list_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page(tmp_path / "2026-10", "捐款公示", "2026年11月10日")
    assert main(["expired", "--output", str(tmp_path), "--today", "2026-11-10"]) == 0
    assert capsys.readouterr().out == "到 2026年11月10日 没有应当撤下的公示。\n"
    assert main(["expired", "--output", str(tmp_path), "--today", "2026-11-13"]) == 0
    told = capsys.readouterr().out
    assert "到 2026年11月13日 应当撤下的公示（1 页）：" in told
    assert "  2026-10 捐款公示：公示期至 2026年11月10日，已过 3 天" in told
