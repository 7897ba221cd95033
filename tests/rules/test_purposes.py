"""One purpose is one purse, however people type it."""

from __future__ import annotations

import pytest

from pipeline.rules.purposes import one_spelling
from pipeline.rules.settings_sheet import read_settings
from tests.tables_of import tables_of

GIFTS = "date|donor|amount|purpose\n2026-10-01|甲|100|{}\n2026-10-02|乙|100|"
PAYMENTS = "date|recipient|amount|purpose\n2026-10-03|丙|100|{}"


@pytest.mark.parametrize(
    ("gift", "payment"),
    [
        ("禾沐助学金", "禾沐 助学金"),
        ("奖学金（高中）", "奖学金(高中)"),
        ("禾·沐", "禾•沐"),
        ("助 学", "助 学"),
        ("助学", "助学"),
    ],
)
def test_a_purpose_is_spelt_as_it_was_first_written(gift: str, payment: str) -> None:
    tables = one_spelling(tables_of(donations=GIFTS.format(gift), disbursements=PAYMENTS.format(payment)))
    assert tables["donations"].frame["purpose"].tolist() == [gift, ""]
    assert tables["disbursements"].frame["purpose"].tolist() == [gift]


def test_other_purposes_stay_apart() -> None:
    tables = one_spelling(tables_of(donations=GIFTS.format("助学金"), disbursements=PAYMENTS.format("奖学金")))
    assert tables["disbursements"].frame["purpose"].tolist() == ["奖学金"]


@pytest.mark.parametrize(
    "item", ["期初限定·{}", "期初限定•{}", "期初限定.{}", "期初限定：{}", "期初限定-{}", " 期初 限定 · {} "]
)
@pytest.mark.parametrize("purpose", ["禾沐助学金", "禾沐 助学金"])
def test_the_opening_of_a_purpose_is_found_however_it_is_typed(item: str, purpose: str) -> None:
    sheet = f"item|content\n学校名称|某某示例中学\n{item.format(purpose)}|60"
    tables = one_spelling(tables_of(donations=GIFTS.format("禾沐助学金"), settings=sheet))
    settings, _ = read_settings(tables["settings"])
    assert settings.opening_restricted == {"禾沐助学金": 6000}


def test_without_rows_nothing_changes() -> None:
    tables = tables_of()
    assert all(one_spelling(tables)[name].frame.equals(tables[name].frame) for name in tables)
