"""The school year in which a row of a register falls; it begins in September."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_SEPTEMBER = 9
_YEAR_DIGITS = 4


def years_of_dates(dates: pd.Series[pd.Timestamp]) -> pd.Series[int]:
    """The year in which the school year of each date began; 0 where there is no date."""
    return (dates.dt.year - (dates.dt.month < _SEPTEMBER)).fillna(0).astype("int64")


def years_of_terms(terms: pd.Series[str]) -> pd.Series[int]:
    """The year in which the school year of each term began, 2026 of 2026-2027学年第一学期; 0 where there is no term."""
    digits = terms.str.slice(0, _YEAR_DIGITS)
    return digits.where(digits.str.isdigit(), "0").astype("int64")
