"""The floor that a month is measured against: what any program must do that reads, validates and writes the same.

Imports pandas and pandera, reads every workbook once with python-calamine, validates the columns of the big
registers, sums, writes their rows with xlsxwriter and one page with Jinja2. It keeps no address and finds no fault.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import jinja2
import pandas as pd
import pandera.pandas as pa
import xlsxwriter
from python_calamine import CalamineWorkbook

_BIG = 500  # registers of fewer rows are read, but neither validated nor written
_PAGE = jinja2.Template(
    "<table>{% for row in rows %}<tr><td>{{ row[0] }}</td><td>{{ row[1] }}</td></tr>{% endfor %}</table>"
)


def main(inputs: Path, outputs: Path) -> None:
    """Read the workbooks under inputs, write one workbook and one page under outputs."""
    frames = [frame for path in sorted(inputs.rglob("*.xlsx")) for frame in _frames(path)]
    for frame in frames:
        _schema(frame).validate(frame, lazy=True)
    outputs.mkdir(parents=True, exist_ok=True)
    _write(outputs / "floor.xlsx", frames)
    sums = [(name, frame[name].sum()) for frame in frames for name in frame.columns if name == "金额"]
    (outputs / "floor.html").write_text(_PAGE.render(rows=sums), "utf-8")


def _frames(path: Path) -> list[pd.DataFrame]:
    workbook = CalamineWorkbook.from_path(path)
    sheets = [workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names]
    return [pd.DataFrame(rows[1:], columns=[str(cell) for cell in rows[0]]) for rows in sheets if len(rows) > _BIG]


def _schema(frame: pd.DataFrame) -> pa.DataFrameSchema:
    filled = pa.Check(lambda cells: cells.notna(), name="filled")
    return pa.DataFrameSchema({str(name): pa.Column(checks=[filled], nullable=True) for name in frame.columns})


def _write(path: Path, frames: list[pd.DataFrame]) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        date_format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for frame in frames:
            sheet = workbook.add_worksheet()
            for column, name in enumerate(frame.columns):
                sheet.write_string(0, column, str(name))
            for number, row in enumerate(frame.itertuples(index=False), 1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, column, value)
                    elif isinstance(value, dt.date):
                        sheet.write_datetime(number, column, value, date_format)
                    else:
                        sheet.write_number(number, column, value)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
