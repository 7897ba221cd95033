"""What the program says in the terminal."""

from __future__ import annotations

# One sentence for each reason why a run cannot go on.
STOPS = {
    "bad_arguments": "命令写得不对：{what}。请运行 make 查看可以用的命令。",
    "bad_month": "月份“{month}”写得不对。请写成 2026-10 这样的年月。",
    "future_month": "{month} 还没有到，不能出报表。请改用已经开始的月份。",
    "before_opening": "{month} 早于账目的期初日期（{opening}），没有可以汇总的账。请改用期初日期之后的月份。",
    "bad_year": "年度“{year}”写得不对。请写成 2026 这样的四位数。",
    "bad_term": "学期“{term}”写得不对。请写成 2026-2027-1（第一学期）或 2026-2027-2（第二学期）。",
    "future_span": "{span}还没有开始，没有可以汇总的数字。请改用已经开始的年度或学期。",
    "pupil_unnamed": "没有说明是哪一名学生。请写 make pupil NAME=姓名 或 make pupil NO=学号。",
    "pupil_unknown": "「学生」表里没有姓名或学号是“{who}”的学生。请核对写法，学号要与登记表一致。",
    "template_broken": "模板 templates/{name} 用不了：{why}。请改正模板；改不好的，可用原来的模板替换。",
    "bad_day": "日期“{day}”写得不对。请写成 2026-11-03 这样的年月日。",
    "no_input": "找不到文件夹“{folder}”。请把工作簿放进这个文件夹再运行。",
    "input_unreadable": "文件夹“{folder}”打不开（没有权限或已损坏）。请检查文件夹的权限。",
    "no_workbooks": "文件夹“{folder}”里没有工作簿（.xlsx、.xlsm、.xls、.et、.ods、.csv）。请把登记表放进去再运行。",
    "none_readable": "文件夹“{folder}”里没有一个工作簿读得出来。{why}",
    "nothing_dated": "工作簿里没有一笔 {month} 及以前、已经过完的月份的收支或联系记录，无法确定要出哪个月的报表。请写明月份：make report MONTH=2026-10。",
    "output_unwritable": "不能写入“{folder}”：{why}。请关闭正在打开的输出文件（Excel、WPS、浏览器），并检查文件夹权限和磁盘空间，然后再运行一次。",
    "internal": "程序自己出了差错，没有写出任何报表，原来的文件都没有动。请把“{log}”交给学校的信息技术老师。",
}

# Why a file cannot be written, by the name of the system's error number; UNWRITABLE for all others.
UNWRITABLE = "写不进去"
UNWRITABLE_REASONS = {
    "EACCES": "文件正被别的程序打开，或没有权限",
    "EPERM": "文件正被别的程序打开，或没有权限",
    "EBUSY": "文件正被别的程序打开",
    "ENOTEMPTY": "文件夹正被别的程序使用",
    "EROFS": "文件夹是只读的",
    "ENOSPC": "磁盘空间不足",
    "EDQUOT": "磁盘空间不足",
    "EFBIG": "磁盘空间不足",
    "ENAMETOOLONG": "文件名太长",
    "ENOTDIR": "有同名的文件占了文件夹的位置",
    "EEXIST": "有同名的文件占了文件夹的位置",
}

INTERRUPTED = "已中断，没有写出新的报表。"

MONTH_CHOSEN = "未指定月份，使用最近一个已经过完并有记录的月份：{month}。"
PROGRESS = {
    "read": "正在读取工作簿……",
    "check": "正在检查每一个单元格……",
    "figures": "正在核算……",
    "write": "正在写出报表……",
    "print": "正在印制公示页，约需半分钟……",
}
HELP_HEAD = """扶贫基金月度报表

用法：python -m pipeline 命令 [选项]

命令："""
HELP_FOOT = """
每个命令都可以加 --help 查看选项。退出码：0 可以公示；1 有错误或未到月底，没有公示；2 没有运行成功。"""
HELP_OPTIONS = "\n选项："

UNKNOWN_COMMAND = "没有“{command}”这个命令"
UNKNOWN_OPTION = "不认识“{option}”"
VALUE_MISSING = "“{option}”后面缺少内容"
OPTION_MISSING = "缺少 {option}"

# What a finished run says, some ten lines.
READ = "已读取 {files} 个工作簿、{tables} 张登记表、{rows} 行记录。"
PASSED_OVER = "没有采用的工作表：{sheets}。"
PASSED_OVER_SHEET = "{file} 的“{sheet}”（{why}）"
PASSED_OVER_MORE = " 等 {count} 张"
PASSED_OVER_REASONS = {
    "sheet_empty": "没有成行的记录",
    "sheet_unknown": "认不出表头",
    "header_broken": "表头有误，见问题清单",
}
HIDDEN_READ = "隐藏的内容也已读取：{sheets}。"
HIDDEN_PARTS = {"sheet": "{file} 的工作表“{sheet}”", "rows": "{file} 的“{sheet}”里的隐藏行"}
MONTH_HEAD = "{school} {month} 月报"
FUND = "基金：上期结余 {opening} 元，本月收入 {income} 元，支出 {spending} 元，期末结余 {closing} 元。"
BANK = "银行：日记账 {book} 元，对账单 {statement} 元，未达账项 {open} 笔，调节后{verdict}。"
BANK_NOTHING = "银行：没有对账单。"
BALANCED, NOT_BALANCED = "一致", "不一致"
CANDIDATES = "银行流水有 {count} 笔需要人工核对（见 月度汇总.xlsx 的“银行对账”）。"
CONTACTS = "联系：应联系 {due} 对，已完成 {met} 对，记录不全 {incomplete} 对，未联系 {missing} 对。"
PROBLEMS = "问题：错误 {errors} 处，提醒 {warnings} 处。清单：{path}"
NO_PROBLEMS = "问题：没有。"
SEVERAL_PLACES = " 等 {count} 处"
FIRST_ERRORS = "  {where} {title}：{sentence}"
MORE_ERRORS = "  ……其余 {count} 处错误见清单。"
POSTED = "可以公示：{path}（张贴前请负责人核对签字）。"
NOT_POSTED = "有错误，本月没有生成公示页。请按清单修改工作簿后再运行一次。"
PREVIEW = "{month} 还没有过完，这是预览：除公示页外都已写出。"
START_PAGE = "先看这一页：{path}"
