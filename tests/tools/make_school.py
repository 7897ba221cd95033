"""Writes the shipped example school into ``input/``: ``python -m tests.tools.make_school [--out DIR]``.

Everything about it is invented. The same program writes the same bytes each time.
"""

import argparse
from pathlib import Path

from tests.tools.school.sheets import write_formatted
from tests.tools.school.workbooks import SCHOOL, School


def write_school(folder: Path) -> None:
    """Write the four workbooks into the folder."""
    school = School()
    folder.mkdir(parents=True, exist_ok=True)
    write_formatted(folder / "捐款登记.xlsx", SCHOOL, school.money_book())
    write_formatted(folder / "学生帮扶.xlsx", SCHOOL, school.people_book())
    write_formatted(folder / "走访记录.xlsx", SCHOOL, school.visit_book())
    write_formatted(folder / "设置.xlsx", SCHOOL, school.settings_book())


def main() -> None:
    """Write the shipped school."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("input"))
    write_school(parser.parse_args().out)


if __name__ == "__main__":
    main()
