"""账簿: the month's journals, a ledger a purpose, the summary of vouchers and the list to sign, as one workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd
import xlsxwriter

from pipeline.closing.figures import slice_name
from pipeline.dates import chinese_date
from pipeline.fund import journals
from pipeline.messages import closing as closing_words
from pipeline.messages import journals as words
from pipeline.messages.journals import NEXT_NAME, NO_SIGN
from pipeline.money import format_yuan
from pipeline.registers import PROGRAMMES, SOURCES
from pipeline.write.index import put_paper
from pipeline.write.row_heights import row_height
from pipeline.write.staging import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pipeline.outcome import Outcome


class _Count(int):
    """A number that is no amount."""


_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FACE = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_GRID = {"border": 1, "text_wrap": True}
_ALIGN = {str: "left", int: "right", _Count: "right", dt.date: "center"}
_NUMBERS = {int: "#,##0.00", _Count: "0", dt.date: "yyyy-mm-dd"}
_A4, _HEADER, _LOWEST, _TITLE_HEIGHT, _SIGNATURE_HEIGHT = 9, 2, 25, 28, 32
# Signs wide; together what A4 upright holds, since Excel heeds no page break where it fits a sheet to its pages.
_JOURNAL_WIDTHS, _VOUCHER_WIDTHS, _SIGN_WIDTHS = (
    (11, 12, 25, 12, 12, 13),
    (10, 40, 10, 20),
    (11, 9, 11, 13, 12, 10, 9, 10),
)
_CENTS, _SCALE = 100, 88
_ORDER = (*SOURCES[:-1], *PROGRAMMES)  # both end with 其他
_ADJUSTED = "adjusted"  # a kind of line beside those of pipeline.fund.journals

_Value = str | int | dt.date | None  # an int is an amount in 分


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a sheet. strong: a total or a carried sum; red: a 冲正."""

    cells: tuple[_Value, ...]
    strong: bool = False
    red: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name, its table, and the lines (from 0) before which a page begins. nothing: said of no lines."""

    name: str
    title: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    lines: list[_Line]
    breaks: list[int] = field(default_factory=list)
    nothing: str = ""


def put_journals(outcome: Outcome, output: Path) -> Path:
    """Write the month's 账簿 beside the months' folders; the path. CannotRunError if it cannot be written."""
    path = output / words.FOLDER / words.FILE.format(month=outcome.period.key)
    return put_paper(path, output, lambda draft: write_journals(outcome, draft))


def write_journals(outcome: Outcome, path: Path) -> None:
    """Write the workbook; the same outcome gives the same bytes. OSError if the file cannot be written."""
    period, school = outcome.period, outcome.settings.school
    month = words.MONTH.format(year=period.year, month=period.month)
    errors = sum(each.severity == "error" for each in outcome.findings)
    lead = words.LEAD.format(month=month, until=chinese_date(min(period.today, period.last)))
    lead += words.ERRORS.format(errors=errors) if errors else ""
    lead += words.ADJUSTED_LEAD if outcome.adjustments.changes else ""
    data = io.BytesIO()  # on a full disk xlsxwriter would leave its half-written file open
    book = xlsxwriter.Workbook(data, {**_OPTIONS, "default_format_properties": dict(_FACE)})
    created = dt.datetime.combine(period.today, dt.time())
    title = words.BOOK_TITLE.format(school=school, month=month)
    book.set_properties({"title": title, "author": school, "created": created})
    formats = _Formats(book)
    for sheet in _sheets(outcome):
        _write_sheet(book, formats, sheet, (words.TITLE.format(school=school, name=sheet.title), lead))
    book.close()
    write_bytes(path, data.getvalue())


def _sheets(outcome: Outcome) -> list[_Sheet]:
    given = (outcome.tables, outcome.settings, outcome.period)
    ledgers = journals.purpose_ledgers(*given)
    fixed = (words.CASH, words.BANK, words.VOUCHERS, words.TO_SIGN)
    names = sheet_names(fixed, [words.LEDGER.format(purpose=purpose or words.UNRESTRICTED) for purpose in ledgers])
    cash, bank = (_changed(outcome, name) for name in (closing_words.CASH, closing_words.BANK_BOOK))
    return [
        _journal(words.CASH, words.CASH, _adjusted(journals.cash_journal(*given), cash)),
        _journal(words.BANK, words.BANK, _adjusted(journals.bank_journal(*given), bank)),
        *(
            _journal(
                name,
                words.LEDGER_TITLE.format(purpose=purpose or words.UNRESTRICTED),
                _adjusted(lines, _changed(outcome, slice_name(closing_words.PURPOSE, purpose))),
            )
            for name, (purpose, lines) in zip(names, ledgers.items(), strict=True)
        ),
        _vouchers(journals.voucher_summary(*given)),
        _to_sign(journals.aid_to_sign(outcome.tables, outcome.period)),
    ]


def _changed(outcome: Outcome, name: str) -> int:
    """What later changes add to a balance of the last month closed before this one, in 分."""
    told, month = outcome.adjustments, outcome.period.key
    effects = (each for each in told.effects if (each.month, each.name) == (told.last, name))
    return sum(each.difference for each in effects) if told.last < month else 0


def _adjusted(lines: pd.DataFrame, amount: int) -> pd.DataFrame:
    """The lines of a journal with 上期调整 on a line of its own: the opening is the balance as it was closed."""
    if not amount:
        return lines
    opening = lines.head(1)
    text = words.ADJUSTED.format(amount=format_yuan(amount))
    parts = [opening.assign(balance=opening["balance"] - amount), opening.assign(kind=_ADJUSTED, text=text)]
    return pd.concat([*parts, lines.iloc[1:]], ignore_index=True)


def _journal(name: str, title: str, lines: pd.DataFrame) -> _Sheet:
    """A journal or ledger on its pages."""
    pages = journals.paged(lines)
    told = [_journal_line(line) for line in pages.to_dict("records")]
    breaks = [at + 1 for at, kind in enumerate(pages["kind"]) if kind == journals.CARRIED]
    return _Sheet(name, title, words.JOURNAL_HEADERS, _JOURNAL_WIDTHS, told, breaks)


def _journal_line(line: dict[Any, Any]) -> _Line:
    """What did not move stays blank on the side of income or spending; totals say 0.00."""
    income, spending, balance = (int(line[name]) for name in ("income", "spending", "balance"))
    if line["kind"] == journals.ENTRY:
        text = words.CORRECTION.format(text=line["text"]) if line["correction"] else line["text"]
        values = (_day(line["date"]), line["number"], text, income or None, spending or None, balance)
        return _Line(values, red=bool(line["correction"]))
    sums = (None, None) if line["kind"] in {journals.OPENING, _ADJUSTED} else (income, spending)
    return _Line((None, "", line["text"] or words.LINES[line["kind"]], *sums, balance), strong=True)


def _vouchers(found: pd.DataFrame) -> _Sheet:
    lines: list[_Line] = []
    found = found.sort_values("category", key=lambda names: names.map(_ORDER.index))
    for register, side in words.SIDES.items():
        of_side = found[found["register"] == register]
        lines += [
            _Line((side, category, _Count(rows), int(amount)))
            for category, rows, amount in of_side[["category", "rows", "amount"]].itertuples(index=False)
        ]
        total = (side, words.TOTAL, _Count(of_side["rows"].sum()), int(of_side["amount"].sum()))
        lines += [_Line(total, strong=True)] if len(of_side) else []
    return _Sheet(
        *(words.VOUCHERS, words.VOUCHERS, words.VOUCHER_HEADERS, _VOUCHER_WIDTHS), lines, nothing=words.NO_VOUCHERS
    )


def _to_sign(found: pd.DataFrame) -> _Sheet:
    lines = [
        _Line((_day(day), voucher, name, class_name or kind, programme, int(amount), "", ""))
        for day, voucher, name, kind, class_name, programme, amount in found.iloc[:, 1:].itertuples(index=False)
    ]
    if lines:
        total = int(found["amount"].sum())
        lines.append(_Line((None, "", words.TOTAL, "", "", total, "", ""), strong=True))
    return _Sheet(
        *(words.TO_SIGN, words.TO_SIGN, words.SIGN_HEADERS, _SIGN_WIDTHS), lines, nothing=words.NOTHING_TO_SIGN
    )


def _day(day: object) -> dt.date | None:
    return day.date() if isinstance(day, pd.Timestamp) else None  # NaT is no Timestamp


class _Formats:
    """The formats of the workbook, each made once."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._book = book
        self._made: dict[object, Any] = {}

    def cell(self, kind: type, *, strong: bool, red: bool) -> Any:  # noqa: ANN401
        """A cell of a table."""
        of_kind = {"align": _ALIGN[kind]} | ({"num_format": _NUMBERS[kind]} if kind in _NUMBERS else {})
        marks = {"bold": strong} | ({"font_color": "#C00000"} if red else {})
        return self.make((kind, strong, red), {**_GRID, **of_kind, **marks})

    def make(self, key: object, properties: dict[str, Any]) -> Any:  # noqa: ANN401
        """A format by its key."""
        if key not in self._made:
            self._made[key] = self._book.add_format({**_FACE, **properties})
        return self._made[key]


