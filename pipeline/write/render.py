"""Pages from templates: one Jinja environment, strict about what it does not know, with our own filters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.capitals import with_currency
from pipeline.dates import chinese_date
from pipeline.money import format_yuan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@cache
def environment() -> Environment:
    """The environment of all templates. Whatever comes from a workbook is escaped; a missing value is our fault."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"yuan": format_yuan, "capitals": with_currency}
    made.filters |= {"chinese_date": chinese_date, "date_after": date_after}
    return made


def render(template: str, values: Mapping[str, object]) -> str:
    """The text of a template with those values."""
    return environment().get_template(template).render(values)


def date_after(day: dt.date, earlier: dt.date) -> str:
    """A date for people that stands behind an earlier one, without its year where that is the same: 11月10日."""
    return chinese_date(day) if day.year != earlier.year else f"{day.month}月{day.day}日"
