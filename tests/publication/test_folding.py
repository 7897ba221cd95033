from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.disclose.folding import FEWEST_GIVERS, ClassGifts, fold_small
from pipeline.messages.publish import ALL_CLASSES, OTHER_CLASSES


def gifts(name: str, givers: int, amount: int = 1000) -> ClassGifts:
    return ClassGifts(name, frozenset(f"{name}{number}" for number in range(givers)), givers, amount)


def told(classes: list[ClassGifts]) -> list[tuple[str, int, int]]:
    return [(line.name, len(line.givers), line.amount) for line in fold_small(classes)]


def test_classes_of_three_givers_stand_by_themselves_in_the_school_s_order() -> None:
    classes = [gifts("八年级(1)班", 3), gifts("七年级(10)班", 4), gifts("七年级(2)班", 5)]
    assert [line.name for line in fold_small(classes)] == ["七年级(2)班", "七年级(10)班", "八年级(1)班"]


def test_classes_of_fewer_givers_stand_under_other_classes() -> None:
    classes = [gifts("七年级(1)班", 3, 30), gifts("七年级(2)班", 2, 20), gifts("八年级(1)班", 1, 10)]
    assert told(classes) == [("七年级(1)班", 3, 30), (OTHER_CLASSES, 3, 30)]


def test_two_givers_alone_take_the_smallest_other_class_with_them() -> None:
    # Without that, 其他班级 would be the gift of two pupils.
    classes = [gifts("七年级(1)班", 5, 50), gifts("七年级(2)班", 3, 30), gifts("八年级(1)班", 2, 20)]
    assert told(classes) == [("七年级(1)班", 5, 50), (OTHER_CLASSES, 5, 50)]


def test_where_all_classes_are_small_there_is_one_line() -> None:
    assert told([gifts("七年级(2)班", 1, 800), gifts("九年级(1)班", 1, 1200)]) == [(ALL_CLASSES, 2, 2000)]


def test_a_small_class_beside_one_large_leaves_no_difference_to_take() -> None:
    assert told([gifts("七年级(1)班", 9, 90), gifts("七年级(2)班", 1, 10)]) == [(ALL_CLASSES, 10, 100)]


def test_gifts_of_no_known_class_never_stand_by_themselves() -> None:
    assert told([gifts("", 4, 40), gifts("七年级(1)班", 3, 30)]) == [("七年级(1)班", 3, 30), (OTHER_CLASSES, 4, 40)]


def test_no_gifts_give_no_lines() -> None:
    assert fold_small([]) == ()


CLASSES = st.lists(
    st.builds(
        gifts, st.sampled_from(["", *(f"七年级({n})班" for n in range(1, 9))]), st.integers(1, 6), st.integers(1, 999)
    ),
    max_size=9,
    unique_by=lambda each: each.name,
)


@given(CLASSES)
def test_no_line_and_no_difference_is_the_gift_of_one_or_two(classes: list[ClassGifts]) -> None:
    lines = fold_small(classes)
    assert len(lines) <= 1 or all(len(line.givers) >= FEWEST_GIVERS for line in lines)
    assert sum(line.amount for line in lines) == sum(each.amount for each in classes)
    assert sum(line.gifts for line in lines) == sum(each.gifts for each in classes)
