"""Several programs at one task: compared before they are timed, and timed in turns."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 1e-12
"""Largest difference allowed, as a share of the largest value of the series."""

Series = Mapping[str, NDArray[np.float64]]  # by quantity; the year is the first axis


class Timed(NamedTuple):
    seconds: float
    """CPU time of the process [s]."""
    series: Series


@dataclass(frozen=True)
class Contestant:
    name: str
    """Of the package."""
    run: Callable[[], Timed]
    share: float = 1.0
    """Of the task, that it does; its time is scaled up."""
    how: str = ""
    """It goes about it, where a package does so in several ways."""

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.how)))


@dataclass(frozen=True)
class Row:
    """A line of the table: what somebody needed for a task."""

    task: str
    who: str
    version: str
    amount: float
    unit: str
    ratio: float
    """To our amount."""
    note: str = ""


class Disagreement(Exception):
    """Two programs give different numbers, so their times mean nothing."""


def in_process(call: Callable[[], Series]) -> Callable[[], Timed]:
    def run() -> Timed:
        begin = time.process_time()
        series = call()
        return Timed(time.process_time() - begin, series)

    return run


def race(task: str, contestants: Sequence[Contestant], repeats: int) -> list[Row]:
    """A row for each contestant, ours first.

    Raises
    ------
    Disagreement
        Where another's numbers are not ours.
    """
    ours, *others = [one.run().series for one in contestants]
    notes = ["", *(f"agrees to {_agreement(task, ours, theirs):.0e}" for theirs in others)]
    rounds = [[one.run().seconds for one in contestants] for _ in range(repeats)]
    times = [median(column) for column in zip(*rounds, strict=True)]
    rows = []
    for one, seconds, note in zip(contestants, times, notes, strict=True):
        whole = seconds / one.share
        if one.share < 1.0:
            note += f"; scaled up from {one.share:.0%}"
        rows.append(Row(task, str(one), version(one.name), whole, "s", whole / times[0], note))
    return rows


def distance(ours: Series, theirs: Series) -> float:
    """Largest difference, as a share of the largest value of its series.

    Theirs may be the first part of ours, along any axis.
    """

    def one(our: NDArray[np.float64], their: NDArray[np.float64]) -> float:
        same = our[tuple(map(slice, their.shape))]
        return float(np.max(np.abs(same - their).max(0) / their.max(0)))

    return max(one(ours[name], theirs[name]) for name in ours)


def _agreement(task: str, ours: Series, theirs: Series) -> float:
    found = distance(ours, theirs)
    if not found <= TOLERANCE:
        raise Disagreement(f"{task}: the numbers differ by {found:.1e}, more than {TOLERANCE:.0e}")
    return found


def bar(task: str, ours: float, bar: float, unit: str, note: str) -> list[Row]:
    """What we need, beside what we allow ourselves."""
    own = Row(task, "critflow", version("critflow"), ours, unit, 1.0, note)
    return [own, Row(task, "bar", "", bar, unit, bar / ours)]
