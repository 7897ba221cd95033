"""A small school with something of everything, examined as a run would, for the tests of 月度汇总.xlsx."""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.care.contact_findings import contact_findings
from pipeline.care.contacts import contact_status
from pipeline.care.coverage import coverage
from pipeline.care.coverage_findings import coverage_findings
from pipeline.findings import in_order
from pipeline.fund.books import compute_books
from pipeline.fund.controls import check_controls
from pipeline.fund.pledges import compute_pledges
from pipeline.fund.purses import check_purses
from pipeline.fund.reconciliation import reconcile
from pipeline.outcome import Outcome
from pipeline.read import Reading, SourceFile, SourceSheet
from pipeline.rules.people import resolve
from pipeline.settings import Settings
from tests.ledgers import OCTOBER, make_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

HOSTILE = '=HYPERLINK("http://example.test","点我")'
SETTINGS = Settings(
    school="云岭示例中学",
    fund="爱心扶贫基金",
    bank="示例银行云岭支行",
    account="0000 1111",
    opening_date=dt.date(2026, 8, 31),
    opening_bank=2_000_000,
    opening_cash=10_000,
    opening_restricted={"助学金": 50_000},
    telephone="0571-00005566",
    office="党政办公室",
    cash_limit=100_000,
)
REGISTERS: Mapping[str, str] = MappingProxyType(
    {
        "捐款": f"""
    日期       | 收据号 | 捐款人        | 类别     | 金额    | 方式     | 用途   | 缴存单号 | 备注
    2026-09-02 | 001    | 顾明川        | 校级领导 | 120.00  | 银行转账 |        |          |
    2026-09-03 | 002    | 傅青松        | 教师     | 40.00   | 现金     |        | JC01     |
    2026-09-09 | 003    | 禾沐公司      | 企事业单位 | 6000.00 | 银行转账 | 助学金 |          |
    2026-10-08 | 004    | {HOSTILE}     | 社会人士 | 200.10  | 银行转账 |        |          | +1
    2026-10-20 | 005    | -沙明远       | 社会人士 | 88.88   | 银行转账 |        |          | @甲
    2026-10-21 | 006    | -沙明远       | 社会人士 | -88.88  | 银行转账 |        |          | 冲正
    2026-10-30 | 007    | 邬长庚        | 社会人士 | 33.30   | 银行转账 |        |          |
""",
        "支出": """
    日期 | 凭证号 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 资金 | 经办人 | 审批人 | 审批日期 | 签收人 | 签收日期
    2026-09-16|Z1|李漾|学生|生活补助|600.00|银行转账|助学金|傅青松|顾明川|2026-09-14|李父|2026-09-18
    2026-10-10|Z2|李漾|学生|学习用品|50.50|现金||傅青松|||李父|2026-10-12
""",
        "银行流水": """
    日期       | 摘要     | 金额    | 余额     | 对方户名 | 流水号
    2026-09-02 | 转账     | 120.00  | 20120.00 | 顾明川   | L1
    2026-09-04 | 现金存入 | 40.00   | 20160.00 |          | L2
    2026-09-09 | 往来     | 6000.00 | 26160.00 | 禾沐公司 | L3
    2026-09-17 | 转账支出 | -600.00 | 25560.00 | 李漾     | L4
    2026-10-08 | 转账     | 200.10  | 25760.10 |          | L5
    2026-10-21 | 结息     | 12.34   | 25772.44 |          | L6
    2026-10-25 | 服务费   | -15.00  | 25757.44 |          | L7
""",
        "现金存取": """
    日期       | 类型 | 单号 | 金额
    2026-09-04 | 缴存 | JC01 | 40.00
""",
        "物资": """
    日期       | 方向 | 对方 | 物品 | 数量 | 单位
    2026-09-10 | 收   | 甲厂 | 书包 | 10   | 个
    2026-10-10 | 发   | 李漾 | 书包 | 2.5  | 个
""",
        "教职工": """
    姓名   | 部门   | 职务级别 | 党员
    顾明川 | 校长室 | 校级领导 | 是
    傅青松 | 数学组 | 教师     | 是
    景小满 | 英语组 | 教师     | 否
    贺文洁 | 英语组 | 教师     | 是
""",
        "学生": """
    姓名   | 班级        | 类别   | 状态
    李漾   | 七年级(1)班 | 贫困生 | 在读
    韦小北 | 七年级(2)班 | 贫困生 | 在读
    骆星河 | 八年级(1)班 | 贫困生 | 在读
""",
        "结对": """
    帮扶人 | 学生   | 类型     | 开始日期   | 结束日期   | 结束原因 | 帮扶措施 | 重点任务 | 目标
    顾明川 | 李漾   | 领导包扶 | 2026-09-01 |            |          | 谈心     | 补习     | 进步
    傅青松 | 李漾   | 党员帮扶 | 2026-09-01 |            |          | 谈心     | 补习     |
    傅青松 | 韦小北 | 党员帮扶 | 2023-09-01 |            |          | 谈心     | 补习     | 进步
    贺文洁 | 骆星河 | 党员帮扶 | 2025-09-01 | 2026-09-20 | 不合     | 谈心     | 补习     | 进步
""",
        "联系": """
    日期       | 帮扶人 | 学生   | 方式 | 思想动态 | 学习状况 | 生活状况
    2026-09-20 | 傅青松 | 李漾   | 谈心 | 好       | 好       | 好
    2026-09-21 | 傅青松 | 韦小北 | 谈心 | 平稳     | 尚可     |
    2026-10-22 | 傅青松 | 李漾   | 谈心 | 开朗     | 进步     | 正常
""",
        "学业": """
    学期                | 学生 | 平均分 | 年级名次 | 品德等级 | 旷课节数
    2025-2026学年第二学期 | 李漾 | 80.5   | 20       | 良       | 0
    2026-2027学年第一学期 | 李漾 | 82     | 15       | 优       | 0
""",
        "摸底": """
    学期                | 单位        | 对象 | 摸底日期   | 应摸底人数 | 困难人数 | 责任人
    2026-2027学年第一学期 | 七年级(1)班 | 学生 | 2026-09-08 | 40         | 3        | 傅青松
""",
        "困难教职工": """
    日期       | 姓名   | 部门   | 类型     | 程度 | 说明     | 上报单位 | 上报日期
    2026-09-01 | 景小满 | 英语组 | 本人重病 | 严重 | 住院治疗 | 区工会   | 2026-09-20
""",
        "慰问": """
    日期       | 活动     | 对象   | 对象类别 | 慰问金 | 慰问品 | 走访人
    2026-10-01 | 国庆慰问 | 景小满 | 在职教师 | 300.00 | 米一袋 | 顾明川
""",
        "倡议标准": """
    年度 | 级别     | 全年
    2026 | 校级领导 | 120
    2026 | 党员     | 60
    2026 | 教师     | 40
""",
        "管理小组": """
    小组     | 姓名   | 职务
    领导小组 | 顾明川 | 组长
""",
        "年度计划": """
    年度 | 活动     | 对象类别 | 人数 | 预算
    2026 | 国庆慰问 | 在职教师 | 2    | 600
""",
    }
)


