"""The contact of the month: every boundary of what is due, what counts and what is complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.care.contact_findings import contact_findings
from pipeline.care.contacts import contact_status, linked_contacts
from pipeline.registers import CONTACTS, PAIRINGS
from pipeline.tables import OK
from tests.care.school import OCTOBER, PLAIN, facts_of, people_of, period, school, table_of, typed_table

if TYPE_CHECKING:
    from pipeline.settings import Settings
    from pipeline.tables import Tables

PAIRING_HEAD = ("帮扶人", "学生", "类型", "开始日期", "结束日期")
CONTACT_HEAD = ("日期", "帮扶人", "学生", "方式", "思想动态", "学习状况", "生活状况")
RANK = {"missing": 0, "incomplete": 1, "met": 2}


def status_of(tables: Tables, month: str = "2026-10", settings: Settings = PLAIN) -> pd.DataFrame:
    return contact_status(tables, people_of(tables), settings, period(month))


def answer(tables: Tables, month: str = "2026-10", settings: Settings = PLAIN) -> list[tuple[str, str, int]]:
    table = status_of(tables, month, settings)
    return list(zip(table["status"], table["reason"], table["contacts"], strict=True))


# One line a case: month | pairing from | to | dates of contacts | status, or why not due | contacts | what it shows
DATES = """
    2026-10 | 2025-09-01 | -          | 2026-10-20            | met          | 1 | a contact in the month
    2026-10 | 2025-09-01 | -          |                       | missing      | 0 | none in the month
    2026-10 | 2025-09-01 | -          | 2026-09-30            | missing      | 0 | only the month before
    2026-10 | 2025-09-01 | -          | 2026-11-01            | missing      | 0 | only the month after
    2026-10 | 2025-09-01 | -          | 2026-10-01 2026-10-31 | met          | 2 | first and last day of the month count
    2026-10 | 2026-10-14 | -          |                       | missing      | 0 | begun on day 14
    2026-10 | 2026-10-15 | -          |                       | missing      | 0 | begun on day 15: still due
    2026-10 | 2026-10-16 | -          |                       | started_late | 0 | begun on day 16: not due
    2026-10 | 2026-10-16 | -          | 2026-10-16            | started_late | 1 | begun on day 16: contacts still show
    2026-10 | 2026-10-31 | -          |                       | started_late | 0 | begun on the last day
    2026-10 | 2025-09-01 | 2026-10-14 |                       | ended_early  | 0 | ended on day 14: not due
    2026-10 | 2025-09-01 | 2026-10-15 | 2026-10-15            | ended_early  | 1 | ended on day 15: not due
    2026-10 | 2025-09-01 | 2026-10-16 |                       | missing      | 0 | ended on day 16: due
    2026-10 | 2025-09-01 | 2026-10-20 | 2026-10-20            | met          | 1 | the end is the last day in force
    2026-10 | 2025-09-01 | 2026-10-20 | 2026-10-21            | missing      | 0 | the day after the end does not count
    2026-10 | 2026-10-05 | -          | 2026-10-05            | met          | 1 | the day of the beginning counts
    2026-10 | 2026-10-05 | -          | 2026-10-04            | missing      | 0 | the day before it does not
    2026-10 | 2026-10-16 | 2026-10-20 |                       | started_late | 0 | leap year
    2026-10 | 2025-09-01 | 2026-10-01 |                       | ended_early  | 0 | ended on the first day: listed
    2027-02 | 2027-02-15 | -          | 2027-02-28            | met          | 1 | February has a day 15 as well
    2028-02 | 2025-09-01 | -          | 2028-02-29            | met          | 1 | a leap year
    2026-12 | 2025-09-01 | -          | 2026-12-31            | met          | 1 | the year's last day is December's
    2026-12 | 2025-09-01 | -          | 2027-01-01            | missing      | 0 | the year's first day is not
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in DATES.strip().splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case[6] for case in CASES])
def test_dates_of_pairing_and_contact(case: list[str]) -> None:
    month, start, end, days, outcome, count, _ = case
    contacts = "".join(f"\n{day} | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可" for day in days.split())
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + f"\n贺文洁 | 李明 | 党员帮扶 | {start} | {end.strip('-')}",
        contacts=" | ".join(CONTACT_HEAD) + contacts,
    )
    [(status, reason, contacts_shown)] = answer(tables, month)
    assert (reason or status, contacts_shown) == (outcome, int(count))


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-11-01", ""), ("2025-09-01", "2026-09-30")],
    ids=["begins after the month", "ended before the month"],
)
def test_a_pairing_not_in_force_on_any_day_is_not_listed(start: str, end: str) -> None:
    assert answer(school(pairings=" | ".join(PAIRING_HEAD) + f"\n贺文洁 | 李明 | 党员帮扶 | {start} | {end}")) == []


