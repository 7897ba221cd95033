"""工作总结数据.xlsx: the figures of a year or a term in tables, each with its period."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.messages import yearly as words
from pipeline.write.summary.parts import Sheet, TablePart, TextPart, count, decimal, money, text, word
from pipeline.write.summary.writer import About, write_book
from pipeline.write.yearly.context import notes_of, numbers_of, periods_of, rate_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Column, Part
    from pipeline.yearly.care_figures import CareFigures
    from pipeline.yearly.fund_figures import FundFigures
    from pipeline.yearly.span import Span

Facts = dict[str, str]
_UPRIGHT = frozenset(("numbers", "fund"))  # sheets for portrait paper


def write_figures(outcome: Outcome, span: Span, fund: FundFigures, care: CareFigures, path: Path) -> None:
    """Write the workbook. The same figures give the same bytes."""
    school = outcome.settings.school
    facts = {"school": school, "notes": notes_of(outcome, span), **periods_of(span, care.contacts)}
    day = dt.datetime.combine(span.period.today, dt.time())
    about = About(words.BOOK_TITLE.format(**facts), school, span.name, day)
    write_book(path, sheets_of(fund, care, facts), about)


def sheets_of(fund: FundFigures, care: CareFigures, facts: Facts) -> tuple[Sheet, ...]:
    """All sheets, in order; facts: what titles, leads and captions are filled in with."""
    numbers = numbers_of(fund, care)
    return (
        _sheet("numbers", facts, _numbers("money", numbers, facts), _numbers("counts", numbers, facts)),
        _sheet("fund", facts, *_fund(fund, facts)),
        _sheet("contacts", facts, *_contacts(care, facts)),
        _sheet("pupils", facts, _progress(care.progress, facts), _surveys(care.surveys, facts)),
        _sheet("visits", facts, _visits(care.visits, facts), _goods(care.goods, facts)),
    )


def _sheet(key: str, facts: Facts, *parts: Part) -> Sheet:
    told = words.SHEETS[key]
    notes = (TextPart((facts["notes"],)),) if facts["notes"] else ()
    title, lead = told.title.format(**facts), told.lead.format(**facts)
    return Sheet(told.name, title, lead, (*notes, *parts), freeze_header=False, upright=key in _UPRIGHT)


def _table(key: str, facts: Facts, *columns: Column) -> TablePart:
    told = words.TABLES[key]
    return TablePart(told.name, told.caption.format(**facts), told.headers, columns)


def _numbers(key: str, numbers: Mapping[str, int], facts: Facts) -> TablePart:
    listed = words.MONEY_NUMBERS if key == "money" else words.COUNT_NUMBERS
    values = [numbers[name] for name in listed]
    periods = [words.UNTIL.format(**facts) if kind == "until" else facts[kind] for _, kind in listed.values()]
    shown = money(values, zeros=True) if key == "money" else count(values, zeros=True)
    return _table(key, facts, text(title for title, _ in listed.values()), shown, text(periods))


def _fund(fund: FundFigures, facts: Facts) -> tuple[TablePart, ...]:
    flows = list(fund.purposes.values())
    amounts = (
        money([getattr(each, name) for each in flows], sum(getattr(each, name) for each in flows))
        for name in ("opening", "income", "spending")
    )
    closing = money([each.closing for each in flows], fund.flow.closing, plus=(1, 2), minus=(3,))
    purposes = text(name or words.UNRESTRICTED for name in fund.purposes)
    return (
        _by_word("sources", fund.sources, facts),
        _by_word("programmes", fund.programmes, facts),
        _table("purposes", facts, purposes, *amounts, closing),
    )


def _by_word(key: str, rows: pd.DataFrame, facts: Facts) -> TablePart:
    return _table(key, facts, text(rows["word"]), _summed(rows, "count"), _summed(rows, "amount", amounts=True))


def _contacts(care: CareFigures, facts: Facts) -> tuple[TablePart, ...]:
    rows, ways = care.contacts.departments, care.contacts.ways
    rates = [
        rate_of(met + incomplete, due)
        for met, incomplete, due in zip(rows["met"], rows["incomplete"], rows["due"], strict=True)
    ]
    counts = (_summed(rows, name) for name in ("due", "met", "incomplete", "missing"))
    names = text(name or words.NO_DEPARTMENT for name in rows["department"])
    return (
        _table("departments", facts, names, *counts, word(rates)),
        _table("ways", facts, text(ways["word"]), _summed(ways, "count")),
    )


def _progress(rows: pd.DataFrame, facts: Facts) -> TablePart:
    verdicts = (count(rows[name], zeros=True) for name in ("pupils", "improved", "steady", "slipped", "unknown"))
    return _table("progress", facts, text(rows["term"]), *verdicts)


def _surveys(rows: pd.DataFrame, facts: Facts) -> TablePart:
    numbers = (count(rows[name], zeros=True) for name in ("asked", "done", "expected", "in_need"))
    return _table("surveys", facts, text(rows["term"]), text(rows["target"]), *numbers)


def _visits(rows: pd.DataFrame, facts: Facts) -> TablePart:
    names = (text(rows["campaign"]), text(rows["recipient_kind"]))
    people, paid = _summed(rows, "people"), _summed(rows, "money", amounts=True)
    if "budget" not in rows:
        return _table("visits", facts, *names, people, paid)
    planned, budget = _summed(rows, "planned_people"), _summed(rows, "budget", amounts=True)
    return _table("plan", facts, *names, planned, people, budget, paid)


def _goods(rows: pd.DataFrame, facts: Facts) -> TablePart:
    moves = (decimal(rows[name]) for name in ("opening", "received", "issued"))
    closing = decimal(rows["closing"], plus=(2, 3), minus=(4,))
    return _table("goods", facts, text(rows["item"]), text(rows["unit"]), *moves, closing)


def _summed(rows: pd.DataFrame, name: str, *, amounts: bool = False) -> Column:
    """A column with its sum."""
    make = money if amounts else count
    return make(rows[name], int(rows[name].sum()))
