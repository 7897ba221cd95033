"""总览: the month on one printed page, with what needs a person and the way to every other sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.contacts import INCOMPLETE, MISSING
from pipeline.messages import summary as words
from pipeline.messages.summary_sheets import SHEETS, TABLES
from pipeline.write.summary.parts import Cell, ChartPart, FormPart, Kind, TextPart, count, long, text
from pipeline.write.summary.sheets.books import flow_form
from pipeline.write.summary.sheets.common import chinese_day, facts_of, make_sheet, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.outcome import Outcome
    from pipeline.write.summary.parts import Sheet, TablePart

_JOIN = "、"
_TITLES_WIDE = 30  # characters; else the columns of amounts grow with them


def cover_sheet(outcome: Outcome) -> Sheet:
    """The sheet 总览."""
    return make_sheet(
        "cover",
        outcome,
        _facts(outcome),
        flow_form(words.FIGURES_CAPTION, outcome.books),
        _holdings(outcome),
        _tasks(outcome),
        _chart(outcome),
        _contents(),
        _files(outcome),
        TextPart((words.SIGNATURE,)),
        freeze_header=False,
        one_page=True,
        upright=True,
        even=True,
    )


def _status(outcome: Outcome) -> str:
    """Whether the month may be posted, in words. It is final only when it has been closed."""
    if outcome.has_errors:
        errors = sum(finding.severity == "error" for finding in outcome.findings)
        return words.STATUS_ERRORS.format(errors=errors)
    return words.STATUS_PREVIEW if outcome.period.is_preview else words.STATUS_DRAFT


def _facts(outcome: Outcome) -> FormPart:
    """Label and content, two pairs a row."""
    settings = outcome.settings
    contents = (
        settings.fund,
        _status(outcome),
        facts_of(outcome)["month"],
        chinese_day(outcome.period.today),
        words.FILES_READ.format(count=len(outcome.reading.files)),
        words.ASK.format(office=settings.office, telephone=settings.telephone).strip(),
    )
    pairs = [
        (Cell(label, strong=True), Cell(said, Kind.LONG)) for label, said in zip(words.FACTS, contents, strict=True)
    ]
    return FormPart("", _two_a_row(pairs))


def _two_a_row(pairs: list[tuple[Cell, Cell]]) -> tuple[tuple[Cell, ...], ...]:
    padded = [*pairs, (Cell(), Cell())] if len(pairs) % 2 else pairs
    return tuple(left + right for left, right in zip(padded[::2], padded[1::2], strict=True))


def _holdings(outcome: Outcome) -> FormPart:
    """Where the money lies, and how it ties to the bank; the first two make up the fund's balance."""
    books, found = outcome.books, outcome.reconciliation
    amounts = (books.bank_book, books.cash, books.total.closing)
    rest = (found.statement_balance, found.adjusted_book, found.adjusted_statement)
    cells = [Cell(amount, Kind.MONEY) for amount in (*amounts, *rest)]
    cells[2] = Cell(amounts[2], Kind.MONEY, plus=((1, 1), (2, 1)), strong=True)
    difference = None if found.statement_balance is None else found.difference
    cells.append(Cell(difference, Kind.MONEY, plus=((6, 1),), minus=((5, 1),), strong=True))
    header = tuple(Cell(title, Kind.WORD, strong=True) for title in words.HOLDINGS_HEADERS)
    lines = [(Cell(name, strong=cell.strong), cell) for name, cell in zip(words.HOLDINGS, cells, strict=True)]
    return FormPart("", (header, *lines))


def _tasks(outcome: Outcome) -> TablePart:
    """What is not zero and needs somebody, each with the sheet that tells more."""
    tasks = [(words.TASKS[key], number, sheet) for key, number, sheet in _counts(outcome) if number]
    names = [SHEETS[sheet].name for _, _, sheet in tasks]
    return table(
        "tasks",
        text(task for task, _, _ in tasks),
        count(number for _, number, _ in tasks),
        text(names, links=[_to_sheet(name) for name in names]),
    )


def _counts(outcome: Outcome) -> Iterable[tuple[str, int, str]]:
    found, coverage, states = outcome.reconciliation, outcome.coverage, outcome.contacts["status"]
    errors = sum(finding.severity == "error" for finding in outcome.findings)
    open_items = (
        *(found.bank_received_not_booked, found.bank_paid_not_booked),
        *(found.booked_received_not_at_bank, found.booked_paid_not_at_bank),
    )
    return (
        ("errors", errors, "problems"),
        ("warnings", len(outcome.findings) - errors, "problems"),
        ("open_items", sum(map(len, open_items)), "bank"),
        ("candidates", len(found.candidates), "bank"),
        ("missing", int((states == MISSING).sum()), "contacts"),
        ("incomplete", int((states == INCOMPLETE).sum()), "contacts"),
        ("short", int((outcome.pledges["short"].fillna(0) > 0).sum()), "pledges"),
        ("members", len(coverage.members_without_pairing), "pairings"),
        ("leaders", len(coverage.leaders_out_of_range), "pairings"),
        ("alone", len(coverage.students_without_helper), "pairings"),
        ("expired", len(coverage.expired_pairings), "pairings"),
        ("unwritten", len(coverage.without_measures), "pairings"),
    )


def _chart(outcome: Outcome) -> ChartPart:
    caption = words.CHART.format(months=len(outcome.books.monthly))
    return ChartPart(caption, TABLES["monthly"].name, categories=0, bars=(1, 2), line=3)


def _contents() -> FormPart:
    """The way to every other sheet, two a row."""
    sheets = [each for key, each in SHEETS.items() if key != "cover"]
    pairs = [(Cell(each.name, link=_to_sheet(each.name)), Cell(each.contents)) for each in sheets]
    return FormPart(words.CONTENTS_CAPTION, _two_a_row(pairs))


def _files(outcome: Outcome) -> TablePart:
    files = outcome.reading.files
    titles = [_JOIN.join(dict.fromkeys(title for sheet in file.sheets for title in sheet.registers)) for file in files]
    return table("files", text(file.path for file in files), long(titles, _TITLES_WIDE))


def _to_sheet(name: str) -> str:
    return f"internal:'{name}'!A1"
