"""Four metals in a closed loop with ten factors drawn: `tests/cases/crm4`, with its equations.

The factors follow a sequence without chance, so that a program in any language can draw the same.
"""

import json
from functools import partial
from pathlib import Path

import critflow as cf
import numpy as np
from numpy.typing import NDArray

from peers.race import Contestant, Series, Timed, in_process
from peers.samples import ROOT, simulated

FOLDER = ROOT / "tests/cases/crm4"
METALS = ("lithium", "cobalt", "nickel", "copper")
FACTORS = (
    "factor.demand",
    *(f"factor.material[material={metal}]" for metal in METALS),
    "factor.life",
    "factor.shape",
    "factor.collection",
    "factor.recovery",
    "fabrication.yield",
)
FLOWS = [
    ("refining", "market"),
    ("recycling", "market"),
    ("scrap recovery", "market"),
]
Array = NDArray[np.float64]


def factors(samples: int) -> Array:
    """[factor, sample]: steps by powers of a root, spread evenly between the bounds of each."""
    case = json.loads((FOLDER / "case.json").read_text())
    low, high = np.array(case["low"])[:, np.newaxis], np.array(case["high"])[:, np.newaxis]
    root = 1.05
    for _ in range(200):
        root = (root + 1) ** (1 / 11)
    steps = root ** -np.arange(1.0, len(low) + 1)
    places = 0.5 + steps[:, np.newaxis] * np.arange(1.0, samples + 1)
    return low + (high - low) * (places - np.floor(places))


def critflow(program: Path, drawn: Array) -> Timed:
    values = dict(zip(FACTORS, drawn, strict=True))
    seconds, (primary, *secondary) = simulated(program, FOLDER, values, FLOWS, years=61)
    return Timed(seconds, {"primary": primary, "secondary": sum(secondary)})


class WithNumPy:
    """The equations once more, over [year, region, product, metal], a sample at a time."""

    def __init__(self) -> None:
        system = cf.load(FOLDER)
        self.parameter = {name: system.parameter(name).values for name in system.parameters}
        content = self.parameter["content"] * self.parameter["thrift"][:, np.newaxis]
        self.used = self.parameter["demand"][..., np.newaxis] * content[:, np.newaxis]

    def __call__(self, drawn: Array) -> Series:
        primary, secondary = zip(*map(self._sample, drawn.T), strict=True)
        return {"primary": np.stack(primary, axis=1), "secondary": np.stack(secondary, axis=1)}

    def _sample(self, drawn: Array) -> tuple[Array, Array]:
        demand, life, shape, collection, recovery, fabrication = drawn[[0, 5, 6, 7, 8, 9]]
        used = self.used * (demand * drawn[1:5])
        waste = used - np.diff(self._stock(used, life, shape), axis=0, prepend=0)
        collected = np.minimum(self.parameter["collection"] * collection, 1.0)
        recovered = np.minimum(self.parameter["recovery"][0] * recovery, 0.99)
        needed = used / fabrication
        old_scrap = waste * collected[:, np.newaxis, :, np.newaxis] * recovered
        secondary = (old_scrap + 0.9 * (needed - used)).sum((1, 2))
        return np.maximum(needed.sum((1, 2)) - secondary, 0.0), secondary

    def _stock(self, used: Array, life: float, shape: float) -> Array:
        ages = np.arange(len(used), dtype=float)[:, np.newaxis]
        scale, power = (
            self.parameter["life.scale"][0] * life,
            self.parameter["life.shape"][0] * shape,
        )
        survival = np.exp(-((ages / scale) ** power))[..., np.newaxis]
        stock = np.zeros_like(used)
        for age, share in enumerate(survival):
            stock[age:] += share * used[: len(used) - age]
        return stock


def task(samples: int) -> str:
    return f"four metals, {samples:,} samples"


def contestants(samples: int, program: Path) -> list[Contestant]:
    drawn = factors(samples)
    return [
        Contestant("critflow", partial(critflow, program, drawn)),
        Contestant("NumPy", in_process(partial(WithNumPy(), drawn))),
    ]
