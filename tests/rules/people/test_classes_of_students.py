"""A class is read as of the row's date, then as of the month; one that fits neither is a warning."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.period import Period
from tests.ledgers import told
from tests.rules.people.school import HE, LI_MING, WANG_7, look, met, paired, said

TERM = "2025-2026学年第二学期"


@pytest.mark.parametrize(
    ("day", "unit", "fits"),
    [
        ("2026-10-01", "七年级(1)班", True),
        ("2026-10-01", "六年级(1)班", False),
        ("2026-06-30", "六年级(1)班", True),  # as of the row's date
        ("2026-06-30", "七年级(1)班", True),  # as of the month
        ("2026-09-01", "六年级(1)班", False),  # classes move up on 1 September
        ("2025-08-31", "五年级(1)班", True),
        ("2026-10-01", "七年级(2)班", False),
    ],
)
def test_the_class_of_a_contact(day: str, unit: str, *, fits: bool) -> None:
    people, found = look(联系=f"日期|帮扶人|学生|班级\n{day}|贺文洁|李明|{unit}")
    assert met(people) == [(0, HE, LI_MING)]
    assert told(found) == ([] if fits else [("class_disagrees", "联系!D2")])
    assert {each.severity for each in found} <= {"warning"}


def test_the_finding_shows_the_class_of_the_register() -> None:
    _, found = look(联系="日期|帮扶人|学生|班级\n2026-10-01|贺文洁|李明|九年级(1)班")
    assert "七年级(1)班，这里写的是九年级(1)班" in found[0].sentence
    assert [place.address for place in found[0].also] == ["登记.xlsx!学生!C2"]


def test_the_class_of_a_pairing_is_that_of_the_month_even_if_it_began_earlier() -> None:
    people, found = look(
        结对="""
            帮扶人 | 学生   | 班级        | 类型     | 开始日期
            贺文洁 | 李明   | 七年级(1)班 | 党员帮扶 | 2025-03-01
            贺文洁 | 罗小满 | 七年级(1)班 | 党员帮扶 | 2025-10-01
        """
    )
    assert told(found) == [("class_disagrees", "结对!C3")]
    assert len(paired(people)) == 2


def test_the_class_of_progress_is_that_of_the_term_or_the_month() -> None:
    assert said(学业=f"学期|学生|班级\n{TERM}|李明|六年级(1)班\n{TERM}|李明|七年级(1)班\n{TERM}|李明|五年级(1)班") == [
        ("class_disagrees", "学业!C4")
    ]


def test_namesakes_are_first_told_apart_by_the_class_of_the_rows_date() -> None:
    # In June 七年级(2)班 was today's 八年级(2)班; today's 七年级(2)班 was in 六年级 then.
    students = "姓名|班级|状态\n王芳|七年级(2)班|在读\n王芳|八年级(2)班|在读"
    people, found = look(学生=students, 联系="日期|帮扶人|学生|班级\n2026-06-01|贺文洁|王芳|七年级(2)班")
    assert met(people) == [(0, HE, 1)]
    assert found == []


def test_then_by_the_class_of_the_month() -> None:
    people, found = look(联系="日期|帮扶人|学生|班级\n2026-06-01|贺文洁|王芳|七年级(1)班")
    assert met(people) == [(0, HE, WANG_7)]
    assert found == []


def test_a_student_who_left_may_stand_under_the_class_of_his_last_year() -> None:
    students = "姓名|班级|状态|状态日期\n段青山|九年级(3)班|毕业|2026-06-30"
    contacts = "日期|帮扶人|学生|班级\n2025-06-01|贺文洁|段青山|八年级(3)班\n2024-06-01|贺文洁|段青山|七年级(3)班"
    assert said(学生=students, 联系=contacts) == []


def test_a_bad_date_leaves_the_class_of_the_month() -> None:
    assert said(联系="日期|帮扶人|学生|班级\n|贺文洁|李明|七年级(1)班\n|贺文洁|李明|六年级(1)班") == [
        ("class_disagrees", "联系!D3")
    ]


def test_each_student_of_a_cell_is_compared() -> None:
    _, found = look(联系="日期|帮扶人|学生|班级\n2026-10-01|贺文洁|李明、罗小满|七年级(1)班")
    assert told(found) == [("class_disagrees", "联系!D2")]
    assert "罗小满" in found[0].sentence


def test_above_the_highest_class_there_is_none() -> None:
    students = "姓名|班级|状态\n李明|高三(1)班|在读"
    assert said(学生=students, 联系="日期|帮扶人|学生|班级\n2027-10-01|贺文洁|李明|高三(2)班") == [
        ("class_disagrees", "联系!D2")
    ]


def test_a_blank_class_in_the_register_disagrees_with_nothing() -> None:
    students = "姓名|班级|状态\n李明||在读"
    assert said(学生=students, 联系="日期|帮扶人|学生|班级\n2026-10-01|贺文洁|李明|七年级(1)班") == []


MAY_SEEN_IN_NOVEMBER = Period(2026, 5, dt.date(2026, 11, 3))


def moved_up(pupils: int, *, others: str = "", period: Period = MAY_SEEN_IN_NOVEMBER) -> list[tuple[str, str]]:
    """What is said where so many pupils of today's 八年级 were talked with in May in 七年级, and others besides."""
    names = [f"孔{'甲乙丙丁戊己庚辛壬癸子丑'[number]}" for number in range(pupils)]
    students = "姓名|班级|状态\n" + "\n".join(f"{name}|八年级(1)班|在读" for name in names)
    contacts = "日期|帮扶人|学生|班级\n" + "\n".join(f"2026-05-08|贺文洁|{name}|七年级(1)班" for name in names)
    return told(look(period, 学生=students, 联系=contacts + others)[1])