def _write_sheet(book: Any, formats: _Formats, sheet: _Sheet, head: tuple[str, str]) -> None:  # noqa: ANN401
    page = book.add_worksheet(sheet.name)
    for at, width in enumerate(sheet.widths):
        page.set_column(at, at, width)
    page.write_string(0, 0, head[0], formats.make("title", {"bold": True, "font_size": 15, "align": "center_across"}))
    for at in range(1, len(sheet.widths)):
        page.write_blank(0, at, None, formats.make("title", {}))
    page.set_row(0, _TITLE_HEIGHT)
    page.write_string(1, 0, head[1], formats.make("lead", {}))
    header = formats.make("header", {**_GRID, "bold": True, "align": "center"})
    for at, text in enumerate(sheet.headers):
        page.write_string(_HEADER, at, text, header)
    page.set_row(_HEADER, _LOWEST)
    for row, line in enumerate(sheet.lines, _HEADER + 1):
        _write_line(page, formats, row, line, sheet.widths)
    end = _HEADER + 1 + len(sheet.lines)
    if not sheet.lines:
        page.write_string(end, 0, sheet.nothing, formats.make("lead", {}))
        end += 1
    page.write_string(end, 0, words.SIGNATURE, formats.make("lead", {}))
    page.set_row(end, _SIGNATURE_HEIGHT)
    page.set_h_pagebreaks([_HEADER + 1 + at for at in sheet.breaks])
    _set_up(page, end, len(sheet.widths) - 1)


