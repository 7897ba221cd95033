"""Wording of findings: reading."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {}
