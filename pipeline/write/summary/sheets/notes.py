"""说明: what the notes of all sheets mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.messages import summary as words
from pipeline.write.summary.parts import long, text, word
from pipeline.write.summary.sheets.common import make_sheet, table

if TYPE_CHECKING:
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet


def notes_sheet(outcome: Outcome) -> Sheet:
    """The sheet 说明."""
    marks, sheets, sentences = zip(*words.NOTES, strict=True)
    return make_sheet("notes", outcome, table("notes", word(marks), text(sheets), long(sentences)), upright=True)
