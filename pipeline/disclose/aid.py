"""资助公示: who was aided with what; persons are masked."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.classes import class_order
from pipeline.disclose.donations import quantity_text
from pipeline.disclose.model import AidCount, AidGroup, AidLine, AidPage, GoodsLine
from pipeline.disclose.persons import masked_names, one_by_one
from pipeline.disclose.rows import goods_handed_out, payments
from pipeline.registers import FEE, PROGRAMMES
from pipeline.settings import COUNTS_ONLY

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from pipeline.outcome import Outcome


def aid_page(outcome: Outcome) -> AidPage:
    """The page of the month's aid. Fees are no aid; they are told below the table, so that the sums tie."""
    rows = payments(outcome)
    aid, goods = rows[rows["programme"] != FEE], goods_handed_out(outcome)
    counts_only = outcome.settings.recipient_names == COUNTS_ONLY
    masks = _masks(aid, goods)
    shown, shown_goods = (aid[~aid["person"]], goods[~goods["person"]]) if counts_only else (aid, goods)
    numbers = count(1)
    programmes = [name for name in PROGRAMMES if name in set(shown["programme"])]
    return AidPage(
        groups=tuple(_group(name, shown[shown["programme"] == name], masks, numbers) for name in programmes),
        counts=_counts(aid[aid["person"]]) if counts_only else (),
        total=int(aid["amount"].sum()),
        fees=int(rows.loc[rows["programme"] == FEE, "amount"].sum()),
        goods=tuple(_goods_lines(shown_goods, masks)),
        goods_counts=_goods_counts(goods[goods["person"]]) if counts_only else (),
        counts_only=counts_only,
        by_right=one_by_one([*aid.loc[~aid["person"], "recipient"], *goods.loc[~goods["person"], "party"]]),
    )


def _masks(aid: pd.DataFrame, goods: pd.DataFrame) -> Mapping[Hashable, str]:
    """The masked name of every person on the page, numbered over both tables."""
    people = pd.concat([aid.rename(columns={"recipient": "party"}), goods], ignore_index=True)
    people = _in_order(people[people["person"].astype("bool")])
    return masked_names(zip(people["who"], people["party"], people["group"], strict=True))


def _group(programme: str, rows: pd.DataFrame, masks: Mapping[Hashable, str], numbers: Iterator[int]) -> AidGroup:
    """The aid of one 项目: by class, persons outside classes and organisations last, then by date."""
    ordered = _in_order(rows)
    shown = _shown(ordered, "recipient", masks)
    lines = tuple(
        AidLine(next(numbers), name, group, programme, int(amount), bool(corrects))
        for name, group, amount, corrects in zip(
            shown, ordered["group"], ordered["amount"], ordered["corrects"], strict=True
        )
    )
    return AidGroup(programme, lines, int(rows["amount"].sum()))


def _goods_lines(goods: pd.DataFrame, masks: Mapping[Hashable, str]) -> Iterator[GoodsLine]:
    ordered = _in_order(goods)
    columns = (_shown(ordered, "party", masks), *(ordered[name] for name in ("group", "item", "quantity", "unit")))
    for number, (name, group, item, quantity, unit) in enumerate(zip(*columns, strict=True), 1):
        yield GoodsLine(number, name, group, item, quantity_text(quantity, unit))


def _shown(rows: pd.DataFrame, name: str, masks: Mapping[Hashable, str]) -> pd.Series[str]:
    """Persons masked, organisations by name."""
    return rows["who"].map(dict(masks)).where(rows["person"], rows[name])


def _counts(persons: pd.DataFrame) -> tuple[AidCount, ...]:
    of_programme = {name: persons[persons["programme"] == name] for name in PROGRAMMES}
    return tuple(
        AidCount(name, rows["who"].nunique(), int(rows["amount"].sum()))
        for name, rows in of_programme.items()
        if not rows.empty
    )


def _goods_counts(persons: pd.DataFrame) -> tuple[AidCount, ...]:
    kinds = persons[["item", "unit"]].drop_duplicates()
    found = []
    for item, unit in zip(kinds["item"], kinds["unit"], strict=True):
        rows = persons[(persons["item"] == item) & (persons["unit"] == unit)]
        found.append(AidCount(item, rows["who"].nunique(), None, quantity_text(float(rows["quantity"].sum()), unit)))
    return tuple(found)


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    keys = {group: class_order(group) for group in rows["group"].unique()}
    ranks = {group: rank for rank, group in enumerate(sorted(keys, key=keys.__getitem__))}
    return rows.assign(rank=rows["group"].map(ranks)).sort_values("rank", kind="stable")
