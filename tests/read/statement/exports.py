"""An export as text, read in a folder of its own, and what came of it in short."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from pipeline.money import plain_yuan
from pipeline.read import Reading, read_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS = """
    项目,内容
    学校名称,青石中学
    期初日期,2026-09-30
    期初银行余额,20000
    账号,6222 0000 1111 2222
"""


def read_exports(folder: Path, exports: Mapping[str, str | bytes] | str, settings: str = SETTINGS) -> Reading:
    """Read exports (a lone text is 流水.csv) beside the school's settings; texts are dedented and written in UTF-8."""
    files = {"流水.csv": exports} if isinstance(exports, str) else exports
    for name, content in {"设置.csv": settings, **files}.items():
        data = content if isinstance(content, bytes) else plain(content).encode()
        (folder / name).write_bytes(data)
    return read_folder(folder)


def plain(text: str) -> str:
    """A text of a test as the file holds it; ␉ stands for a tab."""
    return dedent(text).removeprefix("\n").replace("␉", "\t")


def moved(reading: Reading) -> list[tuple[str, str, str]]:
    """Date, signed amount and balance of each usable line, in the order of the table."""
    table = reading.tables["statement"].usable
    return [
        (str(date.date()), plain_yuan(int(amount)), plain_yuan(int(balance)))
        for date, amount, balance in zip(table["date"], table["amount"], table["balance"], strict=True)
    ]


def texts(reading: Reading, field: str) -> list[str]:
    """A text field of each line, in the order of the table."""
    return [str(text) for text in reading.tables["statement"].frame[field]]


def found(reading: Reading) -> list[tuple[str, str]]:
    """Code and cell (or row) of each finding about a statement's file."""
    return [(each.code, each.where.cell) for each in reading.findings if each.where and each.where.file != "设置.csv"]
