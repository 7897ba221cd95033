"""The row that the books lack for a line that only the bank has, ready to be copied into the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.money import plain_yuan
from pipeline.registers import BANK_TRANSFER, CORRECTION, FEE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.fund.statement import Line
    from pipeline.settings import Settings

_INTEREST, _OTHER = "利息", "其他"  # words of 类别 and 对象类别
# What banks call interest and fees in 摘要.
_INTEREST_WORDS = ("结息", "利息", "付息", "派息")
_FEE_WORDS = ("手续费", "服务费", "管理费", "工本费", "年费", "汇费", "短信费", "扣费")


@dataclass(frozen=True)
class RowToAdd:
    """register: the name of the register. cells: the value of each field as it is typed in, by the field's name.

    What nobody but a person can know (who gave, for what) is left out. The form is no voucher: nothing is booked.
    """

    register: str
    cells: Mapping[str, str]


def row_to_add(line: Line, settings: Settings) -> RowToAdd:
    """The row for a line of the bank: interest, a fee, a returned payment, or a gift or payment still to be named."""
    if line.amount < 0:
        return _payment(line, settings)
    if line.gives_back:
        return RowToAdd(
            "disbursements",
            _cells(line, recipient=line.name, amount=plain_yuan(-line.amount), note=f"{CORRECTION} {line.text}"),
        )
    if _has(line, _INTEREST_WORDS):
        return RowToAdd("donations", _cells(line, donor=line.name or settings.bank, source=_INTEREST, note=line.text))
    return RowToAdd("donations", _cells(line, donor=line.name, note=line.text))


def _payment(line: Line, settings: Settings) -> RowToAdd:
    if not _has(line, _FEE_WORDS):
        return RowToAdd("disbursements", _cells(line, recipient=line.name, note=line.text))
    bank = line.name or settings.bank
    cells = _cells(line, recipient=bank, recipient_kind=_OTHER, programme=FEE, note=line.text)
    return RowToAdd("disbursements", cells)


def _cells(line: Line, **known: str) -> dict[str, str]:
    cells = {"date": line.date.isoformat(), "channel": BANK_TRANSFER, "amount": plain_yuan(abs(line.amount))} | known
    return {name: text for name, text in cells.items() if text}


def _has(line: Line, words: tuple[str, ...]) -> bool:
    return any(word in line.text for word in words)
