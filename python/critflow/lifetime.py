"""How long a thing lasts: the distribution of the age at which it leaves use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Protocol, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.arrays import as_numbers
from critflow.faults import wrong


class LifetimeModel(Protocol):
    """Anything that says which share of a cohort is still in use at an age [a].

    One before the first unit leaves, never rising, never below zero. A class of your own needs no
    more than this; it is asked at the ages of the axis, before anything is computed.
    """

    def survival(self, age: float, /) -> float: ...


class Lifetime:
    """A lifetime that the library knows, given by keywords.

    Either ``mean`` and ``sd`` of the age [a], or the native parameters that its class names.

    Raises
    ------
    InvalidValue
        Where a parameter lies outside its domain.
    TypeError
        Where they are neither mean and sd nor the native ones.
    """

    distribution: ClassVar[str]
    native: ClassVar[tuple[str, ...]]
    by_mean_and_sd: ClassVar[tuple[str, ...]] = ("mean", "sd")

    def __init__(self, **parameters: float) -> None:
        names = self._given(parameters)
        self.parameters: Mapping[str, float] = parameters
        native = names == self.native
        make = _core.lifetime_from_native if native else _core.lifetime_from_mean_sd
        self._core = make(self.distribution, *(parameters[name] for name in names))

    @classmethod
    def each(cls, **parameters: ArrayLike) -> "Lifetimes":
        """A lifetime for each of many series: an array of each parameter, or one number for all.

            cf.inflow_driven_batch(sales, cf.Weibull.each(shape=shapes, scale=15.0))

        Raises
        ------
        InvalidValue
            Naming the series whose parameter lies outside its domain.
        """
        return Lifetimes(cls, parameters)

    @classmethod
    def _given(cls, parameters: Mapping[str, object]) -> tuple[str, ...]:
        ways = dict.fromkeys([cls.native, cls.by_mean_and_sd])
        for names in ways:
            if set(parameters) == set(names):
                return names
        raise TypeError(
            f"{cls.__name__} takes {' or '.join(map(' and '.join, reversed(ways)))}, "
            f"not {', '.join(parameters) or 'nothing'}"
        )

    def survival(self, age: ArrayLike) -> NDArray[np.float64] | float:
        """Share still in use at an age [a], or at each of an array of them."""
        return self._core.survival(age)

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value:g}" for name, value in self.parameters.items())
        return f"{type(self).__name__}({given})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.parameters == self.parameters

    def __hash__(self) -> int:
        return hash((type(self), tuple(sorted(self.parameters.items()))))

    def __getstate__(self) -> Mapping[str, float]:
        return self.parameters

    def __setstate__(self, parameters: Mapping[str, float]) -> None:
        self.__init__(**parameters)  # type: ignore[misc]


class Fixed(Lifetime):
    """Every unit lasts equally long: ``years`` [a]."""

    distribution = "fixed"
    native = ("years",)
    by_mean_and_sd = native


class Normal(Lifetime):
    """Ages scatter evenly about the mean: ``mean``, ``sd`` [a].

    Not truncated: what lies below age zero leaves in the year of entry.
    """

    distribution = "normal"
    native = ("mean", "sd")


class FoldedNormal(Lifetime):
    """The size of a normal variable with ``mu`` and ``sigma`` [a].

    ``mean`` and ``sd`` are those of the age. Tools that ask for a mean and a standard deviation
    here (ODYM, flodym) mean ``mu`` and ``sigma``.
    """

    distribution = "folded_normal"
    native = ("mu", "sigma")


class Lognormal(Lifetime):
    """The logarithm of the age is normal with ``mu`` and ``sigma``: a long tail of old units."""

    distribution = "lognormal"
    native = ("mu", "sigma")


class Weibull(Lifetime):
    """Wear-out: survival(age) = exp(-(age / scale)^shape), ``shape`` [1], ``scale`` [a]."""

    distribution = "weibull"
    native = ("shape", "scale")


class Gamma(Lifetime):
    """``shape`` [1] exponential stages of ``scale`` [a], one after the other."""

    distribution = "gamma"
    native = ("shape", "scale")


class Logistic(Lifetime):
    """Evenly about ``location`` [a] with heavier tails than the normal; ``scale`` [a]."""

    distribution = "logistic"
    native = ("location", "scale")


class Exponential(Lifetime):
    """The same hazard at every age: ``mean`` [a]."""

    distribution = "exponential"
    native = ("mean",)
    by_mean_and_sd = native


class Tabulated(Lifetime):
    """A survival curve of your own, as points joined by straight lines.

    Parameters
    ----------
    shares : array_like
        Still in use at ``ages`` [1], from at most one, never rising, to zero.
    ages : array_like, optional
        Rising from zero [a]; the whole ages 0, 1, 2, ... where not given.
    """

    distribution = "tabulated"

    def __init__(self, shares: Sequence[float], ages: Sequence[float] | None = None) -> None:
        self.shares = tuple(map(float, shares))
        self.ages = tuple(map(float, range(len(self.shares)) if ages is None else ages))
        self._core = _core.lifetime_from_table(self.ages, self.shares)

    @classmethod
    def each(cls, **parameters: ArrayLike) -> "Lifetimes":
        raise TypeError("curves of many series are a list of Tabulated")

    def __repr__(self) -> str:
        return f"Tabulated({len(self.shares)} points, the last at {self.ages[-1]:g} a)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tabulated) and (other.ages, other.shares) == (
            self.ages,
            self.shares,
        )

    def __hash__(self) -> int:
        return hash((self.ages, self.shares))

    def __reduce__(self) -> tuple[type, tuple[tuple[float, ...], tuple[float, ...]]]:
        return Tabulated, (self.shares, self.ages)


class Lifetimes(Sequence[Lifetime]):
    """A lifetime for each of many series, as :meth:`Lifetime.each` makes them.

    Attributes
    ----------
    parameters : mapping of str to numpy.ndarray
        One number per series.
    """

    def __init__(self, kind: type[Lifetime], parameters: Mapping[str, ArrayLike]) -> None:
        names = kind._given(parameters)
        arrays = _by_series({name: parameters[name] for name in names})
        self.kind = kind
        self.parameters = dict(zip(names, arrays, strict=True))
        native = names == kind.native
        make = _core.lifetimes_from_native if native else _core.lifetimes_from_mean_sd
        self._core = make(kind.distribution, *arrays)

    def __len__(self) -> int:
        return len(next(iter(self.parameters.values())))

    @overload
    def __getitem__(self, index: int) -> Lifetime: ...
    @overload
    def __getitem__(self, index: slice) -> "Lifetimes": ...
    def __getitem__(self, index: int | slice) -> "Lifetime | Lifetimes":
        chosen = {name: values[index] for name, values in self.parameters.items()}
        if isinstance(index, slice):
            return Lifetimes(self.kind, chosen)
        return self.kind(**{name: float(value) for name, value in chosen.items()})

    def __repr__(self) -> str:
        return f"{self.kind.__name__}.each({', '.join(self.parameters)}) of {len(self):,} series"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Lifetimes, (self.kind, self.parameters)


def _by_series(parameters: Mapping[str, ArrayLike]) -> list[NDArray[np.float64]]:
    arrays = [as_numbers(values, f"lifetimes.{name}") for name, values in parameters.items()]
    shapes = {array.shape for array in arrays if array.ndim > 0}
    if len(shapes) == 1 and max(array.ndim for array in arrays) == 1:
        (shape,) = shapes
        own = [np.array(np.broadcast_to(array, shape)) for array in arrays]
        for array in own:
            array.flags.writeable = False
        return own
    raise wrong(
        "lifetimes",
        "parameters of another shape",
        " and ".join(str(array.shape) for array in arrays),
        "have one number per series, or one for all",
    )


def core_lifetimes(lifetimes: Iterable[LifetimeModel]) -> _core.Lifetimes:
    """What the core takes for the lifetimes of many series."""
    if isinstance(lifetimes, Lifetimes):
        return lifetimes._core
    return _core.Lifetimes([core_lifetime(lifetime) for lifetime in lifetimes])


def core_lifetime(lifetime: LifetimeModel) -> _core.Lifetime:
    """What the core takes for a lifetime of ours, or for any object with ``survival(age)``."""
    if isinstance(lifetime, Lifetime):
        return lifetime._core
    if not callable(getattr(lifetime, "survival", None)):
        raise TypeError(f"a lifetime has a method survival(age); {lifetime!r} has none")
    return _core.lifetime_from_object(lifetime)
