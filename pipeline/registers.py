"""Every register that a school keeps, described once: its columns, in the order of the blank workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.fields import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Vocabulary that more than one module needs.
SCHOOL_LEADER, MIDDLE_LEADER, PARTY_MEMBER, TEACHER, PUPIL = "校级领导", "中层领导", "党员", "教师", "学生"
STAFF_TIERS = (SCHOOL_LEADER, MIDDLE_LEADER, PARTY_MEMBER, TEACHER)
SOURCES = (*STAFF_TIERS, PUPIL, "企事业单位", "社会人士", "勤工俭学", "学校拨款", "利息", "其他")
CASH, BANK_TRANSFER, WECHAT, ALIPAY = "现金", "银行转账", "微信", "支付宝"
CHANNELS = (CASH, BANK_TRANSFER, WECHAT, ALIPAY)
WALLETS = (WECHAT, ALIPAY)
RECIPIENT_KINDS = ("学生", "在职教师", "退休教职工", "社区", "结对学校", "灾区", "其他")
PERSON_KINDS = ("学生", "在职教师", "退休教职工")
FEE = "手续费"
PROGRAMMES = (
    *("学费减免", "生活补助", "学习用品", "走访慰问", "突发救助", "奖学金", "社区资助", "手拉手学校", "赈灾", FEE, "其他"),
)
NAMED, ANONYMOUS = "实名", "匿名"
DEPOSIT, WITHDRAWAL = "缴存", "提取"
GOODS_IN, GOODS_OUT = "收", "发"
IN_SERVICE, RETIRED, MOVED = "在职", "退休", "调离"
IN_NEED, NEEDS_GUIDANCE, BOTH_NEEDS = "贫困生", "问题生", "贫困生+问题生"
STUDYING = "在读"
MEMBER_PAIRING, LEADER_PAIRING = "党员帮扶", "领导包扶"
NATURAL_END_REASONS = ("毕业", "转学", "调离", "退休")  # a pairing that ends so breaks no promise
LEADING_GROUP, MANAGING_GROUP, OFFICE = "领导小组", "管理小组", "管理办公室"
CORRECTION, VOID, OPENING_ITEM = "冲正", "作废", "期初未达"  # words in 备注
PEOPLE_JOIN = "、"


@dataclass(frozen=True, slots=True)
class Register:
    """One register. name: its key in code. title: its name in Chinese and the shipped sheet's name.

    required: a school cannot do without it. either: sets of columns of which one set must be there.
    workbook: the shipped workbook that holds it.
    """

    name: str
    title: str
    workbook: str
    fields: tuple[Field, ...]
    required: bool = False
    either: tuple[tuple[str, ...], ...] = ()

    def field(self, name: str) -> Field:
        """The field of that name; KeyError if the register has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(field.name for field in self.fields)


_MONEY_BOOK, _PUPIL_BOOK, _VISIT_BOOK, _SETTINGS_BOOK = "捐款登记.xlsx", "学生帮扶.xlsx", "走访记录.xlsx", "设置.xlsx"

_DATE = Field("date", "日期", Kind.DATE)
_AMOUNT = Field("amount", "金额", Kind.AMOUNT).shown()
_CHANNEL = Field("channel", "方式", Kind.WORD, words=CHANNELS).shown()
_PURPOSE = Field("purpose", "用途").shown()
_CAMPAIGN = Field("campaign", "活动").shown()
_DEPOSIT_NO = Field("deposit", "缴存单号", Kind.CODE, ("存款单号", "批次"))
_VOUCHER = Field("voucher", "凭证号", Kind.CODE, ("凭证编号", "凭证字号"))
_HANDLER = Field("handler", "经办人", Kind.PERSON, ("经手人",))
_NOTE = Field("note", "备注", aliases=("说明", "附注")).secret()
_DEPARTMENT = Field("department", "部门").shown()
_NAME = Field("name", "姓名", Kind.PERSON)
_HELPER = Field("helper", "帮扶人", Kind.PEOPLE)
_STUDENT = Field("student", "学生", Kind.PEOPLE, ("学生姓名",)).masked()
_CLASS = Field("class_name", "班级", Kind.CLASS, ("所在班级", "年级班级")).shown()
_STUDENT_NO = Field("student_no", "学号", Kind.CODE, ("学生学号",)).secret()
_STAFF_NO = Field("staff_no", "工号", Kind.CODE, ("职工号", "教职工号"))
_RECIPIENT_KIND = Field("recipient_kind", "对象类别", Kind.WORD, ("受助对象类别", "慰问对象类别"), RECIPIENT_KINDS).shown()
_TERM = Field("term", "学期", Kind.TERM)
_YEAR = Field("year", "年度", Kind.YEAR, ("年份",))

