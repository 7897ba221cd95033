"""Is what lies there what was closed? Needs the output folder alone, or a copy of it, and no workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.checkcode import code_of, is_true
from pipeline.closing.record import DamagedError
from pipeline.keeping.files import closed_months, hashes_of, read_record
from pipeline.messages import closing as words
from pipeline.write.staging import POSTED, RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.closing.record import Closing


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of a closed month or an archive.

    wrong: a sentence for each thing that is not as it was closed. codes: page -> the check code it was closed with.
    """

    name: str
    files: int
    wrong: tuple[str, ...]
    codes: tuple[tuple[str, str], ...] = ()


def verify_months(output: Path, month: str = "") -> list[Verified]:
    """Every closed month of the folder, or one of them, by month."""
    folders = closed_months(output)
    found: list[Verified] = []
    before = ""
    for folder in folders:
        closing = _record(folder)
        wrong = _chain(closing, before) if closing else [words.RECORD_DAMAGED.format(path=f"{folder.name}/{RECORD}")]
        before = closing.seal if closing else before
        if not month or folder.name == month:
            found.append(_verified(folder, closing, wrong))
    return found


def _record(folder: Path) -> Closing | None:
    try:
        closing = read_record(folder)
    except (OSError, DamagedError):
        return None
    return closing if closing.month == folder.name else None


def _chain(closing: Closing, before: str) -> list[str]:
    """Each record names the seal of the one before, so that none is exchanged or taken out of the middle."""
    return [words.CHAIN_BROKEN.format(month=closing.month)] if closing.previous != before else []


def _verified(folder: Path, closing: Closing | None, wrong: list[str]) -> Verified:
    if closing is None:
        return Verified(folder.name, 0, tuple(wrong))
    now = hashes_of(folder)
    wrong = [*wrong, *(f"{folder.name}/{each}" for each in _differences(folder, closing, now))]
    pages = [name for name in now if name.startswith(f"{POSTED}/") and name.endswith(".html")]
    codes = tuple((name, code_of(_text(folder / name))) for name in pages)
    return Verified(folder.name, len(closing.outputs), tuple(wrong), codes)


def _differences(folder: Path, closing: Closing, now: dict[str, str]) -> Iterator[str]:
    for name, digest in closing.outputs.items():
        if name not in now:
            yield words.FILE_MISSING.format(name=name)
        elif now[name] != digest:
            text = _text(folder / name) if name.endswith(".html") else ""
            has_code = bool(code_of(text))
            yield (words.PAGE_EDITED if has_code and not is_true(text) else words.FILE_DIFFERS).format(name=name)
    for name in now.keys() - closing.outputs.keys():
        if name.startswith(f"{POSTED}/"):
            yield words.FILE_ADDED.format(name=name)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
