"""People are found by number where both sides have one, else by name."""

from __future__ import annotations

from pipeline.rules.people import NOBODY
from pipeline.tables import OK
from tests.ledgers import OCTOBER, make_tables, told
from tests.rules.people.school import HE, LI_MING, LU, LUO, SHI, STAFF, STUDENTS, WANG_8, look, met, paired, said

from pipeline.rules.people import resolve  # isort: skip


def test_a_pairing_is_resolved_by_its_names() -> None:
    people, found = look(
        结对="""
            帮扶人 | 学生   | 类型     | 开始日期
            贺文洁 | 李明   | 党员帮扶 | 2025-09-01
            史一鸣 | 罗小满 | 党员帮扶 | 2025-09-01
        """
    )
    assert paired(people) == [(0, HE, LI_MING), (1, SHI, LUO)]
    assert found == []


def test_several_people_in_a_cell_are_a_row_each() -> None:
    people, found = look(
        结对="""
            帮扶人         | 学生         | 类型     | 开始日期
            贺文洁、史一鸣 | 李明、罗小满 | 党员帮扶 | 2025-09-01
        """
    )
    assert paired(people) == [(0, HE, LI_MING), (0, HE, LUO), (0, SHI, LI_MING), (0, SHI, LUO)]
    assert found == []


def test_a_name_written_twice_in_a_cell_counts_once() -> None:
    people, _ = look(
        联系="""
            日期       | 帮扶人         | 学生
            2026-10-01 | 贺文洁、贺文洁 | 李明
        """
    )
    assert met(people) == [(0, HE, LI_MING)]


def test_an_unknown_helper_is_an_error_at_his_cell_and_the_row_is_left_out() -> None:
    people, found = look(
        结对="""
            帮扶人 | 学生   | 类型     | 开始日期
            周不知 | 李明   | 党员帮扶 | 2025-09-01
            史一鸣 | 罗小满 | 党员帮扶 | 2025-09-01
        """
    )
    assert told(found) == [("person_unknown", "结对!A2")]
    assert found[0].severity == "error"
    assert "周不知" in found[0].sentence
    assert paired(people) == [(1, SHI, LUO)]


def test_of_several_in_a_cell_the_unknown_one_is_an_error_and_the_others_count() -> None:
    people, found = look(
        联系="""
            日期       | 帮扶人         | 学生
            2026-10-01 | 贺文洁、周不知 | 李明、郑不知
        """
    )
    assert told(found) == [("person_unknown", "联系!B2"), ("person_unknown", "联系!C2")]
    assert met(people) == [(0, HE, LI_MING)]


def test_an_unknown_student_in_progress_is_an_error() -> None:
    people, found = look(
        学业="""
            学期                   | 学生   | 平均分
            2026-2027学年第一学期 | 李明   | 80
            2026-2027学年第一学期 | 郑不知 | 80
        """
    )
    assert told(found) == [("person_unknown", "学业!B3")]
    assert people.progress.to_dict("records") == [{"row": 0, "student": LI_MING}]


def test_hardship_and_visitors_must_be_staff() -> None:
    people, found = look(
        困难教职工="""
            日期       | 姓名   | 类型
            2026-10-01 | 史一鸣 | 本人重病
            2026-10-02 | 周不知 | 本人重病
        """,
        慰问="""
            日期       | 活动 | 对象     | 对象类别 | 走访人
            2026-10-01 | 重阳 | 某某社区 | 社区     | 贺文洁、吴不知
        """,
    )
    assert told(found) == [("person_unknown", "困难教职工!B3"), ("person_unknown", "慰问!E2")]
    assert {each.severity for each in found} == {"error"}
    assert people.hardship.to_dict() == {0: SHI}


def test_a_number_goes_before_the_name() -> None:
    people, found = look(
        结对="""
            帮扶人 | 工号 | 学生 | 学号 | 类型     | 开始日期
            贺文洁 | T1   | 王芳 | S3   | 党员帮扶 | 2025-09-01
        """
    )
    assert paired(people) == [(0, HE, WANG_8)]
    assert found == []


def test_numbers_stand_for_the_people_of_the_cell_in_order() -> None:
    people, found = look(
        结对="""
            帮扶人         | 工号  | 学生         | 学号  | 类型     | 开始日期
            贺文洁、史一鸣 | T1、T2 | 王芳、罗小满 | S3,S4 | 党员帮扶 | 2025-09-01
        """
    )
    assert paired(people) == [(0, HE, WANG_8), (0, HE, LUO), (0, SHI, WANG_8), (0, SHI, LUO)]
    assert found == []


def test_a_number_of_somebody_else_is_a_warning_and_the_number_decides() -> None:
    people, found = look(
        结对="""
            帮扶人 | 工号 | 学生 | 类型     | 开始日期
            贺文洁 | T2   | 李明 | 党员帮扶 | 2025-09-01
        """
    )
    assert told(found) == [("number_disagrees", "结对!B2")]
    assert found[0].severity == "warning"
    assert "本行按「史一鸣」处理" in found[0].sentence
    assert paired(people) == [(0, SHI, LI_MING)]


