"""Workbooks of Excel, WPS and LibreOffice, read with python-calamine."""

from __future__ import annotations

import io
import os
import sys
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import python_calamine as calamine

from pipeline.read.grids import Sheet
from pipeline.read.traps import find_traps, sheet_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PANIC = "PanicException"  # of the Rust library; no Exception, but a BaseException


class UnreadableError(Exception):
    """A workbook that cannot be read; `code` is a key of the catalogue of messages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, hidden ones too; UnreadableError where it is none."""
    traps = _traps(data) if data.startswith(b"PK") else {}
    with _silent_stderr():
        try:
            return _sheets(data, traps)
        except UnreadableError:
            raise
        except BaseException as error:
            if isinstance(error, Exception) or type(error).__name__ == _PANIC:
                raise UnreadableError(_code(error)) from error
            raise


def _sheets(data: bytes, traps: Mapping[str, Mapping[tuple[int, int], str]]) -> list[Sheet]:
    sheets = []
    with calamine.load_workbook(io.BytesIO(data)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(meta.name)
            merges = tuple((*first, *last) for first, last in found.merged_cell_ranges or ())
            rows = found.to_python(skip_empty_area=False)
            sheets.append(Sheet(meta.name, rows, merges, traps.get(meta.name, {})))
    return sheets


def _traps(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: find_traps(archive.read(part)) for name, part in sheet_parts(archive).items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("file_damaged") from error


def _code(error: BaseException) -> str:
    return "file_password" if type(error).__name__ == "PasswordError" else "file_damaged"


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Send what the Rust library prints by itself to nowhere."""
    sys.stderr.flush()
    saved = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)
