"""Wording of findings: one cell that is blank, cannot be read or states what cannot be.

Facts of every sentence: {register} and {field} (titles), {found} (what the cell shows), {allowed} (the vocabulary)
and {hint} (the nearest right value, often ""); the hint is said in the suggestion only, but that the amount in
figures is said beside 大写 that differ from it. Sentences about identity numbers never repeat the number.
"""

from __future__ import annotations

from pipeline.messages.message import Message

_AMOUNT_REMEDY = "请改写成一个数字，单位为元，最多两位小数，例如 50 或 1,234.50。"
_AMOUNT_SUGGESTION = "如果金额是 {hint} 元，请写成 {hint}。"
_DATE_REMEDY = "请写全年、月、日，例如 2026-03-05 或 2026年3月5日。"
_DATE_SUGGESTION = "如果是 {hint}，请照此填写。"
_TEXT_FORMAT = "请先把单元格设为“文本”格式，再按原件重新输入。"

_GENERAL: dict[str, Message] = {
    "cell_blank": Message(
        "error",
        "必填项空白",
        "《{register}》的「{field}」必须填写，这一格是空的。",
        "请补填；整行不要的，有“备注”栏的请写“作废”，没有的请删去这一行。",
        "如果与上一行相同，请填 {hint}。",
    ),
    "word_unknown": Message(
        "error",
        "不在可选范围内",
        "「{field}」写的是“{found}”，不是规定的写法。",
        "请从下列写法中选一个：{allowed}。",
        "最接近的写法是“{hint}”。",
    ),
    "cell_ditto": Message(
        "error",
        "写了“同上”",
        "「{field}」写的是“{found}”；每一行都要能单独看懂，程序不猜它指的是哪一行。",
        "请写出完整的内容，可以从上一行复制。",
        "如果与上一行相同，请填 {hint}。",
    ),
    "error_value": Message(
        "error",
        "单元格显示错误值",
        "「{field}」显示的是错误值“{found}”，不能当作空白。",
        "请检查这一格的公式，或直接填写正确的内容；确实没有内容的，请清空这一格。",
    ),
    "formula_without_value": Message(
        "error",
        "公式没有计算结果",
        "「{field}」是一个公式，文件里没有保存它的计算结果。",
        "请用 Excel 或 WPS 打开这个文件，等公式算出结果后保存、关闭，再重新运行。",
    ),
    "number_lost_digits": Message(
        "error",
        "长数字已丢失末位",
        "「{field}」是数值格式的长数字，超出 15 位的部分已经丢失。",
        _TEXT_FORMAT,
    ),
}

_AMOUNTS: dict[str, Message] = {
    "amount_zero": Message(
        "error",
        "金额为零",
        "「{field}」是 0，没有发生金额的行不应登记。",
        "请填写实际金额；如果这一行作废，请在备注中写明“作废”。",
    ),
    "amount_negative": Message(
        "error",
        "金额为负数",
        "「{field}」是负数“{found}”，而备注中没有“冲正”。",
        "更正以前的登记，请另起一行填负数，并在备注中写明“冲正”；如果是笔误，请去掉负号。",
    ),
    "amount_unreadable": Message(
        "error",
        "金额无法识别",
        "「{field}」写的是“{found}”，不是一个能确认的金额。",
        _AMOUNT_REMEDY,
        _AMOUNT_SUGGESTION,
    ),
    "amount_decimals": Message(
        "error",
        "金额多于两位小数",
        "「{field}」写的是“{found}”，小数多于两位，无法精确到分。",
        "请按实际收付的金额填写，最多两位小数。",
    ),
    "amount_wan": Message(
        "error",
        "金额带有“万”等单位",
        "「{field}」写的是“{found}”，带有“万”等单位；登记表的金额一律以元为单位。",
        "请以元为单位写出完整的数字，例如 15000.00。",
        _AMOUNT_SUGGESTION,
    ),
    "amount_expression": Message(
        "error",
        "金额写成了算式",
        "「{field}」写的是“{found}”，是算式或标准，不是一个金额。",
        "请填写这一行的实际总额，算式可以写在备注里。",
        _AMOUNT_SUGGESTION,
    ),
    "amount_approximate": Message(
        "error",
        "金额是约数",
        "「{field}」写的是“{found}”，是约数，不能入账。",
        "请核对凭证，填写准确的金额。",
    ),
    "amount_is_date": Message(
        "error",
        "金额写成了日期",
        "「{field}」是日期或时间“{found}”，不是金额。",
        "请把单元格设为“数值”格式，再重新填写金额。",
    ),
    "amount_capitals_differ": Message(
        "error",
        "大小写金额不一致",
        "这里写的是“{found}”，大写与「{field}」的小写 {hint} 元不是同一个金额。",
        "请核对凭证，把大写和小写改成同一金额。",
    ),
}

