"""LibreOffice opens the workbook, and what it calculates anew is what the program wrote."""

from __future__ import annotations

import datetime as dt
import subprocess
from typing import TYPE_CHECKING

import pytest

from pipeline.write.summary import write_summary
from pipeline.write.summary.parts import Sheet, TablePart, count, text
from pipeline.write.summary.writer import About, write_book
from tests.write.summary.example import empty, example
from tests.write.summary.reading import formulas, rows, stored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.write.summary.reading import OpenSheet

MAKERS = {"example": example, "empty": empty}
# LibreOffice believes the stored values of a workbook unless its profile says: calculate anew, always.
CALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, soffice: str) -> Path:
    """A folder with the workbooks as written, and in new/ as LibreOffice calculated and saved them."""
    folder = tmp_path_factory.mktemp("office")
    paths = [folder / f"{name}.xlsx" for name in MAKERS]
    for path in paths:
        write_summary(MAKERS[path.stem](), path)
    paths.append(wrong_sum(folder / "wrong.xlsx"))
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(CALCULATE_ALWAYS, "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder / "new"),
        *map(str, paths),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


def wrong_sum(path: Path) -> Path:
    """A workbook whose total is stored as 99 beside =SUM(1, 2)."""
    rows = TablePart("错", "", ("姓名", "次数"), (text(["甲", "乙"]), count([1, 2], 99)))
    write_book(path, [Sheet("表", "题", "说", (rows,))], About("题", "校", "月", dt.datetime(2026, 11, 3)))  # noqa: DTZ001
    return path


def test_a_wrong_stored_total_would_be_found(folder: Path) -> None:
    assert stored(folder / "wrong.xlsx")["表"]["B6"].value == 99
    assert stored(folder / "new" / "wrong.xlsx")["表"]["B6"].value == 3


def cells_with_formulas(sheet: OpenSheet) -> Iterator[str]:
    yield from (cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


@pytest.mark.parametrize("name", MAKERS)
def test_calculating_anew_changes_nothing(folder: Path, name: str) -> None:
    written, computed = stored(folder / f"{name}.xlsx"), stored(folder / "new" / f"{name}.xlsx")
    assert list(written) == list(computed)
    compared = 0
    for title, sheet in formulas(folder / f"{name}.xlsx").items():
        for cell in cells_with_formulas(sheet):
            assert computed[title][cell].value == pytest.approx(written[title][cell].value, abs=0.001), (
                f"{title}!{cell}"
            )
            compared += 1
    assert compared > 20


@pytest.mark.parametrize("name", MAKERS)
def test_no_value_is_an_error(folder: Path, name: str) -> None:
    computed = stored(folder / "new" / f"{name}.xlsx")
    values = {str(value) for sheet in computed.values() for row in rows(sheet) for value in row}
    assert not {value for value in values if value.startswith(("#", "Err:"))}
