"""What is wrong, told as exceptions that carry the facts."""

from collections.abc import Iterable

from critflow._core import Fault, nearest_name

__all__ = ["Fault", "InvalidValue", "ModelFaults", "shown", "unknown", "wrong"]


class ModelFaults(ValueError):
    """Everything that is wrong with a model or a folder, found in one pass.

    Attributes
    ----------
    faults : list of Fault
        Each with ``where``, ``what``, ``value``, ``rule``, and ``file``, ``row``, ``column``,
        ``nearest`` where they are known.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class InvalidValue(ModelFaults):
    """One value outside its domain, given in code."""


def wrong(where: str, what: str, value: object, rule: str) -> InvalidValue:
    """The exception for one value that breaks a rule."""
    return InvalidValue([Fault(where=where, what=what, value=shown(value), rule=rule)])


def unknown(where: str, what: str, value: object, known: Iterable[object]) -> InvalidValue:
    """The exception for a name that is not among those known.

    Many years that follow one another are told by the first and the last.
    """
    known = list(known)
    names = [str(name) for name in known]
    in_a_row = _in_a_row(known)
    told = f"{names[0]} to {names[-1]}" if in_a_row else ", ".join(names)
    fault = Fault(
        where=where,
        what=f"unknown {what}",
        value=shown(value),
        rule=f"be one of {told}",
        nearest="" if in_a_row else nearest_name(shown(value), names),
    )
    return InvalidValue([fault])


def shown(value: object) -> str:
    """As a fault tells it: a number by twelve digits, behind which computing leaves its own."""
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _in_a_row(known: list[object]) -> bool:
    years = [one for one in known if isinstance(one, int)]
    return len(known) == len(years) > 2 and years == list(range(years[0], years[-1] + 1))
