"""What every part of the page shares: the run that was read, the language, the year looked at."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from critflow.messages import text, word
from critflow.numbers import Numbers
from critflow.report.reading import Reading


@dataclass(frozen=True)
class Story:
    reading: Reading
    language: str
    year: int
    material: str  # whose flows are drawn
    without: Reading | None = None  # the same scenario without its policy

    @cached_property
    def step(self) -> int:
        return int(np.flatnonzero(self.reading.years == self.year)[0])

    @cached_property
    def numbers(self) -> Numbers:
        return Numbers(self.language)

    @cached_property
    def any_missing(self) -> bool:
        """Whether there is a metal that falls short in some year."""
        return any(bool(np.any(metal.missing > 0)) for metal in self.reading.metals)

    def say(self, key: str, **values: object) -> str:
        return text(key, self.language, **values)

    def layer(self, name: str) -> str:
        return word("layer", name, self.language)

    def category(self, name: str) -> str:
        """Of waste; without a name, all of it."""
        return word("category", name or "all", self.language)

    def source(self, key: str) -> str:
        return word("source", key, self.language)

    def amount(self, value: float) -> str:
        """In the layer in which products are added up."""
        return self.numbers.amount(value, self.reading.unit)

    def tonnes(self, value: float) -> str:
        return self.numbers.amount(value, "t")

    def listed(self, parts: list[str]) -> str:
        """`a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say('list.and')} {parts[-1]}"
