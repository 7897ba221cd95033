"""Wording of the list of problems (问题清单) and of the marks in the copies of workbooks."""

from __future__ import annotations

SEVERITIES = {"error": "错误", "warning": "提醒"}
NO_FILE = "所有工作簿"
WHOLE_FILE, WHOLE_SHEET = "整个文件", "整张表"
ROW = "第{row}行"
LIST_JOIN, SHEET_JOIN = "、", "；"

# The workbook 问题清单.xlsx.
LIST_TITLE = "{school} {month} 问题清单"
LIST_SHEET, CELL_SHEET = "问题清单", "逐格明细"
LIST_LEAD = (
    "检查日期：{today}。错误 {errors} 处，必须改正后才能公示；提醒 {warnings} 处，请看一看。"
    "同一原因合为一行，每一格见“逐格明细”；点位置可打开工作簿。筛选后如要看全部，请点“数据—清除”。"
)
CELL_LEAD = (
    "每一格一行，点“单元格”可打开工作簿并跳到那一格（电脑提示是否打开时请选“是”）。如要看全部，请点“数据—清除”。"
)
LIST_HEADERS = ("序号", "级别", "文件", "位置", "处数", "问题", "说明", "怎样修改")
CELL_HEADERS = ("序号", "级别", "文件", "工作表", "单元格", "问题", "说明", "怎样修改", "另见")
KEPT_HEADERS = ("文件", "标注副本", "说明")
COPIES_SHEET = "标注副本"
COPIES_TITLE = "标注副本说明"
COPIES_LEAD = "副本只供查看：有问题的单元格涂了颜色（红为错误，黄为提醒），并写了批注。请在原来的工作簿里修改。"
PAGE_FOOT = "第 &P 页 共 &N 页"

# The copies of workbooks with the bad cells marked.
COPY_NAME = "标注_{name}"
MARK_AUTHOR = "检查程序"
MARK = "【{severity}】{title}\n{sentence}\n{remedy}"
MARK_END = "——以上由检查程序标注——"
MORE_MARKS = "……另有 {count} 条，见问题清单。"
COPY_MADE = "有问题的单元格已标注。"
NO_COPY = {
    "large": "这个文件展开后太大，没有制作标注副本，请按清单在原文件中修改；删去多余的空行、空列后可以标注。",
    "kind": "{suffix} 格式不能制作标注副本，请按清单在原文件中修改；另存为 .xlsx 后可以标注。",
    "changed": "检查后文件又有改动，没有制作标注副本，请再运行一次。",
    "unreadable": "这个文件的内部格式特别，没有制作标注副本，请按清单在原文件中修改。",
}
