"""`make archive`: the closed months of a year in one file, to be kept or carried away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.messages import closing as words
from pipeline.stop import POSTED_OR_DONE, CannotRunError, unwritable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


def run(options: Mapping[str, str], today: dt.date) -> int:
    """Put the closed months of the year of the options into an archive; refused where one is not as it was closed."""
    from pipeline.keeping.archive import write_archive
    from pipeline.keeping.files import closed_months
    from pipeline.keeping.verify import verify_months

    del today
    year, output = options["year"].removesuffix("年"), Path(options["output"])
    if re.fullmatch(r"20\d\d", year) is None:
        raise CannotRunError("bad_archive_year", year=options["year"])
    if any(each.wrong for each in verify_months(output) if each.name.startswith(year)):
        raise CannotRunError("archive_differs", year=year)
    try:
        path = write_archive(output, year)
    except OSError as error:
        raise unwritable(output, error) from error
    if path is None:
        raise CannotRunError("year_not_closed", year=year)
    closed = {folder.name for folder in closed_months(output) if folder.name.startswith(year)}
    others = sorted({folder.name for folder in output.glob(f"{year}-??")} - closed)
    print(words.ARCHIVED.format(year=year, months=len(closed), path=path))
    if others:
        print(words.NOT_ARCHIVED.format(months="、".join(others)))
    return POSTED_OR_DONE
