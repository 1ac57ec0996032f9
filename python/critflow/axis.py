"""A series with its years, as the core takes it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.faults import Fault, InvalidValue, shown
from critflow.lifetime import LifetimeModel, core_lifetime

OneOrByCohort = LifetimeModel | Sequence[LifetimeModel]


class Axis:
    """A series with its years, and those of what was in use before."""

    def __init__(
        self,
        series: NDArray[np.float64],
        years: Iterable[int] | None,
        initial_stock: ArrayLike | None,
    ) -> None:
        self.series = series
        self.initial = as_series([] if initial_stock is None else initial_stock, "initial_stock")
        self.earlier = len(self.initial)
        counted = range(self.earlier + 1, self.earlier + len(series) + 1)
        given = [int(year) for year in (counted if years is None else years)]
        if len(given) != len(series):
            raise _wrong("years", "another number of years", len(given), f"be {len(series)}")
        self.years = [*range(given[0] - self.earlier, given[0]), *given] if given else []

    def survival_table(
        self, lifetime: OneOrByCohort, entry: str, hazard: Sequence[float] | None
    ) -> _core.SurvivalTable:
        by_cohort = list(lifetime) if isinstance(lifetime, Sequence) else [lifetime]
        if len(by_cohort) > 1:
            by_cohort = by_cohort[:1] * self.earlier + by_cohort
        lives = [core_lifetime(one) for one in by_cohort]
        factors = [] if hazard is None else [1.0] * self.earlier + list(map(float, hazard))
        return _core.SurvivalTable(self.years, lives, entry, factors)

    def inflow_behind(self, table: _core.SurvivalTable) -> NDArray[np.float64]:
        return _core.inflow_behind(self.initial, table) if self.earlier else self.initial


def as_series(values: ArrayLike, where: str) -> NDArray[np.float64]:
    return _with_dimensions(values, 1, where)


def as_grid(values: ArrayLike, where: str) -> NDArray[np.float64]:
    return _with_dimensions(values, 2, where)


def _with_dimensions(values: ArrayLike, dimensions: int, where: str) -> NDArray[np.float64]:
    array = np.ascontiguousarray(values, np.float64)
    if np.ndim(values) != dimensions:
        rule = "have one dimension: years" if dimensions == 1 else "have two: years, then series"
        raise _wrong(where, "another shape", np.shape(values), rule)
    return array


def _wrong(where: str, what: str, value: object, rule: str) -> InvalidValue:
    return InvalidValue([Fault(where=where, what=what, value=shown(value), rule=rule)])
