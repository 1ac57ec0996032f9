"""What every part of the page of a comparison shares."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from critflow import titles
from critflow.comparison.effects import OTHER_SERVICE
from critflow.comparison.figures import HELD
from critflow.messages import word
from critflow.numbers import MARKS
from critflow.report.comparison.reading import Compared, Told
from critflow.report.words import Words

NET_IMPORTS, DAYS = "import_dependence", "stock_days"
ALIKE = 5e-4  # a change smaller than this, of what was, is none
LEAST_SHARE = 5e-4  # a change of a share that is not told: it rounds to no tenth of a point


@dataclass(frozen=True)
class Telling(Words):
    compared: Compared
    year: int
    chosen: int  # the option that is shown where one only can be

    @property
    def options(self) -> list[Told]:
        return self.compared.options

    @property
    def option(self) -> Told:
        return self.options[self.chosen]

    @property
    def pair(self) -> list[Told]:
        """The option shown, after its reference."""
        places = dict.fromkeys((self.compared.references[self.chosen], self.chosen))
        return [self.options[at] for at in places]

    def serves_otherwise(self, at: int) -> bool:
        """Whether not as much is in use as in the reference, so that effects do not compare."""
        name = self.options[at].name
        return any(
            (row["option"], row["status"]) == (name, OTHER_SERVICE) for row in self.compared.effects
        )

    @cached_property
    def step(self) -> int:
        return int(np.flatnonzero(self.compared.axis == self.year)[0])

    @cached_property
    def changed(self) -> list[int]:
        """Places of the options that are no reference."""
        return [at for at, one in enumerate(self.compared.references) if one != at]

    def reference(self, at: int) -> Told:
        return self.options[self.compared.references[at]]

    def letter(self, at: int) -> str:
        """What a line or bar of an option is marked with."""
        return titles.letter(at)

    def name(self, at: int) -> str:
        """Letter and title."""
        return titles.lettered(at, self.options[at].title)

    def indicator(self, name: str, stage: str | None = None) -> str:
        """What an indicator is called, at a stage where it has one."""
        said = word("indicator", name, self.language)
        return f"{said}, {word('stage', stage, self.language)}" if stage else said

    def period(self, period: str) -> str:
        """A year, or all from one to another."""
        first, _, last = period.partition("-")
        return self.say("compared.cumulative", first=first, last=last) if last else first

    def value(self, value: float | None, unit: str) -> str:
        """An amount in its unit, shares in per cent; the word for none where there is none."""
        return self.say("compared.no_value") if value is None else self.numbers.figure(value, unit)

    @cached_property
    def periods(self) -> list[str]:
        """The years asked for, and those that are summed."""
        return list(dict.fromkeys(row["period"] for row in self.compared.figures))

    def row(
        self, at: int, indicator: str, material: str, period: str, stage: str = ""
    ) -> dict[str, Any] | None:
        """One cell of the matrix, if there is such a one."""
        return self._rows.get((self.options[at].name, indicator, material, period, stage))

    def figure(self, at: int, indicator: str, material: str, period: str) -> float | None:
        """Its value, of an indicator without stages."""
        row = self.row(at, indicator, material, period)
        return None if row is None else row["value"]

    def has(self, indicator: str, material: str) -> bool:
        """Whether any option has a value of it."""
        return any(
            row["value"] is not None
            for row in self.compared.figures
            if (row["indicator"], row["material"]) == (indicator, material)
        )

    @cached_property
    def _rows(self) -> dict[tuple[str, ...], dict[str, Any]]:
        keys = ("option", "indicator", "material", "period")
        return {
            (*(row[key] for key in keys), row["stage"] or ""): row for row in self.compared.figures
        }

    def amount(self, row: dict[str, Any]) -> str:
        """A value of an indicator, without the year in its unit; that more leaves than comes in is
        told as such."""
        if row["indicator"] == NET_IMPORTS and row["value"] is not None and row["value"] < 0:
            return self.say("compared.net_export", share=self.numbers.percent(-row["value"]))
        return self.value(row["value"], row["unit"].removesuffix("/a"))

    def told(self, row: dict[str, Any]) -> str:
        """A value of the matrix; beside days of stock how much that is."""
        said = self.amount(row)
        held = self._rows.get((row["option"], HELD, row["material"], row["period"], ""))
        if row["indicator"] == DAYS and held is not None and held["value"] is not None:
            return self.say("compared.stock_days", days=said, amount=self.tonnes(held["value"]))
        return said

    def untold(self, at: int, indicator: str, material: str, period: str) -> str:
        """What stands where there is no value: a stock has tonnes also where it has no days."""
        held = self.figure(at, HELD, material, period) if indicator == DAYS else None
        if not held:
            return self.say("compared.no_value")
        days = self.say("compared.no_days")
        return self.say("compared.stock_days", days=days, amount=self.tonnes(held))

    def alike(self, change: float, reference: float, unit: str = "t") -> bool:
        """Whether a change is too small to tell: of shares a tenth of a point, else of what was."""
        return abs(change) < (LEAST_SHARE if unit == "1" else ALIKE * abs(reference))

    def moved(self, new: float, old: float, unit: str) -> str:
        """By how much, without a sign: a word beside it says which way. Shares in points."""
        if unit == "1":
            return self.say("compared.points", points=self.tenths(100.0 * abs(new - old)))
        return self.numbers.share_of_change(new, old)

    def points(self, points: float) -> str:
        """Signed, to a tenth."""
        return self.say("compared.points", points=self.tenths(points, "+"))

    def tenths(self, value: float, sign: str = "") -> str:
        shown = f"{value:{sign}.1f}".replace("-", "\N{MINUS SIGN}")
        return shown.translate(MARKS[self.language])
