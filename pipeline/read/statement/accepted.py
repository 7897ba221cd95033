"""Which exports are statements of the school's account, and why the others are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.findings import Finding, Place
from pipeline.read.near import near_of_statement
from pipeline.read.statement.anchor import account_above, account_digits, same_account
from pipeline.read.statement.cells import is_dated, tidy_block
from pipeline.read.statement.columns import columns_of
from pipeline.read.statement.lines import sort_lines
from pipeline.text import as_text, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.read.raw import RawBlock, Row
    from pipeline.read.records import Records
    from pipeline.read.statement.anchor import Anchor
    from pipeline.read.statement.columns import StatementColumns

_WECHAT, _ALIPAY, _CARD, _BANK = "微信", "支付宝", "信用卡", "银行"
_WALLET_HEADERS = {
    "微信支付业务单号": _WECHAT,
    "资金流水单号": _WECHAT,
    "商家订单号": _ALIPAY,
    "支付宝交易号": _ALIPAY,
    "支付宝流水号": _ALIPAY,
    "商户单号": _WECHAT,
    "商户订单号": _ALIPAY,
}
_CARD_HEADERS = ("结算金额", "卡号末四位", "卡末四位")
_ABOVE = {"微信支付": _WECHAT, "支付宝": _ALIPAY, "信用卡": _CARD}
# A sheet's name, or a title, that says it is the school's own cash book, whose columns are those of a statement.
_CASH_SHEET = re.compile(r"现金(?!管理|存|缴)")
_CASH_TITLE = re.compile(r"现金(?:日记|出纳|收支|流水|明细|[账帐])")
_OF_A_BANK = re.compile(r"银行|存款|账号|户名")
_RENMINBI = re.compile(r"|人民币元?|人民幣|CNY|RMB|元|01|1|156|钞|本币", re.IGNORECASE)


@dataclass(frozen=True)
class Export:
    """An export of a statement: its tidied block, what its columns mean, and whose export it is."""

    block: RawBlock
    columns: StatementColumns
    kind: str

    @property
    def header(self) -> Place:
        """Its header row."""
        return Place(self.block.file, self.block.sheet, self.block.header_row)

    @cached_property
    def records(self) -> Records:
        """Which of its rows are lines, and which are totals and notes."""
        return sort_lines(self.block)


def accept(blocks: Sequence[RawBlock], anchor: Anchor) -> tuple[list[Export], list[Finding]]:
    """The exports to read, their cells tidied, and a finding for each that is refused or passed over."""
    findings: list[Finding] = []
    exports = [_export(block) for block in _without_preambles(blocks)]
    has_bank = any(each.kind == _BANK and not each.columns.missing and each.columns.balance >= 0 for each in exports)
    accepted: list[Export] = []
    for export in exports:
        refusal = _refusal(export, accepted, has_bank=has_bank)
        if refusal:
            findings.append(refusal)
            continue
        tidy = replace(export, block=tidy_block(export.block, export.columns))
        of_account, found = _of_account(tidy, anchor)
        findings += found
        accepted += [of_account] if of_account else []
    others = _of_other_accounts(accepted, anchor)
    findings += [finding for _, finding in others]
    return [each for each in accepted if all(each is not other for other, _ in others)], findings


def _export(block: RawBlock) -> Export:
    columns = columns_of(block.headers)
    names = set(columns.names.values())
    kinds = [kind for header, kind in _WALLET_HEADERS.items() if header in names]
    kinds += [_CARD for header in _CARD_HEADERS if header in names]
    kinds += [kind for word, kind in _ABOVE.items() if word in _above(block) and columns.balance < 0]
    return Export(block, columns, kinds[0] if kinds else _BANK)


def _without_preambles(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Rule: the header is the first row with a date, money and a balance; what looks like one above it is none."""
    whole = {(each.file, each.sheet) for each in blocks if not columns_of(each.headers).missing}
    return [each for each in blocks if (each.file, each.sheet) not in whole or not columns_of(each.headers).missing]


