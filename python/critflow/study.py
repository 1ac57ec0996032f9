"""A system run many times with what is uncertain drawn, under several scenarios and policies."""

from collections.abc import Iterable
from concurrent.futures import Executor
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from critflow import _core
from critflow.loading import load
from critflow.names import names
from critflow.recipe import Recipe
from critflow.shards import Gathering, processors
from critflow.system import System

if TYPE_CHECKING:
    from critflow.study_result import StudyResult


class Study:
    """One system under every pair of these scenarios and policies.

        study = cf.Study(system, policies=["none", "law-met"]).run(draws=10_000, seed=1)
        study.band("mined", layer="lithium")

    Parameters
    ----------
    system : System or folder
        As :func:`load` gives it, or the folder.
    scenarios, policies : iterable of str, or one, optional
        Those of the system where not given. The first pair is what the others are compared with.

    Raises
    ------
    ModelFaults
        Where the folder has faults.
    InvalidValue
        With the nearest name where there is no such scenario or policy.
    """

    def __init__(
        self,
        system: System | str | PathLike[str],
        scenarios: str | Iterable[str] | None = None,
        policies: str | Iterable[str] | None = None,
    ) -> None:
        one = system if isinstance(system, System) else load(system)
        self.options = tuple(
            one.under(scenario, policy)
            for scenario in names(scenarios or one.scenario, "study", "scenarios")
            for policy in names(policies or one.policy, "study", "policies")
        )

    def run(
        self,
        draws: int = 10_000,
        seed: int = 1,
        *,
        threads: int | None = None,
        sampling: str = "sobol",
        figures: str | Iterable[str] = (),
        layers: str | Iterable[str] = (),
        years: int | Iterable[int] = (),
        paths: int = 100,
        rows: bool = False,
        out: str | PathLike[str] | None = None,
        progress: bool = False,
        client: Any = None,
    ) -> "StudyResult":
        """Draws the uncertain numbers so many times, and runs each draw under every option.

        The same seed gives the same numbers, to the bit, whatever the threads, the shards and the
        machines. With ``out`` every shard that is finished is kept there: called again, a study
        that was stopped does only what is missing.

        Parameters
        ----------
        draws, seed : int
            How many, and which.
        threads : int, optional
            As many as this process has processors; of each worker, one, where there is a client.
        sampling : str
            ``sobol``, ``latin hypercube`` or ``plain``.
        figures, layers, years : iterable, or one, optional
            What is reported of each run: indicators that are sums or shares of flows, or told by
            stage of supply (``import_dependence``). Without
            figures as many as fit in 2,000 numbers, without layers the materials, without years
            all. What the law asks is always tested.
        paths : int
            Draws of which everything reported is kept.
        rows : bool
            Keeps every number of every draw, whatever memory that takes.
        out : folder, optional
            Of the shards.
        progress : bool
            Shows a bar with rate and remaining time.
        client : optional
            A Dask client, or any executor of ``concurrent.futures``, whose workers run the shards.

        Raises
        ------
        InvalidValue
            Where nothing is uncertain, a name is not known, or a shard in ``out`` is damaged or of
            another study: what differs is named.
        """
        recipe = Recipe.of(
            self.options,
            draws=draws,
            seed=seed,
            sampling=sampling,
            figures=figures,
            layers=layers,
            years=years,
            paths=paths,
            rows=rows,
        )
        part = _gather(recipe, (0, recipe.core.blocks), out, threads, progress, client)
        from critflow.study_result import StudyResult

        return StudyResult(recipe, part)

    def run_shard(
        self,
        share: int,
        of: int,
        *,
        out: str | PathLike[str],
        threads: int | None = None,
        progress: bool = False,
        client: Any = None,
        **settings: Any,
    ) -> None:
        """One of ``of`` equal shares of a study, numbered from 1, into the folder of its shards.

        For job arrays: :meth:`run` with the same words puts the shares together. The settings are
        the other arguments of :meth:`run`.
        """
        recipe = Recipe.of(self.options, **settings)
        blocks = _core.share_of_blocks(share, of, recipe.core.blocks)
        _gather(recipe, blocks, out, threads, progress, client)

    def __repr__(self) -> str:
        options = ", ".join(f"{one.scenario}/{one.policy}" for one in self.options)
        return f"Study of {self.options[0].name}, not yet run, of {options}"


def _gather(
    recipe: Recipe,
    blocks: tuple[int, int],
    out: str | PathLike[str] | None,
    threads: int | None,
    progress: bool,
    client: Any,
) -> _core.StudyPart:
    from tqdm import tqdm

    runs = min(blocks[1] * _core.block_size, recipe.draws) - blocks[0] * _core.block_size
    total = max(runs, 0) * len(recipe.options)
    with tqdm(total=total, unit=" runs", unit_scale=True, disable=not progress) as meter:
        here = processors() if client is None else 1
        gathering = Gathering(recipe, blocks, Path(out) if out else None, threads or here, meter)
        if client is None:
            gathering.here()
        else:
            gathering.by(_executor(client))
    return gathering.part


def _executor(client: Any) -> Executor:
    """A Dask client has one to give; it keeps what it was sent apart from other calls."""
    return client.get_executor(pure=False) if hasattr(client, "get_executor") else client
