"""问题/: the list of problems as a page and as a workbook, and beside it the workbooks with their bad cells marked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.grouping import Group, group_findings, place_text
from pipeline.messages import problems as words
from pipeline.write.marked import write_marked_copies
from pipeline.write.problem_book import write_problem_book
from pipeline.write.staging import write_text
from pipeline.write.template import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.write.marked import Copy

LIST_PAGE, LIST_BOOK = "问题清单.html", "问题清单.xlsx"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list: where (each sheet with its cells), what was found, what stands elsewhere."""

    spots: tuple[tuple[str, str], ...]
    sentence: str
    also: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines of one workbook that are mended in the same way."""

    title: str
    remedy: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of one severity in one workbook. count: in cells."""

    file: str
    count: int
    entries: tuple[Entry, ...]


def write_problems(outcome: Outcome, folder: Path, inputs: Path) -> None:
    """Write 问题清单.html, 问题清单.xlsx and the marked copies into the folder; the inputs are only read."""
    folder.mkdir(parents=True, exist_ok=True)
    groups = group_findings(outcome.findings)
    copies = write_marked_copies(outcome, folder, inputs)
    write_text(folder / LIST_PAGE, problems_page(outcome, groups, copies))
    write_problem_book(outcome, groups, copies, folder / LIST_BOOK, relative_link(inputs, folder))


def relative_link(target: Path, folder: Path) -> str:
    """The way from a folder to the target, with forward slashes; the whole path where they share no drive."""
    try:
        return os.path.relpath(target.resolve(), folder.resolve()).replace(os.sep, "/")
    except ValueError:
        return target.resolve().as_posix()


def problems_page(outcome: Outcome, groups: Sequence[Group], copies: Sequence[Copy]) -> str:
    """The text of 问题清单.html."""
    period = outcome.period
    errors, warnings = (parts_of(groups, severity) for severity in ("error", "warning"))
    return render(
        "problems.html.j2",
        school=outcome.settings.school,
        month=f"{period.year}年{period.month}月",
        today=f"{period.today.year}年{period.today.month}月{period.today.day}日",
        sections=[("error", errors), ("warning", warnings)],
        counts={name: sum(part.count for part in parts) for name, parts in (("error", errors), ("warning", warnings))},
        causes=len(groups),
        copies=copies,
        book=LIST_BOOK,
    )


def parts_of(groups: Iterable[Group], severity: str) -> list[Part]:
    """The groups of one severity by workbook, in the order of the list."""
    of_severity = [group for group in groups if group.finding.severity == severity]
    parts = []
    for file, of_file in groupby(of_severity, key=lambda group: group.file):
        listed = list(of_file)
        parts.append(Part(file or words.NO_FILE, sum(group.count for group in listed), _entries(listed)))
    return parts


def _entries(groups: Iterable[Group]) -> tuple[Entry, ...]:
    """Groups with one title and one remedy share an entry, where the first of them stands."""
    alike: dict[tuple[str, str], list[Line]] = {}
    for group in groups:
        alike.setdefault((group.finding.title, group.finding.remedy), []).append(_line(group))
    return tuple(Entry(title, remedy, tuple(lines)) for (title, remedy), lines in alike.items())


def _line(group: Group) -> Line:
    spots = tuple((sheet or words.WHOLE_FILE, cells if sheet else "") for sheet, cells in group.spots)
    return Line(spots, group.finding.sentence, words.LIST_JOIN.join(place_text(place) for place in group.also))
