"""Files and texts that somebody could put into an input folder to do harm."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
_BOOK = f"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}">
<sheets><sheet name="捐款" sheetId="1" r:id="r1"/></sheets></workbook>"""
_BOOK_RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{}]>'
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'


def package(sheet: bytes, **more: bytes) -> bytes:
    """An .xlsx put together by hand; more: further parts by path, with _ for / and . where a name needs it."""
    data = io.BytesIO()
    parts: Mapping[str, bytes] = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELS.encode(),
        "xl/workbook.xml": _BOOK.encode(),
        "xl/_rels/workbook.xml.rels": _BOOK_RELS.encode(),
        "xl/worksheets/sheet1.xml": sheet,
        **more,
    }
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def wide_and_deep(rows: int, columns: int) -> bytes:
    """Four filled cells in the corners of a huge used range."""
    book = Workbook()
    sheet = book.create_sheet("捐款", 0)
    for row in (1, rows):
        for column in (1, columns):
            sheet.cell(row, column, "角")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def bomb(size: int) -> bytes:
    """A sheet that unpacks to so many bytes."""
    return package(_SHEET.format(_CELL.format("一")).encode() + b" " * size)


FILES: Mapping[str, bytes] = {
    "炸弹.xlsx": bomb(600 * 2**20),
    "实体.xlsx": package((_ENTITIES.format(_LAUGHS) + _SHEET.format(_CELL.format("&l9;"))).encode()),
    "外部实体.xlsx": package((_ENTITIES.format("") + _SHEET.format(_CELL.format("&file;"))).encode()),
    "角落.xlsx": wide_and_deep(65_536, 256),
    "最远.xlsx": wide_and_deep(1_048_576, 16_384),
    "穿越.xlsx": package(_SHEET.format(_CELL.format("二")).encode(), **{"../../穿越.txt": b"x"}),
    "截断.xlsx": package(_SHEET.format(_CELL.format("三" * 500)).encode())[:700],
    "空包.xlsx": b"PK\x05\x06" + bytes(18),
    "乱码.xls": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(range(256)) * 8,
    "断尾.ods": b"PK\x03\x04" + bytes(200),
    "零字节.csv": b"\0" * 5000,
    "很宽.csv": ("列," * 40_000 + "\n").encode() * 3,
    "=cmd|' C calc'!A1.csv": "日期,捐款人,类别,金额,方式\n2026-10-02,匿名者,社会人士,=1+1,现金\n".encode(),
    "<img src=x onerror=alert(1)>.csv": "日期,捐款人,类别,金额,方式\n2026-10-02,甲,社会人士,<b>5</b>,现金\n".encode(),
}

# Texts for cells of every kind; each is a person's name, a note, a purpose … of its own row.
TEXTS = (
    '=HYPERLINK("http://example.com","点我")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><x/>",
    "{{ 7 * 7 }}{% raw %}",
    "${7*7}%s%n{0}{facts}",
    "\u202e卓\u2066远航\u200b",
    "&lt;b&gt;&amp;nbsp;",
    "javascript:alert(1)",
    "长" * 32_767,
)
AMOUNTS = ("٥٠", "५०", "𝟓𝟎", "5O", "l0", "1e3", "0x10", "=1+1", "５０＜ｂ＞", "NaN", "inf", "9" * 400)
