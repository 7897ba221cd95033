"""No purse below zero at the end of any day: one error a run of days, at the last row of its first day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline.fund.purses import check_purses
from pipeline.registers import CASH
from tests.ledgers import OCTOBER, SCHOOL, make_tables, told

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.settings import Settings
    from pipeline.tables import Tables

EMPTY_SCHOOL = replace(SCHOOL, opening_bank=0, opening_cash=0)
GIFT_HEADER = "日期 | 捐款人 | 类别 | 金额 | 方式 | 用途 | 缴存单号\n"
PAYMENT_HEADER = "日期 | 受助对象 | 对象类别 | 项目 | 金额 | 方式 | 资金 | 经办人\n"
MOVE_HEADER = "日期 | 类型 | 单号 | 金额\n"


def ledger(gifts: tuple[str, ...] = (), payments: tuple[str, ...] = (), moves: tuple[str, ...] = ()) -> Tables:
    return make_tables(
        捐款=GIFT_HEADER + "\n".join(f"{day} | 某人 | 其他 | {rest}" for day, rest in map(cut, gifts)),
        支出=PAYMENT_HEADER
        + "\n".join(f"{day} | 某处 | 其他 | 其他 | {rest} | 舒文清" for day, rest in map(cut, payments)),
        现金存取=MOVE_HEADER + "\n".join(moves),
        基本信息="项目 | 内容\n期初银行余额 | 0\n期初现金余额 | 0\n期初限定·图书 | 1",
    )


def cut(row: str) -> tuple[str, str]:
    day, _, rest = row.partition(" | ")
    return f"2026-{day}", rest


def found(tables: Tables, settings: Settings = EMPTY_SCHOOL) -> list[Finding]:
    findings = check_purses(tables, settings, OCTOBER)
    assert all(each.severity == "error" for each in findings)
    assert all(each.sentence and each.remedy for each in findings)
    return findings


def test_restricted_money_does_not_pay_for_what_is_not_given_yet() -> None:
    tables = ledger(
        gifts=("10-08 | 2000.25 | 银行转账 | 助学金 |", "10-13 | 1500.75 | 银行转账 | 助学金 |"),
        payments=("10-12 | 2600.50 | 银行转账 | 助学金",),
    )
    findings = found(tables)
    assert told(findings) == [("purpose_below_zero", "支出!E2")]
    assert findings[0].facts["day"] == "2026-10-12"
    assert findings[0].facts["short"] == "600.25"


def test_a_day_that_ends_well_is_no_matter_of_order_within_the_day() -> None:
    tables = ledger(gifts=("10-12 | 100.00 | 现金 | 助学金 |",), payments=("10-12 | 100.00 | 现金 | 助学金",))
    assert found(tables) == []


def test_each_run_of_days_is_told_once_at_the_last_row_of_its_first_day() -> None:
    tables = ledger(
        gifts=("10-01 | 10.00 | 银行转账 | 助学金 |", "10-20 | 50.00 | 银行转账 | 助学金 |"),
        payments=(
            "10-08 | 20.00 | 银行转账 | 助学金",
            "10-08 | 5.00 | 银行转账 | 助学金",  # the last row of the first day
            "10-09 | 5.00 | 银行转账 | 助学金",
            "10-28 | 40.00 | 银行转账 | 助学金",  # a second run
        ),
    )
    assert told(found(tables)) == [("purpose_below_zero", "支出!E3"), ("purpose_below_zero", "支出!E5")]


def test_a_purpose_that_nobody_gave_for_is_told_as_such_with_the_purposes_there_are() -> None:
    tables = ledger(
        gifts=("10-01 | 100.00 | 银行转账 | 启明星奖学金 |",), payments=("10-08 | 20.00 | 银行转账 | 启明奖学金",)
    )
    findings = found(tables)
    assert told(findings) == [("purpose_without_gifts", "支出!E2")]
    assert "启明星奖学金" in findings[0].remedy


def test_unrestricted_spending_may_not_use_restricted_money() -> None:
    tables = ledger(gifts=("10-01 | 100.00 | 银行转账 | 助学金 |",), payments=("10-08 | 20.00 | 银行转账 |",))
    assert told(found(tables)) == [("unrestricted_below_zero", "支出!E2")]


def test_restricted_parts_of_the_opening_balance_are_purses_of_their_own() -> None:
    settings = replace(EMPTY_SCHOOL, opening_bank=10_000, opening_restricted={"图书": 6_000})
    tables = ledger(payments=("10-08 | 50.00 | 银行转账 | 图书", "10-09 | 50.00 | 银行转账 |"))
    assert told(found(tables, settings)) == [("unrestricted_below_zero", "支出!E3")]


def test_an_opening_balance_below_zero_is_told_at_its_setting() -> None:
    settings = replace(EMPTY_SCHOOL, opening_restricted={"图书": 6_000})
    assert told(found(ledger(), settings)) == [("opening_below_zero", "基本信息!B2")]
    tables = ledger(payments=("10-09 | 50.00 | 银行转账 |",))
    assert told(found(tables, settings)) == [("opening_below_zero", "基本信息!B2")]


def test_the_cash_box_cannot_pay_before_the_money_is_fetched() -> None:
    settings = replace(EMPTY_SCHOOL, opening_bank=1_000_000, opening_cash=320_050)
    tables = ledger(
        gifts=("09-03 | 135.00 | 现金 | |",),
        payments=("10-06 | 5000.00 | 现金 |",),
        moves=("2026-10-07 | 提取 | | 9000.00",),
    )
    assert told(found(tables, settings)) == [("cash_below_zero", "支出!E2")]


def test_a_deposit_of_more_cash_than_there_is_is_told_at_the_deposit() -> None:
    tables = ledger(gifts=("10-08 | 10.00 | 现金 | |",), moves=("2026-10-09 | 缴存 | | 12.00",))
    assert told(found(tables)) == [("cash_below_zero", "现金存取!D2")]


def test_days_after_the_month_or_up_to_the_opening_date_are_not_looked_at() -> None:
    tables = ledger(payments=("08-31 | 5.00 | 现金 |", "11-01 | 5.00 | 现金 |"))
    assert found(tables) == []


# A slow and plain version of the same rule.

DAYS = st.dates(dt.date(2026, 9, 1), dt.date(2026, 9, 6)).map(lambda day: f"{day:%m-%d}")
ROW = st.tuples(DAYS, st.integers(1, 4), st.sampled_from([CASH, "微信"]), st.sampled_from(["", "助学金", "图书"]))


def naive(gifts: list[tuple[str, int, str, str]], payments: list[tuple[str, int, str, str]]) -> list[tuple[str, str]]:
    """Walk the days of each purse one by one."""
    told_of = []
    rows = [(day, f"捐款!D{at}", cents, channel, purpose) for at, (day, cents, channel, purpose) in enumerate(gifts, 2)]
    rows += [
        (day, f"支出!E{at}", -cents, channel, purpose) for at, (day, cents, channel, purpose) in enumerate(payments, 2)
    ]
    for purse in ("图书", "助学金", "", CASH):
        own = [row for row in rows if (row[3] if purse == CASH else row[4]) == purse]
        balance = {"图书": 2, "": 1, CASH: 3}.get(purse, 0)
        was_bad = False
        for day in sorted({row[0] for row in own}):
            today = [row for row in own if row[0] == day]
            balance += sum(row[2] for row in today)
            if balance < 0 and not was_bad:
                told_of.append((purse, today[-1][1]))
            was_bad = balance < 0
    return told_of


@hypothesis_settings(max_examples=25)
@given(st.lists(ROW, max_size=7), st.lists(ROW, max_size=7))
def test_it_agrees_with_a_walk_through_the_days(
    gifts: list[tuple[str, int, str, str]],
    payments: list[tuple[str, int, str, str]],
) -> None:
    settings = replace(EMPTY_SCHOOL, opening_bank=0, opening_cash=3, opening_restricted={"图书": 2})
    tables = ledger(
        gifts=tuple(f"{day} | 0.0{cents} | {channel} | {purpose} |" for day, cents, channel, purpose in gifts),
        payments=tuple(f"{day} | 0.0{cents} | {channel} | {purpose}" for day, cents, channel, purpose in payments),
    )
    findings = found(tables, settings)
    purses = [
        CASH if code == "cash_below_zero" else "" if code == "unrestricted_below_zero" else finding.facts["purpose"]
        for (code, _), finding in zip(told(findings), findings, strict=True)
    ]
    assert sorted(zip(purses, [cell for _, cell in told(findings)], strict=True)) == sorted(naive(gifts, payments))
