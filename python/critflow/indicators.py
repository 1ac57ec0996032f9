"""The figures with a meaning that every run has."""

from typing import NamedTuple

from critflow import _core


class Indicator(NamedTuple):
    """A figure with a meaning, computed from a run."""

    name: str
    title: dict[str, str]
    formula: str


def indicators() -> list[Indicator]:
    """All that :meth:`Run.indicator` knows, in the order in which a report shows them."""
    return [Indicator(*one) for one in _core.indicators()]
