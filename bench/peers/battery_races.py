"""The battery system in NumPy: many samples at a time, one at a time, and in loops by cohort.

All compute what is compared and what it needs: metals in use and out of use by product, and the
flows of the network in every year.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import critflow as cf
import numpy as np

from peers.battery_system import FIRST, METALS, Array, BatterySystem
from peers.race import Contestant, Series, in_process

Drawn = Mapping[str, Array]  # by input, over the samples
FIGURES = ("mined", "recovered", "stock")
# Of the network, what passes each: those that follow what is known are not among the unknowns.
NODES = (
    *("packs", "cells", "cathode", "precursor", "refining"),
    *("scrap", "direct", "sorting", "dismantling", "black mass"),
    *("hydro", "pyro", "slag", "leaching"),
)


def critflow(study: cf.Study, samples: int, threads: int = 1) -> Series:
    run = study.run(draws=samples, figures=FIGURES, threads=threads, paths=0, rows=True)
    if run.failed:
        raise RuntimeError(run.failures["faults"][0])
    columns = [run._core.values(column) for column in range(len(run.cells))]
    values = np.array(columns).reshape(len(FIGURES), len(METALS), -1, samples)
    return dict(zip(FIGURES, values.transpose(0, 2, 3, 1), strict=True))


class WithNumPy:
    """Every array has the samples first, then the years; a batch stays within the cache."""

    def __init__(self, system: BatterySystem, drawn: Drawn) -> None:
        self.system, self.drawn = system, drawn
        ages = system.year[:, np.newaxis] - system.year
        self.lives = ages >= 0.0
        with np.errstate(divide="ignore"):
            self.log_age = np.log(np.maximum(ages, 0.0))

    def __call__(self, samples: int, together: int) -> Series:
        parts = [
            self.batch(slice(first, min(first + together, samples)))
            for first in range(0, samples, together)
        ]
        return {name: np.concatenate([one[name] for one in parts], axis=1) for name in FIGURES}

    def batch(self, samples: slice) -> Series:
        drawn = {name: values[samples] for name, values in self.drawn.items()}
        contents = self.contents(drawn)
        shape = (len(contents), self.system.years, len(METALS))
        placed, stock = np.zeros(shape), np.zeros(shape)
        for product in range(self.system.products):
            survival = self.survival(product, drawn)
            units = self.inflow(product, drawn, survival)
            metal = units[..., np.newaxis] * self.mix(product, drawn, contents)
            placed += metal
            stock += survival @ metal
        waste = placed - np.diff(stock, axis=1, prepend=0.0)
        flows = self.network(drawn, placed, waste) | {"stock": stock}
        return {name: flow.transpose(1, 0, 2) for name, flow in flows.items()}

    def contents(self, drawn: Drawn) -> Array:
        """[sample, chemistry, metal]"""
        factors = [
            [drawn[f"content[chemistry=c{c},material={metal}]"] for metal in METALS]
            for c in range(self.system.chemistries)
        ]
        return self.system.content * np.moveaxis(np.array(factors), 2, 0)

    def survival(self, product: int, drawn: Drawn) -> Array:
        """[sample, year, year of entry]: powers as exponentials, which NumPy has in lanes."""
        shape = self.system.life_shape[product] * drawn[f"life.shape[product=p{product}]"]
        factor = drawn[f"life.scale[product=p{product}]"][:, np.newaxis]
        log_scale = np.log(self.system.life_scale[product] * factor)
        powers = (self.log_age - log_scale[:, np.newaxis]) * shape[:, np.newaxis, np.newaxis]
        return np.where(self.lives, np.exp(-np.exp(powers)), 0.0)

    def inflow(self, product: int, drawn: Drawn, survival: Array) -> Array:
        name = "fleet" if product < self.system.driven else "sales"
        factor = drawn[f"{name}[product=p{product}]"][:, np.newaxis]
        known = self.system.driver[product] * factor
        if name == "sales":
            return known
        inflow = np.zeros_like(known)
        for year in range(self.system.years):
            left = np.einsum("sc,sc->s", survival[:, year, :year], inflow[:, :year])
            inflow[:, year] = known[:, year] - left
        return inflow

    def mix(self, product: int, drawn: Drawn, contents: Array) -> Array:
        """Metal in one unit: [sample, year, metal]"""
        of = f"product=p{product}"
        weights = [
            drawn[f"chemistry.share[{of},chemistry=c{c}]"] for c in range(self.system.chemistries)
        ]
        shares = self.system.chemistry_share * np.transpose(weights)[:, np.newaxis]
        size = self.system.size[product] * drawn[f"size[{of}]"]
        return (shares @ contents) * (size[:, np.newaxis] / shares.sum(2))[..., np.newaxis]

    def network(self, drawn: Drawn, placed: Array, waste: Array) -> Series:
        """What flows in every year: [sample, year, metal]"""
        flows = {name: np.empty_like(placed) for name in ("mined", "recovered")}
        for at, metal in enumerate(METALS):
            share = partial(self.share, drawn, metal)
            passes = np.linalg.solve(*_equations(share, placed[..., at], waste[..., at]))
            node = {name: passes[..., i, 0] for i, name in enumerate(NODES)}
            flows["mined"][..., at] = node["refining"]
            flows["recovered"][..., at] = node["hydro"] * share("hydro.recovery")
            flows["recovered"][..., at] += node["pyro"] * share("pyro.recovery")
        return flows

    def share(self, drawn: Drawn, metal: str, name: str) -> Array:
        """[sample, year]"""
        factor = drawn.get(name, drawn.get(f"{name}[material={metal}]"))
        return self.system.share(name) * factor[:, np.newaxis]


def _equations(share: Callable[[str], Array], placed: Array, waste: Array) -> tuple[Array, Array]:
    """What passes the nodes: matrix and right-hand side, over samples and years."""
    nodes = {name: at for at, name in enumerate(NODES)}
    matrix = np.zeros((*placed.shape, len(nodes), len(nodes)))
    known = np.zeros((*placed.shape, len(nodes), 1))

    def add(row: str, node: str, factor: Array | float) -> None:
        matrix[..., nodes[row], nodes[node]] += factor

    made = ("packs", "cells", "cathode", "precursor", "refining")
    for stage in made:  # what it delivers is what the next one asks
        add(stage, stage, share(f"{stage}.yield"))
    known[..., nodes["packs"], 0] = placed
    for stage, asking in zip(made[1:], made, strict=False):
        add(stage, asking, -1.0)
    add("cathode", "direct", share("direct.yield"))
    add("refining", "hydro", share("hydro.recovery"))
    add("refining", "pyro", share("pyro.recovery"))
    for node in NODES[len(made) :]:  # what passes it is what it gets
        add(node, node, 1.0)
    known[..., nodes["sorting"], 0] = waste * share("collected")
    for stage in made[:-1]:
        add("scrap", stage, share(f"{stage}.yield") - 1.0)
    add("direct", "scrap", -share("direct.share"))
    add("dismantling", "sorting", -share("dismantled"))
    add("black mass", "scrap", share("direct.share") - 1.0)
    add("black mass", "sorting", share("dismantled") - 1.0)
    add("black mass", "dismantling", -share("dismantling.yield"))
    add("black mass", "leaching", -share("leaching.yield"))
    add("hydro", "black mass", -share("hydro.share"))
    add("pyro", "black mass", share("hydro.share") - 1.0)
    add("slag", "direct", share("direct.yield") - 1.0)
    add("slag", "hydro", share("hydro.recovery") - 1.0)
    add("slag", "pyro", share("pyro.recovery") - 1.0)
    add("leaching", "slag", -share("leached"))
    return matrix, known


class InLoops(WithNumPy):
    """By product, cohort and metal, as scripts over tables by cohort do; survival from SciPy."""

    def survival(self, product: int, drawn: Drawn) -> Array:
        from scipy.stats import weibull_min

        years = self.system.years
        shape = self.system.life_shape[product] * drawn[f"life.shape[product=p{product}]"][0]
        scale = self.system.life_scale[product] * drawn[f"life.scale[product=p{product}]"][0]
        survival = np.zeros((years, years))
        for entry in range(years):
            ages = np.arange(years - entry)
            survival[entry:, entry] = weibull_min.sf(ages, c=shape, loc=0, scale=scale[entry])
        return survival[np.newaxis]

    def network(self, drawn: Drawn, placed: Array, waste: Array) -> Series:
        flows = {name: np.empty_like(placed) for name in ("mined", "recovered")}
        for at, metal in enumerate(METALS):
            share = partial(self.share, drawn, metal)
            matrix, known = _equations(share, placed[..., at], waste[..., at])
            hydro, pyro = share("hydro.recovery")[0], share("pyro.recovery")[0]
            for year in range(self.system.years):
                passes = np.linalg.solve(matrix[0, year], known[0, year, :, 0])
                node = dict(zip(NODES, passes, strict=True))
                flows["mined"][0, year, at] = node["refining"]
                recovered = node["hydro"] * hydro[year] + node["pyro"] * pyro[year]
                flows["recovered"][0, year, at] = recovered
        return flows


TOGETHER = 8
"""Samples in a batch: the fastest of 4 to 128."""


def task(samples: int) -> str:
    return f"battery system, {samples:,} samples"


def contestants(
    samples: int, one_at_a_time: int, looped: int, system: BatterySystem | None = None
) -> list[Contestant]:
    """Ours, NumPy in batches, and the first samples one at a time and in loops."""
    system = system or BatterySystem()
    with TemporaryDirectory() as folder:
        study = cf.Study(system.write(Path(folder) / "battery-system"))
    run = partial(critflow, study, samples)
    drawn = drawn_in(study, samples)
    numpy, loops = WithNumPy(system, drawn), InLoops(system, drawn)
    return [
        Contestant("critflow", in_process(run)),
        Contestant("NumPy", in_process(partial(numpy, samples, TOGETHER)), how="in batches"),
        Contestant(
            "NumPy",
            in_process(partial(numpy, one_at_a_time, 1)),
            one_at_a_time / samples,
            how="a sample at a time",
        ),
        Contestant(
            "SciPy", in_process(partial(loops, looped, 1)), looped / samples, how="in loops"
        ),
    ]


def drawn_in(study: cf.Study, samples: int) -> Drawn:
    """What a study of so many samples draws."""
    drawn = study.run(draws=samples, figures=FIGURES, years=[FIRST], paths=0).drawn()
    return {name: np.array(values) for name, values in drawn.columns.items()}
