"""`make bench`: a whole month against the floor, run in turn, and how both grow with the number of rows.

Seconds differ from machine to machine and from hour to hour, so the figures to read are the ratios of medians.
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

_MONTH, _TODAY = "2026-10", "2026-11-03"
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: wall seconds, processor seconds and peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


def main() -> int:
    """Make the schools, run month and floor in turn, print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scales", type=int, nargs="*", default=[1, 10])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        medians = {scale: _compare(Path(scratch), scale, arguments.runs) for scale in arguments.scales}
    first, last = min(medians), max(medians)
    if last > first:
        growth = medians[last].wall / medians[first].wall / (last / first)
        print(f"growth of the month from {first} x to {last} x the rows: {growth:.2f} of linear")
    return 0


def _compare(scratch: Path, scale: int, runs: int) -> Run:
    school = scratch / f"school-{scale}"
    subprocess.run(
        [sys.executable, "-m", "tests.tools.bench_school", "--scale", str(scale), "--out", str(school)], check=True
    )
    month = [sys.executable, "-m", "pipeline", "report", "--input", str(school), "--output", str(scratch / "month")]
    month += ["--month", _MONTH, "--today", _TODAY]
    floor = [sys.executable, "-m", "tests.tools.bench_floor", str(school), str(scratch / "floor")]
    results: dict[str, list[Run]] = {"month": [], "floor": []}
    for _ in range(runs if scale == 1 else max(1, runs // 2)):
        results["month"].append(_run(month, {0, 1}))
        results["floor"].append(_run(floor, {0}))
    months, floors = _median(results["month"]), _median(results["floor"])
    print(f"{scale} x: month {_words(months)}; floor {_words(floors)}")
    print(f"{scale} x: ratio of medians: wall {months.wall / floors.wall:.2f}, memory {months.peak / floors.peak:.2f}")
    return months


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
