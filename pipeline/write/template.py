"""The templates, filled in: everything that stands in them is text, never markup."""

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

FOLDER = Path(__file__).resolve().parents[2] / "templates"


def render(name: str, **values: object) -> str:
    """The template of that name under templates/, filled in; a value that is missing is a fault of the program."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yuan": format_yuan, "capitals": with_currency}
    environment.filters |= {"chinese_date": chinese_date, "date_after": date_after}
    return environment


def date_after(day: dt.date, earlier: dt.date) -> str:
    """A date for people that stands behind an earlier one, without its year where that is the same: 11月10日."""
    return chinese_date(day) if day.year != earlier.year else f"{day.month}月{day.day}日"
