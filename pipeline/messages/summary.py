"""What 月度汇总.xlsx says: sheets, tables with their headers, words and notes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet's fixed name, its title (A1), what it says (A2) and what the list of contents says of it."""

    name: str
    title: str
    lead: str
    contents: str


@dataclass(frozen=True, slots=True)
class TableText:
    """A table's name as a marked table, its caption ("": it needs none) and its headers, with units."""

    name: str
    caption: str
    headers: tuple[str, ...]


BOOK_TITLE = "{school}{month}扶贫基金与帮扶工作汇总"
PAGE_HEAD = "&L&9 {school}&R&9 {month}"  # a blank parts the size from a text that begins with a figure
PAGE_FOOT = "&L&9&A&C&9— &P / &N —"
MONTH = "{year}年{month}月"
MONTH_COLUMN = "{month}月"
TOTAL, NOTHING = "合计", "本期无发生"
SIGNATURE = "制表：                    审核：                    负责人："

_TAIL = "取消筛选：点“数据”→“清除”。空白表示本期无发生。"
SHEETS: dict[str, SheetText] = {
    "cover": SheetText(
        "总览",
        "{school}{month}月度汇总",
        "{month}的状态、主要数字和需要有人处理的事项；点工作表名可以跳转。空白表示本期无发生。",
        "",
    ),
    "books": SheetText(
        "收支",
        "{month}基金收支",
        "按类别、项目和限定用途，{month}、本年（1月至本月）和累计（自{opening}之后）[注2]。" + _TAIL,
        "收入、支出、限定用途",
    ),
    "ledger": SheetText(
        "收支明细账",
        "{month}收支明细账",
        "自{opening}之后至{last}的每一笔收支和现金存取，按日期排列，结余逐笔滚动。点“来源”可打开原表[注7]。" + _TAIL,
        "每一笔收支、滚动结余",
    ),
    "bank": SheetText(
        "银行对账",
        "{month}银行对账",
        "截至{last}的余额调节表、未达账项、待补登的记录、候选和已对上的各笔[注3]。" + _TAIL,
        "余额调节表、未达账项",
    ),
    "pledges": SheetText(
        "倡议额",
        "{year}年倡议额（截至{month}）",
        "本年在职教职工的倡议额和至{last}的捐款；倡议出于自愿[注5]。部门小计在表下方。" + _TAIL,
        "教职工自愿捐款",
    ),
    "contacts": SheetText(
        "联系",
        "{year}年每月联系（截至{month}）",
        "帮扶人每月与学生联系的情况[注4]；部门小计在表下方，各对结对见“结对”。" + _TAIL,
        "帮扶人每月联系学生",
    ),
    "pairings": SheetText(
        "结对",
        "{month}结对情况",
        "本月的全部结对和截至{last}需要处理的事项[注6]，需要处理的排在前面。" + _TAIL,
        "结对覆盖、期满、措施",
    ),
    "pupils": SheetText(
        "学生", "受助学生学业情况（截至{month}）", "受助学生各学期的学业和变化，辍学的排在最前。" + _TAIL, "学业变化"
    ),
    "visits": SheetText(
        "走访与摸底",
        "{year}年走访慰问与摸底（截至{month}）",
        "走访慰问与年度计划对照，各班各部门的摸底。" + _TAIL,
        "对照计划、摸底进度",
    ),
    "goods": SheetText("物资", "{month}物资收发存", "{month}各种物资的上期结存、收、发和结存。" + _TAIL, "收、发、存"),
    "controls": SheetText(
        "管控", "{month}内部管控", "截至{last}各项管控要求的执行情况，下方是每一处问题。" + _TAIL, "审批、票据、现金"
    ),
    "appraisal": SheetText(
        "考核",
        "{year}年党员帮扶考核（截至{month}）",
        "可以计数的部分由程序计算，其余空白由负责人评定；不得公示。" + _TAIL,
        "党员评议考核用",
    ),
    "problems": SheetText(
        "问题",
        "{month}发现的问题",
        "错误必须改正后才能公示，提醒请有人看一看；点单元格可打开原表。" + _TAIL,
        "错误和提醒",
    ),
    "notes": SheetText("说明", "说明", "各表中[注]的含义和数字的算法。空白表示本期无发生。", "各表的注和算法"),
}

