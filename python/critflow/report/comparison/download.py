"""Numbers of a chart as a link that carries them: CSV that a spreadsheet takes for numbers."""

import csv
import io
from typing import Any
from urllib.parse import quote

from critflow.records import Records
from critflow.results import FORMULA

AS_IS = ",:/()+"  # need no escape in a link


def csv_link(data: Records) -> str:
    return f"data:text/csv;charset=utf-8,{quote(csv_of(data), safe=AS_IS)}"


def csv_of(data: Records) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(data.columns)
    writer.writerows([plain(value) for value in row.values()] for row in data)
    return text.getvalue()


def plain(value: Any) -> str:
    """Nothing for none; what a spreadsheet would take for a formula as text."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    return f"'{text}" if text[:1] in FORMULA else text
