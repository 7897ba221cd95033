"""Whatever goes wrong outside: inputs untouched, the last good month whole, one sentence, and the next run works."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.keeping.steps import Office, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTH = "2026-10"
ROOT = Path(__file__).parent.parent.parent
LATER = "2026-11-06"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office(tmp_path_factory.mktemp("reported"))
    office.write()
    assert office.run("report", MONTH)[0] == 0
    return office.folder


@pytest.fixture
def office(reported: Path, tmp_path: Path) -> Iterator[Office]:
    """A school whose October is reported; afterwards its inputs are as they were and the next run works.

    Where nothing at all is left of what went wrong, the next run is a run like the first.
    """
    office = Office(shutil.copytree(reported, tmp_path / "school"))
    inputs, outputs = tree(office.input), tree(office.output)
    yield office
    assert tree(office.input) == inputs
    if tree(office.output) == outputs and not list(office.output.glob(f".{MONTH}*")):
        return
    assert office.run("report", MONTH, LATER)[0] == 0
    assert "11月9日" in office.page(MONTH, "公示/捐款公示.html")
    assert not [path for path in office.output.rglob(".*") if path.name != ".锁"]


def is_refused(office: Office, status: int, said: str, why: str, before: dict[str, bytes]) -> None:
    assert (status, said.count("\n")) == (2, 1), said
    assert why in said
    assert tree(office.output) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set by the resource module")
@pytest.mark.parametrize("limit", [0, 3000, 40000])
def test_a_full_disk(office: Office, limit: int) -> None:
    before = tree(office.output)
    code = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "from pipeline.cli import main; sys.exit(main())"
    )
    folders = ["--input", str(office.input), "--output", str(office.output)]
    words = [sys.executable, "-B", "-c", code, "report", *folders, "--month", MONTH, "--today", LATER]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    is_refused(office, done.returncode, done.stdout + done.stderr, "磁盘空间不足", before)


def test_an_output_folder_that_cannot_be_written(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(office.output)
    real_open, real_mkdir = os.open, os.mkdir

    def refuse(path: Any) -> None:  # noqa: ANN401 - whatever os takes
        if str(path).startswith(str(office.output)):
            raise OSError(errno.EROFS, "read-only")

    def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:  # noqa: ANN401
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            refuse(path)
        return real_open(path, flags, *more, **named)

    def mkdir(path: Any, *more: Any, **named: Any) -> None:  # noqa: ANN401
        refuse(path)
        real_mkdir(path, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", open_)
        patched.setattr(os, "mkdir", mkdir)
        status, said = office.run("report", MONTH, LATER)
    is_refused(office, status, said, "文件夹是只读的", before)


@pytest.mark.parametrize("held", [MONTH, f".{MONTH}.new"])
def test_a_file_of_the_month_open_in_excel(office: Office, held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(office.output)
    real = os.rename

    def rename(source: Any, target: Any, **named: Any) -> None:  # noqa: ANN401
        if Path(source).name == held:
            raise PermissionError(errno.EACCES, "in use")
        real(source, target, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", rename)
        status, said = office.run("report", MONTH, LATER)
    is_refused(office, status, said, "文件正被别的程序打开", before)


def test_the_page_of_all_months_held_open(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def replace(source: Any, target: Any, **named: Any) -> None:  # noqa: ANN401
        if Path(target) == office.output / "index.html":
            raise PermissionError(errno.EACCES, "in use")
        real(source, target, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        status, said = office.run("report", MONTH, LATER)
    assert (status, said.count("\n")) == (2, 1)
    assert "11月9日" in office.page(MONTH, "公示/捐款公示.html")


def test_two_runs_at_once_and_one_of_them_killed(office: Office) -> None:
    before = tree(office.output)
    code = (
        "import sys, pathlib, time\n"
        "from pipeline.keeping.lock import writing\n"
        "with writing(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(600)\n"
    )
    words = [sys.executable, "-c", code, str(office.output)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        status, said = office.run("report", MONTH, LATER)
        assert office.run("verify")[0] == 2  # nothing is closed; to look needs no lock
        other.kill()
    is_refused(office, status, said, "正在被另一次运行使用", before)


def test_a_clock_that_jumps_back(office: Office) -> None:
    posted = tree(office.output / MONTH / "公示")
    assert office.run("report", MONTH, "2026-10-20")[0] == 1
    assert tree(office.output / MONTH / "公示") == posted
    assert "早于现在的登记表" in office.page(MONTH, "index.html")
    assert office.run("report", MONTH, "2026-09-20")[0] == 2


def test_an_input_saved_while_it_is_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    posted = tree(office.output / MONTH / "公示")
    book = office.input / "登记.xlsx"
    data, real = book.read_bytes(), Path.read_bytes

    def read_and_be_saved(path: Path) -> bytes:
        found = real(path)
        if path == book:
            path.write_bytes(found + b"\0")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", read_and_be_saved)
        status, said = office.run("report", MONTH, LATER)
        assert (status, said.count("\n")) == (2, 1)
        assert "没有一个工作簿读得出来" in said
        (office.input / "备忘.csv").write_text("事项,日期\n开会,2026-10-01\n", "utf-8")
        status, _ = office.run("report", MONTH, LATER)
    (office.input / "备忘.csv").unlink()
    book.write_bytes(data)
    assert status == 1
    assert {each["code"] for each in office.result(MONTH)["problems"]} >= {"file_changing"}
    assert tree(office.output / MONTH / "公示") == posted


@pytest.mark.parametrize("name", ["登" * 80, "a" * 200, "记 录 " * 20, "b" * 250])
def test_long_names_and_names_with_blanks(office: Office, name: str) -> None:
    book = office.input / "登记.xlsx"
    broken = book.with_name(f"{name}.xlsx")
    data = book.read_bytes()
    office.write(("捐款", "| 90 ", "| 待定 "))
    book.rename(broken)
    status, said = office.run("report", MONTH, LATER)
    broken.unlink()
    book.write_bytes(data)
    assert status == 1, said
    copies = [path.name for path in (office.output / MONTH / "问题").glob("标注_*.xlsx")]
    assert len(copies) == 1
    assert copies[0].startswith(f"标注_{name[:70]}")


def test_blanks_in_every_folder_name(office: Office, tmp_path: Path) -> None:
    spaced = Office(shutil.copytree(office.folder, tmp_path / "我的 文件 夹" / " 学校"))
    assert spaced.run("report", MONTH)[0] == 0
    assert tree(spaced.output) == tree(office.output)


def test_what_a_killed_run_left_goes_with_the_next(office: Office) -> None:
    for name in (f".{MONTH}.new/内部", f".{MONTH}.old", ".2026-09.new", "归档"):
        (office.output / name).mkdir(parents=True)
    (office.output / f".{MONTH}.new" / "内部" / "半.xlsx").write_bytes(b"PK")
    for name in (".index.html.new", "归档/.2026.zip.new"):
        (office.output / name).write_bytes(b"half")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_what_is_posted_can_be_read_by_others(office: Office) -> None:
    office.run("close", MONTH)
    modes = {
        path.relative_to(office.output).as_posix(): path.stat().st_mode & 0o777 for path in office.output.rglob("*")
    }
    shared = {name: mode for name, mode in modes.items() if mode & 0o077}
    pages = {name: 0o644 for name in modes if name.startswith(f"{MONTH}/公示/")}
    assert shared == {MONTH: 0o755, f"{MONTH}/公示": 0o755, **pages}
    office.run("reopen", MONTH, reason="试")
