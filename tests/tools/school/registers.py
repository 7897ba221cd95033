"""The columns of each register as the shipped workbooks show them."""

from tests.tools.school.sheets import COUNT, DAY, MONEY, SCORE, Column

GIFTS = (
    Column("日期", DAY, 13),
    Column("收据号", width=12),
    Column("捐款人", width=26),
    Column("类别", width=11),
    Column("部门", width=13),
    Column("金额", MONEY, 12, total=True),
    Column("方式", width=10),
    Column("用途", width=14),
    Column("活动", width=11),
    Column("公开", width=7),
    Column("缴存单号", width=11),
    Column("经办人", width=10),
    Column("备注", width=20),
)
PAYMENTS = (
    Column("日期", DAY, 13),
    Column("凭证号", width=10),
    Column("受助对象", width=18),
    Column("对象类别", width=11),
    Column("项目", width=11),
    Column("金额", MONEY, 12, total=True),
    Column("方式", width=10),
    Column("资金", width=14),
    Column("经办人", width=10),
    Column("审批人", width=10),
    Column("审批日期", DAY, 12),
    Column("签收人", width=18),
    Column("签收日期", DAY, 12),
    Column("备注", width=16),
)
STATEMENT = (
    Column("日期", DAY, 12),
    Column("摘要", width=26),
    Column("收入", MONEY, 13, total=True),
    Column("支出", MONEY, 13, total=True),
    Column("余额", MONEY, 14),
    Column("对方户名", width=26),
    Column("流水号", width=17),
)
MOVES = (
    Column("日期", DAY, 13),
    Column("类型", width=10),
    Column("单号", width=12),
    Column("金额", MONEY, 13),
    Column("经办人", width=12),
)
GOODS = (
    Column("日期", DAY, 13),
    Column("方向", width=8),
    Column("对方", width=24),
    Column("物品", width=14),
    Column("数量", COUNT, 9),
    Column("单位", width=8),
    Column("折价", MONEY, 12, total=True),
    Column("备注", width=16),
)
COUNTS = (
    Column("日期", DAY, 13),
    Column("盘点金额", MONEY, 13),
    Column("盘点人", width=12),
    Column("监盘人", width=12),
)
STAFF = (
    Column("序号", COUNT, 6),
    Column("工号", width=9),
    Column("姓名", width=16),
    Column("部门", width=13),
    Column("职务级别", width=11),
    Column("党员", width=7),
    Column("状态", width=8),
    Column("入职日期", DAY, 13),
    Column("离岗日期", DAY, 13),
)
PUPILS = (
    Column("序号", COUNT, 6),
    Column("学号", width=11),
    Column("姓名", width=15),
    Column("班级", width=13),
    Column("类别", width=15),
    Column("困难等级", width=10),
    Column("认定日期", DAY, 12),
    Column("状态", width=7),
    Column("状态日期", DAY, 12),
    Column("监护人", width=15),
    Column("联系电话", width=14),
    Column("身份证号", width=21),
    Column("住址", width=26),
    Column("班主任", width=10),
    Column("享受政策", width=14),
)
PAIRINGS = (
    Column("序号", COUNT, 6),
    Column("帮扶人", width=16),
    Column("学生", width=15),
    Column("班级", width=13),
    Column("类型", width=10),
    Column("产生方式", width=10),
    Column("开始日期", DAY, 12),
    Column("结束日期", DAY, 12),
    Column("结束原因", width=9),
    Column("帮扶措施", width=30),
    Column("重点任务", width=22),
    Column("目标", width=30),
)
PROGRESS = (
    Column("学期", width=22),
    Column("学生", width=15),
    Column("班级", width=13),
    Column("平均分", SCORE, 9),
    Column("年级名次", COUNT, 10),
    Column("品德等级", width=10),
    Column("旷课节数", COUNT, 10),
)
SURVEYS = (
    Column("学期", width=22),
    Column("单位", width=14),
    Column("对象", width=9),
    Column("摸底日期", DAY, 13),
    Column("应摸底人数", COUNT, 11),
    Column("困难人数", COUNT, 10),
    Column("责任人", width=16),
)
HARDSHIP = (
    Column("日期", DAY, 13),
    Column("姓名", width=12),
    Column("部门", width=11),
    Column("类型", width=10),
    Column("程度", width=8),
    Column("说明", width=20),
    Column("上报单位", width=14),
    Column("上报日期", DAY, 12),
    Column("办理结果", width=26),
)
CONTACTS = (
    Column("日期", DAY, 15),
    Column("帮扶人", width=16),
    Column("学生", width=15),
    Column("班级", width=13),
    Column("方式", width=7),
    Column("思想动态", width=30, group="谈话内容"),
    Column("学习状况", width=34, group="谈话内容"),
    Column("生活状况", width=30, group="谈话内容"),
    Column("解决问题", width=20),
)
VISITS = (
    Column("日期", DAY, 13),
    Column("活动", width=14),
    Column("对象", width=16),
    Column("对象类别", width=12),
    Column("慰问金", MONEY, 11, total=True),
    Column("慰问品", width=16),
    Column("走访人", width=20),
    Column("凭证号", width=10),
)
SETTINGS = (Column("项目", width=26), Column("内容", width=48))
RATES = (Column("年度", COUNT, 10), Column("级别", width=14), Column("每日", MONEY, 12), Column("全年", MONEY, 12))
GROUP = (Column("小组", width=16), Column("姓名", width=18), Column("职务", width=14))
PLAN = (
    Column("年度", COUNT, 10),
    Column("活动", width=16),
    Column("对象类别", width=14),
    Column("人数", COUNT, 10),
    Column("预算", MONEY, 13),
)
POSTINGS = (Column("月份", width=12), Column("公示起", DAY, 14), Column("公示止", DAY, 14))
