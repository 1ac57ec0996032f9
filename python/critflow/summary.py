"""The short table of a run that a terminal shows."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.run import Run, indicators
from critflow.table import Table

SUPPLY = ("recovered", "new_scrap", "primary_supply")
SHOWN = ("demand", "stock", "waste_generated", "collected", *SUPPLY, "mined")
YEARS = (2025, 2030, 2040, 2050, 2060)
TESTED = 2030  # the year of most targets


def summary(run: Run, language: str) -> str:
    """Each material through the years: asked, in use, coming back, taken from the ground [t/a]."""
    years = [year for year in YEARS if year in run.system.years] or run.system.years[-1:]
    rows = [["", *map(str, years)]]
    tables = {one.name: run.indicator(one.name) for one in indicators()}
    numbers, unit = Numbers(language), text("terminal.per_year", language)
    for material in run.system.materials:
        rows.append([f"{word('layer', material, language)} [{unit}]"])
        for name in SHOWN:
            amounts = _amounts(tables, name, material, years)
            if amounts is not None:
                label = text(f"terminal.{name}", language)
                rows.append([f"  {label}", *(numbers.plain(one, 3) for one in amounts)])
    balance = text(
        "terminal.balance",
        language,
        residual=numbers.tiny(run.balance.residual),
        where=run.balance.where or "-",
    )
    return "\n".join(
        [_heading(run, language), "", *_laid_out(rows), "", *_law(run, language), balance]
    )


def _law(run: Run, language: str) -> list[str]:
    """How the run stands to the law in one year; nothing where the system names none."""
    if run.system.law is None:
        return []
    checks = list(run.targets())
    years = [one for one in YEARS if one in run.system.years] or run.system.years[-1:]
    year = next((one for one in years if one >= TESTED), years[-1])
    told = Counter(one["status"] for one in checks if one["year"] == year)
    met, missed = told.pop("met", 0), told.pop("not met", 0)
    counts = {"met": met, "missed": missed, "other": told.total()}
    return [text("terminal.law", language, law=run.system.law, year=year, **counts)]


def _heading(run: Run, language: str) -> str:
    system = run.system

    def title(kind: str, name: str, titles: Mapping[str, Mapping[str, str]]) -> str:
        told = titles.get(name, {}).get(language) or word(kind, name, language)
        return f"{text(f'page.{kind}', language)}: {told}"

    return "\n".join(
        [
            system.title[language] or system.name,
            text("page.kind", language),
            title("scenario", system.scenario, system.scenarios),
            title("policy", system.policy, system.policies),
        ]
    )


def _amounts(
    tables: Mapping[str, Table], name: str, material: str, years: list[int]
) -> np.ndarray | None:
    """By year; None where the material has no such figure."""
    if name == "new_scrap":
        of = [_amounts(tables, one, material, years) for one in ("secondary_supply", "recovered")]
        return None if of[0] is None or of[1] is None else of[0] - of[1]
    table = tables[name]
    if material not in table.coords.get("layer", ()):
        return None
    part = table.sel(layer=material, year=years)
    return part.sum(*(dim for dim in part.dims if dim != "year")).values


def _laid_out(rows: list[list[str]]) -> list[str]:
    first = max(len(row[0]) for row in rows)
    width = max(len(cell) for row in rows for cell in row[1:]) + 2
    return [
        (row[0].ljust(first) + "".join(cell.rjust(width) for cell in row[1:])).rstrip()
        for row in rows
    ]
