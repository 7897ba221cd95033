"""The happenings of the shipped school's fund, from October 2025 to October 2026, in order."""

from random import Random

from tests.tools.school import fund_first, fund_second
from tests.tools.school.fund_year import (
    BANK,
    OPENING_BANK,
    OPENING_CASH,
    Year,
)
from tests.tools.school.ledger import Ledger, Visits
from tests.tools.school.names import NameBook
from tests.tools.school.people import Roll

SCHOOL_OFFICE = "澜谷示例中学财务室"
WORK_STUDY = "澜谷示例勤工俭学基地"


def build_ledger(roll: Roll, rng: Random, book: NameBook) -> tuple[Ledger, Visits]:
    """The closed ledger and the payments made at visits, each with the name of the occasion."""
    year = Year(roll, Ledger(BANK, OPENING_BANK, OPENING_CASH), rng, book)
    visits = tell(year)
    year.ledger.close()
    return year.ledger, visits


def tell(year: Year) -> Visits:
    """Book everything; returns the payments made at visits with the occasion's name."""
    visits: Visits = []
    fund_first.autumn(year)
    fund_first.campaign(year)
    visits += fund_first.winter(year)
    fund_second.spring(year)
    visits += fund_second.summer(year)
    visits += fund_second.september(year)
    visits += fund_second.october(year)
    return visits
