"""更正说明: what stood on a posted page, what stands now, and why."""

from __future__ import annotations

FILE, BASIS_FILE, POSTED_FILE = "更正说明", "更正依据.html", "已公示.json"

# Why a row was changed. 备注 itself is never posted: it only decides which of these words is. The first that fits.
REASONS: dict[str, tuple[str, ...]] = {
    "冲正": ("冲正", "冲销", "红冲"),
    "款项退回": ("退款", "退回", "退汇"),
    "重复登记": ("重复", "重登", "重记", "多登", "多记"),
    "漏登补记": ("漏", "补登", "补记", "补录"),
    "登记差错": ("录入", "误", "错", "笔误", "更正", "改正"),
}
# Where 备注 says nothing of these.
REASON_OF_KIND = {"added": "补充登记", "removed": "撤销登记", "changed": "更正登记"}
CHANGED = "改动{titles}"
JOIN = "、"
# Columns that make a figure; what is written under others changes none.
TITLES = ("日期", "类别", "类型", "项目", "金额", "方式", "用途", "资金")
AMOUNT, NOTE = "金额", "备注"

# A figure of the record by the name that it has on the page: 本月·收入 is 收入合计, 本月收入·党员 is 收入：党员.
FIGURE_PARTS = {"期初结余": "上期结余", "收入": "收入合计", "支出": "支出合计"}
FIGURES = {"本月收入": "收入：{part}", "本月支出": "支出：{part}", "限定用途结余": "结余：{part}"}

STARTED = "更正说明已起草（公示文件夹里的“更正说明”，依据见内部文件夹的“更正依据”），请负责人核对签字后张贴。原公示还没有贴出去的，不必张贴更正说明。"