_DATES: dict[str, Message] = {
    "date_without_year": Message(
        "error",
        "日期没有年份",
        "「{field}」写的是“{found}”，没有年份。",
        _DATE_REMEDY,
    ),
    "date_impossible": Message(
        "error",
        "日期不存在",
        "「{field}」写的是“{found}”，日历上没有这一天。",
        "请核对后填写实际的日期。",
    ),
    "date_month_only": Message(
        "error",
        "日期只有年和月",
        "「{field}」写的是“{found}”，没有写到日。",
        _DATE_REMEDY,
    ),
    "date_number": Message(
        "error",
        "日期是一个数字",
        "「{field}」是数字“{found}”，看不出是哪一天。",
        _DATE_REMEDY,
        _DATE_SUGGESTION,
    ),
    "date_unreadable": Message(
        "error",
        "日期无法识别",
        "「{field}」写的是“{found}”，不是一个能确认的日期。",
        _DATE_REMEDY,
        _DATE_SUGGESTION,
    ),
    "date_is_time": Message(
        "error",
        "日期只有时间",
        "「{field}」是时间“{found}”，没有年、月、日。",
        _DATE_REMEDY,
    ),
    "date_strange": Message(
        "error",
        "日期的年份不合常理",
        "「{field}」是“{found}”，年份不合常理，可能是数字被显示成了日期。",
        _DATE_REMEDY,
    ),
    "dates_reversed": Message(
        "error",
        "结束早于开始",
        "「{field}」是 {found}，早于同一行的「{from_field}」{from}；这一行没有采用。",
        "请核对两个日期，改正写错的一个。",
    ),
    "date_in_future": Message(
        "error",
        "日期晚于今天",
        "「{field}」是 {found}，晚于运行日期；已经发生的事不会在今天之后。",
        "请核对年、月、日；还没有发生的事，请等发生后再登记。",
    ),
    "month_unreadable": Message(
        "error",
        "月份无法识别",
        "「{field}」写的是“{found}”，不是一个能确认的月份。",
        "请写全年和月，例如 2026-10 或 2026年10月，并把单元格设为“文本”格式。",
    ),
}

_SCHOOL: dict[str, Message] = {
    "class_number": Message(
        "error",
        "班级是数字或日期",
        "「{field}」是数字或日期“{found}”；7.1 和 7.10 看上去一样，无法确认是哪个班。",
        "请写成文字，例如 七年级(1)班。",
        "如果是 {hint}，请照此填写。",
    ),
    "class_unreadable": Message(
        "error",
        "班级无法识别",
        "「{field}」写的是“{found}”，不是一个能确认的班级。",
        "请写明年级和班号，例如 七年级(1)班、初一1班 或 高一(3)班。",
        "如果是 {hint}，请照此填写。",
    ),
    "term_unreadable": Message(
        "error",
        "学期无法识别",
        "「{field}」写的是“{found}”，不是一个能确认的学期。",
        "请写成 2026-2027学年第一学期 的样子，两个年份要相连。",
        "如果是 {hint}，请照此填写。",
    ),
    "id_numeric": Message(
        "warning",
        "身份证号存成了数字",
        "「{field}」是数值格式，18 位号码的末几位已经丢失。",
        _TEXT_FORMAT,
    ),
    "id_checksum": Message(
        "warning",
        "身份证号校验不符",
        "「{field}」的最后一位与前 17 位对不上，其中有输错的数字。",
        "请对照证件逐位核对。",
    ),
    "id_format": Message(
        "warning",
        "身份证号格式不对",
        "「{field}」不是 18 位身份证号，或其中的出生日期不存在。",
        "请对照证件填写 18 位号码，最后一位可以是 X。",
    ),
}

ENTRIES: dict[str, Message] = _GENERAL | _AMOUNTS | _DATES | _SCHOOL
