"""Words that stand in the registers and that rules ask for."""

from __future__ import annotations

SCHOOL_LEADER, MIDDLE_LEADER, PARTY_MEMBER, TEACHER, PUPIL = "校级领导", "中层领导", "党员", "教师", "学生"
STAFF_TIERS = (SCHOOL_LEADER, MIDDLE_LEADER, PARTY_MEMBER, TEACHER)
SOURCES = (*STAFF_TIERS, PUPIL, "企事业单位", "社会人士", "勤工俭学", "学校拨款", "利息", "其他")
CASH, BANK_TRANSFER, WECHAT, ALIPAY = "现金", "银行转账", "微信", "支付宝"
CHANNELS = (CASH, BANK_TRANSFER, WECHAT, ALIPAY)
WALLETS = (WECHAT, ALIPAY)
RECIPIENT_KINDS = ("学生", "在职教师", "退休教职工", "社区", "结对学校", "灾区", "其他")
PERSON_KINDS = ("学生", "在职教师", "退休教职工")
FEE = "手续费"
PROGRAMMES = (
    "学费减免",
    "生活补助",
    "学习用品",
    "走访慰问",
    "突发救助",
    "奖学金",
    "社区资助",
    "手拉手学校",
    "赈灾",
    FEE,
    "其他",
)
NAMED, ANONYMOUS = "实名", "匿名"
DEPOSIT, WITHDRAWAL = "缴存", "提取"
GOODS_IN, GOODS_OUT = "收", "发"
IN_SERVICE, RETIRED, MOVED = "在职", "退休", "调离"
IN_NEED, NEEDS_GUIDANCE, BOTH_NEEDS = "贫困生", "问题生", "贫困生+问题生"
STUDYING = "在读"
MEMBER_PAIRING, LEADER_PAIRING = "党员帮扶", "领导包扶"
NATURAL_END_REASONS = ("毕业", "转学", "调离", "退休")  # a pairing that ends so breaks no promise
LEADING_GROUP, MANAGING_GROUP, OFFICE = "领导小组", "管理小组", "管理办公室"
CORRECTION, VOID, OPENING_ITEM = "冲正", "作废", "期初未达"  # words in 备注
PEOPLE_JOIN = "、"
SET_APART = "本表不登记"  # in the first cell of a sheet that holds no register: notes, lists
