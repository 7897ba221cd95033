"""What a year's and a term's papers say: 工作总结, its workbook, and the commands that write them."""

from __future__ import annotations

from pipeline.messages import publish
from pipeline.messages.summary_sheets import SheetText, TableText

# Names of files and folders under the output folder.
SUMMARY_FILE, BOOK_FILE = "工作总结数据.docx", "工作总结数据.xlsx"
FORM_BOOK_FILE, FORM_PAGE_FILE = "党员帮扶考核表.xlsx", "党员帮扶考核表.html"
NEXT_NAME = "{stem}（{number}）{suffix}"

# What the placeholders of templates/annual.docx and templates/term.docx are called, by the name of the figure.
PLACEHOLDERS: dict[str, str] = {
    "school": "学校名称",
    "fund": "基金名称",
    "span": "期间",
    "money_days": "资金期间",
    "contact_months": "联系期间",
    "terms": "学期",
    "year": "年份",
    "until": "截至",
    "today": "运行日期",
    "notes": "提示",
    "opening": "期初结余",
    "income": "收入",
    "spending": "支出",
    "closing": "期末结余",
    "capitals": "期末结余大写",
    "gifts": "收入笔数",
    "payments": "支出笔数",
    "pupils": "受助学生",
    "staff": "受助教职工",
    "pledged": "倡议人数",
    "reached_pledge": "达到倡议",
    "open": "结对",
    "of_members": "党员帮扶",
    "of_leaders": "领导包扶",
    "begun": "新结对",
    "ended": "结束结对",
    "broken": "提前结束",
    "members": "党员",
    "members_without": "未结对党员",
    "in_need": "贫困生",
    "in_need_without": "无人帮扶",
    "expired": "满三年",
    "unwritten": "缺措施",
    "contacts": "联系次数",
    "due": "应联系",
    "reached": "联系完成",
    "met": "已联系",
    "incomplete": "记录不全",
    "missing": "未联系",
    "rate": "联系率",
    "ways": "联系方式",
    "visited": "走访人数",
    "gift_money": "慰问金",
    "dropped_out": "辍学",
    "hardship": "困难教职工",
    "grave": "严重",
    "in_time": "按期上报",
}
# Those that are tables: what the list is called, and the name of each cell of its rows.
ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "sources": ("收入来源", {"word": "类别", "count": "笔数", "amount": "金额"}),
    "programmes": ("支出项目", {"word": "项目", "count": "笔数", "amount": "金额"}),
    "purposes": (
        "专款",
        {"purpose": "用途", "opening": "期初", "income": "收入", "spending": "支出", "closing": "期末"},
    ),
    "departments": (
        "部门联系",
        {
            "department": "部门",
            "due": "应联系",
            "met": "已联系",
            "incomplete": "记录不全",
            "missing": "未联系",
            "rate": "联系率",
        },
    ),
    "progress": (
        "学业",
        {
            "term": "学期",
            "pupils": "人数",
            "improved": "进步",
            "steady": "稳定",
            "slipped": "退步",
            "unknown": "无法比较",
        },
    ),
    "visits": (
        "走访",
        {
            "campaign": "活动",
            "recipient_kind": "对象类别",
            "planned_people": "计划人数",
            "people": "人数",
            "budget": "预算",
            "money": "慰问金",
        },
    ),
    "surveys": (
        "摸底",
        {
            "term": "学期",
            "target": "对象",
            "asked": "应摸底",
            "done": "已摸底",
            "expected": "人数",
            "in_need": "困难人数",
        },
    ),
    "goods": (
        "物资",
        {"item": "物品", "unit": "单位", "opening": "期初", "received": "收入", "issued": "发出", "closing": "结存"},
    ),
}

