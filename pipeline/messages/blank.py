"""Wording of the blank workbooks (空白工作簿) and of `make workbooks`."""

from __future__ import annotations

FOLDER = "空白工作簿"
AUTHOR = "扶贫基金月度报表"
GUIDE_SHEET, LISTS_SHEET = "填写说明", "选项"
GUIDE_TITLE = "{name} 填写说明（{set_apart}）"
LISTS_TITLE = "下拉选项（{set_apart}）"
LISTS_LEAD = "各登记表的下拉选项取自本表，请不要改动。"
GUIDE_LEAD = (
    "每一行登记一件事，从表头下面一行开始填，中间不要空行。",
    "表头为黄色、批注写明“必填”的列必须填写；其余的列没有内容可以留空，不用的列可以删去。",
    "可以在表头上方加标题行，在表格下方加合计行和签字行；程序按表头认表，文件名和工作表名可以改。",
    "同一张登记表可以分成几张工作表或几个文件（例如一个班一张）。",
    "登记错了：没有发生的在备注写“作废”；金额有误的，另起一行填负数，备注写“冲正”，再登记正确的一行。",
    "填好后把工作簿放进 input 文件夹，再生成报表。",
)
GUIDE_HEADERS = ("登记表", "列名", "是否必填", "怎样填", "也认的列名")
SETTING_HEADERS = ("登记表", "项目", "是否必填", "内容怎样填", "")
PROMPT_TITLE = "{title}（{need}）"
STOP_TITLE = "{title}填写有误"
STOP_TEXTS = {
    "list": "请从下拉列表中选一项。",
    "amount": "请只写数字，单位为元，不能是 0，最多两位小数。",
    "number": "请只写数字。",
    "count": "请写不小于零的整数。",
    "date": "请写全年、月、日，例如 2026-03-05。",
    "year": "请写四位数的年份，例如 2026。",
}
PAGE_HEADER = "&L{school}&R填报日期：　　年　　月　　日"
PAGE_FOOT = "&L制表：　　　　审核：　　　　负责人：&R第 &P 页 共 &N 页"

WRITTEN = "空白工作簿已写到：{path}"
KEPT = "《{name}》已经存在并有改动，没有覆盖；需要新的空白表，请先把它移走或改名。"
MOVE = "填好后放进 input 文件夹，再运行 make report。"
