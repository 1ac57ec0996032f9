"""What happened: every flow and stock of every year, and what it means."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from critflow import _core
from critflow.indicators import indicators
from critflow.records import Records
from critflow.system import System
from critflow.table import Item, Table, from_figures

if TYPE_CHECKING:
    from critflow.supply_security import Supply

Selectors = Item | Iterable[Item]


class Balance(NamedTuple):
    """How well a run closes."""

    residual: float
    """Worst of all vertices, layers and years, over the largest flow of that layer [1]."""
    where: str
    """Vertex and year of the worst; empty where nothing flows."""


class Uniqueness(NamedTuple):
    """Why each year has exactly one solution."""

    blocks: int
    """Loops with several clamps."""
    certificate: str
    """The weakest of all blocks and years: ``pivots``, or ``minors`` where those do not tell."""
    where: str


class Run:
    """A system run through its years. Made by :func:`simulate`; pickles by being run again."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._core = _core.simulate(system._core)

    @property
    def flows(self) -> list[tuple[str, str]]:
        """Every flow as (from, to), shortages included."""
        return self._core.flow_names()

    @property
    def stocks(self) -> list[str]:
        return self._core.stock_names()

    @cached_property
    def stocks_in_use(self) -> list[str]:
        """The stocks that something placed on the market enters; hoards are not among them."""
        return _core.stocks_in_use(self._core)

    def flow(self, from_: str, to: str, **selectors: Selectors) -> Table:
        """From one process to another [layer/a]; by several doors together.

            run.flow("recycling", "metal", layer="cobalt", year=2040)

        Raises
        ------
        InvalidValue
            Naming the nearest flow, dimension or item where there is no such one.
        """
        return from_figures(self._core.flow(from_, to)).sel(**selectors)

    def stock(self, process: str, **selectors: Selectors) -> Table:
        """In a stock at the end of the year [layer]."""
        return from_figures(self._core.stock(process)).sel(**selectors)

    def stock_by_cohort(self, process: str, **selectors: Selectors) -> Table:
        """In a stock at the end of the year, by the year in which it entered [layer].

        Dimensions: year, cohort, those of the process, layer. Summed over cohorts it is the stock.
        """
        return from_figures(_core.stock_by_cohort(self._core, process)).sel(**selectors)

    def inflow(self, process: str, **selectors: Selectors) -> Table:
        """Into a stock during the year [layer/a]."""
        return from_figures(self._core.inflow(process)).sel(**selectors)

    def outflow(self, process: str, **selectors: Selectors) -> Table:
        """Out of a stock during the year [layer/a]."""
        return from_figures(self._core.outflow(process)).sel(**selectors)

    def indicator(self, name: str, **selectors: Selectors) -> Table:
        """A figure with a meaning; :func:`indicators` lists them with their formulas.

        run.indicator("recycled_content", layer="cobalt")
        """
        return from_figures(_core.indicator(self._core, name)).sel(**selectors)

    def indicators(self) -> dict[str, Table]:
        """All of them by name."""
        return {one.name: self.indicator(one.name) for one in indicators()}

    @property
    def balance(self) -> Balance:
        return Balance(self._core.balance.worst, self._core.balance.where)

    @property
    def uniqueness(self) -> Uniqueness:
        core = self._core.uniqueness
        return Uniqueness(core.blocks, core.weakest, core.where)

    @property
    def seconds(self) -> float:
        """What the march through the years took [s]."""
        return self._core.seconds

    def clamps(self) -> Records:
        """Which bounds hold, where and when, and how far the others are from it.

        Columns: name, process, the dimensions, layer, year, state, value, bound, distance, unit.
        The state is ``free``, ``at low`` or ``at high``. The bound is the one that holds, or the
        nearest; the distance says by how much it holds, or is from holding [layer/a].

        ``capacity`` of a gate is at high where some is held back. An ``offer`` is at low where it
        is not needed, and at high where it has no more. A ``shortage`` or a ``surplus`` is at low
        where there is none; its value is how much there is. So is what was ``missed`` of all that
        was asked of a production that may deliver less.
        """
        from critflow.clamps import clamps

        return clamps(self)

    def capacities(self) -> Records:
        """What gates and queues can let through, what goes through, and in which years they bind.

        Columns: process, the dimensions, layer, year, capacity, throughput, unit, used
        (throughput / capacity, None where there is no capacity), binds (some is held back).
        """
        from critflow.clamps import capacities

        return capacities(self)

    def observations(self) -> Records:
        """Published figures and what the model has in the same place and year.

        Columns: name, quantity, layer, the dimensions, year, published, model, unit, source, note.
        """
        from critflow.observations import compared

        return compared(self)

    def targets(
        self,
        law: str | None = None,
        include: str | Iterable[str] = (),
        *,
        year_of_date: bool = False,
        year_after_end: bool = False,
        evidence: float = 0.0,
        third_countries: str | Iterable[str] = ("rest of world",),
        thresholds: Mapping[str, float] | None = None,
    ) -> Records:
        """Each rule of the law that concerns the system, in each year: value, threshold, status.

        ``status`` is met, not met, not assessable, not yet applicable, exempt or indicative only;
        ``gap_tonnes`` is what is missing to the threshold [t/a]; ``reason`` says why there is no
        value. A rule that no flow measures is there once, without a year.

        Parameters
        ----------
        law : str, optional
            Version; that of the system where not given.
        include : iterable of str, or one
            ``proposed`` and ``plea``, beside what is in force or adopted.
        year_of_date : bool
            Tests what is due within a year in that year, not in the first whole year after.
        year_after_end : bool
            Tests what is due on 31 December in the year after.
        evidence : float
            Share of recovery outside the Union with evidence of equivalent conditions [1].
        third_countries : iterable of str, or one
            Items of the system that lie outside the Union.
        thresholds : mapping, optional
            By key: a number of your own, where the law sets none.

        Raises
        ------
        InvalidValue
            Where neither the system nor you name a law, or a name is unknown.
        """
        from critflow.targets import checked

        return checked(
            self,
            law,
            include,
            year_of_date,
            year_after_end,
            evidence,
            third_countries,
            thresholds or {},
        )

    def explain_target(self, rule: str) -> str:
        """Why the run stands to a rule of the law as it does.

            print(run.explain_target("collection.portable.2030"))

        Tells the definition and what it is not, the dated steps of the law with their source and
        verification, and by year the value with its part and whole.

        Parameters
        ----------
        rule : str
            Its key; with a year behind it, that year and those around it.
        """
        from critflow.rule_explained import explain_rule

        return explain_rule(self, rule)

    def battery_report(self) -> Records:
        """What Implementing Regulation (EU) 2025/2289 asks to be reported, by category and year.

        Columns: table, category, chemistry, material, year, value, unit, note, layout. The layout
        of its forms was not verified. Where the system does not tell, the note says so.
        """
        from critflow.battery_report import battery_report

        return battery_report(self)

    @property
    def supply(self) -> "Supply":
        """Supply security with what you give: governance scores, reserves, capacities."""
        from critflow.supply_security import Supply

        return Supply(self)

    def levers(self) -> Records:
        """The levers in force; see :attr:`System.levers`."""
        return self.system.levers

    def sources(self) -> list[_core.Citation]:
        """The sources of the numbers in force, as the folder lists them."""
        used = set(self.system.rows()["source"])
        return [citation for citation in self.system.citations if citation.key in used]

    def citations(self) -> str:
        """BibTeX of the sources behind the run."""
        from critflow.citations import bibtex

        return bibtex(self.sources())

    def write(self, folder: str | PathLike[str]) -> Path:
        """Tables in Parquet and CSV, and ``run.json``, in a folder of their own.

        A folder that holds an earlier run of ours is replaced.

        Raises
        ------
        InvalidValue
            Where the folder holds anything else.
        """
        from critflow.results import write

        return write(self, Path(folder))

    def __repr__(self) -> str:
        return f"Run of {self.system!r}, closes to {self.balance.residual:.1e}"

    def __reduce__(self) -> tuple[type["Run"], tuple[System]]:
        return Run, (self.system,)


def simulate(system: System, scenario: str | None = None, policy: str | None = None) -> Run:
    """Runs a system year by year.

    Parameters
    ----------
    scenario, policy : str, optional
        Those of the system where not given.

    Raises
    ------
    ModelFaults
        Where a year cannot be balanced, or could be in more than one way.
    """
    if not isinstance(system, System):
        raise TypeError(f"simulate takes a system, as load gives it, not {system!r}")
    return Run(system.under(scenario, policy))
