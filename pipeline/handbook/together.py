"""Examples tried together: those that change different sheets share a run, which saves most of the runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.handbook.model import Example
from pipeline.handbook.trial import findings_of, place_of, touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipeline.findings import Finding

_MOST = 5  # with more in one run they come into each other's way


def batches(examples: Iterable[Example]) -> list[tuple[Example, ...]]:
    """The examples in batches that can share a run; those of a part of the school or of another day stand alone."""
    shared: list[list[Example]] = []
    alone: list[tuple[Example, ...]] = []
    for example in examples:
        if not example.whole or example.told is not None or example.today is not None:
            alone.append((example,))
            continue
        free = (batch for batch in shared if len(batch) < _MOST and not _changed(batch) & _changed([example]))
        batch = next(free, None)
        if batch is None:
            shared.append([example])
        else:
            batch.append(example)
    return [*alone, *map(tuple, shared)]


def _changed(examples: Iterable[Example]) -> set[str]:
    return {name for example in examples for name in (*touched(example), *example.without)}


def try_batch(batch: Sequence[Example]) -> Mapping[str, Sequence[Finding]]:
    """What is found for each example, by its code; one by one where the batch does not give just what it should."""
    if len(batch) > 1:
        findings = findings_of(_merged(batch))
        own = {example.code: [each for each in findings if each.code == example.code] for example in batch}
        known = {*own, *(code for example in batch for code in example.others)}
        if known.issuperset(each.code for each in findings) and all(_fits(each, own[each.code]) for each in batch):
            return own
    return {example.code: findings_of(example) for example in batch}


def _fits(example: Example, findings: Sequence[Finding]) -> bool:
    return [place_of(finding) for finding in findings] == [example.at]


def _merged(batch: Iterable[Example]) -> Example:
    examples = tuple(batch)
    return Example(
        "several",
        put={place: text for each in examples for place, text in each.put.items()},
        add={name: rows for each in examples for name, rows in each.add.items()},
        sheets={name: table for each in examples for name, table in each.sheets.items()},
        without=tuple(name for each in examples for name in each.without),
    )
