"""Header rows: wherever they stand, however they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.read.headers import known, plain_header, states_wan, without_wan
from pipeline.read.recognise import recognise
from tests.read.folder import column, problems, read_sheets, rows

if TYPE_CHECKING:
    from pathlib import Path

GIFTS = "日期 | 捐款人 | 类别 | 金额 | 方式"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("金额", "金额"),
        ("金 额（元）", "金额"),
        ("金额(人民币元)", "金额"),
        ("金额[¥]", "金额"),
        ("支出金额（-元）", "支出金额"),
        ("收入金额（+元）", "收入金额"),
        ("借方发生额/元(支取)", "借方发生额(支取)"),
        ("借方金额（收）", "借方金额(收)"),
        ("交易金额(收入)", "交易金额(收入)"),
        ("收(付)方名称", "收(付)方名称"),
        ("交易日期[ Transaction Date ]", "交易日期"),
        ("交易后余额[ After-transaction balance ]", "交易后余额"),
        ("金额（万元）", "金额(万元)"),
        ("签收人（签字）", "签收人"),
        ("日期：", "日期"),
        ("金额（小写）", "金额"),
        ("小写金额", "金额"),
        ("金额（大写）", "金额(大写)"),
        ("*姓名", "姓名"),
        ("旷课节数（节）", "旷课节数"),
    ],
)
def test_a_bracket_is_dropped_only_where_it_holds_a_unit(text: str, plain: str) -> None:
    assert plain_header(text) == plain


def test_full_width_letters_and_blanks_do_not_matter() -> None:
    assert known("日\u3000期")
    assert known("捐款人／单位")
    assert not known("天气")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("金额（万元）", True),
        ("金额单位：万元", True),
        ("单位:人民币万元", True),
        ("金额（千元）", True),
        ("金额单位：元", False),
        ("为贫困生募集10万元活动", False),
        ("三百万元助学金", False),
    ],
)
def test_wan_is_a_unit_unless_it_belongs_to_a_sum(text: str, states: bool) -> None:  # noqa: FBT001
    assert states_wan(text) is states


def test_a_header_without_its_wan_is_still_known() -> None:
    assert without_wan("金额（万元）") == "金额"


@pytest.mark.parametrize(
    ("headers", "register"),
    [
        ("日期 捐款人 类别 金额 方式", "donations"),
        ("捐赠时间 捐赠方 捐赠方性质 到账金额 捐款途径", "donations"),
        ("日期 凭证号 受助对象 对象类别 项目 金额 方式 经办人", "disbursements"),
        ("日期 摘要 收入 支出 余额", "statement"),
        ("交易时间 借方发生额（支取） 贷方发生额（收入） 余额 对方户名", "statement"),
        ("日期 类型 单号 金额 经办人", "cash_moves"),
        ("日期 方向 对方 物品 数量", "goods"),
        ("银行流水号 登记号", "decisions"),
        ("日期 金额 登记号", "decisions"),
        ("日期 盘点金额 盘点人", "cash_counts"),
        ("工号 姓名 部门 职务级别 党员", "staff"),
        ("学号 姓名 班级 类别 状态", "students"),
        ("帮扶人 学生 类型 开始日期", "pairings"),
        ("学期 学生 平均分", "progress"),
        ("学期 单位 对象 摸底日期 应摸底人数 困难人数", "surveys"),
        ("日期 姓名 类型 程度", "staff_hardship"),
        ("谈话日期 谈话人 谈话对象 谈话方式 谈话内容", "contacts"),
        ("日期 活动 对象 对象类别 慰问金 走访人", "visits"),
        ("项目 内容", "settings"),
        ("年度 级别 每日 全年", "pledge_rates"),
        ("小组 姓名 职务", "group"),
        ("年度 活动 对象类别 人数 预算", "plan"),
        ("月份 公示起 公示止", "postings"),
    ],
)
def test_every_register_is_recognised_by_its_header(headers: str, register: str) -> None:
    found = recognise(headers.split())
    assert found.complete
    assert found.register
    assert found.register.name == register


def test_a_duty_roster_is_no_register() -> None:
    assert recognise(["日期", "姓名", "部门", "电话"]).register is None


def test_the_header_may_stand_below_title_and_unit_lines_and_blank_columns(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        示例中学捐款登记表
        | 填报单位：办公室 || 单位：元

        | {GIFTS}

        | 2026-10-01 | 李明 | 教师 | 50 | 现金
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [6]
    assert reading.tables["donations"].place(0, "amount").cell == "E6"


def test_a_header_of_two_rows_with_merged_upper_cells(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        日期       | 帮扶人 | 学生 | 方式 | 谈话内容 |          |
                   |        |      |      | 思想动态 | 学习状况 | 生活状况
        2026-10-01 | 李明   | 王芳 | 谈心 | 平稳     | 认真     | 正常
        """,
        {"表": ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"]},
    )
    assert problems(reading) == []
    assert column(reading, "contacts", "thoughts") == ["平稳"]
    assert column(reading, "contacts", "life") == ["正常"]
    assert column(reading, "contacts", "talk") == [""]
    assert reading.tables["contacts"].blocks[0].header_row == 1


