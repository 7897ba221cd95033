"""The blank workbooks: every register with its columns, drop-downs and notes, made from the registers' description."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from pipeline.messages import blank as words
from pipeline.messages import forms
from pipeline.registers import REGISTERS, SETTINGS
from pipeline.registers.words import SET_APART
from pipeline.settings import RESTRICTED_PREFIX, WEIGHT_PREFIX, Settings
from pipeline.write.blank_rules import form_of, need_of, number_format, rule_of, width_of
from pipeline.write.row_heights import row_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pipeline.fields import Field
    from pipeline.registers import Register

_ROWS = 2000  # so many rows have drop-downs and formats
_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - fixed: a blank workbook has the same bytes every day
_WIDE_PAGE = 95  # signs beyond which a page is turned
_PAPER_A4 = 9
_LISTS_HEADER = 2  # from 0: below the title and the lead
_GUIDE_WIDTHS = (12, 14, 10, 60, 50)
_LEFT_OUT = {"statement": ("amount", "flag")}  # other ways to write a column that is there already

Book = Any  # xlsxwriter has no types
Page = Any
Formats = dict[str, Any]
Lists = dict[tuple[str, ...], str]  # the words of a column -> the range on the sheet 选项 that holds them


def blank_workbooks() -> dict[str, bytes]:
    """Each blank workbook by its file name."""
    names = dict.fromkeys(register.workbook for register in REGISTERS)
    return {name: _workbook(name) for name in names}


def write_blank_workbooks(folder: Path) -> list[str]:
    """Write the blank workbooks into a folder; returns the names of those that were there with other content.

    Those are left as they are: somebody may have begun to fill them in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for name, data in blank_workbooks().items():
        path = folder / name
        if path.exists() and path.read_bytes() != data:
            kept.append(name)
        else:
            path.write_bytes(data)
    return kept


def columns_of(register: Register) -> tuple[Field, ...]:
    """The columns of a register's blank sheet."""
    left_out = _LEFT_OUT.get(register.name, ())
    return tuple(field for field in register.fields if field.name not in left_out)


def setting_titles() -> tuple[str, ...]:
    """The items of 基本信息, in order; those with a name of their own at the end of a prefix last."""
    titles = tuple(each.metadata["title"] for each in fields_of(Settings) if each.metadata)
    return (*titles, WEIGHT_PREFIX, RESTRICTED_PREFIX)


def _workbook(name: str) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": name.removesuffix(".xlsx"), "author": words.AUTHOR, "created": _CREATED})
    formats = _formats(book)
    registers = [register for register in REGISTERS if register.workbook == name]
    pages = {register.name: book.add_worksheet(register.title) for register in registers}
    guide, choices = book.add_worksheet(words.GUIDE_SHEET), book.add_worksheet(words.LISTS_SHEET)
    lists = _write_lists(choices, registers, formats)
    for register in registers:
        _write_register(book, pages[register.name], register, lists, formats)
    _write_guide(guide, name, registers, formats)
    book.close()
    return data.getvalue()


def _formats(book: Book) -> Formats:
    face: dict[str, Any] = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
    box = face | {"border": 1, "border_color": "#BFBFBF", "text_wrap": True}
    head = box | {"bold": True, "align": "center"}
    return {
        "title": book.add_format(face | {"bold": True, "font_size": 15}),
        "lead": book.add_format(face),
        "text": book.add_format(box),
        "required": book.add_format(head | {"bg_color": "#FFE699"}),
        "optional": book.add_format(head | {"bg_color": "#EDEDED"}),
    }


def _write_lists(page: Page, registers: Iterable[Register], formats: Formats) -> Lists:
    """The sheet 选项: a column for each vocabulary; equal ones stand once."""
    page.write_string(0, 0, words.LISTS_TITLE.format(set_apart=SET_APART), formats["title"])
    page.write_string(1, 0, words.LISTS_LEAD, formats["lead"])
    page.set_row(0, 26)
    titles: dict[tuple[str, ...], list[str]] = {}
    for register in registers:
        for field in columns_of(register):
            choices = setting_titles() if (register is SETTINGS and field.name == "item") else field.words
            if choices:
                titles.setdefault(choices, []).append(f"{register.title}·{field.title}")
    lists: Lists = {}
    for column, (choices, names) in enumerate(titles.items()):
        page.write_string(_LISTS_HEADER, column, "\n".join(names), formats["optional"])
        page.write_column(_LISTS_HEADER + 1, column, choices, formats["text"])
        letter = xl_col_to_name(column)
        first = _LISTS_HEADER + 2
        lists[choices] = f"={words.LISTS_SHEET}!${letter}${first}:${letter}${first + len(choices) - 1}"
    page.set_column(0, max(len(titles) - 1, 0), 20)
    page.set_row(_LISTS_HEADER, row_height(("\n".join(names) for names in titles.values()), [20] * len(titles)))
    _set_page(page, _LISTS_HEADER, wide=True)
    return lists


