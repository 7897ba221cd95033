"""make verify and make archive: what was closed is proved unchanged, from a copy too; each change is named."""

from __future__ import annotations

import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from pipeline.checkcode import code_of, is_true, with_code
from tests.keeping.steps import Office, tree

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("公示/捐款公示.html", "公示/基金收支公示.html", "公示/资助公示.html")


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two closed months; only looked at."""
    office = Office(tmp_path_factory.mktemp("closed"))
    office.write()
    for month in ("2026-09", "2026-10"):
        office.run("close", month)
    return office


@pytest.fixture
def copy(closed: Office, tmp_path: Path) -> Office:
    """The output folder alone, carried away; the workbooks are not there."""
    office = Office(tmp_path)
    shutil.copytree(closed.output, office.output)
    return office


def test_two_months_are_intact_and_their_codes_can_be_held_against_the_paper(closed: Office) -> None:
    status, said = closed.run("verify")
    codes = [code_of(closed.page("2026-10", name)) for name in PAGES]
    assert status == 0
    assert said.count("完好") == 2
    assert all(re.fullmatch("[A-Z2-7]{5}-[A-Z2-7]{5}", code) and code in said for code in codes)


def test_a_copy_without_the_workbooks_proves_the_same_and_is_left_as_it_is(copy: Office, closed: Office) -> None:
    before = tree(copy.output)
    assert copy.run("verify") == closed.run("verify")
    assert tree(copy.output) == before


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("seed", range(3))
def test_a_page_edited_by_one_character_is_named(copy: Office, name: str, seed: int) -> None:
    page = copy.output / "2026-10" / name
    text = page.read_text("utf-8")
    at = (seed * 7919 + 13) * 31 % len(text)
    page.write_text(text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :], "utf-8")
    status, said = copy.run("verify")
    assert status == 1
    assert "2026-09：完好" in said
    assert re.search(rf"2026-10/{name} (被改动过|不是定稿时的文件)", said)


def test_a_page_whose_code_was_made_anew_is_named_too(copy: Office) -> None:
    page = copy.output / "2026-10" / PAGES[0]
    page.write_text(with_code(page.read_text("utf-8").replace("300.00", "310.00")), "utf-8")
    assert is_true(page.read_text("utf-8"))
    assert "不是定稿时的文件" in copy.run("verify")[1]


@pytest.mark.parametrize("name", ["内部/月度汇总.xlsx", "result.json", "index.html", "内部/催办单.html"])
def test_every_other_file_is_proved_as_well(copy: Office, name: str) -> None:
    path = copy.output / "2026-09" / name
    path.write_bytes(path.read_bytes() + b" ")
    assert f"2026-09/{name}" in copy.run("verify", "2026-09")[1]
    assert copy.run("verify", "2026-10")[0] == 0


def test_what_is_missing_and_what_was_put_there_is_named(copy: Office) -> None:
    (copy.output / "2026-09" / PAGES[0]).unlink()
    (copy.output / "2026-10" / "公示" / "新.pdf").write_bytes(b"%PDF")
    (copy.output / "2026-10" / "公示" / "Thumbs.db").write_bytes(b"")
    status, said = copy.run("verify")
    assert status == 1
    assert "2026-09/公示/捐款公示.html 不见了" in said
    assert "2026-10/公示/新.pdf 是定稿以后放进来的" in said
    assert "Thumbs" not in said


def test_a_record_edited_or_exchanged_is_named(copy: Office, tmp_path: Path) -> None:
    record = copy.output / "2026-09" / "定稿.json"
    text = record.read_text("utf-8")
    record.write_text(text.replace("2000.00", "2001.00", 1), "utf-8")
    assert "2026-09/定稿.json 损坏或被改动过" in copy.run("verify")[1]
    other = Office(tmp_path / "other")
    other.write(("捐款", "| 90 ", "| 91 "), ("银行流水", "| 90 ", "| 91 "))
    shutil.rmtree(copy.output / "2026-09")
    assert "2026-10 的定稿与前一个月的定稿接不上" in copy.run("verify")[1]


def test_with_nothing_closed_it_says_so(tmp_path: Path) -> None:
    status, said = Office(tmp_path).run("verify")
    assert (status, said.count("\n")) == (2, 1)
    assert "没有定稿的月份" in said


def test_an_archive_is_the_same_each_time_and_is_proved_by_itself(copy: Office) -> None:
    assert copy.run("archive", year="2026")[0] == 0
    path = copy.output / "归档" / "2026.zip"
    first = path.read_bytes()
    assert copy.run("archive", year="2026")[0] == 0
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        listed = archive.read("目录.txt").decode("utf-8").splitlines()
    assert names[-1] == "目录.txt"
    assert {line.split("  ", 2)[2] for line in listed[1:]} == set(names[:-1])
    assert "2026-09/公示/捐款公示.html" in names
    for month in ("2026-09", "2026-10"):
        shutil.rmtree(copy.output / month)
    assert copy.run("verify") == (0, f"归档/2026.zip：完好，{len(names) - 1} 个文件与目录相同。\n")


@pytest.mark.parametrize("what", [b"PK", b"<!DOCTYPE", b"SHA-256", b"PK\x01\x02", b"PK\x05\x06"])
def test_a_changed_archive_is_named(copy: Office, what: bytes) -> None:
    copy.run("archive", year="2026")
    path = copy.output / "归档" / "2026.zip"
    data = bytearray(path.read_bytes())
    data[data.index(what)] ^= 1
    path.write_bytes(bytes(data))
    status, said = copy.run("verify")
    assert status == 1
    assert "归档/2026.zip" in said


def test_an_archive_is_refused_of_files_that_changed_and_of_years_without_any(copy: Office) -> None:
    assert "没有定稿的月份" in copy.run("archive", year="2025")[1]
    assert "写得不对" in copy.run("archive", year="二〇二六")[1]
    (copy.output / "2026-09" / "result.json").write_text("{}", "utf-8")
    status, said = copy.run("archive", year="2026")
    assert (status, "没有归档" in said) == (2, True)
    assert not (copy.output / "归档").exists()
