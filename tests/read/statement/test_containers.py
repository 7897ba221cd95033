"""The first bytes of a file tell what it is, whatever its name."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.read.statement.exports import found, moved, plain, read_exports
from tests.sheets import write_book

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = plain("""
    对账单,,,,,
    日期,摘要,收入,支出,余额,对方户名
    2026-10-08,捐款,"1,000.00",,21000,李明
    2026-10-09,手续费,,10,20990,
""")
TABS = EXPORT.replace('"1,000.00"', "1000").replace(",", "\t")
OURS = [("2026-10-08", "1000.00", "21000.00"), ("2026-10-09", "-10.00", "20990.00")]
PAGE = """<html><head><meta charset="utf-8"></head><body><p>对账单</p><table border=1>
<tr><td colspan=5>青石中学<br>对账单</td></tr>
<tr><th>日期<th>摘要<th>收入<th>支出<th>余额</tr>
<tr><td>2026-10-08</td><td>捐款 &amp; 其他</td><td>1,000.00</td><td>&nbsp;</td><td>21,000.00</td></tr>
<tr><td>2026-10-09</td><td>手续费</td><td></td><td>10.00</td><td>20,990.00</td></tr>
</table></body></html>"""
SPREADSHEET = """<?xml version="1.0" encoding="{coding}"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="流水"><Table>
<Row ss:Index="3"><Cell><Data ss:Type="String">日期</Data></Cell><Cell><Data ss:Type="String">摘要</Data></Cell>
<Cell><Data ss:Type="String">收入</Data></Cell><Cell><Data ss:Type="String">支出</Data></Cell>
<Cell><Data ss:Type="String">余额</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2026-10-08T00:00:00.000</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">1000</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="Number">21000</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">20261009</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">10</Data></Cell>
<Cell><Data ss:Type="Number">20990</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", EXPORT.encode()),
        ("a.csv", EXPORT.encode("utf-8-sig")),
        ("a.csv", EXPORT.encode("gb18030")),
        ("a.csv", EXPORT.encode("utf-16")),
        ("a.csv", TABS.encode("utf-16")),
        ("a.csv", TABS.encode("utf-16-le")),
        ("a.xls", TABS.encode("gb18030")),
        ("a.xls", TABS.replace("2026-10-08", '="20261008"').encode("gb18030")),
        ("a.xls", PAGE.encode()),
        ("a.xls", PAGE.replace("utf-8", "gbk").encode("gbk")),
        ("a.xls", SPREADSHEET.format(coding="UTF-8").encode()),
        ("a.xls", SPREADSHEET.format(coding="GB2312").encode("gbk")),
    ],
)
def test_text_is_read_whatever_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    reading = read_exports(tmp_path, {name: data})
    assert (moved(reading), found(reading)) == (OURS, [])


def test_a_row_of_a_page_is_counted_from_its_first(tmp_path: Path) -> None:
    reading = read_exports(tmp_path, {"a.xls": PAGE.replace("10.00<", "个税<").encode()})
    assert found(reading) == [("amount_unreadable", "D4")]


@pytest.mark.parametrize("page", ["<html><p>登录已超时</p></html>", "<?xml version='1.0'?><a/>", SPREADSHEET[:400]])
def test_a_page_without_a_table_is_said_to_be_one(tmp_path: Path, page: str) -> None:
    assert [code for code, _ in found(read_exports(tmp_path, {"a.xls": page.encode()}))] == ["file_web_page"]


def test_a_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    book = write_book(
        tmp_path / "b.xlsx",
        {
            "1": "日期 | 收入 | 支出 | 余额\n2026-10-08 | 1000 | 0 | 21000",
            "2": "日期 | 收入 | 支出 | 余额\n2026-10-09 | 0 | 10 | 20990",
        },
    )
    data = book.read_bytes()
    book.unlink()
    reading = read_exports(tmp_path, {"a.csv": data})
    assert (moved(reading), found(reading)) == (OURS, [])


def test_an_old_workbook_is_read_whatever_its_name(tmp_path: Path, soffice: str) -> None:
    source = tmp_path / "office"
    source.mkdir()
    (source / "a.csv").write_text(EXPORT, "utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--infilter=CSV:44,34,76", "--convert-to", "xls", "a.csv"]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    folder = tmp_path / "input"
    folder.mkdir()
    reading = read_exports(folder, {"HISTORYDETAIL.csv": (source / "a.xls").read_bytes()})
    assert (moved(reading), found(reading)) == (OURS, [])
