"""How a marked copy of a workbook is known: by a document property of its own."""

from __future__ import annotations

import io
import zipfile
import zlib

MARK_PROPERTY = "AidFundMarkedCopy"
_PROPERTIES_PART = "docProps/custom.xml"


def is_marked_copy(data: bytes) -> bool:
    """Whether the bytes of a workbook are those of a copy that this program marked, even if saved again since."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return MARK_PROPERTY.encode() in archive.read(_PROPERTIES_PART)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return False
