"""Which register a header row means: the one with most of its columns found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.fields import Kind
from pipeline.read.headers import DISTINCTIVE, HEADERS, plain_header, states_wan, without_wan
from pipeline.registers import BY_NAME, STATEMENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.registers import Register

# A header that lacks required columns still means a register if it has this share of them and a header that only
# this register has, or this larger share of them.
_SHARE_WITH_DISTINCTIVE, _SHARE_ALONE = 0.5, 0.75

# … and so many columns of it, unless the sheet is called like it; more where several required ones are missing.
_FEWEST, _FEWEST_OF_STATEMENT, _FEWEST_WITH_MORE_MISSING = 3, 4, 5
_OF_SINGLE_LINES = ("date", "counterparty", "serial")  # columns of a statement's lines that no summary has


@dataclass(frozen=True)
class Recognised:
    """What a row of headers means.

    register: the register meant, None where it means none. columns: field -> column from 0. extra: field -> further
    columns with a header of that field. missing: titles of required columns that are not there. tied: titles of
    registers that fit equally well. wan: columns whose header says 万元.
    """

    register: Register | None
    columns: dict[str, int] = field(default_factory=dict)
    extra: dict[str, tuple[int, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    wan: tuple[int, ...] = ()

    @property
    def score(self) -> int:
        """How many fields of the register have a column."""
        return len(self.columns)

    @property
    def complete(self) -> bool:
        """Whether the table can be read."""
        return self.register is not None and not self.missing and not self.tied


def recognise(texts: Sequence[str], sheet: str = "") -> Recognised:
    """What these headers mean; the name of the sheet only helps where required columns are missing."""
    names = [(column, plain_header(text)) for column, text in enumerate(texts) if text]
    wan = tuple(column for column, name in names if states_wan(name))
    names = [(column, without_wan(name) if column in wan else name) for column, name in names]
    fits = [_fit(register, names) for register in BY_NAME.values()]
    best = max(fits, key=lambda fit: (fit.score, fit.complete))
    rivals = [fit for fit in fits if (fit.score, fit.complete) == (best.score, best.complete)]
    meant = [fit for fit in rivals if fit.complete or _is_meant(fit, names, sheet)]
    if not meant:
        return Recognised(None, best.columns)
    first = meant[0]
    tied = tuple(fit.register.title for fit in meant if fit.register) if len(meant) > 1 else ()
    return Recognised(first.register, first.columns, first.extra, first.missing, tied, wan)


def _fit(register: Register, names: Sequence[tuple[int, str]]) -> Recognised:
    headers: Mapping[str, tuple[str, int]] = HEADERS[register.name]
    found: dict[str, list[tuple[int, int]]] = {}
    for column, name in names:
        if name in headers:
            field_name, rank = headers[name]
            found.setdefault(field_name, []).append((rank, column))
    ordered = {name: [column for _, column in sorted(places)] for name, places in found.items()}
    columns = {name: ordered[name][0] for name in register.names if name in ordered}
    extra = {name: tuple(places[1:]) for name, places in ordered.items() if len(places) > 1}
    return Recognised(register, columns, extra, missing_titles(register, columns))


def missing_titles(register: Register, columns: Mapping[str, int]) -> tuple[str, ...]:
    """The titles of the columns that a register requires and a table lacks."""
    missing = [each.title for each in register.fields if each.required and each.name not in columns]
    if register.either and not any(all(name in columns for name in names) for names in register.either):
        missing += ["或".join("、".join(register.field(name).title for name in names) for names in register.either)]
    return tuple(missing)


def _is_meant(fit: Recognised, names: Sequence[tuple[int, str]], sheet: str) -> bool:
    """Whether headers that lack required columns of a register still mean it."""
    register = fit.register
    if register is None or fit.score < 2:  # noqa: PLR2004 - one column is no table
        return False
    if register is STATEMENT and fit.columns.keys().isdisjoint(_OF_SINGLE_LINES):  # a summary of months
        return False
    named = register.title == sheet.strip()
    spent = register is STATEMENT and not any(name.startswith("交易") for _, name in names)  # 日期, 摘要, 金额
    least = _FEWEST_OF_STATEMENT if spent else _FEWEST
    if not named and fit.score < (least if len(fit.missing) == 1 else _FEWEST_WITH_MORE_MISSING):
        return False  # a list of telephones, a roster: a few columns like those of a register
    required = [each.name for each in register.fields if each.required]
    share = sum(name in fit.columns for name in required) / len(required)
    if share >= _SHARE_ALONE:
        return True
    distinctive = any(name in DISTINCTIVE and name in HEADERS[register.name] for _, name in names)
    return share >= _SHARE_WITH_DISTINCTIVE and (distinctive or named)


def amount_columns(found: Recognised) -> tuple[int, ...]:
    """The columns of a recognised table that hold money."""
    if found.register is None:
        return ()
    return tuple(
        found.columns[each.name]
        for each in found.register.fields
        if each.kind is Kind.AMOUNT and each.name in found.columns
    )
