"""Fields that stand in several registers: the same thing has the same name everywhere."""

from __future__ import annotations

from pipeline.fields import Field, Kind
from pipeline.registers.words import CHANNELS, RECIPIENT_KINDS

MONEY_BOOK, PUPIL_BOOK, VISIT_BOOK, SETTINGS_BOOK = "捐款登记.xlsx", "学生帮扶.xlsx", "走访记录.xlsx", "设置.xlsx"

DATE = Field("date", "日期", Kind.DATE)
AMOUNT = Field("amount", "金额", Kind.AMOUNT).shown()
CHANNEL = Field("channel", "方式", Kind.WORD, words=CHANNELS).shown()
PURPOSE = Field("purpose", "用途").shown()
CAMPAIGN = Field("campaign", "活动").shown()
DEPOSIT_NO = Field("deposit", "缴存单号", Kind.CODE, ("存款单号", "批次"))
VOUCHER = Field("voucher", "凭证号", Kind.CODE, ("凭证编号", "凭证字号"))
HANDLER = Field("handler", "经办人", Kind.PERSON, ("经手人",))
NOTE = Field("note", "备注", aliases=("说明", "附注")).secret()
DEPARTMENT = Field("department", "部门").shown()
NAME = Field("name", "姓名", Kind.PERSON)
HELPER = Field("helper", "帮扶人", Kind.PEOPLE)
STUDENT = Field("student", "学生", Kind.PEOPLE, ("学生姓名",)).masked()
CLASS = Field("class_name", "班级", Kind.CLASS, ("所在班级", "年级班级")).shown()
STUDENT_NO = Field("student_no", "学号", Kind.CODE, ("学生学号",)).secret()
STAFF_NO = Field("staff_no", "工号", Kind.CODE, ("职工号", "教职工号"))
RECIPIENT_KIND = Field(
    "recipient_kind", "对象类别", Kind.WORD, ("受助对象类别", "慰问对象类别"), RECIPIENT_KINDS
).shown()
TERM = Field("term", "学期", Kind.TERM)
YEAR = Field("year", "年度", Kind.YEAR, ("年份",))
