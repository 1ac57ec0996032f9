"""Numbers as a reader expects them: few digits, a unit that fits, the marks of the language."""

import math
from dataclasses import dataclass

from critflow.messages import text

MARKS = {"en": str.maketrans("", ""), "nl": str.maketrans(",.", ".,")}
LADDERS = {  # from what amount on, shown in which unit of how many
    "t": [(0.0, 1.0, "t"), (1e3, 1e3, "kt"), (1e6, 1e6, "Mt")],
    "kWh": [(0.0, 1.0, "kWh"), (1e3, 1e3, "MWh"), (1e6, 1e6, "GWh"), (1e9, 1e9, "TWh")],
    "t CO2-eq": [(0.0, 1.0, "t CO2-eq"), (1e3, 1e3, "kt CO2-eq"), (1e6, 1e6, "Mt CO2-eq")],
    "GJ": [(0.0, 1.0, "GJ"), (1e3, 1e3, "TJ"), (1e6, 1e6, "PJ")],
    "EUR": [(0.0, 1.0, "EUR"), (1e6, 1e6, "unit.million_EUR")],
    "units": [(0.0, 1.0, "unit.units"), (1e4, 1e3, "unit.thousand"), (1e6, 1e6, "unit.million")],
}
SPACE = "\N{NO-BREAK SPACE}"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Scale:
    """A unit in which the amounts of one chart or table are shown."""

    factor: float
    unit: str


@dataclass(frozen=True)
class Numbers:
    """Writes numbers in one language."""

    language: str

    def plain(self, value: float, digits: int = 2) -> str:
        """Rounded to so many significant digits, with the marks of the language."""
        if value == 0:
            return "0"
        rounded = significant(value, digits)
        decimals = max(0, digits - 1 - math.floor(math.log10(abs(rounded))))
        shown = f"{rounded:,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
        return shown.translate(MARKS[self.language])

    def whole(self, count: int) -> str:
        return f"{count:,}".translate(MARKS[self.language])

    def tick(self, value: float) -> str:
        """As short as it goes: 2.5, 1,000."""
        return f"{value:,.10g}".translate(MARKS[self.language])

    def amount(self, value: float, unit: str, digits: int = 2) -> str:
        """With its unit, in the step of the ladder that fits: 1.2 kt, less than 1 t."""
        scale = self.scale(unit, significant(value, digits))
        if 0 < value < 1 and scale.factor == 1.0:
            return text("number.less_than", self.language, value="1", unit=scale.unit)
        return f"{self.plain(value / scale.factor, digits)}{SPACE}{scale.unit}"

    def figure(self, value: float, unit: str) -> str:
        """A share in per cent; an amount with its unit, per year where it is one of a year."""
        if unit in ("1", "%"):
            return self.percent(value)
        shown = self.amount(value, unit.removesuffix("/a"))
        return text("unit.per_year", self.language, unit=shown) if unit.endswith("/a") else shown

    def percent(self, share: float) -> str:
        """A share of one in whole per cent, never rounded to nothing or to all."""
        per_cent = 100.0 * share
        if 0 < per_cent < 1:
            return f"<{SPACE}1{SPACE}%"
        if -1 < per_cent < 0:
            return f">{SPACE}\N{MINUS SIGN}1{SPACE}%"
        if 99 < per_cent < 100:
            return f">{SPACE}99{SPACE}%"
        shown = f"{per_cent:.0f}".replace("-", "\N{MINUS SIGN}")
        return f"{shown}{SPACE}%"

    def percent_beside(self, share: float, limit: float) -> str:
        """With three digits, or as many more as it takes to lie on the same side of a limit."""
        digits = 3
        while (significant(share, digits) >= limit) != (share >= limit):
            digits += 1
        return f"{self.plain(100.0 * share, digits)}{SPACE}%"

    def change(self, new: float, old: float) -> str:
        """In per cent of what it was: +1.2 %; empty where there was nothing."""
        if not old > 0:
            return ""
        shown = f"{100.0 * (new / old - 1.0):+.1f}".replace("-", "\N{MINUS SIGN}")
        return f"{shown.translate(MARKS[self.language])}{SPACE}%"

    def share_of_change(self, new: float, old: float) -> str:
        """Of what it was, in per cent without a sign; empty where there was nothing."""
        if not old > 0:
            return ""
        per_cent = 100.0 * abs(new / old - 1.0)
        if 0 < per_cent < 0.5:
            return f"<{SPACE}{self.plain(0.5, 1)}{SPACE}%"
        return f"{self.plain(per_cent)}{SPACE}%"

    def tiny(self, value: float) -> str:
        """With a power of ten."""
        if value == 0:
            return "0"
        digits, power = f"{value:.1e}".split("e")
        shown = digits.translate(MARKS[self.language])
        return f"{shown}{SPACE}\N{MULTIPLICATION SIGN}{SPACE}10{str(int(power)).translate(RAISED)}"

    def ratio(self, part: float, whole: float) -> str:
        """How many times the whole: 1.02, 3.6; empty where there is no whole."""
        return self.plain(part / whole, 3) if whole > 0 else ""

    def cell(self, value: float | None, scale: Scale, digits: int = 3) -> str:
        """For a table whose unit stands in its heading; empty where there is no value."""
        if value is None:
            return ""
        scaled = value / scale.factor
        if 0 < abs(scaled) < 0.001:
            return "<" + SPACE + "0.001".translate(MARKS[self.language])
        if abs(scaled) < 1:
            return f"{scaled:.3g}".translate(MARKS[self.language])
        return self.plain(scaled, digits)

    def scale(self, unit: str, largest: float) -> Scale:
        """The step of a unit's ladder that fits the largest amount."""
        ladder = LADDERS.get(unit, [(0.0, 1.0, unit)])
        _, factor, name = [step for step in ladder if step[0] <= abs(largest)][-1]
        return Scale(factor, text(name, self.language) if name.startswith("unit.") else name)


def significant(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")
