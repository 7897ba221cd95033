"""Prints of the posted pages: what a browser makes of them, and what is taken out of that again."""

from __future__ import annotations

import re
import struct
import zlib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from pipeline.browser import Browser
from pipeline.cli import main
from pipeline.disclose import public_view
from pipeline.png import SIGNATURE, other_chunks, size_of, without_metadata
from pipeline.privacy import scan, spelling
from pipeline.privacy.pdf import pdf_pieces
from pipeline.privacy.pieces import pieces_of
from pipeline.write.pages import PAGE_FILES, page_texts, permits
from pipeline.write.prints import LARGEST, TALLEST, cut_places, print_page
from tests.publication.school import SETTINGS, month_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.outcome import Outcome
    from pipeline.privacy.pieces import Piece

DONATIONS, ACCOUNTS, AID = PAGE_FILES
ROWS = range(1, 41)
HEADER = r"序号\|捐款人\|类别\|部门\|方式\|金额\(元\)"


@cache
def month() -> Outcome:
    gifts = "\n".join(f"2026-10-05 | 示例{number}号公司 | 企事业单位 | {number}00.00 | 银行转账" for number in ROWS)
    return month_of(
        捐款=f"日期 | 捐款人 | 类别 | 金额 | 方式\n2026-10-06 | 贺文洁 | 中层领导 | 90.00 | 现金\n{gifts}",
        支出="""
        日期       | 受助对象 | 对象类别 | 项目   | 金额   | 方式 | 经办人
        2026-10-09 | 李漾     | 学生     | 奖学金 | 100.00 | 现金 | 史一鸣
        """,
    )


@pytest.fixture(scope="module")
def printed(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The prints of 捐款公示 by name."""
    folder = tmp_path_factory.mktemp("印")
    page = folder / DONATIONS
    page.write_text(page_texts(public_view(month()))[DONATIONS], "utf-8")
    scratch = folder / "scratch"
    scratch.mkdir()
    return {path.name: path for path in print_page(Browser(Path(chromium)), page, folder, scratch)}


def cells_of(pieces: Sequence[Piece]) -> list[str]:
    """The cells of the tables as the scan spells them, in their order, without those of headers and page numbers."""
    cells = "|".join(text for piece in pieces if piece.cell and (text := spelling.words(piece.text) or "—"))
    return re.sub(rf"—\|\d+\|—\|?|{HEADER}\|?", "", cells).strip("|").split("|")


def test_a_page_becomes_a_pdf_and_one_picture(printed: Mapping[str, Path]) -> None:
    assert list(printed) == ["捐款公示.pdf", "捐款公示.png"]


def test_the_tables_of_the_pdf_are_those_of_the_page_cell_by_cell(printed: Mapping[str, Path]) -> None:
    of_page = cells_of(pieces_of(page_texts(public_view(month()))[DONATIONS]))
    assert cells_of(pdf_pieces(printed["捐款公示.pdf"])) == of_page
    assert of_page[:6] == ["1", "贺文洁", "中层领导", "政教处", "现金", "9000"]
    assert len(PdfReader(printed["捐款公示.pdf"]).pages) > 1


def test_the_sentences_of_the_page_stand_on_paper_too(printed: Mapping[str, Path]) -> None:
    paper = [spelling.words(piece.text) for piece in pdf_pieces(printed["捐款公示.pdf"])]
    for text in ("公示期:2026年11月4日至11月10日(5个工作日)", "捐款合计:82,09000元(人民币捌万贰仟零玖拾元整)"):
        assert text in paper


def test_the_pdf_tells_nothing_about_its_making(printed: Mapping[str, Path]) -> None:
    reader = PdfReader(printed["捐款公示.pdf"])
    assert {name: str(value) for name, value in (reader.metadata or {}).items()} == {
        "/Title": "云岭示例中学爱心扶贫基金2026年10月捐款公示"
    }
    assert reader.xmp_metadata is None
    assert not re.search(rb"Chrom|Skia|Mozilla|pypdf|D:20\d\d", printed["捐款公示.pdf"].read_bytes())


def test_the_picture_is_as_chat_groups_want_it(printed: Mapping[str, Path]) -> None:
    data = printed["捐款公示.png"].read_bytes()
    assert size_of(data)[0] == 1080
    assert len(data) < LARGEST
    assert other_chunks(data) == b""


def test_a_long_page_becomes_several_pictures_that_cut_no_row(
    chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.write.prints.TALLEST", 900)
    page = tmp_path / DONATIONS
    page.write_text(page_texts(public_view(month()))[DONATIONS], "utf-8")
    browser = Browser(Path(chromium))
    names = {path.name: path for path in print_page(browser, page, tmp_path, tmp_path)}
    heights = [size_of(path.read_bytes())[1] for name, path in names.items() if name.endswith(".png")]
    assert list(names) == ["捐款公示.pdf", *(f"捐款公示_{number}.png" for number in range(1, len(heights) + 1))]
    assert len(heights) > 1
    assert max(heights) <= 1800
    assert sum(heights) == 2 * browser.measure(page.read_text("utf-8"), tmp_path, 540)[-1]


@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=60), st.integers(100, TALLEST))
def test_pictures_cover_the_page_from_top_to_bottom(heights: list[int], tallest: int) -> None:
    places = sorted(set(heights))
    cuts = cut_places(places, tallest)
    assert cuts[0] == 0
    assert cuts[-1] == places[-1]
    for top, end in pairwise(cuts):
        assert 0 < end - top <= tallest
        # Only what is taller than a picture is cut inside.
        assert end in places or not any(top < place <= top + tallest for place in places)


def picture(*extra: tuple[bytes, bytes]) -> bytes:
    """A PNG of one pixel, with more chunks before its end."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), *extra, (b"IEND", b"")]
    return SIGNATURE + b"".join(chunk(kind, data) for kind, data in body)


def test_what_is_no_picture_leaves_a_png() -> None:
    told = picture((b"tEXt", b"Software\0Chromium"), (b"tIME", b"\x07\xea\x0b\x03\x00\x00\x00"))
    assert without_metadata(told) == picture()
    assert b"Chromium" in other_chunks(told)
    assert size_of(told) == (1, 1)


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture()[:-6], SIGNATURE])
def test_what_is_no_png_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises((ValueError, StopIteration)):
        size_of(without_metadata(data))


