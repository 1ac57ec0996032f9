"""Numbers with named dimensions, as results come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from critflow import _core
from critflow.extras import extra
from critflow.faults import Fault, InvalidValue, unknown

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    import xarray

Item = str | int
OF_YEARS = {"year", "cohort"}
FEW = 6  # what is told one by one


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """Numbers with named dimensions: the year first, the layer last where there is one.

    Attributes
    ----------
    name : str
    dims : tuple of str
    coords : dict
        The items of each dimension; years are whole numbers, all others are names.
    values : numpy.ndarray
        Read-only, one axis for each dimension. Zero where a number is absent.
    units : tuple of str
        One for all, or one for each item of the dimension ``layer``.
    absent : numpy.ndarray or None
        True where there is no number (a share of nothing); None where all are there.
    """

    name: str
    dims: tuple[str, ...]
    coords: Mapping[str, tuple[Item, ...]]
    values: NDArray[np.float64]
    units: tuple[str, ...]
    absent: NDArray[np.bool_] | None = None

    @property
    def unit(self) -> str | dict[str, str]:
        """The unit of all numbers, or that of each layer where they differ."""
        if len(set(self.units)) == 1:
            return self.units[0]
        return dict(zip(map(str, self.coords.get("layer", ())), self.units, strict=True))

    @property
    def shape(self) -> tuple[int, ...]:
        return self.values.shape

    def __len__(self) -> int:
        return len(self.values)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        # NumPy drops the mask here, and what is absent must not become a number.
        numbers = self.to_numpy()
        values = np.asarray(np.ma.filled(numbers, np.nan), dtype)
        return values.copy() if copy else values

    def __float__(self) -> float:
        """The number of a table in which every dimension is selected."""
        if self.dims:
            raise TypeError(f"{self.name} has the dimensions {', '.join(self.dims)}: select first")
        if self.absent is not None and self.absent:
            raise InvalidValue([_absent(self.name)])
        return float(self.values)

    def sel(self, **items: Item | Iterable[Item]) -> "Table":
        """The part with one item of a dimension, without that dimension; or with several, with it.

            run.stock("use").sel(product="bev-car", year=[2030, 2040])

        Raises
        ------
        InvalidValue
            Naming the nearest dimension or item where there is no such one.
        """
        table = self
        for dim, wanted in items.items():
            table = table._select(dim, wanted)
        return table

    def _select(self, dim: str, wanted: Item | Iterable[Item]) -> "Table":
        axis = self._axis(dim)
        known = self.coords[dim]
        chosen: tuple[Item, ...]
        if isinstance(wanted, str) or not isinstance(wanted, Iterable):
            chosen, alone = (wanted,), True
        else:
            chosen, alone = tuple(wanted), False
        for item in chosen:
            if item not in known:
                raise unknown(f"{self.name}.{dim}", "item", item, known)
        places = [known.index(item) for item in chosen]
        index = places[0] if alone else places
        coords = {name: known for name, known in self.coords.items() if name != dim or not alone}
        if not alone:
            coords[dim] = chosen
        several = dim == "layer" and len(self.units) > 1
        return replace(
            self,
            dims=tuple(name for name in self.dims if name != dim or not alone),
            coords=coords,
            values=_read_only(np.take(self.values, index, axis)),
            units=tuple(self.units[place] for place in places) if several else self.units,
            absent=None if self.absent is None else _read_only(np.take(self.absent, index, axis)),
        )

    def sum(self, *dims: str) -> "Table":
        """Summed over these dimensions; a sum with an absent part is absent.

        Raises
        ------
        InvalidValue
            For ``layer``: two layers are never added.
        """
        table = self
        for dim in dims:
            if dim == "layer":
                raise InvalidValue([_two_layers(self.name)])
            axis = table._axis(dim)
            table = replace(
                table,
                dims=tuple(name for name in table.dims if name != dim),
                coords={name: items for name, items in table.coords.items() if name != dim},
                values=_read_only(table.values.sum(axis)),
                absent=None if table.absent is None else _read_only(table.absent.any(axis)),
            )
        return table

    def _axis(self, dim: str) -> int:
        if dim not in self.dims:
            raise unknown(self.name, "dimension", dim, self.dims)
        return self.dims.index(dim)

    def to_numpy(self) -> NDArray[np.float64]:
        """The values without a copy; masked where numbers are absent."""
        return self.values if self.absent is None else np.ma.array(self.values, mask=self.absent)

    def to_xarray(self) -> "xarray.DataArray":
        """With named dimensions, without a copy where all numbers are there; unit in ``attrs``.

        An absent number is NaN there, as xarray has it.
        """
        values = self.values if self.absent is None else np.where(self.absent, np.nan, self.values)
        return extra("xarray").DataArray(
            values,
            dims=self.dims,
            coords={name: list(items) for name, items in self.coords.items()},
            name=self.name,
            attrs={"units": self.unit},
        )

    def to_arrow(self) -> "pyarrow.Table":
        """A tidy table: a column for each dimension, then ``value`` and ``unit``."""
        from critflow.tidy import tidy

        return tidy(self)

    def to_pandas(self) -> "pandas.DataFrame":
        """A tidy data frame: a column for each dimension, then ``value`` and ``unit``."""
        extra("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "polars.DataFrame":
        """A tidy data frame: a column for each dimension, then ``value`` and ``unit``."""
        return extra("polars").from_arrow(self.to_arrow())

    def __repr__(self) -> str:
        units = ", ".join(dict.fromkeys(self.units))
        head = f"{self.name} [{units}]"
        if not self.dims:
            return f"{head}: {_told(self.to_numpy()[()])}"
        if len(self.dims) == len(set(self.units)) == 1 and len(self) <= FEW:
            numbers = zip(self.coords[self.dims[0]], self.to_numpy(), strict=True)
            return "\n".join([head, *(f"  {item}: {_told(number)}" for item, number in numbers)])
        return "\n".join([head, *(f"  {dim}: {_listed(self.coords[dim])}" for dim in self.dims)])


def from_figures(figures: _core.Figures, name: str = "") -> Table:
    """A table over the numbers of the core, without a copy."""
    dimensions = figures.dimensions or [("year", [])]
    coords: dict[str, tuple[Item, ...]] = {
        dim: tuple(map(int, items)) if dim in OF_YEARS else tuple(items)
        for dim, items in dimensions
    }
    units = tuple(figures.units) or ("1",)
    return Table(name or figures.name, tuple(coords), coords, figures.values, units, figures.absent)


def _read_only(values: ArrayLike) -> NDArray[Any]:
    array = np.asarray(values)
    array.flags.writeable = False
    return array


def _listed(items: tuple[Item, ...]) -> str:
    if len(items) > FEW:
        return f"{items[0]} ... {items[-1]} ({len(items)})"
    return ", ".join(map(str, items))


def _told(number: Any) -> str:
    return "absent" if number is np.ma.masked else f"{number:,.6g}"


def _two_layers(name: str) -> Fault:
    return Fault(where=name, what="sum over layers", value="layer", rule="stay apart by layer")


def _absent(name: str) -> Fault:
    return Fault(where=name, what="no number", value="absent", rule="have a denominator above zero")
