"""Everything that decides the numbers of a study, to be sent anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import sha256
from typing import Any

from critflow import _core
from critflow.data_sets import library
from critflow.faults import Fault, InvalidValue, shown, unknown
from critflow.names import names, whole_numbers
from critflow.system import System

CHANCE = ("uncertainty.csv", "correlations.csv")


@dataclass(frozen=True)
class Recipe:
    """What is run, how often and with what drawn. Pickles as that, and is compiled where it is."""

    options: tuple[System, ...]
    draws: int = 10_000
    seed: int = 1
    sampling: str = "sobol"
    figures: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    paths: int = 100
    rows: bool = False

    def __post_init__(self) -> None:
        self._require_known("layer", self.layers, [one.name for one in self.options[0].layers])
        self._require_known("year", self.years, self.options[0].years)
        for what in ("draws", "seed", "paths"):
            (value,) = whole_numbers(getattr(self, what), "study", what)
            if value < 0:
                fault = Fault(where="study", what=what, value=shown(value), rule="be zero or more")
                raise InvalidValue([fault])

    @classmethod
    def of(
        cls,
        options: tuple[System, ...],
        *,
        figures: str | Iterable[str] = (),
        layers: str | Iterable[str] = (),
        years: int | Iterable[int] = (),
        **settings: Any,
    ) -> "Recipe":
        """With one name or year where several may be given."""
        return cls(
            options,
            figures=tuple(names(figures, "study", "figures")),
            layers=tuple(names(layers, "study", "layers")),
            years=tuple(whole_numbers(years, "study", "years")),
            **settings,
        )

    def _require_known(self, what: str, asked: Iterable[object], known: list[Any]) -> None:
        for one in asked:
            if one not in known:
                raise unknown("study", what, one, known)

    @cached_property
    def core(self) -> _core.Study:
        law = self.options[0].law
        return _core.Study(
            options=[system._core for system in self.options],
            samples=self.draws,
            seed=self.seed,
            sampling=self.sampling,
            figures=list(self.figures),
            layers=list(self.layers),
            years=list(self.years),
            paths=self.paths,
            all_rows=self.rows,
            law=_core.read_law(law, library()) if law else None,
        )

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """What the shards of this study say of themselves, and those of no other."""
        files = self.options[0]._folder.files
        return [
            ("critflow", _core.version()),
            ("samples in a block", str(_core.block_size)),
            *((name, str(getattr(self, name))) for name in ("draws", "seed", "sampling", "paths")),
            *((f"{one.scenario}, {one.policy}", one.digest) for one in self.options),
            ("uncertainty", _digest([files.get(name) for name in CHANCE])),
            ("cells", _digest(self.core.cells)),
            ("tests", _digest(self.core.tests)),
            ("rows", "kept" if self.core.keeps_rows else "counted"),
        ]

    def __reduce__(self) -> tuple[Any, ...]:
        return Recipe, tuple(getattr(self, one.name) for one in fields(self))


def _digest(told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()
