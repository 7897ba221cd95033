"""Wording of the pages to post: words in their tables, and findings about them."""

from __future__ import annotations

from pipeline.messages.message import Message

ANONYMOUS_GIVER = "爱心人士"
OTHER_CLASSES, ALL_CLASSES = "其他班级", "各班合计"
PUPILS, STAFF = "学生", "教职工"
FUND_UNNAMED = "爱心基金"
UNRESTRICTED = "非限定用途"

OPENING, INCOME_TOTAL, GRAND_TOTAL = "上期结余", "收入合计", "总计"
SPENDING_TOTAL, CLOSING = "支出合计", "期末结余"

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

ENTRIES: dict[str, Message] = {
    "privacy_leak": Message(
        "error",
        "公示页含有隐私",
        "公示页「{page}」的{part}里出现了{kind}，与这个单元格的内容相同。",
        "本月没有生成任何公示页。请检查公示页会用到的内容（捐款人、受助单位、用途、物品、部门、公示补充依据），把个人信息从中删去；捐款人不愿具名的，请在“公开”列写“匿名”。",
    ),
}
