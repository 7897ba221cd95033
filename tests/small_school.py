# ruff: noqa: E501 - the rows of a register are not cut
"""A whole small school of two months as one workbook: quick to read, without any problem, postable.

The bank book moves with every transfer, and the statement knows each move. A test changes what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHEETS: Mapping[str, str] = {
    "基本信息": """
        项目         | 内容
        学校名称     | 云岭示例中学
        基金名称     | 云岭示例中学爱心基金
        期初日期     | 2026-08-31
        期初银行余额 | 10000
        期初现金余额 | 500
        监督电话     | 0571-00005566
        受理部门     | 学校党政办公室
    """,
    "倡议标准": """
        年度 | 级别     | 每日 | 全年
        2026 | 校级领导 | 0.4  | 120
        2026 | 中层领导 | 0.3  | 90
        2026 | 党员     | 0.2  | 60
        2026 | 教师     | 0.1  | 40
    """,
    "管理小组": """
        小组     | 姓名   | 职务
        领导小组 | 陆承宇 | 组长
    """,
    "教职工": """
        工号  | 姓名   | 部门   | 职务级别 | 党员
        T0001 | 陆承宇 | 校长室 | 校级领导 | 是
        T0002 | 贺文洁 | 政教处 | 中层领导 | 是
        T0003 | 史一鸣 | 语文组 | 教师     | 是
    """,
    "学生": """
        学号   | 姓名          | 班级        | 类别   | 状态 | 监护人 | 联系电话    | 住址
        S00001 | 李漾          | 七年级(1)班 | 贫困生 | 在读 | 李根发 | 19900000011 | 云岭县石桥镇枫树湾17号
        S00002 | 张砚          | 八年级(2)班 | 贫困生 | 在读 | 张满仓 | 19900000015 | 云岭县石桥镇上湾村9号
        S00003 | 夏依代·买买提 | 八年级(1)班 | 问题生 | 在读 |        |             |
    """,
    "结对": """
        帮扶人 | 学生          | 类型     | 开始日期   | 帮扶措施 | 重点任务 | 目标
        贺文洁 | 李漾          | 党员帮扶 | 2026-09-01 | 每周谈心 | 补数学   | 及格
        史一鸣 | 张砚          | 党员帮扶 | 2026-09-01 | 每周辅导 | 补英语   | 良好
        陆承宇 | 夏依代·买买提 | 领导包扶 | 2026-09-01 | 每月谈话 | 守纪律   | 进步
    """,
    "联系": """
        日期       | 帮扶人 | 学生 | 方式 | 思想动态 | 学习状况 | 生活状况
        2026-09-08 | 贺文洁 | 李漾 | 谈心 | 情绪平稳 | 数学进步 | 按时吃饭
        2026-09-09 | 史一鸣 | 张砚 | 家访 | 话多起来 | 背完单词 | 作息规律
        2026-10-12 | 贺文洁 | 李漾 | 电话 | 比较开朗 | 作业认真 | 添了冬衣
        2026-10-13 | 史一鸣 | 张砚 | 谈心 | 愿意说话 | 英语及格 | 住校习惯
    """,
    "捐款": """
        日期       | 收据号 | 捐款人       | 类别       | 部门   | 金额 | 方式     | 备注
        2026-09-05 | 00001  | 贺文洁       | 中层领导   | 政教处 | 90   | 银行转账 |
        2026-09-10 | 00002  | 澜谷示例公司 | 企事业单位 |        | 2000 | 银行转账 |
        2026-10-06 | 00003  | 卓远航       | 社会人士   |        | 300  | 银行转账 |
        2026-10-08 | 00004  | 史一鸣       | 党员       | 语文组 | 60   | 现金     |
    """,
    "支出": """
        日期       | 凭证号 | 受助对象 | 对象类别 | 项目     | 金额 | 方式     | 经办人 | 审批人 | 审批日期   | 签收人 | 签收日期
        2026-09-20 | F01    | 李漾     | 学生     | 生活补助 | 500  | 银行转账 | 史一鸣 | 陆承宇 | 2026-09-18 | 李根发 | 2026-09-21
        2026-10-15 | F02    | 张砚     | 学生     | 学习用品 | 120  | 现金     | 史一鸣 | 陆承宇 | 2026-10-14 | 张满仓 | 2026-10-16
    """,
    "银行流水": """
        日期       | 摘要 | 收入 | 支出 | 余额  | 对方户名     | 流水号
        2026-09-05 | 转入 | 90   |      | 10090 | 贺文洁       | L0001
        2026-09-10 | 转入 | 2000 |      | 12090 | 澜谷示例公司 | L0002
        2026-09-20 | 转出 |      | 500  | 11590 | 李漾         | L0003
        2026-10-06 | 转入 | 300  |      | 11890 | 卓远航       | L0004
    """,
}


def write_school(folder: Path, *changes: tuple[str, str, str]) -> None:
    """Write the school as 登记.xlsx into the folder; a change: sheet, text as it stands there once, text instead.

    A text that is to be a row more ends with a line break, and so does the row that it comes before.
    """
    sheets = dict(SHEETS)
    for sheet, old, new in changes:
        assert sheets[sheet].count(old) == 1, (sheet, old)
        sheets[sheet] = sheets[sheet].replace(old, new)
    write_book(folder / "登记.xlsx", sheets)
