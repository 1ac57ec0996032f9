"""What every part of the page shares: the run that was read, the language, the year looked at."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from critflow.messages import word
from critflow.report.reading import Reading
from critflow.report.words import Words


@dataclass(frozen=True)
class Story(Words):
    reading: Reading
    year: int
    material: str  # whose flows are drawn
    without: Reading | None = None  # the same scenario without its policy

    @cached_property
    def step(self) -> int:
        return int(np.flatnonzero(self.reading.years == self.year)[0])

    @cached_property
    def any_missing(self) -> bool:
        """Whether there is a metal that falls short in some year."""
        return any(bool(np.any(metal.missing > 0)) for metal in self.reading.metals)

    def category(self, name: str) -> str:
        """Of waste; without a name, all of it."""
        return word("category", name or "all", self.language)

    def amount(self, value: float) -> str:
        """In the layer in which products are added up."""
        return self.numbers.amount(value, self.reading.unit)
