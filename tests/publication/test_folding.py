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


def test_a_class_of_three_givers_stands_by_itself_however_few_gave_elsewhere() -> None:
    classes = [gifts("七年级(1)班", 3, 30), gifts("七年级(2)班", 1, 10), gifts("八年级(1)班", 1, 20)]
    assert told(classes) == [("七年级(1)班", 3, 30), (OTHER_CLASSES, 2, 30)]


def test_where_all_classes_are_small_there_is_one_line() -> None:
    assert told([gifts("七年级(2)班", 1, 800), gifts("九年级(1)班", 1, 1200)]) == [(ALL_CLASSES, 2, 2000)]


def test_one_small_class_beside_a_large_one_is_not_named() -> None:
    assert told([gifts("七年级(1)班", 9, 90), gifts("七年级(2)班", 1, 10)]) == [
        ("七年级(1)班", 9, 90),
        (OTHER_CLASSES, 1, 10),
    ]


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
def test_a_class_is_named_exactly_where_three_or_more_gave(classes: list[ClassGifts]) -> None:
    lines = fold_small(classes)
    named = {line.name for line in lines} - {OTHER_CLASSES, ALL_CLASSES}
    assert named == {each.name for each in classes if each.name and len(each.givers) >= FEWEST_GIVERS}
    assert sum(line.amount for line in lines) == sum(each.amount for each in classes)
    assert sum(line.gifts for line in lines) == sum(each.gifts for each in classes)
