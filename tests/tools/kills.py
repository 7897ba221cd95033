"""Kills runs of the program at random instants and looks at what is left: ``python -m tests.tools.kills 100 [SEED]``.

Nothing is written before everything is read and computed, so that is done once; each run is a process that writes.
An instant is an event that changes files: opening one to write, renaming, removing, making a folder; how many there are
is counted in a run that is let be. Each killed run is followed by one that must clear up and finish. The last line
says how many kills there were; any harm done is a line of its own and exit status 1. For systems that can fork.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.keeping.lock import writing
from pipeline.period import Period
from pipeline.progress import Progress
from pipeline.run import examine
from pipeline.write.month import write_month
from tests.small_school import write_school

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.outcome import Outcome

MONTH = "2026-10"
FIRST_DAY, NEXT_DAY = dt.date(2026, 11, 3), dt.date(2026, 11, 6)  # the papers of the two days differ
_CHANGING = frozenset(("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate"))


@dataclass(frozen=True)
class Place:
    """A school, the folder its papers go to, and the papers of either day as they must be."""

    folder: Path
    outcome: Outcome
    inputs: dict[str, bytes]
    old: dict[str, bytes]
    new: dict[str, bytes]

    @property
    def output(self) -> Path:
        """The folder that the runs write to."""
        return self.folder / "output"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and what it holds; the lock apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".锁"
    }


def run(outcome: Outcome, output: Path, before: Callable[[], None] = lambda: None) -> int:
    """Write the month in a process of its own; its exit status, negative where a signal ended it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 70
    try:
        before()
        with writing(output):
            write_month(outcome, output.parent / "input", output)
        status = 0
    finally:
        os._exit(status)


def changes_files(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an audit event is one that changes files."""
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in _CHANGING


def kill_at(number: int) -> Callable[[], None]:
    """What makes a process kill itself at its so-manyth event that changes files."""
    left = number

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if changes_files(event, arguments):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)


def events_of_a_run(place: Place) -> int:
    """How many events that change files a run has that replaces a month; told through a pipe."""
    ear, mouth = os.pipe()

    def count() -> None:
        def watch(event: str, arguments: tuple[object, ...]) -> None:
            if changes_files(event, arguments):
                os.write(mouth, b".")

        sys.addaudithook(watch)

    run(place.outcome, place.output, count)
    os.close(mouth)
    with os.fdopen(ear, "rb") as heard:
        return len(heard.read())


def prepare(folder: Path) -> Place:
    """A school reported on the first day, and what a report of the next day gives."""
    write_school(folder / "input")
    outcomes = []
    for day in (FIRST_DAY, NEXT_DAY):
        with Progress() as progress:
            outcomes.append(examine(folder / "input", Period(2026, 10, day), day, progress))
    write_month(outcomes[0], folder / "input", folder / "output")  # in this process: the others find all loaded
    shutil.copytree(folder / "output", folder / "next")  # what a month was posted with goes on in the next run
    run(outcomes[1], folder / "next")
    return Place(folder, outcomes[1], tree(folder / "input"), tree(folder / "output"), tree(folder / "next"))


def harm_of_a_kill(place: Place, number: int) -> list[str]:
    """Kill a run at an instant, look, let the next run finish, look again; what is wrong, in words."""
    harm: list[str] = []
    status = run(place.outcome, place.output, kill_at(number))
    if status not in {-signal.SIGKILL, 0}:
        harm.append(f"the killed run ended with {status}")
    month = place.output / MONTH
    aside = place.output / f".{MONTH}.old"
    left = tree(month if month.exists() else aside)
    if left not in (_of_month(place.old), _of_month(place.new)):
        harm.append("the month is neither the old one nor the new one")
    if tree(place.folder / "input") != place.inputs:
        harm.append("an input was touched")
    if (status := run(place.outcome, place.output)) != 0:
        harm.append(f"the next run ended with {status}")
    if tree(place.output) != place.new:
        harm.append("the next run left something else than a first run")
    return [f"kill {number}: {each}" for each in harm]


def _of_month(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name.removeprefix(f"{MONTH}/"): data for name, data in files.items() if name.startswith(f"{MONTH}/")}


def main(words: list[str]) -> int:
    """Kill so many runs; 0 where no harm was done."""
    kills, seed = int(words[0]), int(words[1]) if len(words) > 1 else 0
    chosen = random.Random(seed)  # noqa: S311 - chance for a test, not for secrets
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    harm: list[str] = []
    try:
        place = prepare(folder)
        shutil.copytree(place.output, folder / "good")
        events = events_of_a_run(place)
        for _ in range(kills):
            shutil.rmtree(place.output)
            shutil.copytree(folder / "good", place.output)
            harm += harm_of_a_kill(place, chosen.randint(1, events))
    finally:
        shutil.rmtree(folder)
    print("\n".join([*harm, f"{kills} kills at random among {events} instants, {len(harm)} did harm"]))
    return 1 if harm else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
