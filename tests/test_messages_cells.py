"""The sentences about single cells: complete, fillable, and of the right severity."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import pipeline
from pipeline.messages.cells import ENTRIES
from pipeline.messages.message import Message

FACTS = {"register": "捐款", "field": "金额", "found": "五十元", "hint": "50.00", "allowed": "现金、微信"}
OF_TWO_DATES = {"from": "2026-10-08", "from_field": "公示起"}
# The figures beside 大写: there is always an amount to name.
ALWAYS_HINTED = {"amount_capitals_differ"}
MODULES = ("money", "dates", "names", "classes", "terms", "identity", "words")


def codes_of(module: str) -> set[str]:
    """Every text in a module that looks like the code of a fault, and stands where a Fault is made or listed."""
    source = (Path(pipeline.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
    texts = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    code = re.compile(r"(amount|date|month|class|term|id|number|word)_[a-z_]+")
    return {text for text in texts if isinstance(text, str) and code.fullmatch(text)}


@pytest.mark.parametrize("module", MODULES)
def test_every_fault_has_its_sentence(module: str) -> None:
    assert codes_of(module) <= set(ENTRIES)


def test_the_codes_are_found_at_all() -> None:
    assert {"amount_wan", "amount_is_date", "amount_decimals"} <= codes_of("money")
    assert {"id_numeric", "id_format", "id_checksum", "number_lost_digits"} == codes_of("identity")


@pytest.mark.parametrize("code", ENTRIES)
def test_a_sentence_uses_only_the_facts_a_cell_has(code: str) -> None:
    message = ENTRIES[code]
    for template in (message.title, message.sentence, message.remedy, message.suggestion):
        named = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
        assert named <= set(FACTS | OF_TWO_DATES if code == "dates_reversed" else FACTS)
    assert "{" not in message.title


@pytest.mark.parametrize("code", sorted(ENTRIES.keys() - ALWAYS_HINTED))
def test_a_hint_that_may_be_blank_is_said_in_the_suggestion_only(code: str) -> None:
    message = ENTRIES[code]
    assert "{hint}" not in message.sentence + message.remedy
    assert "{hint}" in message.suggestion or not message.suggestion


@pytest.mark.parametrize("code", ENTRIES)
def test_a_sentence_is_short_and_whole(code: str) -> None:
    message = ENTRIES[code]
    assert len(message.title) <= 15
    assert not message.title.endswith("。")
    for part in (message.sentence, message.remedy):
        assert part.endswith("。")
        assert len(part.format(**FACTS, **OF_TWO_DATES)) <= 70


def test_only_identity_numbers_are_warnings() -> None:
    assert {code for code, each in ENTRIES.items() if each.severity == "warning"} == {
        "id_numeric",
        "id_checksum",
        "id_format",
    }


@pytest.mark.parametrize("code", ["id_numeric", "id_checksum", "id_format"])
def test_an_identity_number_is_never_repeated(code: str) -> None:
    message = ENTRIES[code]
    assert not {"found", "hint"} & set(re.findall(r"\{(\w+)\}", message.sentence + message.remedy + message.suggestion))


def test_a_remedy_suggests_only_where_there_is_a_hint() -> None:
    message = Message("error", "", "", "请改写。", "是否为 {hint}？")
    assert message.mend({"hint": "50.00"}) == "请改写。是否为 50.00？"
    assert message.mend({"hint": ""}) == "请改写。"
    assert message.mend({}) == "请改写。"
