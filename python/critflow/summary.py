"""The short table of a run that a terminal shows."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from critflow.key_figures import missing_metal, missing_ore, over_years, through_use
from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.run import Run
from critflow.table import Table
from critflow.titles import titled

OF_USE = ("demand", "stock", "waste_generated", "collected")
INDICATORS = (*OF_USE, "recovered", "secondary_supply", "primary_supply", "mined")
SHOWN = (*OF_USE, "recovered", "new_scrap", "primary_supply", "missing", "mined")
YEARS = (2025, 2030, 2040, 2050, 2060)
TESTED = 2030  # the year of most targets


def summary(run: Run, language: str) -> str:
    """Each material through the years: asked, in use, coming back, taken from the ground [t/a].

    Where there is no material, what comes into use, is in use and goes out of it in each layer.
    """
    years = [year for year in YEARS if year in run.system.years] or run.system.years[-1:]
    rows = [["", *map(str, years)]]
    rows += _materials(run, years, language) or _layers(run, years, language)
    balance = text(
        "terminal.balance",
        language,
        residual=Numbers(language).tiny(run.balance.residual),
        where=run.balance.where or "-",
    )
    return "\n".join(
        [_heading(run, language), "", *laid_out(rows), "", *_law(run, language), balance]
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
    law = word("law", run.system.law, language)
    return [text("terminal.law", language, law=law, year=year, **counts)]


def _heading(run: Run, language: str) -> str:
    system = run.system
    scenario = titled("scenario", system.scenarios, system.scenario, language)
    policy = titled("policy", system.policies, system.policy, language)
    return "\n".join(
        [
            system.title[language] or system.name,
            text("page.kind", language),
            f"{text('page.scenario', language)}: {scenario}",
            f"{text('page.policy', language)}: {policy}",
        ]
    )


def _materials(run: Run, years: list[int], language: str) -> list[list[str]]:
    tables = {name: run.indicator(name) for name in INDICATORS}
    numbers, unit = Numbers(language), text("terminal.per_year", language)
    steps = [run.system.years.index(year) for year in years]
    rows = []
    for material in run.system.materials:
        rows.append([f"{word('layer', material, language)} [{unit}]"])
        figures = _figures(run, tables, material)
        for name in SHOWN:
            if name in figures:
                amounts = (numbers.plain(one, 3) for one in figures[name][steps])
                rows.append([f"  {text(f'terminal.{name}', language)}", *amounts])
    return rows


def _figures(run: Run, tables: Mapping[str, Table], material: str) -> dict[str, np.ndarray]:
    """By year; without those that the material does not have."""
    figures = {
        name: over_years(table, layer=material)
        for name, table in tables.items()
        if material in table.coords.get("layer", ())
    }
    if {"secondary_supply", "recovered"} <= figures.keys():
        figures["new_scrap"] = figures["secondary_supply"] - figures["recovered"]
    of_missing_ore = missing_ore(run, material)
    missing = missing_metal(run, material) + of_missing_ore
    if np.any(missing > 0):
        figures["primary_supply"] = figures["primary_supply"] - of_missing_ore
        figures["missing"] = missing
    return figures


def _layers(run: Run, years: list[int], language: str) -> list[list[str]]:
    numbers = Numbers(language)
    steps = [run.system.years.index(year) for year in years]
    rows = []
    for layer in run.system.layers:
        figures = {name: one[steps] for name, one in through_use(run, layer.name).items()}
        highest = max((float(np.max(one)) for one in figures.values()), default=0.0)
        if highest > 0:
            scale = numbers.scale(layer.unit, highest)
            rows.append([f"{word('layer', layer.name, language)} [{scale.unit}]"])
            for name, amounts in figures.items():
                cells = (numbers.cell(float(one), scale) for one in amounts)
                rows.append([f"  {text(f'use.{name}', language)}", *cells])
    return rows


def laid_out(rows: list[list[str]]) -> list[str]:
    """Rows as lines: the first column to the left, the others below one another to the right."""
    first = max(len(row[0]) for row in rows)
    width = max(len(cell) for row in rows for cell in row[1:]) + 2
    return [
        (row[0].ljust(first) + "".join(cell.rjust(width) for cell in row[1:])).rstrip()
        for row in rows
    ]
