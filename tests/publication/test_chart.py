from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.disclose.model import ChartMonth
from pipeline.write.chart import HEIGHT, LEFT, WIDTH, draw

AMOUNTS = st.integers(-10_000_000, 1_000_000_000)
MONTHS = st.lists(st.builds(ChartMonth, st.just("2026-10"), AMOUNTS, AMOUNTS, AMOUNTS), max_size=12)


def test_round_lines_in_yuan_and_bars_from_the_line_of_nothing() -> None:
    chart = draw([ChartMonth("2026-09", 400_000, 0, 900_000), ChartMonth("2026-10", 100_000, 200_000, 800_000)])
    assert [tick.label for tick in chart.ticks] == ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]
    zero, top = chart.ticks[0].y, chart.ticks[-1].y
    income, spending = chart.months[0].bars
    assert (income.y + income.height, spending.height) == (zero, 0)
    assert round(income.height / (zero - top), 2) == 0.4
    assert (chart.months[1].label, chart.months[1].short) == ("2026年10月", "10月")


@given(MONTHS)
def test_everything_lies_on_the_drawing(months: list[ChartMonth]) -> None:
    chart = draw(months)
    assert 2 <= len(chart.ticks) <= 8
    for month in chart.months:
        assert LEFT < month.middle < WIDTH
        assert 0 <= month.point <= HEIGHT
        for bar in month.bars:
            assert bar.x >= LEFT
            assert bar.x + bar.width <= WIDTH
            assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
