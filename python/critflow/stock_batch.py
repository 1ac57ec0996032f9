"""Many stocks side by side, in totals."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.arrays import as_grid
from critflow.lifetime import LifetimeModel, core_lifetimes
from critflow.survival_table import SurvivalTable

OneOrEach = LifetimeModel | Iterable[LifetimeModel] | SurvivalTable


class BatchHistory(NamedTuple):
    """The totals of many stocks, each [year, series] and as in :class:`critflow.StockHistory`."""

    inflow: NDArray[np.float64]
    outflow: NDArray[np.float64]
    stock: NDArray[np.float64]


def inflow_driven_batch(
    inflow: ArrayLike, lifetimes: OneOrEach, *, entry: str | None = None
) -> BatchHistory:
    """:func:`critflow.inflow_driven` for many series at once, in totals.

        cf.inflow_driven_batch(sales, cf.Weibull.each(shape=shapes, scale=scales)).stock

    Parameters
    ----------
    inflow : array_like
        Into use, [year, series], >= 0 [unit/a]. A C-contiguous array of float64 is read where it
        lies and stands in the result as it is, any other is copied.
    lifetimes : lifetime, iterable of lifetimes, or SurvivalTable
        One for all series, which is twice as fast; one for each, quickest made by
        :meth:`Lifetime.each`; or a table for all, which may change from cohort to cohort.
    entry : str, optional
        As for :func:`critflow.inflow_driven`; a table has its own.

    Raises
    ------
    InvalidValue
        Naming year and series.
    """
    known = as_grid(inflow, "inflow")
    lives, *when = _for_series(lifetimes, len(known), entry)
    outflow, stock = _core.inflow_driven_batch(known, lives, *when)
    return _batch(known, outflow, stock)


def stock_driven_batch(
    stock: ArrayLike,
    lifetimes: OneOrEach,
    *,
    shrinking: str = "refuse",
    entry: str | None = None,
) -> BatchHistory:
    """:func:`critflow.stock_driven` for many series at once, in totals.

    Parameters
    ----------
    stock : array_like
        In use at the end of each year, [year, series], >= 0 [unit].
    shrinking : str
        As for :func:`critflow.stock_driven`.
    lifetimes, entry
        As for :func:`inflow_driven_batch`.

    Raises
    ------
    InvalidValue
        Naming year and series.
    """
    known = as_grid(stock, "stock")
    lives, *when = _for_series(lifetimes, len(known), entry)
    inflow, outflow = _core.stock_driven_batch(known, lives, shrinking, *when)
    return _batch(inflow, outflow, known)


def _for_series(lifetimes: OneOrEach, years: int, entry: str | None) -> tuple[Any, ...]:
    """What the core takes, and when units enter where that is not in a table."""
    if isinstance(lifetimes, SurvivalTable):
        if entry is not None:
            raise TypeError("when units enter is said where a SurvivalTable is made")
        return (lifetimes._core,)
    if isinstance(lifetimes, Iterable):
        return core_lifetimes(lifetimes), entry or "end"
    return (SurvivalTable(lifetimes, range(1, years + 1), entry=entry or "end")._core,)


def _batch(*tables: NDArray[np.float64]) -> BatchHistory:
    views = [table.view() for table in tables]
    for view in views:
        view.flags.writeable = False
    return BatchHistory(*views)
