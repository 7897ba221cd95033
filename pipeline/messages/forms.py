"""How each kind of column is filled in: for the blank workbooks and the handbook.

The keys of KINDS are the values of pipeline.fields.Kind; those of HINTS are "register.field".
"""

from __future__ import annotations

KINDS: dict[str, str] = {
    "text": "文字",
    "code": "号码，按原件照抄；请用文本格式，前面的 0 才不会丢",
    "word": "从下拉列表中选一项",
    "yes_no": "填“是”或“否”",
    "date": "日期，写全年、月、日，例如 2026-03-05；2026.3.5、2026年3月5日 也认",
    "month": "年和月，例如 2026-10",
    "year": "四位数的年份，例如 2026",
    "term": "学期，例如 2026-2027学年第一学期；上学期、秋季学期 也认",
    "class": "班级，写成文字，例如 七年级(1)班；七(1)班、初一1班 也认，不要写成 7.1",
    "unit": "班级或部门的名称",
    "amount": "金额，单位为元，只写数字，最多两位小数，例如 1234.50；不要写“万元”或算式",
    "count": "不小于零的整数，例如 12",
    "decimal": "数字，例如 86.5",
    "person": "一个人的姓名或一个单位的名称",
    "people": "姓名；有几个人时用顿号隔开，例如 甲、乙",
    "id_number": "18 位身份证号，请用文本格式",
}

HINTS: dict[str, str] = {
    "donations.receipt": "同一本收据按顺序登记，不跳号、不重号；作废的收据也登记一行，备注写“作废”",
    "donations.donor": "每行只写一个人或一个单位",
    "donations.department": "教职工写部门，学生写班级",
    "donations.purpose": "捐款人指定的用途；没有指定的留空",
    "donations.disclosure": "不愿公开姓名的选“匿名”；留空即实名",
    "donations.deposit": "现金捐款存入银行后，填那一次缴存的单号",
    "donations.note": "冲正的行写“冲正”，作废的行写“作废”；备注不会公示",
    "disbursements.recipient": "每行只写一个人或一个单位；学生须已登记在「学生」表",
    "disbursements.purpose": "动用专款的写明用途，与捐款的“用途”写法一致；其余留空",
    "disbursements.approver": "领导小组或管理小组的成员，不能是经办人或受助人本人",
    "disbursements.signer": "学生由监护人签收",
    "disbursements.signed_on": "发放后十天内签收",
    "statement.balance": "每一笔之后的余额，照银行对账单抄写",
    "statement.summary": "摘要里写明收据号、凭证号或缴存单号的，可以自动对账",
    "cash_moves.deposit": "缴存银行的回单号，与捐款的“缴存单号”一致",
    "goods.value": "有凭据的写折价，没有的留空",
    "decisions.entry": "捐款的收据号、支出的凭证号、现金存取的单号或缴存单号，一行写一个",
    "staff.status": "留空即在职",
    "staff.left_on": "在岗的最后一天",
    "students.status_on": "状态不是“在读”时必填：新状态开始的那一天",
    "students.class_name": "本学年的班级，每年九月更新",
    "pairings.ended_on": "结对的最后一天；仍在结对的留空",
    "pairings.end_reason": "填了结束日期就要写原因，例如 毕业、转学、调离、退休",
    "contacts.student": "一次与几名学生谈话的，用顿号隔开",
    "contacts.thoughts": "思想、学习、生活三项都要写，缺一项即为记录不全",
    "staff_hardship.reported_on": "严重的七天内向上级工会报告",
    "visits.voucher": "有慰问金的，填支出登记中那一笔的凭证号",
    "settings.item": "项目名称照下拉列表选；每个项目一行，不用的不写",
    "settings.content": "日期写 2026-08-31 的样子，金额只写数字",
    "pledge_rates.per_year": "全年数照文件填写，不要用每日数去乘",
    "postings.posted_to": "留空时按公示工作日推算",
}

REQUIRED, OPTIONAL = "必填", "可不填"
ONE_OF = "选一项：{words}"
ALSO = "列名也可以写作：{aliases}"
WORD_JOIN = "、"

# What each item of 基本信息 is for.
SETTINGS: dict[str, str] = {
    "学校名称": "全称，印在公示页和报表上",
    "基金名称": "印在公示页和报表上",
    "开户行": "基金专户的开户银行",
    "账号": "基金专户的账号，只印在内部报表上",
    "期初日期": "开始记账的前一天，例如 2026-08-31；从次日起的收支才计入",
    "期初银行余额": "期初日期当天账面的银行存款",
    "期初现金余额": "期初日期当天的库存现金",
    "监督电话": "印在公示页上",
    "受理部门": "受理对公示的意见，印在公示页上",
    "公示工作日": "公示几个工作日，不写为 5",
    "联系起始宽限日": "几日以后开始的结对，当月不要求联系，不写为 15",
    "免检月份": "不要求联系的月份，例如 7、8（每年）或 2026-08（只这个月）",
    "领导包扶每月联系": "是或否，不写为否",
    "签收期限天数": "支出后几天内要签收，不写为 10",
    "上报期限天数": "严重困难几天内要上报，不写为 7",
    "库存现金限额": "库存现金最多多少元，不写不检查",
    "受助人姓名公示": "脱敏 或 只公示人数和金额，不写为脱敏",
    "公示横向排版": "是或否，不写为否",
    "公示补充依据": "公示页依据一句后面另加的话",
    "期初对账单余额": "期初日期当天银行对账单的余额，与账面相同的不写",
    "对账单截止日": "对账单已取到哪一天，此后银行没有收付",
    "考核权重·": "考核一项的分值，例如 考核权重·联系完成，不写为 40、20、15、15、10",
    "期初限定·": "期初余额中属于某项专款的部分，例如 期初限定·助学，写金额",
}
