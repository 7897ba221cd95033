"""How wide columns and how high rows become."""

from __future__ import annotations

import pytest

from pipeline.write.summary.parts import Column, Kind, count, long, money, text
from pipeline.write.summary.widths import Widths, page_breaks, shown_width


def width_of(header: str, column: Column) -> float:
    widths = Widths()
    widths.ask(0, header, column, 2)
    return widths.widths(1)[0]


@pytest.mark.parametrize(("shown", "width"), [("abc", 3), ("金额", 4), ("李漾1", 5), ("", 0), ("·", 2)])
def test_a_chinese_character_is_as_wide_as_two_latin_ones(shown: str, width: int) -> None:
    assert shown_width(shown) == width


def test_a_column_is_as_wide_as_its_longest_text() -> None:
    assert width_of("名", text(["李漾", "库尔班江·热合曼"])) > width_of("名", text(["李漾"]))


def test_a_column_has_room_for_its_header_and_the_button_of_the_filter() -> None:
    assert width_of("月末结存", count([1])) >= shown_width("月末结存") + 2


def test_a_long_header_over_short_values_wraps_before_its_unit() -> None:
    widths = Widths()
    widths.ask(0, "联系完成(次)", count([1]), 2)
    assert widths.widths(1) == [shown_width("联系完成") + 1]
    assert widths.heights(widths.widths(1))[2] >= 2 * 15


def test_a_column_may_be_kept_narrow() -> None:
    assert width_of("来源", long(["学生帮扶.xlsx!学业!52"], widest=16)) == 16
    assert width_of("来源", long(["短"], widest=16)) < 16


def test_all_columns_but_the_first_may_be_equally_wide() -> None:
    widths = Widths()
    for at, shown in enumerate(("项目", "一" * 6, "一" * 12, "")):
        widths.ask_value(at, Kind.TEXT, shown)
    first, *others = widths.widths(4, even=True)
    assert first < others[0]
    assert len(set(others)) == 1


@pytest.mark.parametrize(
    ("keep", "known", "breaks"),
    [
        ([], set(), set()),
        ([(8, 10)], set(), {8}),  # the tenth row would begin a page
        ([(10, 12)], set(), set()),  # parted from what is above alone
        ([(0, 30)], set(), set()),  # more than a page
        ([(8, 10), (8, 17)], set(), {8}),
        ([(8, 10), (14, 18)], {4}, set()),  # pages begin at 4, 13 and 22: only two rows are repeated
        ([(12, 14)], {4}, {12}),
        ([(8, 10), (16, 18)], set(), {8, 16}),
    ],
)
def test_a_page_ends_before_rows_that_belong_together(
    keep: list[tuple[int, int]], known: set[int], breaks: set[int]
) -> None:
    # Ten rows go on a page; the first of the sheet is repeated on each.
    assert page_breaks([10.0] * 30, 1, 100.0, keep, known) == breaks


def test_amounts_are_measured_as_they_are_shown() -> None:
    assert width_of("元", money([123_456_789_00])) >= shown_width("123,456,789.00")


def test_a_total_counts_too() -> None:
    assert width_of("元", money([100], 123_456_789_00)) >= shown_width("123,456,789.00")


def test_long_texts_do_not_make_endless_columns_but_high_rows() -> None:
    widths = Widths()
    widths.ask(0, "说明", long(["短", "长" * 100]), 4)
    (width,) = widths.widths(1)
    assert width < shown_width("长" * 100)
    heights = widths.heights([width])
    assert list(heights) == [6]
    assert heights[6] >= 4 * 15


def test_lines_of_a_text_make_a_row_high() -> None:
    widths = Widths()
    widths.ask(0, "说明", long(["一\n二\n三"]), 0)
    assert widths.heights(widths.widths(1))[1] >= 3 * 15


def test_columns_grow_together_for_a_line_that_runs_over_them() -> None:
    widths = Widths()
    widths.ask(0, "甲", text(["1"]), 0)
    widths.ask_value(1, Kind.TEXT, "2")
    widths.ask_line("一" * 50)
    assert sum(widths.widths(2)) >= 99
