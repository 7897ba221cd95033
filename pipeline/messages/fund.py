"""Wording of findings: the fund's purses, pledges and controls."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
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
