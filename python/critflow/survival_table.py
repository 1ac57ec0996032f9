"""Lifetimes laid over years, to be shared by many series."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from critflow.axis import Axis, OneOrByCohort


class SurvivalTable:
    """Shares of each cohort in use at the end of each step, and that leave during it.

        table = cf.SurvivalTable(cf.Weibull(mean=15, sd=4), range(1990, 2051))
        cf.inflow_driven_batch(sales, table).stock

    Parameters
    ----------
    lifetime : lifetime, or a sequence of them
        One for all cohorts, or one for each year of entry.
    years : iterable of int
        Steps of unequal length carry their length.
    entry : str
        When within the year units enter, as for :func:`critflow.inflow_driven`.
    hazard : sequence of float, optional
        Factor on the hazard of all that is in use, by year [1].

    Attributes
    ----------
    years : numpy.ndarray

    Raises
    ------
    InvalidValue
    """

    def __init__(
        self,
        lifetime: OneOrByCohort,
        years: Iterable[int],
        *,
        entry: str = "end",
        hazard: Sequence[float] | None = None,
    ) -> None:
        self.years = np.array(list(years))
        self._made_of = (lifetime, self.years.tolist(), entry, hazard)
        axis = Axis(np.zeros(len(self.years)), self.years, None)
        self._core = axis.survival_table(lifetime, entry, hazard)

    def survival(self) -> NDArray[np.float64]:
        """In use at the end of the year, of what entered: [year, cohort] [1]."""
        return self._core.survival()

    def leaving(self) -> NDArray[np.float64]:
        """Leaves during the year, of what entered: [year, cohort] [1]."""
        return self._core.leaving()

    def __repr__(self) -> str:
        return f"SurvivalTable {self.years[0]} to {self.years[-1]}"

    def __getstate__(self) -> tuple[OneOrByCohort, list[int], str, Sequence[float] | None]:
        return self._made_of

    def __setstate__(
        self, made_of: tuple[OneOrByCohort, list[int], str, Sequence[float] | None]
    ) -> None:
        lifetime, years, entry, hazard = made_of
        self.__init__(lifetime, years, entry=entry, hazard=hazard)  # type: ignore[misc]
