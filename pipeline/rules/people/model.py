"""Who is meant where a register names a person: the shape of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NOBODY = -1


@dataclass(frozen=True, eq=False)
class People:
    """Every reference to a person, resolved to the row of the staff or student register that is meant.

    Equal to itself alone, so that what is computed from it can be remembered by it.

    A person is named by the index of the register's frame; NOBODY stands where there is none. Rows that have an
    error are left out, and so are rows whose required person is unknown, cannot be told apart, or is faulty
    in the register itself.
    """

    staff: pd.DataFrame  # usable rows of the staff register
    students: pd.DataFrame  # usable rows of the student register
    pairings: pd.DataFrame  # index: pairings (repeated where a row names several people); columns helper, student
    contacts: pd.DataFrame  # columns contact, helper, student: one row a helper and student named together
    progress: pd.DataFrame  # columns row, student
    donors: pd.Series[int]  # index: every donation; the member of staff who gave it
    pupil_donors: pd.Series[int]  # index: every donation; the registered student who gave it
    recipients: pd.DataFrame  # index: every disbursement; columns staff, student
    visited: pd.DataFrame  # index: every visit; columns staff, student
    hardship: pd.Series[int]  # index: staff_hardship; the member of staff