STATES = """
    在读 |            |      |            | missing |              | at school
    转学 | 2026-10-15 |      |            | not_due | student_left | the date is the first day away: day 15 is left
    转学 | 2026-10-16 |      |            | missing |              | left after day 15
    休学 | 2026-09-01 |      |            | not_due | student_left | away since September
    毕业 | 2026-11-01 |      |            | missing |              | still here in October
    在读 | 2026-10-02 |      |            | missing |              | came back
    在读 |            | 退休 | 2026-10-15 | not_due | helper_left  | the last day in service is day 15: left by day 15
    在读 |            | 退休 | 2026-10-16 | missing |              | one day more
    在读 |            | 调离 |            | not_due | helper_left  | gone, nobody knows since when
    在读 |            |      | 2026-10-31 | missing |              | a leave to come
    转学 | 2026-10-10 | 退休 | 2026-10-10 | not_due | student_left | the student's reason comes first
"""
STATE_CASES = [[cell.strip() for cell in line.split("|")] for line in STATES.strip().splitlines()]


@pytest.mark.parametrize("case", STATE_CASES, ids=[case[6] for case in STATE_CASES])
def test_pupil_or_helper_left(case: list[str]) -> None:
    state, since, service, last_day, status, reason, _ = case
    tables = school(
        students=f"姓名 | 班级 | 类别 | 状态 | 状态日期\n李明 | 七年级(1)班 | 贫困生 | {state} | {since}",
        staff=f"姓名 | 部门 | 职务级别 | 党员 | 状态 | 离岗日期\n贺文洁 | 政教处 | 教师 | 是 | {service} | {last_day}",
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |",
    )
    assert answer(tables) == [(status, reason, 0)]


@pytest.mark.parametrize(
    ("kind", "month", "settings", "status", "reason"),
    [
        ("领导包扶", "2026-10", {}, "not_due", "leader_not_asked"),
        ("领导包扶", "2026-10", {"leaders_monthly": True}, "missing", ""),
        ("党员帮扶", "2026-08", {"exempt_months": ("07", "08")}, "not_due", "exempt_month"),
        ("党员帮扶", "2027-08", {"exempt_months": ("07", "08")}, "not_due", "exempt_month"),
        ("党员帮扶", "2026-08", {"exempt_months": ("2026-08",)}, "not_due", "exempt_month"),
        ("党员帮扶", "2027-08", {"exempt_months": ("2026-08",)}, "missing", ""),
        ("党员帮扶", "2026-10", {"exempt_months": ("01",)}, "missing", ""),
        ("领导包扶", "2026-08", {"exempt_months": ("08",)}, "not_due", "exempt_month"),
        ("党员帮扶", "2026-10", {"grace_day": 31}, "missing", ""),
    ],
)
def test_settings(kind: str, month: str, settings: dict[str, object], status: str, reason: str) -> None:
    tables = school(pairings=" | ".join(PAIRING_HEAD) + f"\n贺文洁 | 李明 | {kind} | 2025-09-01 |")
    assert answer(tables, month, replace(PLAIN, **settings)) == [(status, reason, 0)]  # type: ignore[arg-type]


