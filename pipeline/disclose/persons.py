"""Who may be named: tells persons from organisations, and masks persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.names import MIDDLE_DOT, clean_name, mask_name
from pipeline.registers import PEOPLE_JOIN

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

# Signs of an organisation. Persons bear some of them too (班 is a surname), so a single one counts at the end only.
_ORGANISATION = re.compile(
    r"公司|集团|中心|基地|基金|社区|合作社|银行|支付|慈善|大学|中学|小学|学校|灾区|单位|全体|政府|医院|[0-9A-Za-z]{2,}"
    r"|..[局厅院校厂站镇乡县村委馆处室部组]$|...[园会科所店行队区街社团班]$",
)
# One who belongs to somebody: 李明家长 is a person, and names a pupil.
_RELATIVE = re.compile(r"家长|[爸妈父母爷奶叔姨舅姑哥姐弟妹]|家属|监护人|全家|一家|同学$|老师$|女士$|先生$")
_RELATION = re.compile(
    r"(?:的|之)?(?:家长|监护人|家属|本人|[爸妈][爸妈]|[父母]亲|爷爷|奶奶|外[公婆]|[全一]家|同学|老师|代领)+$"
)
# 七年级(2)班 or 初一1班 before a name, or before nothing but 全体: then the class gave together.
_CLASS = re.compile(
    r"^(?:.*年级(?:\(?[\d一二三四五六七八九十]+\)?班?)?|[初高小]?[一二三四五六七八九\d]{1,2}\(?[\d一二三四五六七八九十]{1,2}\)?班)"
)
_TOGETHER = re.compile(r"(?:全体|全班|全校|各班|部分|集体|学生|同学|师生|少先队员?|团员|学生会|团委|团支部|们|等)*")
_AMONG_OTHERS = re.compile(r"[、,，;；/&+和及与\s]")
_LONGEST_NAME = 4


def names_person(name: str) -> bool:
    """Whether a name seems to be that of a person: short, or dotted, and without a sign of an organisation."""
    name = clean_name(name)
    if _RELATIVE.search(name):
        return True
    if _ORGANISATION.search(name):
        return False
    return MIDDLE_DOT in name or 0 < len(name) <= _LONGEST_NAME


def masked_names(people: Iterable[tuple[Hashable, str, str]]) -> dict[Hashable, str]:
    """The masked name of each person: people are (who, name, class or kind), in the order of the page.

    Rule: two equal masked names in one class get a number, in the order in which they come: 李*1, 李*2. Of several
    people in one cell each is masked.
    """
    of_mask: dict[tuple[str, str], dict[Hashable, None]] = {}
    for who, name, group in people:
        mask = PEOPLE_JOIN.join(map(mask_name, name.split(PEOPLE_JOIN)))
        of_mask.setdefault((mask, group), {})[who] = None
    return {
        who: f"{mask}{number}" if len(members) > 1 else mask
        for (mask, _), members in of_mask.items()
        for number, who in enumerate(members, 1)
    }


def without_relation(name: str) -> str:
    """A name without the word that says whose relative it is: 李明 of 李明家长; "" of 本人."""
    bare = clean_name(re.sub(r"[(（].*", "", name))
    return _RELATION.sub("", bare)


def without_class(name: str) -> str:
    """A name without the class written before it: 李明 of 七(2)班李明; "" where a class or all pupils gave together."""
    bare = _CLASS.sub("", clean_name(name))
    return "" if _TOGETHER.fullmatch(bare) else bare


def one_by_one(names: Iterable[str]) -> frozenset[str]:
    """Those of the names that stand by themselves: of several in one cell somebody may have no right to be named."""
    return frozenset(name for name in names if not _AMONG_OTHERS.search(name))
