"""A year's and a term's figures, worked by hand; all of one school."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fund.books import Flow
from pipeline.yearly.care_figures import CareFigures, care_figures
from pipeline.yearly.fund_figures import FundFigures, fund_figures
from pipeline.yearly.span import term_span, year_span
from tests.yearly.school import SETTINGS, TODAY, examine

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.yearly.span import Span

YEAR = year_span("2026", TODAY)
TERM = term_span("2026-2027-1", TODAY)
SPRING = term_span("2025-2026-2", TODAY)


def fund_of(span: Span) -> FundFigures:
    return fund_figures(examine(span.period), span)


def care_of(span: Span) -> CareFigures:
    return care_figures(examine(span.period), span)


def listed(frame: pd.DataFrame) -> list[list[object]]:
    return [list(row) for row in frame.itertuples(index=False)]


def test_the_years_money() -> None:
    fund = fund_of(YEAR)
    # 120 + 500.50 + 70 - 70 + 30 + 200; November lies beyond the last month over.
    assert fund.flow == Flow(opening=100_000, income=85_050, spending=45_000)
    assert (fund.gifts, fund.payments) == (4, 4)
    assert listed(fund.sources) == [
        ["校级领导", 1, 12_000],
        ["党员", 1, 3_000],
        ["企事业单位", 1, 50_050],
        ["社会人士", 1, 20_000],
    ]
    assert listed(fund.programmes) == [["生活补助", 1, 30_000], ["学习用品", 2, 9_000], ["走访慰问", 1, 6_000]]
    assert fund.purposes == {"助学金": Flow(40_000, 50_050, 30_000), "": Flow(60_000, 35_000, 15_000)}
    assert (fund.pupils, fund.staff) == (2, 1)
    assert (fund.pledged, fund.reached) == (3, 1)  # 贺文洁 gave 30 of 60, 史一鸣 nothing


def test_the_terms_money_begins_with_september() -> None:
    fund = fund_of(TERM)
    assert fund.flow == Flow(opening=132_050, income=23_000, spending=15_000)
    assert listed(fund.sources) == [["党员", 1, 3_000], ["社会人士", 1, 20_000]]
    assert fund.purposes == {"助学金": Flow(60_050, 0, 0), "": Flow(72_000, 23_000, 15_000)}
    assert fund_of(SPRING).flow == Flow(opening=112_000, income=50_050, spending=30_000)


def test_a_years_money_is_that_of_the_books() -> None:
    assert fund_of(YEAR).flow == examine(YEAR.period).books.year


def test_pairings_at_the_end_and_what_became_of_them() -> None:
    # Ended in the year: 毕业 (natural) and 换人 (broken off before three years); 张砚's has no tasks.
    assert astuple(care_of(YEAR).pairings) == (2, 1, 1, 2, 2, 1, 2, 1, 2, 0, 0, 1)
    assert (care_of(TERM).pairings.begun, care_of(TERM).pairings.ended) == (1, 0)


def test_contacts_of_the_terms_months() -> None:
    found = care_of(TERM).contacts
    assert found.months == ("2026-09", "2026-10")
    # 李漾: September met, October incomplete; the leader's pairing asks for nothing, yet its contact is a contact.
    assert (found.contacts, found.due, found.met, found.incomplete, found.missing) == (4, 2, 1, 1, 0)
    assert (found.reached, listed(found.ways)) == (2, [["谈心", 3], ["电话", 1]])
    assert listed(found.departments)[0][:5] == ["校长室", 0, 0, 0, 0]
    assert listed(found.departments)[1] == ["政教处", 2, 1, 1, 0, 1.0]


def test_the_years_months_begin_with_the_first_records() -> None:
    # The school's books begin in January 2026, so its months do: 李漾 10 (two pairings in March, April, May) …
    found = care_of(YEAR).contacts
    assert (found.months[0], found.months[-1], len(found.months)) == ("2026-01", "2026-10", 10)
    assert found.due == 10 + 6 + 3
    assert (found.contacts, found.met, found.incomplete, found.missing) == (5, 2, 1, 16)


def test_progress_of_each_term_and_who_dropped_out() -> None:
    spring, autumn = "2025-2026学年第二学期", "2026-2027学年第一学期"
    assert listed(care_of(YEAR).progress) == [[spring, 1, 1, 0, 0, 0], [autumn, 2, 0, 0, 1, 1]]
    assert listed(care_of(TERM).progress) == [[autumn, 2, 0, 0, 1, 1]]
    assert (care_of(YEAR).dropped_out, care_of(TERM).dropped_out, care_of(SPRING).dropped_out) == (1, 1, 0)


def test_surveys_of_each_term_by_the_classes_there_were() -> None:
    spring, autumn = "2025-2026学年第二学期", "2026-2027学年第一学期"
    # In spring 八年级(1)班 was 七年级(1)班, 八年级(2)班 七年级(2)班; the leavers' 九年级(1)班 was itself.
    assert listed(care_of(YEAR).surveys) == [
        [spring, "学生", 3, 1, 40, 3],
        [spring, "教职工", 3, 0, 0, 0],
        [autumn, "学生", 2, 1, 45, 2],
        [autumn, "教职工", 3, 1, 12, 1],
    ]


def test_visits_stand_beside_the_plan_of_a_year_only() -> None:
    assert listed(care_of(YEAR).visits[["campaign", "planned_people", "people", "budget", "money"]]) == [
        ["春节慰问", 2, 1, 40_000, 20_000],
        ["国庆慰问", 1, 1, 6_000, 6_000],
    ]
    assert listed(care_of(TERM).visits) == [["国庆慰问", "在职教师", 1, 6_000]]


def test_goods_and_hardship_of_the_span() -> None:
    assert listed(care_of(TERM).goods) == [["书包", "个", 6.0, 0.0, 1.5, 4.5]]
    year, term = care_of(YEAR), care_of(TERM)
    assert listed(year.goods) == [["书包", "个", 0.0, 10.0, 5.5, 4.5]]
    assert (year.hardship, year.grave, year.in_time) == (2, 1, 1)
    assert (term.hardship, term.grave, term.in_time) == (1, 1, 1)


def test_a_school_without_registers_has_figures_of_nothing() -> None:
    outcome = examine(YEAR.period, SETTINGS, 摸底="学期 | 单位")
    fund, care = fund_figures(outcome, YEAR), care_figures(outcome, YEAR)
    assert fund.flow == Flow(100_000, 0, 0)
    assert (care.contacts.due, care.pairings.open, len(care.visits), len(care.goods)) == (0, 0, 0, 0)


DAYS = st.dates(dt.date(2025, 12, 1), dt.date(2026, 11, 3)).map(str)
GIFTS = st.lists(
    st.tuples(DAYS, st.sampled_from(["党员", "社会人士"]), st.integers(1, 99_999), st.sampled_from(["", "助学金"])),
    max_size=6,
)


@given(GIFTS)
@settings(max_examples=15)
def test_parts_sum_to_the_whole(gifts: list[tuple[str, str, int, str]]) -> None:
    rows = [f"{day} | 某 | {source} | {cents / 100:.2f} | 现金 | {purpose}" for day, source, cents, purpose in gifts]
    outcome = examine(YEAR.period, 捐款="\n".join(["日期 | 捐款人 | 类别 | 金额 | 方式 | 用途", *rows]))
    for span in (YEAR, TERM):
        fund = fund_figures(outcome, span)
        assert fund.sources["amount"].sum() == fund.flow.income
        assert fund.sources["count"].sum() == fund.gifts
        for part in ("opening", "income", "spending", "closing"):
            assert sum(getattr(each, part) for each in fund.purposes.values()) == getattr(fund.flow, part)
