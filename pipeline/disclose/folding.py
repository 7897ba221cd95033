"""Pupils' gifts as one line a class, with classes folded where too few gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.classes import class_order
from pipeline.messages.publish import ALL_CLASSES, OTHER_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable

# Rule: a class with fewer givers than this stands under 其他班级, so that nobody's gift can be read off.
FEWEST_GIVERS = 3


@dataclass(frozen=True, slots=True)
class ClassGifts:
    """The gifts of a class in a month: who gave (any key), how many gifts, their sum in 分."""

    name: str
    givers: frozenset[str]
    gifts: int
    amount: int


def fold_small(classes: Iterable[ClassGifts]) -> tuple[ClassGifts, ...]:
    """The lines to post: one for each class of three givers or more, and one for all the others together.

    Classes with fewer givers, and gifts of no known class (name ""), are added up under 其他班级, so that no gift can
    be laid to a class of one or two givers. Where no class is left the one line is 各班合计.
    """
    in_order = sorted(classes, key=lambda each: class_order(each.name))
    large = [each for each in in_order if each.name and len(each.givers) >= FEWEST_GIVERS]
    small = [each for each in in_order if each not in large]
    if not small:
        return tuple(large)
    return (*large, _together(small, OTHER_CLASSES if large else ALL_CLASSES))


def _together(classes: Iterable[ClassGifts], name: str) -> ClassGifts:
    listed = list(classes)
    return ClassGifts(
        name,
        frozenset().union(*(each.givers for each in listed)),
        sum(each.gifts for each in listed),
        sum(each.amount for each in listed),
    )
