"""Whatever the order of columns and rows, and however a register is spread over files, the rows are the same."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read import read_folder
from tests.sheets import write_book

HEADERS = ("日期", "收据号", "捐款人", "类别", "金额", "方式", "用途", "备注")
SPELT = {"日期": "捐 款 日期", "捐款人": "捐款人／单位", "金额": "金额（元）", "方式": "收款方式"}
ROWS = tuple(
    (f"2026-10-{number:02d}", f"{number:04d}", name, "教师", str(amount), channel, purpose, note)
    for number, (name, amount, channel, purpose, note) in enumerate(
        [
            ("李 明", 50, "现金", "", ""),
            ("王芳", "1,234.50", "微信", "助学金", ""),
            ("库尔班江•热合曼", "伍拾元整", "银行转账", "", "首次"),
            ("赵强", 0.29, "支付宝", "", ""),
            ("钱伟", "￥6", "现金", "助学金", ""),
        ],
        1,
    )
)


def frame_of(folder: Path) -> pd.DataFrame:
    """What was read, without where it stood."""
    reading = read_folder(folder)
    assert reading.findings == ()
    frame = reading.tables["donations"].frame.drop(columns=["_block", "_row"])
    return frame.sort_values("receipt").reset_index(drop=True)


def text_of(columns: list[int], rows: list[int], *, spelt: bool, title: bool) -> str:
    headers = [SPELT.get(HEADERS[each], HEADERS[each]) if spelt else HEADERS[each] for each in columns]
    lines = [["捐款登记表"]] * title + [headers] + [[ROWS[row][each] for each in columns] for row in rows]
    return "\n".join(" | ".join(line) for line in lines)


@st.composite
def layouts(draw: st.DrawFn) -> list[list[str]]:
    """Files of sheets, each with some of the rows in some order under some order of the columns."""
    rows = draw(st.permutations(range(len(ROWS))))
    cuts = sorted(draw(st.lists(st.integers(0, len(ROWS)), max_size=3)))
    parts = [list(rows[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(ROWS)], strict=True)]
    sheets = [
        text_of(draw(st.permutations(range(len(HEADERS)))), part, spelt=draw(st.booleans()), title=draw(st.booleans()))
        for part in parts
    ]
    files = draw(st.integers(1, len(sheets)))
    return [sheets[start::files] for start in range(files)]


@settings(max_examples=30)
@given(layouts())
def test_order_spelling_and_splits_change_nothing(layout: list[list[str]]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        plain = write_book(
            folder / "plain" / "a.xlsx", {"捐款": text_of(list(range(8)), list(range(5)), spelt=False, title=False)}
        )
        for number, sheets in enumerate(layout):
            # each file has a sheet of its own, so that no two files are equal
            named = {f"表{each}": text for each, text in enumerate(sheets)} | {f"第{number}册": ""}
            write_book(folder / "any" / f"{number}.xlsx", named)
        pd.testing.assert_frame_equal(frame_of(folder / "any"), frame_of(plain.parent))
    finally:
        shutil.rmtree(folder)


def test_the_plain_layout_is_read_as_it_stands(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", {"捐款": text_of(list(range(8)), list(range(5)), spelt=False, title=False)})
    frame = frame_of(tmp_path)
    assert frame["amount"].tolist() == [5000, 123450, 5000, 29, 600]
    assert frame["donor"].tolist() == ["李明", "王芳", "库尔班江·热合曼", "赵强", "钱伟"]
