"""Independent stocks, each with a Weibull lifetime of its own: inflow-driven and stock-driven.

Nothing is drawn, so that a program in any language can set the same task.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import critflow as cf
import numpy as np
from numpy.typing import NDArray

from peers.race import Contestant, Series, Timed, in_process

Table = NDArray[np.float64]  # [year, series]


@dataclass(frozen=True)
class Task:
    """What is known of ``count`` stocks through ``years`` years, in units and years of age."""

    mode: str
    """``inflow`` or ``stock``: which of the two is known."""
    years: int
    count: int

    @property
    def shapes(self) -> Table:
        """From 1.5 to 3.5 in golden-ratio steps [1]."""
        return 1.5 + 2.0 * _fraction(0.5 + np.arange(self.count) * 0.6180339887498949)

    @property
    def scales(self) -> Table:
        """From 8 to 28, in steps that never meet those of the shapes [a]."""
        return 8.0 + 20.0 * _fraction(0.5 + np.arange(self.count) * 0.7548776662466927)

    def known(self) -> Table:
        year = np.arange(self.years, dtype=float)[:, np.newaxis]
        series = np.arange(self.count, dtype=float)
        if self.mode == "stock":
            growth = (year - self.years / 2) / (self.years / 10)
            return (1000 + series % 17) / (1 + np.exp(-growth))
        wave = 1 + 0.1 * np.sin(0.3 * year + 0.01 * series)
        return (100 + series % 17) * 1.03 ** np.minimum(year, 60) * wave

    def __str__(self) -> str:
        return f"{self.mode}-driven, {self.years} years x {self.count:,}"


def _fraction(values: Table) -> Table:
    return values - np.floor(values)


def critflow(task: Task, known: Table) -> Series:
    lifetimes = cf.Weibull.each(shape=task.shapes, scale=task.scales)
    driven = cf.inflow_driven_batch if task.mode == "inflow" else cf.stock_driven_batch
    return driven(known, lifetimes)._asdict()


def numpy(task: Task, known: Table) -> Series:
    """With care: survival by age alone, cohorts never kept, a whole year of series at a time."""
    ages = np.arange(task.years, dtype=float)[:, np.newaxis]
    survival = np.exp(-((ages / task.scales) ** task.shapes))
    inflow, stock = (_stock_of if task.mode == "inflow" else _inflow_of)(known, survival)
    outflow = inflow - np.diff(stock, axis=0, prepend=0)
    return {"inflow": inflow, "stock": stock, "outflow": outflow}


def _stock_of(inflow: Table, survival: Table) -> tuple[Table, Table]:
    stock = np.zeros_like(inflow)
    for age, share in enumerate(survival):
        stock[age:] += share * inflow[: len(inflow) - age]
    return inflow, stock


def _inflow_of(stock: Table, survival: Table) -> tuple[Table, Table]:
    inflow, missing = np.empty_like(stock), stock.copy()
    for year in range(len(stock)):
        inflow[year] = missing[year] / survival[0]
        missing[year:] -= inflow[year] * survival[: len(stock) - year]
    return inflow, stock


def flodym(task: Task, known: Table) -> Series:
    """Its stock models give tables by cohort as well, which no other here does."""
    import flodym

    dims = flodym.DimensionSet(
        dim_list=[
            flodym.Dimension(name="year", letter="t", items=list(range(task.years)), dtype=int),
            flodym.Dimension(name="series", letter="s", items=list(range(task.count)), dtype=int),
        ]
    )
    lifetime = flodym.WeibullLifetime(
        dims=dims, inflow_at="end", weibull_shape=task.shapes, weibull_scale=task.scales
    )
    inflow_driven = task.mode == "inflow"
    model = flodym.InflowDrivenDSM if inflow_driven else flodym.StockDrivenDSM
    stock = model(dims=dims, lifetime_model=lifetime)
    (stock.inflow if inflow_driven else stock.stock).values[...] = known
    stock.compute()
    return {name: getattr(stock, name).values for name in ("inflow", "stock", "outflow")}


FLODYM_SERIES = 100
"""It holds (year, year, series) tables: 10,000 series of 200 years would take more than 9 GiB."""


def contestants(task: Task) -> list[Contestant]:
    part = Task(task.mode, task.years, min(task.count, FLODYM_SERIES))
    return [
        Contestant("critflow", _timed(critflow, task)),
        Contestant("NumPy", _timed(numpy, task)),
        Contestant("flodym", _timed(flodym, part), part.count / task.count),
    ]


def _timed(program: Callable[[Task, Table], Series], task: Task) -> Callable[[], Timed]:
    return in_process(partial(program, task, task.known()))
