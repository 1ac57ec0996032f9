"""A series with its years, as the core takes it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.arrays import as_series
from critflow.faults import wrong
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
            raise wrong("years", "another number of years", len(given), f"be {len(series)}")
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
