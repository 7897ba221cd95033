"""Hidden rows and sheets are read like any other, and it is said that they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from pipeline.read import read_folder
from tests.sheets import write_book

if TYPE_CHECKING:
    from pathlib import Path

GIFTS = """
    日期       | 捐款人 | 类别 | 金额 | 方式
    2026-10-01 | 李明   | 教师 | 50   | 现金
    2026-10-02 | 王芳   | 教师 | 60   | 现金
"""


@pytest.mark.parametrize(
    ("hide_row", "hide_sheet", "said"),
    [(False, False, ""), (True, False, "rows"), (False, True, "sheet"), (True, True, "sheet")],
)
def test_what_is_hidden_is_read_and_said(tmp_path: Path, hide_row: bool, hide_sheet: bool, said: str) -> None:  # noqa: FBT001
    path = write_book(tmp_path / "登记.xlsx", {"捐款": GIFTS, "别的": ""}, hidden=["捐款"] if hide_sheet else [])
    book = load_workbook(path)
    book["捐款"].row_dimensions[3].hidden = hide_row
    book.save(path)
    reading = read_folder(tmp_path)
    assert reading.tables["donations"].frame["amount"].tolist() == [5000, 6000]
    assert reading.files[0].sheets[0].hidden == said
