"""Wording of 账簿: journals, ledgers, the summary of vouchers and the list to sign."""

from __future__ import annotations

from pipeline.messages import publish

FOLDER, FILE = "账簿", "{month} 账簿.xlsx"
BOOK_TITLE = "{school}{month}账簿"
MONTH = "{year}年{month}月"
TITLE = "{school} {name}"
LEAD = "{month}（截至{until}）　单位：元"
ERRORS = "　有{errors}处错误，出错的行未记入"  # short: the line is no wider than the page
ADJUSTED_LEAD = "　本年累计含上期调整"
SIGNATURE = "会计主管：　　　　　　　　出纳：　　　　　　　　制表：　　　　　　　　"
PAGE_FOOT = "&C第 &P 页 共 &N 页"

CASH, BANK, VOUCHERS, TO_SIGN = "现金日记账", "银行存款日记账", "凭证汇总", "签收表"
LEDGER, LEDGER_TITLE = "明细账·{purpose}", "收支明细账（{purpose}）"
UNRESTRICTED = publish.UNRESTRICTED
NEXT_NAME = "～{number}"  # behind a sheet's name that another sheet has already
NO_SIGN = "－"  # in a sheet's name, for a sign that may not stand there

JOURNAL_HEADERS = ("日期", "凭证号", "摘要", "收入(元)", "支出(元)", "余额(元)")
LINES = {
    "opening": "上期结转",
    "month": "本月合计",
    "year": "本年累计",
    "carried": "过次页",
    "brought": "承前页",
}
ADJUSTED = "上期调整 {amount}"
CORRECTION = "冲正 {text}"

VOUCHER_HEADERS = ("收支", "类别/项目", "笔数", "金额(元)")
SIDES = {"donations": "收入", "disbursements": "支出"}
TOTAL = "合计"
NO_VOUCHERS = "本月没有收支"

SIGN_HEADERS = ("日期", "凭证号", "受助人", "班级/类别", "项目", "金额(元)", "签收人", "签收日期")
NOTHING_TO_SIGN = "本月没有待签收的资助"

# What the console says.
WRITTEN = "账簿：{path}"
INTERNAL = "账簿是内部材料，不得张贴。"