def _refusal(export: Export, accepted: Sequence[Export], *, has_bank: bool) -> Finding | None:
    """Why an export is not read; None where it is."""
    columns, kind = export.columns, export.kind
    is_wallet = kind in {_WECHAT, _ALIPAY}
    if _is_cash_book(export.block):
        return Finding("statement_cash_book", export.header)
    facts = {"register": export.block.register.title, "kind": kind, "file": export.block.file}
    facts["hint"] = near_of_statement(export.block.headers)
    if is_wallet and has_bank:
        return Finding("statement_wallet_beside_bank", export.header, facts)
    missing = columns.missing
    if missing and columns.balance >= 0:
        titles = "、".join(f"「{title}」" for title in missing)
        return Finding("header_missing", export.header, facts | {"missing": titles})
    if columns.balance < 0:
        codes = {_WECHAT: "statement_wechat_bill", _ALIPAY: "statement_alipay_bill", _CARD: "statement_card_bill"}
        return Finding(codes.get(kind, "statement_without_balance"), export.header, facts)
    if is_wallet and any(each.kind != kind for each in accepted):
        return Finding("statement_several_wallets", export.header, facts | {"other": accepted[0].kind})
    return None


def _is_cash_book(block: RawBlock) -> bool:
    """Whether a table is the school's own cash book: the program keeps that itself, from the other registers."""
    title = _above(block)
    is_cash = bool(_CASH_SHEET.search(block.sheet) or _CASH_TITLE.search(title))
    return is_cash and not _OF_A_BANK.search(f"{block.sheet}|{title}")


def _of_account(export: Export, anchor: Anchor) -> tuple[Export | None, list[Finding]]:
    """The export with the lines of the school's account in 人民币 alone, and what is said of the others."""
    findings: list[Finding] = []
    found: Export | None = export
    if export.columns.currency >= 0:
        found, findings = _only(export, export.columns.currency, _is_renminbi, "statement_other_currency")
    column = export.columns.account
    if found is None or column < 0:
        return found, findings
    accounts = {account_digits(as_text(row[column])) for row in _dated(found)} - {""}
    ours = {each for each in accounts if same_account(each, anchor.account)} if anchor.account else accounts
    if len(accounts) == 1 and ours:
        return found, findings
    if not accounts:
        return found, findings
    if not ours or not anchor.account:
        facts = {"accounts": "、".join(sorted(accounts)), "account": anchor.account}
        code = "statement_account_differs" if anchor.account else "statement_several_accounts"
        return None, [*findings, Finding(code, export.header, facts)]
    kept, passed = _only(
        found, column, lambda text: not account_digits(text) or account_digits(text) in ours, "statement_other_account"
    )
    return kept, findings + passed


def _of_other_accounts(exports: Sequence[Export], anchor: Anchor) -> list[tuple[Export, Finding]]:
    """The exports whose lines above state another account, where there is one of the school's own account."""
    stated = [account_above(_above(each.block)) for each in exports]
    if not any(account and anchor.account and same_account(account, anchor.account) for account in stated):
        return []
    return [
        (each, Finding("statement_other_account", each.header, {"found": account, "rows": str(len(_dated(each)))}))
        for each, account in zip(exports, stated, strict=True)
        if account and not same_account(account, anchor.account)
    ]


def _above(block: RawBlock) -> str:
    """The text above a header, its cells apart."""
    return "|".join(fold(as_text(cell)) for row in block.above for cell in row if cell != "")


def _is_renminbi(text: str) -> bool:
    return bool(_RENMINBI.fullmatch(fold(text)))


def _dated(export: Export) -> list[Row]:
    date = export.block.columns["date"]
    return [row for row in export.block.rows if is_dated(row[date])]


def _only(export: Export, column: int, wanted: Callable[[str], bool], code: str) -> tuple[Export | None, list[Finding]]:
    """The export without the lines that are not wanted, and a warning at the first of them; None if none is left."""
    block = export.block
    date = block.columns["date"]
    dated = [position for position, row in enumerate(block.rows) if is_dated(row[date])]
    others = [position for position in dated if not wanted(as_text(block.rows[position][column]))]
    if not others:
        return export, []
    facts = {"found": as_text(block.rows[others[0]][column]), "rows": str(len(others))}
    finding = Finding(code, block.place(others[0], column), facts)
    kept = sorted(set(dated) - set(others))  # without the totals, which are those of all accounts
    if not kept:
        return None, [Finding(f"{code}_only", export.header, facts)]
    rows, numbers = [block.rows[each] for each in kept], [block.row_numbers[each] for each in kept]
    return replace(export, block=replace(block, rows=rows, row_numbers=numbers, breaks=[])), [finding]
