"""What a sheet of the workbook consists of; builders make these, and only the writer knows of cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Value: TypeAlias = str | int | float | dt.date | None  # an amount is an int in 分; None is a blank cell


class Kind(Enum):
    """How a value is written and aligned."""

    TEXT = "text"
    LONG = "long"  # text that wraps
    WORD = "word"  # a short text in the middle of its cell
    MONEY = "money"  # 分, shown as 元 with two decimals
    COUNT = "count"
    DECIMAL = "decimal"
    DATE = "date"


class Look(Enum):
    """What the colour of a cell says besides its word."""

    GOOD = "good"
    CARE = "care"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    cells: one value a row. total: the program's own figure for the line 合计 (None: no total); its cell is a SUM over
    the column. plus, minus: numbers of columns (from 0) whose values each row adds and takes away: its cells are
    formulas too. looks: the words that colour a cell. links: for each row where a click leads, "" for nowhere.
    widest: characters that the column may be wide, 0 for what its kind allows.
    """

    kind: Kind
    cells: Sequence[Value]
    total: int | float | None = None
    plus: tuple[int, ...] = ()
    minus: tuple[int, ...] = ()
    looks: tuple[tuple[str, Look], ...] = ()
    links: Sequence[str] = ()
    widest: int = 0


@dataclass(frozen=True)
class TablePart:
    """A table: a header row, rows without gaps and perhaps a line 合计.

    name: of the marked table, the same in every month. caption: stands above it, "" for none.
    headers: one a column, filled and unique. together: it is printed on one page if it fits.
    """

    name: str
    caption: str
    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    together: bool = False

    def __post_init__(self) -> None:
        """Refuse what would not be good form: it is our own fault."""
        if len(self.headers) != len(self.columns) or len(set(self.headers)) != len(self.headers):
            raise ValueError(self.name)
        if not all(self.headers) or len({len(column.cells) for column in self.columns}) > 1:
            raise ValueError(self.name)

    @property
    def height(self) -> int:
        """The number of its rows, without header and total."""
        return len(self.columns[0].cells)

    @property
    def has_total(self) -> bool:
        """Whether a line 合计 stands below."""
        return any(column.total is not None for column in self.columns)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a printed form.

    plus, minus: places (row, column from 0, inside the form) of the cells that its formula adds and takes away.
    spans: the first and the last place of cells below each other that it sums instead. strong: bold and tinted.
    link: where a click leads, "" for nowhere.
    """

    value: Value = None
    kind: Kind = Kind.TEXT
    plus: tuple[tuple[int, int], ...] = ()
    minus: tuple[tuple[int, int], ...] = ()
    spans: tuple[tuple[int, int], tuple[int, int]] | None = None
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form as it is printed and signed; grid: rows of equal length.

    head and foot: lines above and below. official: the caption is the form's own title, centred over it.
    """

    caption: str
    grid: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    official: bool = False


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart of a table's columns: bars beside each other, and a line over them; numbers of columns from 0."""

    caption: str
    table: str
    categories: int
    bars: tuple[int, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """Lines of plain text."""

    lines: tuple[str, ...]


Part: TypeAlias = TablePart | FormPart | ChartPart | TextPart


@dataclass(frozen=True)
class Sheet:
    """One sheet. name: the same in every month. title: A1. lead: A2.

    freeze_header: the header of the first table stays in sight and is printed on every page (for a sheet with one long
    table, and at most a short one below that is printed together), else title and lead.
    one_page: all of it is printed on one page. upright: printed on portrait paper. even: all columns but the first are
    equally wide.
    """

    name: str
    title: str
    lead: str
    parts: tuple[Part, ...] = field(default=())
    freeze_header: bool = True
    one_page: bool = False
    upright: bool = False
    even: bool = False


def text(values: Iterable[str], *, links: Sequence[str] = ()) -> Column:
    """A column of texts; "" is a blank cell."""
    return Column(Kind.TEXT, list(values), links=links)


def long(values: Iterable[str], widest: int = 0) -> Column:
    """A column of texts that wrap, at the latest where it is as wide as that."""
    return Column(Kind.LONG, list(values), widest=widest)


def word(values: Iterable[str], looks: tuple[tuple[str, Look], ...] = ()) -> Column:
    """A column of short words, coloured by looks."""
    return Column(Kind.WORD, list(values), looks=looks)


def date(values: pd.Series[pd.Timestamp] | Iterable[dt.date | None]) -> Column:
    """A column of dates; NaT and None are blank cells."""
    return Column(Kind.DATE, _or_none(values))


def money(
    values: Iterable[int | None],
    total: int | None = None,
    *,
    zeros: bool = False,
    plus: tuple[int, ...] = (),
    minus: tuple[int, ...] = (),
) -> Column:
    """A column of amounts in 分; what is missing is a blank cell, and so is 0 where nothing happened (not zeros)."""
    return Column(Kind.MONEY, _numbers(values, zeros=zeros or bool(plus)), total, plus, minus)


def count(values: Iterable[int | None], total: int | None = None, *, zeros: bool = False) -> Column:
    """A column of whole numbers; what is missing is a blank cell, and so is 0 (not zeros)."""
    return Column(Kind.COUNT, _numbers(values, zeros=zeros), total)


def decimal(values: Iterable[float | None], *, plus: tuple[int, ...] = (), minus: tuple[int, ...] = ()) -> Column:
    """A column of numbers with decimals; NaN and None are blank cells."""
    return Column(Kind.DECIMAL, _or_none(values), plus=plus, minus=minus)


def _or_none(values: Iterable[Any]) -> list[Any]:
    """The values with None for whatever is missing (NaN and NaT differ from themselves)."""
    return [None if value is pd.NA or value != value else value for value in _listed(values)]  # noqa: PLR0124


def _numbers(values: Iterable[int | None], *, zeros: bool) -> list[int | None]:
    known = _or_none(values)
    return known if zeros else [value or None for value in known]


def _listed(values: Iterable[Any]) -> Iterable[Any]:
    """A series as a list, for plain Python values take a fraction of the time."""
    return values.tolist() if isinstance(values, pd.Series) else values
