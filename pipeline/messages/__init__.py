"""Every sentence that the program says to its users; one module a chapter, all merged into CATALOGUE."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.messages import bank, care, cells, files, fund, people, publish, reading, school, statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.messages.message import Message

_CHAPTERS = (files, reading, statement, school, cells, people, fund, bank, care, publish)

CATALOGUE: Mapping[str, Message] = MappingProxyType(
    {code: message for chapter in _CHAPTERS for code, message in chapter.ENTRIES.items()},
)