def test_a_group_above_names_what_stands_below(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        日期       | 凭证号 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 经办人 | 审批 |            | 签收 |
                   |        |          |          |      |      |      |        | 人   | 日期       | 人   | 日期
        2026-10-09 | Z1 | 王芳 | 学生 | 奖学金 | 60 | 现金 | 李明 | 赵校长 | 2026-10-08 | 王芳 | 2026-10-10
        """,
        {"表": ["I1:J1", "K1:L1"]},
    )
    assert problems(reading) == []
    assert column(reading, "disbursements", "approver") == ["赵校长"]
    assert str(column(reading, "disbursements", "signed_on")[0])[:10] == "2026-10-10"


def test_a_row_of_units_or_column_numbers_below_the_header_is_no_record(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "甲": f"{GIFTS}\n | | | （元） |\n2026-10-01 | 李明 | 教师 | 50 | 现金",
            "乙": f"{GIFTS}\n1 | 2 | 3 | 4 | 5\n2026-10-02 | 李明 | 教师 | 50 | 现金",
        },
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [3, 3]


def test_headers_repeated_on_each_printed_page_are_no_records(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        捐款登记表
        {GIFTS}
        2026-10-01 | 李明 | 教师 | 50 | 现金
        小计 | | | 50 |

        示例中学二〇二六年捐款登记表（续）
        填报单位：办公室 | | | 单位：元 |
        {GIFTS}
        2026-10-02 | 王芳 | 教师 | 60 | 现金
        小计 | | | 60 |
        合计 | | | 110 |
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [3, 9]
    assert len(reading.tables["donations"].blocks) == 1


def test_a_repeated_header_far_below_is_found_too(tmp_path: Path) -> None:
    page = "\n".join(f"2026-10-01 | 李明{number} | 教师 | 50 | 现金" for number in range(100))
    reading = read_sheets(tmp_path, "\n".join([GIFTS, page, "", GIFTS.replace("日期", "日　期"), page, GIFTS, page]))
    assert problems(reading) == []
    assert len(rows(reading, "donations")) == 300


def test_several_tables_one_below_the_other(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS}
        2026-10-01 | 李明 | 教师 | 50 | 现金
        合计 | | | 50 |

        管理小组名单
        小组 | 姓名 | 职务
        领导小组 | 赵校长 | 组长
        项目 | 内容
        学校名称 | 示例中学
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2]
    assert rows(reading, "group") == [7]
    assert column(reading, "settings", "content") == ["示例中学"]


def test_tables_side_by_side(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS} | | 小组 | 姓名 | 职务
        2026-10-01 | 李明 | 教师 | 50 | 现金 | | 领导小组 | 赵校长 | 组长
        2026-10-02 | 王芳 | 教师 | 60 | 现金 | | |  |
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2, 3]
    assert rows(reading, "group") == [2]
    assert reading.tables["group"].place(0, "name").cell == "H2"


def test_one_table_printed_in_two_halves_side_by_side(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        "小组 | 姓名 | 职务 | 小组 | 姓名 | 职务\n领导小组 | 赵校长 | 组长 | 管理小组 | 李明 | 组员",
    )
    assert problems(reading) == []
    assert column(reading, "group", "name") == ["赵校长", "李明"]


def test_of_equal_headers_the_first_counts_and_a_difference_is_said(tmp_path: Path) -> None:
    same = f"{GIFTS} | 金额\n2026-10-01 | 李明 | 教师 | 50 | 现金 | 50"
    assert problems(read_sheets(tmp_path, same)) == []
    reading = read_sheets(tmp_path, same.removesuffix("50") + "60")
    assert problems(reading) == [("header_twice", "F1")]
    assert column(reading, "donations", "amount") == [5000]


def test_two_columns_of_one_meaning_complete_each_other(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS} | 部门 | 班级
        2026-10-01 | 李明 | 教师 | 50 | 现金 | 语文组 |
        2026-10-01 | 王芳 | 学生 | 5 | 现金 | | 七年级(1)班
        """,
    )
    assert column(reading, "donations", "department") == ["语文组", "七年级(1)班"]


