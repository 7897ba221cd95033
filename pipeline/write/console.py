"""The lines that a finished run says: what was read, what is wrong, the figures, what may be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.grouping import group_findings
from pipeline.messages import closing, console
from pipeline.money import format_yuan
from pipeline.write.adjusted import change_lines, shown, summary_line
from pipeline.write.staging import POSTED, PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.write.adjusted import ChangeLine

_FIRST_ERRORS, _FIRST_CHANGES, _FIRST_SHEETS = 3, 5, 5


def lines_of(outcome: Outcome, output: Path, *, month_given: bool) -> list[str]:
    """Some ten lines about the run."""
    folder = output / outcome.period.key
    month = f"{outcome.period.year}年{outcome.period.month}月"
    lines = [] if month_given else [console.MONTH_CHOSEN.format(month=outcome.period.key)]
    lines += [console.MONTH_HEAD.format(school=outcome.settings.school, month=month), _read(outcome)]
    lines += [*_passed_over(outcome), *_hidden(outcome)]
    lines += [_fund(outcome), _bank(outcome), contacts_line(outcome), *_adjusted(outcome), *_problems(outcome, folder)]
    return [*lines, _verdict(outcome, folder, month), console.START_PAGE.format(path=folder / "index.html")]


def _read(outcome: Outcome) -> str:
    found = [table for table in outcome.tables.values() if table.blocks]
    rows = sum(len(table.frame) for table in found)
    return console.READ.format(files=len(outcome.reading.files), tables=len(found), rows=rows)


def _passed_over(outcome: Outcome) -> Iterator[str]:
    sheets = [
        console.PASSED_OVER_SHEET.format(
            file=file.path,
            sheet=sheet.name,
            why=console.PASSED_OVER_REASONS[sheet.reason],
        )
        for file in outcome.reading.files
        for sheet in file.sheets
        if sheet.reason in console.PASSED_OVER_REASONS  # not those that say themselves that they hold no register
    ]
    if sheets:
        yield console.PASSED_OVER.format(sheets=_some(sheets))


def _hidden(outcome: Outcome) -> Iterator[str]:
    sheets = [
        console.HIDDEN_PARTS[sheet.hidden].format(file=file.path, sheet=sheet.name)
        for file in outcome.reading.files
        for sheet in file.sheets
        if sheet.hidden and sheet.registers
    ]
    if sheets:
        yield console.HIDDEN_READ.format(sheets=_some(sheets))


def _some(sheets: list[str]) -> str:
    more = console.PASSED_OVER_MORE.format(count=len(sheets)) if len(sheets) > _FIRST_SHEETS else ""
    return "、".join(sheets[:_FIRST_SHEETS]) + more


def _fund(outcome: Outcome) -> str:
    flow = outcome.books.month
    parts = {part: format_yuan(getattr(flow, part)) for part in ("opening", "income", "spending", "closing")}
    return console.FUND.format(**parts)


def _bank(outcome: Outcome) -> str:
    found = outcome.reconciliation
    if found.statement_balance is None:
        return console.BANK_NOTHING
    agreed = found.adjusted_book == found.adjusted_statement
    line = console.BANK.format(
        book=format_yuan(outcome.books.bank_book),
        statement=format_yuan(found.statement_balance),
        open=len(found.open_items),
        verdict=console.BALANCED if agreed else console.NOT_BALANCED,
    )
    return line + (console.CANDIDATES.format(count=len(found.candidates)) if found.candidates else "")


def contacts_line(outcome: Outcome) -> str:
    """How many pairs had to be contacted, and how many were."""
    counts = outcome.contacts["status"].value_counts()
    states = {state: int(counts.get(state, 0)) for state in ("met", "incomplete", "missing")}
    return console.CONTACTS.format(due=sum(states.values()), **states)


def _adjusted(outcome: Outcome) -> list[str]:
    """What has changed in closed months since."""
    lines = change_lines(outcome)
    if not lines:
        return []
    more = [closing.MORE_LINES.format(count=len(lines) - _FIRST_CHANGES)] if len(lines) > _FIRST_CHANGES else []
    return [summary_line(outcome), *map(_changed_line, lines[:_FIRST_CHANGES]), *more]


def _changed_line(line: ChangeLine) -> str:
    return closing.CHANGE_LINE.format(
        month=line.month, register=line.register, kind=line.kind, where=line.where, text=line.text
    )


def closed_lines(outcome: Outcome) -> list[str]:
    """What a run says about a month that is closed: whether its rows are what they were, and what has changed."""
    month = outcome.period.key
    changes = [line for line in change_lines(outcome) if line.month == month]
    effects = [each for each in outcome.adjustments.effects if each.month == month]
    if not changes and not effects:
        return [closing.CLOSED_SAME.format(month=month)]
    told = [
        closing.EFFECT_LINE.format(month=month, name=each.name, before=before, after=after)
        for each in effects
        for before, after in [shown(each)]
    ]
    return [closing.CLOSED_CHANGED.format(month=month), *map(_changed_line, changes), *told]


def _problems(outcome: Outcome, folder: Path) -> Iterator[str]:
    if not outcome.findings:
        yield console.NO_PROBLEMS
        return
    errors = [finding for finding in outcome.findings if finding.severity == "error"]
    warnings = len(outcome.findings) - len(errors)
    yield console.PROBLEMS.format(errors=len(errors), warnings=warnings, path=folder / PROBLEMS / "问题清单.html")
    groups = group_findings(errors)[:_FIRST_ERRORS]
    for group in groups:
        where = group.places[0].address if group.places else ""
        several = console.SEVERAL_PLACES.format(count=group.count) if group.count > 1 else ""
        told = group.finding
        yield console.FIRST_ERRORS.format(where=where + several, title=told.title, sentence=told.sentence)
    rest = len(errors) - sum(group.count for group in groups)
    if rest > 0:
        yield console.MORE_ERRORS.format(count=rest)


def _verdict(outcome: Outcome, folder: Path, month: str) -> str:
    if outcome.has_errors:
        return console.NOT_POSTED
    return (
        console.PREVIEW.format(month=month)
        if outcome.period.is_preview
        else console.POSTED.format(path=folder / POSTED)
    )
