"""收支 and 倡议额: the fund's books by period and purpose, and what the staff pledged and gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pipeline.fund.pledges import by_department
from pipeline.messages import summary as words
from pipeline.write.summary.parts import Cell, FormPart, Kind, Look, TextPart, count, money, text, word
from pipeline.write.summary.sheets.common import addresses, make_sheet, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from pipeline.fund.books import Books, Flow
    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Column, Sheet, TablePart


def books_sheet(outcome: Outcome) -> Sheet:
    """The sheet 收支."""
    books = outcome.books
    return make_sheet(
        "books",
        outcome,
        flow_form(words.BOOKS_CAPTION, books),
        *_adjusted(outcome),
        _by_word(
            "by_source",
            (books.by_source_month, books.by_source_year, books.by_source_total),
            (books.month.income, books.year.income, books.total.income),
        ),
        _by_word(
            "by_programme",
            (books.by_programme_month, books.by_programme_year, books.by_programme_total),
            (books.month.spending, books.year.spending, books.total.spending),
        ),
        _restricted(books),
        _restricted_year(books),
        _monthly(books),
        TextPart((words.SIGNATURE,)),
        freeze_header=False,
        one_page=True,
        upright=True,
    )


def flow_form(caption: str, books: Books) -> FormPart:
    """Opening, income, spending and closing side by side for month, year and total."""
    flows = (books.month, books.year, books.total)
    head = tuple(Cell(header, Kind.WORD, strong=True) for header in words.FIGURE_HEADERS)
    lines = zip(words.FLOW_LINES[:3], ("opening", "income", "spending"), strict=True)
    rows = [(Cell(line), *(Cell(getattr(flow, part), Kind.MONEY) for flow in flows)) for line, part in lines]
    closing = [
        Cell(flow.closing, Kind.MONEY, plus=((1, at), (2, at)), minus=((3, at),), strong=True)
        for at, flow in enumerate(flows, 1)
    ]
    return FormPart(caption, (head, *rows, (Cell(words.FLOW_LINES[3], strong=True), *closing)))


def _adjusted(outcome: Outcome) -> tuple[FormPart, ...]:
    """How the month's opening differs from the last closing, where rows of a closed month were changed since."""
    if not outcome.adjustments.changes:
        return ()
    opening, adjusted = outcome.books.month.opening, outcome.adjustments.amount
    amounts = (
        Cell(opening - adjusted, Kind.MONEY),
        Cell(adjusted, Kind.MONEY),
        Cell(opening, Kind.MONEY, plus=((0, 1), (1, 1)), strong=True),
    )
    lines = zip(words.ADJUSTED_LINES, amounts, strict=True)
    return (FormPart(words.ADJUSTED_CAPTION, tuple((Cell(line, strong=cell.strong), cell) for line, cell in lines)),)


def _by_word(key: str, sums: tuple[Mapping[str, int], ...], totals: tuple[int, ...]) -> TablePart:
    names = list(sums[-1])  # whatever occurred in the month or the year occurred in total
    names += [name for name in {**sums[0], **sums[1]} if name not in names]
    columns = [money([each.get(name, 0) for name in names], total) for each, total in zip(sums, totals, strict=True)]
    return table(key, text(names), *columns)


def _restricted(books: Books) -> TablePart:
    """What each purpose held, got and gave in the month."""
    flows = books.restricted
    return table(
        "restricted",
        _purposes(flows),
        money(_parts(flows, "opening"), books.month.opening),
        money(_parts(flows, "income"), books.month.income),
        money(_parts(flows, "spending"), books.month.spending),
        money(_parts(flows, "closing"), books.month.closing, plus=(1, 2), minus=(3,)),
    )


def _restricted_year(books: Books) -> TablePart:
    """The same for the year and in total."""
    year, ever = books.restricted_year, books.restricted_total
    return table(
        "restricted_year",
        _purposes(year),
        money(_parts(year, "opening"), books.year.opening),
        money(_parts(year, "income"), books.year.income),
        money(_parts(year, "spending"), books.year.spending),
        money(_parts(ever, "income"), books.total.income),
        money(_parts(ever, "spending"), books.total.spending),
    )


def _purposes(flows: Mapping[str, Flow]) -> Column:
    return text(purpose or words.UNRESTRICTED for purpose in flows)


def _parts(flows: Mapping[str, Flow], part: str) -> list[int]:
    return [getattr(flow, part) for flow in flows.values()]


def _monthly(books: Books) -> TablePart:
    frame = books.monthly
    return table(
        "monthly",
        text(frame["month"]),
        money(frame["income"]),
        money(frame["spending"]),
        money(frame["closing"], zeros=True),
    )


def pledges_sheet(outcome: Outcome) -> Sheet:
    """The sheet 倡议额."""
    everybody = _everybody(outcome.pledges, addresses(outcome.tables["staff"], outcome.pledges["staff"]))
    departments = _departments(by_department(outcome.pledges))
    return make_sheet("pledges", outcome, everybody, departments, TextPart((words.SIGNATURE,)), upright=True)


def _everybody(rows: pd.DataFrame, sources: list[str]) -> TablePart:
    short = rows["short"].fillna(0) > 0
    states = np.select([rows["due"].isna(), short], [words.NO_RATE, words.SHORT], default=words.REACHED)
    return table(
        "pledges",
        text(rows["department"]),
        text(rows["name"]),
        word(rows["tier"]),
        money(rows["due"], int(rows["due"].sum())),
        money(rows["paid"], int(rows["paid"].sum())),
        money(rows["short"], int(rows["short"].sum())),
        word(states.tolist(), ((words.SHORT, Look.CARE), (words.NO_RATE, Look.CARE))),
        text(sources),
    )


def _departments(rows: pd.DataFrame) -> TablePart:
    return table(
        "pledge_departments",
        text(name or words.NO_DEPARTMENT for name in rows["department"]),
        count(rows["people"], int(rows["people"].sum())),
        count(rows["below"], int(rows["below"].sum())),
        *(money(rows[part], int(rows[part].sum())) for part in ("due", "paid", "short")),
        together=True,
    )
