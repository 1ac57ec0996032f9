"""Systems of ours under their policies, each read and run once."""

from functools import cache
from pathlib import Path

import critflow as cf
import numpy as np

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SYSTEMS = ("nl-batteries", "nl-electronics", "eu-batteries", "world-metals")


@cache
def folder(name: str) -> cf.System:
    return cf.load(SCENARIOS / name)


@cache
def run(name: str, policy: str, levers: tuple[str, ...] | None = None) -> cf.Run:
    system = folder(name).under(policy=policy)
    return cf.simulate(system if levers is None else system.with_levers(levers))


def total(figure: cf.Table) -> np.ndarray:
    """By year."""
    return figure.values.reshape(len(figure), -1).sum(axis=1)


def at(name: str, figure: np.ndarray, year: int) -> float:
    return float(figure[year - folder(name).years[0]])


def flow(name: str, policy: str, tail: str, head: str, layer: str, levers=None) -> np.ndarray:
    return total(run(name, policy, levers).flow(tail, head, layer=layer))


def missing(of: cf.Run, market: str, metal: str, year: int) -> float:
    """Short at a market [t/a]."""
    return float(np.sum(of.flow("shortage", market, layer=metal, year=year).values))
