"""A school of two terms, small enough to be summed by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.care.contacts import contact_status
from pipeline.care.coverage import coverage
from pipeline.fund.books import compute_books
from pipeline.fund.pledges import compute_pledges
from pipeline.rules.people import resolve
from pipeline.settings import Settings
from tests.ledgers import make_tables
from tests.outcomes import outcome_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.outcome import Outcome
    from pipeline.period import Period

TODAY = dt.date(2026, 11, 3)
SETTINGS = Settings(
    school="云岭示例中学",
    fund="爱心基金",
    opening_date=dt.date(2025, 12, 31),
    opening_bank=100_000,
    opening_restricted=MappingProxyType({"助学金": 40_000}),
)
REGISTERS: Mapping[str, str] = MappingProxyType(
    {
        "捐款": """
    日期       | 捐款人   | 类别       | 金额   | 方式     | 用途   | 备注
    2026-01-10 | 陆承宇   | 校级领导   | 120    | 银行转账 |        |
    2026-03-05 | 禾沐公司 | 企事业单位 | 500.50 | 银行转账 | 助学金 |
    2026-05-06 | 卓远航   | 社会人士   | 70     | 银行转账 |        |
    2026-05-07 | 卓远航   | 社会人士   | -70    | 银行转账 |        | 冲正
    2026-09-10 | 贺文洁   | 党员       | 30     | 银行转账 |        |
    2026-10-11 | 卓远航   | 社会人士   | 200    | 银行转账 |        |
    2026-11-02 | 卓远航   | 社会人士   | 999    | 银行转账 |        |
""",
        "支出": """
    日期       | 凭证号 | 受助对象 | 对象类别 | 项目     | 金额 | 方式     | 资金   | 经办人
    2026-03-20 | Z1     | 李漾     | 学生     | 生活补助 | 300  | 银行转账 | 助学金 | 史一鸣
    2026-10-20 | Z2     | 李漾     | 学生     | 学习用品 | 50   | 银行转账 |        | 史一鸣
    2026-10-21 | Z3     | 张砚     | 学生     | 学习用品 | 40   | 银行转账 |        | 史一鸣
    2026-10-22 | Z4     | 史一鸣   | 在职教师 | 走访慰问 | 60   | 银行转账 |        | 贺文洁
""",
        "教职工": """
    姓名   | 部门   | 职务级别 | 党员
    陆承宇 | 校长室 | 校级领导 | 否
    贺文洁 | 政教处 | 教师     | 是
    史一鸣 | 语文组 | 教师     | 是
""",
        "学生": """
    姓名   | 班级        | 类别   | 状态 | 状态日期
    李漾   | 八年级(1)班 | 贫困生 | 在读 |
    张砚   | 七年级(1)班 | 贫困生 | 在读 |
    骆星河 | 九年级(1)班 | 贫困生 | 毕业 | 2026-07-01
    韦小北 | 八年级(2)班 | 贫困生 | 辍学 | 2026-10-09
""",
        "结对": """
    帮扶人 | 学生   | 类型     | 开始日期   | 结束日期   | 结束原因 | 帮扶措施 | 重点任务 | 目标
    贺文洁 | 李漾   | 党员帮扶 | 2025-09-01 |            |          | 谈心     | 补习     | 进步
    史一鸣 | 骆星河 | 党员帮扶 | 2024-09-01 | 2026-06-30 | 毕业     | 谈心     | 补习     | 进步
    史一鸣 | 李漾   | 党员帮扶 | 2026-03-01 | 2026-05-31 | 换人     | 谈心     | 补习     | 进步
    陆承宇 | 张砚   | 领导包扶 | 2026-09-01 |            |          | 谈心     |          | 进步
""",
        "联系": """
    日期       | 帮扶人 | 学生   | 方式 | 思想动态 | 学习状况 | 生活状况
    2026-08-20 | 贺文洁 | 李漾   | 家访 | 稳       | 好       | 可
    2026-09-10 | 贺文洁 | 李漾   | 谈心 | 稳       | 好       | 可
    2026-09-11 | 陆承宇 | 张砚   | 谈心 | 稳       | 好       | 可
    2026-09-12 | 贺文洁 | 李漾   | 电话 | 稳       | 好       | 可
    2026-10-10 | 贺文洁 | 李漾   | 谈心 | 稳       |          | 可
""",
        "学业": """
    学期                  | 学生 | 平均分
    2025-2026学年第一学期 | 李漾 | 70
    2025-2026学年第二学期 | 李漾 | 75
    2026-2027学年第一学期 | 李漾 | 71
    2026-2027学年第一学期 | 张砚 | 80
""",
        "摸底": """
    学期                  | 单位        | 对象   | 摸底日期   | 应摸底人数 | 困难人数 | 责任人
    2025-2026学年第二学期 | 九年级(1)班 | 学生   | 2026-03-01 | 40         | 3        | 史一鸣
    2026-2027学年第一学期 | 七年级(1)班 | 学生   | 2026-09-08 | 45         | 2        | 史一鸣
    2026-2027学年第一学期 | 语文组      | 教职工 | 2026-09-09 | 12         | 1        | 史一鸣
""",
        "困难教职工": """
    日期       | 姓名   | 部门   | 类型     | 程度 | 上报单位 | 上报日期
    2026-02-01 | 史一鸣 | 语文组 | 生活困难 | 一般 |          |
    2026-09-01 | 贺文洁 | 政教处 | 家属重病 | 严重 | 区工会   | 2026-09-05
""",
        "物资": """
    日期       | 方向 | 对方 | 物品 | 数量 | 单位
    2026-02-10 | 收   | 甲厂 | 书包 | 10   | 个
    2026-03-10 | 发   | 李漾 | 书包 | 4    | 个
    2026-10-10 | 发   | 张砚 | 书包 | 1.5  | 个
""",
        "慰问": """
    日期       | 活动     | 对象   | 对象类别 | 慰问金 | 走访人
    2026-02-05 | 春节慰问 | 李漾   | 学生     | 200    | 陆承宇
    2026-10-22 | 国庆慰问 | 史一鸣 | 在职教师 | 60     | 陆承宇
""",
        "倡议标准": """
    年度 | 级别     | 全年
    2026 | 校级领导 | 120
    2026 | 党员     | 60
""",
        "年度计划": """
    年度 | 活动     | 对象类别 | 人数 | 预算
    2026 | 春节慰问 | 学生     | 2    | 400
    2026 | 国庆慰问 | 在职教师 | 1    | 60
""",
    }
)


def examine(period: Period, settings: Settings = SETTINGS, /, **registers: str) -> Outcome:
    """The outcome of a month of these registers, by their titles; all of REGISTERS where none is given."""
    tables = make_tables(**(registers or REGISTERS))
    people, _ = resolve(tables, period)
    return replace(
        outcome_of(),
        period=period,
        settings=settings,
        tables=tables,
        people=people,
        books=compute_books(tables, settings, period),
        pledges=compute_pledges(tables, people.staff, people.donors, period)[0],
        contacts=contact_status(tables, people, settings, period),
        coverage=coverage(tables, people, period),
    )
