"""Finding a browser; the printing itself is tested in test_prints.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.browser import Browser, BrowserFailedError, find_browser, usual_places
from pipeline.cli import main

HOME = Path("/home/somebody")


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("darwin", {}, "/home/somebody/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ("win32", {"ProgramFiles": "/c"}, "/c/Google/Chrome/Application/chrome.exe"),
        ("win32", {"PROGRAMFILES(X86)": "/x"}, "/x/Microsoft/Edge/Application/msedge.exe"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/Chromium/Application/chrome.exe"),
    ],
)
def test_where_browsers_lie_on_other_systems(system: str, environment: dict[str, str], expected: str) -> None:
    assert Path(expected) in set(usual_places(system, environment, HOME))


def test_on_linux_a_browser_is_a_command() -> None:
    assert list(usual_places("linux", {"ProgramFiles": "/c"}, HOME)) == []


def test_a_command_goes_before_the_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "microsoft-edge"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == Browser(program)


def test_without_a_command_the_usual_places_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr("pipeline.browser.sys.platform", "win32")
    assert find_browser() == Browser(program)


def test_without_any_browser_one_sentence_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["print", "--output", str(tmp_path), "--month", "2026-10", "--today", "2026-11-03"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("没有找到 Chromium、Chrome 或 Edge 浏览器")
    assert told.count("\n") == 1


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_browser_that_does_not_print_is_told_from_one_that_does(tmp_path: Path, script: str) -> None:
    program = tmp_path / "broken"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    page = tmp_path / "page.html"
    page.write_text("<p>…</p>", "utf-8")
    broken = Browser(program)
    with pytest.raises(BrowserFailedError):
        broken.print_pdf(page, tmp_path / "page.pdf")
    with pytest.raises(BrowserFailedError):
        broken.take_picture(page, tmp_path / "page.png", 540, 800, 2)
    with pytest.raises(BrowserFailedError):
        broken.measure("<p>…</p>", tmp_path, 540)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken", "measured.html", "page.html"]
