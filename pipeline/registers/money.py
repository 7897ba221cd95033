"""The registers of money and goods (捐款登记.xlsx)."""

from __future__ import annotations

from pipeline.fields import Field, Kind
from pipeline.registers.model import Register
from pipeline.registers.shared import (
    AMOUNT,
    CAMPAIGN,
    CHANNEL,
    CLASS,
    DATE,
    DEPARTMENT,
    DEPOSIT_NO,
    HANDLER,
    MONEY_BOOK,
    NOTE,
    PURPOSE,
    RECIPIENT_KIND,
    STAFF_NO,
    STUDENT_NO,
    VOUCHER,
)
from pipeline.registers.words import ANONYMOUS, DEPOSIT, GOODS_IN, GOODS_OUT, NAMED, PROGRAMMES, SOURCES, WITHDRAWAL

DONATIONS = Register(
    "donations",
    "捐款",
    MONEY_BOOK,
    (
        DATE.need("捐款日期", "捐赠日期", "捐赠时间", "捐款时间", "到账日期", "时间"),
        Field("receipt", "收据号", Kind.CODE, ("票号", "收据编号", "票据号", "捐赠票据号", "凭证编号")).shown(),
        Field("donor", "捐款人", Kind.PERSON)
        .need(
            "姓名",
            "捐款单位",
            "捐款人/单位",
            "捐款人姓名",
            "捐赠人",
            "捐赠人姓名",
            "捐赠方",
            "捐赠方名称",
            "捐赠者",
            "捐赠单位",
        )
        .shown(),
        Field("source", "类别", Kind.WORD, words=SOURCES)
        .need("身份", "捐款人类别", "捐赠方性质", "捐款人身份")
        .shown(),
        DEPARTMENT.also("部门/班级", "班级", "单位"),
        AMOUNT.need("捐款金额", "捐款数额", "捐资额", "捐赠金额", "到账金额", "捐款额"),
        CHANNEL.need("捐款方式", "收款方式", "捐款途径", "捐赠途径", "捐款渠道", "收款渠道"),
        PURPOSE.also("限定用途", "指定用途", "捐赠用途"),
        CAMPAIGN.also("捐赠项目", "捐款活动"),
        Field("disclosure", "公开", Kind.WORD, ("是否匿名", "是否公开", "是否实名", "实名/匿名"), (NAMED, ANONYMOUS)),
        DEPOSIT_NO,
        HANDLER,
        STAFF_NO,
        NOTE.also("留言"),
    ),
    required=True,
)
DISBURSEMENTS = Register(
    "disbursements",
    "支出",
    MONEY_BOOK,
    (
        DATE.need("支出日期", "付款日期", "发放日期"),
        VOUCHER,
        Field("recipient", "受助对象", Kind.PERSON).need("对象", "收款人", "受助人", "受助人姓名").masked(),
        RECIPIENT_KIND.need(),
        Field("programme", "项目", Kind.WORD, words=PROGRAMMES).need("支出项目", "用途", "资助项目").shown(),
        AMOUNT.need("支出金额", "付款金额", "资助金额", "发放金额"),
        CHANNEL.need("支付方式", "付款方式", "发放方式"),
        PURPOSE.called("资金", "资金来源", "限定用途", "指定用途"),
        HANDLER.need(),
        Field("approver", "审批人", Kind.PEOPLE, ("批准人",)),
        Field("approved_on", "审批日期", Kind.DATE, ("批准日期",)),
        Field("signer", "签收人", Kind.PEOPLE, ("领款人", "领取人")).secret(),
        Field("signed_on", "签收日期", Kind.DATE, ("领款日期", "领取日期")),
        CLASS,
        STUDENT_NO,
        NOTE,
    ),
    required=True,
)
STATEMENT = Register(
    "statement",
    "银行流水",
    MONEY_BOOK,
    (
        DATE.need("交易日期", "记账日期"),
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
    MONEY_BOOK,
    (
        DATE.need("存取日期"),
        Field("move", "类型", Kind.WORD, ("存取类型",), (DEPOSIT, WITHDRAWAL)).need(),
        DEPOSIT_NO.called("单号", "缴存单号", "存款单号", "存取单号"),
        AMOUNT.need(),
        HANDLER,
        NOTE,
    ),
)
GOODS = Register(
    "goods",
    "物资",
    MONEY_BOOK,
    (
        DATE.need(),
        Field("direction", "方向", Kind.WORD, ("收发", "收/发"), (GOODS_IN, GOODS_OUT)).need(),
        Field("party", "对方", Kind.PERSON).need("捐赠人", "受助对象").masked(),
        Field("item", "物品").need("物品名称", "品名").shown(),
        Field("quantity", "数量", Kind.DECIMAL).need().shown(),
        Field("unit", "单位", aliases=("计量单位",)).shown(),
        Field("value", "折价", Kind.AMOUNT, ("折价金额",)).shown(),
        NOTE,
    ),
)
DECISIONS = Register(
    "decisions",
    "核对",
    MONEY_BOOK,
    (
        Field("serial", "银行流水号", Kind.CODE, ("流水号",)),
        DATE,
        AMOUNT,
        Field("entry", "登记号", Kind.CODE).need(),
        NOTE,
    ),
    either=(("serial",), ("date", "amount")),
)
CASH_COUNTS = Register(
    "cash_counts",
    "现金盘点",
    MONEY_BOOK,
    (
        DATE.need("盘点日期"),
        Field("counted", "盘点金额", Kind.AMOUNT).need("实盘金额"),
        Field("counter", "盘点人", Kind.PERSON),
        Field("witness", "监盘人", Kind.PERSON),
    ),
)
