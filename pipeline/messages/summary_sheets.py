"""What 月度汇总.xlsx says on its sheets: titles, leads, tables with their headers."""

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
    """A table's name as a marked table, its caption ("": it needs none) and its headers, with units, parted by |."""

    name: str
    caption: str
    columns: str

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers, one a column."""
        return tuple(header.strip() for header in self.columns.split("|"))


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
        "按类别、项目和限定用途，{month}、本年和累计（自{opening}之后）[注2]。" + _TAIL,
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
    "checks": SheetText(
        "联系核查",
        "{month}联系核查与各部门工作量",
        "{month}各部门的工作量；连续未联系、内容雷同和登记较晚的联系，请有人看一看[注9]。" + _TAIL,
        "部门工作量、雷同",
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
    "adjusted": SheetText(
        "上期调整",
        "{month}上期调整",
        "定稿以后以前月份登记的变动和对数字的影响；不计入本月的收入和支出。" + _TAIL,
        "定稿以后的变动",
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
    "tasks": TableText("待办事项", "需要有人处理", "事项 | 数量 | 详见"),
    "files": TableText("数据来源", "数据来源", "文件 | 登记表"),
    "by_source": TableText("收入分类", "收入（按类别）", "类别 | 本月(元) | 本年(元) | 累计(元)"),
    "by_programme": TableText("支出分类", "支出（按项目）", "项目 | 本月(元) | 本年(元) | 累计(元)"),
    "restricted": TableText(
        "限定用途", "限定用途（专款专用），本月", "用途 | 上期结余(元) | 本月收入(元) | 本月支出(元) | 月末结余(元)"
    ),
    "restricted_year": TableText(
        "限定用途本年",
        "限定用途，本年和累计",
        "用途 | 年初结余(元) | 本年收入(元) | 本年支出(元) | 累计收入(元) | 累计支出(元)",
    ),
    "monthly": TableText("各月收支", "最近十二个月", "月份 | 收入(元) | 支出(元) | 月末结余(元)"),
    "ledger": TableText(
        "收支明细账",
        "",
        "日期 | 单号 | 对方 | 类别或项目 | 方式 | 限定用途 | 收入(元) | 支出(元) | 基金结余(元) | 银行收付(元) | 银行余额(元) | 现金收付(元) | 现金余额(元) | 用途结余(元) | 来源",
    ),
    "open_items": TableText("未达账项", "未达账项", "类别 | 日期 | 摘要 | 金额(元) | 对方 | 号码 | 来源 | 两个月以上"),
    "to_add": TableText(
        "待补登记录",
        "银行已记、单位未记：请查明后补登（可复制；空白的栏由人填写）",
        "登记表 | 日期 | 备注 | 金额(元) | 捐款人或受助对象 | 类别或对象类别 | 项目 | 方式",
    ),
    "candidates": TableText(
        "候选",
        "候选：请在“核对”表中写明是哪几笔",
        "银行流水 | 日期 | 摘要 | 金额(元) | 对方户名 | 配法(种) | 每种配法的登记",
    ),
    "matches": TableText(
        "已对上", "已对上的各笔", "依据 | 银行日期 | 摘要 | 银行金额(元) | 银行流水 | 登记日期 | 登记 | 登记(笔)"
    ),
    "pledges": TableText("倡议额", "", "部门 | 姓名 | 级别 | 倡议额(元) | 已捐(元) | 未达(元) | 情况 | 来源"),
    "pledge_departments": TableText(
        "倡议额部门小计", "按部门", "部门 | 人数 | 未达人数 | 倡议额(元) | 已捐(元) | 未达(元)"
    ),
    "contact_year": TableText("联系年表", "", "部门 | 帮扶人"),
    "contact_departments": TableText(
        "联系部门小计",
        "按部门（对次：一对结对一个月为一次）",
        "部门 | 本月应联系(次) | 本月已联系(次) | 本月记录不全(次) | 本月未联系(次) | 本年应联系(次) | 本年已联系(次) | 本年记录不全(次) | 本年未联系(次)",
    ),
    "departments": TableText("部门工作量", "各部门工作量（同月度通报）", "部门"),
    "runs": TableText(
        "连续未联系",
        "本年连续两个月以上未联系（不要求联系的月份不计，也不中断）",
        "部门 | 帮扶人 | 学生 | 班级 | 起始月份 | 最近月份 | 月数(月) | 现在",
    ),
    "equal": TableText(
        "内容雷同", "与本月联系内容雷同的各次（去掉空格和标点后相同）", "组 | 日期 | 帮扶人 | 学生 | 内容 | 相同 | 来源"
    ),
    "late": TableText(
        "登记较晚", "本年联系后30天以上才登记的各次", "联系日期 | 登记日期 | 相隔(天) | 帮扶人 | 学生 | 来源"
    ),
    "pairings": TableText(
        "结对",
        "",
        "事项 | 部门 | 帮扶人 | 学生 | 班级 | 类型 | 开始日期 | 满三年日期 | 结束日期 | 本月联系 | 本月次数 | 最近联系 | 说明 | 来源",
    ),
    "pupils": TableText(
        "学生学业",
        "",
        "变化 | 学生 | 班级 | 类别 | 帮扶人 | 帮扶措施 | 学期 | 平均分 | 上次平均分 | 年级名次 | 上次名次 | 品德等级 | 上次品德 | 旷课(节) | 上次旷课(节) | 来源",
    ),
    "plan": TableText(
        "走访计划",
        "走访慰问与年度计划",
        "活动 | 对象类别 | 计划(人) | 实际(人) | 预算(元) | 实际(元) | 剩余(元) | 情况",
    ),
    "surveys": TableText(
        "本学期摸底", "本学期摸底", "班级或部门 | 对象 | 应摸底(人) | 困难(人) | 摸底日期 | 责任人 | 情况 | 来源"
    ),
    "survey_history": TableText("历次摸底", "历次摸底", "学期 | 对象 | 已摸底(个) | 应摸底(人) | 困难(人)"),
    "paid_visits": TableText(
        "走访与支出",
        "走访慰问金与支出（按凭证号）",
        "凭证号 | 慰问金(元) | 支出(元) | 相差(元) | 走访记录 | 支出记录",
    ),
    "hardship": TableText(
        "困难教职工", "困难教职工上报", "姓名 | 部门 | 程度 | 登记日期 | 上报期限 | 上报日期 | 情况 | 来源"
    ),
    "visits": TableText(
        "走访明细", "本年走访慰问明细", "活动 | 对象类别 | 日期 | 对象 | 慰问金(元) | 慰问品 | 走访人 | 来源"
    ),
    "goods": TableText("物资收发存", "", "物品 | 单位 | 上期结存 | 本月收入 | 本月发出 | 月末结存"),
    "controls": TableText("管控要求", "管控要求", "要求 | 情况 | 问题(处) | 内容"),
    "breaches": TableText("管控问题", "每一处问题", "要求 | 级别 | 问题 | 发现了什么 | 来源"),
    "changed_rows": TableText("变动记录", "定稿以后变动的记录", "月份 | 登记表 | 变动 | 内容 | 来源"),
    "changed_sums": TableText("影响金额", "对已定稿月份金额的影响", "月份 | 数字 | 定稿时(元) | 现在(元) | 增减(元)"),
    "changed_counts": TableText("影响数量", "对已定稿月份数量的影响", "月份 | 数字 | 定稿时 | 现在"),
    "appraisal": TableText("党员考核", "", "部门 | 姓名"),
    "problems": TableText("问题清单", "", "序号 | 级别 | 问题 | 发现了什么 | 怎样处理 | 文件 | 工作表 | 单元格"),
    "notes": TableText("各表说明", "", "注 | 工作表 | 说明"),
}
