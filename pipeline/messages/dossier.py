"""What a pupil's file says (一人一档)."""

from __future__ import annotations

from pipeline.messages.care import PLAN_PARTS

# What is missing, by the codes of pipeline.care.pupil.
GAPS: dict[str, str] = {
    "no_helper": "没有帮扶人。请安排结对，并在「结对」表中登记。",
    "expired": "{helper}的结对已满三年，请办理续结或结束。",
    "missed": "{helper}有{count}个月应联系而没有联系：{months}。",
    "incomplete": "{helper}有{count}个月的联系记录不全：{months}。",
    "due_now": "{month}还没有联系，月底前要联系。",
    "unwritten": "{helper}的结对没有写{parts}。",
    "unsigned": "有{count}笔资助没有签收人或签收日期。",
    "unrecognised": "没有困难等级或认定日期。",
    "no_progress": "没有{term}的学业记录。",
    "no_guardian": "登记表里没有监护人或联系电话。",
}
PARTS = PLAN_PARTS
NOTHING_MISSING = "没有。"
# Months of contact: what stands beside the number of contacts.
NOT_DUE = "不要求（{reason}）"
RUNNING = "本月未完，还没有联系"
