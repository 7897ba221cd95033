"""What may stand on no page: gathered from every register, whatever the row's date or state.

What is hunted follows from the publicity of a field (registers): every value of a SECRET field, every person whose
name is MASKED, and the other people of the registers, who stand on a page only by right, as donors.

Rules: 教财厅函〔2017〕28号; 《个人信息保护法》; 《未成年人学校保护规定》.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from pipeline.disclose.persons import names_person, without_class, without_relation
from pipeline.disclose.rows import NAMELESS
from pipeline.fields import Kind, Publicity
from pipeline.fund.controls.purposes import CROWD
from pipeline.names import MIDDLE_DOT
from pipeline.privacy import spelling
from pipeline.registers import (
    ANONYMOUS,
    BY_NAME,
    NEEDS_GUIDANCE,
    PEOPLE_JOIN,
    PERSON_KINDS,
    PUPIL,
    REGISTERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from pipeline.fields import Field
    from pipeline.findings import Place
    from pipeline.tables import Tables

DONORS = "donations"
ROSTERS = ("students", "staff", "staff_hardship")
NAME, NUMBER, TEXT, LABEL = "name", "number", "text", "label"
# A shorter number is an ordinary one: 学号 12 would be found in every column of figures.
SHORTEST_NUMBER = 6
SHORTEST_WORDS, SHORTEST_CLAUSE = 2, 4

_Key = TypeVar("_Key")

# A stretch between signs that is long enough to mean something.
_CLAUSE = re.compile(rf"[^,，.。;；、!！?？:：()（）\[\]《》“”\"\s]{{{SHORTEST_CLAUSE},}}")
_MONTH = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月份?)?")
_NUMBERS = re.compile(r"[^0-9A-Za-z*-]+")


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that may not stand on a page: its kind, its spelling, and the row and field it was read from."""

    kind: str
    spelt: str
    register: str = ""
    index: int = -1
    field: str = ""
    voided: bool = False

    def place(self, tables: Tables) -> Place | None:
        """The cell that holds it; None for a word of a vocabulary or a setting."""
        if self.index < 0:
            return None
        table = tables[self.register]
        return table.voided_place(self.index) if self.voided else table.place(self.index, self.field)


@dataclass(frozen=True, slots=True)
class _Public:
    """Names that are no secret: of those who gave openly, and of departments."""

    donors: frozenset[str]
    departments: frozenset[str]


def secrets_of(tables: Tables, account: str, ordinary: str, pairs: AbstractSet[str]) -> list[Secret]:
    """All values that may not be posted, each once, the first place of each.

    pairs: every two characters that stand side by side somewhere on the pages; a value that begins with any other
    two cannot stand there and is left out, which spares nearly all of them.

    account: the fund's bank account, which is nobody's business either. ordinary: text that gives nobody away (an
    empty page, the words of the registers, values that may be shown); a secret text or label that stands in it word
    for word (备注 生活补助) is not hunted. Names and numbers are hunted all the same, and 问题生 always.
    """
    plain = spelling.words(ordinary)
    found: dict[tuple[str, str], Secret] = {}
    for secret in _all(tables, account, pairs):
        common = secret.kind in {TEXT, LABEL} and secret.spelt in plain and secret.spelt != NEEDS_GUIDANCE
        if not common:
            found.setdefault((secret.kind, secret.spelt), secret)
    return list(found.values())


def shown_words(tables: Tables) -> str:
    """The words of every vocabulary that may be shown, and every value that the registers hold in a shown field."""
    fields = [(register.name, each) for register in REGISTERS for each in register.fields if _is_shown(each)]
    vocabulary = [word for _, each in fields for word in each.words]
    values = [value for name, each in fields for value in tables[name].frame[each.name].unique()]
    return spelling.PART.join([*vocabulary, *values])


def _is_shown(field: Field) -> bool:
    text = field.kind in {Kind.TEXT, Kind.WORD, Kind.PERSON, Kind.CLASS}
    return text and field.publicity is Publicity.SHOWN


def _all(tables: Tables, account: str, pairs: AbstractSet[str]) -> Iterator[Secret]:
    yield from _labels()
    yield from (Secret(NUMBER, spelt) for spelt in _number(account))
    public = _Public(_open_donors(tables), frozenset(tables["staff"].frame["department"]))
    for register in REGISTERS:
        for field in register.fields:
            for frame, voided in ((tables[register.name].frame, False), (tables[register.name].voided, True)):
                if field.name in frame.columns and not frame.empty:
                    values, kind = _of_column(register.name, frame, field, public, pairs)
                    yield from (
                        Secret(kind, spelt, register.name, index, field.name, voided)
                        for index, spelt in values
                        if spelt[:2] in pairs and (kind != TEXT or _says_something(spelt))
                    )


def _labels() -> Iterator[Secret]:
    """The words that class a pupil or a colleague, whether or not anybody bears them."""
    secret = [each for register in REGISTERS for each in register.fields if each.publicity is Publicity.SECRET]
    for field in (BY_NAME["students"].field("need"), *secret):
        yield from (Secret(LABEL, spelling.words(word)) for word in field.words)