def _write_register(book: Book, page: Page, register: Register, lists: Lists, formats: Formats) -> None:
    columns = columns_of(register)
    for column, field in enumerate(columns):
        kind = "required" if field.required else "optional"
        page.write_string(0, column, field.title, formats[kind])
        page.write_comment(0, column, _note(register, field), {"x_scale": 2, "y_scale": 1.6, "author": words.AUTHOR})
        shown = book.add_format({"font_name": "微软雅黑", "font_size": 10, "num_format": number_format(field)})
        page.set_column(column, column, width_of(field), shown)
        choices = setting_titles() if (register is SETTINGS and field.name == "item") else field.words
        rule = rule_of(register, field, f"{xl_col_to_name(column)}2", lists.get(choices))
        if register is SETTINGS:  # an item may go on after a prefix, and contents are of every kind
            rule |= {"error_type": "information"}
        page.data_validation(1, column, _ROWS, column, rule)
    if register is SETTINGS:
        page.write_column(1, 0, [title for title in setting_titles() if _is_required(title)], formats["text"])
    page.autofilter(0, 0, _ROWS, len(columns) - 1)
    page.set_row(0, 24)
    _set_page(page, 0, wide=sum(map(width_of, columns)) > _WIDE_PAGE)
    page.set_header(words.PAGE_HEADER.format(school=register.title))
    page.set_footer(words.PAGE_FOOT)


def _note(register: Register, field: Field) -> str:
    also = forms.ALSO.format(aliases=forms.WORD_JOIN.join(field.aliases)) if field.aliases else ""
    return "\n".join(part for part in (need_of(field), form_of(register, field), also) if part)


def _is_required(title: str) -> bool:
    return any(each.metadata.get("title") == title and each.metadata.get("required") for each in fields_of(Settings))


def _write_guide(page: Page, name: str, registers: Sequence[Register], formats: Formats) -> None:
    """The sheet 填写说明: how to fill in, then every column of every register."""
    page.write_string(0, 0, words.GUIDE_TITLE.format(name=name, set_apart=SET_APART), formats["title"])
    page.set_row(0, 26)
    for row, sentence in enumerate(words.GUIDE_LEAD, 1):
        page.write_string(row, 0, f"{row}. {sentence}", formats["lead"])
    header = len(words.GUIDE_LEAD) + 2
    _write_row(page, header, words.GUIDE_HEADERS, formats["optional"])
    row = header
    for register in registers:
        for field in columns_of(register):
            row += 1
            aliases = forms.WORD_JOIN.join(field.aliases)
            _write_row(
                page,
                row,
                (register.title, field.title, need_of(field), form_of(register, field), aliases),
                formats["text"],
            )
    if SETTINGS in registers:
        _write_settings_guide(page, row + 2, forms.SETTINGS, formats)
    for column, width in enumerate(_GUIDE_WIDTHS):
        page.set_column(column, column, width)
    _set_page(page, header, wide=True)


def _write_settings_guide(page: Page, row: int, told: Mapping[str, str], formats: Formats) -> None:
    _write_row(page, row, words.SETTING_HEADERS[:4], formats["optional"])
    for number, title in enumerate(setting_titles(), row + 1):
        need = forms.REQUIRED if _is_required(title) else forms.OPTIONAL
        _write_row(page, number, (SETTINGS.title, title, need, told[title]), formats["text"])


def _write_row(page: Page, row: int, cells: Sequence[str], style: object) -> None:
    page.set_row(row, row_height(cells, _GUIDE_WIDTHS[: len(cells)]))
    for column, text in enumerate(cells):
        page.write_string(row, column, text, style)


def _set_page(page: Page, header: int, *, wide: bool) -> None:
    page.freeze_panes(header + 1, 0)
    page.repeat_rows(header)
    page.set_paper(_PAPER_A4)
    if wide:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
    page.set_selection(header + 1, 0, header + 1, 0)