def test_the_grace_day_is_a_setting_and_ends_with_a_short_month() -> None:
    tables = school(pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2027-02-28 |")
    assert answer(tables, "2027-02", replace(PLAIN, grace_day=20)) == [("not_due", "started_late", 0)]
    assert answer(tables, "2027-02", replace(PLAIN, grace_day=31)) == [("missing", "", 0)]
    leaver = table_of(
        "students", "姓名 | 班级 | 类别 | 状态 | 状态日期\n李明 | 七年级(1)班 | 贫困生 | 转学 | 2027-03-01"
    )
    assert answer({**tables, "students": leaver}, "2027-02", replace(PLAIN, grace_day=31)) == [("missing", "", 0)]


RECORDS = """
    稳 | 好 | 可 / | |         | met        | one has all, the other nothing
    稳 |    |    / | 好 | 可   | met        | both together
    稳 | 好 |    / | 好 |      | incomplete | nobody asked about daily life
    稳 | 好 |    / | |         | incomplete | half and nothing
       |    |    / | |         | incomplete | only that they met
"""
RECORD_CASES = [line.rsplit("|", 2) for line in RECORDS.strip().splitlines()]


@pytest.mark.parametrize(("texts", "status", "why"), RECORD_CASES, ids=[case[2].strip() for case in RECORD_CASES])
def test_thoughts_study_and_life_may_be_spread_over_the_month(texts: str, status: str, why: str) -> None:
    first, second = texts.split("/")
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |",
        contacts=" | ".join(CONTACT_HEAD)
        + f"\n2026-10-05 | 贺文洁 | 李明 | 谈心 | {first}\n2026-10-06 | 贺文洁 | 李明 | 谈心 | {second}",
    )
    assert answer(tables) == [(status.strip(), "", 2)], why


def test_last_months_record_completes_nothing() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |",
        contacts=" | ".join(CONTACT_HEAD)
        + "\n2026-09-05 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可\n2026-10-06 | 贺文洁 | 李明 | 谈心 | 稳 | 好 |",
    )
    assert answer(tables) == [("incomplete", "", 1)]


def test_one_column_of_talk_is_a_contact_but_no_full_record() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |",
        contacts="日期 | 帮扶人 | 学生 | 方式 | 谈话内容\n2026-10-06 | 贺文洁 | 李明 | 谈心 | 谈了近况",
    )
    assert answer(tables) == [("incomplete", "", 1)]


def test_a_change_of_helper_within_the_month() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + """
        贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | 2026-10-12
        史一鸣 | 李明 | 党员帮扶 | 2026-10-13 |
        """,
        contacts=" | ".join(CONTACT_HEAD)
        + """
        2026-10-08 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        2026-10-20 | 史一鸣 | 李明 | 谈心 | 稳 | 好 | 可
        """,
    )
    assert answer(tables) == [("not_due", "ended_early", 1), ("met", "", 1)]
    assert contact_findings(tables, people_of(tables), OCTOBER) == []


def test_a_contact_counts_for_each_pairing_of_the_two_that_holds_its_date() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + """
        贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | 2026-10-20
        贺文洁 | 李明 | 党员帮扶 | 2026-10-10 |
        贺文洁 | 李明 | 领导包扶 | 2025-09-01 |
        """,
        contacts=" | ".join(CONTACT_HEAD)
        + """
        2026-10-08 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        2026-10-15 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        2026-10-25 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        """,
    )
    assert answer(tables) == [("met", "", 2), ("met", "", 2), ("not_due", "leader_not_asked", 3)]
    assert contact_findings(tables, people_of(tables), OCTOBER) == []


def test_several_people_in_one_cell_count_for_each_pair_that_is_paired() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + """
        贺文洁、史一鸣 | 李明 | 党员帮扶 | 2025-09-01 |
        史一鸣 | 罗小满 | 党员帮扶 | 2025-09-01 |
        """,
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-10-08 | 贺文洁、史一鸣 | 李明、罗小满 | 谈心 | 稳 | 好 | 可",
    )
    table = status_of(tables)
    assert table[["helper", "student", "contacts"]].to_numpy().tolist() == [
        ["贺文洁", "李明", 1],
        ["史一鸣", "李明", 1],
        ["史一鸣", "罗小满", 1],
    ]
    assert table["pairing"].tolist() == [0, 0, 1]
    assert contact_findings(tables, people_of(tables), OCTOBER) == []


def test_a_name_written_twice_in_one_cell_is_one_contact() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-10-08 | 贺文洁、贺文洁 | 李明 | 谈心 | 稳 | 好 | 可",
    )
    assert answer(tables) == [("met", "", 1)]


def test_the_class_is_that_of_the_register_of_students() -> None:
    # In September all move up a class; the register is kept up to date, an old contact is not.
    tables = school(
        pairings="帮扶人 | 学生 | 类型 | 开始日期 \n贺文洁 | 罗小满 | 党员帮扶 | 2025-09-01",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-09-01 | 贺文洁 | 罗小满 | 谈心 | 稳 | 好 | 可",
    )
    for month in ("2026-08", "2026-09"):
        assert status_of(tables, month)["class_name"].tolist() == ["八年级(1)班"]


