"""Policies and scenarios beside each other."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from os import PathLike
from pathlib import Path
from typing import Any

from critflow.comparison.contributions import ORDERS, SHAPLEY, WAYS, Attribution
from critflow.comparison.factors import STANDARD
from critflow.comparison.figures import AMOUNTS, ASKED, AVOIDED, READ, WON, Key, figures
from critflow.comparison.option import Option, options
from critflow.comparison.series import Axis, Numbers, Period, Series, less
from critflow.faults import unknown, wrong
from critflow.loading import load
from critflow.names import names, one_name, whole_numbers
from critflow.records import Records
from critflow.system import System

YEARS = (2030, 2035, 2040)
TOGETHER = (2025, 2050)  # the years that are summed, as far as a system has them


class Comparison:
    """Options beside each other, each against the reference of its scenario.

    Made by :func:`compare`.
    """

    def __init__(
        self,
        chosen: Sequence[Option],
        reference: str,
        years: Sequence[int],
        attribution: Attribution | None = None,
    ) -> None:
        self.options = list(chosen)
        self.reference = reference
        self.years = list(years)
        self.attribution = attribution or Attribution()
        self._values: dict[tuple[str, Key, Period], float | None] = {}
        self._weights: dict[Period, Numbers] = {}
        self._tables: dict[tuple[str, ...], Records] = {}

    @property
    def system(self) -> System:
        """That of the first option: all are of one folder."""
        return self.options[0].run.system

    @cached_property
    def axis(self) -> Axis:
        """The years of the system, and how long each step is [a]."""
        return Axis.of(self.system.years)

    @cached_property
    def periods(self) -> list[Period]:
        """The years asked for that the system has, and those that are summed."""
        known = self.system.years
        summed = [year for year in known if TOGETHER[0] <= year <= TOGETHER[1]]
        single = [Period(year, year) for year in self.years if year in known]
        return single + ([Period(summed[0], summed[-1])] if len(summed) > 1 else [])

    @cached_property
    def figures(self) -> dict[str, dict[Key, Series]]:
        """Those of each option by its name, by indicator, material and stage."""
        return {option.name: figures(option.run) for option in self.options}

    def reference_of(self, option: Option) -> Option:
        """The option that another is compared with: the reference policy in the same scenario."""
        return next(
            one
            for one in self.options
            if (one.scenario, one.policy) == (option.scenario, self.reference)
        )

    def value(self, option: Option, key: Key, period: Period) -> float | None:
        """A figure of an option in a period; None where there is no value."""
        indicator, material, stage = key
        if indicator == AVOIDED:
            asked = (ASKED, material, stage)
            before = self.value(self.reference_of(option), asked, period)
            after = self.value(option, asked, period)
            return None if before is None or after is None else less(before, after)
        at = (option.name, key, period)
        if at not in self._values:
            series = self.figures[option.name].get(key)
            weights = self.weights(period)
            self._values[at] = None if series is None else series.over(period, weights)
        return self._values[at]

    def weights(self, period: Period) -> Numbers:
        """By year, what an amount a year counts in a period."""
        if period not in self._weights:
            self._weights[period] = self.axis.weights(period)
        return self._weights[period]

    def matrix(self) -> Records:
        """Each figure of each option, and how it differs from the reference.

        Columns: option, scenario, policy, indicator, material, stage, period (a year, or the first
        and last that are summed), value, unit, reference, change, change_percent. The indicator
        ``primary_avoided`` is what the reference asks of mines and the option does not. Nothing is
        there where there is no value.
        """
        from critflow.comparison.matrix import matrix

        return self._once(("matrix",), lambda: matrix(self))

    def targets(self) -> Records:
        """Each rule of the law in each option and year asked for.

        Columns: option, scenario, policy, key, indicator, category, material, year, value,
        threshold, comparison, status, gap_points, gap_tonnes, first_year_met, stays_met, and those
        of :meth:`Run.targets` that tell the law. The gap is what is missing; zero where the rule is
        met. Empty where the system names no law.
        """
        from critflow.comparison.verdicts import verdicts

        return self._once(("targets",), lambda: verdicts(self))

    def effects(self, factors: str = STANDARD) -> Records:
        """Greenhouse gas, energy, jobs, land and money of each option against its reference.

        Columns: option, scenario, policy, effect, of (what the factors multiply, or ``all``),
        period, change (option - reference), low and high (every factor at the end that makes the
        change least, or most; one without range stays), unit, kind (gross, or what is taken
        together), status, reason, basis.

        ``status`` is ``computed``; ``no factor given``, with the amounts that lack one;
        ``service differs``, where option and reference do not render the same service, so that
        their effects cannot be compared; or ``no amount told`` by the system. Only the first has
        a number; where its ``reason`` says ``without ...``, that part of ``all`` is missing. The
        cost of a tonne holds that of the plant, which is therefore not added.

        Parameters
        ----------
        factors : str
            A data set of the package. All its rows stand on one basis, which each row tells.
        """
        from critflow.comparison.effects import effects

        return self._once(("effects", factors), lambda: effects(self, factors))

    @property
    def main_figure(self) -> str:
        """What options and levers are told by: ``primary_avoided``; where a system asks for no
        primary metal, the change of ``secondary_supply``."""
        asked = {indicator for indicator, *_ in self.figures[self.options[0].name]}
        return AVOIDED if ASKED in asked else WON

    def contributions(self, figure: str | None = None, *, option: Option | None = None) -> Records:
        """What each lever of each option adds: alone, last, and on average over all orders.

        Columns: option, scenario, policy, lever, title_en, title_nl, r_step, knob, indicator,
        material, period, unit, alone (one at a time, from none), last (to all the others), share
        (Shapley), standard_error, exact. The shares of an option add up to what its levers do
        together. What else its policy changes is a row without a lever.

        Exact up to ten levers; above, shares are means over the orders that :func:`compare` was
        told to sample, with the standard error of that mean. Each option is computed once.

        Parameters
        ----------
        figure : str, optional
            ``primary_avoided``, or an indicator that is an amount; :attr:`main_figure` where not
            given.
        option : Option, optional
            That one only.

        Raises
        ------
        InvalidValue
            Where there is no such figure, or it is no sum of flows.
        """
        from critflow.comparison.contributions import contributions, together

        figure = figure or self.main_figure
        if figure not in (AVOIDED, *READ):
            raise unknown("compare.contributions", "figure", figure, (AVOIDED, *AMOUNTS))
        return together(
            self._once(
                ("contributions", figure, one.name), partial(contributions, self, one, figure)
            )
            for one in (self.options if option is None else [option])
        )

    def levers(self) -> Records:
        """The levers of each option: option, scenario and policy before what a system tells."""
        from critflow.comparison.contributions import levers

        return levers(self)

    def annex(self) -> Records:
        """The yearly annex to a letter: the same rows in the same order every year.

        Columns: row, indicator, title_en, title_nl, material, stage, unit, option, scenario,
        policy, year, value. The years are 2025, 2030, 2035, 2040 and 2050. A row stands there also
        where the system has no value.
        """
        from critflow.comparison.annex import annex

        return annex(self)

    def write(self, folder: str | PathLike[str]) -> Path:
        """Tables in Parquet and CSV, and ``compare.json``, in a folder of their own.

        A folder that holds an earlier comparison of ours is replaced.

        Raises
        ------
        InvalidValue
            Where the folder holds anything else.
        """
        from critflow.comparison.write import write

        return write(self, Path(folder))

    def report(self, path: str | PathLike[str], **shown: Any) -> None:
        """Writes the page that an official reads: one file, no network.

            compared.report("compare.html", language="nl")

        ``shown`` is ``language``, ``year``, ``option`` and ``study`` of
        :func:`critflow.report.comparison.write_comparison`.
        """
        from critflow.report.comparison import write_comparison

        write_comparison(self, path, **shown)

    def _once(self, key: tuple[str, ...], make: Callable[[], Records]) -> Records:
        """A table that is made when it is first asked for."""
        if key not in self._tables:
            self._tables[key] = make()
        return self._tables[key]

    def __repr__(self) -> str:
        told = ", ".join(option.name for option in self.options)
        return f"Comparison of {self.system.name} against {self.reference}: {told}"


def compare(
    system: System | str | PathLike[str],
    *,
    policies: str | Iterable[str] | None = None,
    scenarios: str | Iterable[str] | None = None,
    years: int | Iterable[int] = YEARS,
    reference: str = "none",
    contributions: str = SHAPLEY,
    orders: int = ORDERS,
    seed: int = 1,
) -> Comparison:
    """Runs policies under scenarios, and lays them beside each other.

        cf.compare("scenarios/nl-batteries", policies=["collection-targets", "combination"])

    Parameters
    ----------
    system : System or path
        A system, or the folder of one.
    policies : iterable of str, or one, optional
        All of the folder where not given. ``a+b`` lays policy b over policy a, as a shock.
    scenarios : iterable of str, or one, optional
        That of the system where not given.
    years : iterable of int, or one
        Those shown; figures of all others stay in the runs.
    reference : str
        The policy that all are compared with; it is run whether it is among them or not.
    contributions : str
        How it is told what each lever adds: ``shapley``; ``one-at-a-time``, alone and as the last,
        which takes the fewest runs and does not add up; or ``none``. Computed when asked for.
    orders, seed : int
        How many orders of levers are sampled, in pairs of one and its reverse, where an option has
        more than ten; and which.

    Raises
    ------
    ModelFaults
        Where an option has faults: then nothing is compared.
    InvalidValue
        Where there is no such scenario, policy, year or way to tell contributions.
    """
    if contributions not in WAYS:
        raise unknown("compare", "contributions", contributions, WAYS)
    system = system if isinstance(system, System) else load(system)
    asked = system.policies if policies is None else names(policies, "compare", "policies")
    where = names(system.scenario if scenarios is None else scenarios, "compare", "scenarios")
    run = options(system, [one_name(reference, "compare", "reference"), *asked], where)
    how = Attribution(contributions, orders, seed)
    return Comparison(run, reference, _known(system, years), how)


def _known(system: System, given: int | Iterable[int]) -> list[int]:
    years = whole_numbers(given, "compare", "years")
    if not years:
        rule = "be one or more years of the system"
        raise wrong("compare", "years", "none", rule)
    for year in years:
        if year not in system.years:
            raise unknown("compare", "year", year, system.years)
    return years
