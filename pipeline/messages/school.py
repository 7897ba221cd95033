"""Wording of findings: the school's settings and the registers it must keep."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "register_missing": Message(
        "error",
        "缺少登记表",
        "没有找到「{register}」表：input 文件夹的所有工作簿里，没有一张表的表头能认作「{register}」。",
        "请把含有「{register}」的工作簿放进 input 文件夹；表头至少要有：{columns}。",
    ),
    "setting_missing": Message(
        "error",
        "缺少基本信息",
        "「基本信息」里没有填写“{item}”。",
        "请在「基本信息」表的“项目”列写上 {item}，在“内容”列写上它的内容。",
    ),
    "setting_unreadable": Message(
        "error",
        "基本信息无法识别",
        "「基本信息」的“{item}”写的是“{found}”，无法识别。",
        "请按规定的写法改正。",
        "例如：{hint}。",
    ),
    "setting_twice": Message(
        "error",
        "基本信息前后矛盾",
        "「基本信息」的“{item}”写了两次，内容与{first}不同；程序暂按前一处计算。",
        "请核对两处，只留下正确的一行；旧的设置工作簿请移出输入文件夹。",
    ),
    "setting_unknown": Message(
        "warning",
        "基本信息项目未使用",
        "「基本信息」里的“{item}”不是程序认识的项目，没有使用。",
        "如果只是自己记录用，可以不改。",
        "是否为“{hint}”？如果是，请照此改写项目名称。",
    ),
}
