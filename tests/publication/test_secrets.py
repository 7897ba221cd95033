"""What is hunted, against the same rules taken literally: row by row, every text spelt, nothing passed over."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.disclose.persons import names_person, without_class, without_relation
from pipeline.disclose.rows import NAMELESS
from pipeline.fields import Kind, Publicity
from pipeline.fund.controls.purposes import CROWD
from pipeline.privacy import spelling
from pipeline.privacy.secrets import Secret, secrets_of
from pipeline.registers import ANONYMOUS, BY_NAME, PERSON_KINDS, PUPIL, REGISTERS
from pipeline.tables import TEXT_DTYPE, Table, dtype_of, empty_frame
from tests.ledgers import make_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from pipeline.fields import Field
    from pipeline.tables import Tables

ORDINARY = "生活补助"
# Ideographs, figures and letters, and signs that part, hide, join or change what stands beside them.
SIGNS = st.sampled_from(
    [*"李明家长年级班生活120aA", *"，。、（）.· \n-_'", *"e\u0301\u200b\u3000\ue000\ufe00\u2ea0２Ａｶﾞ"]
)
OFTEN = [
    "",
    "生活补助",
    "李明",
    "李明家长",
    "七年级(2)班李明",
    "夏依代·买买提",
    "李明、王芳",
    "19900000011",
    "2026年10月",
]
CELLS = st.lists(st.one_of(st.text(SIGNS, max_size=9), st.sampled_from(OFTEN)), min_size=1, max_size=30)
WORDS = ["", PUPIL, ANONYMOUS, *PERSON_KINDS]


def tables_of(cells: list[str], chance: random.Random) -> Tables:
    """Every register with three rows and a void one, each text of which is one of the cells."""
    return {each.name: table_of(each.name, cells, chance) for each in REGISTERS}


def table_of(name: str, cells: list[str], chance: random.Random) -> Table:
    register = BY_NAME[name]
    frame = empty_frame(register).reindex(range(4))
    texts = {
        field.name: [chance.choice(WORDS if field.kind is Kind.WORD else cells) for _ in range(4)]
        for field in register.fields
        if dtype_of(field.kind) == TEXT_DTYPE
    }
    frame = frame.assign(**texts).astype(dict.fromkeys(texts, TEXT_DTYPE))
    return Table(register, frame[:3], (), frame[3:].reset_index(drop=True))


def taken_literally(tables: Tables) -> dict[tuple[str, str], Secret]:
    """Every secret of the registers, by kind and spelling, with the place where it stands first."""
    found: dict[tuple[str, str], Secret] = {}
    for register in REGISTERS:
        table = tables[register.name]
        for field in register.fields:
            for frame, voided in ((table.frame, False), (table.voided, True)):
                for index, row in frame.iterrows():
                    for kind, spelt in of_cell(field, row, tables, register.name):
                        secret = Secret(kind, spelt, register.name, int(str(index)), field.name, voided)
                        found.setdefault((kind, spelt), secret)
    return {key: each for key, each in found.items() if key[0] != "text" or key[1] not in ORDINARY}


def of_cell(field: Field, row: pd.Series, tables: Tables, register: str) -> Iterator[tuple[str, str]]:
    cell = row[field.name]
    secret = field.publicity is Publicity.SECRET and cell
    if field.kind in {Kind.PERSON, Kind.PEOPLE}:
        yield from (("name", form) for name in persons(field, row, tables, register) for form in forms(name))
    elif secret and field.kind in {Kind.CODE, Kind.ID_NUMBER}:
        parts = map(slow_digits, [cell, *re.split(r"[^0-9A-Za-z*-]+", cell)])
        yield from (("number", part) for part in parts if len(part) >= 6)
    elif secret and field.kind is Kind.TEXT:
        clauses = [part for part in re.split(r'[,，.。;；、!！?？:：()（）\[\]《》“”"\s]+', cell) if len(part) >= 4]
        spelt = map(slow_words, clauses or [cell])
        yield from (("text", part) for part in spelt if len(part) >= (6 if part.isdecimal() else 2) and not dated(part))


def persons(field: Field, row: pd.Series, tables: Tables, register: str) -> Iterator[str]:
    """The people of a cell who may not be named."""
    gifts = tables["donations"].frame
    openly = set(gifts[(gifts["source"] != PUPIL) & (gifts["disclosure"] != ANONYMOUS)]["donor"])
    units = set(tables["staff"].frame["department"])
    sure = register in {"students", "staff", "staff_hardship"}
    hidden = field.publicity in {Publicity.MASKED, Publicity.SECRET}
    if field.name == "recipient":
        sure = row["recipient_kind"] in PERSON_KINDS and not re.search(CROWD, row["recipient"])
    if (register, field.name) == ("donations", "donor"):
        sure, hidden = row["source"] == PUPIL or row["disclosure"] == ANONYMOUS, True
        if not sure:
            return
    for name in row[field.name].split("、"):
        if (sure or (name not in units and names_person(name))) and (hidden or name not in openly):
            yield name


def forms(name: str) -> list[str]:
    bare = without_relation(without_class(name))
    parts = [slow_words(part) for part in [bare, *bare.split("·")] if part not in NAMELESS]
    return [part for part in parts if len(part) >= 2]


def dated(text: str) -> bool:
    return re.fullmatch(r"(\d{4}年)?(\d{1,2}月份?)?", text) is not None


def slow_words(text: str) -> str:
    """A dash is in no spelling: it only keeps the text from being taken for one that needs none."""
    return spelling.words(f"-{text}")


def slow_digits(text: str) -> str:
    return spelling.digits(f"-{text}")


@settings(max_examples=15, deadline=None)  # each goes through all registers row by row
@given(CELLS, st.integers(0, 2**32), st.text(SIGNS, max_size=60))
def test_everything_that_can_stand_on_the_pages_is_hunted(cells: list[str], seed: int, page: str) -> None:
    tables = tables_of(cells, random.Random(seed))  # noqa: S311 - no secret of that sort
    spelt = spelling.words(page + "".join(cells[::2])) + spelling.digits(page)
    pairs = {first + second for first, second in pairwise(spelt)}
    hunted = {(each.kind, each.spelt): each for each in secrets_of(tables, "", ORDINARY, pairs) if each.index >= 0}
    assert hunted == {key: each for key, each in taken_literally(tables).items() if each.spelt[:2] in pairs}


def test_no_sign_in_a_remark_hides_another_remark() -> None:
    tables = make_tables(学生="姓名 | 住址\n李漾 | 家中\ue000有三个孩子\n张砚 | 查出甲状腺肿瘤")
    hunted = {each.spelt for each in secrets_of(tables, "", "", {"查出", "家中"})}
    assert {"查出甲状腺肿瘤", "家中\ue000有三个孩子"} <= hunted


@given(st.text(SIGNS), st.text(SIGNS))
def test_what_is_spelt_without_a_closer_look_is_spelt_the_same(text: str, rest: str) -> None:
    assert spelling.words(text) == slow_words(text)
    assert spelling.digits(text) == slow_digits(text)
    if spelling.is_settled(text):
        assert spelling.words(text + rest).startswith(text)
