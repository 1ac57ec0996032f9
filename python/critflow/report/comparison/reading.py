"""What the page of a comparison needs, as plain arrays."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from critflow.comparison.verdicts import first_met
from critflow.report.reading import Reading
from critflow.report.sankey_layout import Link

POINTS_OF_SMALL_MARGIN = 2.0


@dataclass(frozen=True)
class Verdict:
    """One rule of the law in one year; shares are shares of one."""

    value: float | None
    threshold: float | None
    status: str
    gap_tonnes: float | None
    reason: str


@dataclass(frozen=True)
class Band:
    """Between which values nine of ten draws lie, by year."""

    years: list[int]
    low: list[float]
    high: list[float]


@dataclass(frozen=True)
class Rule:
    """A rule of the law and how one option stands to it, by year."""

    key: str
    title: str
    unit: str
    in_points: bool  # a share of one, whose distances are percentage points
    comparison: str
    legal_status: str
    article: str
    by_year: dict[int, Verdict]
    reason: str  # why the whole rule cannot be assessed
    chances: dict[int, float] = field(default_factory=dict)  # share of draws that meet it
    band: Band | None = None  # of its value, over draws

    @property
    def assessable(self) -> bool:
        return any(one.value is not None for one in self.by_year.values())

    @property
    def first_met(self) -> tuple[int | None, bool | None]:
        """The first year in which it is in force and met, and whether it is in all that follow."""
        return first_met({year: one.status for year, one in self.by_year.items()})

    def margin(self, year: int) -> float | None:
        """By how much the threshold is met, in its unit, points for shares; negative below."""
        one = self.by_year.get(year)
        if one is None or one.value is None or one.threshold is None:
            return None
        over = (one.value - one.threshold) * (100.0 if self.in_points else 1.0)
        return -over if self.comparison == "at most" else over

    def small_margin(self, year: int) -> bool:
        margin = self.margin(year)
        return self.in_points and margin is not None and abs(margin) < POINTS_OF_SMALL_MARGIN


@dataclass(frozen=True)
class Capacity:
    """A bound on what passes a plant, or on what a mine or refinery delivers, by year [unit]."""

    title: str
    unit: str
    delivers: bool  # what is asked of it, where nothing comes to it unasked
    feed: np.ndarray  # what comes to it, or what it delivers
    passed: np.ndarray
    bound: np.ndarray


@dataclass(frozen=True)
class Kind:
    """A chemistry or product through use, by year [t, t/a of the layer shown]."""

    name: str
    stock: np.ndarray
    outflow: np.ndarray


@dataclass(frozen=True)
class StageSupply:
    """What the region consumes of a material at a stage in one year, by where it comes from [t]."""

    stage: str
    material: str
    year: int
    origins: dict[str, float]  # the region itself under the empty name


@dataclass(frozen=True)
class Contribution:
    """What a lever adds to the primary metal that its option avoids in the year [t/a].

    One at a time there are no shares. What a policy changes without a lever has one number only.
    """

    title: str
    share: float | None
    alone: float | None
    last: float | None
    error: float | None  # standard error of the share; zero where it is exact


@dataclass(frozen=True)
class Lever:
    """One thing that a policy turns, as its file tells it."""

    title: str
    knob: str
    pillar: str
    actor: str
    instrument: str
    legal_status: str
    first_year: int | None
    evidence: str
    interactions: str  # what the catalogue warns of
    note: str
    effort: dict[str, float]  # share of the full one by year, solved for a target: by assumption
    full_effort: str


@dataclass(frozen=True)
class Saved:
    """What is used again in place of something new: the part of a new one, and how it is known."""

    parameter: str
    part: float
    evidence: str


@dataclass(frozen=True)
class Told:
    """One option as the page tells it."""

    name: str
    title: str
    shocked: bool  # a disruption is laid over the policy, or is all there is
    reading: Reading
    rules: dict[str, Rule]
    capacities: list[Capacity]
    kinds: list[Kind]
    supply: list[StageSupply]
    flows: dict[tuple[str, int], list[Link]]  # by material and year
    levers: list[Lever]
    battery_report: list[dict[str, Any]]
    saved: list[Saved]

    @property
    def run_id(self) -> str:
        return self.reading.facts.digest[:12]


@dataclass(frozen=True)
class Driver:
    """A row of what is uncertain, and the share of a figure's variance that it has a part in."""

    name: str
    alone: float
    total: float
    error: float  # standard error of the total


@dataclass(frozen=True)
class Settled:
    """A row of what is uncertain of which an option leaves nothing, in a share of the draws."""

    at: int  # place of the option
    name: str
    share: float
    first_year: int | None
    levers: list[str]  # titles; none where the number is held at the most it may be


@dataclass(frozen=True)
class Drawn:
    """What many draws say of the options."""

    draws: int
    better: dict[tuple[str, int, int], float]  # by material and two options: share of draws
    primary: dict[tuple[str, int], Band]  # primary metal that is asked for, by material and option
    drivers: dict[str, list[Driver]]  # of the option shown by material, the largest first
    settled: list[Settled] = field(default_factory=list)  # of every option


@dataclass(frozen=True)
class Compared:
    """A comparison, read once. The reference is among the options, and stands first."""

    title: str
    options: list[Told]
    references: list[int]  # by option, the place of its reference
    years: list[int]  # those asked for
    materials: list[str]
    law: str  # version; empty where the system names none
    last_published: int | None
    run_id: str
    figures: list[dict[str, Any]]  # rows of the matrix
    verdicts: list[dict[str, Any]]  # rows of how options stand to the law
    effects: list[dict[str, Any]]
    annex: list[dict[str, Any]]
    contributions: dict[str, list[Contribution]]  # of the option shown, by material
    contributions_by: str  # in which way, if any
    contributions_to: str  # the indicator
    drawn: Drawn | None  # none without a study

    @property
    def axis(self) -> np.ndarray:
        return self.options[0].reading.years
