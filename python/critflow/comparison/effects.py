"""What options bring with them beside metal: greenhouse gas, energy, jobs, land, money."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.comparison.factors import COST, EFFECTS, Factor, capacity, factors
from critflow.comparison.option import WHO
from critflow.comparison.series import Numbers, Period
from critflow.comparison.throughput import Key, service, throughput
from critflow.faults import InvalidValue
from critflow.records import Records
from critflow.run import Run

if TYPE_CHECKING:
    from critflow.comparison.compare import Comparison

ALL = "all"
RECYCLED, USED_AGAIN = "recycling input", "reused"
KIND = {
    "greenhouse gas": "world-wide; of primary and secondary metal together",
    "energy": "world-wide; of primary and secondary metal together",
    "jobs": "gross",
    "land": "gross",
    COST: "gross",
}
COMPUTED, OTHER_SERVICE = "computed", "service differs"
NO_FACTOR, NO_AMOUNT = "no factor given", "no amount told"
WITHOUT = "without "  # how the reason of a sum begins that lacks a part
COLUMNS = (
    *(*WHO, "effect", "of", "period"),
    *("change", "low", "high", "unit", "kind", "status", "reason", "basis"),
)


@dataclass(frozen=True)
class Part:
    """One amount in the reference and in the option, with its factor where one is given."""

    name: str
    reference: float
    option: float
    factor: Factor | None

    @property
    def factor_at_centre(self) -> float | None:
        return None if self.factor is None else self.factor.central / self.factor.per

    def at_end(self, highest: bool) -> float:
        """The most, or the least, that the change may bring; a factor without range stays."""
        change = self.option - self.reference
        if self.factor is None or change == 0:
            return 0.0
        end = self.factor.high if highest == (change > 0) else self.factor.low
        return change * (self.factor.central if end is None else end) / self.factor.per

    @property
    def has_range(self) -> bool:
        return self.factor is not None and (self.factor.low, self.factor.high) != (None, None)


@dataclass(frozen=True)
class Told:
    """What one run tells: by year, or after `over` in a period."""

    amounts: dict[Key, Any]
    service: dict[str, Any]

    @classmethod
    def of(cls, run: Run) -> "Told":
        return cls(throughput(run), service(run))

    def over(self, weights: Numbers) -> "Told":
        return Told(
            {key: float(amount @ weights) for key, amount in self.amounts.items()},
            {stock: float(held @ weights) for stock, held in self.service.items()},
        )


def effects(comparison: "Comparison", data_set: str) -> Records:
    """Each option against its reference; see `Comparison.effects`."""
    return Records.of_rows("effects", COLUMNS, _rows(comparison, factors(data_set)))


def _rows(comparison: "Comparison", known: Sequence[Factor]) -> Iterator[dict[str, Any]]:
    told = {option.name: Told.of(option.run) for option in comparison.options}
    for period in comparison.periods:
        weights = comparison.weights(period)
        here = {name: one.over(weights) for name, one in told.items()}
        for option in comparison.options:
            reference = comparison.reference_of(option)
            if option is not reference:
                between = Between(here[reference.name], here[option.name], period)
                yield from (option.who | row for row in between.rows(known))


@dataclass(frozen=True)
class Between:
    """A reference and an option in one period."""

    reference: Told
    option: Told
    period: Period

    def rows(self, known: Sequence[Factor]) -> Iterator[dict[str, Any]]:
        for effect in EFFECTS:
            of_effect = [factor for factor in known if factor.effect == effect]
            by_key = {(one.of, one.route, one.material): one for one in of_effect}
            kinds = dict.fromkeys(of for of, *_ in by_key)
            parts = {of: self._parts(of, by_key) for of in kinds}
            for of, some in parts.items():
                yield self._row(effect, of, some, of_effect, [of] if not some else [])
            summed = {of: some for of, some in parts.items() if effect != COST or not capacity(of)}
            joined = [part for some in summed.values() for part in some]
            untold = [of for of, some in summed.items() if not some]
            untold += [USED_AGAIN] if self._diverted(summed) else []
            yield self._row(effect, ALL, joined, of_effect, untold)

    def _diverted(self, parts: Iterable[str]) -> bool:
        """Whether what is used again instead of recycled changes, and nothing tells its effect."""
        if RECYCLED not in parts or USED_AGAIN in parts:
            return False
        before, after = (
            {key: amount for key, amount in one.amounts.items() if key[0] == USED_AGAIN}
            for one in (self.reference, self.option)
        )
        return before != after

    def _parts(self, of: str, known: Mapping[Key, Factor]) -> list[Part]:
        return [
            Part(" ".join(filter(None, key)), self.reference.amounts[key], amount, known.get(key))
            for key, amount in self.option.amounts.items()
            if key[0] == of
        ]

    def _row(
        self, effect: str, of: str, parts: list[Part], known: list[Factor], untold: list[str]
    ) -> dict[str, Any]:
        used = [part.factor for part in parts if part.factor is not None]
        units = {factor.unit for factor in used or known if of in (ALL, factor.of)}
        row: dict[str, Any] = dict.fromkeys(("change", "low", "high", "reason"))
        row |= {"effect": effect, "of": of, "period": str(self.period), "kind": KIND[effect]}
        row |= {"unit": unit_of(units, self.period), "basis": known[0].basis}
        if not parts:
            return row | {"status": NO_AMOUNT, "reason": ", ".join(untold)}
        return row | self._change(parts, untold)

    def _change(self, parts: list[Part], untold: list[str]) -> dict[str, Any]:
        before, after = (_effect(parts, side) for side in ("reference", "option"))
        served = self._service()
        try:
            avoided = _core.effect_avoided(before, served[0], after, served[1])
        except InvalidValue as differs:
            return {"status": OTHER_SERVICE, "reason": str(differs)}
        if avoided.value is None:
            return {"status": NO_FACTOR, "reason": ", ".join(dict.fromkeys(avoided.without_factor))}
        low = high = None
        if any(part.has_range for part in parts):
            low, high = (sum(part.at_end(end) for part in parts) for end in (False, True))
        left_out = WITHOUT + ", ".join(untold) if untold else None
        row = {"change": -avoided.value, "low": low, "high": high}
        return row | {"status": COMPUTED, "reason": left_out}

    def _service(self) -> tuple[float, float]:
        """In the stock whose service differs most."""
        both = [(held, self.option.service[name]) for name, held in self.reference.service.items()]
        return max(both, key=lambda pair: abs(pair[1] - pair[0]) / (abs(pair[0]) or 1.0))


def _effect(parts: list[Part], side: str) -> _core.Effect:
    return _core.effect(
        [_core.EffectPart(one.name, getattr(one, side), one.factor_at_centre) for one in parts]
    )


def unit_of(units: set[str], period: Period) -> str:
    """Of amounts times factors: t CO2-eq/a for a year, t CO2-eq for several; jobs, jobs a."""
    told = set()
    for unit in units:
        name, _, per = unit.partition("/")
        yearly, together = (name, f"{name} a") if per.endswith("/a)") else (f"{name}/a", name)
        told.add(yearly if period.single else together)
    return " and ".join(sorted(told))
