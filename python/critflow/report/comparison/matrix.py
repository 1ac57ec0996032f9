"""A: the options by indicator, each against its reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from critflow.comparison.figures import HELD
from critflow.messages import word
from critflow.report.comparison.telling import Telling
from critflow.report.hyphens import breakable
from critflow.report.svg import key_of
from critflow.report.words import capital

GROUPS = {
    "metal": (
        *("primary_demand", "secondary_supply", "recovered", "recycled_content"),
        *("end_of_life_recycling_rate", "end_of_life_input_rate"),
        *("government_inflow", "government_stock"),
    ),
    "supply": ("import_dependence", "single_country_share", "stock_days"),
    "goods": ("embodied_net_imports", "third_country_ownership"),
}
STAGES = ("extraction", "refining", "component", "product")
OF_ALL_INPUT = ("end_of_life_input_rate", "recycled_content")  # not told without primary metal
PRIMARY = "primary_demand"


@dataclass(frozen=True)
class Cell:
    """A value and how it differs from the reference: up, down, alike, or nothing."""

    value: str
    change: str
    sign: str
    word: str
    sorted_by: float | None


@dataclass(frozen=True)
class Matrix:
    """Options by indicator, of one material in one period."""

    key: str
    caption: str
    above: list[tuple[str, int]]  # over how many columns a name stands, where any has stages
    heads: list[str]
    rows: list[tuple[str, list[Cell]]]
    main: bool  # of the year that the page tells of


def matrices(telling: Telling) -> list[Matrix]:
    """Of each material and group of indicators that has any, the year of the page first."""
    periods = sorted(telling.periods, key=lambda period: period != str(telling.year))
    return [
        made
        for period in periods
        for material in telling.compared.materials
        for group in GROUPS
        if (made := one_matrix(telling, period, material, group)).heads
    ]


def one_matrix(telling: Telling, period: str, material: str, group: str) -> Matrix:
    rows = [
        row
        for row in telling.compared.figures
        if row["period"] == period
        and row["material"] == material
        and row["indicator"] in GROUPS[group]
        and (row["indicator"] not in OF_ALL_INPUT or telling.has(PRIMARY, material))
    ]
    columns = sorted(
        {(row["indicator"], row["stage"]) for row in rows},
        key=lambda column: (GROUPS[group].index(column[0]), place_of(column[1])),
    )
    by_place = {(row["option"], row["indicator"], row["stage"]): row for row in rows}
    layer, when = telling.layer(material), telling.period(period)
    return Matrix(
        key=key_of(group, material, period),
        caption=capital(telling.say(f"compared.matrix.{group}", layer=layer, period=when)),
        above=above(telling, columns),
        heads=[head(telling, column, rows) for column in columns],
        rows=[
            (
                telling.name(at),
                [
                    cell(telling, at, by_place.get((one.name, *column)))
                    or Cell(telling.untold(at, column[0], material, period), "", "", "", None)
                    for column in columns
                ],
            )
            for at, one in enumerate(telling.options)
        ],
        main=period == str(telling.year),
    )


def shown_figures(telling: Telling) -> list[dict[str, Any]]:
    """The rows that the tables are made of; all others stand in the table that a comparison
    writes."""
    shown = {HELD, *(name for names in GROUPS.values() for name in names)}
    return [row for row in telling.compared.figures if row["indicator"] in shown]


def place_of(stage: str | None) -> int:
    """From the mine on."""
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


def above(telling: Telling, columns: Sequence[tuple[str, str | None]]) -> list[tuple[str, int]]:
    """The name of each indicator that is told by stage, over its stages."""
    if not any(stage for _, stage in columns):
        return []
    alike = groupby(columns, key=lambda column: (column[0], column[1] is not None))
    return [
        (breakable(telling.indicator(name)) if staged else "", len(list(some)))
        for (name, staged), some in alike
    ]


def head(telling: Telling, column: tuple[str, str | None], rows: list[dict[str, Any]]) -> str:
    """What a column holds, beneath the name of its indicator its stage; the cells have the unit,
    but for the year."""
    indicator, stage = column
    said = word("stage", stage, telling.language) if stage else telling.indicator(indicator)
    name = breakable(said)
    units = {row["unit"] for row in rows if (row["indicator"], row["stage"]) == column}
    yearly = any(unit.endswith("/a") for unit in units)
    return telling.say("unit.per_year", unit=name) if yearly else name


def cell(telling: Telling, at: int, row: dict[str, Any] | None) -> Cell | None:
    """None where there is no value."""
    if row is None or row["value"] is None:
        return None
    value = telling.told(row)
    if telling.compared.references[at] == at or row["change"] is None:
        return Cell(value, "", "", "", row["value"])
    alike = telling.alike(row["change"], row["reference"], row["unit"])
    sign, word = ("=", "alike") if alike else direction(row["change"])
    told = "" if alike else telling.moved(row["value"], row["reference"], row["unit"])
    return Cell(value, told, sign, telling.say(f"compared.{word}"), row["value"])


def direction(change: float) -> tuple[str, str]:
    if change > 0:
        return "\N{BLACK UP-POINTING TRIANGLE}", "more"
    return "\N{BLACK DOWN-POINTING TRIANGLE}", "less"


def definitions(telling: Telling) -> Iterator[tuple[str, str, str]]:
    """Of each indicator shown: its name, what it is and of what, and what it is not."""
    shown = {row["indicator"] for row in telling.compared.figures}
    for name in (one for group in GROUPS.values() for one in group):
        if name in shown:
            yield (
                telling.indicator(name),
                telling.say(f"indicator.{name}.definition"),
                telling.say(f"indicator.{name}.confusion"),
            )
