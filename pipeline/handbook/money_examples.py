"""Examples of findings about the fund's purses, controls, bank and pledges."""

from __future__ import annotations

from pipeline.handbook.model import Example

_PAID_IN_CASH = "李小明 | 学生 | 生活补助 | 600 | 现金 | | 钱文 | 周启明 | 2026-10-30 | 李大海 | 2026-10-31"

PURSES = (
    Example("purpose_below_zero", "支出!F3", put={"捐款!H2": "奖学金", "捐款!H3": ""}),
    Example("purpose_without_gifts", "支出!F3", put={"捐款!H3": "助学"}),
    Example("unrestricted_below_zero", "支出!F2", add={"基本信息": "期初限定·助学 | 10500"}),
    Example("cash_below_zero", "支出!F4", add={"支出": f"2026-10-31 | Z003 | {_PAID_IN_CASH}"}),
    Example(
        "opening_below_zero",
        "基本信息!B4",
        add={"基本信息": "期初限定·助学 | 20000"},
    ),
    Example(
        "pledge_rates_of_year",
        sheets={
            "倡议标准": """
                年度 | 级别 | 每日 | 全年
                2025 | 校级领导 | 0.4 | 120
                2025 | 中层领导 | 0.3 | 90
                2025 | 党员 | 0.2 | 60
                2025 | 教师 | 0.1 | 40
            """,
        },
    ),
    Example(
        "pledge_rates_unknown",
        sheets={
            "倡议标准": """
                年度 | 级别 | 每日 | 全年
                2027 | 校级领导 | 0.4 | 120
                2027 | 中层领导 | 0.3 | 90
                2027 | 党员 | 0.2 | 60
                2027 | 教师 | 0.1 | 40
            """,
        },
    ),
)

CONTROLS = (
    Example("approver_missing", "支出!J2", put={"支出!J2": ""}),
    Example("approver_outside", "支出!J2", put={"支出!J2": "孙丽"}),
    Example("approver_is_handler", "支出!J2", put={"支出!I2": "周启明"}),
    Example("approver_is_recipient", "支出!J2", put={"支出!C2": "周启明", "支出!D2": "在职教师"}),
    Example("approved_late", "支出!K2", put={"支出!K2": "2026-10-17"}),
    Example("receipt_repeated", "捐款!B4", put={"捐款!B4": "'0001"}),
    Example("receipt_gap", "捐款!B4", put={"捐款!B4": "'0005"}),
    Example(
        "entered_twice",
        "捐款!F5",
        add={"捐款": "2026-09-10 | '0004 | 孙丽 | 教师 | 数学组 | 40 | 银行转账"},
    ),
    Example("signed_late", "支出!M2", put={"支出!M2": "2026-10-28"}),
    Example("signed_missing", "支出!M2", put={"支出!L2": "", "支出!M2": ""}),
    Example("paid_in_late", "捐款!J4", put={"捐款!A4": "2026-09-11"}),
    Example(
        "paid_in_missing",
        "捐款!J5",
        add={"捐款": "2026-09-11 | '0004 | 孙丽 | 教师 | 数学组 | 10 | 现金"},
        put={"现金盘点!B2": "510"},
    ),
    Example("cash_over_limit", "捐款!F4", add={"基本信息": "库存现金限额 | 510"}),
    Example("deposit_differs", "现金存取!D2", put={"捐款!F4": "25", "现金盘点!B2": "505"}),
    Example("cash_count_differs", "现金盘点!B2", put={"现金盘点!B2": "480"}),
    Example("purpose_names_person", "捐款!H2", put={"捐款!H2": "资助李小明"}),
)

BANK = (
    Example("statement_chain_broken", "银行流水!E6", put={"银行流水!E6": "14206"}),
    Example(
        "statement_line_repeated",
        "银行流水!A7",
        add={"银行流水": "2026-10-20 | 凭证Z002 | | 500 | 14260 | 李小明 | B005"},
    ),
    Example(
        "statement_ends_early",
        "银行流水!A3",
        sheets={
            "银行流水": """
                日期 | 摘要 | 收入 | 支出 | 余额 | 对方户名 | 流水号
                2026-09-10 | 收据0001 | 40 | | 10040 | 孙丽 | B001
                2026-10-09 | 收据0002 | 5000 | | 15040 | 云岭商贸有限公司 | B002
            """,
        },
    ),
    Example("statement_missing", without=("银行流水",)),
    Example(
        "reference_sum_differs",
        "银行流水!5",
        put={"银行流水!D5": "310", "银行流水!E5": "14750", "银行流水!E6": "14250"},
    ),
    Example(
        "bank_candidates",
        "银行流水!7",
        add={
            "捐款": """
                2026-10-22 | '0004 | 陈先生 | 社会人士 | | 30 | 银行转账
                2026-10-23 | '0005 | 何先生 | 社会人士 | | 20 | 银行转账
                2026-10-24 | '0006 | 吕先生 | 社会人士 | | 20 | 银行转账
            """,
            "银行流水": "2026-10-26 | 捐款 | 50 | | 14310 | | B006",
        },
    ),
    Example(
        "bank_candidates_too_many",
        told={"date": "2026-10-26", "amount": "5,000.00"},
    ),
    Example(
        "reconciliation_differs",
        add={"基本信息": "期初对账单余额 | 9000"},
        put={
            "银行流水!E2": "9040",
            "银行流水!E3": "14040",
            "银行流水!E4": "14060",
            "银行流水!E5": "13760",
            "银行流水!E6": "13260",
        },
    ),
    Example("decision_line_unknown", "核对!A2", sheets={"核对": "银行流水号 | 登记号\nB999 | '0001"}, show="银行流水"),
    Example("decision_entry_unknown", "核对!B2", sheets={"核对": "银行流水号 | 登记号\nB001 | '9999"}, show="银行流水"),
    Example(
        "decision_contradicts",
        "核对!B3",
        sheets={"核对": "银行流水号 | 登记号\nB001 | '0001\nB003 | '0001"},
        show="银行流水",
    ),
    Example("decision_sum_differs", "核对!B2", sheets={"核对": "银行流水号 | 登记号\nB001 | '0002"}, show="银行流水"),
)

PAGES = (Example("privacy_leak", told={"page": "捐款公示.html", "part": "正文", "kind": "不应出现的姓名"}),)

EXAMPLES = (*PURSES, *CONTROLS, *BANK, *PAGES)
