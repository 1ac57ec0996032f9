"""A system from its folder, or what is wrong with it."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from critflow import _core
from critflow.data_sets import library
from critflow.faults import Fault, ModelFaults
from critflow.names import names, one_name
from critflow.system import System


def load(
    folder: str | PathLike[str],
    *,
    scenario: str | None = None,
    policy: str | None = None,
    levers: str | Iterable[str] | None = None,
) -> System:
    """The system of a scenario folder.

    Parameters
    ----------
    scenario : str, optional
        ``reference`` where not given and there is one; ``base`` is the folder without any.
    policy : str, optional
        ``none`` where not given.
    levers : iterable of str, or one, optional
        Those levers of the policy that are kept; all where not given.

    Raises
    ------
    ModelFaults
        Listing everything that is wrong with the folder.
    InvalidValue
        Where there is no such scenario, policy or lever.
    """
    kept = None if levers is None else tuple(names(levers, "load", "levers"))
    world = (
        one_name(scenario or "", "load", "scenario"),
        one_name(policy or "none", "load", "policy"),
    )
    return System(_core.ScenarioFolder(Path(folder)), *world, kept=kept)


def check(folder: str | PathLike[str]) -> list[Fault]:
    """Everything that is wrong with a folder, under each of its scenarios and policies."""
    try:
        return _core.check(_core.ScenarioFolder(Path(folder)), library())
    except ModelFaults as refused:
        return refused.faults