def test_a_missing_required_column_is_one_error_at_the_header_row_with_the_nearest_header(tmp_path: Path) -> None:
    page = "日期 | 捐款人 | 类别 | 捐助的金额 | 方式\n2026-10-01 | 李明 | 教师 | 50 | 现金"
    reading = read_sheets(tmp_path, f"标题\n{page}\n{page}")
    assert problems(reading) == [("header_missing", "2")]
    assert reading.findings[0].facts["missing"] == "「金额」"
    assert "是否为「金额」列" in reading.findings[0].remedy
    assert reading.tables["donations"].blocks == ()
    assert reading.files[0].sheets[0].reason == "header_broken"


def test_two_registers_that_fit_equally_are_one_error(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, "日期 | 姓名 | 类型 | 金额\n2026-10-01 | 李明 | 缴存 | 5")
    assert problems(reading) == [("header_ambiguous", "1")]
    assert reading.findings[0].facts == {"registers": "现金存取、困难教职工"}


def test_a_nearly_right_header_of_a_column_that_may_be_missing_is_a_warning(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, f"{GIFTS} | 限制用途\n2026-10-01 | 李明 | 教师 | 50 | 现金 | 助学金")
    assert problems(reading) == [("header_nearly", "F1")]
    assert reading.findings[0].facts["hint"] == "用途"


@pytest.mark.parametrize("above", ["单位：万元\n", "捐款登记表 | | | 金额单位：万元\n\n"])
def test_wan_above_the_header_is_an_error_and_the_table_does_not_count(tmp_path: Path, above: str) -> None:
    reading = read_sheets(tmp_path, f"{above}{GIFTS}\n2026-10-01 | 李明 | 教师 | 0.5 | 现金")
    assert [code for code, _ in problems(reading)] == ["header_wan"]
    assert reading.tables["donations"].usable.empty
    assert len(reading.tables["donations"].frame) == 1


def test_wan_in_a_header_is_an_error_at_its_cell(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, "日期 | 捐款人 | 类别 | 金额（万元） | 方式\n2026-10-01 | 李明 | 教师 | 0.5 | 现金")
    assert problems(reading) == [("header_wan", "D1")]


def test_wan_in_a_note_below_is_none_of_the_headers_business(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"{GIFTS}\n2026-10-01 | 李明 | 教师 | 50 | 现金\n注：目标2万元。\n\n小组 | 姓名 | 职务\n领导小组 | 赵 | 组长",
    )
    assert problems(reading) == []


def test_yes_means_what_the_header_of_its_own_table_asks(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "甲": f"{GIFTS} | 是否匿名\n2026-10-01 | 李明 | 教师 | 50 | 现金 | 是",
            "乙": f"{GIFTS} | 公开\n2026-10-01 | 李明 | 教师 | 50 | 现金 | 是",
        },
    )
    assert column(reading, "donations", "disclosure") == ["匿名", "实名"]


