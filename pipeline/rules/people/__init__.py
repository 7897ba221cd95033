"""Who is meant where a register names a person."""

from pipeline.rules.people.model import NOBODY, People
from pipeline.rules.people.resolve import resolve

__all__ = ["NOBODY", "People", "resolve"]
