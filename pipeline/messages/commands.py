"""What each command and each option does, for --help."""

from __future__ import annotations

COMMANDS = {
    "report": "读取工作簿，检查，写出一个月的报表",
    "close": "定稿：封存一个已经公示的月份",
    "reopen": "重开：打开一个已定稿的月份，要写明原因",
    "verify": "核验已定稿的文件和归档是否与定稿时相同",
    "archive": "归档：把一年已定稿的月份放进一个压缩文件",
    "workbooks": "写出空白的登记工作簿",
    "handbook": "写出使用手册：登记表怎样填，问题怎样改",
}
OPTIONS = {
    "input": "放工作簿的文件夹（默认 input）",
    "output": "写报表的文件夹（默认 output）",
    "month": "月份，如 2026-10；不写就用最近一个过完并有记录的月份",
    "reason": "重开的原因，会记录下来",
    "year": "年度，如 2026",
    "today": "把哪一天当作今天，如 2026-11-03（重做以前的报表时用）",
}