FROM_TO = "{first}至{last}"
MONTH, SAME_YEAR = "{year}年{month}月", "{month}月"
FUND = "扶贫基金"
NO_MONTHS = "（期间没有联系记录）"
UNRESTRICTED = publish.UNRESTRICTED
NO_DEPARTMENT = "（未填部门）"
JOIN = "、"
RATE, NO_RATE = "{rate}%", "—"
WAY = "{word}{count}次"
NO_WAYS = "没有联系记录"
ERRORS_NOTE = "登记表有{errors}处错误尚未改正，有错误的行没有计入以下数字；请先运行 make report，按问题清单改正后重做。"
INCOMPLETE_NOTE = "{span}还没有结束，以下为截至{until}的数字。"

# What is wrong with a template.
TEMPLATE_MISSING = "找不到或打不开这个文件"
TEMPLATE_DAMAGED = "不是 .docx 文件，或已损坏"
TEMPLATE_UNKNOWN = "其中的标记用了程序没有的名称（{name}）"
TEMPLATE_SYNTAX = "其中有写得不完整的标记（{{{{ 与 }}}}、{{% 与 %}} 要成对，if 和 for 要有结尾）"

# What the commands say when they are done.
WRITTEN = "已写出{span}的材料（数字截至{until}）："
WRITTEN_FILE = "  {path}"
KEPT_EDITED = "“{name}”已有人改过，没有覆盖；新的写成了“{new}”。"
ERRORS_LEFT = "注意：登记表有{errors}处错误，有错误的行没有计入。请运行 make report 查看问题清单。"
INTERNAL = "以上都是内部材料，不得张贴。"
REMIND_MONTH = "{year}年{month}月"
REMIND_HEAD = "{school}{month}联系情况（截至{until}）"
REMIND_DEPARTMENT = "  {name}：未联系{missing}对，记录不全{incomplete}对"
REMIND_NONE = "没有需要催办的联系。"
REMIND_FILE = "催办单：{path}"
REMIND_FOLDER, REMIND_NAME = "催办单", "{month} 联系催办单.html"
PUPIL_FILE = "学生档案：{path}（内部资料，不得外传）"
PUPIL_FOLDER, PUPIL_NAME, PUPIL_NAMESAKE = "学生档案", "{class_name} {name}", "{class_name} {name} 第{number}人"

