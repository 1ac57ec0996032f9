"""The short table of a run that a terminal shows."""

from collections.abc import Mapping

from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.run import Run
from critflow.table import Table

SHOWN = ("demand", "stock", "waste_generated", "collected", "recovered", "mined")
YEARS = (2025, 2030, 2040, 2050, 2060)


def summary(run: Run, language: str) -> str:
    """Each material through the years: asked, in use, coming back, still to be mined [t/a]."""
    years = [year for year in YEARS if year in run.system.years] or run.system.years[-1:]
    rows = [["", *map(str, years)]]
    tables = {name: run.indicator(name) for name in SHOWN}
    for material in run.system.materials:
        rows.append([f"{word('layer', material, language)} [t/a]"])
        for name, table in tables.items():
            if material in table.coords.get("layer", ()):
                label = text(f"terminal.{name}", language)
                rows.append([f"  {label}", *_numbers(table, material, years, language)])
    balance = text(
        "terminal.balance",
        language,
        residual=f"{run.balance.residual:.1e}",
        where=run.balance.where or "-",
    )
    return "\n".join([_heading(run, language), "", *_laid_out(rows), "", balance])


def _heading(run: Run, language: str) -> str:
    system = run.system

    def title(kind: str, name: str, titles: Mapping[str, Mapping[str, str]]) -> str:
        told = titles.get(name, {}).get(language) or word(kind, name, language)
        return f"{text(f'page.{kind}', language)}: {told}"

    return "\n".join(
        [
            system.title[language] or system.name,
            title("scenario", system.scenario, system.scenarios),
            title("policy", system.policy, system.policies),
        ]
    )


def _numbers(table: Table, material: str, years: list[int], language: str) -> list[str]:
    numbers = Numbers(language)
    part = table.sel(layer=material, year=years)
    return [
        numbers.plain(value, 3) for value in part.sum(*(d for d in part.dims if d != "year")).values
    ]


def _laid_out(rows: list[list[str]]) -> list[str]:
    first = max(len(row[0]) for row in rows)
    width = max(len(cell) for row in rows for cell in row[1:]) + 2
    return [
        (row[0].ljust(first) + "".join(cell.rjust(width) for cell in row[1:])).rstrip()
        for row in rows
    ]
