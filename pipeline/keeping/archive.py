"""归档: the closed months of a year in one zip file, with a list of what is in it. The same year gives the same bytes.

The files are stored as they are, not squeezed: what squeezing gives depends on the library of the machine.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from typing import TYPE_CHECKING

from pipeline.keeping.files import closed_months
from pipeline.keeping.verify import Verified
from pipeline.messages import closing as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "归档"
LIST = "目录.txt"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_RIGHTS = 0o600 << 16


def write_archive(output: Path, year: str) -> Path | None:
    """Write 归档/<year>.zip from the closed months of the year; None where there is none. OSError if it cannot."""
    folders = [folder for folder in closed_months(output) if folder.name.startswith(f"{year}-")]
    if not folders:
        return None
    files = {
        path.relative_to(output).as_posix(): path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    target = output / FOLDER / f"{year}.zip"
    draft = target.with_name(f".{target.name}.new")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _write(draft, files, year)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _write(path: Path, files: Mapping[str, Path], year: str) -> None:
    lines = [words.LIST_HEAD.format(year=year, count=len(files))]
    path.touch(mode=0o600)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, source in files.items():
            data = source.read_bytes()
            archive.writestr(_entry(name), data)
            lines.append(f"{hashlib.sha256(data).hexdigest()}  {len(data)}  {name}")
        archive.writestr(_entry(LIST), "".join(f"{line}\n" for line in lines))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.create_system = 3  # Unix, whatever the machine is
    entry.external_attr = _RIGHTS
    return entry


def verify_archives(output: Path) -> list[Verified]:
    """Every archive of the folder, by year."""
    return [_verified(path) for path in sorted((output / FOLDER).glob("????.zip"))]


def _verified(path: Path) -> Verified:
    name = f"{FOLDER}/{path.name}"
    try:
        with zipfile.ZipFile(path) as archive:
            listed = dict(_listed(archive.read(LIST).decode("utf-8")))
            names = [each for each in archive.namelist() if each != LIST]
            wrong = [
                words.ARCHIVE_DIFFERS.format(archive=name, name=each)
                for each in sorted({*listed, *names})
                if each not in listed or each not in names or _digest(archive, each) != listed[each]
            ]
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, zlib.error, EOFError):
        return Verified(name, 0, (words.ARCHIVE_DAMAGED.format(archive=name),))
    return Verified(name, len(listed), tuple(wrong))


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines()[1:]:
        digest, _, name = line.split("  ", 2)
        yield name, digest


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    """SHA-256 of a file in the archive; what cannot be unpacked has none."""
    try:
        return hashlib.sha256(archive.read(name)).hexdigest()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
        return ""
