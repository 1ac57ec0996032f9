"""What a study says: bands, probabilities, and which option is better how often."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from critflow import _core, study_chances, study_draws
from critflow.faults import unknown, wrong
from critflow.names import numbers
from critflow.recipe import Recipe
from critflow.records import Records
from critflow.reported import LESS_IS_BETTER, Option, Reported
from critflow.study_sensitivity import DESIGNS, Sensitivity
from critflow.table import Table

if TYPE_CHECKING:
    import pyarrow

BAND = (0.05, 0.25, 0.5, 0.75, 0.95)
MOMENTS = ("count", "mean", "sd", "least", "least_sample", "most", "most_sample")


class StudyResult:
    """Made by :meth:`Study.run`. An option is a policy, or (scenario, policy).

    Where neither is given the first option is meant.
    """

    def __init__(self, recipe: Recipe, part: _core.StudyPart) -> None:
        self.recipe, self._reported = recipe, Reported(recipe)
        self._core = _core.StudyResult(recipe.core, part)
        self._sensitivity = Sensitivity(recipe)

    @property
    def options(self) -> list[tuple[str, str]]:
        """Scenario and policy of each."""
        return self._reported.options

    @property
    def exact(self) -> bool:
        """Whether quantiles are exact; else they are within 0.1 % of the number."""
        return self.recipe.core.keeps_rows

    @property
    def cells(self) -> Records:
        """Every number that is reported of a run: figure or rule, layer, year, unit."""
        return self._reported.cells

    def band(
        self,
        figure: str,
        *,
        layer: str | None = None,
        option: Option | None = None,
        quantiles: float | Iterable[float] = BAND,
    ) -> Table:
        """Between which numbers a figure lies, by year: quantiles of all draws.

            study.band("mined", layer="lithium", quantiles=[0.05, 0.5, 0.95])

        Parameters
        ----------
        figure : str
            An indicator, or the key of a rule of the law.
        layer : str, optional
            May be left out where there is only one.

        Returns
        -------
        Table
            By year and quantile, in the unit of the figure; absent where no draw has a value.

        Raises
        ------
        InvalidValue
            With the nearest name where figure, layer or option is not known.
        """
        cells = self._reported.cells_of(figure, layer)
        asked = numbers(quantiles, "study.band", "quantiles")
        values = self._core.quantiles(self._reported.columns(cells, option), asked)
        return self._table(figure, cells, "quantile", [f"{100 * p:g} %" for p in asked], values)

    def moments(
        self, figure: str, *, layer: str | None = None, option: Option | None = None
    ) -> Records:
        """Count, mean, standard deviation, least and most with their samples, by year.

        In the unit of the figure; ``count`` is that of the draws which have a value.
        """
        return self._moments(self._core.moments, figure, layer, self._reported.option(option))

    def difference(self, option: Option, figure: str, *, layer: str | None = None) -> Records:
        """The same of what an option has more than the first, draw by draw.

        Raises
        ------
        InvalidValue
            Where the option is the first, or a name is not known.
        """
        number = self._reported.option(option)
        if number == 0:
            told = "/".join(self.options[0])
            rule = "be another option than the first, which all differ from"
            raise wrong("study", "option", told, rule)
        return self._moments(self._core.differences, figure, layer, number - 1)

    def probability(self, target: str, *, option: Option | None = None) -> Records:
        """Share of the draws in which a rule of the law is met, by year, with its 95 % interval.

        study.probability("recovery.lithium")
        """
        keys = self._reported.targets
        if target not in keys:
            raise unknown("study.probability", "target", target, list(dict.fromkeys(keys)))
        rows = [row for row in self.targets(option=option) if row["target"] == target]
        columns = {name: [row[name] for row in rows] for name in rows[0] if name != "target"}
        return Records(target, columns)

    def targets(self, *, option: Option | None = None) -> Records:
        """Every rule in every year in which it holds, with the share of draws that meet it.

        Columns: target, year, comparison, threshold, tested, met, probability, low, high.
        """
        return study_chances.targets(self, option)

    def beats(
        self,
        a: Option,
        b: Option,
        figure: str,
        *,
        year: int,
        layer: str | None = None,
        less: bool | None = None,
    ) -> float:
        """Share of the draws in which option a has a better figure than b, each in the same draw.

        Parameters
        ----------
        less : bool, optional
            Whether less is better; where not given it is for what is mined, for primary supply and
            demand, waste, mixed waste and what is hoarded, and for dependence on others; else more.
        """
        return self.wins(a, b, figure, year=year, layer=layer, less=less).share

    def wins(
        self,
        a: Option,
        b: Option,
        figure: str,
        *,
        year: int,
        layer: str | None = None,
        less: bool | None = None,
    ) -> _core.Proportion:
        """The draws behind :meth:`beats`: ``hits``, ``count``, ``share``, ``interval(0.95)``."""
        first, second = self._reported.option(a), self._reported.option(b)
        cell = self._reported.cell(figure, layer, year)
        if first == second:
            return _core.Proportion(0, self.recipe.draws)
        low, high = sorted((first, second))
        compared, lower, higher = self._core.pair(low, high, cell)
        if less is None:
            less = figure.partition("[")[0] in LESS_IS_BETTER
        return _core.Proportion(lower if less == (first < second) else higher, compared)

    def sensitivity(
        self,
        figure: str,
        *,
        year: int,
        layer: str | None = None,
        option: Option | None = None,
        design: str = "variance",
        samples: int | None = None,
    ) -> Records:
        """Which rows of ``uncertainty.csv`` a figure depends on, the largest first.

        The first call for an option runs the system ``samples`` times for every row and once or
        twice more; it answers for every figure and year.

        Parameters
        ----------
        design : str
            ``variance``: ``first`` is the share of the variance that comes from the row by itself,
            ``total`` with all in which it has a part; each with its standard error. ``morris``:
            what the figure does, in its own unit, when the row goes through its whole range:
            ``size`` is the mean of the absolute effects, with its standard error, ``mean`` tells
            up from down, ``sd`` whether it acts in curves or together with others. For an eighth
            of the runs it tells which rows matter at all.
        samples : int, optional
            512, or 64 for ``morris``.
        """
        cell = self._reported.cell(figure, layer, year)
        told = self._sensitivity.of(cell, self._reported.option(option), design, samples)
        names = ("input", *DESIGNS[design].columns)
        return Records(figure, {name: [one[at] for one in told] for at, name in enumerate(names)})

    def paths(
        self, figure: str, *, layer: str | None = None, option: Option | None = None
    ) -> Table:
        """Some draws whole, as (year, sample)."""
        cells = self._reported.cells_of(figure, layer)
        columns = self._reported.columns(cells, option)
        paths = self._core.paths
        values = np.array([[path[column] for path in paths.values()] for column in columns])
        return self._table(figure, cells, "sample", list(paths), values)

    def drawn(self, samples: int | Iterable[int] | None = None) -> Records:
        """What was drawn in these samples, or in all: a column for each uncertain number."""
        return study_draws.drawn(self, samples)

    @property
    def held(self) -> Records:
        """Ranges that reach beyond the most their number may be, by themselves or by a lever.

        ``share`` is the share of draws in which the number is held there, in the place and year in
        which that happens most often: so many draws tell the same. A column for the input, its
        scenario and its policy.
        """
        return study_draws.held(self)

    @property
    def overruled(self) -> Records:
        """Ranges of which the levers of a policy leave nothing, in some draws or in all.

        A lever sets the number, a floor lies above what was drawn, or a cap below it. ``share`` is
        the share of draws in which that is so, to half a percent, in the place and year in which
        it happens most often; ``year`` the first such year, ``levers`` those that act there then.
        """
        return study_draws.overruled(self)

    @property
    def failures(self) -> Records:
        """Draws that could not be run, the first hundred of ``failed``, with what was drawn."""
        return study_draws.failures(self)

    @property
    def failed(self) -> int:
        """How many runs had faults."""
        return self._core.part.failed

    @property
    def rows(self) -> "pyarrow.Table":
        """Every draw under every option: a column for each number that is reported of it.

        Raises
        ------
        InvalidValue
            Where the study was too large to keep them; ask with ``rows=True``.
        """
        from critflow.study_rows import rows

        return rows(self)

    def write_rows(self, path: str | PathLike[str]) -> None:
        """``rows`` as Parquet, option by option."""
        from critflow.study_rows import write_rows

        write_rows(self, Path(path))

    def write(self, folder: str | PathLike[str], sensitivity: str | None = None) -> Path:
        """Bands, targets, what is held or overruled, failures as Parquet and CSV, ``study.json``.

        With a design of :meth:`sensitivity` also the table ``sensitivity``, of every figure.
        """
        from critflow.study_tables import write

        return write(self, Path(folder), sensitivity)

    def _moments(
        self, told: dict[str, np.ndarray], figure: str, layer: str | None, option: int
    ) -> Records:
        cells = self._reported.cells_of(figure, layer)
        columns: dict[str, list[Any]] = {"year": [self.cells["year"][cell] for cell in cells]}
        at = np.array(cells) + option * len(self.cells)
        for name in MOMENTS:
            whole = name == "count" or name.endswith("_sample")
            columns[name] = told[name][at].astype(int if whole else float).tolist()
        return Records(figure, columns)

    def _table(
        self, figure: str, cells: list[int], dim: str, items: list[Any], values: np.ndarray
    ) -> Table:
        coords = {"year": tuple(self.cells["year"][cell] for cell in cells), dim: tuple(items)}
        absent = np.isnan(values)
        values = np.where(absent, 0.0, values)
        values.flags.writeable = False
        unit = self.cells["unit"][cells[0]]
        return Table(
            figure, ("year", dim), coords, values, (unit,), absent if absent.any() else None
        )

    def __repr__(self) -> str:
        options = ", ".join("/".join(one) for one in self.options)
        return f"Study of {self.recipe.options[0].name}, {self.recipe.draws} draws of {options}"
