"""What closing, verifying and archiving say, and how closed months are told in papers."""

from __future__ import annotations

# Names of figures. A slice and its part: 本月·收入, 本年收入·党员.
JOIN = "{slice}·{name}"
MONTH, YEAR = "本月", "本年"
FLOW = {"opening": "期初结余", "income": "收入", "spending": "支出", "closing": "期末结余"}
SOURCE_MONTH, PROGRAMME_MONTH = "本月收入", "本月支出"
SOURCE_YEAR, PROGRAMME_YEAR = "本年收入", "本年支出"
PURPOSE, UNRESTRICTED = "限定用途结余", "非限定用途"
BANK_BOOK, CASH = "银行存款日记账余额", "库存现金"
STATEMENT = "银行对账单余额"
ADJUSTED_STATEMENT, ADJUSTED_BOOK = "对账单调节后余额", "单位账面调节后余额"
OPEN_ITEMS = {
    "bank_received_not_booked": "银行已收、单位未收（笔）",
    "bank_paid_not_booked": "银行已付、单位未付（笔）",
    "booked_received_not_at_bank": "单位已收、银行未收（笔）",
    "booked_paid_not_at_bank": "单位已付、银行未付（笔）",
}
OPEN_SUMS = {
    "bank_received_not_booked": "银行已收、单位未收",
    "bank_paid_not_booked": "银行已付、单位未付",
    "booked_received_not_at_bank": "单位已收、银行未收",
    "booked_paid_not_at_bank": "单位已付、银行未付",
}
CONTACT_STATES = {
    "met": "已联系（对）",
    "incomplete": "联系记录不全（对）",
    "missing": "未联系（对）",
    "not_due": "不要求联系（对）",
}
GAPS = {
    "members_without_pairing": "没有结对的党员（名）",
    "leaders_out_of_range": "包扶人数不符的校级领导（名）",
    "students_without_helper": "没有帮扶人的贫困生（名）",
    "broken_pairings": "未满三年结束的结对（对）",
    "expired_pairings": "已满三年的结对（对）",
}
