"""Files that ask for more memory or time than a register needs, or claim what is not so: refused in words."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from pipeline.read import engine, read_folder
from pipeline.read.biff import has_password
from pipeline.read.package import check_claims, is_small, longest_text, read_part, unpacked_size
from pipeline.read.separated import read_separated
from pipeline.write import marked
from tests.faults.hostile import package
from tests.read.folder import column, problems, rows

if TYPE_CHECKING:
    from pathlib import Path

CSV = "日期,捐款人,类别,金额,方式\n2026-10-01,李明,教师,50,现金\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NEAR, FAR = '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def sheet(inside: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{before}<sheetData>{inside}</sheetData></worksheet>'.encode()


def read_file(folder: Path, name: str, data: bytes) -> list[tuple[str, str]]:
    (folder / name).write_bytes(data)
    return problems(read_folder(folder))


def spread(*rows_of_sheet: str) -> bytes:
    parts = "".join(f"<Row{row}</Row>" for row in rows_of_sheet)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="表">'
        f"<Table>{parts}</Table></Worksheet></Workbook>"
    ).encode()


@pytest.mark.parametrize(
    "data",
    [
        sheet(FAR + NEAR),
        sheet(NEAR + FAR, '<dimension ref="A1:B2"/>'),
        sheet((NEAR + FAR).replace('"', "'")),
        sheet((NEAR + FAR).replace("<c ", "<c\t")),
        sheet(NEAR + FAR + '<row r="2"><c><v>2</v></c></row>'),
        sheet(NEAR + '<row r="1000000"><c r="AM1000000"><v>1</v></c></row>'),
    ],
    ids=["backwards", "false dimension", "other quotes", "tabs", "a cell without place", "long and narrow"],
)
def test_a_far_cell_ends_in_words_however_it_is_written(tmp_path: Path, data: bytes) -> None:
    assert read_file(tmp_path, "a.xlsx", package(data)) == [("file_endless", "")]


def of_cell(place: str) -> str:
    return f'<row r="1"><c r="{place}" s="1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "small"),
    [
        (NEAR, True),
        ("", True),
        ('<row r="1"><c r="A1" t="inlineStr"><is><r><t xml:space="preserve">a</t></r></is></c></row>', True),
        (of_cell("ZZ9999"), True),
        (of_cell("Z99999"), True),
        (of_cell("Z99999") + of_cell("AA1"), False),
        (of_cell("AA10000"), False),
        (of_cell("AAA1"), False),
        (of_cell("A100000"), False),
        (of_cell("aaa1"), False),
        ("<row><c><v>1</v></c></row>", False),
        ('<row r="1"><c s="1"><v>1</v></c></row>', False),
        ("<row r='1'><c r='A1'><v>1</v></c></row>", False),
        ('<row r="1"><c r=\'A1\' s="1"><v>1</v></c></row>', False),
        ('<x:row r="1"><x:c r="A1"/></x:row>', False),
        ('<row r="1"><x:c r="XFD1048576"><v>1</v></x:c></row>', False),
        ('<row r="1"><c\tr="A1"/></row>', False),
        ('<row r="1"><c  r="A1"/></row>', False),
        ('<row r="1"><!-- a --><c r="A1"/></row>', False),
        ("<c", False),
    ],
)
def test_a_sheet_is_small_only_where_every_cell_says_so(rows: str, small: bool) -> None:  # noqa: FBT001
    assert is_small(sheet(rows), 10) is small


@pytest.mark.parametrize(
    ("xml", "small"),
    [
        (b"<worksheet><sheetData/></worksheet>", True),
        (b"<worksheet/>", False),
        (b"<worksheet></sheetData><sheetData></worksheet>", False),
        (b"<x:worksheet><x:sheetData></x:sheetData></x:worksheet>", False),
        (sheet(FAR).replace(b"sheetData", b"x:sheetData") + sheet(NEAR), False),
        (b"<!--" + sheet(NEAR) + b"-->" + sheet(FAR), False),
        (sheet(NEAR).decode().encode("utf-16"), False),
    ],
)
def test_a_sheet_is_small_only_where_its_cells_are_sure_to_be_found(xml: bytes, small: bool) -> None:  # noqa: FBT001
    assert is_small(xml, 10) is small


def test_a_long_text_in_many_cells_makes_a_sheet_large() -> None:
    texts = b"<sst><si><r><t>a</t></r><r><t>" + "长".encode() * 32_767 + b"</t></r></si><si><t>b</t></si></sst>"
    data = package(sheet(NEAR), **{"xl/sharedStrings.xml": texts})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        longest = longest_text(archive)
    assert 98_301 <= longest <= 98_350
    assert is_small(sheet(NEAR * 100), longest)
    assert not is_small(sheet(NEAR * 3000), longest)


def false_claim(data: bytes, part: str, size: int) -> bytes:
    """The archive with another size of a part in its list of contents."""
    changed = bytearray(data)
    at = data.rfind(part.encode()) - 46
    assert changed[at : at + 4] == b"PK\x01\x02"
    changed[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(changed)


def test_a_part_that_unpacks_to_more_than_it_claims_is_damage(tmp_path: Path) -> None:
    data = false_claim(package(sheet(NEAR) + b" " * 2_000_000), "xl/worksheets/sheet1.xml", 1000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises(zipfile.BadZipFile):
        read_part(archive, "xl/worksheets/sheet1.xml")
    assert read_file(tmp_path, "a.xlsx", data) == [("file_damaged", "")]


def test_parts_that_nobody_reads_are_checked_too_where_they_could_be_bombs() -> None:
    texts = b"<sst>" + os.urandom(100_000).hex().encode() + b"</sst>"
    data = package(sheet(NEAR), **{"xl/other.xml": texts})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_claims(archive, ())
    with zipfile.ZipFile(io.BytesIO(false_claim(data, "xl/other.xml", 1000))) as archive:
        check_claims(archive, ("xl/other.xml",))
        with pytest.raises(zipfile.BadZipFile):
            check_claims(archive, ())


def test_a_sheet_of_too_many_formulas_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.read.traps._MOST_MARKS", 3)
    cells = "".join(f'<c r="{letter}1"><f>1</f><v>1</v></c>' for letter in "ABCD")
    assert read_file(tmp_path, "a.xlsx", package(sheet(f'<row r="1">{cells}</row>'))) == [("file_too_large", "")]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        *((-6, "file_endless"), (0xC0000409, "file_endless"), (-9, "file_too_large"), (-24, "file_too_large")),
        *((1, "file_damaged"), (-11, "file_damaged")),
    ],
)
def test_how_the_child_ended_tells_what_was_wrong(status: int, code: str) -> None:
    assert engine._reason(status) == code  # noqa: SLF001


def test_more_filled_rows_than_any_register_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.read.engine._MANY_ROWS", 5)
    lines = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 8))
    assert read_file(tmp_path, "a.xlsx", package(sheet(lines))) == [("file_endless", "")]


def test_a_memory_error_of_the_library_is_told_as_a_range_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pipeline.read.engine.calamine.load_workbook", fail)
    assert read_file(tmp_path, "a.xlsx", package(sheet(NEAR))) == [("file_endless", "")]


@pytest.mark.parametrize(
    "text",
    [
        CSV + '2026-10-02,"王芳,教师,5,现金\n2026-10-03,丁,教师,5,现金\n',
        CSV + '"' + CSV * 4000,
        CSV + '2026-10-02,"王芳',
    ],
    ids=["some rows", "a field beyond any sense", "the last row"],
)
def test_a_quotation_left_open_swallows_no_row_in_silence(tmp_path: Path, text: str) -> None:
    assert read_file(tmp_path, "a.csv", text.encode()) == [("file_open_quote", "")]


@pytest.mark.parametrize("end", ["\n", "", "\r\n", "\n\n\n", "\r"])
def test_the_end_of_a_csv_is_read_as_it_is_however_it_ends(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.csv").write_bytes((CSV + '2026-10-02,"王""芳",教师,5,"现金"').encode() + end.encode())
    reading = read_folder(tmp_path)
    assert problems(reading) == []
    assert rows(reading, "donations") == [2, 3]
    assert column(reading, "donations", "donor") == ["李明", '王"芳']


def test_blanks_without_end_in_a_csv_are_looked_at_once(tmp_path: Path) -> None:
    assert read_separated(" " * 100_000 + "x,y", "表").rows == [[" " * 100_000 + "x", "y"]]
    assert read_file(tmp_path, "a.csv", (" " * 300 + "\n" + CSV).encode()) == []


def test_a_csv_too_large_or_too_wide_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_file(tmp_path, "a.csv", ("," * 4000 + "\n" + "1\n" * 4000).encode()) == [("file_endless", "")]
    monkeypatch.setattr("pipeline.read.files._LARGEST_TEXT", 1000)
    assert read_file(tmp_path, "a.csv", CSV.encode() * 50) == [("file_too_large", "")]


@pytest.mark.parametrize(
    "data",
    [
        spread(' ss:Index="900000"><Cell><Data>1</Data></Cell>'),
        spread('><Cell ss:Index="16385"><Data>1</Data></Cell>'),
        spread(*['><Cell ss:Index="16384"><Data>1</Data></Cell>'] * 200),
        spread('><Cell ss:Index="16000"><Data>1</Data></Cell>', *["><Cell><Data>1</Data></Cell>"] * 300),
        b"<html><table>" + b"<tr><td colspan=1000>a</td></tr>" * 3001,
        b"<html><table><tr>" + b"<td colspan=1000>a</td>" * 18,
    ],
    ids=["row", "column", "all rows wide", "one row wide", "page", "row of a page"],
)
def test_markup_that_states_places_far_away_is_refused(tmp_path: Path, data: bytes) -> None:
    assert read_file(tmp_path, "a.xls", data) == [("file_endless", "")]


def test_a_workbook_without_a_sheet_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", "<a/>")
    assert problems(read_folder(tmp_path)) == [("file_empty", "")]


def compound(stream: bytes) -> bytes:
    """A compound file whose one stream, of 4096 bytes, is that of an old workbook."""
    sectors = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE, *[0xFFFFFFFF] * 118)
    root, book = "Root Entry".encode("utf-16-le"), "Workbook".encode("utf-16-le")
    entries = b"".join(
        name.ljust(64, b"\0")
        + struct.pack("<HB", len(name) + 2, kind)
        + bytes(49)
        + struct.pack("<III", start, size, 0)
        for name, kind, start, size in ((root, 5, 0xFFFFFFFE, 0), (book, 2, 2, 4096))
    )
    head = OLE + bytes(22) + struct.pack("<HH", 9, 6) + bytes(14) + struct.pack("<II", 1, 0)
    head = head.ljust(48, b"\0")[:48] + struct.pack("<IIIIIII", 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + sectors + entries.ljust(512, b"\0") + stream.ljust(4096, b"\0")


def test_the_password_of_an_old_workbook_is_told_from_damage(tmp_path: Path) -> None:
    begin = struct.pack("<HHHHII", 0x809, 12, 0x600, 5, 0, 0)
    locked = compound(begin + struct.pack("<HHH", 0x2F, 2, 0) + struct.pack("<HH", 0x0A, 0))
    assert has_password(locked)
    assert not has_password(compound(begin + struct.pack("<HH", 0x0A, 0)))
    assert not has_password(OLE + bytes(100))
    assert read_file(tmp_path, "a.xls", locked) == [("file_password", "")]


def test_a_file_name_in_another_coding_is_said_with_the_name_it_had(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "捐款.csv".encode("gbk")
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - no Path can be made of these bytes everywhere
            file.write(CSV.encode())
    except OSError:
        pytest.skip("the system takes no such names")
    reading = read_folder(tmp_path)
    assert problems(reading) == [("file_name_coding", "")]
    assert "《捐款.csv》" in reading.findings[0].sentence
    assert reading.files == ()


def test_no_marked_copy_is_made_of_what_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = package(sheet(NEAR))
    (tmp_path / "a.xlsx").write_bytes(data)
    assert unpacked_size(data) > 1000
    assert unpacked_size(b"PK") == 0
    monkeypatch.setattr("pipeline.write.marked._LARGEST_UNPACKED", 1000)
    reason = marked._copy(tmp_path / "a.xlsx", hashlib.sha256(data).hexdigest(), (), tmp_path / "b.xlsx")  # noqa: SLF001
    assert reason == "large"
    assert not (tmp_path / "b.xlsx").exists()
