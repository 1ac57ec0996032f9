"""Many stocks with one lifetime: what a survival table costs that is applied to many series."""

from functools import partial

import critflow as cf
import numpy as np
from numpy.typing import NDArray

from peers import cohorts
from peers.race import Contestant, Series, in_process

SHAPE, SCALE = 2.0, 80.0
"""Of the lifetime [1], [a]: something is left to the last of 200 years."""

Table = NDArray[np.float64]  # [year, series]


def task(years: int, count: int) -> str:
    return f"inflow-driven, {years} years x {count:,} with one lifetime"


def critflow(inflow: Table) -> Series:
    return cf.inflow_driven_batch(inflow, cf.Weibull(shape=SHAPE, scale=SCALE))._asdict()


def numpy(inflow: Table) -> Series:
    """With care: one product of matrices, in which half of the survival is zero."""
    years = np.arange(len(inflow))
    ages = years[:, np.newaxis] - years
    survival = np.where(ages < 0, 0.0, np.exp(-((np.maximum(ages, 0) / SCALE) ** SHAPE)))
    stock = survival @ inflow
    outflow = inflow - np.diff(stock, axis=0, prepend=0)
    return {"inflow": inflow, "stock": stock, "outflow": outflow}


def contestants(years: int, count: int) -> list[Contestant]:
    inflow = cohorts.Task("inflow", years, count).known()
    return [
        Contestant("critflow", in_process(partial(critflow, inflow))),
        Contestant("NumPy", in_process(partial(numpy, inflow))),
    ]
