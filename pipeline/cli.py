"""The command line: which commands there are, their options, and what exit status they end with.

The only module that reads the clock. Commands are imported when they run, so that --help and a mistyped argument
answer at once, without pandas.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.faultlog import record
from pipeline.messages import console
from pipeline.messages.commands import COMMANDS, OPTIONS
from pipeline.stop import COULD_NOT_RUN, POSTED_OR_DONE, CannotRunError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the function in pipeline.commands that runs it, the options it takes and those it needs.

    only_looks: it writes nothing, so that it needs no lock and works from a copy that cannot be written.
    """

    function: str
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    only_looks: bool = False


_FOLDERS = ("input", "output")
COMMAND_TABLE: Mapping[str, Command] = {
    "report": Command("month.report", (*_FOLDERS, "month", "today")),
    "remind": Command("month.remind", (*_FOLDERS, "month", "today")),
    "journals": Command("month.journals", (*_FOLDERS, "month", "today")),
    "pupil": Command("years.pupil", (*_FOLDERS, "name", "no", "today")),
    "term": Command("years.term", (*_FOLDERS, "term", "today")),
    "annual": Command("years.annual", (*_FOLDERS, "year", "today")),
    "close": Command("closing.close", (*_FOLDERS, "month", "today"), ("month",)),
    "reopen": Command("closing.reopen", ("output", "month", "reason", "today"), ("month",)),
    "print": Command("posting.prints", (*_FOLDERS, "month", "today")),
    "expired": Command("posting.expired", ("output", "today"), only_looks=True),
    "verify": Command("closing.verify", ("output", "month"), only_looks=True),
    "archive": Command("closing.archive", ("output", "year"), ("year",)),
    "workbooks": Command("manuals.workbooks", ("output",)),
    "handbook": Command("manuals.handbook", ("output",)),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status. No user sees a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        status = _dispatch(words)
        sys.stdout.flush()
    except CannotRunError as stop:
        print(stop.sentence, file=sys.stderr)
    except BrokenPipeError:  # whoever read our lines has stopped reading (make report | head); nothing is amiss
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print(console.INTERRUPTED, file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - a fault of the program itself: kept in a file, told in one sentence
        log = record(error, _output_of(words), dt.datetime.now().astimezone().date().isoformat())
        print(console.STOPS["internal"].format(log=log), file=sys.stderr)
    else:
        return status
    return COULD_NOT_RUN


def _output_of(words: list[str]) -> Path:
    """The output folder that the words name, for a fault that came before they were understood."""
    following = dict(itertools.pairwise(words))
    return Path(following.get("--output", "output"))


def _speak_utf8(stream: object) -> None:
    # A Windows console or a pipe may stand at another encoding, in which a Chinese sentence would raise.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _dispatch(words: list[str]) -> int:
    if not words or words[0] in {"--help", "-h", "help"}:
        print(_help())
        return POSTED_OR_DONE
    name, *rest = words
    if name not in COMMAND_TABLE:
        raise CannotRunError("bad_arguments", what=console.UNKNOWN_COMMAND.format(command=name))
    command = COMMAND_TABLE[name]
    if "--help" in rest or "-h" in rest:
        print(_help_of(name, command))
        return POSTED_OR_DONE
    options = _parse(command, rest)
    today = _today(options.pop("today", None))
    module, _, function = command.function.partition(".")
    run = getattr(import_module(f"pipeline.commands.{module}"), function)
    with _alone(command, options):
        status: int = run(options, today)
    return status


def _alone(command: Command, options: Mapping[str, str]) -> AbstractContextManager[None]:
    """Whoever writes to an output folder does so alone."""
    if command.only_looks or "output" not in options:
        return nullcontext()
    from pipeline.keeping.lock import writing

    return writing(Path(options["output"]))


def _parse(command: Command, words: list[str]) -> dict[str, str]:
    """The options as given: `--month 2026-10` or `--month=2026-10`; the input and output folders have defaults."""
    given: dict[str, str] = {name: name for name in _FOLDERS if name in command.options}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        flag, _, value = word.partition("=")
        name = flag.removeprefix("--")
        if not flag.startswith("--") or name not in command.options:
            raise CannotRunError("bad_arguments", what=console.UNKNOWN_OPTION.format(option=word))
        if "=" not in word:
            if not rest:
                raise CannotRunError("bad_arguments", what=console.VALUE_MISSING.format(option=flag))
            value = rest.pop(0)
        given[name] = value
    for name in command.needs:
        if not given.get(name):
            raise CannotRunError("bad_arguments", what=console.OPTION_MISSING.format(option=f"--{name}"))
    return given


def _today(given: str | None) -> dt.date:
    if given is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise CannotRunError("bad_day", day=given) from None


def _help() -> str:
    lines = [f"  {name:<12}{COMMANDS[name]}" for name in COMMAND_TABLE]
    return "\n".join([console.HELP_HEAD, *lines, console.HELP_FOOT])


def _help_of(name: str, command: Command) -> str:
    lines = [f"  --{option:<12}{OPTIONS[option]}" for option in command.options]
    return "\n".join([f"{name}  {COMMANDS[name]}", console.HELP_OPTIONS, *lines])
