"""What is frozen of a month, and the text file that keeps it: one row a line, so that two of them can be compared."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.closing.compare import Change
from pipeline.closing.figures import Figures
from pipeline.closing.rows import Row
from pipeline.money import parse_amount, plain_yuan
from pipeline.period import Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

FORM = 1  # of the file; a later program reads the earlier ones


@dataclass(frozen=True, slots=True)
class Effect:
    """What changed rows do to one figure of a closed month. before, after: 分, or a count; None: there was none."""

    month: str
    name: str
    before: int | None
    after: int | None
    is_money: bool

    @property
    def difference(self) -> int:
        """By how much the figure has changed."""
        return (self.after or 0) - (self.before or 0)


@dataclass(frozen=True)
class Closing:
    """A closed month.

    closed_on: the day it was closed. run_day: the day its papers were made, both ISO. rows: the happenings since the
    month closed before it, and the lists as they stood. changes, effects: what was shown in it as 上期调整, known
    since. inputs, outputs: path -> SHA-256. previous: the seal of the month closed before it, "" for the first.
    """

    month: str
    school: str
    closed_on: str
    run_day: str
    version: str
    figures: Figures
    rows: tuple[Row, ...]
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    previous: str = ""

    def period(self, today: dt.date) -> Period:
        """The month, looked at on a day."""
        year, month = self.month.split("-")
        return Period(int(year), int(month), today)

    @property
    def seal(self) -> str:
        """What tells this record from every other: SHA-256 of all it holds."""
        return hashlib.sha256(_text(self, "").encode()).hexdigest()


class DamagedError(Exception):
    """A record that cannot be read, or that is not what was written."""


def to_text(closing: Closing) -> str:
    """The file's text; the same month gives the same text."""
    return _text(closing, closing.seal)


def from_text(text: str) -> Closing:
    """The closed month of a file's text; DamagedError where the file was changed or cannot be read."""
    try:
        closing = _closing(json.loads(text))
        if to_text(closing) != text:
            raise DamagedError
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError from error
    return closing


def _text(closing: Closing, seal: str) -> str:
    head = {
        "格式": FORM,
        "月份": closing.month,
        "学校": closing.school,
        "定稿日期": closing.closed_on,
        "报表日期": closing.run_day,
        "程序版本": closing.version,
        "上一份定稿": closing.previous,
        "印记": seal,
    }
    parts: dict[str, list[Any]] = {
        "金额": [[name, plain_yuan(cents)] for name, cents in closing.figures.money.items()],
        "数量": [[name, count] for name, count in closing.figures.counts.items()],
        "登记表": [[path, digest] for path, digest in sorted(closing.inputs.items())],
        "文件": [[path, digest] for path, digest in sorted(closing.outputs.items())],
        "调整": [_of_change(change) for change in closing.changes],
        "影响": [_of_effect(effect) for effect in closing.effects],
        "记录": [row_to_json(row) for row in sorted(closing.rows, key=_order)],
    }
    lines = [f"{json_text(name)}: {json_text(value)}" for name, value in head.items()]
    lines += [f"{json_text(name)}: {json_lines(items)}" for name, items in parts.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def json_lines(items: Iterable[object]) -> str:
    """A list as JSON, an item a line."""
    lines = ",\n".join(f" {json_text(item)}" for item in items)
    return f"[\n{lines}\n]" if lines else "[]"


def json_text(value: object) -> str:
    """A value as JSON on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)


def _order(row: Row) -> tuple[object, ...]:
    """By register, day and content, so that a sorted sheet moves no line; then by address."""
    return row.register, row.day, row.values, row.where


def row_to_json(row: Row) -> dict[str, object]:
    """A row as JSON has it."""
    return {"表": row.register, "日": row.day, "出处": row.where, "内容": dict(row.values)}


def _of_change(change: Change) -> dict[str, object]:
    before, after = (None if row is None else row_to_json(row) for row in (change.before, change.after))
    return {"月份": change.month, "原": before, "今": after}


def _of_effect(effect: Effect) -> dict[str, object]:
    def shown(value: int | None) -> object:
        return plain_yuan(value) if effect.is_money and value is not None else value

    return {"月份": effect.month, "名称": effect.name, "原": shown(effect.before), "今": shown(effect.after)}


def _closing(data: dict[str, Any]) -> Closing:
    return Closing(
        month=data["月份"],
        school=data["学校"],
        closed_on=data["定稿日期"],
        run_day=data["报表日期"],
        version=data["程序版本"],
        figures=Figures({name: cents_of(text) for name, text in data["金额"]}, dict(data["数量"])),
        rows=tuple(map(row_from_json, data["记录"])),
        changes=tuple(
            Change(each["月份"], _row_or_none(each["原"]), _row_or_none(each["今"])) for each in data["调整"]
        ),
        effects=tuple(map(_effect, data["影响"])),
        inputs=dict(data["登记表"]),
        outputs=dict(data["文件"]),
        previous=data["上一份定稿"],
    )


def row_from_json(data: dict[str, Any]) -> Row:
    """A row out of JSON. KeyError, TypeError or AttributeError where it is none."""
    return Row(data["表"], data["日"], tuple(data["内容"].items()), data["出处"])


def _row_or_none(data: dict[str, Any] | None) -> Row | None:
    return None if data is None else row_from_json(data)


def _change(data: dict[str, Any]) -> Change:
    return Change(data["月份"], _row_or_none(data["原"]), _row_or_none(data["今"]))


def _effect(data: dict[str, Any]) -> Effect:
    old, new = data["原"], data["今"]
    is_money = isinstance(old if old is not None else new, str)
    before, after = ((cents_of(each) if isinstance(each, str) else each) for each in (old, new))
    return Effect(data["月份"], data["名称"], before, after, is_money)


def cents_of(text: str) -> int:
    """An amount of a record in 分. ValueError where it is none."""
    cents = parse_amount(text)
    if not isinstance(cents, int):
        raise ValueError(text)  # noqa: TRY004 - the file is wrong, not the type
    return cents
