"""The rules of a column in a blank workbook: its format, its drop-down or limits, and the message beside the cell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pipeline.fields import Kind
from pipeline.messages import blank as words
from pipeline.messages import forms

if TYPE_CHECKING:
    from pipeline.fields import Field
    from pipeline.registers import Register

Rule = dict[str, Any]  # as xlsxwriter's data_validation takes it

_FIRST_DAY, _LAST_DAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
_MOST = 10_000_000_000
_YEARS = (2000, 2099)
_LONGEST_TITLE, _LONGEST_TEXT = 32, 255  # of a message, in Excel
NUMBER_FORMATS = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.AMOUNT: "#,##0.00",
    Kind.COUNT: "0",
    Kind.YEAR: "0",
    Kind.DECIMAL: "General",
    Kind.YES_NO: "General",
    Kind.WORD: "General",
}
TEXT_FORMAT = "@"
_WIDTHS = {
    Kind.DATE: 12,
    Kind.AMOUNT: 13,
    Kind.COUNT: 10,
    Kind.YEAR: 8,
    Kind.YES_NO: 8,
    Kind.ID_NUMBER: 21,
    Kind.TERM: 24,
    Kind.PEOPLE: 16,
    Kind.CLASS: 14,
    Kind.CODE: 14,
}
_WIDE, _OTHER = 28, 14
_LONG_TEXTS = frozenset(
    (
        *("note", "measures", "tasks", "goals", "thoughts", "study", "life", "talk", "solved"),
        *("description", "outcome", "address", "summary", "content", "item"),
    ),
)


def number_format(field: Field) -> str:
    """The number format of a column; text where a number would lose its leading zeros or its digits."""
    return NUMBER_FORMATS.get(field.kind, TEXT_FORMAT)


def width_of(field: Field) -> int:
    """How wide a column is, in signs."""
    return _WIDE if field.name in _LONG_TEXTS else _WIDTHS.get(field.kind, _OTHER)


def form_of(register: Register, field: Field) -> str:
    """How the column is filled in, in one or two sentences."""
    parts = [
        forms.ONE_OF.format(words=forms.WORD_JOIN.join(field.words)) if field.words else forms.KINDS[field.kind.value]
    ]
    hint = forms.HINTS.get(f"{register.name}.{field.name}")
    return "；".join([*parts, hint] if hint else parts) + "。"


def need_of(field: Field) -> str:
    """必填 or 可不填."""
    return forms.REQUIRED if field.required else forms.OPTIONAL


def rule_of(register: Register, field: Field, cell: str, source: str | None) -> Rule:
    """What the column's cells accept. cell: the first of them (F2); source: the range of its words, if it has any."""
    title = words.PROMPT_TITLE.format(title=field.title, need=need_of(field))
    return {
        **_limits(field, cell, source),
        "input_title": title[:_LONGEST_TITLE],
        "input_message": form_of(register, field)[:_LONGEST_TEXT],
        "error_title": words.STOP_TITLE.format(title=field.title)[:_LONGEST_TITLE],
    }


def _limits(field: Field, cell: str, source: str | None) -> Rule:
    if source is not None:
        return {"validate": "list", "source": source, "error_message": words.STOP_TEXTS["list"]}
    if field.kind is Kind.AMOUNT and field.name == "amount":
        exact = f"=AND(ISNUMBER({cell}),{cell}<>0,ROUND({cell},2)={cell})"
        return {"validate": "custom", "value": exact, "error_message": words.STOP_TEXTS["amount"]}
    simple: dict[Kind, Rule] = {
        Kind.YES_NO: {"validate": "list", "source": ["是", "否"], "error_message": words.STOP_TEXTS["list"]},
        Kind.DATE: _between("date", _FIRST_DAY, _LAST_DAY, "date"),
        Kind.AMOUNT: _between("decimal", -_MOST, _MOST, "number"),
        Kind.DECIMAL: _between("decimal", 0, _MOST, "number"),
        Kind.COUNT: _between("integer", 0, _MOST, "count"),
        Kind.YEAR: _between("integer", *_YEARS, "year"),
    }
    return simple.get(field.kind, {"validate": "any"})


def _between(kind: str, least: object, most: object, text: str) -> Rule:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_message": words.STOP_TEXTS[text],
    }
