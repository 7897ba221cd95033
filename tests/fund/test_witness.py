"""An outside witness: the same rows kept by beancount, a double-entry program, give the same balances."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from beancount import loader
from beancount.core.data import Transaction
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from pipeline.fund.books import compute_books
from pipeline.registers import CASH, PROGRAMMES, SOURCES
from tests.fund.examples import GIFTS, MOVES, PAYMENTS, SETTINGS, Rows, ledger
from tests.ledgers import OCTOBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.fund.books import Books
    from pipeline.settings import Settings

PURPOSES = ("", "助学金", "图书")
BANK, BOX, OPENING, CONTRA = "Assets:Bank", "Assets:Cash", "Equity:Opening", "Equity:Contra"
NOVEMBER = dt.date(2026, 11, 1)


def source(word: str) -> str:
    return f"Income:S{SOURCES.index(word)}"


def programme(word: str) -> str:
    return f"Expenses:P{PROGRAMMES.index(word)}"


def purse(purpose: str) -> str:
    return f"Equity:Purse{PURPOSES.index(purpose)}"


def place(channel: str) -> str:
    return BOX if channel == CASH else BANK


def entry(day: str, amount: str, debit: str, credit: str, *memo: str) -> str:
    """A transaction from one account to another; memo: a purse that grows by the amount, against its contra account."""
    lines = [f'{day} * ""', f"  {debit}  {amount} CNY", f"  {credit}  -{amount} CNY"]
    for account in memo:
        lines += [f"  {account}  {amount} CNY", f"  {CONTRA}  -{amount} CNY"]
    return "\n".join(lines) + "\n"


def spent(day: str, amount: str, debit: str, credit: str, account: str) -> str:
    return entry(day, amount, debit, credit) + f"  {CONTRA}  {amount} CNY\n  {account}  -{amount} CNY\n"


def accounts() -> str:
    named = [BANK, BOX, OPENING, CONTRA, *map(source, SOURCES), *map(programme, PROGRAMMES), *map(purse, PURPOSES)]
    return "".join(f"2020-01-01 open {name}\n" for name in named)


def opening(settings: Settings) -> str:
    """The opening balances, and what of them each purse holds."""
    day = settings.opening_date
    parts = {BANK: settings.opening_bank, BOX: settings.opening_cash}
    held = {purse(purpose): cents for purpose, cents in settings.opening_restricted.items()}
    free = sum(parts.values()) - sum(held.values())
    postings = [(name, cents, OPENING) for name, cents in parts.items()]
    postings += [(name, cents, CONTRA) for name, cents in {**held, purse(""): free}.items()]
    lines = [f"  {name}  {yuan(cents)} CNY\n  {other}  {yuan(-cents)} CNY\n" for name, cents, other in postings]
    return f'{day} * ""\n' + "".join(lines)


def yuan(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


def as_beancount(gifts: Rows, payments: Rows, moves: Rows, settings: Settings) -> str:
    """The rows that count as a beancount file."""
    first, last = str(settings.opening_date), str(OCTOBER.last)
    text = [accounts(), opening(settings)]
    for day, word, amount, channel, purpose in gifts:
        if first < day <= last:
            text.append(entry(day, amount, place(channel), source(word), purse(purpose)))
    for day, word, amount, channel, purpose in payments:
        if first < day <= last:
            text.append(spent(day, amount, programme(word), place(channel), purse(purpose)))
    paid_in = [row for row in gifts if row[3] == CASH]
    deposits = (
        [(max(row[0] for row in paid_in), "缴存", str(sum(Decimal(row[2]) for row in paid_in)))] if paid_in else []
    )
    for day, move, amount in [*moves, *deposits]:
        if first < day <= last:
            text.append(entry(day, amount, *((BANK, BOX) if move == "缴存" else (BOX, BANK))))
    return "\n".join(text)


def assertions(books: Books) -> str:
    """Our balances at the end of the month as assertions, which beancount checks at the start of a day."""
    balances = {BANK: books.bank_book, BOX: books.cash}
    balances |= {source(word): -cents for word, cents in books.by_source_total.items()}
    balances |= {programme(word): cents for word, cents in books.by_programme_total.items()}
    balances |= {purse(purpose): flow.closing for purpose, flow in books.restricted.items()}
    return "".join(f"{NOVEMBER} balance {name}  {yuan(cents)} ~ 0 CNY\n" for name, cents in balances.items())


def balances_of(text: str) -> Mapping[str, Decimal]:
    """Each account's balance, as beancount reads the file; no error may be left."""
    entries, errors, _ = loader.load_string(text, dedent=False)
    assert not errors, [error.message for error in errors]
    balances: dict[str, Decimal] = {}
    for posting in (posting for each in entries if isinstance(each, Transaction) for posting in each.postings):
        amount = posting.units.number if posting.units else None
        balances[posting.account] = balances.get(posting.account, Decimal()) + (amount or Decimal())
    return balances


@hypothesis_settings(max_examples=10)
@given(GIFTS, PAYMENTS, MOVES, SETTINGS)
def test_beancount_keeps_the_same_books(gifts: Rows, payments: Rows, moves: Rows, settings: Settings) -> None:
    # A 缴存 without number may take the number of gifts with just its sum; that rule is tested elsewhere.
    total = sum(Decimal(row[2]) for row in gifts if row[3] == CASH)
    moves = [row for row in moves if Decimal(row[2]) != total]
    books = compute_books(ledger(gifts, payments, moves), settings, OCTOBER)
    balances = balances_of(as_beancount(gifts, payments, moves, settings) + "\n" + assertions(books))
    income = -sum(amount for name, amount in balances.items() if name.startswith("Income:"))
    spending = sum(amount for name, amount in balances.items() if name.startswith("Expenses:"))
    assert (income * 100, spending * 100) == (books.total.income, books.total.spending)


def test_the_witness_objects_to_a_wrong_balance() -> None:
    text = accounts() + f"{NOVEMBER} balance {BANK}  0.01 ~ 0 CNY\n"
    _, errors, _ = loader.load_string(text, dedent=False)
    assert len(errors) == 1