def examine(settings: Settings = SETTINGS, /, **registers: str) -> Outcome:
    """The outcome of October 2026 of these registers (by title)."""
    tables = make_tables(**registers)
    people, of_people = resolve(tables, OCTOBER)
    pledges, of_pledges = compute_pledges(tables, people.staff, people.donors, OCTOBER)
    reconciliation, of_bank = reconcile(tables, settings, OCTOBER)
    gaps = coverage(tables, people, OCTOBER)
    findings = [
        *of_people,
        *of_pledges,
        *of_bank,
        *check_purses(tables, settings, OCTOBER),
        *check_controls(tables, settings, OCTOBER),
        *contact_findings(tables, people, OCTOBER),
        *coverage_findings(gaps),
    ]
    sheets = tuple(SourceSheet(title, (title,)) for title in registers)
    return Outcome(
        period=OCTOBER,
        settings=settings,
        reading=Reading(tables, (), (SourceFile("登记.xlsx", "", 1, sheets),)),
        tables=tables,
        people=people,
        books=compute_books(tables, settings, OCTOBER),
        reconciliation=reconciliation,
        pledges=pledges,
        contacts=contact_status(tables, people, settings, OCTOBER),
        coverage=gaps,
        findings=tuple(in_order(findings)),
    )


@cache
def example() -> Outcome:
    """The outcome of the whole school."""
    return examine(**REGISTERS)


@cache
def empty() -> Outcome:
    """A school that has kept nothing yet."""
    return examine(Settings(school="云岭示例中学", opening_date=dt.date(2026, 8, 31)))
