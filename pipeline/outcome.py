"""Everything that one run found out about a month; writers read it and compute nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.care.departments import department_counts
from pipeline.closing.adjust import NOTHING_CLOSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from pipeline.care.coverage import Coverage
    from pipeline.closing.adjust import Adjustments
    from pipeline.findings import Finding
    from pipeline.fund.books import Books
    from pipeline.fund.reconciliation import Reconciliation
    from pipeline.period import Period
    from pipeline.read import Reading
    from pipeline.rules.people import People
    from pipeline.settings import Settings
    from pipeline.tables import Table


@dataclass(frozen=True)
class Outcome:
    """One month of one school. Amounts are in 分."""

    period: Period
    settings: Settings
    reading: Reading
    tables: Mapping[str, Table]  # as validated: rows with errors are kept out by Table.usable
    people: People
    books: Books
    reconciliation: Reconciliation
    pledges: pd.DataFrame
    contacts: pd.DataFrame
    coverage: Coverage
    findings: tuple[Finding, ...] = field(default=())  # in order: errors first, then by place
    adjustments: Adjustments = NOTHING_CLOSED

    @cached_property
    def departments(self) -> pd.DataFrame:
        """What each department did in the month (care.departments); the bulletin and the summary show it."""
        return department_counts(self.tables, self.people, self.contacts, self.period)

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error, so that the month cannot be posted."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def postable(self) -> bool:
        """Whether the month may be posted: it is over, and nothing is wrong with it."""
        return not self.has_errors and not self.period.is_preview