def test_last_contact_is_the_last_that_counts_up_to_the_end_of_the_month() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + "\n贺文洁 | 李明 | 党员帮扶 | 2026-09-01 |\n史一鸣 | 罗小满 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD)
        + """
        2026-08-31 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        2026-09-20 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        2026-11-02 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可
        """,
    )
    last = status_of(tables)["last_contact"]
    assert last.iloc[0] == pd.Timestamp("2026-09-20")
    assert last.iloc[1] is pd.NaT


def test_a_contact_later_than_the_run_date_does_not_count() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-10-20 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可",
    )
    people = people_of(tables)
    before = contact_status(tables, people, PLAIN, period("2026-10", "2026-10-19"))
    on_the_day = contact_status(tables, people, PLAIN, period("2026-10", "2026-10-20"))
    assert [*before["contacts"], *on_the_day["contacts"]] == [0, 1]


def test_each_contact_says_which_parts_it_has_and_each_pair_how_many_it_had() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + "\n贺文洁 | 李明 | 党员帮扶 | 2026-09-01 |\n史一鸣 | 罗小满 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-10-20 | 贺文洁 | 李明 | 谈心 | 稳 | | 可",
    )
    linked = linked_contacts(tables, people_of(tables), OCTOBER)
    assert linked[["thoughts", "study", "life"]].to_numpy().tolist() == [[True, False, True]]
    contacts = status_of(tables)["contacts"]
    assert (contacts.tolist(), contacts.dtype.name) == ([1, 0], "int64")


def test_no_pairings_at_all() -> None:
    assert answer(school()) == []
    assert contact_findings(school(), people_of(school()), OCTOBER) == []


# One line a case: date | helper | pupil | finding | why; the pairing runs from 2026-09-10 to 2026-10-12.
FINDINGS = """
    2026-09-10 | 贺文洁        | 李明        |                            | first day
    2026-10-12 | 贺文洁        | 李明        |                            | last day
    2026-09-09 | 贺文洁        | 李明        | contact_outside_pairing A2 | a day too early
    2026-10-13 | 贺文洁        | 李明        | contact_outside_pairing A2 | a day too late
    2026-11-01 | 贺文洁        | 李明        |                            | not yet this month's business
    2026-10-05 | 史一鸣        | 李明        | contact_unpaired 2         | never paired
    2026-10-05 | 贺文洁、史一鸣 | 李明、罗小满 |                            | one pair is enough
    2026-10-13 | 贺文洁、史一鸣 | 李明        | contact_outside_pairing A2 | the pair there is has ended
    2026-11-01 | 史一鸣        | 李明        |                            | not yet this month's business
"""
FINDING_CASES = [[cell.strip() for cell in line.split("|")] for line in FINDINGS.strip().splitlines()]


@pytest.mark.parametrize("case", FINDING_CASES, ids=[f"{case[0]} {case[4]}" for case in FINDING_CASES])
def test_contacts_that_count_nowhere(case: list[str]) -> None:
    date, helper, student, finding, _ = case
    tables = school(
        pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2026-09-10 | 2026-10-12",
        contacts=" | ".join(CONTACT_HEAD) + f"\n{date} | {helper} | {student} | 谈心 | 稳 | 好 | 可",
    )
    found = facts_of(contact_findings(tables, people_of(tables), OCTOBER))
    assert [" ".join(each) for each in found] == ([finding] if finding else [])


def test_both_spans_are_named_where_the_two_were_paired_twice() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + "\n贺文洁 | 李明 | 党员帮扶 | 2026-02-01 | 2026-06-30\n贺文洁 | 李明 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-07-10 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可",
    )
    [finding] = contact_findings(tables, people_of(tables), OCTOBER)
    assert "2026-02-01至2026-06-30、2026-09-01起" in finding.sentence


