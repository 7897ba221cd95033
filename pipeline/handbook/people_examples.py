"""Examples of findings about the school's settings, people, pairings and contacts."""

from __future__ import annotations

import datetime as dt

from pipeline.handbook.model import Example

_NEW_PUPIL = {"学生": "'04 | 陈大志 | 八年级(2)班 | 贫困生 | 困难 | 在读 | | 陈大河"}
_TALK = "谈心 | 情绪稳定 | 作业按时 | 生活正常"
_PLAN = "每月谈心 | 改进习惯 | 按时到校"
# Ten pupils whose classes have moved up since the term of their marks.
_CLASSMATES = tuple(
    enumerate(("孔一帆", "曹子衿", "严若谷", "华清越", "金晨曦", "魏知远", "陶然", "姜书瑶", "戚长风", "谢云归"), 11)
)

SETTINGS = (
    Example("register_missing", without=("倡议标准",), others=("pledge_rates_unknown",)),
    Example(
        "setting_missing",
        "基本信息!1",
        sheets={
            "基本信息": """
                项目 | 内容
                期初日期 | 2026-08-31
                期初银行余额 | 10000
                期初现金余额 | 500
            """,
        },
    ),
    Example("setting_unreadable", "基本信息!B4", put={"基本信息!B4": "一万左右"}, others=("statement_chain_broken",)),
    Example("setting_twice", "基本信息!B7", add={"基本信息": "期初现金余额 | 600"}),
    Example("setting_unknown", "基本信息!A7", add={"基本信息": "监督邮箱 | 校办转"}),
)

PEOPLE = (
    Example("person_unknown", "联系!B5", add={"联系": f"2026-10-20 | 何方 | 李小明 | 七年级(1)班 | {_TALK}"}),
    Example(
        "near_registered",
        "联系!B5",
        add={"联系": f"2026-10-20 | 吴建囯 | 李小明 | 七年级(1)班 | {_TALK}"},
        others=("person_unknown",),
    ),
    Example("person_unlisted", "支出!C2", put={"支出!C2": "何大志"}),
    Example(
        "namesakes",
        "捐款!C2",
        put={"捐款!E2": ""},
        add={"教职工": "'1007 | 孙丽 | 英语组 | 教师 | 否 | 在职"},
    ),
    Example("namesakes_by_name", "慰问!C2", add={"教职工": "'1007 | 冯德 | 数学组 | 教师 | 否 | 退休 | | 2019-08-31"}),
    Example("class_disagrees", "联系!D3", put={"联系!D3": "七年级(2)班"}),
    Example(
        "list_of_later_year",
        "学生!C2",
        add={
            "学生": "\n".join(f"'{number} | {name} | 九年级(1)班 | 问题生 | | 在读" for number, name in _CLASSMATES),
            "学业": "\n".join(f"2026-2027学年第一学期 | {name} | 八年级(1)班 | 80" for _, name in _CLASSMATES),
        },
        today=dt.date(2027, 9, 8),
    ),
    Example("number_disagrees", "捐款!L2", put={"捐款!L1": "工号", "捐款!L2": "'1004"}),
    Example("two_people", "捐款!C2", put={"捐款!C2": "孙丽、钱文"}),
    Example("number_repeated", "教职工!A8", add={"教职工": "'1005 | 何方 | 英语组 | 教师 | 否 | 在职"}),
    Example("status_without_date", "学生!G5", add={"学生": "'04 | 陈大志 | 八年级(2)班 | 问题生 | | 转学 | | 陈大河"}),
    Example(
        "near_name",
        "捐款!C5",
        add={"捐款": "2026-10-31 | '0004 | 云领商贸有限公司 | 企事业单位 | | 100 | 现金"},
    ),
)

CARE = (
    Example("contact_outside_pairing", "联系!A5", add={"联系": f"2026-08-28 | 吴建国 | 李小明 | | {_TALK}"}),
    Example("contact_unpaired", "联系!5", add={"联系": f"2026-10-20 | 吴建国 | 赵小刚 | 八年级(1)班 | {_TALK}"}),
    Example(
        "contact_entered_twice",
        "联系!A5",
        add={"联系": "2026-10-12 | 周启明 | 王小花 | 七年级(2)班 | 谈心 | 情绪稳定 | 作业按时 | 住校适应"},
    ),
    Example(
        "pairing_without_reason",
        "结对!G5",
        add={"结对": f"吴建国 | 赵小刚 | 八年级(1)班 | 党员帮扶 | 2026-09-01 | 2026-10-20 | | {_PLAN}"},
    ),
    Example(
        "pairing_broken",
        "结对!G5",
        add={"结对": f"吴建国 | 赵小刚 | 八年级(1)班 | 党员帮扶 | 2026-09-01 | 2026-10-20 | 工作调整 | {_PLAN}"},
    ),
    Example("member_without_pairing", "教职工!B8", add={"教职工": "'1007 | 何方 | 英语组 | 教师 | 是 | 在职"}),
    Example("leader_without_pairing", "教职工!B2", put={"结对!D2": "党员帮扶"}),
    Example(
        "leader_with_too_many",
        "教职工!B2",
        add={
            **_NEW_PUPIL,
            "结对": f"""
                周启明 | 李小明 | 七年级(1)班 | 领导包扶 | 2026-09-01 | | | {_PLAN}
                周启明 | 赵小刚 | 八年级(1)班 | 领导包扶 | 2026-09-01 | | | {_PLAN}
                周启明 | 陈大志 | 八年级(2)班 | 领导包扶 | 2026-09-01 | | | {_PLAN}
            """,
        },
    ),
    Example("student_without_helper", "学生!B5", add=_NEW_PUPIL),
    Example(
        "student_lost_helper",
        "学生!B5",
        add={
            **_NEW_PUPIL,
            "结对": f"吴建国 | 陈大志 | 八年级(2)班 | 党员帮扶 | 2026-09-01 | 2026-10-20 | 调离 | {_PLAN}",
        },
    ),
    Example(
        "student_helper_left",
        "学生!B5",
        add={
            **_NEW_PUPIL,
            "教职工": "'1007 | 何方 | 英语组 | 教师 | 否 | 调离 | | 2026-10-10",
            "结对": f"何方 | 陈大志 | 八年级(2)班 | 党员帮扶 | 2026-09-01 | | | {_PLAN}",
        },
    ),
    Example("pairing_expired", "结对!E3", put={"结对!E3": "2023-09-01"}),
    Example("pairing_without_measures", "结对!H3", put={"结对!H3": ""}),
    Example(
        "pairing_twice",
        "结对!B5",
        add={"结对": f"吴建国 | 李小明 | 七年级(1)班 | 党员帮扶 | 2026-09-01 | | | {_PLAN}"},
    ),
    Example("stock_negative", "物资!E3", put={"物资!E3": "11"}),
    Example("hardship_reported_late", "困难教职工!H2", put={"困难教职工!H2": "2026-10-20"}),
    Example("hardship_reported_missing", "困难教职工!H2", put={"困难教职工!G2": "", "困难教职工!H2": ""}),
)

EXAMPLES = (*SETTINGS, *PEOPLE, *CARE)
