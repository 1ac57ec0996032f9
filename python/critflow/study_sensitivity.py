"""Which uncertain numbers decide: by the variance they cause, or by what they do (Morris)."""

from typing import Any, NamedTuple

from critflow.faults import unknown
from critflow.recipe import Recipe
from critflow.shards import interrupts, processors


class Design(NamedTuple):
    """How a system is run to find out, and what is told of each row of ``uncertainty.csv``."""

    run: str
    tell: str
    columns: tuple[str, ...]
    largest: str
    """The column by which rows are ordered."""
    samples: int


OF_VARIANCE = ("first", "first_error", "total", "total_error")
OF_EFFECTS = ("size", "size_error", "mean", "sd")
DESIGNS = {
    "variance": Design("variance_indices", "index", OF_VARIANCE, "total", 512),
    "morris": Design("elementary_effects", "effect", OF_EFFECTS, "size", 64),
}


def design_of(name: str) -> Design:
    """The design of that name, or a fault that names them all."""
    if name not in DESIGNS:
        raise unknown("study.sensitivity", "design", name, DESIGNS)
    return DESIGNS[name]


class Sensitivity:
    """Runs a design once for each option, and then answers for every number reported."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self._found: dict[tuple[str, int, int], Any] = {}

    def of(
        self, cell: int, option: int, design: str, samples: int | None
    ) -> list[tuple[str | float, ...]]:
        """The name of each row of uncertainty and its numbers; the largest first."""
        how = design_of(design)
        found = self._run(design, option, how.samples if samples is None else samples)
        tell = getattr(found, how.tell)
        told = [
            (row, *numbers)
            for group, row in enumerate(self.recipe.core.input_rows)
            if (numbers := tell(cell, group)) is not None
        ]
        largest = 1 + how.columns.index(how.largest)
        return sorted(told, key=lambda one: -one[largest])

    def _run(self, design: str, option: int, samples: int) -> Any:
        asked = (design, option, samples)
        if asked not in self._found:
            run = getattr(self.recipe.core, DESIGNS[design].run)
            with interrupts() as stopped:
                found = run(option, samples, processors(), lambda runs: not stopped.is_set())
            if stopped.is_set():
                raise KeyboardInterrupt
            self._found[asked] = found
        return self._found[asked]
