"""Wording of findings: the fund's purses, pledges and controls."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "purpose_below_zero": Message(
        "error",
        "限定资金透支",
        "{day}日终，限定用途“{purpose}”的结余为{balance}元：专款专用，支出比该用途的捐款多{short}元。",
        "请核对本行及此前各行的“资金”和金额；不属于该用途的支出，请把“资金”改为实际用途或留空；捐款漏记的，请补登。",
    ),
    "purpose_without_gifts": Message(
        "error",
        "限定用途没有捐款",
        "{day}的支出用了限定资金“{purpose}”，但到这一天没有人为这一用途捐款，期初也没有这项限定资金，缺{short}元。",
        "请核对“资金”是否写错（已有捐款的用途：{known}）；没有限定用途的支出请留空；期初结余中有这一专款的，"
        "请在“基本信息”设置“期初限定·{purpose}”。",
    ),
    "unrestricted_below_zero": Message(
        "error",
        "非限定资金透支",
        "{day}日终，非限定资金的结余为{balance}元：没有限定用途的钱不够用，等于占用专款{short}元。",
        "请核对本行及此前未填“资金”的支出：确属某项专款的，请填写“资金”；漏记的捐款请补登；专款不得挪用。",
    ),
    "cash_below_zero": Message(
        "error",
        "库存现金透支",
        "{day}日终，库存现金为{balance}元，手里不可能有负数的现金，差{short}元。",
        "请核对当天及此前的现金捐款、现金支出和“现金存取”：是否漏记提取、方式误选现金、日期或金额写错。",
    ),
    "opening_below_zero": Message(
        "error",
        "期初余额为负",
        "“{purpose}”的期初余额为{balance}元，不应小于0。",
        "请核对“基本信息”的期初银行余额、期初现金余额和各项“期初限定”：各项专款之和不能超过期初余额。",
    ),
    "pledge_rates_of_year": Message(
        "warning",
        "本年度没有倡议标准",
        "{year}年度的“倡议标准”没有登记：{tiers}，暂按{since}年度的标准计算。",
        "请在“倡议标准”表补登{year}年度各级别的全年金额；如标准没有变化，照抄上年即可。",
    ),
    "pledge_rates_unknown": Message(
        "warning",
        "查不到倡议标准",
        "{year}年度及以前年度的“倡议标准”都没有登记：{tiers}，这些人员的倡议额无法计算，暂空。",
        "请在“倡议标准”表补登{year}年度各级别的全年金额。",
    ),
}
