"""What was replaced in a system by code."""

from collections.abc import Mapping
from dataclasses import dataclass

from critflow import _core
from critflow.faults import Fault, InvalidValue, unknown
from critflow.lifetime import Lifetime

Value = float | Mapping[int, float] | Lifetime


@dataclass(frozen=True)
class Change:
    """One thing that was replaced in code."""

    name: str
    place: Mapping[str, str]
    value: Value
    unit: str

    def apply(self, core: _core.System) -> _core.System:
        place = dict(self.place)
        if isinstance(self.value, Lifetime):
            first, second = self._numbers(core, self.value)
            return core.replace_lifetime(self.name, place, first, second)
        value = dict(self.value) if isinstance(self.value, Mapping) else float(self.value)
        return core.replace(self.name, place, value, self.unit)

    def _numbers(self, core: _core.System, lifetime: Lifetime) -> tuple[float, float]:
        """The numbers of a lifetime, in the words in which the system has it."""
        lifetimes = {one.name: one for one in core.description.lifetimes}
        if self.name not in lifetimes:
            raise unknown("replace", "lifetime", self.name, lifetimes)
        said = lifetimes[self.name]
        names = lifetime.by_mean_and_sd if said.by_mean_and_sd else lifetime.native
        numbers = [lifetime.parameters[name] for name in names if name in lifetime.parameters]
        if said.distribution != lifetime.distribution or len(numbers) != len(names):
            raise InvalidValue(
                [
                    Fault(
                        where=f"lifetime.{self.name}",
                        what="another lifetime",
                        value=repr(lifetime),
                        rule=f"be {said.distribution}, by {' and '.join(names)}",
                    )
                ]
            )
        return numbers[0], numbers[1] if len(numbers) > 1 else 0.0
