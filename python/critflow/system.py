"""A whole model, checked, with the folder it came from."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.change import Change, Value
from critflow.data_sets import library
from critflow.names import names, one_name
from critflow.records import Records
from critflow.table import Table, from_figures

if TYPE_CHECKING:
    from critflow.calibration import Calibration

Title = Mapping[str, str]  # by language

SOURCE = ("source", "evidence", "note")
SETTING = ("shape", "by", "file", "row")
FACTS_OF_ROW = ("year", "value", "unit", *SOURCE, *SETTING)


class System:
    """A whole model under one scenario and one policy: immutable, a change makes another.

    Made by :func:`load`. It keeps the texts of its folder, so that another scenario or policy can
    be chosen later, and pickles.
    """

    def __init__(
        self,
        folder: _core.ScenarioFolder,
        scenario: str = "",
        policy: str = "none",
        changes: tuple[Change, ...] = (),
        kept: tuple[str, ...] | None = None,
    ) -> None:
        self._folder, self.changes, self._kept = folder, changes, kept
        core = _core.load(folder, scenario, policy, library(), kept)
        for change in changes:
            core = change.apply(core)
        self._core = core

    @property
    def name(self) -> str:
        return self._folder.name

    @property
    def title(self) -> Title:
        """By language, ``en`` and ``nl``."""
        return self._core.description.title

    @property
    def scenario(self) -> str:
        return self._core.scenario

    @property
    def policy(self) -> str:
        return self._core.policy

    @property
    def law(self) -> str | None:
        """The version of the law that runs are compared with, where the folder names one."""
        return self._core.law or None

    @cached_property
    def scenarios(self) -> Mapping[str, Title]:
        """The scenarios that the folder offers, with their titles."""
        return _core.scenarios_of(self._folder)

    @cached_property
    def policies(self) -> Mapping[str, Title]:
        """The policies that the folder offers, with their titles; ``none`` is always there."""
        return _core.policies_of(self._folder)

    @property
    def years(self) -> list[int]:
        return self._core.description.years

    @property
    def layers(self) -> list[_core.Layer]:
        """What flows are measured in: ``name``, ``unit``, ``conserved``, ``material``."""
        return self._core.description.layers

    @property
    def materials(self) -> list[str]:
        """The layers that are metals followed through the system [t]."""
        return [layer.name for layer in self.layers if layer.material]

    @property
    def dimensions(self) -> dict[str, list[str]]:
        return dict(self._core.description.dimensions)

    @property
    def processes(self) -> list[_core.ProcessDescription]:
        """``name``, ``title``, ``dimensions`` and ``layers`` of each."""
        return self._core.description.processes

    @property
    def flows(self) -> list[_core.FlowDescription]:
        """``from_``, ``to``, ``role`` and ``title`` of each."""
        return self._core.description.flows

    @property
    def lifetimes(self) -> list[_core.LifetimeDescription]:
        """``name``, ``distribution`` and ``entry`` of each."""
        return self._core.description.lifetimes

    @property
    def citations(self) -> list[_core.Citation]:
        """The sources that the folder lists: ``key``, ``text``, ``licence``, ``link``."""
        return self._core.citations

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything that decides a result."""
        from hashlib import sha256

        return sha256(_core.canonical_text(self._core).encode()).hexdigest()

    @property
    def parameters(self) -> list[str]:
        return self._core.parameters

    def parameter(self, name: str) -> Table:
        """The values of a parameter by year and place, in its canonical unit."""
        return from_figures(_core.parameter_figures(self._core, name))

    def rows(self) -> Records:
        """Every number in force that a result depends on, as it was given, with its source.

        Columns: parameter, the dimensions, year, value, unit, source, evidence, note, shape (how
        years between are filled in), by (what set it), file, row.
        """
        rows = self._core.rows_in_force()
        dims = dict.fromkeys(dim for _, place, *_ in rows for dim in place)
        columns: dict[str, list[Any]] = {"parameter": [row[0] for row in rows]}
        for dim in dims:
            columns[dim] = [place.get(dim) for _, place, *_ in rows]
        for at, name in enumerate(FACTS_OF_ROW, start=2):
            columns[name] = [row[at] for row in rows]
        return Records("parameters", columns)

    def explain(
        self, parameter: str, *, at: Mapping[str, str] | None = None, year: int
    ) -> _core.Explanation:
        """Why a parameter has its value: the setting that holds, and the ones it replaced.

            print(system.explain("collection.rate", at={"product": "portable"}, year=2031))

        Raises
        ------
        InvalidValue
            Where the parameter, the place or the year is not of the system.
        """
        return _core.explain(self._core, parameter, dict(at or {}), year)

    def evidence(self, layer: str = "") -> _core.EvidenceCount:
        """Rows in force by how well they are known: ``verified``, ``derived``, ``assumption``."""
        return _core.count_evidence(self._core, layer)

    def replace(
        self, name: str, place: Mapping[str, str], value: Value, *, unit: str = ""
    ) -> "System":
        """Another system in which a parameter or a lifetime is another, whatever levers do to it.

            system.replace("collection.rate", {"product": "portable"}, {2025: 0.4, 2030: 0.7})
            system.replace("vehicles.lifetime", {"product": "bev-car"}, cf.Weibull(mean=17, sd=4))

        Parameters
        ----------
        name : str
            Of a parameter; of a lifetime where ``value`` is one.
        place : mapping
            The cells that are meant; a dimension that is not named is meant whole.
        value : number, {year: number}, or lifetime
            Years between are joined by straight lines.
        unit : str, optional
            Of the number; the parameter's canonical unit where not given.

        Raises
        ------
        InvalidValue, ModelFaults
        """
        change = Change(name, dict(place), value, unit)
        changes = (*self.changes, change)
        return System(self._folder, self.scenario, self.policy, changes, self._kept)

    def calibrate(self, name: str, place: Mapping[str, str], *, to: str) -> "Calibration":
        """Solves a share that nobody measured, so that a published series is met.

            found = system.calibrate("collection.rate", {"category": "LMT"}, to="e-bikes collected")
            run = cf.simulate(found.system)

        In each published year, in order, the share is such that the run has the published figure.
        Years between are joined by straight lines; outside them the share is as before, or where it
        was constant, holds.

        Parameters
        ----------
        name, place
            The share and its cells, as in :meth:`replace`.
        to : str
            Name of the series in ``observations.csv``.

        Raises
        ------
        InvalidValue
            Where a name is wrong, or the parameter is not a share.
        ModelFaults
            Naming every year in which the share would leave what it may be, or does not decide the
            figure.
        """
        from critflow.calibration import calibrate

        return calibrate(self, name, place, to)

    def under(self, scenario: str | None = None, policy: str | None = None) -> "System":
        """The same folder under another scenario or policy; changes made in code stay on top."""
        scenario = self.scenario if scenario is None else one_name(scenario, self.name, "scenario")
        policy = self.policy if policy is None else one_name(policy, self.name, "policy")
        if (scenario, policy) == (self.scenario, self.policy):
            return self
        kept = self._kept if policy == self.policy else None
        return System(self._folder, scenario, policy, self.changes, kept)

    @property
    def levers(self) -> Records:
        """The levers of the policy that are in force: what each changes, how, and from when.

        Columns: name, policy, title_en, title_nl, catalogue, changes, rule, value, low, high, unit,
        shape, first_year, applies_to, rescale, r_step, knob, legal_status, actor, instrument,
        pillar, displacement, source, evidence, note, file, reach, effort, reached, row.
        """
        from critflow.levers import records

        return records(self._core.levers, self.years)

    def with_levers(self, levers: str | Iterable[str]) -> "System":
        """The same system with these of its levers only; nothing is read again.

        Raises
        ------
        InvalidValue
            Where the policy has no lever of that name.
        ModelFaults
            Where numbers leave their domain without the others.
        """
        other = object.__new__(System)
        other._folder, other.changes = self._folder, self.changes
        other._kept = tuple(names(levers, "with_levers", "levers"))
        other._core = _core.with_levers(self._core, list(other._kept))
        return other

    def graphviz(self, language: str = "en") -> str:
        """The network in the language of Graphviz."""
        return _core.graphviz_text(self._core, language)

    def __repr__(self) -> str:
        changed = f", {len(self.changes)} changes in code" if self.changes else ""
        first, last = self.years[0], self.years[-1]
        return f"System {self.name} {first} to {last}, {self.scenario}, {self.policy}{changed}"

    def __reduce__(self) -> tuple[Any, ...]:
        return System, (self._folder, self.scenario, self.policy, self.changes, self._kept)