def test_a_list_that_has_moved_up_since_the_month_is_told_once() -> None:
    assert moved_up(10) == [("list_of_later_year", "学生!B2")]
    assert moved_up(9) == [("class_disagrees", f"联系!D{row}") for row in range(2, 11)]


def test_it_names_one_pupil_with_both_cells_and_counts_the_others() -> None:
    students = "姓名|班级|状态\n" + "\n".join(f"孔{sign}|八年级(1)班|在读" for sign in "甲乙丙丁戊己庚辛壬癸")
    days = ("2025-03-08|贺文洁|{}|六年级(1)班", "2026-05-08|贺文洁|{}|七年级(1)班")
    rows = [day.format(f"孔{sign}") for sign in "甲乙丙丁戊己庚辛壬癸" for day in days]
    _, found = look(MAY_SEEN_IN_NOVEMBER, 学生=students, 联系="日期|帮扶人|学生|班级\n" + "\n".join(rows))
    assert told(found) == [("list_of_later_year", "学生!B2")]
    assert "有 10 名学生（20 处）" in found[0].sentence
    assert "「孔甲」：《学生》表是八年级(1)班（登记.xlsx!学生!B2），" in found[0].sentence
    assert "写的是六年级(1)班（登记.xlsx!联系!D2）" in found[0].sentence
    assert "2025-2026 学年" in found[0].sentence


def test_another_class_beside_them_is_told_by_itself() -> None:
    stray = "\n2026-05-09|贺文洁|孔甲|八年级(2)班"
    assert moved_up(12, others=stray) == [("class_disagrees", "联系!D14"), ("list_of_later_year", "学生!B2")]


def test_where_many_disagree_otherwise_there_is_no_one_cause() -> None:
    strays = "".join(f"\n2026-05-09|贺文洁|孔{sign}|七年级(2)班" for sign in "甲乙")
    codes = [code for code, _ in moved_up(10, others=strays)]
    assert codes == ["class_disagrees"] * 12


def test_before_a_new_school_year_has_begun_it_is_the_writing_that_lags_behind() -> None:
    june = Period(2026, 5, dt.date(2026, 6, 3))
    assert moved_up(10, period=june) == [("class_disagrees", f"联系!D{row}") for row in range(2, 12)]
