"""The command line: what it answers, in Chinese, and with which exit status; it never shows a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pipeline import cli
from pipeline.stop import COULD_NOT_RUN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reprot"], "reprot"),
        (["report", "--mouth", "2026-10"], "--mouth"),
        (["report", "2026-10"], "2026-10"),
        (["report", "--month"], "--month"),
        (["report", "--month", "2026-13"], "2026-13"),
        (["report", "--month", "十月"], "十月"),
        (["report", "--month", "2026-12", "--today", "2026-11-03"], "2026-12"),
        (["report", "--today", "昨天"], "昨天"),
        (["report", "--input", "没有这个文件夹"], "没有这个文件夹"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(words) == COULD_NOT_RUN
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_an_empty_input_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", "--input", str(tmp_path), "--output", str(tmp_path / "out")]) == COULD_NOT_RUN
    assert "没有工作簿" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [[], ["--help"], ["report", "--help"]])
def test_help_lists_what_there_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 0
    assert "report" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--help"], ["report", "--month", "x"]])
def test_quick_answers_load_nothing_heavy(words: list[str]) -> None:
    check = f"import sys; from pipeline.cli import main; main({words}); sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=False).returncode == 0


def test_a_fault_of_ours_goes_to_a_file_of_the_owner(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_words: list[str]) -> int:
        message = "内部的秘密"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(cli, "_dispatch", fail)
    assert cli.main(["report", "--output", str(tmp_path)]) == COULD_NOT_RUN
    (log,) = (tmp_path / "日志").iterdir()
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o077 == 0
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_stops_reading_is_no_fault(tmp_path: Path) -> None:
    unread, pipe = os.pipe()
    os.close(unread)
    command = [sys.executable, "-m", "pipeline", "workbooks", "--output", str(tmp_path)]
    done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False)
    os.close(pipe)
    assert done.stderr == ""
    assert not (tmp_path / "日志").exists()


@pytest.mark.parametrize("name", sorted(cli.COMMAND_TABLE))
def test_every_command_and_option_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"--{option}" in shown for option in cli.COMMAND_TABLE[name].options)
