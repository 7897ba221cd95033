"""The chain of balances: each is the one before plus what moved."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.chain import Break, Chain, batch_texts, joined_lines

AMOUNTS = st.lists(st.integers(-1000, 1000), min_size=1, max_size=8)


def chain_of(
    amounts: list[int], balances: list[int], unread: tuple[int, ...] = (), blank: tuple[int, ...] = ()
) -> Chain:
    size = len(amounts)
    return Chain(
        np.array(amounts, dtype="int64"),
        np.array(balances, dtype="int64"),
        np.zeros(size, dtype=bool),
        np.array([each not in unread for each in range(size)]),
        np.array([each not in blank for each in range(size)]),
    )


@given(AMOUNTS, st.integers(0, 1000))
def test_a_chain_that_holds_has_no_break(amounts: list[int], start: int) -> None:
    assert chain_of(amounts, list(accumulate(amounts, initial=start))[1:]).breaks(start) == []


@given(AMOUNTS, st.data())
def test_one_wrong_balance_breaks_there_and_after(amounts: list[int], data: st.DataObject) -> None:
    balances = list(accumulate(amounts, initial=500))[1:]
    at = data.draw(st.integers(0, len(amounts) - 1))
    right = balances[at]
    balances[at] += 7
    breaks = chain_of(amounts, balances).breaks(500)
    assert [each.last for each in breaks] == [at, at + 1][: len(amounts) - at]
    assert breaks[0] == Break(at, at, right)


def test_without_a_start_the_first_line_proves_nothing() -> None:
    assert chain_of([5, 5], [105, 110]).breaks() == []
    assert chain_of([5, 5], [105, 110]).breaks(99) == [Break(0, 0, 104)]


def test_no_lines_have_no_break() -> None:
    assert chain_of([], []).breaks(5) == []


def test_an_amount_that_was_not_read_leaves_its_balance() -> None:
    assert chain_of([5, 0, 5], [105, 999, 1004], unread=(1,)).breaks(100) == []
    assert chain_of([5, 0, 5], [105, 999, 1005], unread=(1,)).breaks(100) == [Break(2, 2, 1004)]


def test_a_balance_that_was_not_read_tells_nothing_of_the_next_line() -> None:
    assert chain_of([5, 1, 5, 5], [105, 0, 999, 1004], unread=(1,), blank=(1,)).breaks(100) == []


def test_a_batch_is_one_line() -> None:
    amounts, balances = np.array([5, -1, -2, 5]), np.array([105, 102, 102, 107])
    batch = batch_texts(["捐款", "代发补助", "批量代付", "捐款"])
    joined = joined_lines(batch, np.array([1, 2, 2, 2]), balances)
    every = np.ones(4, dtype=bool)
    assert joined.tolist() == [False, False, True, False]
    assert Chain(amounts, balances, joined, every, every).breaks(100) == []
    assert Chain(amounts, balances, joined, every, every).breaks(99) == [Break(0, 0, 104)]
    assert not joined_lines(batch, np.array([1, 2, 3, 3]), balances).any()
