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

    Wherever it is missing on its way from mine to refinery. The indicator ``primary_supply``
    counts it, since it passes the refineries of the model.
    """
    nothing = np.zeros(len(run.system.years))
    ends = {head for _, head in _primary(run)} | set(run.stocks_in_use)  # no ore passes these
    shares = dict.fromkeys(ends, nothing) | {SHORTAGE: nothing + 1.0}
    return nothing + sum(
        _sum(run, material, [(refinery, market)]) * _absent(run, material, refinery, shares)
        for refinery, market in _primary(run)
    )


def _absent(run: Run, material: str, process: str, shares: dict[str, np.ndarray]) -> np.ndarray:
    """The share of what comes to a process that was missing before; those known are not asked."""
    if process not in shares:
        came = np.zeros(len(run.system.years))
        shares[process], missed = came, came  # what runs in a circle does not add to itself
        for tail in [tail for tail, head in run.flows if head == process]:
            amount = _sum(run, material, [(tail, process)])
            came = came + amount
            missed = missed + amount * _absent(run, material, tail, shares)
        shares[process] = np.divide(missed, came, out=np.zeros_like(came), where=came > 0)
    return shares[process]


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
