"""`make bench`: a whole month against the floor, run in turn, how both grow with the rows, and the parts of a month.

Seconds differ from machine to machine and from hour to hour, so the figures to read are the ratios. They are of
processor time, which other programs on the machine disturb least.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.tools.bench_parts import TIMES

_MONTH, _TODAY = "2026-10", "2026-11-03"
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: wall seconds, processor seconds and peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


def main() -> int:
    """Make the schools, run month and floor in turn, measure the parts, print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scales", type=int, nargs="*", default=[1, 10])
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a school's computer compiles a module once, not in every run
    with tempfile.TemporaryDirectory() as scratch:
        medians = {scale: _compare(Path(scratch), scale, arguments.runs) for scale in arguments.scales}
        first, last = min(medians), max(medians)
        _print_parts(_school(Path(scratch), first), *medians[first])
    if last > first:
        growth = medians[last][0].cpu / medians[first][0].cpu / (last / first)
        print(f"month, {first} x to {last} x the rows: {growth:.2f} of linear")
    return 0


def _compare(scratch: Path, scale: int, runs: int) -> tuple[Run, Run]:
    """The medians of month and floor on a school of that size."""
    school = _school(scratch, scale)
    subprocess.run(
        [sys.executable, "-m", "tests.tools.bench_school", "--scale", str(scale), "--out", str(school)], check=True
    )
    month = [sys.executable, "-m", "pipeline", "report", "--input", str(school), "--output", str(scratch / "month")]
    month += ["--month", _MONTH, "--today", _TODAY]
    floor = [sys.executable, "-m", "tests.tools.bench_floor", str(school), str(scratch / "floor")]
    results: dict[str, list[Run]] = {"month": [], "floor": []}
    for _ in range(1 + (runs if scale == 1 else max(1, runs // 2))):  # the first run only warms up
        results["month"].append(_run(month, {0, 1}))
        results["floor"].append(_run(floor, {0}))
    months, floors = _median(results["month"][1:]), _median(results["floor"][1:])
    print(f"{scale} x: month {_words(months)}; floor {_words(floors)}")
    print(f"{scale} x: month / floor: {months.cpu / floors.cpu:.2f}, of memory {months.peak / floors.peak:.2f}")
    return months, floors


def _school(scratch: Path, scale: int) -> Path:
    return scratch / f"school-{scale}"


def _print_parts(school: Path, month: Run, floor: Run) -> None:
    """The parts of a month against each other, the floor and the whole month."""
    command = [sys.executable, "-m", "tests.tools.bench_parts", str(school)]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    took = {name: float(seconds) for name, _, seconds in (line.rpartition(" ") for line in lines)}
    ratios = {
        "reading / python-calamine alone": took["read"] / took["calamine"],
        "reading and validating / floor": took["read and validate"] / floor.cpu,
        "matching / month": took["match"] / month.cpu,
        "contacts and coverage / month": took["care"] / month.cpu,
        "pages and workbook / month": (took["pages"] + took["workbook"]) / month.cpu,
        "workbook of 13,000 rows / xlsxwriter alone": took["detail"] / took["bare detail"],
        f"matching, 1 x to {TIMES} x the rows, of linear": took["match many"] / took["match"] / TIMES,
        f"contacts and coverage, 1 x to {TIMES} x the rows, of linear": took["care many"] / took["care"] / TIMES,
    }
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.2f}")


def _run(command: list[str], expected: set[int]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        message = f"{' '.join(command)} ended with {process.returncode}"
        raise SystemExit(message)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MIB)


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(getattr(run, part) for run in runs) for part in ("wall", "cpu", "peak")))


def _words(run: Run) -> str:
    return f"{run.wall:.2f} s wall, {run.cpu:.2f} s processor, {run.peak:.0f} MiB"


if __name__ == "__main__":
    raise SystemExit(main())
