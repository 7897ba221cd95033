"""When a month may be printed, where its prints go, and that none is left where anything is wrong with them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from pypdf import PdfWriter

from pipeline.browser import Browser
from pipeline.png import SIGNATURE
from tests.keeping.steps import Office, tree

MONTH = "2026-10"
GIFT = ("捐款", "| 卓远航       | 社会人士   |        | 300  |", "| 卓远航       | 社会人士   |        | 310  |")
LINE = ("银行流水", "| 300  |      | 11890 |", "| 310  |      | 11900 |")
PRINTS = {f"{name}{kind}" for name in ("捐款公示", "基金收支公示", "资助公示") for kind in (".pdf", ".png")}


class Press(Browser):
    """A browser that prints blank sheets at once; attached: the name of a file hung on each."""

    attached = ""

    def print_pdf(self, page: Path, target: Path) -> None:
        assert page.is_file()
        writer = PdfWriter()
        writer.add_blank_page(100, 100)
        if self.attached:
            writer.add_attachment(self.attached, b"")
        writer.write(target)

    def measure(self, text: str, scratch: Path, width: int) -> list[int]:
        assert text
        assert scratch.is_dir()
        return [width]

    def take_picture(self, page: Path, target: Path, width: int, height: int, scale: int) -> None:
        assert page.is_file()
        head = struct.pack(">IIBBBBB", width * scale, height * scale, 8, 0, 0, 0, 0)
        parts = ((b"IHDR", head), (b"tEXt", b"Software\0Press"), (b"IEND", b""))
        chunks = (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in parts
        )
        target.write_bytes(SIGNATURE + b"".join(chunks))


class Spy(Press):
    """A press on whose sheets a pupil's name hangs."""

    attached = "李漾.txt"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr("pipeline.commands.posting.find_browser", lambda: Press(Path("press")))
    office = Office(tmp_path)
    office.write()
    assert office.run("report", MONTH)[0] == 0
    return office


def prints_in(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.p*")}


def test_prints_lie_beside_the_pages_and_are_closed_and_verified_with_them(office: Office) -> None:
    posted = office.output / MONTH / "公示"
    assert office.run("print", MONTH, "2026-11-05")[0] == 0
    assert prints_in(posted) == PRINTS
    assert b"Press" not in (posted / "捐款公示.png").read_bytes()
    assert office.run("close", MONTH, "2026-11-11")[0] == 0
    assert office.run("verify", MONTH)[0] == 0
    with (posted / "捐款公示.pdf").open("ab") as file:
        file.write(b"%")
    status, said = office.run("verify", MONTH)
    assert status == 1
    assert "公示/捐款公示.pdf 不是定稿时的文件" in said


def test_a_closed_month_is_printed_beside_and_stays_as_it_was_closed(office: Office) -> None:
    assert office.run("close", MONTH)[0] == 0
    closed = tree(office.output / MONTH)
    # Whatever has become of the workbooks since.
    office.write(GIFT, LINE)
    status, said = office.run("print", MONTH, "2026-11-12")
    assert status == 0
    assert "已经定稿，公示文件夹不再改动" in said
    assert prints_in(office.output / MONTH / "打印") == PRINTS
    after = tree(office.output / MONTH)
    assert {name: data for name, data in after.items() if not name.startswith("打印/")} == closed
    assert office.run("verify", MONTH)[0] == 0


def test_pages_that_the_workbooks_no_longer_bear_out_are_not_printed(office: Office) -> None:
    office.write(GIFT, LINE)
    before = tree(office.output)
    status, said = office.run("print", MONTH, "2026-11-12")
    assert status == 2
    assert "登记表在出报表以后改过" in said
    assert tree(office.output) == before
    # A new report makes pages, and a correction of the old ones; both are printed.
    assert office.run("report", MONTH, "2026-11-12")[0] == 0
    assert office.run("print", MONTH, "2026-11-12")[0] == 0
    assert prints_in(office.output / MONTH / "公示") == {*PRINTS, "更正说明.pdf", "更正说明.png"}


def test_a_new_report_takes_the_old_prints_away(office: Office) -> None:
    assert office.run("print", MONTH)[0] == 0
    assert office.run("report", MONTH, "2026-11-12")[0] == 0
    assert prints_in(office.output / MONTH / "公示") == set()


def test_a_print_that_holds_a_name_is_not_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.commands.posting.find_browser", lambda: Spy(Path("press")))
    before = tree(office.output)
    status, said = office.run("print", MONTH)
    assert status == 2
    assert "没有写出任何 PDF 和图片" in said
    assert "李漾" not in said
    assert tree(office.output) == before


def test_a_browser_that_fails_leaves_the_month_as_it_was(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.commands.posting.find_browser", lambda: Browser(Path("/nowhere/chromium")))
    before = tree(office.output)
    status, said = office.run("print", MONTH)
    assert status == 2
    assert "浏览器“/nowhere/chromium”没有印出" in said
    assert tree(office.output) == before


def test_the_record_of_posting_is_filled_in_after_the_month_is_closed(office: Office) -> None:
    assert office.run("close", MONTH)[0] == 0
    (office.output / MONTH / "内部" / "公示情况记录.xlsx").write_bytes(b"filled in by a hand")
    assert office.run("verify", MONTH)[0] == 0
