"""The allow list: every value of the public view, the field it comes from, and why it may be posted.

A value may come only from fields that the registers mark SHOWN, or MASKED where the view masks it; what is counted,
added up or derived names the fields it is made of. The tests hold this list against model.py and the registers, so a
new value on a page needs a line here, and a field that becomes secret breaks its line.

Sources of the rules: 教财厅函〔2017〕28号 (a posting of aid may hold name, school, grade and class, as short as will
do), 《个人信息保护法》 art. 6 (no more than the purpose needs), 28 and 31 (under 14), and the school's own promise that
gifts of staff, party members and society are disclosed by name, and income and spending regularly.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Allowed:
    """How a value gets onto a page.

    fields: register.field of each source. how: "shown" as it stands, "masked" (persons), "sum" (amounts and counts
    over many rows), "setting" (the school's own, titles in fields), "ours" (a number or a word of the program).
    why: what allows it.
    """

    fields: tuple[str, ...]
    how: str
    why: str


SHOWN, MASKED, SUM, SETTING, OURS = "shown", "masked", "sum", "setting", "ours"

_PROMISE = "gifts of staff, party members and society are disclosed by name"
_BOOKS = "income and spending of the fund are disclosed regularly"
_AID = "教财厅函〔2017〕28号: name, grade and class, here masked and without reason or level"

ALLOWED: Mapping[str, Allowed] = MappingProxyType(
    {
        "Sheet.school": Allowed(("学校名称",), SETTING, "who posts"),
        "Sheet.fund": Allowed(("基金名称",), SETTING, "what is posted; never on the page of aided pupils"),
        "Sheet.year": Allowed((), OURS, "the month asked for"),
        "Sheet.month": Allowed((), OURS, "the month asked for"),
        "Sheet.posting": Allowed(
            ("公示工作日", "postings.posted_from", "postings.posted_to"),
            SETTING,
            "a posting comes down when its period ends",
        ),
        "Sheet.telephone": Allowed(("监督电话",), SETTING, "whom to complain to"),
        "Sheet.office": Allowed(("受理部门",), SETTING, "whom to complain to"),
        "Sheet.extra_basis": Allowed(("公示补充依据",), SETTING, "a rule of its own that the school names"),
        "Sheet.landscape": Allowed(("公示横向排版",), SETTING, "paper"),
        "GiftLine.number": Allowed((), OURS, "序号"),
        "GiftLine.donor": Allowed(("donations.donor",), SHOWN, _PROMISE + "; pupils and 匿名 never"),
        "GiftLine.department": Allowed(("donations.department", "staff.department"), SHOWN, _PROMISE + "; staff only"),
        "GiftLine.channel": Allowed(("donations.channel",), SHOWN, _PROMISE),
        "GiftLine.amount": Allowed(
            ("donations.amount",), SHOWN, _PROMISE + "; pupils as a sum of three givers or more"
        ),
        "GiftLine.gifts": Allowed(("donations.amount",), SUM, "number of gifts of a class of three givers or more"),
        "GiftLine.corrects": Allowed((), OURS, "whether the line takes back an earlier one"),
        "GiftGroup.source": Allowed(("donations.source",), SHOWN, _PROMISE),
        "GiftGroup.lines": Allowed((), OURS, "see GiftLine"),
        "GiftGroup.subtotal": Allowed(("donations.amount",), SUM, _BOOKS),
        "GoodsLine.number": Allowed((), OURS, "序号"),
        "GoodsLine.person": Allowed(("goods.party",), MASKED, _AID + "; givers and organisations by name"),
        "GoodsLine.group": Allowed(("students.class_name",), SHOWN, _AID),
        "GoodsLine.item": Allowed(("goods.item",), SHOWN, _BOOKS),
        "GoodsLine.quantity": Allowed(("goods.quantity", "goods.unit"), SHOWN, _BOOKS),
        "GoodsLine.value": Allowed(("goods.value",), SHOWN, _BOOKS),
        "NamedAmount.name": Allowed(("donations.source",), SHOWN, _BOOKS),
        "NamedAmount.amount": Allowed(("donations.amount",), SUM, _BOOKS),
        "DonationsPage.groups": Allowed((), OURS, "see GiftGroup"),
        "DonationsPage.total": Allowed(("donations.amount",), SUM, _BOOKS),
        "DonationsPage.other_income": Allowed((), OURS, "see NamedAmount"),
        "DonationsPage.income": Allowed(("donations.amount",), SUM, _BOOKS),
        "DonationsPage.goods": Allowed((), OURS, "see GoodsLine"),
        "DonationsPage.by_right": Allowed(("donations.donor",), SHOWN, "for the scan; never printed"),
        "AccountRow.name": Allowed(("donations.source", "disbursements.programme"), SHOWN, _BOOKS),
        "AccountRow.month": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "AccountRow.year": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "AccountRow.total": Allowed((), OURS, "whether it is a sum"),
        "PurposeRow.purpose": Allowed(("donations.purpose", "disbursements.purpose"), SHOWN, "专款专用 is disclosed"),
        **{
            f"PurposeRow.{part}": Allowed(("donations.amount", "disbursements.amount"), SUM, "专款专用 is disclosed")
            for part in ("opening", "income", "spending", "closing", "adjusted")
        },
        **{
            f"BankTie.{part}": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS)
            for part in ("closing", "bank_book", "cash", "booked_received", "booked_paid")
        },
        **{
            f"BankTie.{part}": Allowed((), OURS, _BOOKS + "; a sum of the bank's lines, none of them by itself")
            for part in ("statement", "bank_received", "bank_paid")
        },
        "ChartMonth.month": Allowed((), OURS, "calendar"),
        **{
            f"ChartMonth.{part}": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS)
            for part in ("income", "spending", "closing")
        },
        **{
            f"AccountsPage.{part}": Allowed((), OURS, "see AccountRow, PurposeRow, BankTie, ChartMonth")
            for part in ("receipts", "payments", "balance", "purposes", "tie", "months")
        },
        "AccountsPage.adjusted": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "AccountsPage.closing": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "AidLine.number": Allowed((), OURS, "序号"),
        "AidLine.recipient": Allowed(("disbursements.recipient",), MASKED, _AID + "; organisations by name"),
        "AidLine.group": Allowed(
            ("students.class_name", "disbursements.class_name", "disbursements.recipient_kind"), SHOWN, _AID
        ),
        "AidLine.programme": Allowed(("disbursements.programme",), SHOWN, _BOOKS),
        "AidLine.amount": Allowed(("disbursements.amount",), SHOWN, _BOOKS),
        "AidLine.corrects": Allowed((), OURS, "whether the line takes back an earlier one"),
        "AidGroup.programme": Allowed(("disbursements.programme",), SHOWN, _BOOKS),
        "AidGroup.lines": Allowed((), OURS, "see AidLine"),
        "AidGroup.subtotal": Allowed(("disbursements.amount",), SUM, _BOOKS),
        "AidCount.name": Allowed(("disbursements.programme", "goods.item"), SHOWN, _BOOKS),
        "AidCount.people": Allowed(("disbursements.recipient", "goods.party"), SUM, "a number of persons"),
        "AidCount.amount": Allowed(("disbursements.amount",), SUM, _BOOKS),
        "AidCount.quantity": Allowed(("goods.quantity", "goods.unit"), SUM, _BOOKS),
        "AidPage.groups": Allowed((), OURS, "see AidGroup"),
        "AidPage.counts": Allowed((), OURS, "see AidCount"),
        "AidPage.total": Allowed(("disbursements.amount",), SUM, _BOOKS),
        "AidPage.fees": Allowed(("disbursements.amount",), SUM, _BOOKS),
        "AidPage.goods": Allowed((), OURS, "see GoodsLine"),
        "AidPage.goods_counts": Allowed((), OURS, "see AidCount"),
        "AidPage.counts_only": Allowed(("受助人姓名公示",), SETTING, "how the school posts aid"),
        "AidPage.by_right": Allowed(("disbursements.recipient", "goods.party"), MASKED, "for the scan; never printed"),
        "CorrectionLine.month": Allowed((), OURS, "calendar"),
        "CorrectionLine.name": Allowed(
            ("donations.source", "disbursements.programme", "donations.purpose", "disbursements.purpose"),
            SHOWN,
            _BOOKS + "; the name of a figure that was posted",
        ),
        **{
            f"CorrectionLine.{part}": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS)
            for part in ("before", "after")
        },
        "CorrectionReason.month": Allowed((), OURS, "calendar"),
        "CorrectionReason.register": Allowed((), OURS, "the title of a register"),
        "CorrectionReason.change": Allowed((), OURS, "added, removed, or the titles of the columns changed"),
        "CorrectionReason.reason": Allowed(
            (), OURS, "one of a few words of ours; 备注 decides which, and stays inside"
        ),
        "CorrectionReason.rows": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "CorrectionReason.amount": Allowed(("donations.amount", "disbursements.amount"), SUM, _BOOKS),
        "CorrectionPage.posting": Allowed(("公示工作日",), SETTING, "a posting comes down when its period ends"),
        "CorrectionPage.lines": Allowed((), OURS, "see CorrectionLine"),
        "CorrectionPage.reasons": Allowed((), OURS, "see CorrectionReason"),
        "PublicView.correction": Allowed((), OURS, "see CorrectionPage"),
        "PublicView.sheet": Allowed((), OURS, "see Sheet"),
        "PublicView.donations": Allowed((), OURS, "see DonationsPage"),
        "PublicView.accounts": Allowed((), OURS, "see AccountsPage"),
        "PublicView.aid": Allowed((), OURS, "see AidPage"),
    },
)
