"""Examples of findings about files, sheets, headers and single cells."""

from __future__ import annotations

import io
import zipfile

from pipeline.handbook.model import Example
from pipeline.marks import MARK_PROPERTY


def _cell(code: str, at: str, content: str) -> Example:
    """The finding of one cell that holds something else."""
    return Example(code, at, put={at: content}, whole=False)


def _file(code: str, name: str, data: bytes) -> Example:
    """The finding of a further file."""
    return Example(code, name, files={name: data}, whole=False)


def _told(code: str, **facts: str) -> Example:
    """A finding of a file that cannot be made here: its disk fails, it is changed while it is read."""
    name = "捐款登记.xlsx"
    return Example(code, name, told={"file": name, **facts})


def _marked_copy() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("docProps/custom.xml", MARK_PROPERTY)
    return data.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FILES = (
    Example("file_twice", "捐款登记副本.xlsx", copies={"捐款登记副本.xlsx": "捐款登记.xlsx"}, show="捐款", whole=False),
    _file("file_open", "~$捐款登记.xlsx", b"user"),
    _file("file_other", "通知.docx", b"text"),
    _file("file_empty", "支出.xlsx", b""),
    _file("file_open_quote", "支出.csv", '日期,凭证号,受助对象\n2026-10-12,"0001,李明\n'.encode()),
    _file("file_marked_copy", "标注_支出.xlsx", _marked_copy()),
    _file("file_damaged", "支出.xlsx", b"PK\x03\x04broken"),
    _file("file_password", "支出.xlsx", _OLE + "EncryptedPackage".encode("utf-16-le")),
    _file("file_too_old", "支出.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00"),
    _file("file_no_workbook", "支出.xlsx", b"%PDF-1.4"),
    _file("file_web_page", "支出.xls", b"<html><p>1</p></html>"),
    _told("file_link"),
    _told("file_unreadable"),
    _told("file_name_coding"),
    _told("file_changing"),
    _told("file_too_large", size="300"),
    _told("file_endless"),
)

SHEETS = (
    Example(
        "sheet_unknown",
        "往来!1",
        sheets={
            "往来": """
                2026年10月 | 张三 | 借条
                2026年10月 | 李四 | 借条
                2026年10月 | 王五 | 收条
            """,
        },
        whole=False,
    ),
    _told("cells_far_away", row="12000"),
    Example("header_missing", "捐款!1", put={"捐款!F1": "数目"}, whole=False),
    Example(
        "header_ambiguous",
        "名册!1",
        sheets={
            "名册": """
                日期 | 姓名 | 类型 | 金额
                2026-10-09 | 孙丽 | 缴存 | 40
            """,
        },
        whole=False,
    ),
    _cell("header_nearly", "捐款!H1", "限制用途"),
    Example("header_twice", "捐款!L1", put={"捐款!L1": "金额", "捐款!L2": "41"}, whole=False),
    _cell("header_wan", "捐款!F1", "金额（万元）"),
    Example(
        "title_other_month",
        "捐款!A1",
        sheets={
            "捐款": """
                2026年9月捐款明细
                日期 | 收据号 | 捐款人 | 类别 | 部门 | 金额 | 方式
                2026-10-09 | '0002 | 孙丽 | 教师 | 数学组 | 40 | 银行转账
                2026-10-12 | '0003 | 钱文 | 教师 | 总务处 | 40 | 银行转账
            """,
        },
        whole=False,
    ),
    _cell("value_beside", "捐款!M3", "已寄收据"),
    Example("total_differs", "捐款!F5", add={"捐款": "合计 | | | | | 6000"}, whole=False),
)

CELLS = (
    _cell("cell_blank", "捐款!F3", ""),
    _cell("word_unknown", "捐款!G3", "支票"),
    _cell("cell_ditto", "捐款!E3", "同上"),
    _cell("error_value", "捐款!H3", "#N/A"),
    _cell("formula_without_value", "捐款!F3", "=F2*2"),
    _cell("number_lost_digits", "捐款!B3", "123456789012345678"),
    _cell("amount_zero", "捐款!F3", "0"),
    _cell("amount_negative", "捐款!F3", "-50"),
    _cell("amount_unreadable", "捐款!F3", "待确认"),
    _cell("amount_decimals", "捐款!F3", "12.345"),
    _cell("amount_wan", "捐款!F3", "1.5万元"),
    _cell("amount_expression", "捐款!F3", "50×3"),
    _cell("amount_approximate", "捐款!F3", "约300元"),
    _cell("amount_is_date", "捐款!F3", "2026-10-09"),
    _cell("amount_capitals_differ", "捐款!F3", "伍拾元整（60.00）"),
    _cell("date_without_year", "捐款!A3", "10月9日"),
    _cell("date_impossible", "捐款!A3", "2026.2.30"),
    _cell("date_month_only", "捐款!A3", "'2026-10"),
    _cell("date_number", "捐款!A3", "10.9"),
    _cell("date_unreadable", "捐款!A3", "上周五"),
    _cell("date_is_time", "捐款!A3", "10:30:00"),
    _cell("date_strange", "捐款!A3", "1900-01-03"),
    _cell("dates_reversed", "公示安排!C2", "2026-11-01"),
    _cell("date_in_future", "捐款!A3", "2026-12-01"),
    _cell("month_unreadable", "公示安排!A2", "十月"),
    _cell("class_number", "学生!C2", "7.1"),
    _cell("class_unreadable", "学生!C2", "实验班"),
    _cell("term_unreadable", "学业!A2", "去年秋天"),
    _cell("id_numeric", "学生!I2", "110105194912310020"),
    _cell("id_checksum", "学生!I2", "'110105194912310021"),
    _cell("id_format", "学生!I2", "'1101051949"),
    _cell("count_unreadable", "摸底!E2", "四十多"),
    _cell("number_unreadable", "学业!D2", "良好"),
    _cell("year_unreadable", "倡议标准!A2", "今年"),
)

EXAMPLES = (*FILES, *SHEETS, *CELLS)
