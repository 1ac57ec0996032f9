"""Batteries of eight products and eight chemistries, and the four metals in them, for 112 years.

Half of the products follow a fleet, half their sales; lifetimes change with the year of entry. The
metals go round a network of twenty nodes: scrap of four stages of making comes back within the year
as cathode material and, through black mass, as metal. Every number of it is drawn. The folder is
made here, by formulas, so that it can be as large as is asked for.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Template

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
METALS = ("lithium", "cobalt", "nickel", "copper")
FIRST = 1989
SHARES = {  # in the first year and in the last
    "refining.yield": (0.8, 0.9),
    "precursor.yield": (0.8, 0.9),
    "cathode.yield": (0.75, 0.9),
    "cells.yield": (0.7, 0.88),
    "packs.yield": (0.85, 0.9),
    "direct.share": (0.05, 0.4),
    "direct.yield": (0.6, 0.9),
    "collected": (0.3, 0.8),
    "dismantled": (0.2, 0.6),
    "dismantling.yield": (0.7, 0.9),
    "hydro.share": (0.2, 0.7),
    "leached": (0.1, 0.4),
    "leaching.yield": (0.4, 0.8),
}
RECOVERIES = {"hydro.recovery": (0.6, 0.9), "pyro.recovery": (0.2, 0.8)}  # of every metal
TEMPLATE = Path(__file__).with_name("battery-system.toml")


@dataclass(frozen=True)
class BatterySystem:
    """How large it is; the metals are always these."""

    years: int = 112
    products: int = 8
    chemistries: int = 8
    steps: int = 0
    """More nodes, in a row, that what is collected passes before it is sorted."""

    @property
    def year(self) -> Array:
        return np.arange(float(self.years))

    @property
    def driven(self) -> int:
        """So many products follow a fleet; the others their sales."""
        return self.products // 2

    @property
    def life_shape(self) -> Array:
        return 2.0 + 0.3 * (np.arange(self.products) % 8)

    @property
    def life_scale(self) -> Array:
        """[product, year]"""
        start = 5.0 + 1.5 * (np.arange(self.products) % 8)
        return start[:, np.newaxis] * (1.0 + 0.3 * self.year / (self.years - 1))

    @property
    def driver(self) -> Array:
        """Fleet [units] or sales [units/a]: [product, year]"""
        product = np.arange(self.products)[:, np.newaxis]
        place = (self.year - 0.6 * self.years - product % 5) / (self.years / 12.0)
        most = np.where(product < self.driven, 1000.0, 80.0) * (1 + product)
        return most / (1.0 + np.exp(-place))

    @property
    def size(self) -> Array:
        """Of a battery: [product]"""
        return 1.0 + np.arange(self.products)

    @property
    def content(self) -> Array:
        """[chemistry, metal]"""
        chemistry, metal = np.arange(self.chemistries)[:, np.newaxis], np.arange(len(METALS))
        return 0.1 + 0.05 * ((5 * chemistry + 3 * metal) % 7)

    @property
    def chemistry_share(self) -> Array:
        """One after the other comes and goes: [year, chemistry]"""
        peak = (0.3 + 0.7 * np.arange(self.chemistries) / self.chemistries) * self.years
        share = 1e-3 + np.exp(-(((self.year[:, np.newaxis] - peak) / (0.25 * self.years)) ** 2))
        return share / share.sum(1, keepdims=True)

    def share(self, name: str) -> Array:
        """Of the network: [year]"""
        start, end = (SHARES | RECOVERIES)[name]
        return start + (end - start) * self.year / (self.years - 1)

    def write(self, folder: Path) -> Path:
        (folder / "parameters").mkdir(parents=True)
        (folder / "system.toml").write_text(self._system())
        (folder / "sources.csv").write_text("key,citation,licence,link\n")
        columns = ("parameter", "product", "chemistry", "material", "year", "value", "unit")
        _write(folder / "parameters/numbers.csv", columns, self._parameters())
        columns = ("parameter", "product", "chemistry", "material", "distribution", "first")
        _write(
            folder / "uncertainty.csv", (*columns, "second", "over", "unit"), self._uncertainty()
        )
        return folder

    def _system(self) -> str:
        products = [f'"p{i}"' for i in range(self.products)]
        chemistries = [f'"c{i}"' for i in range(self.chemistries)]
        row = [*(f"step {i}" for i in range(self.steps)), "sorting"]
        step = '\n"{}" = {{ kind = "treatment", layers = {} }}'
        flow = '\n  {{ from = "{}", to = "{}", rest = true }},'
        return Template(TEMPLATE.read_text()).substitute(
            first=FIRST,
            last=FIRST + self.years - 1,
            products=", ".join(products),
            chemistries=", ".join(chemistries),
            driven=", ".join(products[: self.driven]),
            sold=", ".join(products[self.driven :]),
            collector=row[0],
            steps="".join(step.format(name, list(METALS)) for name in row[:-1]),
            step_flows="".join(flow.format(*ends) for ends in pairwise(row)),
        )

    def _parameters(self) -> Iterable[tuple[object, ...]]:
        for p in range(self.products):
            name, of_stock = ("fleet", "units") if p < self.driven else ("sales", "units/a")
            yield "life.shape", f"p{p}", "", "", "", self.life_shape[p], "1"
            yield "size", f"p{p}", "", "", "", self.size[p], "1"
            for t in range(self.years):
                year = FIRST + t
                yield name, f"p{p}", "", "", year, self.driver[p, t], of_stock
                yield "life.scale", f"p{p}", "", "", year, self.life_scale[p, t], "a"
                for c, share in enumerate(self.chemistry_share[t]):
                    yield "chemistry.share", f"p{p}", f"c{c}", "", year, share, "1"
        for c, m in np.ndindex(self.content.shape):
            yield "content", "", f"c{c}", METALS[m], "", self.content[c, m], "t/unit"
        for name, metal in shares():
            for t, share in enumerate(self.share(name)):
                yield name, "", "", metal, FIRST + t, share, "1"

    def _uncertainty(self) -> Iterable[tuple[object, ...]]:
        for p in range(self.products):
            driver = "fleet" if p < self.driven else "sales"
            for name, sd in (
                ("life.shape", 0.1),
                ("life.scale", 0.15),
                (driver, 0.2),
                ("size", 0.1),
            ):
                yield name, f"p{p}", "", "", "lognormal", 1.0, sd, "", "factor"
            yield "chemistry.share", f"p{p}", "", "", "dirichlet", 40, "", "chemistry", "factor"
        for c, m in np.ndindex(self.content.shape):
            yield "content", "", f"c{c}", METALS[m], "lognormal", 1.0, 0.1, "", "factor"
        for name, metal in shares():
            yield name, "", "", metal, "uniform", 0.9, 1.1, "", "factor"


def shares() -> Iterable[tuple[str, str]]:
    """The shares of the network, and the metal where each has its own."""
    yield from ((name, "") for name in SHARES)
    yield from ((name, metal) for name in RECOVERIES for metal in METALS)


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*columns, "source"))
        for row in rows:
            writer.writerow((*row, "assumption"))
