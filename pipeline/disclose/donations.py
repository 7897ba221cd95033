"""捐款公示: who gave, by 类别."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from pipeline.disclose.folding import ClassGifts, fold_small
from pipeline.disclose.model import DonationsPage, GiftGroup, GiftLine, GoodsLine, NamedAmount
from pipeline.disclose.persons import one_by_one
from pipeline.disclose.rows import gifts, goods_given
from pipeline.messages.publish import ANONYMOUS_GIVER, PUPILS
from pipeline.names import mask_name
from pipeline.registers import PUPIL, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from pipeline.outcome import Outcome

# Income of the fund that nobody gave; it stands in one sentence below the table, so that the sums tie.
NO_GIFTS = ("勤工俭学", "学校拨款", "利息")
FEWEST_COUNTED = 3


def donations_page(outcome: Outcome) -> DonationsPage:
    """The page of the month's gifts and of goods given."""
    rows = gifts(outcome)
    given = rows[~rows["source"].isin(NO_GIFTS)]
    numbers = count(1)
    groups = tuple(_group(source, given[given["source"] == source], numbers) for source in _sources(given))
    others = rows[rows["source"].isin(NO_GIFTS)].groupby("source")["amount"].sum()
    goods = tuple(_goods_lines(goods_given(outcome)))
    return DonationsPage(
        groups=groups,
        total=int(given["amount"].sum()),
        other_income=tuple(NamedAmount(name, int(others[name])) for name in NO_GIFTS if name in others.index),
        income=int(rows["amount"].sum()),
        goods=goods,
        by_right=_by_right(given, goods),
    )


def _sources(given: pd.DataFrame) -> list[str]:
    present = set(given["source"])
    return [source for source in SOURCES if source in present]


def _group(source: str, rows: pd.DataFrame, numbers: Iterator[int]) -> GiftGroup:
    lines = _pupil_lines(rows, numbers) if source == PUPIL else _giver_lines(rows, numbers)
    return GiftGroup(source, tuple(lines), int(rows["amount"].sum()))


def _giver_lines(rows: pd.DataFrame, numbers: Iterator[int]) -> Iterator[GiftLine]:
    """One line a gift: those with a name by date and register order, then those without.

    Gifts without a name are sorted by amount, the largest first, and have no department: their place among the
    receipts of a day, or a department of three people, would say whose they are.
    """
    named = rows[~rows["anonymous"]]
    nameless = rows[rows["anonymous"]].sort_values(["amount", "channel"], ascending=[False, True])
    masked = named["donor"].map({name: mask_name(name) for name in named["donor"].unique()})
    yield from _lines(named.assign(donor=masked.where(named["hidden"], named["donor"])), numbers)
    yield from _lines(nameless.assign(donor=ANONYMOUS_GIVER, department=""), numbers)


def _lines(rows: pd.DataFrame, numbers: Iterator[int]) -> Iterator[GiftLine]:
    columns = (rows[name] for name in ("donor", "department", "channel", "amount", "corrects"))
    for donor, department, channel, amount, corrects in zip(*columns, strict=True):
        yield GiftLine(next(numbers), donor, department, channel, int(amount), None, bool(corrects))


def _pupil_lines(rows: pd.DataFrame, numbers: Iterator[int]) -> Iterator[GiftLine]:
    """One line a class, small classes folded; never a name, never one pupil's amount beside a class."""
    classes = [_class_gifts(name, rows[rows["class_name"] == name]) for name in rows["class_name"].unique()]
    for line in fold_small(classes):
        shown = line.gifts if len(line.givers) >= FEWEST_COUNTED else None
        yield GiftLine(next(numbers), PUPILS, line.name, _one_channel(rows), line.amount, shown)


def _class_gifts(name: str, rows: pd.DataFrame) -> ClassGifts:
    return ClassGifts(name, frozenset(rows["giver"]), int((~rows["corrects"]).sum()), int(rows["amount"].sum()))


def _one_channel(rows: pd.DataFrame) -> str:
    channels = set(rows["channel"])
    return channels.pop() if len(channels) == 1 else ""


def _goods_lines(rows: pd.DataFrame) -> Iterator[GoodsLine]:
    party = rows["party"].mask(rows["anonymous"], ANONYMOUS_GIVER).mask(rows["pupil"], PUPILS)
    columns = (party, rows["item"], rows["quantity"], rows["unit"], rows["value"].fillna(0))
    for number, (person, item, quantity, unit, value) in enumerate(zip(*columns, strict=True), 1):
        yield GoodsLine(number, person, "", item, quantity_text(quantity, unit), int(value) or None)


def quantity_text(quantity: float, unit: str) -> str:
    """A quantity with its unit: 3个, 2.5公斤; without a unit the bare number."""
    return f"{round(quantity, 3):.10g}{unit}"


def _by_right(given: pd.DataFrame, goods: tuple[GoodsLine, ...]) -> frozenset[str]:
    named = given[~given["anonymous"] & ~given["hidden"] & (given["source"] != PUPIL)]
    return one_by_one([*named["donor"], *(line.person for line in goods)])