TABLES: dict[str, TableText] = {
    "tasks": TableText("待办事项", "需要有人处理", ("事项", "数量", "详见")),
    "files": TableText("数据来源", "数据来源", ("文件", "登记表")),
    "by_source": TableText("收入分类", "收入（按类别）", ("类别", "本月(元)", "本年(元)", "累计(元)")),
    "by_programme": TableText("支出分类", "支出（按项目）", ("项目", "本月(元)", "本年(元)", "累计(元)")),
    "restricted": TableText(
        "限定用途",
        "限定用途（专款专用），本月",
        ("用途", "上期结余(元)", "本月收入(元)", "本月支出(元)", "月末结余(元)"),
    ),
    "restricted_year": TableText(
        "限定用途本年",
        "限定用途，本年和累计",
        ("用途", "年初结余(元)", "本年收入(元)", "本年支出(元)", "累计收入(元)", "累计支出(元)"),
    ),
    "monthly": TableText("各月收支", "最近十二个月", ("月份", "收入(元)", "支出(元)", "月末结余(元)")),
    "ledger": TableText(
        "收支明细账",
        "",
        (
            "日期",
            "单号",
            "对方",
            "类别或项目",
            "方式",
            "限定用途",
            "收入(元)",
            "支出(元)",
            "基金结余(元)",
            "银行收付(元)",
            "银行余额(元)",
            "现金收付(元)",
            "现金余额(元)",
            "用途结余(元)",
            "来源",
        ),
    ),
    "open_items": TableText(
        "未达账项",
        "未达账项",
        ("类别", "日期", "摘要", "金额(元)", "对方", "号码", "来源", "两个月以上"),
    ),
    "to_add": TableText(
        "待补登记录",
        "银行已记、单位未记：请查明后补登（可复制；空白的栏由人填写）",
        ("登记表", "日期", "备注", "金额(元)", "捐款人或受助对象", "类别或对象类别", "项目", "方式"),
    ),
    "candidates": TableText(
        "候选",
        "候选：请在“核对”表中写明是哪几笔",
        ("银行流水", "日期", "摘要", "金额(元)", "对方户名", "配法(种)", "每种配法的登记"),
    ),
    "matches": TableText(
        "已对上",
        "已对上的各笔",
        ("依据", "银行日期", "摘要", "银行金额(元)", "银行流水", "登记日期", "登记", "登记(笔)"),
    ),
    "pledges": TableText("倡议额", "", ("部门", "姓名", "级别", "倡议额(元)", "已捐(元)", "未达(元)", "情况", "来源")),
    "pledge_departments": TableText(
        "倡议额部门小计", "按部门", ("部门", "人数", "未达人数", "倡议额(元)", "已捐(元)", "未达(元)")
    ),
    "contact_year": TableText("联系年表", "", ("部门", "帮扶人")),
    "contact_departments": TableText(
        "联系部门小计",
        "按部门（对次：一对结对一个月为一次）",
        (
            "部门",
            "本月应联系(次)",
            "本月已联系(次)",
            "本月记录不全(次)",
            "本月未联系(次)",
            "本年应联系(次)",
            "本年已联系(次)",
            "本年记录不全(次)",
            "本年未联系(次)",
        ),
    ),
    "pairings": TableText(
        "结对",
        "",
        (
            "事项",
            "部门",
            "帮扶人",
            "学生",
            "班级",
            "类型",
            "开始日期",
            "满三年日期",
            "结束日期",
            "本月联系",
            "本月次数",
            "最近联系",
            "说明",
            "来源",
        ),
    ),
    "pupils": TableText(
        "学生学业",
        "",
        (
            "变化",
            "学生",
            "班级",
            "类别",
            "帮扶人",
            "学期",
            "平均分",
            "上次平均分",
            "年级名次",
            "上次名次",
            "品德等级",
            "上次品德",
            "旷课(节)",
            "上次旷课(节)",
            "来源",
        ),
    ),
    "plan": TableText(
        "走访计划",
        "走访慰问与年度计划",
        ("活动", "对象类别", "计划(人)", "实际(人)", "预算(元)", "实际(元)", "剩余(元)", "情况"),
    ),
    "surveys": TableText(
        "本学期摸底",
        "本学期摸底",
        ("班级或部门", "对象", "应摸底(人)", "困难(人)", "摸底日期", "责任人", "情况", "来源"),
    ),
    "hardship": TableText(
        "困难教职工",
        "困难教职工上报",
        ("姓名", "部门", "程度", "登记日期", "上报期限", "上报日期", "情况", "来源"),
    ),
    "visits": TableText(
        "走访明细",
        "本年走访慰问明细",
        ("活动", "对象类别", "日期", "对象", "慰问金(元)", "慰问品", "走访人", "来源"),
    ),
    "goods": TableText("物资收发存", "", ("物品", "单位", "上期结存", "本月收入", "本月发出", "月末结存")),
    "controls": TableText("管控要求", "管控要求", ("要求", "情况", "问题(处)", "内容")),
    "breaches": TableText("管控问题", "每一处问题", ("要求", "级别", "问题", "发现了什么", "来源")),
    "appraisal": TableText("党员考核", "", ("部门", "姓名")),
    "problems": TableText(
        "问题清单", "", ("序号", "级别", "问题", "发现了什么", "怎样处理", "文件", "工作表", "单元格")
    ),
    "notes": TableText("各表说明", "", ("注", "工作表", "说明")),
}
CONTACT_TOTALS = ("应联系(次)", "已联系(次)", "记录不全(次)", "未联系(次)")

