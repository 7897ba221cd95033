"""What closing, verifying and archiving say, and how closed months are told in papers."""

from __future__ import annotations

from pipeline.messages import publish

# Names of figures. A slice and its part: 本月·收入, 本年收入·党员.
JOIN = "{slice}·{name}"
MONTH, YEAR = "本月", "本年"
FLOW = {"opening": "期初结余", "income": "收入", "spending": "支出", "closing": "期末结余"}
SOURCE_MONTH, PROGRAMME_MONTH = "本月收入", "本月支出"
SOURCE_YEAR, PROGRAMME_YEAR = "本年收入", "本年支出"
PURPOSE, UNRESTRICTED = "限定用途结余", publish.UNRESTRICTED
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

# Why a month cannot be closed, opened again, or anything be written at all: one sentence each.
STOPS = {
    "already_running": "“{folder}”正在被另一次运行使用，请等它结束后再运行一次。",
    "closed_already": "{month} 已于 {day} 定稿，不能再定稿一次；确实要改，请先运行 make reopen MONTH={month} REASON=原因。",
    "closed_later": "{later} 已经定稿，更早的 {month} 不能再定稿；请从最近的月份起逐月重开（make reopen MONTH={later} REASON=原因）。",
    "close_earlier": "{earlier} 出过报表但还没有定稿，请先运行 make close MONTH={earlier}，再定稿 {month}。",
    "close_errors": "{month} 有错误，不能定稿；请运行 make report MONTH={month}，按问题清单改正后再定稿。",
    "close_preview": "{month} 还没有过完，不能定稿。",
    "close_differs": "{month} 的登记表在出报表以后改过，或报表文件被改动过，与公示页不一致；请先运行 make report MONTH={month}，换下已张贴的公示，再定稿。",
    "not_closed": "{month} 没有定稿，不用重开。",
    "reopen_later": "{later} 在 {month} 之后定稿；请先重开 {later}，再重开 {month}。",
    "reason_missing": "重开 {month} 要写明原因：make reopen MONTH={month} REASON=原因。",
    "closing_damaged": "{month} 的定稿文件“{path}”损坏或被改动过；请从备份或归档中取回这个文件，再运行一次。",
    "nothing_closed": "“{folder}”里没有定稿的月份，没有可以核验的文件。",
    "month_not_closed": "{month} 没有定稿，没有可以核验的文件。",
    "year_not_closed": "{year} 年没有定稿的月份，不能归档；请先运行 make close MONTH={year}-01 这样的命令。",
    "bad_archive_year": "年度“{year}”写得不对。请写成 2026 这样的四位数。",
    "archive_differs": "{year} 年的文件与定稿时不一致，没有归档；请运行 make verify 查看是哪些文件。",
}

LOG_CLOSED = "{day} 定稿（程序版本 {version}）"
LOG_REOPENED = "{day} 重开，原因：{reason}"
CLOSED_NOTE = "本月已经定稿，文件不再改动。"
REOPENED_NOTE = "本月定稿后又重开，修改后请重新出报表并定稿。"

CLOSED = "{month} 已定稿：{count} 个文件、{rows} 行记录已封存。"
CLOSED_CODE = "印记：{seal}（可抄在纸质档案上，日后与定稿文件核对）"
REOPENED = "{month} 已重开。修改后请运行 make report MONTH={month}，再运行 make close MONTH={month}。"

# Verification.
INTACT = "{name}：完好，{files} 个文件与定稿时相同。"
ARCHIVE_INTACT = "{name}：完好，{files} 个文件与目录相同。"
WRONG = "{name}：有 {count} 处与定稿时不同："
WRONG_LINE = "  {sentence}"
CODE = "  {name} 校验码 {code}"
FILE_MISSING = "{name} 不见了。"
FILE_DIFFERS = "{name} 不是定稿时的文件。"
PAGE_EDITED = "{name} 被改动过：页面内容与页脚的校验码不符。"
FILE_ADDED = "{name} 是定稿以后放进来的。"
RECORD_DAMAGED = "{path} 损坏或被改动过。"
CHAIN_BROKEN = "{month} 的定稿与前一个月的定稿接不上：前面的定稿被换过、删去或重开过。"

# Archive.
LIST_HEAD = "{year}年归档，{count}个文件。每行：SHA-256、字节数、路径。"
ARCHIVED = "{year} 年 {months} 个定稿月份已归档：{path}"
NOT_ARCHIVED = "没有归档（还没有定稿）：{months}"
ARCHIVE_DIFFERS = "{archive} 中的 {name} 与目录不符。"
ARCHIVE_DAMAGED = "{archive} 损坏，打不开。"

# 上期调整
KINDS = {"added": "新增", "removed": "删去", "changed": "改动"}
BLANK = "（空）"
CELL_CHANGE = "{title}：{old} → {new}"
CELL_ONLY = "{title} {text}"
CELL_JOIN = "；"
SUMMARY = "上期调整：定稿以后，以前月份的登记有 {count} 行变动（{kinds}），上期结余因此增减 {amount} 元。"
CLOSED_SAME = "{month} 已经定稿，报表不再改动；登记表与定稿时相同。"
CLOSED_CHANGED = "{month} 已经定稿，报表不再改动；登记表与定稿时不同，下一个月的报表会列为上期调整："
CHANGE_LINE = "  {month} {register} {kind}（{where}）：{text}"
EFFECT_LINE = "  {month} {name}：{before} → {after}"
MORE_LINES = "  ……其余 {count} 处见 月度汇总.xlsx 的“上期调整”。"
NOTHING = "无"
