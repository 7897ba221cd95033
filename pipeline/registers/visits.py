"""The registers of contacts and visits (走访记录.xlsx)."""

from __future__ import annotations

from pipeline.fields import Field, Kind
from pipeline.registers.model import Register
from pipeline.registers.shared import (
    CAMPAIGN,
    CLASS,
    DATE,
    HELPER,
    RECIPIENT_KIND,
    STAFF_NO,
    STUDENT,
    STUDENT_NO,
    VISIT_BOOK,
    VOUCHER,
)

CONTACTS = Register(
    "contacts",
    "联系",
    VISIT_BOOK,
    (
        DATE.need("谈话日期", "联系日期", "谈话时间", "联系时间"),
        HELPER.need("谈话人", "党员", "责任人", "帮扶人姓名", "帮扶责任人", "结对帮扶责任人", "帮扶党员"),
        STUDENT.need("帮扶对象", "谈话对象", "被谈话人"),
        CLASS,
        Field("way", "方式", Kind.WORD, words=("谈心", "家访", "电话", "微信", "其他")).need("联系方式", "谈话方式"),
        Field("thoughts", "思想动态", aliases=("思想", "思想情况", "思想状况")).secret(),
        Field("study", "学习状况", aliases=("学习", "学习情况")).secret(),
        Field("life", "生活状况", aliases=("生活", "生活情况")).secret(),
        Field("talk", "谈话内容", aliases=("帮扶情况",)).secret(),
        Field("solved", "解决问题", aliases=("解决的问题",)).secret(),
        Field("entered_on", "登记日期", Kind.DATE, ("录入日期",)),
        STAFF_NO,
        STUDENT_NO,
    ),
    required=True,
)
VISITS = Register(
    "visits",
    "慰问",
    VISIT_BOOK,
    (
        DATE.need("慰问日期", "走访日期"),
        CAMPAIGN.need("慰问活动"),
        Field("recipient", "对象", Kind.PERSON).need("慰问对象", "走访对象").masked(),
        RECIPIENT_KIND.need(),
        Field("gift_money", "慰问金", Kind.AMOUNT, ("慰问金额",)),
        Field("gift_goods", "慰问品", aliases=("慰问物品",)),
        Field("visitor", "走访人", Kind.PEOPLE).need("慰问人"),
        VOUCHER,
    ),
)
