"""Stocks in use by cohort, without a system around them."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.arrays import as_grid, as_series
from critflow.axis import Axis, OneOrByCohort
from critflow.lifetime import LifetimeModel


class StockHistory:
    """A stock through the years; a row of each series for each year.

    Attributes
    ----------
    years : numpy.ndarray
    inflow, outflow : numpy.ndarray
        Into and out of use [unit/a].
    stock : numpy.ndarray
        In use at the end of the year [unit].
    kept : numpy.ndarray
        Share of older cohorts not retired early in the year [1].
    cohorts : numpy.ndarray
        The years in which what is in use has entered, those of an initial stock first.
    """

    def __init__(
        self, years: list[int], earlier: int, parts: tuple[Any, Any], again: partial[Any]
    ) -> None:
        self._core, self._table = parts
        self._earlier, self._again = earlier, again
        self.cohorts = np.array(years)
        self.years = self.cohorts[earlier:]

    inflow = property(lambda self: self._core.inflow[self._earlier :])
    outflow = property(lambda self: self._core.outflow[self._earlier :])
    stock = property(lambda self: self._core.stock[self._earlier :])
    kept = property(lambda self: self._core.kept[self._earlier :])

    def stock_by_cohort(self) -> NDArray[np.float64]:
        """In use at the end of the year by year of entry: [year, cohort], a row sums to stock."""
        return _core.stock_by_cohort(self._core, self._table)[self._earlier :]

    def outflow_by_cohort(self) -> NDArray[np.float64]:
        """Out of use by year of entry: [year, cohort], a row sums to outflow."""
        return _core.outflow_by_cohort(self._core, self._table)[self._earlier :]

    def __repr__(self) -> str:
        first, last = self.years[[0, -1]]
        return f"StockHistory {first} to {last}, {self.stock[-1]:,.6g} in use at the end"

    def __reduce__(self) -> tuple[partial[Any], tuple[()]]:
        return self._again, ()


def inflow_driven(
    inflow: ArrayLike,
    lifetime: OneOrByCohort,
    *,
    years: Iterable[int] | None = None,
    entry: str = "end",
    hazard: Sequence[float] | None = None,
    initial_stock: ArrayLike | None = None,
) -> StockHistory:
    """Stock and outflow that follow from an inflow.

        cf.inflow_driven(sales, cf.Weibull(mean=15, sd=4)).outflow

    Parameters
    ----------
    inflow : array_like
        Into use, one number a year, >= 0 [unit/a].
    lifetime : lifetime, or a sequence of them
        One for all cohorts, or one for each year of entry: a class of critflow, or any object with
        ``survival(age)``.
    years : iterable of int, optional
        Counted from 1 where not given. Steps of unequal length carry their length.
    entry : str
        When within the year units enter: ``start``, ``middle``, ``end``, or ``spread n`` with n
        points.
    hazard : sequence of float, optional
        Factor on the hazard of all that is in use, by year [1].
    initial_stock : array_like, optional
        In use before the first year by year of entry, the youngest last [unit].

    Raises
    ------
    InvalidValue
    """
    again = partial(
        inflow_driven,
        inflow,
        lifetime,
        years=years,
        entry=entry,
        hazard=hazard,
        initial_stock=initial_stock,
    )
    axis = Axis(as_series(inflow, "inflow"), years, initial_stock)
    table = axis.survival_table(lifetime, entry, hazard)
    core = _core.inflow_driven(np.concatenate([axis.inflow_behind(table), axis.series]), table)
    return StockHistory(axis.years, axis.earlier, (core, table), again)


def stock_driven(
    stock: ArrayLike,
    lifetime: OneOrByCohort,
    *,
    years: Iterable[int] | None = None,
    entry: str = "end",
    hazard: Sequence[float] | None = None,
    initial_stock: ArrayLike | None = None,
    shrinking: str = "refuse",
) -> StockHistory:
    """The inflow that keeps a stock where it is said to be, and the outflow.

    Parameters
    ----------
    stock : array_like
        In use at the end of each year, >= 0 [unit].
    shrinking : str
        Where the stock falls by more than leaves at the end of its life: ``refuse`` it,
        ``retire_early``, or ``allow_negative`` inflow.
    lifetime, years, entry, hazard, initial_stock
        As for :func:`inflow_driven`.

    Raises
    ------
    InvalidValue
    """
    again = partial(
        stock_driven,
        stock,
        lifetime,
        years=years,
        entry=entry,
        hazard=hazard,
        initial_stock=initial_stock,
        shrinking=shrinking,
    )
    axis = Axis(as_series(stock, "stock"), years, initial_stock)
    table = axis.survival_table(lifetime, entry, hazard)
    core = _core.stock_driven(axis.series, table, shrinking, axis.inflow_behind(table))
    return StockHistory(axis.years, axis.earlier, (core, table), again)


def inflow_driven_by_type(
    inflow: ArrayLike,
    shares: ArrayLike,
    lifetimes: Sequence[LifetimeModel],
    *,
    years: Iterable[int] | None = None,
    entry: str = "end",
) -> list[StockHistory]:
    """Several types (chemistries) that share one inflow, a history for each.

    Parameters
    ----------
    inflow : array_like
        Of all types [unit/a].
    shares : array_like
        Of the inflow, [year, type], a row sums to one [1].
    lifetimes : sequence of lifetimes
        One for each type.
    """
    again = partial(inflow_driven_by_type, inflow, shares, lifetimes, years=years, entry=entry)
    axis = Axis(as_series(inflow, "inflow"), years, None)
    tables = [axis.survival_table(lifetime, entry, None) for lifetime in lifetimes]
    histories = _core.inflow_driven_by_type(axis.series, as_grid(shares, "shares"), tables)
    return _by_type(axis, histories, tables, again)


def stock_driven_by_type(
    stock: ArrayLike,
    shares: ArrayLike,
    lifetimes: Sequence[LifetimeModel],
    *,
    years: Iterable[int] | None = None,
    entry: str = "end",
    shrinking: str = "refuse",
) -> list[StockHistory]:
    """Several types (chemistries) that share one stock, a history for each.

    Parameters
    ----------
    stock : array_like
        Of all types [unit].
    shares : array_like
        Of the inflow, [year, type], a row sums to one [1].
    lifetimes : sequence of lifetimes
        One for each type.
    """
    again = partial(
        stock_driven_by_type,
        stock,
        shares,
        lifetimes,
        years=years,
        entry=entry,
        shrinking=shrinking,
    )
    axis = Axis(as_series(stock, "stock"), years, None)
    tables = [axis.survival_table(lifetime, entry, None) for lifetime in lifetimes]
    nothing = np.zeros((0, len(tables)))
    shares = as_grid(shares, "shares")
    histories = _core.stock_driven_by_type(axis.series, shares, tables, shrinking, nothing)
    return _by_type(axis, histories, tables, again)


def cohorts_from_growth(
    total: float, growth: float, cohorts: int, lifetime: OneOrByCohort, *, entry: str = "end"
) -> NDArray[np.float64]:
    """A stock known only in total, by year of entry, as if its inflow had grown evenly.

    Parameters
    ----------
    total : float
        In use at the end of the year before the first [unit].
    growth : float
        Of the inflow until then, > -1 [1/a].
    cohorts : int
        How many years of entry share the total.

    Returns
    -------
    numpy.ndarray
        An ``initial_stock``: the youngest cohort last, sums to ``total``.
    """
    axis = Axis(np.zeros(cohorts), None, None)
    table = axis.survival_table(lifetime, entry, None)
    return _core.cohorts_from_growth(total, growth, cohorts, table)


def _by_type(
    axis: Axis, histories: list[Any], tables: list[Any], again: partial[Any]
) -> list[StockHistory]:
    return [
        StockHistory(axis.years, 0, parts, partial(_one_of, again, i))
        for i, parts in enumerate(zip(histories, tables, strict=True))
    ]


def _one_of(again: partial[list[StockHistory]], index: int) -> StockHistory:
    return again()[index]
