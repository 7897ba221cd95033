"""What a field of a register is: its name, header, type, words and publicity.

A field is described once, here and in registers.py; the reader, the validation schema, the blank
workbooks, the handbook and the privacy scan all derive from that description.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Kind(Enum):
    """How the cells of a field are read, and what type its column has in a frame."""

    TEXT = "text"  # str, "" where blank
    CODE = "code"  # str: a number that is a name (receipt, voucher, 工号): 1001.0 is "1001"
    WORD = "word"  # str: one of the field's words
    YES_NO = "yes_no"  # boolean
    DATE = "date"  # datetime64[us]
    MONTH = "month"  # str "2026-10"
    YEAR = "year"  # Int64
    TERM = "term"  # str "2026-2027学年第一学期"
    CLASS = "class"  # str "七年级(1)班"
    UNIT = "unit"  # str: a class, made canonical, or a department as written
    AMOUNT = "amount"  # Int64, in 分
    COUNT = "count"  # Int64, whole and not negative
    DECIMAL = "decimal"  # float64: marks and quantities, never money
    PERSON = "person"  # str: one cleaned name
    PEOPLE = "people"  # str: cleaned names joined by 、
    ID_NUMBER = "id_number"  # str


class Publicity(Enum):
    """Whether a field's value may stand on a posted page (教财厅函〔2017〕28号, 个人信息保护法)."""

    SHOWN = "shown"  # as it stands
    MASKED = "masked"  # a name that is masked on pages, and hunted for by the scan in full
    INTERNAL = "internal"  # never shown; ordinary words, so the scan does not hunt for them
    SECRET = "secret"  # noqa: S105 - no password: never shown; the scan hunts for every value


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a register.

    name: the column's name in a frame. title: its header in a workbook. aliases: other headers accepted.
    words: the vocabulary of a WORD. required: the column must exist and be filled.
    """

    name: str
    title: str
    kind: Kind = Kind.TEXT
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    required: bool = False
    publicity: Publicity = Publicity.INTERNAL

    def need(self, *aliases: str) -> Field:
        """The same field where a register requires it, with further aliases."""
        return replace(self, required=True, aliases=self.aliases + aliases)

    def also(self, *aliases: str) -> Field:
        """The same field with further aliases."""
        return replace(self, aliases=self.aliases + aliases)

    def called(self, title: str, *aliases: str) -> Field:
        """The same field under another header."""
        return replace(self, title=title, aliases=aliases)

    def shown(self) -> Field:
        """The same field where its value may be posted as it stands."""
        return replace(self, publicity=Publicity.SHOWN)

    def masked(self) -> Field:
        """The same field where only a masked form may be posted."""
        return replace(self, publicity=Publicity.MASKED)

    def secret(self) -> Field:
        """The same field where no value may ever be posted."""
        return replace(self, publicity=Publicity.SECRET)
