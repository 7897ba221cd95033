"""The sheet 基本信息 read into Settings: each item by its description in settings.py."""

from __future__ import annotations

import dataclasses
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.dates import parse_date
from pipeline.faults import Fault
from pipeline.findings import Finding, Place
from pipeline.money import parse_amount
from pipeline.names import DOTS
from pipeline.settings import COUNTS_ONLY, MASKED_NAMES, RESTRICTED_PREFIX, WEIGHT_PREFIX, Settings
from pipeline.text import fold
from pipeline.words import parse_yes_no

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from pipeline.tables import Table

_ITEMS: Mapping[str, dataclasses.Field[object]] = {
    each.metadata["title"]: each for each in dataclasses.fields(Settings) if each.metadata
}
TITLES: tuple[str, ...] = tuple(_ITEMS)
_WEIGHT = re.compile(rf"^{WEIGHT_PREFIX[:-1]}[{re.escape(DOTS)}:-]")


def read_settings(table: Table) -> tuple[Settings, list[Finding]]:
    """The settings of the sheet, with the defaults of what it leaves out.

    Findings: an item that cannot be read, a required one that is missing, one that the program does not know, one
    that stands there twice with different contents (the first counts).
    """
    if not table.blocks:  # the register's absence is reported elsewhere
        return Settings(), []
    values: dict[str, object] = {}
    stated: dict[str, int] = {}  # the first row of each item
    findings: list[Finding] = []
    for index, (item, content) in enumerate(zip(table.frame["item"], table.frame["content"], strict=True)):
        name, value = _read_item(item, content.strip())
        if isinstance(value, Fault):
            facts = {"item": item, "found": content, "hint": value.hint}
            findings.append(Finding(value.code, table.place(index, _column_at_fault(value)), facts))
        elif value is not None and values.setdefault(name, value) != value:
            first = table.place(stated[name], "content").address
            findings.append(Finding("setting_twice", table.place(index, "content"), {"item": item, "first": first}))
        stated.setdefault(name, index)
    findings += _missing(table, values)
    return _settings(values), findings


def _read_item(written: str, content: str) -> tuple[str, object]:
    """Name and value of an item; a purpose keeps the spelling that the registers have, all else is folded."""
    if written.startswith(RESTRICTED_PREFIX):
        return written, _read_amount(content)
    item = _WEIGHT.sub(WEIGHT_PREFIX, fold(written))
    if item.startswith(WEIGHT_PREFIX):
        return item, _read_number(content)
    if item in _ITEMS:
        return _ITEMS[item].name, _read_content(_ITEMS[item], content)
    near = get_close_matches(item, TITLES, n=1, cutoff=0.6)
    return item, Fault("setting_unknown", near[0] if near else "")


def _read_content(item: dataclasses.Field[object], content: str) -> object:
    """The value of one item, None where it is blank, or a Fault."""
    if not content:
        return None
    if item.metadata.get("kind") == "amount":
        return _read_amount(content)
    readers: dict[str, Callable[[str], object]] = {
        "str": str,
        "int": _read_number,
        "bool": _read_flag,
        "dt.date": _read_day,
        "dt.date | None": _read_day,
        "tuple[str, ...]": _read_months,
    }
    value: object = readers[str(item.type)](content)
    if item.name == "recipient_names":
        value = fold(content)
    if item.name == "recipient_names" and value not in {MASKED_NAMES, COUNTS_ONLY}:
        return Fault("setting_unreadable", f"{MASKED_NAMES}、{COUNTS_ONLY}")
    return value


def _read_amount(content: str) -> int | Fault | None:
    amount = parse_amount(content)
    return Fault("setting_unreadable", "20000.00") if isinstance(amount, Fault) else amount


def _read_number(content: str) -> int | Fault:
    found = re.fullmatch(r"(\d+)(?:\.0+)?\D{0,5}", fold(content))
    return int(found[1]) if found else Fault("setting_unreadable", "5")


def _read_flag(content: str) -> bool | Fault | None:
    flag = parse_yes_no(content)
    return Fault("setting_unreadable", "是、否") if isinstance(flag, Fault) else flag


def _read_day(content: str) -> dt.date | Fault | None:
    day = parse_date(content)
    return Fault("setting_unreadable", "2026-08-31") if isinstance(day, Fault) else day


def _read_months(content: str) -> tuple[str, ...] | Fault:
    """免检月份: "7、8" is every July and August, "2026-08" that month alone.

    A spreadsheet makes the first day of the month of a 2026-08 that is typed into it.
    """
    months = []
    for part in re.split(r"[、,，;；\s]+", content.strip()):
        found = re.fullmatch(r"(?:(20\d\d)[-./年])?(0?[1-9]|1[0-2])(?:\.0|(?<=-\d\d)-01)?月?", part)
        if found is None:
            return Fault("setting_unreadable", "7、8")
        months.append(f"{found[1]}-{int(found[2]):02d}" if found[1] else f"{int(found[2]):02d}")
    return tuple(months)


def _missing(table: Table, values: Mapping[str, object]) -> list[Finding]:
    """The required items that the sheet does not name; one that is named and blank or faulty has been told there."""
    where = Place(table.blocks[0].file, table.blocks[0].sheet, table.blocks[0].header_row)
    stated = {fold(item) for item in table.frame["item"]}
    return [
        Finding("setting_missing", where, {"item": title})
        for title, item in _ITEMS.items()
        if item.metadata.get("required") and item.name not in values and title not in stated
    ]


def _column_at_fault(fault: Fault) -> str:
    return "item" if fault.code == "setting_unknown" else "content"


def _settings(values: dict[str, object]) -> Settings:
    weights = {
        name.removeprefix(WEIGHT_PREFIX): value for name, value in values.items() if name.startswith(WEIGHT_PREFIX)
    }
    restricted = {
        name.removeprefix(RESTRICTED_PREFIX): value
        for name, value in values.items()
        if name.startswith(RESTRICTED_PREFIX)
    }
    plain = {name: value for name, value in values.items() if name in {each.name for each in _ITEMS.values()}}
    default = Settings()
    return dataclasses.replace(
        default,
        **plain,  # type: ignore[arg-type]
        weights={**default.weights, **weights},  # type: ignore[dict-item]
        opening_restricted=restricted,  # type: ignore[arg-type]
    )
