"""Factors that turn tonnes into effects: one data set of the package, on one basis."""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from io import StringIO

from critflow.data_sets import library
from critflow.faults import unknown

STANDARD = "effects-2026-11"
COST = "cost"  # that of what is built is part of that of a tonne
EFFECTS = ("greenhouse gas", "energy", "jobs", "land", COST)


@dataclass(frozen=True)
class Factor:
    """What one unit of an amount brings with it. An end of the range may not be given."""

    effect: str
    of: str
    route: str
    material: str
    low: float | None
    central: float
    high: float | None
    unit: str
    source: str
    evidence: str
    note: str
    basis: str

    @cached_property
    def per(self) -> float:
        """How many units of the amount make the one that the factor is of: kt, GWh."""
        over = self.unit.partition("/")[2].strip("()")
        return {"kt": 1e3, "GWh": 1e6}.get(over.removesuffix("/a"), 1.0)


def capacity(of: str) -> bool:
    """Whether factors are of what is built, and not of what flows."""
    return of.endswith("capacity")


@cache
def factors(name: str = STANDARD) -> tuple[Factor, ...]:
    """All factors of a data set.

    Raises
    ------
    InvalidValue
        With the nearest name where there is no such one.
    """
    text = library().table("effects", name)
    if text is None:
        raise unknown("compare", "effects", name, library().names("effects"))
    rows = csv.DictReader(StringIO(text), strict=True)
    return tuple(Factor(**{**row, **_numbers(row)}) for row in rows)  # type: ignore[arg-type]


def _numbers(row: dict[str, str]) -> dict[str, float | None]:
    ends = ("low", "central", "high")
    return {name: float(row[name]) if row[name] else None for name in ends}
