from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from pipeline.disclose import model
from pipeline.disclose.allowed import ALLOWED, MASKED, SETTING, SHOWN, SUM, Allowed
from pipeline.fields import Publicity
from pipeline.registers import BY_NAME
from pipeline.settings import Settings

VALUES = [
    f"{name}.{field.name}"
    for name, kind in vars(model).items()
    if is_dataclass(kind) and isinstance(kind, type)
    for field in fields(kind)
    if kind.__module__ == model.__name__
]
TITLES = {field.metadata.get("title") for field in fields(Settings)}


def test_every_value_of_the_public_view_is_on_the_allow_list_and_nothing_else() -> None:
    assert set(VALUES) == set(ALLOWED)


@pytest.mark.parametrize("name", ALLOWED)
def test_every_source_of_a_value_may_be_posted(name: str) -> None:
    allowed: Allowed = ALLOWED[name]
    assert allowed.why
    for source in allowed.fields:
        register, _, field = source.partition(".")
        if not field:
            assert allowed.how == SETTING
            assert source in TITLES
            continue
        publicity = BY_NAME[register].field(field).publicity
        assert publicity in {SHOWN: {Publicity.SHOWN}, SETTING: {Publicity.SHOWN}}.get(
            allowed.how, {Publicity.SHOWN, Publicity.MASKED}
        )


def test_only_values_said_to_be_masked_or_counted_come_from_masked_fields() -> None:
    hows = {
        allowed.how
        for allowed in ALLOWED.values()
        for source in allowed.fields
        if "." in source and BY_NAME[source.split(".")[0]].field(source.split(".")[1]).publicity is Publicity.MASKED
    }
    assert hows == {MASKED, SUM}