def test_a_pairing_with_an_error_of_its_own_silences_what_follows_from_it() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | 2026-06-30\n史一鸣 | 罗小满 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD)
        + "\n2026-10-08 | 史一鸣 | 罗小满 | 谈心 | 稳 | 好 | 可\n2026-10-08 | 史一鸣 | 李明 | 谈心 | 稳 | 好 | 可",
    )
    tables = {**tables, "pairings": tables["pairings"].without(pd.Index([1]))}
    found = contact_findings(tables, people_of(tables), OCTOBER)
    assert facts_of(found) == [("contact_unpaired", "3")]


def test_one_good_pairing_beside_one_with_an_error_leaves_the_dates_open() -> None:
    tables = school(
        pairings=" | ".join(PAIRING_HEAD)
        + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 | 2026-06-30\n贺文洁 | 李明 | 党员帮扶 | 2026-09-01 |",
        contacts=" | ".join(CONTACT_HEAD) + "\n2026-10-08 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可",
    )
    tables = {**tables, "pairings": tables["pairings"].without(pd.Index([1]))}
    assert contact_findings(tables, people_of(tables), OCTOBER) == []


# One line a case: a row beside 2026-10-08 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可 | is it told?
AGAIN = """
    2026-10-08 | 贺文洁 | 李明         | 谈心 | 稳   | 好 | 可 | again
    2026-10-09 | 贺文洁 | 李明         | 谈心 | 稳   | 好 | 可 | another day
    2026-10-08 | 史一鸣 | 李明         | 谈心 | 稳   | 好 | 可 | another helper
    2026-10-08 | 贺文洁 | 罗小满       | 谈心 | 稳   | 好 | 可 | another pupil
    2026-10-08 | 贺文洁 | 李明、罗小满 | 谈心 | 稳   | 好 | 可 | with another pupil
    2026-10-08 | 贺文洁 | 李明         | 电话 | 稳   | 好 | 可 | another way
    2026-10-08 | 贺文洁 | 李明         | 谈心 | 不稳 | 好 | 可 | another text
    2026-10-08 | 贺文洁 | 李明         | 谈心 | 稳   | 好 |    | a blank
"""
AGAIN_CASES = [[cell.strip() for cell in line.split("|")] for line in AGAIN.strip().splitlines()]
EVERYBODY_PAIRED = " | ".join(PAIRING_HEAD) + "\n贺文洁、史一鸣 | 李明、罗小满 | 党员帮扶 | 2025-09-01 |"


@pytest.mark.parametrize("case", AGAIN_CASES, ids=[case[-1] for case in AGAIN_CASES])
def test_a_contact_entered_twice_is_told_at_the_later_row(case: list[str]) -> None:
    *row, why = case
    rows = [" | ".join(CONTACT_HEAD), "2026-10-08 | 贺文洁 | 李明 | 谈心 | 稳 | 好 | 可", " | ".join(row)]
    tables = school(pairings=EVERYBODY_PAIRED, contacts="\n".join(rows))
    found = contact_findings(tables, people_of(tables), OCTOBER)
    assert facts_of(found) == ([("contact_entered_twice", "A3")] if why == "again" else [])


