"""Wording of the pages to post: words in their tables, and findings about them."""

from __future__ import annotations

from pipeline.messages.message import Message

ANONYMOUS_GIVER = "爱心人士"
OTHER_CLASSES, ALL_CLASSES = "其他班级", "各班合计"
PUPILS, STAFF = "学生", "教职工"
FUND_UNNAMED = "爱心基金"
UNRESTRICTED = "非限定用途"

OPENING, INCOME_TOTAL, GRAND_TOTAL = "上期结余", "收入合计", "总计"
ADJUSTED = "上期调整"
SPENDING_TOTAL, CLOSING = "支出合计", "期末结余"

SUBTOTAL = "小计"
# Every word above that may be a whole cell of a page.
CELL_WORDS = frozenset(
    (
        *(ANONYMOUS_GIVER, OTHER_CLASSES, ALL_CLASSES, PUPILS, STAFF, UNRESTRICTED),
        *(OPENING, ADJUSTED, INCOME_TOTAL, GRAND_TOTAL, SPENDING_TOTAL, CLOSING),
    ),
)

DONATIONS_FILE, ACCOUNTS_FILE, AID_FILE = "捐款公示", "基金收支公示", "资助公示"

# What a forbidden value is, by the kind that the scan gives it.
LEAK_KINDS = {
    "name": "不应出现的姓名",
    "number": "证件、电话、学号或账号",
    "text": "不得公示的内容（备注、住址、谈话、困难原因等）",
    "label": "学生类别或困难等级",
}
LEAK_PLACES = {
    "text": "正文",
    "attribute": "标签属性",
    "comment": "注释",
    "style": "样式",
    "tag": "标签",
    "file_name": "文件名",
}

# Start page of a month: what needs a person, each with how many there are. What is not there is not listed.
TASKS = {
    "errors": "处错误要改正，改正前不能公示（见问题清单）",
    "warnings": "处提醒要看一看（见问题清单）",
    "candidates": "笔银行流水有几种可能的对应，要人工核对（见月度汇总“银行对账”）",
    "to_book": "笔银行已收付的款项还没有登记，要补登（见月度汇总“银行对账”）",
    "old_items": "笔未达账项超过两个月，要查明（见月度汇总“银行对账”）",
    "missing": "对结对本月没有联系，要催办（见催办单）",
    "incomplete": "对结对本月的联系记录不全，要补齐（见催办单）",
    "students_without_helper": "名困难学生没有帮扶人（见月度汇总“结对”）",
    "members_without_pairing": "名党员没有结对学生（见月度汇总“结对”）",
    "leaders_out_of_range": "名校级领导的包扶人数不是一至三名（见月度汇总“结对”）",
    "expired_pairings": "对结对已满三年，要续结或结束（见月度汇总“结对”）",
    "without_measures": "对结对的措施、任务或目标没有写全（见月度汇总“结对”）",
}
MONTH_FLOW, YEAR_FLOW = "本月", "本年累计"
FOLDER_NOTES = {
    "公示": "可以张贴",
    "内部": "内部使用，不得张贴",
    "问题": "要改正和查看的问题",
}
# Folders beside those of the months, by the pattern of their names.
OUTPUT_FOLDERS = {
    "????年度": "工作总结数据、考核表；内部使用，不得张贴",
    "????-????学年第?学期": "工作总结数据；内部使用，不得张贴",
    "催办单": "单独交给本人和部门负责人，不得张贴",
    "账簿": "日记账、明细账、凭证汇总、签收表；内部使用，不得张贴",
    "学生档案": "内部资料，不得外传",
}

# 催办单: what is missing.
LACKS_CONTACT, LACKS_PARTS = "没有联系", "记录缺：{parts}"
PARTS_JOIN = "、"
LACKS = {"thoughts": "思想", "study": "学习", "life": "生活"}

ENTRIES: dict[str, Message] = {
    "privacy_leak": Message(
        "error",
        "公示页含有隐私",
        "公示页「{page}」的{part}里出现了{kind}，与这个单元格的内容相同。",
        "本月没有生成任何公示页。请检查公示页会用到的内容（捐款人、受助单位、用途、物品、部门、公示补充依据），把个人信息从中删去；捐款人不愿具名的，请在“公开”列写“匿名”。",
    ),
}
