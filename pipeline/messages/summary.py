"""What 月度汇总.xlsx says in its cells: words, notes and controls (sheets and headers: summary_sheets)."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.messages import publish

BOOK_TITLE = "{school}{month}扶贫基金与帮扶工作汇总"
PAGE_HEAD = "&L&9 {school}&R&9 {month}"  # a blank parts the size from a text that begins with a figure
PAGE_FOOT = "&L&9&A&C&9— &P / &N —"
MONTH = "{year}年{month}月"
MONTH_COLUMN = "{month}月"
TOTAL, NOTHING = "合计", "本期无发生"
SIGNATURE = "制表：                    审核：                    负责人："

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
    "调节后差额",
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
UNRESTRICTED = publish.UNRESTRICTED
ADJUSTED_CAPTION = "上期调整：已定稿的月份后来有改动（单位：元）"
ADJUSTED_LINES = ("上期结余（定稿时）", "上期调整", "期初结余（按现在的登记）")
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

# 联系核查
RUN_GOES_ON, RUN_IS_OVER = "仍未联系", "已恢复"
EXACTLY, NEARLY = "逐字相同", "标点或空格不同"

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
    """A control as the sheet 管控 lists it: its title, what it asks, and the codes of findings that breach it.

    registers: without which it cannot be judged, once they were found but could not be read.
    """

    title: str
    rule: str
    codes: tuple[str, ...]
    registers: tuple[str, ...]


KEPT, BREACHED, NOT_JUDGED, NO_LIMIT = "符合", "有问题", "未判断", "没有设置"
_MONEY = ("捐款", "支出", "现金存取", "基本信息")
CONTROLS: tuple[Control, ...] = (
    Control(
        "支出审批",
        "除手续费外，每笔支出由领导小组或管理小组成员审批；审批人不是经办人，也不是受助对象。",
        ("approver_missing", "approver_outside", "approver_is_handler", "approver_is_recipient"),
        ("支出", "管理小组"),
    ),
    Control("先审批后付款", "审批日期不晚于付款日期。", ("approved_late",), ("支出",)),
    Control(
        "收据连号",
        "收据号在一年内不重复、不缺号；作废的收据按原号登记。",
        ("receipt_repeated", "receipt_gap"),
        ("捐款",),
    ),
    Control("不重复登记", "日期、姓名、金额、方式和用途都相同的两行须核对。", ("entered_twice",), _MONEY[:3]),
    Control("按期签收", "给学生的资助在{signing_days}天内由家长签收。", ("signed_late", "signed_missing"), ("支出",)),
    Control(
        "专款专用",
        "每项限定资金和非限定资金的每日结余都不小于零。",
        ("purpose_below_zero", "purpose_without_gifts", "unrestricted_below_zero", "opening_below_zero"),
        _MONEY,
    ),
    Control("现金不透支", "每日终了库存现金不小于零。", ("cash_below_zero",), _MONEY),
    Control("现金限额", "库存现金不超过限额（{limit}）。", ("cash_over_limit",), _MONEY),
    Control("按期缴存", "现金捐款在30天内缴存银行。", ("paid_in_late", "paid_in_missing"), ("捐款", "现金存取")),
    Control("缴存相符", "缴存金额等于该缴存单号的现金捐款合计。", ("deposit_differs",), ("捐款", "现金存取")),
    Control("现金盘点", "盘点金额等于现金日记账结余。", ("cash_count_differs",), (*_MONEY, "现金盘点")),
    Control(
        "银行对账",
        "对账单余额连续，调节后两边相等。",
        ("statement_chain_broken", "statement_missing", "statement_ends_early", "reconciliation_differs"),
        (*_MONEY, "银行流水"),
    ),
    Control(
        "困难上报",
        "严重困难教职工在{report_days}天内上报上级工会。",
        ("hardship_reported_late", "hardship_reported_missing"),
        ("困难教职工",),
    ),
    Control("物资库存", "任何物资的库存都不小于零。", ("stock_negative",), ("物资",)),
    Control("用途不写姓名", "限定用途不写受助人的姓名。", ("purpose_names_person",), ("捐款", "支出", "学生")),
)

# 上期调整
ADJUSTED_OPENING = ("上期结余（定稿时）", "上期调整", "上期结余（按现在的登记）")

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
    (
        "注9",
        "联系核查",
        "雷同和登记较晚只列出来请人看，不作判断，也不影响联系是否计入；一次联系写几名学生的，与自己不算雷同。",
    ),
    ("注8", "全部", "本工作簿供校内使用，含个人信息，不得张贴或外传。"),
)
