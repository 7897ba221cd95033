"""Records that somebody should read again: equal word for word, entered twice, or entered late. None is judged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.period import Period
    from pipeline.rules.people import People
    from pipeline.tables import Table, Tables

_REMEMBERED = 4  # sets of registers, as in fund.money_rows
_SIGNS = re.compile(r"[\W_]+")  # blanks and punctuation
TEXTS = ["thoughts", "study", "life", "talk"]
_OCCASION = ["date", "helper", "students"]
LATE_DAYS = 30  # entered more than so many days after the talk


def equal_records(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """Contacts up to the end of the month whose records equal each other, though month or students differ.

    Rule: word-for-word equal records of different months or students are listed (雷同), a shared row never with
    itself. Compared is the whole record without blanks and punctuation; a record without any text is none.
    Columns: group (1, 2 …), contact (its index), date, helper, student, text, exact (whether all of the group are
    equal to the letter), in_month (whether any of the group is of this month).
    """
    rows = _contacts(tables["contacts"], people, min(period.last, period.today))
    texts = ["\n".join(parts) for parts in zip(*(rows[name].tolist() for name in TEXTS), strict=True)]
    plain = [_SIGNS.sub("", text) for text in texts]
    rows = rows.assign(text=texts, plain=plain).astype({"text": "str", "plain": "str"})
    rows = rows[(rows["plain"] != "") & rows["plain"].duplicated(keep=False)]
    month = rows["date"].dt.strftime("%Y-%m")
    occasion = month + " " + rows["students"]
    rows = rows.assign(month=month, different=occasion.groupby(rows["plain"]).transform("nunique"))
    rows = rows[rows["different"] > 1]
    groups = rows.groupby("plain", sort=False)
    return rows.assign(
        group=groups.ngroup() + 1,
        exact=groups["text"].transform("nunique") == 1,
        in_month=(rows["month"] == period.key).groupby(rows["plain"]).transform("any"),
        text=rows["text"].str.replace("\n+", "\n", regex=True).str.strip(),
    )[["group", "contact", "date", "helper", "student", "text", "exact", "in_month"]].sort_values(
        ["group", "contact"],
        ignore_index=True,
    )


def entered_twice(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """Contacts up to the end of the month that look like an earlier row entered again; the figures count both.

    Rule: the same day, helper, students, way and texts. Columns: contact and first (their indexes), date, helper,
    student.
    """
    rows = _contacts(tables["contacts"], people, min(period.last, period.today))
    rows = rows[rows.duplicated(_OCCASION, keep=False)]  # of thousands of contacts a few, whose texts are compared
    rows = rows.join(tables["contacts"].frame[["way", "solved"]], on="contact")
    alike = [*_OCCASION, *TEXTS, "way", "solved"]
    again = rows[rows.duplicated(alike)]
    firsts = rows.drop_duplicates(alike).rename(columns={"contact": "first"})
    return again.merge(firsts[["first", *alike]], on=alike)[["contact", "first", "date", "helper", "student"]]


def late_entries(tables: Tables, people: People, period: Period) -> pd.DataFrame:
    """Contacts up to the end of the month whose 登记日期 is more than LATE_DAYS after their 日期.

    Columns: contact (its index), date, entered_on, days, helper, student.
    """
    rows = _contacts(tables["contacts"], people, min(period.last, period.today))
    rows = rows.assign(days=(rows["entered_on"] - rows["date"]).dt.days)
    rows = rows[rows["days"] > LATE_DAYS].astype({"days": "int64"})
    return rows[["contact", "date", "entered_on", "days", "helper", "student"]].reset_index(drop=True)


@lru_cache(_REMEMBERED)
def _contacts(contacts: Table, people: People, last: dt.date) -> pd.DataFrame:
    """The resolved contacts up to a day, one row each; students: the indexes of those named."""
    links = people.contacts[["contact", "student"]].drop_duplicates().sort_values(["contact", "student"])
    students = links.astype({"student": "str"}).set_index("contact")["student"].rename("students")
    shared = students[students.index.duplicated(keep=False)]
    students = pd.concat([students.drop(shared.index), shared.groupby(level=0).agg(",".join)])
    rows = contacts.frame[["date", "entered_on", "helper", "student", *TEXTS]]
    rows = rows.join(students, how="inner").reset_index(names="contact")
    return rows[rows["date"] <= pd.Timestamp(last)]
