"""From the cells of one field to its typed column, and the cells that cannot be read.

Every distinct value is parsed once; columns that are all blank, all plain texts or all numbers take a shorter way.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from pipeline.classes import parse_class
from pipeline.dates import month_text, parse_date, parse_month
from pipeline.faults import Fault
from pipeline.fields import Kind
from pipeline.identity import check_id_number, long_number
from pipeline.messages import CATALOGUE
from pipeline.money import parse_amount
from pipeline.names import clean_name, split_people
from pipeline.registers import ANONYMOUS, NAMED, PEOPLE_JOIN
from pipeline.tables import TEXT_DTYPE, dtype_of
from pipeline.terms import parse_term
from pipeline.text import as_text, fold
from pipeline.words import match_word, parse_yes_no

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from pipeline.faults import CellValue
    from pipeline.fields import Field

Array: TypeAlias = Any  # a numpy or pandas array; the stubs of pandas tell them apart too finely to be of use

_TEXT: Any = TEXT_DTYPE
_SEAM = "\u25a2"  # joins the texts of a column; printable, and in no register
# Signs that reading takes away, and where: the sign alone is looked for first, for it is hardly ever there.
_UNCLEAN = {" ": (f"{_SEAM} ", f" {_SEAM}"), "\ufe0f": ("\ufe0f",)} | {sign: (_SEAM + sign,) for sign in "`'="}
_AS_THEY_ARE = (Kind.TEXT, Kind.CODE)
_CENTS = 100
_NOISE = 1e-4  # of a 分: what binary arithmetic of a formula leaves behind
_EXACT_BELOW = 1e13  # 元
_EARLIEST = {"joined_on": 1940, "left_on": 1960}
_EPOCH = dt.date(1970, 1, 1).toordinal()
_NO_DAY = np.iinfo("int64").min  # NaT
_MOST = 10**9  # no school counts so far
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True)
class Typed:
    """A typed column; faults: position -> why its cell cannot be read (the column is blank there)."""

    column: Array
    faults: dict[int, Fault]


def typed(field: Field, values: Sequence[CellValue], different: Mapping[CellValue, None] | None = None) -> Typed:
    """The typed column of a field. different: the different ones of the values, where they are known."""
    codes: dict[Any, Any] = dict.fromkeys(values if different is None else different)
    types = set(map(type, values if 0 in codes or 1 in codes else codes))  # True is 1.0 to a dict
    if list(codes) == [""]:
        return Typed(_array(field.kind, [None])[np.zeros(len(values), dtype=np.intp)], {})
    if field.kind is Kind.AMOUNT and types == {float}:
        quick = _quick_amounts(values)
        if quick is not None:
            return Typed(quick, {})
    if field.kind in _AS_THEY_ARE and types == {str} and _all_clean(codes):
        return Typed(pd.array(list(values), dtype=_TEXT), {})
    keys: Sequence[Any] = values
    if bool in types:
        keys = list(zip(map(type, values), values, strict=True))
        codes = dict.fromkeys(keys)
    for code, key in enumerate(codes):
        codes[key] = code
    distinct = [value for _, value in codes] if bool in types else list(codes)
    parsed = list(map(_parser(field), distinct))
    places = np.fromiter(map(codes.__getitem__, keys), dtype=np.intp, count=len(keys))
    faulty = {code: value for code, value in enumerate(parsed) if isinstance(value, Fault)}
    kept = [_kept(given, read) for given, read in zip(distinct, parsed, strict=True)] if faulty else parsed
    return Typed(_array(field.kind, kept)[places], _faults(faulty, places) if faulty else {})


def _faults(faulty: Mapping[int, Fault], places: NDArray[np.intp]) -> dict[int, Fault]:
    found = np.flatnonzero(np.isin(places, list(faulty)))
    return {int(position): faulty[int(places[position])] for position in found}


def _kept(given: CellValue, read: object) -> object:
    """What stands in the frame: nothing for a faulty cell, but the text of one that is only warned about.

    So the scan of posted pages still hunts for an identity number whose last digit is wrong.
    """
    if isinstance(read, Fault):
        return as_text(given) if CATALOGUE[read.code].severity == "warning" else None
    return read


def _array(kind: Kind, parsed: list[Any]) -> Array:
    dtype: Any = dtype_of(kind)
    if dtype == "str":
        return pd.array([value or "" for value in parsed], dtype=_TEXT)
    if kind is Kind.DATE:
        days = np.array([_NO_DAY if value is None else value.toordinal() - _EPOCH for value in parsed], dtype="int64")
        return days.astype("datetime64[D]").astype("datetime64[us]")
    if kind is Kind.DECIMAL:
        return np.array([np.nan if value is None else value for value in parsed], dtype="float64")
    return pd.array(parsed, dtype=dtype)


def _quick_amounts(values: Sequence[CellValue]) -> Array | None:
    """Amounts in 分 of a column of nothing but numbers with at most two decimals, else None."""
    yuan = np.array(values, dtype="float64")
    if not (np.abs(yuan) < _EXACT_BELOW).all():
        return None
    exact = yuan * _CENTS
    cents = np.rint(exact)
    if not (np.abs(exact - cents) <= _NOISE).all():
        return None
    return pd.array(cents.astype("int64"), dtype="Int64")


def _all_clean(values: Iterable[CellValue]) -> bool:
    """Whether all texts are such as reading would not change: printable, without blanks or export signs at the ends."""
    joined = _SEAM + _SEAM.join(values) + _SEAM  # type: ignore[arg-type]  # all are str
    return joined.isprintable() and not any(
        sign in joined and any(mark in joined for mark in marks) for sign, marks in _UNCLEAN.items()
    )


def _parser(field: Field) -> Callable[[CellValue], Any]:
    if field.kind is Kind.WORD:
        return partial(_word, words=field.words)
    if field.kind is Kind.DATE:
        return partial(parse_date, first_year=_EARLIEST[field.name]) if field.name in _EARLIEST else parse_date
    return _PARSERS[field.kind]


def openly(values: Sequence[CellValue], header: str) -> list[CellValue]:
    """The cells of 公开 with 实名 or 匿名 for 是 and 否, whose meaning hangs on the header: 是否匿名, or 是否公开."""
    asks_for_anonymous = ANONYMOUS in fold(header)
    spelt = {value: parse_yes_no(value) for value in set(values)}
    return [
        (ANONYMOUS if spelt[value] is asks_for_anonymous else NAMED) if isinstance(spelt[value], bool) else value
        for value in values
    ]


def _word(value: CellValue, words: tuple[str, ...]) -> str | None:
    """The word of the vocabulary, or the text as it is: validation says which words are allowed."""
    word = match_word(value, words)
    return as_text(value) if isinstance(word, Fault) else word


def _month(value: CellValue) -> str | Fault | None:
    month = parse_month(value)
    return month_text(month) if isinstance(month, tuple) else month


def _year(value: CellValue) -> int | Fault | None:
    text = fold(as_text(value)).removesuffix("年").removesuffix("年度")
    if not text:
        return None
    fits = text.isascii() and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR
    return int(text) if fits else Fault("year_unreadable")


def _count(value: CellValue) -> int | Fault | None:
    number = read_number(value)
    if number is None or isinstance(number, Fault):
        return Fault("count_unreadable") if number else None
    return int(number) if 0 <= number < _MOST and number.is_integer() else Fault("count_unreadable")


def read_number(value: CellValue) -> float | Fault | None:
    """A number, perhaps with a counting word behind it; None where the cell is blank."""
    text = fold(as_text(value)).rstrip("人名次节分个件").replace(",", "")
    if not text:
        return Fault("number_unreadable") if isinstance(value, str) and fold(value) else None
    try:
        number = float(text)
    except ValueError:
        return Fault("number_unreadable")
    return number if np.isfinite(number) else Fault("number_unreadable")


def _unit(value: CellValue) -> str | Fault | None:
    """A class in its one spelling, or the name of a department as it is."""
    found = parse_class(value)
    return fold(value) if isinstance(found, Fault) and isinstance(value, str) else found


def _person(value: CellValue) -> str:
    return clean_name(as_text(value))


def _people(value: CellValue) -> str:
    return PEOPLE_JOIN.join(split_people(as_text(value)))


_PARSERS: dict[Kind, Callable[[CellValue], Any]] = {
    Kind.TEXT: as_text,
    Kind.CODE: long_number,
    Kind.YES_NO: parse_yes_no,
    Kind.MONTH: _month,
    Kind.YEAR: _year,
    Kind.TERM: parse_term,
    Kind.CLASS: parse_class,
    Kind.UNIT: _unit,
    Kind.AMOUNT: parse_amount,
    Kind.COUNT: _count,
    Kind.DECIMAL: read_number,
    Kind.PERSON: _person,
    Kind.PEOPLE: _people,
    Kind.ID_NUMBER: check_id_number,
}