def test_tables_side_by_side_that_begin_in_different_rows(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS} | | 管理小组名单 |
        2026-10-01 | 李明 | 教师 | 50 | 现金 | | |
        2026-10-02 | 王芳 | 教师 | 60 | 现金 | | 小组 | 姓名 | 职务
        2026-10-03 | 赵强 | 教师 | 70 | 现金 | | 领导小组 | 赵校长 | 组长
        合计 | | | 180 | | | 管理小组 | 李明 | 组员
        """,
    )
    assert problems(reading) == []
    assert rows(reading, "donations") == [2, 3, 4]
    assert rows(reading, "group") == [4, 5]
    assert reading.tables["group"].place(1, "name").cell == "H5"


def test_a_form_for_one_person_is_no_table(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, "登记卡\n姓名： | 王芳 | 班级： | 七年级(1)班\n类别： | 贫困生 | 状态： | 在读")
    assert problems(reading) == [("sheet_unknown", "1")]


def test_wan_above_a_later_table_concerns_that_table_only(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        f"""
        {GIFTS}
        2026-10-01 | 李明 | 教师 | 50 | 现金

        | | | 单位：万元
        {GIFTS}
        2026-10-02 | 王芳 | 教师 | 0.6 | 现金
        """,
    )
    assert problems(reading) == [("header_wan", "D4")]
    assert reading.tables["donations"].usable["donor"].tolist() == ["李明"]


def test_a_header_of_three_rows(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        """
        序号 | 日期 | 捐款人 | 类别 | 捐款 | | |
             | | | | 款项 | | |
             | | | | 金额 | 方式 | 用途 |
        1 | 2026-10-01 | 李明 | 教师 | 50 | 现金 | |
        """,
        {"表": ["A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:G1", "E2:G2"]},
    )
    assert problems(reading) == []
    assert column(reading, "donations", "amount") == [5000]


def test_a_second_header_row_that_only_repeats_what_is_meant(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        "日期 | 摘要 | 借方 | 贷方 | 余额\n | | 发生额 | 发生额 |\n2026-10-01 | 存入 | | 50 | 50",
    )
    assert problems(reading) == []
    assert column(reading, "statement", "amount") == [5000]


def test_a_summary_of_months_is_no_statement(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, "月份 | 收入 | 支出 | 余额\n9月 | 50 | 20 | 30\n10月 | 50 | 20 | 60")
    assert problems(reading) == [("sheet_unknown", "1")]


@pytest.mark.parametrize(
    "page",
    [
        "姓名 | 部门 | 职务 | 电话\n李明 | 语文组 | 组长 | 1",
        "学号 | 姓名 | 班级 | 性别 | 家长电话\n1 | 李明 | 七年级(1)班 | 男 | 1",
        "日期 | 物品 | 数量 | 领用人\n2026-10-01 | 纸 | 2 | 李明",
        "日期 | 摘要 | 金额\n2026-10-01 | 买书 | 20",
        "捐款人 | 类别 | 金额\n李明 | 教师 | 50",
    ],
)
def test_a_list_with_a_few_columns_like_those_of_a_register_is_no_broken_register(tmp_path: Path, page: str) -> None:
    reading = read_sheets(tmp_path, page)
    assert {each.severity for each in reading.findings} <= {"warning"}
    assert not any(table.blocks for table in reading.tables.values())


@pytest.mark.parametrize(
    ("name", "page", "missing", "told"),
    [
        (
            "基本信息",
            "名目 | 填写\n学校名称 | 青石中学",
            "「项目」、「内容」",
            "「名目」是否为「项目」列？认不出的列名有「填写」",
        ),
        ("基本信息表", "本校设置\n项 目 | 填写\n学校名称 | 青石中学", "「内容」", "认不出的列名有「填写」"),
        ("核对", "银行流水号 | 单据\nL1 | 0001", "「登记号」", "认不出的列名有「单据」"),
        ("核对", "银行流水号 | 登计号\nL1 | 0001", "「登记号」", "「登计号」是否为「登记号」列"),
        ("现金盘点", "日期 | 数\n2026-10-31 | 50", "「盘点金额」", "认不出的列名有「数」"),
    ],
)
def test_a_small_register_is_known_by_its_sheet(tmp_path: Path, name: str, page: str, missing: str, told: str) -> None:
    reading = read_sheets(tmp_path, {name: page})
    assert [each.code for each in reading.findings] == ["header_missing"]
    assert reading.findings[0].facts["missing"] == missing
    assert told in reading.findings[0].remedy
    assert reading.files[0].sheets[0].reason == "header_broken"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("日期 | 摘要 | 收人 | 支出 | 余额 | 对方户名\n2026-10-01 | 捐 | 50 | | 50 | 李明", "认不出的列名有「收人」"),
        (
            "日期 | 摘要 | 收入 | 支出 | 结余数 | 对方户名\n2026-10-01 | 捐 | 50 | | 50 | 李明",
            "认不出的列名有「结余数」",
        ),
        (
            "帮扶人 | 学生 | 班极 | 类型 | 起始日\n李明 | 王芳 | 七1 | 党员帮扶 | 2026-9-1",
            "「起始日」是否为「开始日期」列？",
        ),
        ("学号 | 姓名 | 班极 | 类别 | 状态\n1 | 王芳 | 七1 | 贫困生 | 在读", "「班极」是否为「班级」列？"),
    ],
)
def test_headers_that_name_nothing_are_named_where_one_is_missing(tmp_path: Path, page: str, told: str) -> None:
    (finding,) = read_sheets(tmp_path, page).findings
    assert finding.severity == "error"
    assert told in finding.remedy


def test_a_sheet_called_like_a_register_may_hold_another_list(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"联系": "姓名 | 班级 | 电话\n李明 | 七年级(1)班 | 1\n王芳 | 七年级(1)班 | 2"})
    assert problems(reading) == [("sheet_unknown", "1")]


def test_a_sheet_called_like_its_register_is_meant_with_few_columns_too(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"管理小组": "姓名 | 职务\n李明 | 组长"})
    assert problems(reading) == [("header_missing", "1")]


OCTOBER_ROWS = ("2026-10-01 | 李明 | 教师 | 50 | 现金", "2026-10-31 | 王芳 | 教师 | 60 | 现金")


# One line a case: what stands above rows of 2026-10-01 and 2026-10-31 | the cell that is told
@pytest.mark.parametrize(
    ("above", "cells"),
    [
        ("2026年9月捐款明细", ["A1"]),
        ("2025 年 10 月 捐款明细", ["A1"]),
        ("捐款明细（９月份）", ["A1"]),
        ("云岭示例中学捐款表\n单位：校办 | | 所属月份：11月份 | | 金额单位：元", ["C2"]),
        ("2026年9月捐款明细\n\n单位：元", ["A1"]),
        ("2026年10月捐款明细", []),
        ("捐款明细（10月）", []),
        ("捐款明细", []),
        ("2026年捐款明细", []),
        ("2026年9月、10月捐款明细", []),
        ("2026年9-12月捐款明细", []),
        ("2026年8月捐款明细\n2026年9月", []),
        ("填报日期：2026年11月3日", []),
        ("填报日期：2026年11月", []),
        ("捐款表（2025年9月修订）", []),
        ("教师节（9月10日）捐款明细", []),
        ("2026年9月 | 3", []),
    ],
)
def test_a_title_of_another_month_is_a_warning_at_its_cell(tmp_path: Path, above: str, cells: list[str]) -> None:
    reading = read_sheets(tmp_path, "\n".join([above, GIFTS, *OCTOBER_ROWS]))
    assert problems(reading) == [("title_other_month", cell) for cell in cells]
    assert len(reading.tables["donations"].usable) == len(OCTOBER_ROWS)


@pytest.mark.parametrize(
    "rows",
    [
        ("2026-09-30 | 李明 | 教师 | 50 | 现金", OCTOBER_ROWS[1]),
        (" | 李明 | 教师 | 50 | 现金",),
        (),
    ],
    ids=["some rows are of the month", "no row has a date", "no rows"],
)
def test_a_title_is_not_told_unless_every_dated_row_is_of_another_month(tmp_path: Path, rows: tuple[str, ...]) -> None:
    told = problems(read_sheets(tmp_path, "\n".join(["2026年9月捐款明细", GIFTS, *rows])))
    assert "title_other_month" not in dict(told)


def test_each_table_of_a_sheet_answers_for_its_own_title(tmp_path: Path) -> None:
    moves = ("2026年9月现金存取", "日期 | 类型 | 单号 | 金额", "2026-10-13 | 缴存 | J01 | 20")
    reading = read_sheets(tmp_path, "\n".join(["2026年10月捐款", GIFTS, *OCTOBER_ROWS, "", *moves]))
    assert problems(reading) == [("title_other_month", "A6")]
    assert "2026-10-13 至 2026-10-13" in reading.findings[0].sentence


def test_the_title_of_a_statement_may_be_of_any_month(tmp_path: Path) -> None:
    lines = ("2026年9月对账单", "日期 | 摘要 | 收入 | 支出 | 余额", "2026-10-13 | 存入 | 20 | | 20")
    assert "title_other_month" not in dict(problems(read_sheets(tmp_path, "\n".join(lines))))
