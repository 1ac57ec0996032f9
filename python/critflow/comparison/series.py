"""Years taken together, and what figures come to over them."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
TRIFLE = 1e-12  # of the larger of two sums: what their rounding may leave between them


class Period(NamedTuple):
    """Years taken together: one year, or all from one to another."""

    first: int
    last: int

    @property
    def single(self) -> bool:
        return self.first == self.last

    def __str__(self) -> str:
        return str(self.first) if self.single else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Axis:
    """The years of a run and how long each step is [a]."""

    years: NDArray[np.int_]
    lengths: Numbers

    @classmethod
    def of(cls, years: list[int]) -> "Axis":
        """Steps reach from midpoint to midpoint; the ends are as wide as their nearest says."""
        at = np.array(years, float)
        middles = (at[1:] + at[:-1]) / 2 if len(at) > 1 else at + 0.5
        bounds = np.concatenate([[2 * at[0] - middles[0]], middles, [2 * at[-1] - middles[-1]]])
        return cls(np.array(years), np.diff(bounds if len(at) > 1 else bounds[:2]))

    def weights(self, period: Period) -> Numbers:
        """By year, what an amount a year counts: one in a single year, else its length."""
        within = (self.years >= period.first) & (self.years <= period.last)
        return np.where(within, 1.0 if period.single else self.lengths, 0.0)


@dataclass(frozen=True)
class Series:
    """Amounts a year; or the parts of a rate with their wholes; or what is there at a year's end.

    Over several years masses are summed first and then divided. What is there at the end of a year,
    and a share without a whole of its own, have no sum.
    """

    unit: str
    part: Numbers
    whole: Numbers | None = None
    absent: NDArray[np.bool_] | None = None
    flows: bool = True
    """Whether it can be summed over years."""

    def over(self, period: Period, weights: Numbers) -> float | None:
        """Its value in a period of these weights; None where there is none, which is not zero."""
        if not self.flows and not period.single:
            return None
        if not weights.any() or (self.absent is not None and self.absent[weights > 0].any()):
            return None
        part = float(self.part @ weights)
        if self.whole is None:
            return part
        whole = float(self.whole @ weights)
        return part / whole if whole > 0 else None

    def unit_over(self, period: Period) -> str:
        return self.unit if period.single else self.unit.removesuffix("/a")


def less(amount: float, other: float) -> float:
    """One less the other; zero where that is no more than the rounding of their sums."""
    difference = amount - other
    return difference if abs(difference) > TRIFLE * max(abs(amount), abs(other)) else 0.0