def test_each_further_copy_of_a_contact_is_told_with_the_first_and_all_count() -> None:
    row = "2026-10-08 | 贺文洁 | 李明 | 谈心 | | |"
    contacts = "\n".join([" | ".join(CONTACT_HEAD), row, row, row])
    tables = school(pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2025-09-01 |", contacts=contacts)
    found = contact_findings(tables, people_of(tables), OCTOBER)
    assert [(each.where and each.where.cell, [place.cell for place in each.also]) for each in found] == [
        ("A3", ["A2"]),
        ("A4", ["A2"]),
    ]
    assert all("!A2" in each.sentence for each in found)
    assert answer(tables) == [("incomplete", "", 3)]
    assert contact_findings(tables, people_of(tables), period("2026-09")) == []


# Properties, over one pair of people a pairing and contacts of any day, text and helper.
DAYS = st.dates(pd.Timestamp("2026-08-25").date(), pd.Timestamp("2026-11-10").date()).map(str)
TEXTS = st.sampled_from(["", "稳", "好"])
HELPERS, PUPILS = st.sampled_from(["贺文洁", "史一鸣", "贺文洁、史一鸣"]), st.sampled_from(["李明", "罗小满"])
CONTACT_ROWS = st.lists(st.tuples(DAYS, HELPERS, PUPILS, st.just("谈心"), TEXTS, TEXTS, TEXTS), max_size=8)
PAIRING_ROWS = st.lists(
    st.tuples(HELPERS, PUPILS, st.sampled_from(["党员帮扶", "领导包扶"]), DAYS, st.one_of(st.just(""), DAYS)),
    max_size=5,
    unique_by=lambda row: (row[1], row[2], row[4]),  # two of one pupil, kind and end may be one pairing entered twice
)


TWO_AND_TWO = school()


def with_rows(pairings: list[tuple[str, ...]], contacts: list[tuple[str, ...]]) -> Tables:
    return {
        **TWO_AND_TWO,
        "pairings": typed_table(PAIRINGS, PAIRING_HEAD, pairings),
        "contacts": typed_table(CONTACTS, CONTACT_HEAD, contacts),
    }


@given(PAIRING_ROWS, CONTACT_ROWS)
@hypothesis_settings(max_examples=20)
def test_every_pair_in_force_has_exactly_one_status(
    pairings: list[tuple[str, ...]], contacts: list[tuple[str, ...]]
) -> None:
    table = status_of(with_rows(pairings, contacts))
    in_force = [row for row in pairings if row[3] <= "2026-10-31" and (not row[4] or row[4] >= "2026-10-01")]
    assert len(table) == sum(len(row[0].split("、")) for row in in_force)
    assert set(table["status"]) <= {"met", "incomplete", "missing", "not_due"}
    assert ((table["status"] == "not_due") == (table["reason"] != "")).all()


@given(PAIRING_ROWS, CONTACT_ROWS.filter(bool))
@hypothesis_settings(max_examples=20)
def test_a_contact_more_never_makes_a_status_worse(
    pairings: list[tuple[str, ...]], contacts: list[tuple[str, ...]]
) -> None:
    before = status_of(with_rows(pairings, contacts[:-1]))
    after = status_of(with_rows(pairings, contacts))
    assert (after["contacts"] >= before["contacts"]).all()
    rank = {**RANK, "not_due": 3}
    assert (after["status"].map(rank) >= before["status"].map(rank)).all()


@given(PAIRING_ROWS, CONTACT_ROWS.filter(bool))
@hypothesis_settings(max_examples=20)
def test_one_record_spread_over_two_rows_changes_no_status(
    pairings: list[tuple[str, ...]], contacts: list[tuple[str, ...]]
) -> None:
    *head, thoughts, study, life = contacts[-1]
    split = [*contacts[:-1], (*head, thoughts, "", ""), (*head, "", study, life)]
    before, after = (status_of(with_rows(pairings, rows))["status"] for rows in (contacts, split))
    assert before.tolist() == after.tolist()


def plain_status(pairing: tuple[str, ...], helper: str, contacts: list[tuple[str, ...]]) -> tuple[str, int]:
    """The rule once more, slow and plain, for a month October and people who stay."""
    _, pupil, kind, start, end = pairing
    mine = [
        row
        for row in contacts
        if helper in row[1].split("、")
        and row[2] == pupil
        and row[0][:7] == "2026-10"
        and start <= row[0] <= (end or "9")
    ]
    if kind == "领导包扶" or start > "2026-10-15" or (end and end <= "2026-10-15"):
        return "not_due", len(mine)
    if not mine:
        return "missing", 0
    return "met" if all(any(row[part] for row in mine) for part in (4, 5, 6)) else "incomplete", len(mine)


@given(PAIRING_ROWS, CONTACT_ROWS)
@hypothesis_settings(max_examples=20)
def test_the_answer_is_that_of_the_plain_rule(pairings: list[tuple[str, ...]], contacts: list[tuple[str, ...]]) -> None:
    table = status_of(with_rows(pairings, contacts))
    expected = [
        plain_status(row, helper, contacts)
        for row in pairings
        if row[3] <= "2026-10-31" and (not row[4] or row[4] >= "2026-10-01")
        for helper in row[0].split("、")
    ]
    assert list(zip(table["status"], table["contacts"], strict=True)) == expected


def test_rows_with_an_error_are_in_no_figure() -> None:
    tables = school(pairings=" | ".join(PAIRING_HEAD) + "\n贺文洁 | 李明 | 党员帮扶 | 2026-09-10 |")
    pairings = tables["pairings"]
    bad = replace(pairings, frame=pairings.frame.assign(**{OK: False}))
    assert answer({**tables, "pairings": bad}) == []
