"""月度通报: counts of each department and nobody's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.care.departments import COUNTS
from pipeline.write.bulletin import bulletin_rows, write_bulletin
from tests.outcomes import OCTOBER
from tests.yearly.school import examine

if TYPE_CHECKING:
    from pathlib import Path


def test_departments_in_the_order_of_the_register_with_their_counts() -> None:
    rows = {row.name: dict(zip(COUNTS, row.numbers, strict=True)) for row in bulletin_rows(examine(OCTOBER))}
    assert list(rows) == ["校长室", "政教处", "语文组"]
    assert rows["政教处"] == {
        "staff": 1,
        "pairings": 1,
        "contacts": 1,
        "due": 1,
        "met": 0,
        "incomplete": 1,
        "missing": 0,
        "visits": 0,
        "surveys": 0,
        "gifts": 0,
    }
    assert (rows["校长室"]["visits"], rows["校长室"]["due"]) == (1, 0)


def test_the_page_has_totals_and_no_names(tmp_path: Path) -> None:
    write_bulletin(examine(OCTOBER), tmp_path / "月度通报.html")
    page = (tmp_path / "月度通报.html").read_text("utf-8")
    total = re.findall(r"<td[^>]*>(\d*)</td>", page[page.index("<tfoot>") :])
    assert total == ["3", "2", "1", "1", "0", "1", "0", "1", "0", "0"]
    assert "不得张贴" in page
    assert not [name for name in ("陆承宇", "贺文洁", "史一鸣", "李漾", "张砚", "卓远航") if name in page]


def test_a_school_without_staff(tmp_path: Path) -> None:
    write_bulletin(examine(OCTOBER, 摸底="学期 | 单位"), tmp_path / "通报.html")
    assert "没有教职工" in (tmp_path / "通报.html").read_text("utf-8")