def _of_column(
    register: str, frame: pd.DataFrame, field: Field, public: _Public, pairs: AbstractSet[str]
) -> tuple[Iterable[tuple[int, str]], str]:
    """(row, spelling) of everything to be hunted of a column, and what kind it is."""
    if field.kind in {Kind.PERSON, Kind.PEOPLE}:
        return _people(register, field, frame, public), NAME
    if field.publicity is not Publicity.SECRET:
        return (), TEXT
    if field.kind in {Kind.CODE, Kind.ID_NUMBER}:
        return _numbers_of(frame[field.name]), NUMBER
    return (_texts_of(frame[field.name], pairs) if field.kind is Kind.TEXT else ()), TEXT


def _first_cells(column: pd.Series[str]) -> Iterator[tuple[str, int]]:
    """Each text of a column, and the first row that holds it."""
    return ((text, row) for text, row in _first_rows(column.tolist(), column.index.tolist()).items() if text)


def _first_rows(keys: Sequence[_Key], rows: Sequence[int]) -> dict[_Key, int]:
    """Each key with the row where it comes first, in that order."""
    first = dict.fromkeys(keys, -1)
    first.update(zip(reversed(keys), reversed(rows), strict=True))  # of equal keys the first is written last
    return first


def _numbers_of(column: pd.Series[str]) -> Iterator[tuple[int, str]]:
    """(row, spelling) of every number of a column, each cell once."""
    return ((index, spelt) for text, index in _first_cells(column) for spelt in _number(text))


def _texts_of(column: pd.Series[str], pairs: AbstractSet[str]) -> Iterator[tuple[int, str]]:
    """(row, spelling) of the clauses of a column that may begin on a page, each once.

    Of a text without a long clause it is the text itself.
    """
    rows: dict[str, int] = {}
    for text, index in _first_cells(column):
        for clause in _CLAUSE.findall(text) or [text]:
            rows.setdefault(clause, index)
    starts = {clause[:2] for clause in rows}
    # So most clauses need no spelling to be known to stand nowhere.
    absent = {start for start in starts if start not in pairs and spelling.is_settled(start)}
    return ((index, spelling.words(clause)) for clause, index in rows.items() if clause[:2] not in absent)


def _says_something(text: str) -> bool:
    """Whether a clause can give anybody away: one character, 备注 20 and 2026年10月 stand on every page."""
    if _MONTH.fullmatch(text):
        return False
    return len(text) >= (SHORTEST_NUMBER if text.isdecimal() else SHORTEST_WORDS)


def _number(text: str) -> list[str]:
    """The numbers of a cell that may hold several, without blanks and dashes."""
    spelt = map(spelling.digits, dict.fromkeys([text, *_NUMBERS.split(text)]))
    return [part for part in dict.fromkeys(spelt) if len(part) >= SHORTEST_NUMBER]


def _people(register: str, field: Field, frame: pd.DataFrame, public: _Public) -> Iterator[tuple[int, str]]:
    """(row, spelling) of every person of a column who may not be named. A dotted name is hunted by its parts too.

    Of the donors only pupils and those who want no name are hunted: all others give openly, and may stand in a fund's
    name too unless a register hides them. A department that signed is no person.
    """
    donors = (register, field.name) == (DONORS, "donor")
    sure = _surely_persons(register, field, frame)
    hidden = donors or field.publicity in {Publicity.MASKED, Publicity.SECRET}
    cells = list(zip(frame[field.name].tolist(), sure.tolist(), strict=True))
    for (cell, certain), index in _first_rows(cells, frame.index.tolist()).items():
        if not cell or (donors and not certain):
            continue
        for name in cell.split(PEOPLE_JOIN):
            person = certain or (name not in public.departments and names_person(name))
            if person and (hidden or name not in public.donors):
                yield from ((index, spelt) for spelt in _name_forms(name))


def _surely_persons(register: str, field: Field, frame: pd.DataFrame) -> pd.Series[bool]:
    """Which rows name a person whatever the name looks like."""
    if register == DONORS and field.name == "donor":
        return (frame["source"] == PUPIL) | (frame["disclosure"] == ANONYMOUS)
    if field.name == "recipient":
        # A crowd (家庭困难学生) is nobody in particular, and its words may stand in the name of a purpose.
        return frame["recipient_kind"].isin(PERSON_KINDS) & ~frame["recipient"].str.contains(CROWD)
    return pd.Series(data=register in ROSTERS, index=frame.index)


def _open_donors(tables: Tables) -> frozenset[str]:
    """Everybody who gave by name, pupils apart: their names may stand in the name of a fund."""
    donations = tables[DONORS].frame
    openly = (donations["source"] != PUPIL) & (donations["disclosure"] != ANONYMOUS)
    return frozenset(donations.loc[openly, "donor"])


def _name_forms(name: str) -> Iterable[str]:
    """The spellings of a name: the whole, the parts of a dotted one, and 李明 of 李明家长 and of 七(2)班李明."""
    bare = without_relation(without_class(name))
    parts = [bare, *(bare.split(MIDDLE_DOT) if MIDDLE_DOT in bare else [])]
    spelt = [spelling.words(part) for part in parts if part not in NAMELESS]
    return dict.fromkeys(each for each in spelt if len(each) >= SHORTEST_WORDS)
