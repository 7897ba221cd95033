"""The registers of staff and pupils (学生帮扶.xlsx)."""

from __future__ import annotations

from pipeline.fields import Field, Kind
from pipeline.registers.model import Register
from pipeline.registers.shared import (
    CLASS,
    DATE,
    DEPARTMENT,
    HELPER,
    NAME,
    PUPIL_BOOK,
    STAFF_NO,
    STUDENT,
    STUDENT_NO,
    TERM,
)
from pipeline.registers.words import (
    BOTH_NEEDS,
    IN_NEED,
    IN_SERVICE,
    LEADER_PAIRING,
    MEMBER_PAIRING,
    MIDDLE_LEADER,
    MOVED,
    NEEDS_GUIDANCE,
    RETIRED,
    SCHOOL_LEADER,
    STUDYING,
    TEACHER,
)

STAFF = Register(
    "staff",
    "教职工",
    PUPIL_BOOK,
    (
        STAFF_NO,
        NAME.need("教职工姓名").shown(),
        DEPARTMENT.need("所在部门", "处室"),
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
    PUPIL_BOOK,
    (
        STUDENT_NO,
        NAME.need("学生姓名").masked(),
        CLASS.need(),
        Field("need", "类别", Kind.WORD, words=(IN_NEED, NEEDS_GUIDANCE, BOTH_NEEDS)).need("学生类别"),
        Field(
            "hardship",
            "困难等级",
            Kind.WORD,
            ("认定困难级别", "认定困难级别名称", "困难程度", "贫困等级", "认定等级"),
            ("特别困难", "困难", "一般困难"),
        ).secret(),
        Field("recognised_on", "认定日期", Kind.DATE, ("认定时间",)),
        Field("status", "状态", Kind.WORD, words=(STUDYING, "休学", "转学", "毕业", "辍学")).need(
            "学籍状态", "在读状态"
        ),
        Field("status_on", "状态日期", Kind.DATE, ("异动日期", "状态变更日期")),
        Field("guardian", "监护人", Kind.PEOPLE, ("监护人姓名", "家长", "家长姓名")).secret(),
        Field("phone", "联系电话", Kind.CODE, ("电话", "手机号", "监护人电话", "家长电话")).secret(),
        Field(
            "id_number", "身份证号", Kind.ID_NUMBER, ("身份证件号", "身份证件号码", "身份证号码", "证件号码")
        ).secret(),
        Field("address", "住址", aliases=("家庭住址", "家庭地址", "地址")).secret(),
        Field("class_teacher", "班主任", Kind.PERSON),
        Field("benefit", "享受政策", aliases=("资助政策",)).secret(),
    ),
    required=True,
)
PAIRINGS = Register(
    "pairings",
    "结对",
    PUPIL_BOOK,
    (
        HELPER.need("帮扶人姓名", "帮扶责任人", "结对帮扶责任人", "帮扶党员"),
        STUDENT.need("帮扶对象", "结对学生"),
        CLASS,
        Field("kind", "类型", Kind.WORD, words=(MEMBER_PAIRING, LEADER_PAIRING)).need("结对类型", "帮扶类型"),
        Field("origin", "产生方式", Kind.WORD, words=("自我申报", "组织指定")),
        Field("started_on", "开始日期", Kind.DATE).need("结对日期", "结对时间", "开始时间"),
        Field("ended_on", "结束日期", Kind.DATE, ("结束时间",)),
        Field("end_reason", "结束原因").secret(),
        Field("measures", "帮扶措施", aliases=("措施",)).secret(),
        Field("tasks", "重点任务").secret(),
        Field("goals", "目标", aliases=("帮扶目标",)).secret(),
        STAFF_NO,
        STUDENT_NO,
    ),
    required=True,
)
PROGRESS = Register(
    "progress",
    "学业",
    PUPIL_BOOK,
    (
        TERM.need(),
        STUDENT.need("姓名"),
        CLASS,
        Field("average", "平均分", Kind.DECIMAL, ("平均成绩",)),
        Field("grade_rank", "年级名次", Kind.COUNT, ("名次", "年级排名")),
        Field("conduct", "品德等级", Kind.WORD, ("操行等级", "品德"), ("优", "良", "中", "差")),
        Field("absences", "旷课节数", Kind.COUNT, ("旷课",)),
        STUDENT_NO,
    ),
)
SURVEYS = Register(
    "surveys",
    "摸底",
    PUPIL_BOOK,
    (
        TERM.need(),
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
    PUPIL_BOOK,
    (
        DATE.need("登记日期"),
        NAME.need("教职工姓名").masked(),
        DEPARTMENT,
        Field("hardship_kind", "类型", Kind.WORD, words=("本人重病", "家属重病", "生活困难")).need("困难类型").secret(),
        Field("severity", "程度", Kind.WORD, ("困难程度",), ("一般", "严重")),
        Field("description", "说明", aliases=("致困原因", "致贫原因", "困难原因", "情况说明")).secret(),
        Field("reported_to", "上报单位"),
        Field("reported_on", "上报日期", Kind.DATE, ("上报时间",)),
        Field("outcome", "办理结果", aliases=("处理结果",)),
        STAFF_NO,
    ),
)
