"""Rows of closed months are compared by what they say: order and place change nothing, every real change is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.closing.compare import Change, compare
from pipeline.closing.rows import Row


def gift(number: str, day: str, donor: str, amount: str, where: str = "") -> Row:
    cells = (("日期", day), ("收据号", number), ("捐款人", donor), ("类别", "党员"), ("金额", amount), ("方式", "现金"))
    return Row("捐款", day, tuple(cell for cell in cells if cell[1]), where)


def contact(day: str, helper: str, student: str, way: str = "谈心") -> Row:
    cells = (
        ("日期", day),
        ("帮扶人", helper),
        ("学生", student),
        ("方式", way),
        ("思想动态", "#AA"),
        ("学习状况", "#B"),
    )
    return Row("联系", day, (*cells, ("生活状况", "#C")))


FIRST = gift("001", "2026-09-01", "甲", "10.00", "旧.xlsx!捐款!2")
SECOND = gift("002", "2026-09-02", "乙", "20.00", "旧.xlsx!捐款!3")
PLAIN = gift("", "2026-09-03", "丙", "30.00", "旧.xlsx!捐款!4")


def told(closed: list[Row], today: list[Row], others: list[Row] | None = None) -> list[tuple[str, list[str]]]:
    pairs = compare(closed, today, others or [])
    changes = [Change("2026-09", before, after) for before, after in pairs]
    return sorted((change.kind, [f"{title} {old}>{new}" for title, old, new in change.cells]) for change in changes)


def test_another_order_and_other_places_are_no_change() -> None:
    moved = gift("001", "2026-09-01", "甲", "10.00", "另一本.xlsx!九月!77")
    assert told([FIRST, SECOND, PLAIN], [PLAIN, moved, SECOND]) == []


def test_a_row_of_the_same_number_is_the_same_row_however_much_it_changed() -> None:
    today = gift("001", "2026-09-09", "丁", "11.00")
    assert told([FIRST, SECOND], [SECOND, today]) == [
        ("changed", ["日期 2026-09-01>2026-09-09", "捐款人 甲>丁", "金额 10.00>11.00"])
    ]


def test_a_number_that_changed_is_one_change() -> None:
    assert told([FIRST], [gift("009", "2026-09-01", "甲", "10.00")]) == [("changed", ["收据号 001>009"])]


def test_a_row_without_a_number_is_known_by_the_rest_of_its_cells() -> None:
    assert told([PLAIN], [gift("", "2026-09-03", "丙", "33.00")]) == [("changed", ["金额 30.00>33.00"])]


def test_rows_that_have_little_in_common_are_one_removed_and_one_added() -> None:
    assert told([PLAIN], [gift("", "2026-09-08", "戊", "5.00")]) == [
        ("added", ["日期 >2026-09-08", "捐款人 >戊", "类别 >党员", "金额 >5.00", "方式 >现金"]),
        ("removed", ["日期 2026-09-03>", "捐款人 丙>", "类别 党员>", "金额 30.00>", "方式 现金>"]),
    ]


def test_two_numbers_are_two_rows_though_the_same_person_gives_the_same() -> None:
    other = gift("008", "2026-09-08", "甲", "10.00")
    assert [kind for kind, _ in told([FIRST], [other])] == ["added", "removed"]


def test_a_date_moved_to_a_month_that_is_open_is_a_change_of_the_date() -> None:
    moved = gift("001", "2026-10-01", "甲", "10.00")
    assert told([FIRST], [], [moved]) == [("changed", ["日期 2026-09-01>2026-10-01"])]


def test_a_like_row_of_an_open_month_is_another_row() -> None:
    assert [kind for kind, _ in told([PLAIN], [], [gift("", "2026-10-03", "丙", "30.00")])] == ["removed"]


def test_of_equal_rows_each_counts_once() -> None:
    assert [kind for kind, _ in told([PLAIN, PLAIN], [PLAIN])] == ["removed"]
    assert [kind for kind, _ in told([PLAIN], [PLAIN, PLAIN, PLAIN])] == ["added", "added"]


def test_two_cells_of_many_may_differ() -> None:
    today = contact("2026-09-04", "赵", "钱", "电话")
    assert told([contact("2026-09-03", "赵", "钱")], [today]) == [
        ("changed", ["日期 2026-09-03>2026-09-04", "方式 谈心>电话"])
    ]


def test_a_change_is_about_some_row() -> None:
    with pytest.raises(ValueError, match="None"):
        _ = Change("2026-09", None, None).row


NUMBERED = st.lists(
    st.builds(
        gift,
        st.integers(1, 30).map("{:03}".format) | st.just(""),
        st.sampled_from(["2026-09-01", "2026-09-02"]),
        st.sampled_from(["甲", "乙"]),
        st.sampled_from(["1.00", "2.00", "3.00"]),
    ),
    max_size=12,
)


@given(NUMBERED, st.randoms(use_true_random=False))
def test_no_order_makes_a_change(rows: list[Row], random: st.DataObject) -> None:
    shuffled = rows.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a random.Random
    assert compare(rows, shuffled, []) == []


@given(NUMBERED, NUMBERED)
def test_the_changes_lead_from_what_was_to_what_is(closed: list[Row], today: list[Row]) -> None:
    pairs = compare(closed, today, [])
    kept = [row.content for row in closed]
    for before, _ in pairs:
        if before is not None:
            kept.remove(before.content)
    kept += [after.content for _, after in pairs if after is not None]
    assert sorted(kept) == sorted(row.content for row in today)
    assert all(before is None or after is None or before.content != after.content for before, after in pairs)
