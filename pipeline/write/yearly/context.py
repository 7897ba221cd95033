"""The figures of a span as the words that the placeholders of the .docx templates stand for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.capitals import with_currency
from pipeline.dates import chinese_date
from pipeline.messages import yearly as words
from pipeline.money import format_yuan
from pipeline.write.template import date_after

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from pipeline.outcome import Outcome
    from pipeline.yearly.care_figures import CareFigures, ContactFigures
    from pipeline.yearly.fund_figures import FundFigures
    from pipeline.yearly.span import Span

Row = dict[str, Any]
AMOUNTS = frozenset(("opening", "income", "spending", "closing", "gift_money"))
_AMOUNT_COLUMNS = {
    "sources": ("amount",),
    "programmes": ("amount",),
    "purposes": ("opening", "income", "spending", "closing"),
    "visits": ("money", "budget"),
}


def context_of(outcome: Outcome, span: Span, fund: FundFigures, care: CareFigures) -> Mapping[str, object]:
    """Every placeholder with its text; a table is a list of rows, each with its cells by name."""
    numbers = {
        name: format_yuan(number) if name in AMOUNTS else str(number) for name, number in numbers_of(fund, care).items()
    }
    told = {**_heads(outcome, span, care.contacts), **numbers, **_words(fund, care.contacts)}
    texts: dict[str, object] = {title: told[name] for name, title in words.PLACEHOLDERS.items()}
    return {**texts, **{words.ROWS[name][0]: _rows(name, rows) for name, rows in tables_of(fund, care).items()}}


def numbers_of(fund: FundFigures, care: CareFigures) -> dict[str, int]:
    """Every single figure by its name; those of AMOUNTS are in 分."""
    contacts = ("contacts", "due", "reached", "met", "incomplete", "missing")
    return {
        **{name: getattr(fund.flow, name) for name in ("opening", "income", "spending", "closing")},
        **{name: getattr(fund, name) for name in ("gifts", "payments", "pupils", "staff", "pledged")},
        "reached_pledge": fund.reached,
        **asdict(care.pairings),
        **{name: getattr(care.contacts, name) for name in contacts},
        "visited": int(care.visits["people"].sum()),
        "gift_money": int(care.visits["money"].sum()),
        **{name: getattr(care, name) for name in ("dropped_out", "hardship", "grave", "in_time")},
    }


def tables_of(fund: FundFigures, care: CareFigures) -> Mapping[str, list[Row]]:
    """The rows of every table; amounts are in 分."""
    frames = {
        "sources": fund.sources,
        "programmes": fund.programmes,
        "departments": care.contacts.departments,
        **{name: getattr(care, name) for name in ("progress", "visits", "surveys", "goods")},
    }
    rows: dict[str, list[Row]] = {name: _records(frame) for name, frame in frames.items()}
    for row in rows["departments"]:
        row["department"] = row["department"] or words.NO_DEPARTMENT
        row["rate"] = rate_of(row["met"] + row["incomplete"], row["due"])
    purposes = [
        {"purpose": name or words.UNRESTRICTED, **asdict(each), "closing": each.closing}
        for name, each in fund.purposes.items()
    ]
    return {**rows, "purposes": purposes}


def days_of(span: Span) -> str:
    """The days that figures of money cover: 2026年1月1日至10月31日."""
    return words.FROM_TO.format(first=chinese_date(span.first), last=date_after(span.until, span.first))


def months_of(contacts: ContactFigures) -> str:
    """The months that figures of contacts cover: 2026年1月至10月."""
    if not contacts.months:
        return words.NO_MONTHS
    (year, month), (last_year, last) = (key.split("-") for key in (contacts.months[0], contacts.months[-1]))
    first = words.MONTH.format(year=year, month=int(month))
    if len(contacts.months) == 1:
        return first
    later = words.SAME_YEAR if last_year == year else words.MONTH
    return words.FROM_TO.format(first=first, last=later.format(year=last_year, month=int(last)))


def rate_of(reached: int, due: int) -> str:
    """A share of so many: 97.4%, half up; a dash where nothing was due."""
    if not due:
        return words.NO_RATE
    tenths = (2000 * reached + due) // (2 * due)
    return words.RATE.format(rate=f"{tenths // 10}.{tenths % 10}")


def notes_of(outcome: Outcome, span: Span) -> str:
    """What a reader has to know first: errors left out, a span that is not over; "" where there is nothing."""
    errors = sum(finding.severity == "error" for finding in outcome.findings)
    told = [words.ERRORS_NOTE.format(errors=errors)] if errors else []
    if not span.complete:
        told.append(words.INCOMPLETE_NOTE.format(span=span.name, until=chinese_date(span.until)))
    return "".join(told)


def _heads(outcome: Outcome, span: Span, contacts: ContactFigures) -> dict[str, str]:
    return {
        "school": outcome.settings.school,
        "fund": outcome.settings.fund or words.FUND,
        "year": str(span.period.year),
        "today": chinese_date(span.period.today),
        "notes": notes_of(outcome, span),
        **periods_of(span, contacts),
    }


def periods_of(span: Span, contacts: ContactFigures) -> dict[str, str]:
    """What the figures cover: of money, of contacts, of pupils, and the day up to which all goes."""
    return {
        "span": span.name,
        "money_days": days_of(span),
        "contact_months": months_of(contacts),
        "terms": words.JOIN.join(span.terms),
        "until": chinese_date(span.until),
    }


def _words(fund: FundFigures, found: ContactFigures) -> dict[str, str]:
    ways = zip(found.ways["word"], found.ways["count"], strict=True)
    return {
        "capitals": with_currency(fund.flow.closing),
        "rate": rate_of(found.reached, found.due),
        "ways": words.JOIN.join(words.WAY.format(word=word, count=count) for word, count in ways) or words.NO_WAYS,
    }


def _rows(name: str, rows: Sequence[Row]) -> list[dict[str, str]]:
    columns, amounts = words.ROWS[name][1], _AMOUNT_COLUMNS.get(name, ())
    return [
        {title: _told(row[column], money=column in amounts) for column, title in columns.items() if column in row}
        for row in rows
    ]


def _records(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _told(value: Any, *, money: bool) -> str:  # noqa: ANN401 - a cell of a frame
    if money:
        return format_yuan(int(value))
    return f"{value:g}" if isinstance(value, float) else str(value)
