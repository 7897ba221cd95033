"""A month's folder appears whole or not at all, whatever happens on the way."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.write.staging import Staging, repair, write_text


def files_under(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def write_month(output: Path, text: str) -> None:
    with Staging(output, "2026-10") as staging:
        write_text(staging.folder / "公示" / "页.html", text)
        staging.place()


def test_a_placed_month_replaces_the_one_before(tmp_path: Path) -> None:
    write_month(tmp_path, "旧")
    write_month(tmp_path, "新")
    assert files_under(tmp_path) == {"2026-10/公示/页.html": "新"}


def test_a_run_that_fails_leaves_the_month_as_it_was(tmp_path: Path) -> None:
    write_month(tmp_path, "旧")
    with suppress(RuntimeError), Staging(tmp_path, "2026-10") as staging:
        write_text(staging.folder / "页.html", "半")
        raise RuntimeError
    assert files_under(tmp_path) == {"2026-10/公示/页.html": "旧"}


def test_what_a_person_left_is_carried_over(tmp_path: Path) -> None:
    write_month(tmp_path, "旧")
    (tmp_path / "2026-10" / "记录.txt").write_text("手写", "utf-8")
    with Staging(tmp_path, "2026-10") as staging:
        for name in ("公示", "记录.txt", "没有的"):
            staging.carry_over(name)
        staging.place()
    assert files_under(tmp_path) == {"2026-10/公示/页.html": "旧", "2026-10/记录.txt": "手写"}


def test_a_month_whose_old_folder_is_held_open_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_month(tmp_path, "旧")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise PermissionError(13, "held open")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        write_month(tmp_path, "新")
    assert files_under(tmp_path) == {"2026-10/公示/页.html": "旧"}


@pytest.mark.parametrize("killed_after", ["draft written", "old moved aside", "new in place"])
def test_the_next_run_repairs_what_a_kill_left(tmp_path: Path, killed_after: str) -> None:
    write_month(tmp_path, "旧")
    write_text(tmp_path / ".2026-10.new" / "公示" / "页.html", "新")
    if killed_after != "draft written":
        (tmp_path / "2026-10").rename(tmp_path / ".2026-10.old")
    if killed_after == "new in place":
        (tmp_path / ".2026-10.new").rename(tmp_path / "2026-10")
    repair(tmp_path)
    assert files_under(tmp_path) == {"2026-10/公示/页.html": "新" if killed_after == "new in place" else "旧"}
