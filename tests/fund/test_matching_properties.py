"""What holds for every matching, and the comparison with the slow and plain version."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.fund.items import Item
from pipeline.fund.matching.engine import Matching, match
from pipeline.fund.matching.subset_sums import Effort, ways_to_sum
from pipeline.fund.statement import Line
from tests.fund.oracle_matching import Oracle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

NAMES = st.sampled_from(["甲", "乙"])
AMOUNTS = st.sampled_from([100, 200, 300, 300, 500, 700])
DAYS = st.integers(100, 118)
NUMBERS = st.sampled_from(["R1", "R2", "R3"])


@st.composite
def an_item(draw: st.DrawFn) -> Item:
    """A gift, a payment or the fee of a wallet; its row is given later."""
    what = draw(st.sampled_from(["gift", "gift", "payment", "fee"]))
    channel = draw(st.sampled_from(["银行转账", "银行转账", "微信"]))
    day = draw(DAYS)
    if what == "fee":
        return Item((("disbursements", 0),), day, -draw(st.sampled_from([1, 2])), "微信", "微信支付", wallet_fee=True)
    amount = draw(AMOUNTS)
    return Item(
        (("donations" if what == "gift" else "disbursements", 0),),
        day,
        amount if what == "gift" else -amount,
        channel,
        draw(NAMES),
        draw(st.sampled_from(["", "", "助学"])),
        (draw(NUMBERS),) if draw(st.integers(0, 5)) == 0 else (),
    )


@st.composite
def a_line(draw: st.DrawFn) -> Line:
    """A line whose amount is one, or a sum, of the amounts that items have."""
    amount = sum(draw(st.lists(AMOUNTS, min_size=1, max_size=3))) - draw(st.sampled_from([0, 0, 0, 1, 2]))
    sign = draw(st.sampled_from([1, 1, -1]))
    text = draw(NUMBERS) if draw(st.integers(0, 5)) == 0 else "转账"
    return Line(0, draw(DAYS), sign * amount, 0, text, draw(st.sampled_from(["", "", "甲", "乙"])), "")


def in_order(lines: Sequence[Line], items: Sequence[Item]) -> tuple[list[Line], list[Item]]:
    """By date; every row its own number, in that order."""
    lines = sorted(lines, key=lambda line: line.day)
    items = sorted(items, key=lambda item: (item.day, item.register))
    return (
        [replace(line, index=index) for index, line in enumerate(lines)],
        [replace(item, rows=((item.register, index),)) for index, item in enumerate(items)],
    )


CASES = st.tuples(st.lists(a_line(), max_size=6), st.lists(an_item(), max_size=9)).map(lambda case: in_order(*case))


@given(CASES)
@settings(max_examples=300, deadline=None)
def test_the_plain_version_finds_the_same(case: tuple[list[Line], list[Item]]) -> None:
    lines, items = case
    found = match(lines, items)
    plain = Oracle(lines, items).run()
    rows = [(each.bank[0], frozenset(row for _, row in each.book)) for each in found.matches if each.rule != "returned"]
    assert set(rows) == plain.matches
    assert {each.bank[0] for each in found.candidates} == plain.candidates


@given(CASES)
@settings(max_examples=100, deadline=None)
def test_no_line_and_no_row_is_used_twice_and_none_is_lost(case: tuple[list[Line], list[Item]]) -> None:
    lines, items = case
    found = match(lines, items)
    banks = [line for each in found.matches for line in each.bank] + [line.index for line in found.open_lines]
    books = [row for each in found.matches for row in each.book] + [item.rows[0] for item in found.open_items]
    assert sorted(banks) == [line.index for line in lines]
    assert sorted(books) == sorted(item.rows[0] for item in items)


@given(CASES)
@settings(max_examples=100, deadline=None)
def test_the_two_sides_agree_whatever_was_matched(case: tuple[list[Line], list[Item]]) -> None:
    lines, items = case
    found = match(lines, items)
    book = sum(item.amount for item in items) + sum(line.amount for line in found.open_lines)
    bank = sum(line.amount for line in lines) + sum(item.amount for item in found.open_items)
    assert book == bank


@given(CASES, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_rows_changes_nothing(case: tuple[list[Line], list[Item]], random: Random) -> None:
    lines, items = case
    lines, mixed = in_order(lines, shuffled(items, random))
    assert shape(match(lines, items), items) == shape(match(lines, mixed), mixed)


def shuffled(items: list[Item], random: Random) -> list[Item]:
    """The same rows in another order; rows of one day and amount, of which the first goes first, keep theirs."""
    keys = [(item.day, item.amount) for item in items]
    waiting = {key: [item for item in items if (item.day, item.amount) == key] for key in keys}
    random.shuffle(keys)
    return [waiting[key].pop(0) for key in keys]


def shape(found: Matching, items: list[Item]) -> list[object]:
    """The matches and candidates, with what their rows are in place of where they stand."""
    known = {item.rows[0]: (item.day, item.amount, item.channel, item.name, item.purpose) for item in items}
    return [
        *((each.bank, sorted(known[row] for row in each.book)) for each in found.matches),
        *(each.bank for each in found.candidates),
    ]


@given(CASES, AMOUNTS)
@settings(max_examples=100, deadline=None)
def test_a_pair_of_another_amount_and_another_time_changes_no_other_match(
    case: tuple[list[Line], list[Item]], amount: int
) -> None:
    lines, items = case
    before = match(lines, items)
    new_line = Line(len(lines), 400, amount * 1000 + 7, 0)
    new_item = Item((("donations", len(items)),), 401, amount * 1000 + 7, "银行转账", "丙")
    after = match([*lines, new_line], [*items, new_item])
    assert after.matches[: len(before.matches)] == before.matches
    assert after.candidates == before.candidates
    assert after.matches[-1].book == new_item.rows


STOCKS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 3)), max_size=6)


@given(STOCKS, st.integers(1, 200))
@settings(max_examples=300, deadline=None)
def test_the_ways_to_a_sum_are_all_the_ways(stock: list[tuple[int, int]], target: int) -> None:
    rows = [(at, amount) for at, (amount, count) in enumerate(stock) for _ in range(count)]
    plain = {
        tuple(sum(at == entry for at, _ in chosen) for entry in range(len(stock)))
        for size in range(1, len(rows) + 1)
        for chosen in combinations(rows, size)
        if sum(amount for _, amount in chosen) == target
    }
    found = ways_to_sum(target, stock, 10_000, Effort(10**9))
    assert found is not None
    assert sorted(found) == sorted(plain)


@given(st.lists(st.integers(1, 10**6), min_size=20, max_size=40), st.data())
@settings(max_examples=25, deadline=None)
def test_a_planted_sum_is_found_among_forty_rows(amounts: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(range(len(amounts))), min_size=2, max_size=6))
    found = ways_to_sum(sum(amounts[at] for at in chosen), [(amount, 1) for amount in amounts], 10**4, Effort(10**10))
    assume(found is not None)
    assert found is not None
    assert tuple(int(at in chosen) for at in range(len(amounts))) in found


def test_a_bound_answers_that_it_cannot_tell() -> None:
    stock = [(10**5 + 7 * at, 1) for at in range(40)]
    assert ways_to_sum(10**6 * 2 + 1, stock, 20, Effort(10**4)) is None


def planted(*, twice: bool) -> Matching:
    """Thirty rows of even amounts and three odd ones whose sum is a line's; twice: a second such three."""
    odd = [(3_001, "甲"), (5_003, "乙"), (7_009, "丙")]
    amounts = [*range(100_000, 106_000, 200), *(amount for amount, _ in odd)]
    items = [Item((("donations", at),), 100 + at % 8, amount, "银行转账") for at, amount in enumerate(amounts)]
    if twice:
        more = [(2_001, 101), (6_003, 102), (7_009, 110)]
        items += [Item((("donations", 90 + at),), day, amount, "微信") for at, (amount, day) in enumerate(more)]
    return match([Line(0, 104, 15_013, 0)], sorted(items, key=lambda item: item.day))


