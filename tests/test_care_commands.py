"""一人一档, 催办单, a term's and a year's papers as a user asks for them, on a small school."""

from __future__ import annotations

import io
import re
import shutil
import stat
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import pytest
from docx import Document

from pipeline.cli import main
from tests.small_school import write_school

if TYPE_CHECKING:
    from pathlib import Path

PHONE, ADDRESS = "19900000011", "枫树湾17号"
PUPIL = ("pupil", "--name", "李 漾")
OTHER_ROW = "        S00003 | 夏依代·买买提 |"


def run(folder: Path, command: str, *words: str, today: str = "2026-11-24") -> tuple[int, str]:
    """Exit status and what was said."""
    folders = ("--input", str(folder / "input"), "--output", str(folder / "output"))
    said = io.StringIO()
    with redirect_stdout(said):
        status = main([command, *folders, "--today", today, *words])
    return status, said.getvalue()


def files(folder: Path) -> list[str]:
    """All files of the output but the lock."""
    output = folder / "output"
    names = (each.relative_to(output).as_posix() for each in output.rglob("*") if each.is_file())
    return sorted(name for name in names if name[0] != ".")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[int, str]]]:
    """A school in which every command was given once, and what each said."""
    folder = tmp_path_factory.mktemp("school")
    write_school(folder / "input")
    said = {
        "annual": run(folder, "annual"),
        "term": run(folder, "term", "--term", "2026-2027-1"),
        "pupil": run(folder, *PUPIL),
        "remind": run(folder, "remind", today="2026-10-12"),
        "report": run(folder, "report", "--month", "2026-10"),
    }
    return folder, said


def test_every_command_ends_well_and_says_what_may_not_be_posted(
    done: tuple[Path, dict[str, tuple[int, str]]],
) -> None:
    folder, said = done
    assert {status for status, _ in said.values()} == {0}
    assert "数字截至2026年10月31日" in said["annual"][1]
    assert "内部材料，不得张贴" in said["term"][1]
    assert "七年级(1)班 李漾.html（内部资料，不得外传）" in said["pupil"][1]
    assert "云岭示例中学2026年10月联系情况（截至2026年10月12日）" in said["remind"][1]
    assert "  语文组：未联系1对，记录不全0对" in said["remind"][1]
    assert "政教处" not in said["remind"][1]
    start = (folder / "output" / "index.html").read_text("utf-8")
    assert "2026年度（工作总结数据、考核表" in start


def test_papers_stand_beside_the_months_and_none_among_the_pages_to_post(
    done: tuple[Path, dict[str, tuple[int, str]]],
) -> None:
    names = files(done[0])
    assert [name for name in names if not name.startswith("2026-10/")] == [
        "2026-2027学年第一学期/工作总结数据.docx",
        "2026-2027学年第一学期/工作总结数据.xlsx",
        "2026年度/党员帮扶考核表.html",
        "2026年度/党员帮扶考核表.xlsx",
        "2026年度/工作总结数据.docx",
        "2026年度/工作总结数据.xlsx",
        "index.html",
        "催办单/2026年10月 联系催办单.html",
        "学生档案/七年级(1)班 李漾.html",
    ]
    posted = [name.rpartition("/")[2] for name in names if "/公示/" in name and name.endswith(".html")]
    assert sorted(posted) == ["基金收支公示.html", "捐款公示.html", "资助公示.html"]
    assert "2026-10/内部/月度通报.html" in names
    papers = (done[0] / "output" / "2026年度").iterdir()
    assert {stat.S_IMODE(path.stat().st_mode) for path in papers} == {0o600}


def test_a_pupils_file_tells_all_but_the_numbers(done: tuple[Path, dict[str, tuple[int, str]]]) -> None:
    path = done[0] / "output" / "学生档案" / "七年级(1)班 李漾.html"
    page = re.sub(r"<[^>]+>", " ", path.read_text("utf-8"))
    for told in (
        "内部资料　不得张贴或外传",
        "贫困生",
        "贺文洁",
        "每周谈心",
        "2026年10月12日",
        "添了冬衣",
        "生活补助",
        "500.00",
        "登记.xlsx!支出!2",
        "没有困难等级或认定日期。",
        "2026-11还没有联系，月底前要联系。",
        "本月未完，还没有联系",
    ):
        assert told in page, told
    assert not [secret for secret in (PHONE, ADDRESS, "张砚") if secret in page]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_slips_before_the_months_end_say_until_when(done: tuple[Path, dict[str, tuple[int, str]]]) -> None:
    page = (done[0] / "output" / "催办单" / "2026年10月 联系催办单.html").read_text("utf-8")
    assert "请在2026年10月31日前联系" in page
    assert "史一鸣" in page
    assert "贺文洁" not in page


@pytest.mark.parametrize(
    ("words", "told"),
    [((), "没有说明是哪一名学生"), (("--name", "李漾", "--no", "S00002"), "李漾 S00002")],
)
def test_a_pupil_who_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    write_school(tmp_path / "input")
    assert run(tmp_path, "pupil", *words)[0] == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert not (tmp_path / "output" / "学生档案").exists()


def test_namesakes_each_get_a_file_and_a_name_is_no_path(tmp_path: Path) -> None:
    more = ("S00004 | 李漾 | 七年级(1)班", "S00005 | 李漾 | 八年级(1)班", "S00006 | ../甲:乙 | 七年级(1)班")
    rows = "".join(f"        {row} | 问题生 | 在读 | | |\n" for row in more)
    write_school(tmp_path / "input", ("学生", OTHER_ROW, rows + OTHER_ROW))
    run(tmp_path, "pupil", "--name", "李漾")
    run(tmp_path, "pupil", "--no", "S00006")
    assert [name for name in files(tmp_path) if name != "index.html"] == [
        "学生档案/七年级(1)班 _甲_乙.html",
        "学生档案/七年级(1)班 李漾 第2人.html",
        "学生档案/七年级(1)班 李漾.html",
        "学生档案/八年级(1)班 李漾.html",
    ]


def test_what_somebody_wrote_into_a_summary_is_kept_and_all_else_has_the_same_bytes(
    done: tuple[Path, dict[str, tuple[int, str]]], tmp_path: Path
) -> None:
    place = tmp_path / "别处 有空格"
    shutil.copytree(done[0] / "input", place / "input")
    run(place, "annual")
    first, second = (each / "output" / "2026年度" for each in (done[0], place))
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    path = second / "工作总结数据.docx"
    edited = Document(str(path))
    edited.add_paragraph("我们的体会")
    edited.save(str(path))
    mine = path.read_bytes()
    run(place, "annual")
    run(place, "annual")
    assert path.read_bytes() == mine
    assert sorted(each.name for each in second.glob("*.docx")) == ["工作总结数据.docx", "工作总结数据（2）.docx"]


def test_errors_are_said_and_are_the_exit_status(tmp_path: Path) -> None:
    write_school(tmp_path / "input", ("捐款", "300  | 银行转账", "约300 | 银行转账"))
    status, said = run(tmp_path, "annual", "--year", "2026")
    assert status == 1
    assert "处错误" in said
    document = Document(str(tmp_path / "output" / "2026年度" / "工作总结数据.docx"))
    assert any("处错误尚未改正" in paragraph.text for paragraph in document.paragraphs)
