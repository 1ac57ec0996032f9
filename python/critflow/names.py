"""Names and numbers that are asked for, one or several."""

from collections.abc import Iterable
from numbers import Integral, Real
from typing import Any

from critflow.faults import shown, wrong


def one_name(given: str, where: str, what: str) -> str:
    """That one name. Raises InvalidValue where it is anything else, or several."""
    return _of_kind(given, str, where, what, "be one name")


def names(given: str | Iterable[str], where: str, what: str) -> list[str]:
    """Each once, in their order; one text alone is that name and not its letters.

    Raises InvalidValue where anything else than a name is among them.
    """
    return _each(given, str, where, what, "be a name, or several")


def whole_numbers(given: int | Iterable[int], where: str, what: str) -> list[int]:
    """Each once, in their order; one alone is that number. Raises InvalidValue for others."""
    return list(map(int, _each(given, Integral, where, what, "be a whole number, or several")))


def numbers(given: float | Iterable[float], where: str, what: str) -> list[float]:
    """Each once, in their order; one alone is that number. Raises InvalidValue for others."""
    return list(map(float, _each(given, Real, where, what, "be a number, or several")))


def _each(given: Any, kind: type, where: str, what: str, rule: str) -> list[Any]:
    several = isinstance(given, Iterable) and not isinstance(given, str)
    asked = list(given) if several else [given]
    return list(dict.fromkeys(_of_kind(one, kind, where, what, rule) for one in asked))


def _of_kind(given: Any, kind: type, where: str, what: str, rule: str) -> Any:
    if not isinstance(given, kind):
        value = repr(given) if isinstance(given, str) else shown(given)
        raise wrong(where, what, value, rule)
    return given
