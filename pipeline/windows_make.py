"""The targets of the Makefile for Windows, where there is no make; called by make.cmd.

Only the standard library is used, and the wording stands here: nothing is installed yet when it is needed.
"""

import os
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
USAGE = """用法：
  make report [MONTH=2026-10]   生成一个月的报表
  make workbooks                写出空白的登记工作簿
  make help                     列出全部命令
  make test                     检查代码并运行全部测试"""
TEST_COMMANDS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "2"),
)
OLDEST = (3, 11)
COULD_NOT_RUN = 2


def venv_python(venv: Path = VENV) -> Path:
    """Where a virtual environment keeps its interpreter on this system."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: list[str], log: Path | None = None) -> int:
    """Run a command and give its exit status; its complaints go to the log where one is named."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if log is None:
        return subprocess.run(command, check=False, env=environment).returncode
    with log.open("wb") as complaints:
        return subprocess.run(command, check=False, env=environment, stderr=complaints).returncode


def is_ready(lock_file: Path, stamp: Path) -> bool:
    """Whether the packages of the lock file, as it stands now, were installed before."""
    return stamp.is_file() and stamp.read_bytes() == lock_file.read_bytes()


def set_up(lock_files: list[Path], venv: Path = VENV) -> int:
    """Make the virtual environment and install what is new in the lock files; 0 when all is there."""
    if not venv_python(venv).exists():
        print("首次使用，正在准备运行环境，约需一两分钟……", flush=True)
        if run([sys.executable, "-m", "venv", "--clear", str(venv)]):
            print("不能建立运行环境，请检查本文件夹是否可写。", file=sys.stderr)
            return COULD_NOT_RUN
    for lock_file in lock_files:
        stamp = venv / f".ready-{lock_file.name}"
        if is_ready(lock_file, stamp):
            continue
        words = ["install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", str(lock_file)]
        if run([str(venv_python(venv)), "-m", "pip", *words], log=venv / "install.log"):
            print("安装所需组件失败，请检查网络后再试（详情见 .venv/install.log）。", file=sys.stderr)
            return COULD_NOT_RUN
        stamp.write_bytes(lock_file.read_bytes())
    return 0


def program_words(target: str, words: list[str]) -> list[str] | None:
    """The arguments of the program from words such as MONTH=2026-10; None where a word has no equals sign.

    Which targets and options there are, the program itself knows, and says.
    """
    arguments = [target]
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            return None
        arguments += [f"--{name.lower()}", value]
    return arguments


def program(target: str, words: list[str]) -> int:
    """Run one command of the program; the exit status is the program's."""
    arguments = program_words(target, words)
    if arguments is None:
        print(USAGE, file=sys.stderr)
        return COULD_NOT_RUN
    return set_up([Path("requirements.txt")]) or run([str(venv_python()), "-m", "pipeline", *arguments])


def test() -> int:
    """Check the code and run the tests; the exit status is that of the first to fail."""
    status = set_up([Path("requirements.txt"), Path("requirements-dev.txt")])
    for command in TEST_COMMANDS:
        status = status or run([str(venv_python()), "-m", *command])
    return status


def main(words: list[str]) -> int:
    """Run the target that was asked for; without one, say which there are."""
    if sys.version_info < OLDEST:
        print("需要 Python 3.11 或更新的版本，请先安装。", file=sys.stderr)
        return COULD_NOT_RUN
    if not words:
        print(USAGE)
        return 0
    target, *rest = words
    return test() if target == "test" else program(target, rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
