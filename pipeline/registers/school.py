"""The registers of what the school has set (设置.xlsx)."""

from __future__ import annotations

from pipeline.fields import Field, Kind
from pipeline.registers.model import Register
from pipeline.registers.shared import CAMPAIGN, NAME, RECIPIENT_KIND, SETTINGS_BOOK, YEAR
from pipeline.registers.words import LEADING_GROUP, MANAGING_GROUP, OFFICE, STAFF_TIERS

SETTINGS = Register(
    "settings",
    "基本信息",
    SETTINGS_BOOK,
    (Field("item", "项目").need("设置项"), Field("content", "内容").need("设置内容", "值")),
    required=True,
)
PLEDGE_RATES = Register(
    "pledge_rates",
    "倡议标准",
    SETTINGS_BOOK,
    (
        YEAR.need(),
        Field("tier", "级别", Kind.WORD, words=STAFF_TIERS).need(),
        Field("per_day", "每日", Kind.AMOUNT, ("每日金额",)),
        Field("per_year", "全年", Kind.AMOUNT).need("全年金额"),
    ),
    required=True,
)
GROUP = Register(
    "group",
    "管理小组",
    SETTINGS_BOOK,
    (
        Field("team", "小组", Kind.WORD, words=(LEADING_GROUP, MANAGING_GROUP, OFFICE)).need("小组名称"),
        NAME.need().shown(),
        Field("duty", "职务").need("小组职务"),
    ),
    required=True,
)
PLAN = Register(
    "plan",
    "年度计划",
    SETTINGS_BOOK,
    (
        YEAR.need(),
        CAMPAIGN.need(),
        RECIPIENT_KIND.need(),
        Field("people", "人数", Kind.COUNT).need("计划人数"),
        Field("budget", "预算", Kind.AMOUNT).need("预算金额"),
    ),
)
POSTINGS = Register(
    "postings",
    "公示安排",
    SETTINGS_BOOK,
    (
        Field("month", "月份", Kind.MONTH).need("公示月份"),
        Field("posted_from", "公示起", Kind.DATE).need("公示开始", "公示起始日期").shown(),
        Field("posted_to", "公示止", Kind.DATE, ("公示结束", "公示截止日期")).shown(),
    ),
)