def test_a_planted_unique_sum_is_taken() -> None:
    assert [sorted(row for _, row in each.book) for each in planted(twice=False).matches] == [[30, 31, 32]]


def test_two_planted_equal_sums_are_never_taken() -> None:
    found = planted(twice=True)
    assert found.matches == ()
    assert [each.bank for each in found.candidates] == [(0,)]


def bank_gift(at: int, day: int, amount: int) -> Item:
    return Item((("donations", at),), day, amount, "银行转账")


def test_forty_open_rows_in_a_window_are_searched_to_the_end() -> None:
    # Even amounts, odd lines: no line has a solution, and each search must see that.
    items = [bank_gift(at, 100 + at % 8, 2 * (500_003 + 71_993 * at)) for at in range(40)]
    found = match([Line(at, 104, 1_000_001 + 99_990 * at, 0) for at in range(60)], sorted(items, key=lambda i: i.day))
    assert found.matches == ()
    assert found.candidates == ()


def test_six_hundred_equal_amounts_are_six_hundred_interchangeable_rows_a_day() -> None:
    items = [bank_gift(at, 100, 5_000) for at in range(600)]
    found = match([Line(at, 103, 10_000, 0) for at in range(300)], items)
    assert [each.rule for each in found.matches] == ["subset"] * 300
    assert found.open_items == ()
    assert len(match([Line(0, 103, 600 * 5_000, 0)], items).matches[0].book) == 600


def test_a_line_whose_search_reaches_the_bound_is_a_candidate_and_never_silently_unmatched() -> None:
    items = [bank_gift(at, 100, 900_001 + 37 * at * at) for at in range(400)]
    found = match([Line(0, 103, 99_999_999, 0)], items)
    assert [(each.bank, each.solutions, each.capped) for each in found.candidates] == [((0,), (), True)]
    assert [line.index for line in found.open_lines] == [0]
