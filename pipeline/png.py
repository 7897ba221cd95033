"""PNG files as bytes: how large the picture is, and the file without anything but the picture."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What a picture needs; every other chunk tells of its making: time, place, program, comment.
_PICTURE = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND"))

_AROUND = 12  # bytes of a chunk around its data: length, kind, checksum


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, whole chunk) of a file, in its order. ValueError if it is no PNG, or is cut off."""
    if not data.startswith(SIGNATURE):
        raise ValueError(SIGNATURE)
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8].ljust(8, b"\0"))
        end = at + _AROUND + length
        if end > len(data):
            raise ValueError(kind)
        yield kind, data[at:end]
        at = end


def without_metadata(data: bytes) -> bytes:
    """The same picture, and nothing else in the file."""
    return SIGNATURE + b"".join(chunk for kind, chunk in chunks(data) if kind in _PICTURE)


def other_chunks(data: bytes) -> bytes:
    """All that is no picture, in the file's order."""
    return b"".join(chunk for kind, chunk in chunks(data) if kind not in _PICTURE)


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    kind, chunk = next(chunks(data))
    if kind != b"IHDR":
        raise ValueError(kind)
    width, height = struct.unpack_from(">II", chunk, 8)
    return width, height
