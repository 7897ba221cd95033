"""Where the bars and the line of the twelve months' chart stand; the template only draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.disclose.model import ChartMonth

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 620, 250, 66, 10, 44
INCOME_FILL, SPENDING_FILL = "#1f5f8b", "#e3e3e3"
STEPS = (1, 2, 5)
FEWEST_TICKS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in drawing units."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and its label in 元."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class MonthDrawn:
    """One month: its figures in 分, and where they stand."""

    label: str
    short: str
    income: int
    spending: int
    closing: int
    middle: float
    point: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing."""

    months: tuple[MonthDrawn, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def draw(months: Sequence[ChartMonth]) -> Chart:
    """Place the months; amounts are in 分. Lengths are for the eye, so they may be floats."""
    amounts = [amount for each in months for amount in (each.income, each.spending, each.closing)]
    low, high, step = _scale(min([0, *amounts]), max([1, *amounts]))

    def at(cents: int) -> float:
        return round(TOP + (high - cents) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    slot = (WIDTH - LEFT) / max(len(months), 1)
    return Chart(
        tuple(_month(each, LEFT + slot * (number + 0.5), slot, at) for number, each in enumerate(months)),
        tuple(Tick(at(cents), f"{cents // 100:,}") for cents in range(low, high + 1, step)),
    )


def _month(month: ChartMonth, middle: float, slot: float, at: Callable[[int], float]) -> MonthDrawn:
    year, number = month.month.split("-")
    width = round(slot * 0.3, 1)
    zero = at(0)
    bars = tuple(
        Bar(round(x, 1), min(at(cents), zero), width, round(abs(zero - at(cents)), 1), fill)
        for x, cents, fill in (
            (middle - width, month.income, INCOME_FILL),
            (middle, month.spending, SPENDING_FILL),
        )
    )
    label, short = f"{int(year)}年{int(number)}月", f"{int(number)}月"
    point = at(month.closing)
    return MonthDrawn(label, short, month.income, month.spending, month.closing, round(middle, 1), point, bars)


def _scale(low: int, high: int) -> tuple[int, int, int]:
    """Round bounds that hold both values, and the step between the lines, in 分."""
    size = 100
    while True:
        for factor in STEPS:
            step = size * factor
            if (high - low) / step <= FEWEST_TICKS + 1:
                return low // step * step, -(-high // step) * step, step
        size *= 10
