"""Equal findings merge, different ones do not; cells are named as a person would name them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding, Place
from pipeline.grouping import cells_text, group_findings, place_text

BOOK = "走访记录.xlsx"


def unknown(name: str, sheet: str, cell: tuple[int, int], file: str = BOOK) -> Finding:
    facts = {"field": "帮扶人", "name": name, "register": "教职工", "hint": ""}
    return Finding("person_unknown", Place(file, sheet, *cell), facts)


def told(findings: list[Finding]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(group.file, group.spots) for group in group_findings(findings)]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([unknown("甲", "七1", (5, 2))], [(BOOK, (("七1", "C5"),))]),
        (
            [unknown("甲", "七1", (9, 2)), unknown("甲", "七1", (5, 2)), unknown("甲", "七1", (7, 2))],
            [(BOOK, (("七1", "C5、C7、C9"),))],
        ),
        (
            [unknown("甲", "七1", (5, 2)), unknown("甲", "七2", (4, 2))],
            [(BOOK, (("七1", "C5"), ("七2", "C4")))],
        ),
        (
            [unknown("甲", "七1", (5, 2)), unknown("乙", "七1", (6, 2))],
            [(BOOK, (("七1", "C5"),)), (BOOK, (("七1", "C6"),))],
        ),
        (
            [unknown("甲", "七1", (5, 2)), unknown("甲", "七1", (5, 2), "结对.xlsx")],
            [("结对.xlsx", (("七1", "C5"),)), (BOOK, (("七1", "C5"),))],
        ),
    ],
    ids=["one", "one name on three rows", "one name on two sheets", "two names", "two workbooks"],
)
def test_one_cause_is_one_line(
    findings: list[Finding], expected: list[tuple[str, tuple[tuple[str, str], ...]]]
) -> None:
    assert sorted(told(findings)) == sorted(expected)


def test_errors_come_first_whatever_their_place() -> None:
    warning = Finding("contact_unpaired", Place("甲.xlsx", "联系", 2, 1), {"helper": "李明", "student": "王芳"})
    error = unknown("甲", "七1", (5, 2), "乙.xlsx")
    assert [group.finding.severity for group in group_findings([warning, error])] == ["error", "warning"]


def test_a_finding_without_a_place_stands_by_itself() -> None:
    missing = Finding("register_missing", None, {"register": "捐款", "columns": "日期"})
    (group,) = group_findings([missing])
    assert (group.file, group.places, group.count, group.spots) == ("", (), 1, ())


def test_what_to_see_besides_is_merged_too() -> None:
    first, second = (
        Finding(
            "near_name", Place("a.xlsx", "捐款", row, 2), {"name": "李明", "other": "黎明", "place": "捐款!C9"}, other
        )
        for row, other in ((3, (Place("a.xlsx", "捐款", 9, 2),)), (5, (Place("a.xlsx", "捐款", 3, 2),)))
    )
    (group,) = group_findings([first, second])
    assert group.also == (Place("a.xlsx", "捐款", 9, 2),)  # C3 is among its own places already


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([(5, 2)], "C5"),
        ([(5, 2), (6, 2)], "C5、C6"),
        ([(5, 2), (6, 2), (7, 2)], "C5:C7"),
        ([(5, 2), (6, 2), (7, 2), (9, 2), (11, 2), (12, 2), (13, 2)], "C5:C7、C9、C11:C13"),
        ([(5, 2), (5, 0), (6, 0)], "A5、A6、C5"),
        ([(5, 2), (5, 2)], "C5"),
        ([(5, -1), (6, -1)], "第5行、第6行"),
        ([(0, -1)], "整张表"),
        ([(3, 26)], "AA3"),
    ],
)
def test_cells_as_text(cells: list[tuple[int, int]], text: str) -> None:
    assert cells_text([Place("a.xlsx", "捐款", *cell) for cell in cells]) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a.xlsx"), "a.xlsx"),
        (Place("a.xlsx", "捐款"), "a.xlsx 捐款 整张表"),
        (Place("a.xlsx", "捐款", 4, 5), "a.xlsx 捐款 F4"),
        (Place("a.xlsx", "捐款", 4), "a.xlsx 捐款 第4行"),
    ],
)
def test_a_place_as_text(place: Place, text: str) -> None:
    assert place_text(place) == text


PLACES = st.builds(Place, st.sampled_from(["a.xlsx", "b.xlsx"]), st.sampled_from(["一", "二"]), st.integers(1, 9))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), PLACES), max_size=20))
def test_no_place_is_lost_or_told_twice(rows: list[tuple[str, Place]]) -> None:
    findings = [unknown(name, place.sheet, (place.row, 2), place.file) for name, place in rows]
    groups = group_findings(findings)
    kept = [(group.finding.facts["name"], place) for group in groups for place in group.places]
    assert sorted(kept) == sorted({(finding.facts["name"], finding.where) for finding in findings if finding.where})
    again = group_findings(reversed(findings))  # those of one cell stand in the order they were found
    assert {(group.finding.sentence, group.places) for group in groups} == {
        (group.finding.sentence, group.places) for group in again
    }
