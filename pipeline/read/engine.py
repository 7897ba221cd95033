"""python-calamine: from a workbook's bytes to plain rows, in this process or in one of its own.

This module imports nothing of the program, so that it can run by itself as a small child process: a crafted or
damaged workbook then takes down the child only, and limits on memory and time hold for it alone.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import python_calamine as calamine

if TYPE_CHECKING:
    from collections.abc import Iterator

# name, rows, merged areas, number of the first row (from 1) that was left out far below the table, or 0
RawSheet: TypeAlias = "tuple[str, list[list[Any]], tuple[tuple[int, int, int, int], ...], int]"

PASSWORD, DAMAGED = "file_password", "file_damaged"
ENDLESS, TOO_LARGE = "file_endless", "file_too_large"
_PANIC = "PanicException"  # of the Rust library; no Exception, but a BaseException
_MANY_CELLS, _MANY_ROWS = 3_000_000, 250_000  # a used range of more is mostly blank
_BLANK_ROWS = 1000  # so many blank rows end a table
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MEMORY, _SECONDS = 768 * 2**20, 20
# How a process ends that asks for more memory than it may have (on Windows by the number), or for more time.
_ABORTED, _OUT_OF_TIME = (-6, 0xC0000409), (-9, -24)


class UnreadableError(Exception):
    """A workbook that cannot be read; `code` is a key of the catalogue of messages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_here(data: bytes) -> list[RawSheet]:
    """The sheets of a workbook, hidden ones too; UnreadableError where it is none."""
    with _silent_stderr():
        try:
            return list(_sheets(data))
        except UnreadableError:
            raise
        except MemoryError as error:
            raise UnreadableError(ENDLESS) from error
        except BaseException as error:
            if isinstance(error, Exception) or type(error).__name__ == _PANIC:
                raise UnreadableError(PASSWORD if isinstance(error, calamine.PasswordError) else DAMAGED) from error
            raise


def read_apart(data: bytes) -> list[RawSheet]:
    """The same, read by a child process with limits on its memory and time."""
    command = [sys.executable, "-I", __file__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS * 2, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(TOO_LARGE) from error
    if done.returncode:
        raise UnreadableError(_reason(done.returncode))
    answer = pickle.loads(done.stdout)  # noqa: S301 - written by our own child
    if isinstance(answer, str):
        raise UnreadableError(answer)
    sheets: list[RawSheet] = answer
    return sheets


def _reason(status: int) -> str:
    """Why a child gave no answer."""
    if status in _ABORTED:
        return ENDLESS
    return TOO_LARGE if status in _OUT_OF_TIME else DAMAGED


def _sheets(data: bytes) -> Iterator[RawSheet]:
    with calamine.load_workbook(io.BytesIO(data)) as book:
        for meta in book.sheets_metadata:
            if meta.typ == calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(meta.name)
                merges = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
                rows, far = _rows(sheet)
                yield meta.name, rows, merges, far


def _rows(sheet: calamine.CalamineSheet) -> tuple[list[list[Any]], int]:
    if sheet.height > _LAST_ROW or sheet.width > _LAST_COLUMN:
        raise UnreadableError(DAMAGED)
    if sheet.height <= _MANY_ROWS and sheet.height * sheet.width <= _MANY_CELLS:
        return sheet.to_python(skip_empty_area=False), 0
    _, left = sheet.start or (0, 0)
    rows: list[list[Any]] = []
    blank, far = 0, 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        filled = any(value != "" for value in row)
        if filled and blank >= _BLANK_ROWS:
            far = number
            break
        blank = 0 if filled else blank + 1
        rows.append([*[""] * left, *row])
    width = max((column for row in rows for column, value in enumerate(row, 1) if value != ""), default=0)
    rows = rows[: len(rows) - blank]
    if len(rows) > _MANY_ROWS or len(rows) * width > _MANY_CELLS:
        raise UnreadableError(ENDLESS)
    return [row[:width] for row in rows], far


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Send what the Rust library prints by itself to nowhere."""
    sys.stderr.flush()
    saved, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)


def _answer() -> None:
    """What the child does: the workbook comes in on standard input, its sheets or a code go out."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such module
    except ImportError:  # the time limit of the parent still holds
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        answer = read_here(sys.stdin.buffer.read())
        written = pickle.dumps(answer)
    except UnreadableError as error:
        written = pickle.dumps(error.code)
    except MemoryError:
        written = pickle.dumps(ENDLESS)
    sys.stdout.buffer.write(written)


if __name__ == "__main__":
    _answer()
