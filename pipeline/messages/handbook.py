"""Wording of the handbook (使用手册)."""

from __future__ import annotations

FILE = "使用手册.html"
SECTIONS = {
    "files": "文件",
    "sheets": "工作表、表头和合计",
    "cells": "单元格",
    "settings": "基本信息和必需的登记表",
    "people": "人员",
    "care": "结对、联系、物资和上报",
    "purses": "资金结余和倡议标准",
    "controls": "收支管控",
    "bank": "银行对账",
    "statement": "银行流水的格式",
    "pages": "公示页",
}
WORKING = "正在逐条试算例子，约需一两分钟……"
WRITTEN = "使用手册已写到：{path}"