# The workbook beside the .docx.
BOOK_TITLE = "{school}{span}工作总结数据"
_TAIL = "取消筛选：点“数据”→“清除”。空白表示期间没有登记。"
SHEETS: dict[str, SheetText] = {
    "numbers": SheetText("主要数字", "{school}{span}主要数字", "每个数字所属的期间写在右栏。" + _TAIL, ""),
    "fund": SheetText("收支", "{span}基金收支", "资金期间：{money_days}。" + _TAIL, ""),
    "contacts": SheetText("联系", "{span}每月联系", "联系期间：{contact_months}；一对结对一个月为一对次。" + _TAIL, ""),
    "pupils": SheetText("学业与摸底", "{span}学生学业与摸底", "所属学期：{terms}，截至{until}。" + _TAIL, ""),
    "visits": SheetText("走访与物资", "{span}走访慰问与物资", "期间：{money_days}。" + _TAIL, ""),
}
TABLES: dict[str, TableText] = {
    "money": TableText("资金数字", "资金", "项目 | 金额(元) | 期间"),
    "counts": TableText("帮扶数字", "帮扶工作", "项目 | 数量 | 期间"),
    "sources": TableText("收入来源", "收入来源（{money_days}）", "类别 | 笔数 | 金额(元)"),
    "programmes": TableText("支出项目", "支出项目（{money_days}）", "项目 | 笔数 | 金额(元)"),
    "purposes": TableText(
        "专款专用", "专款专用（{money_days}）", "用途 | 期初结余(元) | 收入(元) | 支出(元) | 期末结余(元)"
    ),
    "departments": TableText(
        "部门联系",
        "各部门联系（{contact_months}）",
        "部门 | 应联系(对次) | 记录完整(对次) | 记录不全(对次) | 未联系(对次) | 完成率",
    ),
    "ways": TableText("联系方式", "联系方式（{contact_months}）", "方式 | 次数"),
    "progress": TableText(
        "学业变化", "受助学生与上一学期相比", "学期 | 人数 | 进步(人) | 稳定(人) | 退步(人) | 无法比较(人)"
    ),
    "surveys": TableText("摸底情况", "摸底", "学期 | 对象 | 应摸底(个) | 已摸底(个) | 应摸底(人) | 困难(人)"),
    "plan": TableText(
        "走访计划", "走访慰问与年度计划（{money_days}）", "活动 | 对象类别 | 计划(人) | 实际(人) | 预算(元) | 实际(元)"
    ),
    "visits": TableText("走访慰问", "走访慰问（{money_days}）", "活动 | 对象类别 | 人数(人) | 慰问金(元)"),
    "goods": TableText("物资收发存", "物资（{money_days}）", "物品 | 单位 | 期初结存 | 收入 | 发出 | 期末结存"),
}
# Single figures of the first sheet: their title and which period they are of.
MONEY_NUMBERS: dict[str, tuple[str, str]] = {
    "opening": ("期初结余", "money_days"),
    "income": ("收入", "money_days"),
    "spending": ("支出", "money_days"),
    "closing": ("期末结余", "until"),
    "gift_money": ("走访慰问金", "money_days"),
}
COUNT_NUMBERS: dict[str, tuple[str, str]] = {
    "gifts": ("收入（笔）", "money_days"),
    "payments": ("支出（笔）", "money_days"),
    "pupils": ("受助学生（人）", "money_days"),
    "staff": ("受助教职工（人）", "money_days"),
    "open": ("有效结对（对）", "until"),
    "of_members": ("其中党员帮扶（对）", "until"),
    "of_leaders": ("其中领导包扶（对）", "until"),
    "begun": ("新结对（对）", "money_days"),
    "ended": ("结束结对（对）", "money_days"),
    "broken": ("其中未满三年又无正常原因（对）", "money_days"),
    "members": ("在职党员（人）", "until"),
    "members_without": ("没有结对的党员（人）", "until"),
    "in_need": ("在读贫困生（人）", "until"),
    "in_need_without": ("没有帮扶人的贫困生（人）", "until"),
    "expired": ("已满三年未办结的结对（对）", "until"),
    "unwritten": ("措施、任务或目标不全的结对（对）", "until"),
    "contacts": ("联系（次）", "contact_months"),
    "due": ("应联系（对次）", "contact_months"),
    "met": ("记录完整（对次）", "contact_months"),
    "incomplete": ("记录不全（对次）", "contact_months"),
    "missing": ("未联系（对次）", "contact_months"),
    "visited": ("走访慰问（人次）", "money_days"),
    "dropped_out": ("辍学（人）", "money_days"),
    "hardship": ("登记困难教职工（人次）", "money_days"),
    "grave": ("其中严重（人次）", "money_days"),
    "in_time": ("其中按期上报（人次）", "money_days"),
}
UNTIL = "截至{until}"

# 考核表.
FORM_TITLE = "{school}{year}年党员帮扶考核表"
EVIDENCE_SHEET = SheetText(
    "依据",
    "{year}年党员帮扶考核的依据（截至{month}）",
    "“考核”表中每个数字由这里的各行数出；点来源可打开原表。" + _TAIL,
    "",
)
EVIDENCE = TableText("考核依据", "", "部门 | 姓名 | 部分 | 学生 | 班级 | 月份 | 情况 | 计入 | 来源")
COUNTED, NOT_COUNTED = "是", "否"
STATES: dict[str, str] = {
    "met": "已联系",
    "incomplete": "记录不全",
    "missing": "未联系",
    "kept": "稳定",
    "broken": "未满三年结束，无正常原因",
    "written": "已写全",
    "unwritten": "措施、任务或目标不全",
    "improved": "进步",
    "steady": "稳定",
    "slipped": "退步",
    "dropped_out": "辍学",
}
SOURCE_JOIN, ROW_JOIN = "；", "、"
PART_CAPTION = "{name}{done}/{total}，权重{weight}分，得{points}分"
