"""Figures that terminal and page both show and that no indicator holds."""

import numpy as np

from critflow.run import Run
from critflow.table import Table

SHORTAGE = "shortage"  # where what is missing comes from, in the flows of a run


def over_years(table: Table, **items: str) -> np.ndarray:
    """By year, at these items and summed over all else; zero where there is no such item."""
    asked = {dim: item for dim, item in items.items() if dim in table.dims}
    if any(item not in table.coords[dim] for dim, item in asked.items()):
        return np.zeros(len(table.coords["year"]))
    part = table.sel(**asked)
    part = part.sum(*(dim for dim in part.dims if dim != "year"))
    return part.values if part.absent is None else np.where(part.absent, np.nan, part.values)


def missing_metal(run: Run, material: str) -> np.ndarray:
    """Asked for at the markets that primary metal comes to, and not there [t/a]."""
    markets = {head for _, head in _primary(run)}
    return _sum(run, material, [(SHORTAGE, head) for head in markets])


def missing_ore(run: Run, material: str) -> np.ndarray:
    """What refineries would make of the ore that is asked for and not there, as metal [t/a].

    The indicator ``primary_supply`` counts it, since it passes the refineries of the model.
    """
    short = {head for tail, head in run.flows if tail == SHORTAGE}
    refineries = {tail for tail, _ in _primary(run)}
    refineries &= {head for tail, head in run.flows if tail in short}
    ore = [(tail, head) for tail, head in run.flows if head in refineries]
    came = _sum(run, material, ore)
    made = _sum(run, material, [ends for ends in _primary(run) if ends[0] in refineries])
    absent = _sum(run, material, [(SHORTAGE, market) for market in short & {one for one, _ in ore}])
    return np.divide(absent * made, came, out=np.zeros_like(came), where=came > 0)


def through_use(run: Run, layer: str) -> dict[str, np.ndarray]:
    """Of all stocks in use together: what comes in, is there at the end and goes out, by year."""
    tables = {"inflow": run.inflow, "stock": run.stock, "outflow": run.outflow}
    return {
        name: _total(run, [of(stock) for stock in run.stocks_in_use], layer)
        for name, of in tables.items()
    }


def _primary(run: Run) -> list[tuple[str, str]]:
    return [(one.from_, one.to) for one in run.system.flows if one.role == "primary"]


def _sum(run: Run, material: str, flows: list[tuple[str, str]]) -> np.ndarray:
    known = sorted(set(flows) & set(run.flows))
    return _total(run, [run.flow(*ends) for ends in known], material)


def _total(run: Run, tables: list[Table], layer: str) -> np.ndarray:
    by_year = [np.zeros(len(run.system.years))]
    by_year += [over_years(table, layer=layer) for table in tables]
    return np.sum(by_year, axis=0)
