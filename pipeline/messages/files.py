"""Wording of findings: files. Facts: {file}, and for a copy {other}."""

from __future__ import annotations

from pipeline.messages.message import Message

ENTRIES: dict[str, Message] = {
    "file_twice": Message(
        "error",
        "两个相同的工作簿",
        "《{file}》与《{other}》的内容完全相同，只读取了《{other}》。",
        "请删去多余的一份，以免同一笔账登记两次。",
    ),
    "file_open": Message(
        "warning",
        "工作簿正在打开",
        "《{file}》正在 Excel 或 WPS 中打开，读到的是最近一次保存的内容。",
        "请保存并关闭后再运行一次；如果并没有打开，请删去以“~$”开头的同名文件。",
    ),
    "file_other": Message(
        "warning",
        "不是登记表的文件",
        "《{file}》不是工作簿，没有读取。",
        "如果里面有登记内容，请另存为 .xlsx 再放进来；否则请移到别处。",
    ),
    "file_link": Message(
        "error",
        "文件是快捷方式",
        "《{file}》是链接或特殊文件，没有读取。",
        "请把工作簿本身复制到这里。",
    ),
    "file_name_coding": Message(
        "error",
        "文件名的编码不对",
        "《{file}》的文件名（或所在文件夹的名字）用的是别的编码，没有读取。",
        "请给它重新起名，或在原来的电脑上复制一次，再放进来。",
    ),
    "file_unreadable": Message(
        "error",
        "文件打不开",
        "《{file}》没有读取的权限，或所在的磁盘出错。",
        "请检查文件的权限，或把它复制到本机再运行。",
    ),
    "file_changing": Message(
        "error",
        "文件正在改动",
        "读取《{file}》时它又被改动了，读到的内容不可靠。",
        "请等保存或同步完成后，关闭文件再运行一次。",
    ),
    "file_too_large": Message(
        "error",
        "文件过大",
        "《{file}》过大，不像是登记表，没有读取。",
        "请删去图片和多余的空行、空列后另存，或检查文件是否放错。",
    ),
    "file_endless": Message(
        "error",
        "工作表的范围过大",
        "《{file}》有一张表在极远的行和列还有内容，范围过大，没有读取。",
        "请在每张表中选中表格右侧和下方的空列、空行，删除后保存。",
    ),
    "file_open_quote": Message(
        "error",
        "引号不成对",
        "《{file}》里有一个英文双引号没有成对，从它往后的各行无法分开，整个文件没有读取。",
        "请用 Excel 或 WPS 打开，找到那个引号删去，再另存为 .xlsx。",
    ),
    "file_empty": Message(
        "error",
        "文件是空的",
        "《{file}》没有任何内容，可能没有保存完整。",
        "请重新保存或从备份中恢复；不需要的请删去。",
    ),
    "file_marked_copy": Message(
        "error",
        "标注副本不能当作登记表",
        "《{file}》是检查程序写出的标注副本，只供查看，没有读取。",
        "请把它移出 input 文件夹，在原来的工作簿里修改；如果已在副本里改好，请把改动抄回原来的工作簿。",
    ),
    "file_damaged": Message(
        "error",
        "文件已损坏",
        "《{file}》不完整或已损坏，无法读取。",
        "请用 Excel 或 WPS 打开后另存为 .xlsx；打不开的，请从备份中恢复。",
    ),
    "file_password": Message(
        "error",
        "文件有密码",
        "《{file}》有打开密码，无法读取。",
        "请打开后取消密码（文件—信息—保护工作簿），再保存。",
    ),
    "file_too_old": Message(
        "error",
        "文件格式太旧",
        "《{file}》是很旧的 Excel 格式，无法读取。",
        "请打开后另存为 .xlsx。",
    ),
    "file_no_workbook": Message(
        "error",
        "不是工作簿",
        "《{file}》的名字像工作簿，内容却不是。",
        "请打开原来的文件，用“另存为”存成 .xlsx，不要只改文件名。",
    ),
    "file_web_page": Message(
        "error",
        "内容是网页",
        "《{file}》的名字像工作簿，内容其实是网页或 XML。",
        "请用 Excel 或 WPS 打开后另存为 .xlsx，不要只改文件名。",
    ),
}
