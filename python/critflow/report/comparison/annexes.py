"""Fixed tables: the yearly annex to a letter, and what member states report of batteries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from critflow.messages import word
from critflow.records import Records
from critflow.report.comparison.chart import OF_OPTION, records
from critflow.report.comparison.telling import Telling
from critflow.report.tables import Table

WITHOUT = (*OF_OPTION, "title_en", "title_nl")
NONE = "\N{EN DASH}"  # no value


@dataclass(frozen=True)
class Annex:
    """A table of the option shown, with its numbers."""

    key: str
    title: str
    note: str
    table: Table
    data: Records


def annexes(telling: Telling) -> list[Annex]:
    return [*letter(telling), *battery_report(telling)]


def letter(telling: Telling) -> Iterator[Annex]:
    """The same rows in the same order every year, also where there is no value."""
    rows = telling.compared.annex
    shown = [row for row in rows if row["option"] == telling.option.name]
    if not shown:
        return
    years = list(dict.fromkeys(row["year"] for row in shown))
    by_line: dict[tuple[Any, ...], dict[int, str]] = {}
    for row in shown:
        line = (row["row"], row[f"title_{telling.language}"], row["material"], row["stage"] or "")
        told = telling.amount(row) if row["value"] is not None else NONE
        by_line.setdefault(line, {})[row["year"]] = told
    lines = [
        [
            str(number),
            ", ".join(filter(None, (title, telling.layer(material), stage_of(telling, stage)))),
            *cells.values(),
        ]
        for (number, title, material, stage), cells in by_line.items()
    ]
    heads = [telling.say("table.row"), telling.say("table.what"), *map(str, years)]
    caption = telling.say("annex.letter.caption", option=telling.name(telling.chosen))
    table = Table(caption, heads, lines, words=(1,))
    title, note = (telling.say(f"annex.letter.{one}") for one in ("title", "note"))
    yield Annex("annex", title, note, table, records("annex", shown, WITHOUT))


def stage_of(telling: Telling, stage: str) -> str:
    return word("stage", stage, telling.language) if stage else ""


def battery_report(telling: Telling) -> Iterator[Annex]:
    """In the years asked for; what no flow tells says so."""
    rows = telling.option.battery_report
    known = [row for row in rows if row["year"] in telling.compared.years]
    if not any(row["value"] is not None for row in known):
        return
    by_line: dict[tuple[str, ...], dict[int, str]] = {}
    for row in together(known):
        line = (
            word("reported", row["table"], telling.language),
            word("category", row["category"] or "all", telling.language),
            chemistry_of(telling, row),
            telling.layer(row["material"]) if row["material"] else "",
        )
        by_line.setdefault(line, {})[row["year"]] = reported(telling, row)
    lines = [
        [*line, *(cells.get(year, "") for year in telling.compared.years)]
        for line, cells in by_line.items()
    ]
    keys = ("what", "category", "chemistry", "material")
    heads = [telling.say(f"table.{key}") for key in keys] + list(map(str, telling.compared.years))
    caption = telling.say("annex.report.caption", option=telling.name(telling.chosen))
    table = Table(caption, heads, lines, words=(0, 1, 2, 3))
    title, note = (telling.say(f"annex.report.{one}") for one in ("title", "note"))
    yield Annex("battery-report", title, note, table, records("battery_report", known))


def together(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of a category beneath one another, what is not told by chemistry last, and only where
    there is some or nothing else."""
    places = [(row["table"], row["category"]) for row in rows]
    order = {place: number for number, place in enumerate(dict.fromkeys(places))}
    split = {place for place, row in zip(places, rows, strict=True) if row["chemistry"]}
    some = {
        place
        for place, row in zip(places, rows, strict=True)
        if not row["chemistry"] and row["value"]
    }
    kept = [
        (order[place], not row["chemistry"], row)
        for place, row in zip(places, rows, strict=True)
        if row["chemistry"] or place in some or place not in split
    ]
    return [row for *_, row in sorted(kept, key=lambda one: one[:2])]


def chemistry_of(telling: Telling, row: dict[str, Any]) -> str:
    if row["chemistry"] or row["unit"] != "t/a":
        return word("chemistry", row["chemistry"] or "", telling.language)
    return telling.say("annex.report.not_split")


def reported(telling: Telling, row: dict[str, Any]) -> str:
    if row["value"] is None:
        return telling.say("compared.no_value")
    if row["unit"] == "%":
        return telling.tenths(row["value"]) + "\N{NO-BREAK SPACE}%"
    return telling.tonnes(row["value"])
