"""The ways in which the amounts of an export can be signed, the usual one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pipeline.chain import Whole
    from pipeline.read.statement.flags import Flags


def sign_pair(money_in: Whole, money_out: Whole, *, ledger_only: bool) -> dict[str, Whole]:
    """Signed amounts in 分 of two columns.

    Rule: an amount of 支出 may carry its minus. Else a negative one takes a payment back. ledger_only: the columns
    are told by 借 and 贷 alone, which one bank uses the other way round.
    """
    ways = _either_minus(money_out, {"": money_in - money_out, "minus": money_in - np.abs(money_out)})
    if ledger_only:
        ways["swapped"] = money_out - money_in
    return ways


def sign_flagged(amounts: Whole, flags: Flags) -> dict[str, Whole]:
    """Signed amounts in 分 of one column and one of flags, for each reading of the flags."""
    ways: dict[str, Whole] = {}
    for name, sides in flags.readings().items():
        paid = np.where(sides < 0, amounts, 0)
        signed = {"": sides * amounts, "minus": np.where(sides < 0, -np.abs(amounts), sides * amounts)}
        ways |= {name + key: way for key, way in _either_minus(paid, signed).items()}
    return ways


def _either_minus(paid: Whole, ways: dict[str, Whole]) -> dict[str, Whole]:
    """Both ways to read a minus before what was paid; the usual one by whether all of it carries a minus."""
    if not (paid < 0).any():
        return {"": ways[""]}
    order = ("minus", "") if not (paid > 0).any() else ("", "minus")
    return {name: ways[name] for name in order}
