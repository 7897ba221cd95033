"""Names that nearly equal another: a homophone, one character, one stroke. They are asked about, never changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.registers import PUPIL, STAFF_TIERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.tables import Table

# Characters that one stroke or one dot turns into each other, as far as they occur in names.
_LOOK_ALIKE = (
    *(
        "己已巳",
        "未末",
        "日曰目",
        "土士",
        "天夭夫",
        "王玉主",
        "大太犬",
        "田由甲申",
        "千干于",
        "人入八",
        "戊戌戍",
        "午牛",
    ),
    *(
        "白自",
        "贝见",
        "刀力",
        "万方",
        "治冶",
        "朋明",
        "宇字宁",
        "候侯",
        "爱受",
        "云去",
        "乌鸟",
        "毛手",
        "今令",
        "木本术",
    ),
    *("准淮", "栗粟", "幸辛", "杨扬", "洋祥", "晴睛", "睛婧", "佳住", "折拆", "庄压", "历厉", "史吏", "何向", "洁浩"),
)
_MOST = 3  # names shown for one that is unknown
_LONG = 3  # from three characters on one differing character is a slip; of two it is half the name


def near_names(unknown: Sequence[str], known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each unknown name that has any, the known names that nearly equal it, at most three.

    Homophones come first, and alone where there are any; then names that differ by one character, then by a stroke.
    """
    if not unknown or not known:
        return {}
    found = {name: _homophones(name, known) or _one_sign_off(name, known) for name in unknown}
    return {name: near[:_MOST] for name, near in found.items() if near}


def _homophones(name: str, known: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in known if len(each) == len(name) and _pinyin(each) == _pinyin(name))


@cache
def _pinyin(name: str) -> tuple[str, ...]:
    """The syllables of a name without tones."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - costly to import, and rarely needed

    return tuple(lazy_pinyin(name))


def _one_sign_off(name: str, known: Sequence[str]) -> tuple[str, ...]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - rarely needed

    close = [each for each in known if Levenshtein.distance(name, each, score_cutoff=1) == 1]
    return tuple(each for each in close if max(len(each), len(name)) >= _LONG or _one_stroke_off(name, each))


def _one_stroke_off(one: str, other: str) -> bool:
    """Whether the one character in which two names of equal length differ looks alike."""
    pairs = [{left, right} for left, right in zip(one, other, strict=False) if left != right]
    return len(one) == len(other) and all(any(pair <= set(signs) for signs in _LOOK_ALIKE) for pair in pairs)


def near_donors(donations: Table) -> list[Finding]:
    """A question at the first gift of each outside donor who sounds like an earlier donor but is written otherwise.

    Rule: near-equal names are asked about as a warning that shows both cells. Two donors of the school itself stand in
    registers, and many differ by a character only; so here homophones alone are asked about.
    """
    frame = donations.frame
    outside = frame[~frame["source"].isin((*STAFF_TIERS, PUPIL)) & frame["donor"].str.len().ge(_LONG)]
    first_rows = outside.drop_duplicates("donor")
    rows = dict(zip(first_rows["donor"].tolist(), first_rows.index.tolist(), strict=True))
    findings = []
    for name, other in _sounding_alike(rows):
        place = donations.place(rows[other], "donor")
        facts = {"name": name, "other": other, "place": place.address}
        findings.append(Finding("near_name", donations.place(rows[name], "donor"), facts, (place,)))
    return findings


def _sounding_alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with the first earlier one that differs in a single character and sounds the same."""
    earlier: dict[tuple[str, str], list[str]] = {}
    for name in names:
        gaps = [(name[:at], name[at + 1 :]) for at in range(len(name))]
        alike = [other for gap in gaps for other in earlier.get(gap, ()) if _pinyin(other) == _pinyin(name)]
        if alike:
            yield name, alike[0]
        for gap in gaps:
            earlier.setdefault(gap, []).append(name)