def _write_line(page: Any, formats: _Formats, row: int, line: _Line, widths: tuple[int, ...]) -> None:  # noqa: ANN401
    for at, value in enumerate(line.cells):
        kind = next((each for each in (_Count, int, dt.date) if isinstance(value, each)), str)
        look = formats.cell(kind, strong=line.strong, red=line.red)
        if isinstance(value, int):
            page.write_number(row, at, value if kind is _Count else value / _CENTS, look)
        elif isinstance(value, dt.date):
            page.write_datetime(row, at, value, look)
        else:
            page.write_string(row, at, value or "", look)
    texts = [value if isinstance(value, str) else "" for value in line.cells]
    page.set_row(row, max(_LOWEST, row_height(texts, widths)))


def _set_up(page: Any, last_row: int, last_column: int) -> None:  # noqa: ANN401
    """How the sheet is shown and printed."""
    page.freeze_panes(_HEADER + 1, 0)
    page.set_paper(_A4)
    page.set_portrait()
    page.set_print_scale(_SCALE)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    page.center_horizontally()
    page.repeat_rows(0, _HEADER)
    page.print_area(0, 0, last_row, last_column)
    page.set_footer(words.PAGE_FOOT)


# Rule: at most 31 signs, none of []:*?/\, no control sign, no apostrophe at an end, none twice (case is the same).
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f\ufffe\uffff]")


def sheet_names(taken: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """A name for each that is wanted, as near to it as may be; taken: the names of other sheets."""
    used = {name.casefold() for name in taken}
    names = []
    for name in wanted:
        found = _free(_FORBIDDEN.sub(NO_SIGN, name), used)
        used.add(found.casefold())
        names.append(found)
    return names


def _free(name: str, used: set[str]) -> str:
    number, found = 1, _cut(name, _LONGEST)
    while found.casefold() in used:
        number += 1
        mark = NEXT_NAME.format(number=number)
        found = _cut(name, _LONGEST - len(mark)) + mark
    return found


def _cut(name: str, units: int) -> str:
    """Excel counts a sign beyond the first plane twice, and never halves one here."""
    return name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