DONATIONS = Register(
    "donations",
    "捐款",
    _MONEY_BOOK,
    (
        _DATE.need("捐款日期", "捐赠日期", "捐赠时间", "捐款时间", "到账日期", "时间"),
        Field("receipt", "收据号", Kind.CODE, ("票号", "收据编号", "票据号", "捐赠票据号", "凭证编号")).shown(),
        Field("donor", "捐款人", Kind.PERSON)
        .need(
            *("姓名", "捐款单位", "捐款人/单位", "捐款人姓名", "捐赠人", "捐赠人姓名", "捐赠方", "捐赠方名称", "捐赠者"),
            "捐赠单位",
        )
        .shown(),
        Field("source", "类别", Kind.WORD, words=SOURCES).need("身份", "捐款人类别", "捐赠方性质", "捐款人身份").shown(),
        _DEPARTMENT.also("部门/班级", "班级", "单位"),
        _AMOUNT.need("捐款金额", "捐款数额", "捐资额", "捐赠金额", "到账金额", "捐款额"),
        _CHANNEL.need("捐款方式", "收款方式", "捐款途径", "捐赠途径", "捐款渠道", "收款渠道"),
        _PURPOSE.also("限定用途", "指定用途", "捐赠用途"),
        _CAMPAIGN.also("捐赠项目", "捐款活动"),
        Field("disclosure", "公开", Kind.WORD, ("是否匿名", "是否公开", "实名/匿名"), (NAMED, ANONYMOUS)),
        _DEPOSIT_NO,
        _HANDLER,
        _STAFF_NO,
        _NOTE.also("留言"),
    ),
    required=True,
)
DISBURSEMENTS = Register(
    "disbursements",
    "支出",
    _MONEY_BOOK,
    (
        _DATE.need("支出日期", "付款日期", "发放日期"),
        _VOUCHER,
        Field("recipient", "受助对象", Kind.PERSON).need("对象", "收款人", "受助人", "受助人姓名").masked(),
        _RECIPIENT_KIND.need(),
        Field("programme", "项目", Kind.WORD, words=PROGRAMMES).need("支出项目", "用途", "资助项目").shown(),
        _AMOUNT.need("支出金额", "付款金额", "资助金额", "发放金额"),
        _CHANNEL.need("支付方式", "付款方式", "发放方式"),
        _PURPOSE.called("资金", "资金来源", "限定用途", "指定用途"),
        _HANDLER.need(),
        Field("approver", "审批人", Kind.PEOPLE, ("批准人",)),
        Field("approved_on", "审批日期", Kind.DATE, ("批准日期",)),
        Field("signer", "签收人", Kind.PEOPLE, ("领款人", "领取人")).secret(),
        Field("signed_on", "签收日期", Kind.DATE, ("领款日期", "领取日期")),
        _CLASS,
        _STUDENT_NO,
        _NOTE,
    ),
    required=True,
)
STATEMENT = Register(
    "statement",
    "银行流水",
    _MONEY_BOOK,
    (
        _DATE.need("交易日期", "记账日期"),
        Field("summary", "摘要", aliases=("交易摘要", "备注", "用途")),
        Field("money_in", "收入", Kind.AMOUNT, ("贷方", "贷方发生额", "存入")),
        Field("money_out", "支出", Kind.AMOUNT, ("借方", "借方发生额", "支取")),
        Field("amount", "金额", Kind.AMOUNT, ("交易金额", "发生额")),
        Field("flag", "借贷", aliases=("借贷标志",)),
        Field("balance", "余额", Kind.AMOUNT).need("账户余额"),
        Field("counterparty", "对方户名", aliases=("对方名称",)),
        Field("serial", "流水号", Kind.CODE, ("交易流水号",)),
    ),
    either=(("money_in", "money_out"), ("amount",)),
)
CASH_MOVES = Register(
    "cash_moves",
    "现金存取",
    _MONEY_BOOK,
    (
        _DATE.need("存取日期"),
        Field("move", "类型", Kind.WORD, ("存取类型",), (DEPOSIT, WITHDRAWAL)).need(),
        _DEPOSIT_NO.called("单号", "缴存单号", "存款单号", "存取单号"),
        _AMOUNT.need(),
        _HANDLER,
    ),
)
GOODS = Register(
    "goods",
    "物资",
    _MONEY_BOOK,
    (
        _DATE.need(),
        Field("direction", "方向", Kind.WORD, ("收发", "收/发"), (GOODS_IN, GOODS_OUT)).need(),
        Field("party", "对方", Kind.PERSON).need("捐赠人", "受助对象").masked(),
        Field("item", "物品").need("物品名称", "品名").shown(),
        Field("quantity", "数量", Kind.DECIMAL).need().shown(),
        Field("unit", "单位", aliases=("计量单位",)).shown(),
        Field("value", "折价", Kind.AMOUNT, ("折价金额",)).shown(),
        _NOTE,
    ),
)
STAFF = Register(
    "staff",
    "教职工",
    _PUPIL_BOOK,
    (
        _STAFF_NO,
        _NAME.need("教职工姓名").shown(),
        _DEPARTMENT.need("所在部门", "处室"),
        Field("rank", "职务级别", Kind.WORD, words=(SCHOOL_LEADER, MIDDLE_LEADER, TEACHER)).need("级别", "职级"),
        Field("party_member", "党员", Kind.YES_NO).need("是否党员", "中共党员"),
        Field("status", "状态", Kind.WORD, ("在职状态", "人员状态"), (IN_SERVICE, RETIRED, MOVED)),
        Field("joined_on", "入职日期", Kind.DATE, ("入职时间", "到岗日期")),
        Field("left_on", "离岗日期", Kind.DATE, ("离职日期", "离岗时间")),
    ),
    required=True,
)
STUDENTS = Register(
    "students",
    "学生",
    _PUPIL_BOOK,
    (
        _STUDENT_NO,
        _NAME.need("学生姓名").masked(),
        _CLASS.need(),
        Field("need", "类别", Kind.WORD, words=(IN_NEED, NEEDS_GUIDANCE, BOTH_NEEDS)).need("学生类别"),
        Field(
            "hardship",
            "困难等级",
            Kind.WORD,
            ("认定困难级别", "认定困难级别名称", "困难程度", "贫困等级", "认定等级"),
            ("特别困难", "困难", "一般困难"),
        ).secret(),
        Field("recognised_on", "认定日期", Kind.DATE, ("认定时间",)),
        Field("status", "状态", Kind.WORD, words=(STUDYING, "休学", "转学", "毕业", "辍学")).need("学籍状态", "在读状态"),
        Field("status_on", "状态日期", Kind.DATE, ("异动日期", "状态变更日期")),
        Field("guardian", "监护人", Kind.PEOPLE, ("监护人姓名", "家长", "家长姓名")).secret(),
        Field("phone", "联系电话", Kind.CODE, ("电话", "手机号", "监护人电话", "家长电话")).secret(),
        Field("id_number", "身份证号", Kind.ID_NUMBER, ("身份证件号", "身份证件号码", "身份证号码", "证件号码")).secret(),
        Field("address", "住址", aliases=("家庭住址", "家庭地址", "地址")).secret(),
        Field("class_teacher", "班主任", Kind.PERSON),
        Field("benefit", "享受政策", aliases=("资助政策",)).secret(),
    ),
    required=True,
)
PAIRINGS = Register(
    "pairings",
    "结对",
    _PUPIL_BOOK,
    (
        _HELPER.need("帮扶人姓名", "帮扶责任人", "结对帮扶责任人", "帮扶党员"),
        _STUDENT.need("帮扶对象", "结对学生"),
        _CLASS,
        Field("kind", "类型", Kind.WORD, words=(MEMBER_PAIRING, LEADER_PAIRING)).need("结对类型", "帮扶类型"),
        Field("origin", "产生方式", Kind.WORD, words=("自我申报", "组织指定")),
        Field("started_on", "开始日期", Kind.DATE).need("结对日期", "结对时间", "开始时间"),
        Field("ended_on", "结束日期", Kind.DATE, ("结束时间",)),
        Field("end_reason", "结束原因").secret(),
        Field("measures", "帮扶措施", aliases=("措施",)).secret(),
        Field("tasks", "重点任务").secret(),
        Field("goals", "目标", aliases=("帮扶目标",)).secret(),
        _STAFF_NO,
        _STUDENT_NO,
    ),
    required=True,
)
PROGRESS = Register(
    "progress",
    "学业",
    _PUPIL_BOOK,
    (
        _TERM.need(),
        _STUDENT.need("姓名"),
        _CLASS,
        Field("average", "平均分", Kind.DECIMAL, ("平均成绩",)),
        Field("grade_rank", "年级名次", Kind.COUNT, ("名次", "年级排名")),
        Field("conduct", "品德等级", Kind.WORD, ("操行等级", "品德"), ("优", "良", "中", "差")),
        Field("absences", "旷课节数", Kind.COUNT, ("旷课",)),
        _STUDENT_NO,
    ),
)
SURVEYS = Register(
    "surveys",
    "摸底",
    _PUPIL_BOOK,
    (
        _TERM.need(),
        Field("unit", "单位", Kind.UNIT).need("班级", "部门", "班级/部门"),
        Field("target", "对象", Kind.WORD, words=("学生", "教职工")).need("摸底对象"),
        Field("surveyed_on", "摸底日期", Kind.DATE).need("摸底时间"),
        Field("expected", "应摸底人数", Kind.COUNT).need(),
        Field("in_need", "困难人数", Kind.COUNT).need(),
        Field("responsible", "责任人", Kind.PERSON, ("负责人",)),
    ),
)
STAFF_HARDSHIP = Register(
    "staff_hardship",
    "困难教职工",
    _PUPIL_BOOK,
    (
        _DATE.need("登记日期"),
        _NAME.need("教职工姓名").masked(),
        _DEPARTMENT,
        Field("hardship_kind", "类型", Kind.WORD, words=("本人重病", "家属重病", "生活困难")).need("困难类型").secret(),
        Field("severity", "程度", Kind.WORD, ("困难程度",), ("一般", "严重")),
        Field("description", "说明", aliases=("致困原因", "致贫原因", "困难原因", "情况说明")).secret(),
        Field("reported_to", "上报单位"),
        Field("reported_on", "上报日期", Kind.DATE, ("上报时间",)),
        Field("outcome", "办理结果", aliases=("处理结果",)),
        _STAFF_NO,
    ),
)
CONTACTS = Register(
    "contacts",
    "联系",
    _VISIT_BOOK,
    (
        _DATE.need("谈话日期", "联系日期", "谈话时间", "联系时间"),
        _HELPER.need("谈话人", "党员", "责任人", "帮扶人姓名", "帮扶责任人", "结对帮扶责任人", "帮扶党员"),
        _STUDENT.need("帮扶对象", "谈话对象", "被谈话人"),
        _CLASS,
        Field("way", "方式", Kind.WORD, words=("谈心", "家访", "电话", "微信", "其他")).need("联系方式", "谈话方式"),
        Field("thoughts", "思想动态", aliases=("思想", "思想情况", "思想状况")).secret(),
        Field("study", "学习状况", aliases=("学习", "学习情况")).secret(),
        Field("life", "生活状况", aliases=("生活", "生活情况")).secret(),
        Field("talk", "谈话内容", aliases=("帮扶情况",)).secret(),
        Field("solved", "解决问题", aliases=("解决的问题",)).secret(),
        Field("entered_on", "登记日期", Kind.DATE, ("录入日期",)),
        _STAFF_NO,
        _STUDENT_NO,
    ),
    required=True,
)
VISITS = Register(
    "visits",
    "慰问",
    _VISIT_BOOK,
    (
        _DATE.need("慰问日期", "走访日期"),
        _CAMPAIGN.need("慰问活动"),
        Field("recipient", "对象", Kind.PERSON).need("慰问对象", "走访对象").masked(),
        _RECIPIENT_KIND.need(),
        Field("gift_money", "慰问金", Kind.AMOUNT, ("慰问金额",)),
        Field("gift_goods", "慰问品", aliases=("慰问物品",)),
        Field("visitor", "走访人", Kind.PEOPLE).need("慰问人"),
        _VOUCHER,
    ),
)
SETTINGS = Register(
    "settings",
    "基本信息",
    _SETTINGS_BOOK,
    (Field("item", "项目").need("设置项"), Field("content", "内容").need("设置内容", "值")),
    required=True,
)
DECISIONS = Register(
    "decisions",
    "核对",
    _MONEY_BOOK,
    (
        Field("serial", "银行流水号", Kind.CODE, ("流水号",)),
        _DATE,
        _AMOUNT,
        Field("entry", "登记号", Kind.CODE).need(),
        _NOTE,
    ),
    either=(("serial",), ("date", "amount")),
)
CASH_COUNTS = Register(
    "cash_counts",
    "现金盘点",
    _MONEY_BOOK,
    (
        _DATE.need("盘点日期"),
        Field("counted", "盘点金额", Kind.AMOUNT).need("实盘金额"),
        Field("counter", "盘点人", Kind.PERSON),
        Field("witness", "监盘人", Kind.PERSON),
    ),
)
PLEDGE_RATES = Register(
    "pledge_rates",
    "倡议标准",
    _SETTINGS_BOOK,
    (
        _YEAR.need(),
        Field("tier", "级别", Kind.WORD, words=STAFF_TIERS).need(),
        Field("per_day", "每日", Kind.AMOUNT, ("每日金额",)),
        Field("per_year", "全年", Kind.AMOUNT).need("全年金额"),
    ),
    required=True,
)
GROUP = Register(
    "group",
    "管理小组",
    _SETTINGS_BOOK,
    (
        Field("team", "小组", Kind.WORD, words=(LEADING_GROUP, MANAGING_GROUP, OFFICE)).need("小组名称"),
        _NAME.need().shown(),
        Field("duty", "职务").need("小组职务"),
    ),
    required=True,
)
PLAN = Register(
    "plan",
    "年度计划",
    _SETTINGS_BOOK,
    (
        _YEAR.need(),
        _CAMPAIGN.need(),
        _RECIPIENT_KIND.need(),
        Field("people", "人数", Kind.COUNT).need("计划人数"),
        Field("budget", "预算", Kind.AMOUNT).need("预算金额"),
    ),
)
POSTINGS = Register(
    "postings",
    "公示安排",
    _SETTINGS_BOOK,
    (
        Field("month", "月份", Kind.MONTH).need("公示月份"),
        Field("posted_from", "公示起", Kind.DATE).need("公示开始", "公示起始日期"),
        Field("posted_to", "公示止", Kind.DATE, ("公示结束", "公示截止日期")),
    ),
)

REGISTERS: tuple[Register, ...] = (
    *(DONATIONS, DISBURSEMENTS, STATEMENT, CASH_MOVES, GOODS, DECISIONS, CASH_COUNTS),
    *(STAFF, STUDENTS, PAIRINGS, PROGRESS, SURVEYS, STAFF_HARDSHIP),
    *(CONTACTS, VISITS),
    *(SETTINGS, PLEDGE_RATES, GROUP, PLAN, POSTINGS),
)
BY_NAME: Mapping[str, Register] = MappingProxyType({register.name: register for register in REGISTERS})
