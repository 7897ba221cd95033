"""What a register is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.fields import Field


@dataclass(frozen=True, slots=True)
class Register:
    """One register. name: its key in code. title: its name in Chinese and the shipped sheet's name.

    required: a school cannot do without it. either: sets of columns of which one set must be there.
    workbook: the shipped workbook that holds it.
    """

    name: str
    title: str
    workbook: str
    fields: tuple[Field, ...]
    required: bool = False
    either: tuple[tuple[str, ...], ...] = ()

    def field(self, name: str) -> Field:
        """The field of that name; KeyError if the register has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(field.name for field in self.fields)
