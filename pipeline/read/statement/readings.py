"""The readings of an export that its headers leave open, and which of them its balances prove.

A reading says which amounts came in and in which order the lines of a day happened. Rule: where the header settles
in and out and the order by date is plain, that reading stands and a break of the chain is for others to report.
What is open is settled by the one reading whose chain holds everywhere; where two hold, or none, nothing is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.chain import Chain, Flags, Whole, joined_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLAIN = 3  # an order by date is plain if so many times more steps go that way than the other
OPEN, UNPROVEN = "statement_direction_open", "statement_direction_unproven"


@dataclass(frozen=True)
class Lines:
    """The lines of one or more exports of one form, in the order of the files; amounts and balances in 分.

    block: the export of each. days: day numbers. moments: seconds since midnight, -1 where not stated. known: lines
    that could be read. stated: lines whose balance could be read. batch: lines of a payroll or other batch. signs:
    each way to sign the amounts, the usual one first if `settled`.
    """

    block: Whole
    days: Whole
    moments: Whole
    balances: Whole
    known: Flags
    stated: Flags
    batch: Flags
    signs: Mapping[str, Whole]
    settled: bool = True


@dataclass(frozen=True)
class Reading:
    """Signed amounts in 分 of all lines, and the order of their positions, oldest first within each export.

    by_header: the signs are those that the headers speak for. usual: so is the order by the dates.
    """

    amounts: Whole
    order: Whole
    by_header: bool = False
    usual: bool = False


def settle(lines: Lines, opening: tuple[int, int] | None = None) -> Reading | str:
    """The reading of the lines, or the code of why none can be taken.

    opening: day number and balance in 分 before the first line after that day, None where not known.
    """
    readings = _readings(lines)
    usual = next((each for each in readings if each.usual), None)
    if usual is not None and _holds(lines, usual):
        return usual
    for equals in ([each for each in readings if each.by_header], [each for each in readings if not each.by_header]):
        holding = [each for each in equals if _holds(lines, each)]
        if len(holding) > 1:
            holding = [each for each in holding if _is_one_chain(lines, each, opening)] or holding
        if len(holding) == 1:
            return holding[0]
        if holding:
            return usual or OPEN
    return usual or UNPROVEN


def _readings(lines: Lines) -> list[Reading]:
    """Every reading that differs from the others; `usual` is the one that headers and dates speak for.

    Orders that differ only in lines of equal balance, such as those of a batch, are one.
    """
    found: dict[tuple[bytes, bytes], Reading] = {}
    for sign, amounts in lines.signs.items():
        by_header = lines.settled and sign == next(iter(lines.signs))
        for plain, order in _orders(lines):
            usual = by_header and plain
            key = amounts[lines.known].tobytes(), lines.balances[order].tobytes()
            if usual or key not in found:
                found[key] = Reading(amounts, order, by_header, usual)
    return list(found.values())


def _orders(lines: Lines) -> Iterator[tuple[bool, Whole]]:
    """The orders that lines may have happened in, always by date; the first is the one that the dates speak for.

    And whether they do: it does not matter where the lines of each day are the same forward and backward.
    """
    files = np.arange(len(lines.days))
    turns = [_turn(lines, lines.block == number) or _turn(lines, files >= 0) for number in range(_count(lines))]
    usual = _order(lines, files * np.array([turn or 1 for turn in turns], dtype="int64")[lines.block])
    forward, backward = _order(lines, files), _order(lines, -files)
    open_lines = lines.block[forward[forward != backward]]
    yield all(turns[number] for number in set(open_lines.tolist())), usual
    yield False, forward
    yield False, backward
    if (lines.moments >= 0).all():
        yield False, _order(lines, files, lines.moments)
        yield False, _order(lines, -files, lines.moments)


def _count(lines: Lines) -> int:
    return int(lines.block.max(initial=-1)) + 1


def _order(lines: Lines, *keys: Whole) -> Whole:
    """The positions of the lines by export and date, then by the keys, the last of them first."""
    return np.lexsort((*keys, lines.days, lines.block))


def _turn(lines: Lines, chosen: Flags) -> int:
    """1 where the oldest line of the chosen ones comes first, -1 where the newest does, 0 where dates do not tell."""
    steps = np.diff(lines.days[chosen])[np.diff(lines.block[chosen]) == 0]
    rising, falling = int((steps > 0).sum()), int((steps < 0).sum())
    if rising and rising >= _PLAIN * falling:
        return 1
    return -1 if falling and falling >= _PLAIN * rising else 0


def _holds(lines: Lines, reading: Reading) -> bool:
    """Whether the chain of every export holds everywhere."""
    return not any(
        _broken(lines, reading, reading.order[lines.block[reading.order] == number]) for number in set(lines.block)
    )


def _is_one_chain(lines: Lines, reading: Reading, opening: tuple[int, int] | None) -> bool:
    """Whether all exports together, from the opening balance on, are one chain."""
    order = reading.order[np.argsort(lines.days[reading.order], kind="stable")]
    if opening is None:
        return not _broken(lines, reading, order)
    after = order[lines.days[order] > opening[0]]
    return not _broken(lines, reading, order) and not _broken(lines, reading, after, opening[1])


def _broken(lines: Lines, reading: Reading, order: Whole, start: int | None = None) -> bool:
    balances = lines.balances[order]
    joined = joined_lines(lines.batch[order], lines.days[order], balances)
    chain = Chain(reading.amounts[order], balances, joined, lines.known[order], lines.stated[order])
    return bool(chain.breaks(start))