def test_a_number_in_no_register_is_a_warning_and_the_name_decides() -> None:
    people, found = look(
        结对="""
            帮扶人 | 工号 | 学生 | 类型     | 开始日期
            贺文洁 | T9   | 李明 | 党员帮扶 | 2025-09-01
        """
    )
    assert told(found) == [("number_disagrees", "结对!B2")]
    assert paired(people) == [(0, HE, LI_MING)]


def test_a_number_says_nothing_where_the_register_has_none() -> None:
    people, found = look(
        教职工="""
            姓名   | 部门
            贺文洁 | 政教处
        """,
        结对="""
            帮扶人 | 工号 | 学生 | 类型     | 开始日期
            贺文洁 | T9   | 李明 | 党员帮扶 | 2025-09-01
        """,
    )
    assert found == []
    assert paired(people) == [(0, 0, LI_MING)]


def test_a_blank_cell_gives_no_finding_here() -> None:
    people, found = look(
        结对="""
            帮扶人 | 学生 | 类型     | 开始日期
                   | 李明 | 党员帮扶 | 2025-09-01
        """,
        联系="""
            日期       | 帮扶人 | 学生
            2026-10-01 | 贺文洁 |
        """,
    )
    assert found == []
    assert paired(people) == []
    assert met(people) == []


def test_a_row_with_another_error_is_checked_but_left_out() -> None:
    tables = dict(
        make_tables(
            教职工=STAFF,
            学生=STUDENTS,
            联系="""
                日期       | 帮扶人 | 学生
                2026-10-01 | 贺文洁 | 李明
                2026-10-02 | 周不知 | 李明
            """,
        )
    )
    contacts = tables["contacts"]
    tables["contacts"] = contacts.without(contacts.frame.index)
    people, found = resolve(tables, OCTOBER)
    assert told(found) == [("person_unknown", "联系!B3")]
    assert met(people) == []


def test_a_person_whose_own_row_is_faulty_is_known_but_left_out() -> None:
    tables = dict(
        make_tables(
            教职工=STAFF,
            学生=STUDENTS,
            联系="""
                日期       | 帮扶人 | 学生
                2026-10-01 | 贺文洁 | 李明
                2026-10-01 | 贺文洁 | 罗小满
            """,
        )
    )
    students = tables["students"]
    tables["students"] = students.without(students.frame.index[[LI_MING]])
    people, found = resolve(tables, OCTOBER)
    assert found == []
    assert met(people) == [(1, HE, LUO)]
    assert LI_MING not in people.students.index
    assert people.students[OK].all()


def test_without_a_student_register_nobody_is_called_unknown() -> None:
    tables = dict(make_tables(教职工=STAFF, 联系="日期|帮扶人|学生\n2026-10-01|贺文洁|李明"))
    people, found = resolve(tables, OCTOBER)
    assert found == []
    assert met(people) == []


def test_a_school_without_any_row_resolves_to_nobody() -> None:
    people, found = resolve(make_tables(), OCTOBER)
    assert found == []
    assert people.pairings.empty
    assert people.contacts.empty
    assert people.donors.empty


def test_group_members_need_not_be_staff() -> None:
    assert said(管理小组="小组|姓名|职务\n领导小组|周不知|组长") == []


def test_a_dotted_name_is_a_name_like_any_other() -> None:
    people, _ = look(
        教职工="姓名|部门\n夏依旦·买买提江|数学组",
        捐款="日期|捐款人|类别|金额|方式\n2026-10-01|夏依旦·买买提江|教师|50|现金",
    )
    assert people.donors.tolist() == [0]


def test_donors_and_recipients_are_nobody_where_there_is_none() -> None:
    people, found = look(
        捐款="""
            日期       | 捐款人     | 类别       | 金额 | 方式
            2026-10-01 | 陆承宇     | 校级领导   | 50   | 现金
            2026-10-01 | 某食品公司 | 企事业单位 | 50   | 现金
        """,
        支出="""
            日期       | 受助对象 | 对象类别 | 项目     | 金额 | 方式 | 经办人
            2026-10-01 | 罗小满   | 学生     | 生活补助 | 50   | 现金 | 贺文洁
            2026-10-01 | 史一鸣   | 在职教师 | 走访慰问 | 50   | 现金 | 贺文洁
            2026-10-01 | 某某社区 | 社区     | 社区资助 | 50   | 现金 | 贺文洁
        """,
    )
    assert found == []
    assert people.donors.tolist() == [LU, NOBODY]
    assert people.pupil_donors.tolist() == [NOBODY, NOBODY]
    assert people.recipients["staff"].tolist() == [NOBODY, SHI, NOBODY]
    assert people.recipients["student"].tolist() == [LUO, NOBODY, NOBODY]