# 总览
STATUS_PREVIEW = "预览：本月还没有过完"
STATUS_ERRORS = "草稿：有{errors}处错误，改正后才能公示"
STATUS_DRAFT = "草稿：没有错误，可以公示"
FACTS = ("基金", "状态", "月份", "运行日期", "数据来源", "询问")
FILES_READ = "{count}个文件，见下方"
ASK = "{office} {telephone}"
CHART = "最近十二个月的收入、支出和结余（元）"
FIGURES_CAPTION = "主要数字（单位：元）"
FIGURE_HEADERS = ("项目", "本月", "本年", "累计")
FLOW_LINES = ("期初结余", "加：收入", "减：支出", "期末结余")
HOLDINGS_HEADERS = ("存放和核对", "金额")
HOLDINGS = (
    "银行存款日记账余额",
    "库存现金",
    "基金结余",
    "银行对账单余额",
    "单位账面调节后余额",
    "银行对账单调节后余额",
)
TASKS: dict[str, str] = {
    "errors": "错误（改正后才能公示）",
    "warnings": "提醒",
    "open_items": "未达账项",
    "candidates": "银行流水待人工核对",
    "missing": "本月未联系的结对",
    "incomplete": "本月联系记录不全的结对",
    "short": "未达倡议额的教职工",
    "members": "没有结对的党员",
    "leaders": "包扶人数不合要求的校级领导",
    "alone": "没有帮扶人的贫困生",
    "expired": "已满三年未办结的结对",
    "unwritten": "缺少措施、任务或目标的结对",
}

# 收支
UNRESTRICTED = "未限定用途"
BOOKS_CAPTION = "收支总表（单位：元）"
CONTENTS_CAPTION = "目录（点工作表名跳转）"

# 收支明细账
OPENING_ROW = "期初结余"

# 银行对账
FORM_TITLE = "银行存款余额调节表"
FORM_HEAD = "单位名称：{school}    开户行：{bank}    账号：{account}    截至：{last}    单位：元"
FORM_FOOT = "会计主管：                复核：                制表：                日期："
FORM_NO_VOUCHER = "本表不是记账凭证，不据以记账；未达账项待有关凭证到达后再登记。带“▲”的已超过两个月。"
FORM_HEADERS = ("项目", "日期", "摘要", "金额", "项目", "日期", "号码、对方", "金额")
FORM_BALANCES = ("单位银行存款日记账余额", "银行对账单余额")
FORM_GROUPS = (
    ("加：银行已收、单位未收", "加：单位已收、银行未收"),
    ("减：银行已付、单位未付", "减：单位已付、银行未付"),
)
FORM_ADJUSTED = "调节后余额"
OLD_MARK, OLD = "▲", "是"
NO_STATEMENT = "没有银行流水，无法编制余额调节表。"
RULES: dict[str, str] = {
    "decided": "人工核对",
    "reference": "单号",
    "exact": "金额和日期",
    "group": "合并收付",
    "subset": "金额组合",
    "returned": "退汇",
}
TOO_MANY = "太多"
SOLUTION = "第{number}种：{rows}"
SHEET_JOIN, ROWS_RANGE = "；", "{first}-{last}"

# 倡议额
SHORT, REACHED, NO_RATE = "未达倡议额", "已达到", "没有标准"

# 联系
STATUS_OF_SEVERAL = "{status}({count}/{all})"
LACKING = "缺{parts}"
NO_DEPARTMENT = "（未填部门）"

# 结对
GAPS: dict[str, str] = {
    "members": "党员没有结对",
    "leaders": "领导包扶人数不符",
    "alone": "贫困生没有帮扶人",
    "broken": "未满三年结束",
    "natural": "未满三年正常结束",
    "unexplained": "结束没有原因",
    "expired": "已满三年未办结",
    "expiring": "六十天内满三年",
    "unwritten": "缺措施、任务或目标",
}
LEADER_COUNT = "包扶{count}名，应为1至3名"
END_REASON, NO_REASON = "原因：{reason}", "没有写原因"
LAST_HELPER = "原帮扶人：{helper}"
OPEN, CLOSED = "有效", "已结束"
SENTENCE_JOIN = "；"

# 学生
VERDICTS: dict[str, str] = {
    "dropped_out": "辍学",
    "slipped": "退步",
    "steady": "稳定",
    "improved": "进步",
    "unknown": "无法比较",
}

