"""make.cmd and the script behind it, as far as they can be tried on any system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline import windows_make

ROOT = Path(__file__).parent.parent
COMMON = ["report"]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Work in an empty folder with one lock file; nothing is started, what would be is listed."""
    monkeypatch.chdir(tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("a==1\n", "utf-8")
    started: list[list[str]] = []

    def start(command: list[str], log: Path | None = None) -> int:
        started.append(command)
        if command[1:3] == ["-m", "venv"]:
            windows_make.venv_python().parent.mkdir(parents=True)
            windows_make.venv_python().touch()
        assert log is None or log.parent.is_dir()
        return 0

    monkeypatch.setattr(windows_make, "run", start)
    return started


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], COMMON),
        (["MONTH=2026-10"], [*COMMON, "--month", "2026-10"]),
        (["month=2026-10", "TODAY=2026-11-03"], [*COMMON, "--month", "2026-10", "--today", "2026-11-03"]),
        (["2026-10"], None),
        (["REASON=补登 一笔"], [*COMMON, "--reason", "补登 一笔"]),
    ],
)
def test_words_become_arguments(words: list[str], expected: list[str] | None) -> None:
    assert windows_make.program_words("report", words) == expected


def test_second_report_sets_nothing_up(commands: list[list[str]]) -> None:
    assert windows_make.main(["report"]) == 0
    assert [command[2] for command in commands] == ["venv", "pip", "pipeline"]
    commands.clear()
    assert windows_make.main(["report"]) == 0
    assert [command[2] for command in commands] == ["pipeline"]


def test_changed_lock_file_is_installed_again(commands: list[list[str]]) -> None:
    windows_make.main(["report"])
    Path("requirements.txt").write_text("a==2\n", "utf-8")
    commands.clear()
    windows_make.main(["report"])
    assert [command[2] for command in commands] == ["pip", "pipeline"]


def test_tests_need_both_lock_files(commands: list[list[str]]) -> None:
    assert windows_make.main(["test"]) == 0
    assert [command[2] for command in commands] == ["venv", "pip", "pip", "ruff", "ruff", "mypy", "pytest"]


@pytest.mark.usefixtures("commands")
def test_failed_installation_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    windows_make.venv_python().parent.mkdir(parents=True)
    windows_make.venv_python().touch()
    monkeypatch.setattr(windows_make, "run", lambda _command, log=None: int(log is not None))
    assert windows_make.main(["report"]) == windows_make.COULD_NOT_RUN
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path(".venv/.ready-requirements.txt").exists()


@pytest.mark.parametrize(("words", "status"), [([], 0), (["report", "2026-10"], 2)])
@pytest.mark.usefixtures("commands")
def test_unknown_words_show_the_usage(words: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert windows_make.main(words) == status
    shown = capsys.readouterr()
    assert "make report [MONTH=2026-10]" in shown.out + shown.err


def test_status_and_complaints_of_a_command(tmp_path: Path) -> None:
    log = tmp_path / "install.log"
    code = "import sys; sys.stderr.write('no'); sys.exit(3)"
    assert windows_make.run([sys.executable, "-c", code], log=log) == 3
    assert log.read_text("utf-8") == "no"


def test_console_script_has_the_line_ends_of_its_system() -> None:
    lines = (ROOT / "make.cmd").read_bytes().splitlines(keepends=True)
    assert lines
    assert all(line.endswith(b"\r\n") for line in lines)
