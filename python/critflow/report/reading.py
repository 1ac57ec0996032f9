"""What the page needs of a run, as plain arrays: the only place that knows how a run is asked."""

from dataclasses import dataclass

import numpy as np

from critflow.report.sankey_layout import Link


@dataclass(frozen=True)
class Metal:
    """A material and where it comes from, by year [t/a]."""

    name: str
    mined: np.ndarray
    demand: np.ndarray
    primary: np.ndarray  # from ore that is there
    missing: np.ndarray  # asked for, and neither mine nor refinery gives it
    new_scrap: np.ndarray
    old_scrap: np.ndarray

    def secondary_share(self, step: int) -> float | None:
        """Of what is supplied and what is missing together."""
        secondary = self.new_scrap[step] + self.old_scrap[step]
        whole = secondary + self.primary[step] + self.missing[step]
        return secondary / whole if whole > 0 else None


@dataclass(frozen=True)
class ThroughUse:
    """Of all products together in one layer, by year."""

    layer: str
    unit: str
    inflow: np.ndarray
    stock: np.ndarray
    outflow: np.ndarray


@dataclass(frozen=True)
class Product:
    """In, into and out of use, by year [t, t/a of the layer shown]."""

    name: str
    stock: np.ndarray
    inflow: np.ndarray
    outflow: np.ndarray


@dataclass(frozen=True)
class Category:
    """Waste generated and collected separately, by year [t/a in the layer shown]."""

    name: str
    waste: np.ndarray
    collected: np.ndarray
    legal_rate: np.ndarray  # as the law measures it [1]; not a number where it cannot be


@dataclass(frozen=True)
class Target:
    """A collection rate that the law asks for, as it measures it, from a year on [1]."""

    category: str
    year: int
    share: float
    source: str
    note: str


@dataclass(frozen=True)
class Cohorts:
    """Who entered use in these years, and how much of it is still there, by year."""

    first: int
    last: int
    stock: np.ndarray


@dataclass(frozen=True)
class Published:
    """One series of published figures and what the model has in the same years."""

    name: str
    quantity: str  # what it is a figure of; several series may be figures of the same
    unit: str
    per_year: bool
    source: str
    years: list[int]
    published: list[float]
    model: list[float]
    course: np.ndarray  # of the model, over all years

    @property
    def misfit(self) -> float:
        """How many times the model is above or below what is published, on average."""
        both = [(p, m) for p, m in zip(self.published, self.model, strict=True) if min(p, m) > 0]
        return float(np.exp(np.mean([abs(np.log(m / p)) for p, m in both]))) if both else 1.0


@dataclass(frozen=True)
class Assumed:
    """Rows of one parameter that share source, evidence and note."""

    parameter: str
    rows: int
    evidence: str
    source: str
    note: str


@dataclass(frozen=True)
class Source:
    key: str
    text: str
    licence: str
    link: str


@dataclass(frozen=True)
class Facts:
    """What a reader needs to find this run again and to trust it."""

    version: str
    digest: str
    worst_balance: float
    worst_where: str
    entries: dict[str, str]  # lifetime -> when within the year units enter


@dataclass(frozen=True)
class Reading:
    """A run, read once."""

    title: str
    scenario: str
    policy: str
    years: np.ndarray
    layer: str  # the one in which products are added up
    unit: str
    products: list[Product]
    categories: list[Category]
    targets: list[Target]
    cohorts: list[Cohorts]
    metals: list[Metal]
    through_use: list[ThroughUse]  # by layer
    links: dict[str, list[Link]]  # by material, in the chosen year
    roles: dict[tuple[str, str], str]  # of flows, by their ends
    processes: dict[str, str]  # titles
    in_use: list[str]  # processes that are stocks in use
    published: list[Published]
    evidence: dict[str, tuple[int, int, int]]  # by layer, "" = all: rows verified, derived, assumed
    assumed: list[Assumed]
    sources: list[Source]
    facts: Facts
