"""The files of the input folder: what is read, what is passed over, what is refused and how that is said."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from pipeline.read import read_folder
from pipeline.read.files import find_files
from tests.read.folder import column, problems, rows
from tests.sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Callable

GIFTS = "日期 | 捐款人 | 类别 | 金额 | 方式\n2026-10-01 | 李明 | 教师 | 50 | 现金"
CSV = "日期,捐款人,类别,金额,方式\n2026-10-01,李明,教师,50,现金\n"


def gifts(path: Path) -> Path:
    return write_book(path, {"捐款": GIFTS})


def test_order_is_by_file_name_then_sheet_then_row(tmp_path: Path) -> None:
    write_book(tmp_path / "b.xlsx", {"二": GIFTS.replace("李明", "丙"), "一": GIFTS.replace("李明", "丁")})
    write_book(tmp_path / "a" / "z.xlsx", {"表": GIFTS.replace("李明", "甲")})
    write_book(tmp_path / "a.xlsx", {"表": GIFTS.replace("李明", "乙")})
    reading = read_folder(tmp_path)
    table = reading.tables["donations"]
    assert [table.place(index).address for index in range(4)] == [
        "a.xlsx!表!2",
        "a/z.xlsx!表!2",
        "b.xlsx!二!2",
        "b.xlsx!一!2",
    ]
    assert column(reading, "donations", "donor") == ["乙", "甲", "丙", "丁"]


def test_every_register_is_there_even_where_nothing_was_found(tmp_path: Path) -> None:
    reading = read_folder(tmp_path)
    assert len(reading.tables) == 20
    assert all(table.frame.empty and table.blocks == () for table in reading.tables.values())


def test_a_file_is_described_with_its_checksum_and_its_sheets(tmp_path: Path) -> None:
    path = gifts(tmp_path / "登记.xlsx")
    source = read_folder(tmp_path).files[0]
    assert source.path == "登记.xlsx"
    assert source.size == path.stat().st_size
    assert len(source.sha256) == 64
    assert (source.sheets[0].name, source.sheets[0].registers, source.sheets[0].rows) == ("捐款", ("捐款",), 1)


def test_two_equal_workbooks_are_one_error_that_names_both_and_are_read_once(tmp_path: Path) -> None:
    gifts(tmp_path / "a.xlsx")
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "a - 副本.xlsx")
    reading = read_folder(tmp_path)
    assert [(each.code, each.severity) for each in reading.findings] == [("file_twice", "error")]
    assert reading.findings[0].facts == {"file": "a.xlsx", "other": "a - 副本.xlsx"}
    assert len(rows(reading, "donations")) == 1


def test_the_twin_of_an_open_workbook_is_passed_over_and_said(tmp_path: Path) -> None:
    gifts(tmp_path / "a.xlsx")
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05admin")
    reading = read_folder(tmp_path)
    assert [(each.code, each.severity) for each in reading.findings] == [("file_open", "warning")]


def test_other_files_are_said_and_hidden_ones_are_not(tmp_path: Path) -> None:
    gifts(tmp_path / "a.XLSX")
    (tmp_path / "读我.txt").write_text("x")
    (tmp_path / ".gitkeep").write_text("")
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "Thumbs.db").write_text("x")
    reading = read_folder(tmp_path)
    assert [(each.code, each.severity) for each in reading.findings] == [("file_other", "warning")]
    assert len(rows(reading, "donations")) == 1


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def truncated() -> bytes:
    whole = io.BytesIO()
    Workbook().save(whole)
    return whole.getvalue()[:900]


def paper() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return whole.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", encrypted(), "file_password"),
        ("a.xlsx", b"", "file_empty"),
        ("a.xlsx", truncated(), "file_damaged"),
        ("a.xlsx", paper(), "file_no_workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "file_damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40, "file_damaged"),
        ("a.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(100), "file_too_old"),
        ("a.xls", b"<html><p>1</p></html>", "file_web_page"),
        ("a.xlsx", b'<?xml version="1.0"?><Workbook/>', "file_web_page"),
        ("a.xlsx", b"%PDF-1.4\n", "file_no_workbook"),
        ("a.csv", b"\x81\xff\xff\x00\x01", "file_damaged"),
        ("a.csv", b" \r\n", "file_empty"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_names_the_file(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read_folder(tmp_path)
    assert [(each.code, each.severity) for each in reading.findings] == [(code, "error")]
    assert name in reading.findings[0].sentence
    assert reading.findings[0].where
    assert reading.findings[0].where.address == name


def test_a_broken_file_spoils_no_other(tmp_path: Path) -> None:
    gifts(tmp_path / "b.xlsx")
    (tmp_path / "a.xlsx").write_bytes(truncated())
    assert len(rows(read_folder(tmp_path), "donations")) == 1


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = gifts(tmp_path / "outside" / "a.xlsx")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").symlink_to(outside)
    assert problems(read_folder(tmp_path / "in")) == [("file_link", "")]


def test_a_file_that_changes_while_it_is_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gifts(tmp_path / "a.xlsx")
    read = Path.read_bytes

    def read_and_append(path: Path) -> bytes:
        data = read(path)
        path.write_bytes(data + b"more")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_append)
    files, findings = find_files(tmp_path)
    assert files == []
    assert [each.code for each in findings] == ["file_changing"]


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gifts(tmp_path / "a.xlsx")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [each.code for each in find_files(tmp_path)[1]] == ["file_unreadable"]


def test_input_files_are_left_as_they_are(tmp_path: Path) -> None:
    path = gifts(tmp_path / "a.xlsx")
    before = path.read_bytes(), path.stat().st_mtime_ns
    read_folder(tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("gbk"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.replace(",", "\t").encode("utf-16-le"),
        lambda text: text.replace(",", "\t").encode("gb18030"),
        lambda text: text.replace("\n", "\r\n").encode(),
    ],
)
def test_text_in_any_coding_and_with_any_separator(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    (tmp_path / "十月捐款.csv").write_bytes(encode(CSV))
    reading = read_folder(tmp_path)
    assert problems(reading) == []
    assert column(reading, "donations", "amount") == [5000]
    assert reading.tables["donations"].place(0, "amount").address == "十月捐款.csv!十月捐款!D2"


def test_the_row_of_a_csv_is_its_line(tmp_path: Path) -> None:
    text = (
        '捐款表\n\n日期,捐款人,类别,金额,方式,备注\n2026-10-01,李明,教师,50,现金,"两\n行"\n2026-10-02,王,教师,5,现金,\n'
    )
    (tmp_path / "a.csv").write_text(text, "utf-8")
    assert rows(read_folder(tmp_path), "donations") == [4, 6]


def test_text_that_carries_the_name_of_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(CSV.replace(",", "\t").encode("gbk"))
    assert column(read_folder(tmp_path), "donations", "donor") == ["李明"]


def test_a_workbook_that_carries_the_name_of_a_text_is_read_as_a_workbook(tmp_path: Path) -> None:
    gifts(tmp_path / "a.xlsx").rename(tmp_path / "a.csv")
    assert column(read_folder(tmp_path), "donations", "donor") == ["李明"]


def convert(soffice: str, path: Path, kind: str) -> Path:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent / kind), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.parent / kind


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_old_and_open_workbooks_are_read_alike(tmp_path: Path, soffice: str, kind: str) -> None:
    table = """
        捐款登记表
        日期 | 捐款人 | 类别 | 金额 | 方式 | 用途
        2026-10-01 | 李明 | 教师 | 50 | 现金 | #N/A
                   | 王芳 | 教师 | 50.25 | 现金 | =1/0
        合计 | | | 100.25 | |
        """
    path = write_book(tmp_path / "a.xlsx", {"封面": "示例中学", "捐款": table}, {"捐款": ["A3:A4"]})
    reading = read_folder(convert(soffice, path, kind))
    assert column(reading, "donations", "amount") == [5000, 5025]
    assert [str(day)[:10] for day in column(reading, "donations", "date")] == ["2026-10-01"] * 2
    assert problems(reading) == [("error_value", "F3"), ("error_value", "F4")]
    assert [each.facts["found"] for each in reading.findings] == ["#N/A", "#DIV/0!"]


def test_a_used_range_with_one_cell_far_below_is_given_up_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.read.engine._MANY_CELLS", 10_000)
    book = Workbook()
    sheet = book.worksheets[0]
    for row in GIFTS.split("\n"):
        sheet.append([cell.strip() for cell in row.split("|")])
    sheet["L2000"] = "多余"
    book.save(tmp_path / "a.xlsx")
    reading = read_folder(tmp_path)
    assert problems(reading) == [("cells_far_away", "2000")]
    assert len(rows(reading, "donations")) == 1


def test_an_endless_used_range_is_refused_in_words(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = "多余"
    book.worksheets[0]["A1"] = "日期"
    book.save(tmp_path / "a.xlsx")
    assert problems(read_folder(tmp_path)) == [("file_endless", "")]


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.read.excel._LARGEST_UNPACKED", 5_000_000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(6_000_000))
    assert (tmp_path / "a.xlsx").stat().st_size < 10_000
    assert problems(read_folder(tmp_path)) == [("file_too_large", "")]


def test_a_panic_of_the_library_is_no_panic_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class PanicException(BaseException):
        pass

    def panic(_: object) -> None:
        os.write(2, b"thread main panicked")
        raise PanicException

    gifts(tmp_path / "a.xlsx")
    monkeypatch.setattr("pipeline.read.engine.calamine.load_workbook", panic)
    assert problems(read_folder(tmp_path)) == [("file_damaged", "")]
    assert capfd.readouterr().err == ""
