"""How cells look: one face, thin grid, and colours that only repeat what a word says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.write.summary.parts import Kind, Look

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FACE: dict[str, Any] = {"font_name": "微软雅黑", "font_size": 10}
MONEY_FORMAT, COUNT_FORMAT, DATE_FORMAT = "#,##0.00", "#,##0", "yyyy-mm-dd"

_GRID = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}
_OF_KIND: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"align": "left", "indent": 1},
    Kind.LONG: {"align": "left", "indent": 1, "text_wrap": True},
    Kind.WORD: {"align": "center"},
    Kind.MONEY: {"align": "right", "num_format": MONEY_FORMAT},
    Kind.COUNT: {"align": "right", "num_format": COUNT_FORMAT},
    Kind.DECIMAL: {"align": "right", "num_format": "General"},
    Kind.DATE: {"align": "center", "num_format": DATE_FORMAT},
}
_STRONG = {"bold": True, "bg_color": "#EAF1F8"}
_LINK = {"font_color": "#0563C1", "underline": 1}
_OF_ROLE: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center_across", "valign": "vcenter"},
    "lead": {"font_color": "#404040", "valign": "vcenter"},
    "caption": {"bold": True, "font_size": 12, "valign": "bottom"},
    "form_title": {"bold": True, "font_size": 14, "align": "center_across", "valign": "vcenter"},
    "plain": {"valign": "vcenter"},
    "header": {**_GRID, "bold": True, "bg_color": "#D9E5F1", "align": "center", "text_wrap": True},
}
_OF_LOOK: dict[Look, dict[str, Any]] = {
    Look.GOOD: {"font_color": "#1E5C2E", "bg_color": "#E2F0DA"},
    Look.CARE: {"font_color": "#7A4B00", "bg_color": "#FFF0C2"},
    Look.BAD: {"font_color": "#8B1A1A", "bg_color": "#F9D9D6", "bold": True},
}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def cell(self, kind: Kind, *, strong: bool = False, link: bool = False) -> Format:
        """A cell of a table or a form; strong: a total; link: something to click."""
        properties = {**_GRID, **_OF_KIND[kind], **(_STRONG if strong else {}), **(_LINK if link else {})}
        return self._make((kind, strong, link), properties)

    def role(self, name: str) -> Format:
        """Text outside tables, and headers: title, lead, caption, form_title, plain, header."""
        return self._make(name, _OF_ROLE[name])

    def look(self, look: Look) -> Format:
        """The colours of a word, for a conditional format."""
        return self._make(look, _OF_LOOK[look], face=False)

    def _make(self, key: object, properties: dict[str, Any], *, face: bool = True) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format({**(FACE if face else {}), **properties})
        return self._made[key]
