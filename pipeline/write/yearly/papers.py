"""All papers of a year or a term, each put into place whole; a document that somebody edited is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.care.appraisal import appraisal_cases, appraise
from pipeline.messages import yearly as words
from pipeline.stop import unwritable
from pipeline.write.index import write_output_index
from pipeline.write.staging import put_whole
from pipeline.write.summary.sheets.common import sources_from
from pipeline.write.yearly.appraisal_book import write_form
from pipeline.write.yearly.appraisal_page import write_form_page
from pipeline.write.yearly.book import write_figures
from pipeline.write.yearly.context import context_of
from pipeline.write.yearly.document import was_edited, write_document
from pipeline.yearly.care_figures import care_figures
from pipeline.yearly.fund_figures import fund_figures

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.outcome import Outcome
    from pipeline.yearly.span import Span

ANNUAL, TERM = "annual.docx", "term.docx"  # the templates


def write_annual(outcome: Outcome, span: Span, inputs: Path, output: Path) -> list[Path]:
    """Write 工作总结 and 考核表 of a calendar year into output/<year>年度/; the files written.

    CannotRunError if a file cannot be written, or the template cannot be used.
    """
    try:
        written = [*_write_summary(outcome, span, ANNUAL, output), *_write_forms(outcome, span, inputs, output)]
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return written


def write_term(outcome: Outcome, span: Span, output: Path) -> list[Path]:
    """Write 工作总结 of a term into output/<term>/; the files written. Raises as write_annual."""
    try:
        written = _write_summary(outcome, span, TERM, output)
        write_output_index(output)
    except OSError as error:
        raise unwritable(output, error) from error
    return written


def _write_summary(outcome: Outcome, span: Span, template: str, output: Path) -> list[Path]:
    fund, care = fund_figures(outcome, span), care_figures(outcome, span)
    folder = output / span.name
    document, book = _free(folder / words.SUMMARY_FILE), folder / words.BOOK_FILE
    title = words.BOOK_TITLE.format(school=outcome.settings.school, span=span.name)
    about = (title, outcome.settings.school, span.period.today)
    context = context_of(outcome, span, fund, care)
    put_whole(document, lambda path: write_document(template, context, about, path))
    put_whole(book, lambda path: write_figures(outcome, span, fund, care, path))
    return [document, book]


def _write_forms(outcome: Outcome, span: Span, inputs: Path, output: Path) -> list[Path]:
    given = (outcome.tables, outcome.people, outcome.settings, span.period)
    members, cases = appraise(*given), appraisal_cases(*given)
    book, page = (output / span.name / name for name in (words.FORM_BOOK_FILE, words.FORM_PAGE_FILE))
    sources = sources_from(book, inputs)
    put_whole(book, lambda path: write_form(outcome, members, cases, path, sources))
    put_whole(page, lambda path: write_form_page(outcome, span, members, cases, path))
    return [book, page]


def _free(path: Path) -> Path:
    """The path, or one with a number behind where somebody has edited what stands there."""
    number, found = 1, path
    while was_edited(found):
        number += 1
        found = path.with_name(words.NEXT_NAME.format(stem=path.stem, number=number, suffix=path.suffix))
    return found
