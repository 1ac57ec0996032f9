"""What every chart of a comparison has: a question, its answer, what it measures, its numbers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from critflow.records import Records
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.tables import Table

OF_OPTION = ("scenario", "policy")  # told by its name


@dataclass(frozen=True)
class Chart:
    """A chart, or in one sentence why there is none."""

    key: str
    title: str
    answer: str
    definition: str
    confusion: str  # what it is not
    data: Records  # as they are, for a spreadsheet
    panels: list[Panel] = field(default_factory=list)
    table: Table | None = None
    wide: bool = False
    at_once: int | None = None  # so many panels are shown, the others can be opened; None: all
    absent: bool = False


def chart(telling: Telling, key: str, data: Records, *, answer: str, **shown: Any) -> Chart:
    """With the title, definition and warning that the messages have under `compare.<key>`."""
    return Chart(key, title(telling, key), answer, *measured(telling, key), data, **shown)


def absent(telling: Telling, key: str, why: str) -> Chart:
    """In place of a chart: why this system has nothing to show."""
    data = records(key, [])
    return Chart(key, title(telling, key), why, *measured(telling, key), data, absent=True)


def measured(telling: Telling, key: str) -> tuple[str, str]:
    """What a chart measures, and what that is not."""
    return telling.say(f"compared.{key}.definition"), telling.say(f"compared.{key}.confusion")


def title(telling: Telling, key: str) -> str:
    return telling.say(f"compared.{key}.title", year=telling.year)


def records(name: str, rows: Sequence[Mapping[str, Any]], without: Collection[str] = ()) -> Records:
    """Rows that all have the same columns, but for some that a reader of numbers can miss."""
    columns = [column for column in (rows[0] if rows else ()) if column not in without]
    return Records.of_rows(name, columns, rows)