# 走访与摸底
PLAN_STATES: dict[str, str] = {"done": "已完成", "open": "未完成", "outside": "计划外"}
SURVEY_DONE, SURVEY_MISSING = "已摸底", "未摸底"
CASE_STATES: dict[str, str] = {
    "in_time": "已按期上报",
    "late": "逾期上报",
    "overdue": "逾期未上报",
    "waiting": "尚在期限内",
    "": "不要求上报",
}


@dataclass(frozen=True, slots=True)
class Control:
    """A control as the sheet 管控 lists it: its title, what it asks, and the codes of findings that breach it."""

    title: str
    rule: str
    codes: tuple[str, ...]


KEPT, BREACHED, NO_LIMIT = "符合", "有问题", "没有设置"
CONTROLS: tuple[Control, ...] = (
    Control(
        "支出审批",
        "除手续费外，每笔支出由领导小组或管理小组成员审批；审批人不是经办人，也不是受助对象。",
        ("approver_missing", "approver_outside", "approver_is_handler", "approver_is_recipient"),
    ),
    Control("先审批后付款", "审批日期不晚于付款日期。", ("approved_late",)),
    Control("收据连号", "收据号在一年内不重复、不缺号；作废的收据按原号登记。", ("receipt_repeated", "receipt_gap")),
    Control("不重复登记", "日期、姓名、金额、方式和用途都相同的两行须核对。", ("entered_twice",)),
    Control("按期签收", "给学生的资助在{signing_days}天内由家长签收。", ("signed_late", "signed_missing")),
    Control(
        "专款专用",
        "每项限定资金和非限定资金的每日结余都不小于零。",
        ("purpose_below_zero", "purpose_without_gifts", "unrestricted_below_zero", "opening_below_zero"),
    ),
    Control("现金不透支", "每日终了库存现金不小于零。", ("cash_below_zero",)),
    Control("现金限额", "库存现金不超过限额（{limit}）。", ("cash_over_limit",)),
    Control("按期缴存", "现金捐款在30天内缴存银行。", ("paid_in_late", "paid_in_missing")),
    Control("缴存相符", "缴存金额等于该缴存单号的现金捐款合计。", ("deposit_differs",)),
    Control("现金盘点", "盘点金额等于现金日记账结余。", ("cash_count_differs",)),
    Control(
        "银行对账",
        "对账单余额连续，调节后两边相等。",
        ("statement_chain_broken", "statement_missing", "statement_ends_early", "reconciliation_differs"),
    ),
    Control(
        "困难上报",
        "严重困难教职工在{report_days}天内上报上级工会。",
        ("hardship_reported_late", "hardship_reported_missing"),
    ),
    Control("物资库存", "任何物资的库存都不小于零。", ("stock_negative",)),
    Control("用途不写姓名", "限定用途不写受助人的姓名。", ("purpose_names_person",)),
)

# 考核
APPRAISAL_PART = ("{part}(次)", "{part}({weight}分)")
APPRAISAL_SUMS = ("计数得分(分)", "计数满分(分)", "倡议额已达到")
APPRAISAL_JUDGED = ("负责人评定(分)", "总分(分)", "等次")
OF_TOTAL = "{done}/{total}"
PLEDGE_REACHED, PLEDGE_NOT_REACHED, PLEDGE_NOT_YET = "是", "否", "尚未"

# 问题
SEVERITIES: dict[str, str] = {"error": "错误", "warning": "提醒"}

NOTES: tuple[tuple[str, str, str], ...] = (
    ("注1", "全部", "金额以元为单位，精确到分。合计和结余是公式，与程序算出的数字相同；重新计算不会改变。"),
    ("注2", "收支", "期末结余＝期初结余＋收入－支出。冲正按负数计入。只计期初日期之后、本月月末及以前的收支。"),
    ("注3", "银行对账", "候选是有几种配法、程序不作猜测的银行流水；选定以前双方都列为未达账项。"),
    (
        "注4",
        "联系",
        "已联系：本月至少联系一次，且思想、学习、生活都有记录；记录不全：有联系而缺其中一项；未联系：应联系而没有；不要求：免检或结对起止、离校离岗等。一人有几对结对时写最差的一种和对数。",
    ),
    ("注5", "倡议额", "只计本年没有限定用途、也不属于专项活动的个人捐款。年内到岗或离岗的，按在岗月数计算。"),
    (
        "注6",
        "结对",
        "有效：已开始、未结束、学生在读、帮扶人在职。结对一般三年不变；毕业、转学、调离、退休是正常的结束原因。",
    ),
    (
        "注7",
        "全部",
        "“来源”是原始记录所在的文件、工作表和行；“收支明细账”和“问题”中点击可以打开（须保持文件夹位置不变）。",
    ),
    ("注8", "全部", "本工作簿供校内使用，含个人信息，不得张贴或外传。"),
)
