"""What is wrong, told as exceptions that carry the facts."""

from collections.abc import Iterable

from critflow._core import Fault, nearest_name

__all__ = ["Fault", "InvalidValue", "ModelFaults", "unknown"]


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


def unknown(where: str, what: str, value: object, known: Iterable[object]) -> InvalidValue:
    """The exception for a name that is not among those known."""
    names = [str(name) for name in known]
    fault = Fault(
        where=where,
        what=f"unknown {what}",
        value=str(value),
        rule=f"be one of {', '.join(names)}",
        nearest=nearest_name(str(value), names),
    )
    return InvalidValue([fault])
