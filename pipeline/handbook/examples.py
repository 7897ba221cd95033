"""All examples of the handbook, in its order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.handbook import cell_examples, money_examples, people_examples, statement_examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.handbook.model import Example

# Section (a key of messages.handbook.SECTIONS) -> its examples.
SECTIONS: Mapping[str, tuple[Example, ...]] = MappingProxyType(
    {
        "files": cell_examples.FILES,
        "sheets": cell_examples.SHEETS,
        "cells": cell_examples.CELLS,
        "settings": people_examples.SETTINGS,
        "people": people_examples.PEOPLE,
        "care": people_examples.CARE,
        "purses": money_examples.PURSES,
        "controls": money_examples.CONTROLS,
        "bank": money_examples.BANK,
        "statement": statement_examples.EXAMPLES,
        "pages": money_examples.PAGES,
    },
)
EXAMPLES: tuple[Example, ...] = tuple(example for examples in SECTIONS.values() for example in examples)
