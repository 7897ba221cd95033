"""What printing the posted pages, the record of posting and the list of expired postings say."""

from __future__ import annotations

# Why a month cannot be printed: one sentence each.
STOPS = {
    "no_browser": "没有找到 Chromium、Chrome 或 Edge 浏览器，没有印成 PDF 和图片；公示页（HTML）不受影响，可用任何浏览器打开后直接打印。",
    "browser_failed": "浏览器“{browser}”没有印出“{page}”，没有写出任何 PDF 和图片；请把浏览器更新后再试，或用浏览器打开公示页直接打印。",
    "nothing_to_print": "{month} 没有公示页，没有可以印的；请先运行 make report MONTH={month}。",
    "print_differs": "{month} 的登记表在出报表以后改过，或本月有错误，公示页不是现在的；请先运行 make report MONTH={month}，再印。",
    "print_leak": "印出的“{page}”的{part}里出现了{kind}，没有写出任何 PDF 和图片；请把这句话告诉学校的信息技术老师。",
    "posted_damaged": "“{path}”损坏或被改动过，不能判断公示过的数字有没有更正；请从备份中取回这个文件再运行。没有备份的，删去它再运行（删去以后，以前公示的数字如有更正，不再起草更正说明）。",
}

# Where the prints of a closed month go: its posted folder is not touched any more.
CLOSED_FOLDER = "打印"
PRINTED = "已印成 {count} 个文件：{folder}"
PRINTED_FILE = "  {name}（{size}）"
PRINTED_CLOSED = "{month} 已经定稿，公示文件夹不再改动，所以放在这里。"
KILOBYTES = "{count} KB"

# 公示情况记录: filled in by hand.
RECORD_FILE, RECORD_SHEET = "公示情况记录.xlsx", "公示情况记录"
RECORD_TITLE = "{school}{year}年{month}月公示情况记录"
RECORD_NOTE = "张贴和撤下时手工填写；以后再出报表，填过的内容原样保留。一页贴在几处的，在下面空行里每处写一行。填了撤下日期的公示，make expired 不再列出。"
PAGE, FIRST_DAY, LAST_DAY = "公示页", "公示期起", "公示期止"
HUNG_AT, HUNG_BY, HUNG_ON = "张贴地点", "张贴人", "张贴日期"
DOWN_BY, DOWN_ON = "撤下人", "撤下日期"
OBJECTION, ANSWER, SIGNED = "异议情况", "处理结果", "负责人签字"
RECORD_HEADERS = (PAGE, FIRST_DAY, LAST_DAY, HUNG_AT, HUNG_BY, HUNG_ON, DOWN_BY, DOWN_ON, OBJECTION, ANSWER, SIGNED)
BY_HAND = RECORD_HEADERS[3:]

# make expired
NOTHING_EXPIRED = "到 {day} 没有应当撤下的公示。"
EXPIRED = "到 {day} 应当撤下的公示（{count} 页）："
EXPIRED_LINE = "  {month} {page}：公示期至 {last}，已过 {days} 天"
EXPIRED_FOOT = "撤下以后，请在该月“内部”文件夹的“公示情况记录.xlsx”里填写撤下人和撤下日期，这里就不再列出。"