def leaks_in(folder: Path) -> set[tuple[str, str, str]]:
    permit = permits(public_view(month()))[DONATIONS]
    found = scan(folder, month().tables, SETTINGS.account, {"捐款公示.pdf": permit, "捐款公示.png": permit})
    return {(leak.kind, leak.page, leak.part) for leak in found}


def test_the_scan_finds_nothing_on_a_print_of_a_clean_page(printed: Mapping[str, Path], tmp_path: Path) -> None:
    (tmp_path / "捐款公示.pdf").write_bytes(printed["捐款公示.pdf"].read_bytes())
    (tmp_path / "捐款公示.png").write_bytes(printed["捐款公示.png"].read_bytes())
    assert leaks_in(tmp_path) == set()


@pytest.mark.parametrize("planted", ["<p>感谢李漾同学</p>", "<table><tr><td>李<b>漾</b></td></tr></table>"])
def test_the_scan_finds_a_name_that_stands_on_paper_only(chromium: str, tmp_path: Path, planted: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=zh-CN><title>页</title><body>{planted}</body></html>", "utf-8")
    folder = tmp_path / "公示"
    folder.mkdir()
    Browser(Path(chromium)).print_pdf(page, folder / "捐款公示.pdf")
    assert ("name", "捐款公示.pdf", "text") in leaks_in(folder)


def test_the_scan_looks_at_what_is_told_about_a_print(printed: Mapping[str, Path], tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=printed["捐款公示.pdf"])
    writer.add_metadata({"/Keywords": "李漾", "/Author": "19900000011"})
    writer.write(tmp_path / "捐款公示.pdf")
    (tmp_path / "捐款公示.png").write_bytes(picture((b"iTXt", "Author\0\0\0\0\0张砚".encode())))
    assert leaks_in(tmp_path) == {
        ("name", "捐款公示.pdf", "attribute"),
        ("number", "捐款公示.pdf", "attribute"),
        ("name", "捐款公示.png", "text"),
    }


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    # Fonts draw 龙 and its radical alike, and a print may name either.
    assert spelling.words("⻰⻓⾼⺠⻔") == "龙长高民门"


def test_an_empty_pdf_holds_nothing(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.metadata = None
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "空.pdf")
    assert pdf_pieces(tmp_path / "空.pdf") == []


def test_make_print_writes_beside_the_pages_and_links_to_them(
    chromium: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chromium
    words = ["--output", str(tmp_path), "--month", "2026-10"]
    assert main(["print", *words, "--today", "2026-11-03"]) == 2
    assert "2026-10 没有公示页" in capsys.readouterr().err
    assert main(["report", *words, "--today", "2026-11-03"]) == 0
    assert main(["print", *words, "--today", "2026-11-05"]) == 0
    names = sorted(path.name for path in (tmp_path / "2026-10" / "公示").iterdir())
    assert names == sorted(f"{Path(page).stem}{kind}" for page in PAGE_FILES for kind in (".html", ".pdf", ".png"))
    assert "%E6%8D%90%E6%AC%BE%E5%85%AC%E7%A4%BA.pdf" in (tmp_path / "2026-10" / "index.html").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["2026-10"]
